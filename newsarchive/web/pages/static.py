"""The style sheet, the script and the sign of the interface."""

from __future__ import annotations

from importlib.resources import files

from newsarchive.archive import Archive
from newsarchive.web.answers import FOREVER, Answer, File, Missing
from newsarchive.web.visit import Visit

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


def static(visit: Visit, archive: Archive) -> Answer:
    """Give one of the files in ``static/``."""
    name = visit.parts["name"]
    mime = TYPES.get(name.rpartition(".")[2])
    file = files("newsarchive.web").joinpath("static", name)
    if mime is None or not file.is_file():
        return Missing()
    return File(file.read_bytes(), mime, headers={"cache-control": FOREVER})
