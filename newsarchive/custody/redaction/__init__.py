"""Redaction: what was taken down is cut out of the pages, lists and feeds that still show it."""

from newsarchive.custody.redaction.charsets import Readable, readable
from newsarchive.custody.redaction.cleansing import cleansed, has_text, linked, places, redacted
from newsarchive.custody.redaction.words import BLOCKS, Phrase, Words

__all__ = [
    "BLOCKS",
    "Phrase",
    "Readable",
    "Words",
    "cleansed",
    "has_text",
    "linked",
    "places",
    "readable",
    "redacted",
]
