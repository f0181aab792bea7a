"""Kill crawls at random moments, let one finish, and compare the archive with that of an undisturbed crawl.

    python benchmarks/kill.py --kills 20 --records 200

Exit code 1 if a row differs (times and numbers of rows aside), if a record lacks the page it was read from, or if the
archive is not what its digests say ("newsarchive verify").
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from newsarchive.archive import Archive, Stored
from newsarchive.archive.address import address
from newsarchive.custody.verifying import verify
from newsarchive.demo import Portal, running
from newsarchive.reread.pages import UnreadableError, stored_page

SITES = {"wordpress": "demo", "modern": "demo-new", "classic": "demo-old"}
CRAWL = """
import sys
from pathlib import Path
from newsarchive.cli.crawling import Job, crawl_sites, known_sites, settings
from newsarchive.crawl import undeclared
home, data, site = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
spider = known_sites(data).get(site) or undeclared(home)
(result,) = crawl_sites([Job(spider, home)], settings(data))
sys.exit(0 if result.outcome == "finished" else 1)
"""
RECORD = "JOIN records r ON r.id = {}.record"
ROWS = {
    "records": "SELECT site, kind, url, title, lead, body, source, section, language, published, published_raw,"
    " modified, word_count, digest, gone_at, evidence FROM records",
    "aliases": f"SELECT a.url, r.url FROM aliases a {RECORD.format('a')}",
    "versions": f"SELECT r.url, v.title, v.lead, v.body, v.digest, v.cause FROM versions v {RECORD.format('v')}",
    "authors": f"SELECT r.url, a.name, x.position FROM record_authors x {RECORD.format('x')}"
    " JOIN authors a ON a.id = x.author",
    "tags": f"SELECT r.url, t.name, x.position FROM record_tags x {RECORD.format('x')} JOIN tags t ON t.id = x.tag",
    "images": "SELECT r.url, x.position, x.url, x.caption, x.credit, x.alt, x.status, i.sha256, i.path"
    f" FROM record_images x {RECORD.format('x')} LEFT JOIN images i ON i.id = x.image",
    "notices": "SELECT r.url, n.position, n.issuer, n.service, n.action, n.area, n.places, n.reason, n.status,"
    f" w.starts, w.ends, w.edtf FROM notices n {RECORD.format('n')} LEFT JOIN notice_windows w ON w.notice = n.id",
    "obituaries": "SELECT r.url, o.name, o.died, o.age, o.residence, o.mourners, c.kind, c.at, c.place"
    f" FROM obituaries o {RECORD.format('o')} LEFT JOIN ceremonies c ON c.obituary = o.id",
}
"""What must be the same, table by table; times and row numbers are left out."""
CHECKS = {"integrity_check": [("ok",)], "foreign_key_check": []}


def start(home: str, data: Path, site: str) -> subprocess.Popen[bytes]:
    """Start a crawl in a process of its own."""
    return subprocess.Popen([sys.executable, "-c", CRAWL, home, str(data), site])


def seconds(home: str, data: Path, site: str) -> float:
    """Crawl to the end and give how long that took."""
    begun = time.perf_counter()
    if start(home, data, site).wait():
        raise RuntimeError(f"the crawl of {site} did not finish")
    return time.perf_counter() - begun


def kill_after(wait: float, home: str, data: Path, site: str) -> None:
    """Start a crawl and kill it."""
    child = start(home, data, site)
    try:
        child.wait(wait)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def rows(data: Path) -> dict[str, list[str]]:
    """Give what the archive holds, in an order of its own; records, aliases, versions and their parts."""
    with closing(sqlite3.connect(data / "archive.db")) as db:
        return {name: sorted(map(repr, db.execute(sql))) for name, sql in ROWS.items()}


def faults(data: Path) -> list[str]:
    """Give what is wrong with an archive by itself."""
    with closing(sqlite3.connect(data / "archive.db")) as db:
        found = [name for name, clean in CHECKS.items() if db.execute(f"PRAGMA {name}").fetchall() != clean]
    return [*found, *unread(data), *(f"verify: {finding.text}" for finding in verify(data).findings)]


def unread(data: Path) -> list[str]:
    """Give the records whose page is not kept, or is not the one they were read from."""
    with Archive(data / "archive.db", readonly=True) as archive:
        return [f"no page: {one.record.url}" for one in archive.records() if not has_page(data, archive, one)]


def has_page(data: Path, archive: Archive, one: Stored) -> bool:
    """Tell whether a record's page can be read back and is at one of its addresses."""
    try:
        page = stored_page(data, archive, one.snapshot)
    except UnreadableError:
        return False
    return address(page.snapshot.url) in {address(url) for url in (one.record.url, *one.record.aliases)}


def differences(one: Path, other: Path) -> list[str]:
    """Give the tables in which two archives differ, with a row of each that the other lacks."""
    left, right = rows(one), rows(other)
    return [
        f"{name}: {next(iter(set(left[name]) ^ set(right[name])), 'a row stands there twice')[:300]}"
        for name in ROWS
        if left[name] != right[name]
    ]


def trial(home: str, site: str, kills: int, *, seed: int = 1, each: bool = True) -> list[str]:
    """Kill ``kills`` crawls and finish; give what differs from an undisturbed crawl.

    ``each``: a new archive and a finishing run after every kill; else all kills hit one archive before it is finished.
    """
    moments = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        undisturbed = Path(folder) / "undisturbed"
        whole = seconds(home, undisturbed, site)
        found: list[str] = []
        for number in range(kills):
            data = Path(folder) / (f"killed-{number}" if each else "killed")
            kill_after(moments.uniform(0.3, 1.0) * whole, home, data, site)
            if each or number == kills - 1:
                seconds(home, data, site)
                found += [*faults(data), *differences(undisturbed, data)]
        return found


def main() -> None:
    """Read the options, run a trial for each template."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--records", type=int, default=200)
    parser.add_argument("--template", choices=SITES, action="append")
    parser.add_argument("--undeclared", action="store_true", help="crawl as if nobody had declared the portal")
    options = parser.parse_args()
    failed = False
    for template in options.template or SITES:
        with running(Portal(template, records=options.records)) as home:
            site = "undeclared" if options.undeclared else SITES[template]
            found = trial(home, site, options.kills)
        print(f"{template}: {options.kills} kills, {len(found)} differences", *found[:5], sep="\n  ")
        failed = failed or bool(found)
    sys.exit(failed)


if __name__ == "__main__":
    main()
