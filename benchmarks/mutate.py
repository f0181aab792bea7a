"""Read thousands of broken pages: nothing may fail, take long or need much memory.

    python benchmarks/mutate.py                       20,000 pages, made of those of the made-up portal
    python benchmarks/mutate.py --huge                each huge page once
    python benchmarks/mutate.py --pages FOLDER        made of saved pages (.html, .html.gz)
    python benchmarks/mutate.py --only 1234           one page again, by its number

Every page is judged and read in a process of its own, so that a crash is one page's and time and memory are too.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

from mutations import HUGE, HUGE_EVERY, Mutant, huge_mutant, mutant

from newsarchive.demo import Portal
from newsarchive.demo.templates import TEMPLATES
from newsarchive.extract import Page, judge, read_page
from newsarchive.items import KINDS, Record

Seed = tuple[str, bytes]
"""An address and a good page."""
SECONDS = 2.0
MEGABYTES = 300.0
PATIENCE = 120
"""Seconds after which a page is given up;"""
ROOM = 4 << 30
"""and bytes."""
UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts the memory of a process."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading one page came to."""

    number: int
    how: str
    seconds: float
    """Of the processor."""
    megabytes: float
    """The most that the reading process ever held, the interpreter and the page included."""
    problem: str | None = None
    """What failed; None: nothing did."""


def portal_seeds(each: int = 12) -> list[Seed]:
    """Give pages of the made-up portal in each of its templates: items and lists."""
    seeds: list[Seed] = []
    for name in TEMPLATES:
        portal = Portal(name, records=60)
        host = f"127.0.0.1:{portal.port}"
        urls = [f"http://{host}/", *islice(portal.truth(), each)]
        seeds += [(url, portal.respond(url[url.index("/", 8) :], {"Host": host}).body) for url in urls]
    return [(url, page) for url, page in seeds if page]


def saved_seeds(folder: Path) -> list[Seed]:
    """Give the pages that are saved in a folder and below."""
    paths = sorted([*folder.rglob("*.html"), *folder.rglob("*.html.gz")])
    return [(f"http://primer.test/novice/{path.name.split('.')[0]}", _unpacked(path)) for path in paths]


def _unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def examine(one: Mutant) -> float:
    """Judge and read a page as a crawl does, hold the record to what every record is; give the seconds it took."""
    begun = time.process_time()
    page = Page(one.html, one.url, encoding=one.charset)
    judge(page)
    record = read_page(page)
    seconds = time.process_time() - begun
    told = record.to_dict()
    assert record.kind in KINDS
    assert Record.from_dict(json.loads(json.dumps(told, ensure_ascii=False).encode())).to_dict() == told
    return seconds


def in_child(number: int, how: str, make: Callable[[], Mutant]) -> Outcome:
    """Make a page and read it in a process of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _answer(writer, make)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        told = pipe.read()
    _, status, used = os.wait4(child, 0)
    spent, memory = used.ru_utime + used.ru_stime, used.ru_maxrss * UNIT / 1e6
    if not told:
        return Outcome(number, how, spent, memory, f"the process ended with {os.waitstatus_to_exitcode(status)}")
    answer = json.loads(told)
    return Outcome(number, answer["how"], answer.get("seconds", spent), memory, answer.get("problem"))


def _answer(pipe: int, make: Callable[[], Mutant]) -> None:
    """Do the work of a child, tell the answer and end."""
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
    answer: dict[str, object] = {"how": "?"}
    try:
        one = make()
        answer["how"] = one.how
        answer["seconds"] = examine(one)
    except BaseException as error:  # whatever it is, it is what we are looking for
        answer["problem"] = repr(error)[:300]
    os.write(pipe, json.dumps(answer).encode())
    os._exit(0)


def run(numbers: Iterable[int], seeds: list[Seed]) -> Iterator[Outcome]:
    """Read the broken pages with these numbers."""
    for number in numbers:
        if number % HUGE_EVERY:
            yield in_child(number, "?", lambda number=number: mutant(number, seeds))
        else:
            yield run_huge(number)


def run_huge(number: int) -> Outcome:
    """Read a huge page; it is made in another process than the one that is measured."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        maker = os.fork()
        if maker == 0:
            path.write_bytes(huge_mutant(number).html)
            os._exit(0)
        os.waitpid(maker, 0)
        return in_child(number, "?", lambda: huge_mutant(number, path.read_bytes()))


def tell(outcomes: list[Outcome], worst: int, seconds: float = SECONDS) -> bool:
    """Print what came out; say whether everything is as it should be."""
    failed = [one for one in outcomes if one.problem]
    slow = sorted(outcomes, key=lambda one: -one.seconds)
    hungry = sorted(outcomes, key=lambda one: -one.megabytes)
    print(f"{len(outcomes)} pages: {len(failed)} failed, the slowest {slow[0].seconds:.2f} s (goal {seconds:.0f}),")
    print(f"the most memory {hungry[0].megabytes:.0f} MB (goal {MEGABYTES:.0f}, of which {bare():.0f} are the program)")
    for name, some in (("failed", failed), ("slowest", slow), ("most memory", hungry)):
        print(f"\n{name}" if some else f"\n{name}: none")
        for one in some[:worst]:
            print(f"  {one.number:6} {one.seconds:7.2f} s {one.megabytes:5.0f} MB  {one.how}  {one.problem or ''}")
    return not failed and slow[0].seconds <= seconds and hungry[0].megabytes <= MEGABYTES


def bare() -> float:
    """Give the megabytes of a process that has read nothing but a small page."""
    return in_child(0, "", lambda: Mutant(0, "", b"<p>a", "http://primer.test/a")).megabytes


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--huge", action="store_true", help="the huge pages only, each at three addresses")
    parser.add_argument("--only", type=int, nargs="+", help="these pages, by their numbers")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="the goal, for slow or busy machines")
    parser.add_argument("--pages", type=Path, help="a folder of good pages to break")
    parser.add_argument("--worst", type=int, default=10, help="how many to list")
    options = parser.parse_args()
    seeds = saved_seeds(options.pages) if options.pages else portal_seeds()
    numbers: Iterable[int] = range(options.start, options.start + options.count)
    if options.huge:
        numbers = range(0, 3 * len(HUGE) * HUGE_EVERY, HUGE_EVERY)
    if options.only is not None:
        numbers = options.only
    for url, page in seeds[:40]:
        examine(Mutant(0, "", page, url))  # what is loaded late is no page's
    outcomes = []
    for one in run(numbers, seeds):
        outcomes.append(one)
        if one.problem or one.seconds > options.seconds or one.megabytes > MEGABYTES:
            print(json.dumps(asdict(one)), file=sys.stderr, flush=True)
    sys.exit(0 if tell(outcomes, options.worst, options.seconds) else 1)


if __name__ == "__main__":
    main()
