"""How long the pages of the browser take, while nobody writes and while a crawl does, and how much memory they need.

    python benchmarks/pages.py                    of 100,000 records of the made-up portals, in a temporary folder
    python benchmarks/pages.py --records 10000    of fewer
    python benchmarks/pages.py --data FOLDER      of a copy of this archive; the archive itself is left alone

A server answers as "newsarchive serve" does. Each kind of page is asked for several times, of different records, words
and months, in an order drawn by chance, one page after the other; the first round is not counted. The writer is a
process that stores so many records a second, each in a transaction of its own with the note of its request, as a crawl
does: half of them are new, half are edits of what is there. Times are those of the clock, of the whole answer; of a
machine that is busy they tell little. Beside them stands what the server needed of a processor in the median (Linux).
"""

from __future__ import annotations

import argparse
import http.client
import multiprocessing
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from itertools import chain, count
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple
from urllib.parse import quote

from search import SAMPLE, fill, made

from newsarchive.archive import Archive

ROUNDS = 15
VISITORS = 8
"""Visitors at once, twice as many as the server has threads for pages."""
PACE = 5.0
"""Records that the writer stores a second: five portals at the pace of one page a second."""
WORDS = ("cesta", "občina", "voda", "prireditev", "šola", "zapora", "leto", "novo")
PAGES: dict[str, tuple[str, ...]] = {
    "front": ("/",),
    "record": ("/record/{record}",),
    "search, a common word": ("/search?q={word}",),
    "search, two words": ("/search?q={word}+{word}",),
    "search, a phrase": ("/search?q={title}",),
    "search, a word of a site": ("/search?q={word}&site={site}",),
    "search, a word of a year": ("/search?q={word}&year={year}",),
    "search, newest first": ("/search?q={word}&order=newest",),
    "search, nothing found": ("/search?q=neznankamor",),
    "filters alone": ("/search?kind=notice&year={year}",),
    "notices of a day": ("/notices?day={day}",),
    "notices of a place": ("/notices?day={day}&place={place}",),
    "places": ("/notices/places",),
    "obituaries": ("/obituaries", "/obituaries?month={month}"),
    "obituaries of a letter": ("/obituaries?letter=K", "/obituaries?letter=P"),
    "changes": ("/changes", "/changes?order=newest"),
    "health": ("/health",),
    "saved searches": ("/saved",),
}
"""For each kind of page its addresses; what stands in brackets is drawn anew for each visit."""
SERVED = re.compile(r"http://127\.0\.0\.1:(\d+)/")
DRAWN = {
    "record": "SELECT id FROM records",
    "title": "SELECT title FROM records WHERE title IS NOT NULL",
    "site": "SELECT DISTINCT site FROM records",
    "year": "SELECT DISTINCT substr(published, 1, 4) FROM records WHERE published IS NOT NULL",
    "month": "SELECT DISTINCT substr(published, 1, 7) FROM records WHERE kind = 'obituary' AND published IS NOT NULL",
    "day": "SELECT DISTINCT substr(starts, 1, 10) FROM notice_windows WHERE starts IS NOT NULL",
    "place": "SELECT DISTINCT e.value FROM notices n, json_each(n.places) e",
}
PHRASE = 2
"""Words of a title that are asked for as a phrase."""


class LateError(Exception):
    """A page took longer than the server lets it."""


class Spent(NamedTuple):
    """Milliseconds."""

    clock: float
    processor: float


class Server(NamedTuple):
    """A server that runs."""

    process: subprocess.Popen[str]
    port: int

    def worked(self) -> float:
        """Give the milliseconds that its threads have had of a processor; 0 where the system does not tell."""
        told = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(file.read_text().split()[0]) for file in told) / 1e6

    def memory(self) -> float:
        """Give the megabytes that it holds now."""
        command = ["ps", "-o", "rss=", "-p", str(self.process.pid)]
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout) / 1024


def values(path: Path) -> dict[str, list[str]]:
    """Give some of each thing that an address can name."""
    with closing(sqlite3.connect(path)) as db:
        found = {name: [str(row[0]) for row in db.execute(f"{sql} ORDER BY 1")] for name, sql in DRAWN.items()}
    titles = [f'"{" ".join(title.split()[:PHRASE])}"' for title in found["title"] if title.count(" ") >= PHRASE]
    return found | {"title": titles, "word": list(WORDS)}


def visits(known: dict[str, list[str]], chance: random.Random) -> list[tuple[str, str]]:
    """Give the addresses of one round, with their kinds."""
    told = [(kind, chance.choice(addresses)) for kind, addresses in PAGES.items()]
    chance.shuffle(told)
    return [(kind, _drawn(address, known, chance)) for kind, address in told]


def _drawn(address: str, known: dict[str, list[str]], chance: random.Random) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: quote(chance.choice(known[found[1]])), address)


def times(server: Server, known: dict[str, list[str]], seed: int) -> dict[str, list[Spent]]:
    """Visit all kinds of pages in several rounds, and give the milliseconds that each took."""
    chance = random.Random(seed)
    spent: dict[str, list[Spent]] = {kind: [] for kind in PAGES}
    for turn in range(ROUNDS + 1):
        for kind, address in visits(known, chance):
            before = server.worked()
            clock = _visit(server.port, address)
            if turn:
                spent[kind].append(Spent(clock, server.worked() - before))
    return spent


