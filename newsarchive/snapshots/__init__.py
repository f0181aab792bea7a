"""Raw responses as WARC files: written once, read back by place, mended after a kill, rewritten for a takedown."""
