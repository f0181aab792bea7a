"""The web application: Datasette over the archive's file, with our pages and guards around it."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from newsarchive.archive.asking import expression
from newsarchive.archive.dictionary import tables
from newsarchive.web.guard import App, guarded

FACETS = {
    "records": ["kind", "site", "section"],
    "articles": ["site", "section"],
    "notices_by_day": ["service", "action", "status", "site"],
    "obituaries_by_day": ["site"],
    "changes": ["cause", "site", "kind"],
    "notices": ["service", "action", "status"],
    "runs": ["site", "outcome"],
}
"""For tables and views, the columns by which people narrow down."""
SORTED = {
    "records": "published",
    "articles": "published",
    "notices_by_day": "day",
    "obituaries_by_day": "day",
    "changes": "seen_at",
    "runs": "started",
}
"""The column by which a table begins with the newest."""
LABELS = {"records": "title", "authors": "name", "tags": "name", "sites": "id"}
"""What stands for a row where another row points to it."""
HIDDEN = ("term_lemma", "mentions", "fetches", "_sqlite_migrations", "sqlite_sequence")
SETTINGS = {"allow_download": False, "sql_time_limit_ms": 5000, "default_page_size": 50, "max_csv_mb": 0}


def metadata(database: str = "archive") -> dict[str, Any]:
    """Give what Datasette shows beside the data: titles, descriptions, facets, order, search."""
    words = {name: _describe(name) for name in tables()}
    words["sqlite_sequence"] = {"hidden": True}
    return {"title": "newsarchive", "databases": {database: {"tables": words}}}


def _describe(name: str) -> dict[str, Any]:
    table = tables()[name]
    told: dict[str, Any] = {"description": table.about, "columns": table.columns, "facets": FACETS.get(name, [])}
    if name in SORTED:
        told["sort_desc"] = SORTED[name]
    if name in LABELS:
        told["label_column"] = LABELS[name]
    if name in HIDDEN:
        told["hidden"] = True
    if name == "articles":
        told |= {"fts_table": "records_fts", "fts_pk": "id"}
    return told


def application(
    path: Path, *, hosts: frozenset[str] | None = None, password: str | None = None, public: bool = False
) -> App:
    """Build the web application for an archive; Datasette opens it with ``mode=ro``.

    ``hosts`` are the names under which it may be asked for (``None``: any), ``password`` what a visitor must know;
    ``public`` says that strangers may ask too.
    """
    datasette_app = importlib.import_module("datasette.app")
    _mend_datasette()
    app: App = datasette_app.Datasette([str(path)], metadata=metadata(path.stem), settings=SETTINGS).app()
    return guarded(app, hosts=hosts, password=password, public=public)


def _mend_datasette() -> None:
    """Search as ``newsarchive search`` does, and leave out the pages of traceback for every mistyped address.

    Datasette's own reading of a query fails on a lone quotation mark; it has no setting for either. Its modules must
    have been loaded in their own order before (through ``datasette.app``).
    """
    vars(importlib.import_module("datasette.sql_functions"))["escape_fts"] = _expression
    vars(importlib.import_module("datasette.handle_exception"))["rich"] = None


def _expression(query: str) -> str:
    """Give the expression of a query; one without a word finds nothing."""
    return expression(query) or '""'
