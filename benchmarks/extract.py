"""Measure the reading of pages beside other readers, on the same pages, in one run.

    python benchmarks/extract.py                                       pages of the made-up portal
    python benchmarks/extract.py --pages FOLDER                        saved pages (.html, .html.gz)
    python benchmarks/extract.py --peer-python OTHER/bin/python        where trafilatura and the like are installed
    python benchmarks/extract.py --memory 10000                        whether memory stays flat over so many pages

FOLDER may have a ``truth.jsonl``: one object a line with ``page`` (the file), ``url`` and ``body`` (the text to be
found, for the column F1). Each reader works in a fresh process, several times; of each page the quickest time counts,
in seconds of the processor. Readers that are not installed are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

from readers import WAYS, Reader

FASTER, P99, GROWTH = 5.0, 0.1, 1.05
"""Goals: times as many pages as trafilatura, seconds, and the memory of the last tenth beside that of the first."""
SHINGLE = 4
"""Words that must follow each other to be found; as the article extraction benchmark counts."""
TENTHS = 10
LONGEST, PATIENCE = 20, 600
"""Seconds after which a page, and a reader, are given up."""
UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts the memory of a process."""

OURS, RIVAL = "newsarchive", "trafilatura"
Row = dict[str, str]
"""A page: its ``file``, ``url`` and, where known, ``body``."""


def saved(folder: Path) -> list[Row]:
    """Give the pages of a folder."""
    truth = folder / "truth.jsonl"
    if truth.exists():
        told = (json.loads(line) for line in truth.read_text("utf-8").splitlines())
        return [{**row, "file": str(folder / row["page"])} for row in told]
    paths = sorted([*folder.rglob("*.html"), *folder.rglob("*.html.gz")])
    return [{"file": str(path), "url": f"http://primer.test/{path.name.split('.')[0]}"} for path in paths]


def made_up(folder: Path, each: int, page_bytes: int) -> list[Row]:
    """Write pages of the made-up portal into a folder, as many of each template."""
    from newsarchive.demo import Portal
    from newsarchive.demo.templates import TEMPLATES

    rows = []
    for name in TEMPLATES:
        portal = Portal(name, records=each, page_bytes=page_bytes)
        for number, (url, fact) in enumerate(islice(portal.truth().items(), each)):
            path = folder / f"{name}-{number}.html"
            path.write_bytes(portal.respond(url[url.index("/", 8) :], {"Host": urlsplit(url).netloc}).body)
            body = "\n\n".join(text for text in (fact.record.lead, fact.record.body) if text)
            rows.append({"file": str(path), "url": url, "body": body})
    return rows


