"""Makes a small archive with the newsarchive of some age, so that later ones are tested on what really was written.

Run it in a checkout of that age, with the file to write: it uses nothing that is not in all of them.

    git archive 6af9c64 newsarchive | tar -x -C /tmp/old
    PYTHONPATH=/tmp/old python tests/archive/ages/make.py tests/archive/ages/6af9c64.db.gz
"""

import dataclasses
import gzip
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsarchive.archive import Archive
from newsarchive.items import Ceremony, Image, Notice, Obituary, Record, Site, Window

START = datetime(2026, 1, 27, 8, tzinfo=UTC)
HOME = "https://demo.example"

ARTICLE = Record(
    "article",
    "demo",
    f"{HOME}/novice/most",
    title="Most čez reko",
    lead="V Velenju gradijo.",
    body="Novi most bo odprt 5. maja.\n\nStari ostane.",
    authors=["Ana Primer", "Bor Vzorec"],
    source="Občina",
    section="Novice",
    tags=["mostovi", "ceste"],
    language="sl",
    published="2026-01-27T09:12:00+01:00",
    published_raw="27. januar 2026 ob 9:12",
    images=[Image(f"{HOME}/1.jpg", "Most", "Ana Primer", "Most čez reko"), Image(f"{HOME}/2.jpg")],
    aliases=[f"{HOME}/?p=17", "http://www.demo.example/arhiv/most/"],
    evidence={"title": "json-ld", "published": "meta"},
)
NOTICE = Record(
    "notice",
    "demo",
    f"{HOME}/obvestila/zapora",
    title="Zapora Jenkove ceste",
    body="Jenkova cesta bo zaprta.",
    published="2026-01-20",
    notices=[
        Notice(
            "Komunala",
            "road",
            "closure",
            "Jenkova cesta",
            ["Jenkova cesta"],
            "dela",
            "announced",
            [Window("2026-01-29T07:00+01:00", "2026-01-29T17:00+01:00", "2026-01-29"), Window(ends="2026-02-02")],
        ),
        Notice("Elektro", "electricity"),
    ],
)
OBITUARY = Record(
    "obituary",
    "other",
    "https://other.example/osmrtnice/cilka",
    title="Cilka Zgled",
    obituary=Obituary(
        "Cilka Zgled",
        "Cilka",
        "Zgled",
        "Vzorec",
        "1932",
        "2026-01-25",
        93,
        "Podkraj",
        [Ceremony("funeral", "2026-01-30T15:00:00+01:00", "Podkraj"), Ceremony("mass", None, "Cerkev")],
        "vsi njeni",
    ),
)


def fill(archive: Archive) -> None:
    """Put in something of everything: three records, one edited and one read anew, one gone; runs, requests, lists."""
    archive.note_site(Site("demo", f"{HOME}/", "Demo"))
    run = archive.start_run("demo", START)
    for hours, record in enumerate((ARTICLE, NOTICE, OBITUARY)):
        archive.save(record, seen_at=START + timedelta(hours=hours))
    edited = dataclasses.replace(ARTICLE, title="Most je odprt", body="Novi most bo odprt 9. maja.\n\nStari ostane.")
    archive.save(edited, seen_at=START + timedelta(hours=5))
    again = dataclasses.replace(NOTICE, lead="Bolje prebrano.")
    archive.save(again, seen_at=START + timedelta(hours=6), cause="reread")
    archive.note_gone(OBITUARY.url, at=START + timedelta(hours=7))
    archive.finish_run(run, "finished", {"requests": 9, "new": 3}, {"a": 1}, finished=START + timedelta(hours=8))
    due = START + timedelta(hours=9)
    archive.note_fetch(f"{HOME}/novice/x", "demo", 503, etag='"a"', failures=1, next_due=due, at=START)
    archive.note_mentions("demo", f"{HOME}/feed", {ARTICLE.url: "Most, 27. 1."})


def make(path: Path) -> None:
    """Write an archive of this age, compressed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "archive.db"
        with Archive(file) as archive:
            fill(archive)
            archive.connection.execute("VACUUM")
        path.write_bytes(gzip.compress(file.read_bytes(), 9, mtime=0))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
