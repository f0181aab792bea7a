"""How fast stored pages are read again, on one core and on two, and whether memory stays flat.

    python benchmarks/reread.py                              10,000 pages of the made-up portal
    python benchmarks/reread.py --pages 2000 --page-bytes 80000

The pages are written into an archive first, as a crawl keeps them but without one. Each reading is a fresh process, so
that its time and memory (that of its workers included) are its own; every record is read, compared and noted.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from newsarchive.archive import Archive
from newsarchive.cli.crawling import known_sites
from newsarchive.crawl.offline import Answer, OfflineReader
from newsarchive.demo import Portal
from newsarchive.items import Site
from newsarchive.reread import Options, Rereading
from newsarchive.reread import Portal as Declared
from newsarchive.snapshots import Exchange, Writer, payload_digest

GOAL = 1.7
"""How many times as many pages two cores should read as one."""
HOME = "http://127.0.0.1:8017/"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
OLD = "0.0.0"
"""The reader that is noted for all records, so that today's reads them again."""
TOGETHER = 500


def declared() -> Site:
    """Give the declaration of the made-up portal."""
    return known_sites(Path())["demo"].declaration()


def fill(data: Path, pages: int, page_bytes: int | None) -> None:
    """Store the portal's pages and their records."""
    portal, site = Portal(records=pages, page_bytes=page_bytes), declared()
    reader = OfflineReader(site)
    urls = list(portal.truth())
    with Archive(data / "archive.db") as archive, Writer(data, site.name) as writer:
        archive.note_site(site)
        for start in range(0, len(urls), TOGETHER):
            with archive.transaction():
                for url in urls[start : start + TOGETHER]:
                    _store(archive, writer, reader, portal, url)


def _store(archive: Archive, writer: Writer, reader: OfflineReader, portal: Portal, url: str) -> None:
    reply = portal.respond(urlsplit(url).path, {"Host": urlsplit(HOME).netloc})
    headers = [("Content-Type", reply.headers["Content-Type"])]
    place = writer.write(Exchange(url, NOW, 200, headers, reply.body))
    number = archive.note_snapshot(
        url,
        site=reader.site.name,
        fetched_at=NOW,
        status=200,
        mime="text/html",
        digest=payload_digest(reply.body),
        file=place.file,
        offset=place.offset,
        length=place.length,
    )
    record = reader.read(Answer(url, NOW, reply.body, headers=headers))
    archive.save(record, snapshot=number, seen_at=NOW, extractor=OLD)


def measured(data: Path, cores: int) -> dict[str, float]:
    """Read everything again in this process and its workers."""
    peak = Peak()
    begun = time.perf_counter()
    report = Rereading(data, Declared(declared()), Options(every=True, cores=cores)).run()
    seconds = time.perf_counter() - begun
    assert report.changed == report.new == 0, report
    return {
        "pages": report.read,
        "pages/s": report.read / seconds,
        "cpu ms/page": peak.cpu() / report.read * 1000,
        "peak MB": peak.megabytes(),
    }


class Peak:
    """Samples the memory of this process and its workers together (their private part and what they share)."""

    def __init__(self) -> None:
        self.most = 0
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            self.most = max(self.most, sum(map(_resident, _family())))
            time.sleep(0.2)

    def megabytes(self) -> float:
        """Give the most that was seen; where the system does not tell, that of the largest single process."""
        unit = 1 if sys.platform == "darwin" else 1024
        return (self.most or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit) / 1e6

    def cpu(self) -> float:
        """Give the seconds that this process and its ended workers have computed."""
        kinds = (resource.getrusage(kind) for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(used.ru_utime + used.ru_stime for used in kinds)


def _family() -> list[Path]:
    own = Path("/proc/self/task")
    if not own.exists():
        return []
    found = (path.read_text().split() for task in own.iterdir() if (path := task / "children").exists())
    return [Path("/proc/self"), *(Path("/proc") / pid for pids in found for pid in pids)]


def _resident(process: Path) -> int:
    try:
        return int((process / "statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return 0


def in_child(data: Path, cores: int) -> dict[str, float]:
    """Read in a fresh process."""
    command = [sys.executable, __file__, "--child", str(data), "--cores", str(cores)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures: dict[str, float] = json.loads(told.splitlines()[-1])
    return figures


def compare(pages: int, page_bytes: int | None, cores: int) -> float:
    """Read the same pages on one core and on several, print the figures, give the ratio of the speeds."""
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), pages, page_bytes)
        rows = {number: in_child(Path(folder), number) for number in (1, cores)}
    for number, row in rows.items():
        print(f"{number} cores", ", ".join(f"{value:8.1f} {name}" for name, value in row.items()))
    ratio = rows[cores]["pages/s"] / rows[1]["pages/s"]
    print(f"{pages} pages: {cores} cores read {ratio:.2f} times as fast as one (goal {GOAL} with two)")
    return ratio


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, action="append", help="pages to store; can be given several times")
    parser.add_argument("--page-bytes", type=int, help="pad every page to about that size")
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(measured(options.child, options.cores)))
        return
    for pages in options.pages or [10_000]:
        compare(pages, options.page_bytes, options.cores)


if __name__ == "__main__":
    main()
