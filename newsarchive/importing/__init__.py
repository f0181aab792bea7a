"""Other crawlers' WARC files become records."""
