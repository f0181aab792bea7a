"""``newsarchive serve``: the archive in the browser, for reading only, on this machine only."""

from __future__ import annotations

import contextlib
import importlib.util
import socket
import sys
import threading
import webbrowser
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

import click

from newsarchive.archive.asking import expression
from newsarchive.archive.dictionary import tables
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.output import note, open_archive

HOST = "127.0.0.1"
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
ROBOTS = b"User-agent: *\nDisallow: /\n"
NO_INDEX = (b"x-robots-tag", b"noindex, nofollow")

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Scope]]
Send = Callable[[Scope], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="0 takes any free one.")
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@click.pass_obj
def serve(context: Context, port: int, no_browser: bool) -> None:
    """Open the archive in the browser: tables, views, full-text search and SQL, for reading only.

    Only this machine can reach it. Crawls may go on meanwhile. Ctrl-C ends it.
    """
    if importlib.util.find_spec("datasette") is None:
        raise Failure('The browser view needs Datasette: install it with "pip install newsarchive[browse]".')
    with open_archive(context):
        pass  # upgraded where need be, and told in a sentence what is wrong with it
    _run(application(context.path), _listen(port), browser=not no_browser and _on_terminal())


def _on_terminal() -> bool:
    return sys.stdout.isatty()


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


def application(path: Path) -> App:
    """Build the web application for an archive; Datasette opens it with ``mode=ro``."""
    datasette_app = importlib.import_module("datasette.app")
    _mend_datasette()
    settings = {"allow_download": False, "sql_time_limit_ms": 5000, "default_page_size": 50, "max_csv_mb": 0}
    app: App = datasette_app.Datasette([str(path)], metadata=metadata(path.stem), settings=settings).app()
    return _unindexed(app)


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


def _unindexed(app: App) -> App:
    """Tell search engines to stay out: the archive is for its keeper, not for publishing again."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_marked(message: Scope) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), NO_INDEX]}
            await send(message)

        if scope["type"] == "http" and scope["path"] == "/robots.txt":
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
            await send({"type": "http.response.body", "body": ROBOTS})
        else:
            await app(scope, receive, send_marked)

    return answer


def _listen(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise Failure(f"Port {port} cannot be had ({error.strerror}): choose one with --port, or 0 for any.") from error
    return listener


def _run(app: App, listener: socket.socket, *, browser: bool) -> None:
    import uvicorn  # comes with Datasette

    url = f"http://{HOST}:{listener.getsockname()[1]}/archive"
    note(f"The archive is at {url} until you press Ctrl-C.")
    if browser:
        threading.Thread(target=webbrowser.open, args=[url], name="browser", daemon=True).start()
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on"))
    with contextlib.suppress(KeyboardInterrupt):
        server.run([listener])
