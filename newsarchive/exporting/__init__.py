"""Records for other programs: lines, tables, calendars, feeds, and the raw pages they were read from.

A format of records is a module with ``write(records, about)``, which gives the bytes piece by piece: memory does not
grow with the number of records, and the same records give the same bytes. The formats of raw pages (``warc``, ``wacz``)
write files.
"""

from __future__ import annotations

from newsarchive.exporting.about import About
from newsarchive.exporting.errors import ExportError
from newsarchive.exporting.formats import FORMATS, Format

__all__ = ["FORMATS", "About", "ExportError", "Format"]
