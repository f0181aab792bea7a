"""Harm as much as can be made: hostile records on every page, in a real browser too, and thousands of random queries.

    python benchmarks/hostile.py                               500 records, 10,000 queries, a browser where there is one
    python benchmarks/hostile.py --records 60 --queries 500

Ends with an error if a page holds anything that could act, is wider than its window, opens a dialog, asks another host,
or if any query is answered by a failure. The tests do the same with fewer.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from newsarchive.archive import Archive
from newsarchive.web import application
from tests.web.hostile import WORD, check, record
from tests.web.serving import served
from tests.web.test_hostile import KINDS, PAGES, PIECES, TEXTS

LONG = 6
"""Records with a word of a million letters: each takes seconds to store."""
BROWSED = 60
"""Records that the browser opens at each size."""
SIZES = ((360, 740), (1280, 900))
FITS = "document.documentElement.scrollWidth <= window.innerWidth + 1"


def fill(path: Path, count: int) -> list[int]:
    """Store hostile records of every make and kind; give their numbers."""
    dice = random.Random(1)
    numbers = []
    with Archive(path) as archive, archive.transaction():
        for number in range(count):
            text = "".join(dice.sample(TEXTS, 2)) if number >= len(TEXTS) else TEXTS[number]
            text = WORD if number < LONG else text[: dice.choice((50, 2000, 120_000))]
            numbers.append(archive.save(record(text, KINDS[number % 3], number)).id)
    return numbers


def asking(path: Path) -> Callable[[str], Any]:
    """Give what asks for a page."""
    import httpx

    transport = httpx.ASGITransport(app=application(path))
    loop = asyncio.new_event_loop()
    client = httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8001", timeout=120)
    return lambda address: loop.run_until_complete(client.get(address))


def pages(get: Callable[[str], Any], numbers: list[int]) -> None:
    """Look at every page and every record."""
    ways = [*PAGES, *(f"/record/{number}" for number in numbers)]
    for way in ways:
        for language in ("sl", "en"):
            check(get(f"{way}{'&' if '?' in way else '?'}lang={language}"))
    print(f"{len(numbers)} hostile records on {len(ways)} pages, two languages: nothing in them acts")


def queries(get: Callable[[str], Any], count: int) -> int:
    """Ask at random; give how many answers were failures."""
    dice, told, worst = random.Random(2), Counter[int](), 0.0
    for _ in range(count):
        typed = "".join(dice.choice(PIECES) + " " * dice.randint(0, 1) for _ in range(dice.randint(1, 12)))
        started = time.perf_counter()
        answer = get(f"/search?{urlencode({'q': typed}, errors='replace')}")
        worst = max(worst, time.perf_counter() - started)
        told[answer.status_code] += 1
        if answer.status_code not in (200, 400) or "Traceback" in answer.text:
            print(f"  {answer.status_code}: {typed!r}")
    print(f"{count:,} random queries: {dict(told)}, slowest {worst:.2f} s")
    return sum(times for status, times in told.items() if status not in (200, 400))


def watched(page: Any, home: str) -> list[str]:
    """Give the list in which a browser's page tells of what it should not do."""
    told: list[str] = []

    def dismiss(dialog: Any) -> None:
        told.append("opens a dialog")
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("console", lambda one: told.append(one.text) if one.type == "error" else None)
    page.on("request", lambda one: None if one.url.startswith(home) else told.append(f"asks {one.url[:80]}"))
    return told


def browse(path: Path, numbers: list[int]) -> int:
    """Open pages in a browser; give how many did something that they should not, or are too wide."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("no Chromium: not looked at in a browser")
        return 0
    some = numbers[:: max(1, len(numbers) // BROWSED)]
    ways = [*PAGES, *(f"/record/{number}" for number in some)]
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with (
        served(path) as home,
        sync_playwright() as engine,
        closing(engine.chromium.launch(executable_path=chromium, args=arguments)) as browser,
    ):
        pages = [browser.new_page(viewport={"width": width, "height": height}) for width, height in SIZES]
        wrong = sum(opened(page, watched(page, home), home, ways) for page in pages)
    print(f"{len(ways) * len(SIZES)} pages in a browser: {wrong} wrong")
    return wrong


def opened(page: Any, told: list[str], home: str, ways: list[str]) -> int:
    """Open these addresses; give how many pages are wrong."""
    wrong = 0
    for way in ways:
        told.clear()
        page.goto(home + way)
        told += [] if page.evaluate(FITS) else ["is wider than the window"]
        wrong += bool(told)
        if told:
            print(f"  {way}: {told[:3]}")
    return wrong


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=500)
    parser.add_argument("--queries", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.db"
        started = time.perf_counter()
        numbers = fill(path, options.records)
        print(f"stored in {time.perf_counter() - started:.0f} s")
        get = asking(path)
        pages(get, numbers)
        wrong = queries(get, options.queries) + browse(path, numbers)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
