"""What a crawl knows of a site's template from the crawls before it, and how it counts the pages of another one."""

from __future__ import annotations

from newsarchive.archive import Archive
from newsarchive.extract import Template

FITS, MISFITS = "template/fits", "template/fits not"
"""Under these words the pages of items are counted."""


def learned(archive: Archive, site: str) -> Template | None:
    """Give the template that was last learned of a site; None where none was, or another version has learned it."""
    stored = archive.template(site)
    return None if stored is None else Template.from_json(stored.body)
