"""WARC files that other crawlers made, into the archive: a portal's past that others kept becomes records here."""

from newsarchive.importing.report import Report
from newsarchive.importing.running import Import, Options
from newsarchive.importing.sites import Sites

__all__ = ["Import", "Options", "Report", "Sites"]
