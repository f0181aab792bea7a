"""Measure the reading of Slovene dates beside dateparser and dateutil, on one list, in one run.

    python benchmarks/dates.py expressions.jsonl

The list has one JSON object a line: ``expr``, ``ref`` (when it was published, local time), ``start``, ``end``, and
``alt``, other readings that count as right. An expression without start and end is a trap: nothing must be found.
Without a list only the speed on long texts is measured.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from newsarchive.dates import find_dates

TZ = ZoneInfo("Europe/Ljubljana")
Answer = tuple[Any, Any] | None
Reader = Callable[[str, datetime], Answer]
REPEATS = 20

ARTICLE = (
    "Komunalno podjetje obvešča uporabnike, da bo v soboto, 31. januarja, med 8. in 12. uro zaradi vzdrževalnih del "
    "motena oskrba s pitno vodo na območju Gornjega naselja in dela sosednje krajevne skupnosti. Uporabnikom "
    "priporočajo, naj si pravočasno pripravijo zalogo vode, po končanih delih pa naj jo pred uporabo nekaj minut "
    "točijo, da se omrežje izpere. Za razumevanje se jim zahvaljujejo. "
)

LONG = {
    "article of 5,000 characters": (ARTICLE * 20)[:5000],
    "1 MB of dates": "12. 3. 2026 januar " * 52_632,
    "1 MB of digits and dots": "1.1.1.1." * 125_000,
    "1 MB of days and months": "1. januarja 2. februarja " * 40_000,
    "1 MB of open lists": "1., " * 250_000,
}


def ours(text: str, published: datetime) -> Answer:
    """Give the first span."""
    spans = find_dates(text, published=published)
    return (spans[0].start, spans[0].end) if spans else None


def with_dateparser(text: str, published: datetime) -> Answer:
    """Ask dateparser, with Slovene, day before month, and the publication as its base."""
    import dateparser

    base = published.replace(tzinfo=None)
    found = dateparser.parse(text, languages=["sl"], settings={"DATE_ORDER": "DMY", "RELATIVE_BASE": base})
    return _either(found) if found else None


def with_dateutil(text: str, published: datetime) -> Answer:
    """Ask dateutil, fuzzy, day before month."""
    from dateutil import parser

    try:
        return _either(parser.parse(text, dayfirst=True, fuzzy=True, default=datetime(1, 1, 1)))  # noqa: DTZ001
    except (ValueError, OverflowError):
        return None


def _either(found: datetime) -> Answer:
    """Take midnight as a day, for these parsers do not tell."""
    if found.time() == datetime.min.time():
        return found.date(), found.date()
    return found.replace(tzinfo=found.tzinfo or TZ), None


def point(text: str | None) -> date | datetime | None:
    """Read a point of the list: a day, or a local time."""
    if text is None:
        return None
    return datetime.fromisoformat(text).replace(tzinfo=TZ) if "T" in text else date.fromisoformat(text)


def expected(item: dict[str, Any]) -> list[Answer]:
    """Give the readings that count as right."""
    if item["grain"] == "none":
        return [None]
    return [(point(item["start"]), point(item["end"])), *((point(start), point(end)) for start, end in item["alt"])]


def measure(name: str, reader: Reader, items: Iterable[dict[str, Any]]) -> None:
    """Print how many a reader gets right, wrong and not at all, and its time for one."""
    right = wrong = missed = 0
    times = []
    for item in items:
        published = datetime.fromisoformat(item["ref"]).replace(tzinfo=TZ)
        answer = reader(item["expr"], published)
        right += answer in expected(item)
        missed += answer is None and answer not in expected(item)
        wrong += answer is not None and answer not in expected(item)
        times.append(seconds(lambda item=item, published=published: reader(item["expr"], published)))
    print(f"{name:14}{right:7}{wrong:7}{missed:8}{statistics.median(times) * 1e6:12.0f}")


def seconds(call: Callable[[], object], repeats: int = REPEATS) -> float:
    """Give the time of one call."""
    started = time.perf_counter()
    for _ in range(repeats):
        call()
    return (time.perf_counter() - started) / repeats


def main() -> None:
    """Print both tables."""
    if len(sys.argv) > 1:
        items = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
        print(f"{len(items)} expressions\n\n{'':14}{'right':>7}{'wrong':>7}{'missed':>8}{'µs (median)':>12}")
        measure("newsarchive", ours, items)
        measure("dateparser", with_dateparser, items)
        measure("dateutil", with_dateutil, items)
    published = datetime(2026, 1, 27, 10, 15, tzinfo=TZ)
    find_dates(ARTICLE, published=published)  # compiles the rules
    print()
    for name, text in LONG.items():
        print(f"{name:30}{seconds(lambda text=text: find_dates(text, published=published), 1) * 1e3:10.1f} ms")


if __name__ == "__main__":
    main()
