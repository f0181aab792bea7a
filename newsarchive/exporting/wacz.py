"""Raw pages as a WACZ file: a WARC file with its index and a list of pages, which ReplayWeb.page opens."""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import re
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from urllib.parse import urlsplit

from newsarchive.exporting.chosen import Chosen, Page
from newsarchive.exporting.errors import ExportError
from newsarchive.exporting.warc import write_warc
from newsarchive.snapshots.http import clean_url

HEAD = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
"""The first line of a list of pages."""
DIGITS = re.compile(r"\D")
DESCRIPTION = "Pages of regional news, kept by newsarchive"


def library() -> ModuleType:
    """Give py-wacz.

    Raises:
        ExportError: it is not installed.
    """
    try:
        return importlib.import_module("wacz.main")
    except ImportError as error:
        raise ExportError('WACZ needs py-wacz: install it with "pip install newsarchive[wacz]".') from error


def write_wacz(data: Path, chosen: Chosen, output: Path, name: str) -> tuple[int, list[str]]:
    """Write the chosen snapshots into a WACZ file at ``output`` whose title is ``name``.

    Gives their number, and for each that cannot be read the sentence that says why.
    """
    with TemporaryDirectory(prefix=f"{name}.", dir=output.parent) as folder:
        warc = Path(folder, f"{name}.warc.gz")
        with warc.open("wb") as file:
            told = write_warc(data, chosen, file, warc.name)
        pages = Path(folder, "pages.jsonl")
        first = _write_pages(chosen, pages)
        words = ["create", "-o", output, "-p", pages, "--copy-pages", "--title", name, "--desc", DESCRIPTION]
        _run([*map(str, words), *_main(first), str(warc)])
    return told


def _write_pages(chosen: Chosen, path: Path) -> Page | None:
    """Write the list of pages, and give the one to show first: the newest."""
    last = None
    with path.open("w", encoding="utf-8") as file:
        file.write(json.dumps(HEAD) + "\n")
        for page in chosen.pages():
            last = replace(page, url=clean_url(page.url))
            file.write(json.dumps(asdict(last) | {"id": str(last.id)}, ensure_ascii=False) + "\n")
    return last


def _main(page: Page | None) -> list[str]:
    """Give the options that name the page to show first; py-wacz finds none whose address is but a host."""
    if page is None or not urlsplit(page.url).path:
        return []
    return ["--url", page.url, "--ts", DIGITS.sub("", page.ts)[:14]]


def _run(words: list[str]) -> None:
    """Let py-wacz work, without what it tells on the way."""
    told = io.StringIO()
    try:
        with contextlib.redirect_stdout(told):
            failed = library().main(words)
    except (ValueError, RuntimeError) as error:
        raise ExportError(f'py-wacz stopped ({error}): take "--format warc".') from error
    if failed:
        raise ExportError(f'py-wacz stopped ({"".join(told.getvalue().splitlines()[-1:])}): take "--format warc".')
