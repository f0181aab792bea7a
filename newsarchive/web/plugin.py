"""What Datasette calls: the pages' addresses, for databases that are an archive."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from datasette import hookimpl

from newsarchive.archive import Archive, ArchiveError
from newsarchive.web.desk import Desk
from newsarchive.web.pages import ROUTES

View = Callable[..., Awaitable[Any]]


@hookimpl  # type: ignore[untyped-decorator]
def register_routes(datasette: Any) -> list[tuple[str, View]]:
    """Give the pages of the first database that is an archive; none where there is none."""
    path = _archive(datasette)
    if path is None:
        return []
    desk = Desk(path)
    return [(regex, desk.view(page)) for regex, page in ROUTES]


def _archive(datasette: Any) -> Path | None:
    for file in datasette.files:
        try:
            with Archive(file, readonly=True):
                return Path(file)
        except ArchiveError:
            continue
    return None