def load(path: str) -> bytes:
    """Give the bytes of a saved page."""
    data = Path(path).read_bytes()
    return gzip.decompress(data) if path.endswith(".gz") else data


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words."""
    words = re.findall(r"\w+", text)
    return (
        Counter(tuple(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1))) if words else Counter()
    )


def f1(got: str, wanted: str) -> float:
    """Say how much of the wanted text was found, and of the found one wanted: 0 to 1."""
    left, right = shingles(got), shingles(wanted)
    both = sum((left & right).values())
    return 2 * both / (sum(left.values()) + sum(right.values())) if both else float(not left and not right)


def child(way: str, rows: list[Row]) -> dict[str, list[float | None]]:
    """Read all pages once, in this process: give for each its seconds and F1 (None: nobody knows the text)."""
    run = WAYS[way]()
    for row in rows[:5]:
        attempt(run, load(row["file"]), row["url"])
    seconds, scores = [], []
    for row in rows:
        html = load(row["file"])
        begun = time.process_time()
        text = attempt(run, html, row["url"])
        seconds.append(time.process_time() - begun)
        scores.append(f1(text, row["body"]) if row.get("body") else None)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / 1e6
    return {"seconds": seconds, "f1": scores, "memory": [memory]}


def attempt(run: Reader, html: bytes, url: str) -> str:
    """Read a page; one at which a reader fails, or does not come to an end, has no text."""
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.alarm(LONGEST)
    try:
        return run(html, url)
    except (Exception, KeyboardInterrupt):  # the rivals' failures are their own
        return ""
    finally:
        signal.alarm(0)


def memory(rows: list[Row], count: int) -> list[float]:
    """Read ``count`` pages, the same again and again; give for each tenth the most megabytes held after a page."""
    run, held = WAYS[OURS](), []
    for number in range(count):
        row = rows[number % len(rows)]
        run(load(row["file"]), row["url"])
        tenth = number * TENTHS // count
        held += [0.0] * (tenth + 1 - len(held))
        held[tenth] = max(held[tenth], resident())
    return held


def resident() -> float:
    """Give the megabytes that this process holds; where the system does not tell, the most it ever held."""
    told = Path("/proc/self/statm")
    if told.exists():
        return int(told.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / 1e6


def ask(python: str, index: Path, *words: str) -> object:
    """Run this file in a fresh process; None where the reader is not installed there, or does not come to an end."""
    command = [python, __file__, "--index", str(index), *words]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return None
    if told.returncode and "ModuleNotFoundError" not in told.stderr:
        raise SystemExit(told.stderr)
    return json.loads(told.stdout.splitlines()[-1]) if told.returncode == 0 else None


def measured(way: str, python: str, index: Path, rounds: int) -> dict[str, float] | None:
    """Give the figures of a reader; None where it is not installed."""
    runs = [answer for _ in range(rounds) if isinstance(answer := ask(python, index, "--child", way), dict)]
    if not runs:
        return None
    seconds = [min(times) for times in zip(*(run["seconds"] for run in runs), strict=True)]
    scores = [score for score in runs[0]["f1"] if score is not None]
    hundredths = statistics.quantiles(seconds, n=100, method="inclusive")
    return {
        "pages/s": len(seconds) / sum(seconds),
        "median": hundredths[49] * 1e3,
        "p95": hundredths[94] * 1e3,
        "p99": hundredths[98] * 1e3,
        "max": max(seconds) * 1e3,
        "MB": min(run["memory"][0] for run in runs),
        "F1": statistics.fmean(scores) if scores else float("nan"),
    }


def compare(index: Path, python: str, rounds: int) -> bool:
    """Print the figures of every reader, and how many times as fast ours is; say whether the goals are met."""
    found = {}
    print(f"{'':13}{'pages/s':>9}{'median':>9}{'p95':>9}{'p99':>9}{'max ms':>9}{'MB':>7}{'F1':>8}{'ours is':>9}")
    for way in WAYS:
        row = measured(way, sys.executable if way == OURS else python, index, rounds)
        if row is None:
            print(f"{way:13}   not installed, or without an end")
            continue
        found[way] = row
        times = "".join(f"{row[name]:9.1f}" for name in ("pages/s", "median", "p95", "p99", "max"))
        ratio = found[OURS]["pages/s"] / row["pages/s"]
        print(f"{way:13}{times}{row['MB']:7.0f}{row['F1']:8.4f}{ratio:8.1f}x", flush=True)
    slower = RIVAL in found and found[OURS]["pages/s"] < FASTER * found[RIVAL]["pages/s"]
    print(f"goals: {FASTER:.0f} times {RIVAL}'s pages, p99 under {P99 * 1e3:.0f} ms")
    return not slower and found[OURS]["p99"] < P99 * 1e3


def stays_flat(index: Path, count: int) -> bool:
    """Print the memory over many pages; say whether it stays flat."""
    held = ask(sys.executable, index, "--memory", str(count))
    assert isinstance(held, list), "our own reader failed"
    print(f"memory over {count} pages, most MB in each tenth:", " ".join(f"{megabytes:.0f}" for megabytes in held))
    return bool(held[-1] <= GROWTH * held[0])


def main(arguments: Iterable[str] | None = None) -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, help="a folder of saved pages")
    parser.add_argument("--each", type=int, default=100, help="pages of each template of the made-up portal")
    parser.add_argument("--page-bytes", type=int, default=100_000, help="pad them to about that size")
    parser.add_argument("--peer-python", default=sys.executable, help="the Python that has the other readers")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", type=int, default=0, metavar="COUNT")
    parser.add_argument("--index", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--child", choices=list(WAYS), help=argparse.SUPPRESS)
    options = parser.parse_args(None if arguments is None else list(arguments))
    if options.index:
        rows = json.loads(options.index.read_text("utf-8"))
        print(json.dumps(child(options.child, rows) if options.child else memory(rows, options.memory)))
        return
    with tempfile.TemporaryDirectory() as name:
        folder, index = Path(name), Path(name) / "index.json"
        rows = saved(options.pages) if options.pages else made_up(folder, options.each, options.page_bytes)
        index.write_text(json.dumps(rows), encoding="utf-8")
        print(f"{len(rows)} pages of {statistics.median(len(load(row['file'])) for row in rows) / 1e3:.0f} kB (median)")
        good = compare(index, options.peer_python, options.rounds)
        good = (not options.memory or stays_flat(index, options.memory)) and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
