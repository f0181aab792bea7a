"""What an archived page costs: bytes on the disk and milliseconds of CPU, with and without its snapshot and pictures.

    python benchmarks/storage.py                            1,000 pages of 80 KB from loopback
    python benchmarks/storage.py --pages 5000 --page-bytes 30000

Each crawl is a process of its own, into a folder of its own. The made-up pages are filled up with repeated markup,
so real ones may compress less.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from newsarchive.cli.crawling import Job, Options, crawl_sites, known_sites, settings
from newsarchive.demo import Portal, running

WAYS = {"records only": (False, False), "with snapshots": (True, False), "with pictures": (True, True)}
"""For each way of crawling whether it keeps snapshots, and whether it fetches pictures."""
PARTS = {"database": "archive.db*", "warc": "warc/**/*", "images": "images/**/*", "manifests": "manifests/*"}
"""The parts of a data folder and where they are."""


def crawl(way: str, base: str, data: Path) -> dict[str, float]:
    """Crawl in this process; give the records, the CPU seconds and the requests."""
    snapshots, images = WAYS[way]
    own = settings(data)
    own.set("NEWSARCHIVE_SNAPSHOTS", snapshots, priority="cmdline")
    (result,) = crawl_sites([Job(known_sites(data)["demo"], base)], own, Options(images=images))
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "records": result.counts["new"],
        "requests": result.counts["requests"],
        "cpu": used.ru_utime + used.ru_stime,
    }


def sizes(data: Path) -> dict[str, int]:
    """Give the bytes of each part of a data folder."""
    return {
        part: sum(path.stat().st_size for path in data.glob(pattern) if path.is_file())
        for part, pattern in PARTS.items()
    }


def measure(way: str, base: str, pages: int) -> None:
    """Crawl in a fresh process and print what a page has cost."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, "--child", way, base, folder]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        figures = json.loads(told.splitlines()[-1])
        assert figures["records"] == pages, figures
        found = sizes(Path(folder))
    parts = ", ".join(f"{part} {size / pages:.0f}" for part, size in found.items() if size)
    cpu = figures["cpu"] / pages * 1000
    print(f"{way:15} {sum(found.values()) / pages:8.0f} bytes/page ({parts}), {cpu:5.1f} CPU ms/page")


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--page-bytes", type=int, default=80_000)
    parser.add_argument("--child", nargs=3, metavar=("WAY", "BASE", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        way, base, folder = options.child
        print(json.dumps(crawl(way, base, Path(folder))))
        return
    print(f"{options.pages} pages of {options.page_bytes} bytes")
    with running(Portal(records=options.pages, page_bytes=options.page_bytes), warm=True) as base:
        for way in WAYS:
            measure(way, base, options.pages)


if __name__ == "__main__":
    main()
