"""Which reader read a record: the version of the program, and a fingerprint of all that decides what a page says."""

from __future__ import annotations

import hashlib
import inspect
import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from newsarchive import __version__
from newsarchive.extract.template import Template
from newsarchive.items import Site

SOURCES = ("extract", "dates", "items.py")
"""What the reader is made of, below ``newsarchive/``."""
KEPT = (".py", ".txt", ".json")
"""Endings of its files: code, and the word lists that code reads."""
DECLARED = ("name", "title", "language", "timezone", "items", "selectors")
"""What of a site's declaration a record can depend on; its home may move without a word being read otherwise."""
SHORT = 8
"""Hex digits that are enough to tell the readers of one archive apart."""


def reader_version(site: Site | None = None, template: Template | None = None) -> str:
    """Give the version of today's reader for the pages of a site: ``0.1.0+<8 hex digits>``.

    It changes with every change of the reader's own sources, of what is declared of the site (the source of its
    ``refine`` included) and of the template that pages are read by, and with nothing else: not with the machine, the
    day or the way of installing. The versions of lxml and dateparser are no part of it.

    >>> reader_version() == reader_version(), reader_version() == reader_version(Site("demo", "http://localhost/"))
    (True, False)
    """
    learned = template.digest if template and template.active else ""
    return _version(_declaration(site), site.refine if site else None, learned)


def _declaration(site: Site | None) -> str:
    if site is None:
        return ""
    told = {name: getattr(site, name) for name in DECLARED}
    told["items"] = list(site.items.items())  # their order decides which kind an address is
    told["selectors"] = sorted(site.selectors.items())
    return json.dumps(told, ensure_ascii=False)


@lru_cache(maxsize=256)
def _version(declaration: str, refine: Callable[..., Any] | None, learned: str) -> str:
    told = "\0".join((_sources(), declaration, _source_of(refine), learned))
    return f"{__version__}+{hashlib.sha256(told.encode()).hexdigest()[:SHORT]}"


@lru_cache(maxsize=1)
def _sources() -> str:
    """Give the digest of the reader's files, each with its name."""
    digest = hashlib.sha256()
    root = files("newsarchive")
    for name in SOURCES:
        for path, file in _walk(name, root.joinpath(name)):
            digest.update(f"{path}\0".encode() + _text(file) + b"\0")
    return digest.hexdigest()


def _text(file: Traversable) -> bytes:
    """Give a file's bytes with the line ends of any checkout alike."""
    return file.read_bytes().replace(b"\r\n", b"\n")


def _walk(path: str, place: Traversable) -> Iterator[tuple[str, Traversable]]:
    """Give the reader's files below a place in the order of their names."""
    if place.is_dir():
        for inner in sorted(place.iterdir(), key=lambda one: one.name):
            yield from _walk(f"{path}/{inner.name}", inner)
    elif path.endswith(KEPT):
        yield path, place


def _source_of(refine: Callable[..., Any] | None) -> str:
    """Give the source of a site's last hand and of the module around it, whose helpers it may call.

    Where no source can be had, its name has to do.
    """
    if refine is None:
        return ""
    inner = inspect.unwrap(getattr(refine, "func", refine))
    try:
        return inspect.getsource(inner) + _module_of(inner)
    except (OSError, TypeError):
        return f"{getattr(inner, '__module__', '')}.{getattr(inner, '__qualname__', type(inner).__qualname__)}"


def _module_of(function: Callable[..., Any]) -> str:
    module = inspect.getmodule(function)
    return inspect.getsource(module) if module else ""
