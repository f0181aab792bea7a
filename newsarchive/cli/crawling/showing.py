"""How a crawl is shown: live on a terminal, as plain lines elsewhere, and as a table at the end."""

from __future__ import annotations

import time
from collections.abc import Sequence
from types import TracebackType

import click
from rich.console import Console
from rich.live import Live
from rich.table import Table
from scrapy.crawler import Crawler

from newsarchive.cli.crawling.running import Result, stats_of
from newsarchive.monitor import PREFIX, counts

LINE_EVERY = 10.0
"""Seconds between two plain lines."""
LIVE = ("pages", "new", "changed", "pictures", "failed")
"""What is shown while crawls run,"""
COLUMNS = ("new", "changed", "unchanged", "failed")
"""and when they have ended."""


class Progress:
    """Shows running crawls on stderr; use it as a context and give it to ``crawl_sites`` as ``tick``."""

    def __init__(self) -> None:
        self.console = Console(stderr=True)
        self.live = (
            Live(console=self.console, refresh_per_second=4, transient=True) if self.console.is_terminal else None
        )
        self.begun = self.last = time.monotonic()

    def __enter__(self) -> Progress:
        if self.live:
            self.live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.live:
            self.live.stop()

    def __call__(self, crawlers: Sequence[Crawler]) -> None:
        """Show how far the crawlers are."""
        if self.live:
            self.live.update(self._table(crawlers))
        elif time.monotonic() - self.last >= LINE_EVERY:
            self.last = time.monotonic()
            for crawler in crawlers:
                click.echo(self._line(crawler), err=True)

    def _figures(self, crawler: Crawler) -> dict[str, float]:
        stats = stats_of(crawler)
        pages = int(stats.get(PREFIX + "pages", 0))
        pictures = int(stats.get(PREFIX + "images/kept", 0))
        return {
            "pages": pages,
            "pictures": pictures,
            **counts(stats),
            "rate": pages / max(0.1, time.monotonic() - self.begun),
        }

    def _table(self, crawlers: Sequence[Crawler]) -> Table:
        table = _table("site", *LIVE, "pages/s")
        for crawler in crawlers:
            figures = self._figures(crawler)
            cells = (f"{figures[name]:.0f}" for name in LIVE)
            table.add_row(crawler.spidercls.name, *cells, f"{figures['rate']:.1f}")
        return table

    def _line(self, crawler: Crawler) -> str:
        figures = self._figures(crawler)
        told = ", ".join(f"{figures[name]:.0f} {name}" for name in LIVE)
        return f"{crawler.spidercls.name}: {told}, {figures['rate']:.1f} pages/s"


def show_results(results: Sequence[Result]) -> None:
    """Print a table of what became of each crawl to stdout, what failed by reason, and the pictures by status."""
    table = _table("site", "outcome", "requests", *COLUMNS, "seconds")
    for result in results:
        cells = (str(result.counts[name]) for name in ("requests", *COLUMNS))
        table.add_row(result.site, result.outcome, *cells, f"{result.seconds:.1f}")
    console = Console()
    console.print(table)
    for result in results:
        for name, found in (("failed", result.failures), ("pictures", result.pictures)):
            if found:
                told = ", ".join(f"{number} {word}" for word, number in found.items())
                console.print(f"{result.site} {name}: {told}", highlight=False)


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(name, justify="left" if name in ("site", "outcome") else "right", no_wrap=True)
    return table
