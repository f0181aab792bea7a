"""A search over time: the columns of its chart, by month or, where there are too many, by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

MONTH = len("2026-01")
YEAR = len("2026")
MOST = 120
"""Columns that can still be told apart."""
LABELS = 5
"""Columns that have their name below them."""
Counted = Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Column:
    """A month or a year."""

    span: str
    """``2026-01`` or ``2026``."""
    number: int
    """Records published in it."""
    chosen: bool = False
    """Whether the search is narrowed down to a time in which it lies."""


def timeline(months: Counted, since: str | None = None, until: str | None = None) -> list[Column]:
    """Give the columns of a chart; ``since`` and ``until`` mark some of them as chosen.

    Months without a record are there too. Too many are told by year, unless those that are chosen are few enough.

    >>> [column.span for column in timeline([("2025-12", 3), ("2026-02", 1)])]
    ['2025-12', '2026-01', '2026-02']
    """
    counted = {span: number for span, number in months if len(span) == MONTH}
    spans = list(_months(counted))
    if len(spans) > MOST:
        near = [span for span in spans if _chosen(span, since, until)]
        spans = near if (since or until) and 0 < len(near) <= MOST else []
    if not spans:
        counted = _by_year(months)
        spans = list(_years(counted))[-MOST:]
    narrowed = bool(since or until)
    return [Column(span, counted.get(span, 0), narrowed and _chosen(span, since, until)) for span in spans]


def ticks(names: Sequence[str]) -> list[str]:
    """Give what stands below each column: the names of some, which have room.

    >>> ticks("1. 2. 3. 4. 5. 6. 7.".split())
    ['1.', '', '3.', '', '5.', '', '7.']
    """
    step = max(-(-len(names) // LABELS), 1)
    return [name if not at % step else "" for at, name in enumerate(names)]


def _chosen(span: str, since: str | None, until: str | None) -> bool:
    """Compare no further than the less precise of the two tells."""
    after = not since or span[: len(since)] >= since[: len(span)]
    return after and (not until or span[: len(until)] <= until[: len(span)])


def _by_year(months: Counted) -> dict[str, int]:
    found: dict[str, int] = {}
    for span, number in months:
        found[span[:YEAR]] = found.get(span[:YEAR], 0) + number
    return found


def _months(spans: Iterable[str]) -> Iterator[str]:
    known = sorted(spans)
    if not known:
        return
    first, last = (int(span[:YEAR]) * 12 + int(span[YEAR + 1 :]) - 1 for span in (known[0], known[-1]))
    for month in range(first, last + 1):
        yield f"{month // 12:04}-{month % 12 + 1:02}"


def _years(spans: Iterable[str]) -> Iterator[str]:
    """Give all years from the first to the last; only those with records where that would be too many."""
    known = sorted(span for span in spans if span.isascii() and span.isdigit())
    if not known:
        return
    first, last = int(known[0]), int(known[-1])
    yield from known if last - first >= MOST else (f"{year:04}" for year in range(first, last + 1))
