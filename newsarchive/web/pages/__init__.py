"""The pages, one module each, and their addresses."""

from __future__ import annotations

from newsarchive.web.desk import PageFunction
from newsarchive.web.pages.changes import changes, changes_atom
from newsarchive.web.pages.export import export, sheet
from newsarchive.web.pages.front import front
from newsarchive.web.pages.health import health
from newsarchive.web.pages.image import image
from newsarchive.web.pages.notices import notices, notices_feed, places
from newsarchive.web.pages.obituaries import obituaries, obituaries_feed
from newsarchive.web.pages.record import record, record_json
from newsarchive.web.pages.results import results
from newsarchive.web.pages.saved import saved
from newsarchive.web.pages.static import static
from newsarchive.web.pages.versions import version

ROUTES: tuple[tuple[str, PageFunction], ...] = (
    (r"/$", front),
    (r"/search$", results),
    (r"/saved$", saved),
    (r"/export\.(?P<form>csv|jsonl|parquet|ics|atom)$", export),
    (r"/export\.json$", sheet),
    (r"/health$", health),
    (r"/notices$", notices),
    (r"/notices\.ics$", notices_feed),
    (r"/notices/places$", places),
    (r"/obituaries$", obituaries),
    (r"/obituaries\.ics$", obituaries_feed),
    (r"/changes$", changes),
    (r"/changes\.atom$", changes_atom),
    (r"/record/(?P<number>[^/]+)/versions/(?P<version>[^/]+)$", version),
    (r"/record/(?P<number>[^/]+)\.json$", record_json),
    (r"/record/(?P<number>[^/]+)$", record),
    (r"/image/(?P<sha256>[^/]+)$", image),
    (r"/-/newsarchive/(?P<name>[\w.-]+)$", static),
)
"""For each page the pattern of its address."""