def _visit(port: int, address: str) -> float:
    started = time.perf_counter()
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
    if answer.status == http.HTTPStatus.SERVICE_UNAVAILABLE:
        raise LateError(address)
    if answer.status != http.HTTPStatus.OK:
        raise RuntimeError(f"{address}: {answer.status}")
    return (time.perf_counter() - started) * 1000


def together(server: Server, known: dict[str, list[str]]) -> int:
    """Visit the same pages several at a time, and tell how many were given up for taking longer than a page may.

    Each of the server's threads has an archive of its own open then.
    """
    chance = random.Random(2)
    addresses = [address for _ in range(ROUNDS) for _, address in visits(known, chance)]
    with ThreadPoolExecutor(VISITORS) as visitors:
        return sum(visitors.map(partial(_is_late, server.port), addresses))


def _is_late(port: int, address: str) -> bool:
    try:
        _visit(port, address)
    except LateError:
        return True
    return False


@contextmanager
def serving(data: Path) -> Iterator[Server]:
    """Serve an archive."""
    command = [sys.executable, "-m", "newsarchive.cli", "--data", str(data), "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        try:
            told = next(found for line in server.stderr if (found := SERVED.search(line)))
            _await(int(told[1]))
            yield Server(server, int(told[1]))
        finally:
            server.terminate()


def _await(port: int) -> None:
    """Wait until the server answers."""
    for _ in range(600):
        try:
            _visit(port, "/saved")
        except OSError:
            time.sleep(0.1)
        else:
            return


@contextmanager
def writing(path: Path, pace: float) -> Iterator[None]:
    """Let another process store records meanwhile, and tell at what pace it did."""
    context = multiprocessing.get_context("spawn")
    ready, done, written = context.Event(), context.Event(), context.Value("i", 0)
    writer = context.Process(target=write, args=(path, pace, ready, done, written))
    writer.start()
    ready.wait(600)
    started = time.perf_counter()
    try:
        yield
    finally:
        done.set()
        writer.join()
        took = time.perf_counter() - started
        print(f"the writer stored {written.value} records in {took:.0f} s, {written.value / took:.1f} a second")


def write(path: Path, pace: float, ready: Event, done: Event, written: Synchronized[int]) -> None:
    """Store records until told to end: new ones, and edits of what is there."""
    with Archive(path) as archive:
        records = zip(count(), made(SAMPLE), strict=False)
        ready.set()
        due = time.monotonic()
        for number, record in records:
            change = {"url": f"{record.url}?{time.time_ns()}"} if number % 2 else {"body": f"{record.body}\n\n{number}"}
            archive.save(replace(record, **change))
            archive.note_fetch(record.url, record.site, 200)
            written.value += 1
            due += 1 / pace
            if done.wait(max(due - time.monotonic(), 0)):
                return


def tell(quiet: dict[str, list[Spent]], busy: dict[str, list[Spent]]) -> None:
    """Print the middle and the end of the times of each kind of page."""
    print(f"{'':26} {'quiet':>8} {'':>8} {'':>8} {'writing':>10}")
    print(f"{'ms':26} {'p50':>8} {'p95':>8} {'CPU':>8} {'p50':>10} {'p95':>8} {'CPU':>8}")
    for kind in (*PAGES, "all"):
        first, second = (list(chain(*one.values())) if kind == "all" else one[kind] for one in (quiet, busy))
        print(f"{kind:26} {_told(first)}   {_told(second)}")


def _told(spent: list[Spent]) -> str:
    clocks, processors = zip(*spent, strict=True)
    high = quantiles(clocks, n=20, method="inclusive")[-1]
    return f"{median(clocks):8.1f} {high:8.1f} {median(processors):8.1f}"


def measure(data: Path, pace: float) -> None:
    """Serve an archive that may be written to, and print everything."""
    path = data / "archive.db"
    known = values(path)
    print(f"{len(known['record']):,} records, {path.stat().st_size / 1e6:.0f} MB")
    with serving(data) as server:
        print(f"memory of the server at its start: {server.memory():.0f} MB")
        quiet = times(server, known, 1)
        print(f"  after {ROUNDS * len(PAGES)} pages: {server.memory():.0f} MB")
        with writing(path, pace):
            busy = times(server, known, 1)
        print(f"  after as many while records were written: {server.memory():.0f} MB")
        late = together(server, known)
        print(f"  after as many of {VISITORS} visitors at once, {late} given up: {server.memory():.0f} MB")
    tell(quiet, busy)


def main() -> None:
    """Measure a copy of an archive, or one that is made."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="the folder of an archive, which is copied")
    parser.add_argument("--records", type=int, default=SAMPLE)
    parser.add_argument("--pace", type=float, default=PACE, help="records that the writer stores a second")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.db"
        if options.data:
            with closing(sqlite3.connect(options.data / "archive.db")) as held, closing(sqlite3.connect(path)) as copy:
                held.backup(copy)
        with Archive(path) as archive:
            fill(archive, 0 if options.data else options.records)
        measure(Path(folder), options.pace)


if __name__ == "__main__":
    main()
