"""Reading stored pages again with today's reader: no network, the same bytes, a better record."""

from newsarchive.reread.pool import WorkerDiedError
from newsarchive.reread.reading import Portal
from newsarchive.reread.report import Example, Report
from newsarchive.reread.rereader import Rereader
from newsarchive.reread.running import Options, Rereading

__all__ = ["Example", "Options", "Portal", "Report", "Rereader", "Rereading", "WorkerDiedError"]
