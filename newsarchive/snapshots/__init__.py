"""Raw responses as WARC files: written once, read back by place, mended after a kill, rewritten for a takedown."""

from newsarchive.snapshots.decoding import charset, decoded
from newsarchive.snapshots.errors import Corrupt, MissingFile, SnapshotError
from newsarchive.snapshots.exchange import Exchange, Place, payload_digest
from newsarchive.snapshots.loading import load, raw
from newsarchive.snapshots.members import Member
from newsarchive.snapshots.mending import Mended, mend
from newsarchive.snapshots.rewriting import Drop, Keep, Replace, rewrite
from newsarchive.snapshots.walking import walk
from newsarchive.snapshots.writing import Writer

__all__ = [
    "Corrupt",
    "Drop",
    "Exchange",
    "Keep",
    "Member",
    "Mended",
    "MissingFile",
    "Place",
    "Replace",
    "SnapshotError",
    "Writer",
    "charset",
    "decoded",
    "load",
    "mend",
    "payload_digest",
    "raw",
    "rewrite",
    "walk",
]
