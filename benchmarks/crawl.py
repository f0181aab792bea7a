"""How fast the whole way is, fetch, keep, read and archive, beside Scrapy doing nothing with the same pages.

    python benchmarks/crawl.py                          5,000 pages of 80 KB from loopback
    python benchmarks/crawl.py --pages 1000 --pages 10000    shows whether memory grows

Both with and without snapshots, never with pictures, for doing nothing fetches none either.

The portal runs in a process of its own; each crawl is a fresh process, so that its time and memory are its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess

from newsarchive.cli.crawling import Job, Options, crawl_sites, known_sites, settings
from newsarchive.demo import Portal, running

CONCURRENCY = 8
"""Requests at a time, the same for both."""
GOAL = 0.25
"""What the whole way's speed should be, as a share of doing nothing, with every page kept."""


class Nothing(Spider):
    """Fetches addresses and does nothing with them."""

    name = "nothing"
    custom_settings = {
        "CONCURRENT_REQUESTS": CONCURRENCY,
        "CONCURRENT_REQUESTS_PER_DOMAIN": CONCURRENCY,
        "LOG_LEVEL": "ERROR",
    }
    paths: list[str]
    base: str
    seen = 0

    async def start(self) -> AsyncIterator[Any]:
        """Ask for every address."""
        for path in self.paths:
            yield Request(urljoin(self.base, path))

    def parse(self, response: Any, **kwargs: Any) -> None:
        """Count."""
        self.seen += 1


def do_nothing(base: str, records: int) -> int:
    """Fetch every item of the portal; give how many came."""
    process = AsyncCrawlerProcess({"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False})
    crawler = process.create_crawler(Nothing)
    process.crawl(crawler, base=base, paths=[urlsplit(url).path for url in Portal(records=records).truth()])
    process.start()
    return int(getattr(crawler.spider, "seen", 0))


def whole_way(base: str, records: int, *, snapshots: bool = True) -> int:
    """Crawl the portal into a new archive; give how many records were stored."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        own = settings(data)
        own.set("NEWSARCHIVE_SNAPSHOTS", snapshots, priority="cmdline")
        (result,) = crawl_sites([Job(known_sites(data)["demo"], base)], own, Options(images=False))
        assert result.counts["new"] == records, result
        return result.counts["new"] + result.counts["unchanged"]


WAYS = {"nothing": do_nothing, "whole": whole_way, "unkept": partial(whole_way, snapshots=False)}
"""Scrapy alone; the whole way; the whole way without keeping the pages themselves."""


def measured(way: str, base: str, records: int) -> dict[str, float]:
    """Run one way in this process and give its figures."""
    begun = time.perf_counter()
    pages = WAYS[way](base, records)
    seconds = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = used.ru_utime + used.ru_stime
    unit = 1 if sys.platform == "darwin" else 1024
    return {
        "pages": pages,
        "pages/s": pages / seconds,
        "cpu ms/page": cpu / pages * 1000,
        "peak MB": used.ru_maxrss * unit / 1e6,
    }


def in_child(way: str, base: str, records: int) -> dict[str, float]:
    """Run one way in a fresh process."""
    command = [sys.executable, __file__, "--child", way, base, "--pages", str(records)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures: dict[str, float] = json.loads(told.splitlines()[-1])
    return figures


def compare(pages: int, page_bytes: int) -> float:
    """Run all ways against one portal, print their figures, give the ratio of their speeds."""
    with running(Portal(records=pages, page_bytes=page_bytes)) as base:
        in_child("nothing", base, pages)  # the portal renders each page once
        figures = {way: in_child(way, base, pages) for way in WAYS}
    for way, row in figures.items():
        print(f"{way:8}", ", ".join(f"{value:8.1f} {name}" for name, value in row.items()))
    ratios = {way: row["pages/s"] / figures["nothing"]["pages/s"] for way, row in figures.items()}
    by_cpu = figures["nothing"]["cpu ms/page"] / figures["whole"]["cpu ms/page"]
    print(
        f"{pages} pages of {page_bytes} bytes: ratio {ratios['whole']:.2f} by the clock (goal {GOAL}), "
        f"{ratios['unkept']:.2f} without snapshots; {by_cpu:.2f} by CPU"
    )
    return ratios["whole"]


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, action="append", help="records of the portal; can be given several times")
    parser.add_argument("--page-bytes", type=int, default=80_000)
    parser.add_argument("--child", nargs=2, metavar=("WAY", "BASE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    sizes = options.pages or [5000]
    if options.child:
        print(json.dumps(measured(*options.child, sizes[0])))
        return
    for pages in sizes:
        compare(pages, options.page_bytes)


if __name__ == "__main__":
    main()
