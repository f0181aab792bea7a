"""From a page to its record: the page's own markup, the site's selectors, the text itself.

Pure: bytes and an address in, a record out; nothing here knows of Scrapy, the network or the archive.
"""

from __future__ import annotations

from newsarchive.extract.context import fits
from newsarchive.extract.judging import Verdict, judge
from newsarchive.extract.learning import learn, sight
from newsarchive.extract.page import Page
from newsarchive.extract.reading import read, read_page
from newsarchive.extract.template import Template
from newsarchive.extract.version import reader_version

__all__ = ["Page", "Template", "Verdict", "fits", "judge", "learn", "read", "read_page", "reader_version", "sight"]
