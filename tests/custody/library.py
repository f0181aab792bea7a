"""A small archive with everything in it, made without a crawl."""

import io
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image as Drawing

from newsarchive.archive import Archive
from newsarchive.custody import manifests
from newsarchive.custody.locks import writing
from newsarchive.custody.mending import seal_files
from newsarchive.items import Image, Record
from newsarchive.pictures import identify, store
from newsarchive.snapshots import Exchange, Writer, payload_digest

START = datetime(2026, 11, 23, 4, tzinfo=UTC)
HOME = "https://demo.example"
HTML = [("Content-Type", "text/html; charset=utf-8")]


def page_url(number):
    return f"{HOME}/novice/{number}"


def page(number, text="Prvi odstavek."):
    return f"<html><h1>Naslov {number}</h1><p>{text} {'Beseda ' * 40}{number}</p></html>".encode()


def drawing(number):
    file = io.BytesIO()
    colours = random.Random(number)
    picture = Drawing.new("RGB", (64, 48))
    picture.putdata([tuple(colours.randbytes(3)) for _ in range(64 * 48)])
    picture.save(file, "PNG")
    return file.getvalue()


class Crawl:
    """What a crawl does to the data folder, step by step."""

    def __init__(self, data, archive, *, site="demo", at=START, **writer):
        self.data, self.archive, self.site, self.at = Path(data), archive, site, at
        self.run = archive.start_run(site, at)
        self.writer = Writer(
            self.data,
            site,
            now=lambda: self.at,
            on_new_file=lambda file: archive.note_warc(file, site),
            **writer,
        )

    def fetch(self, url, body, *, mime="text/html", status=200):
        self.at += timedelta(seconds=1)
        digest = payload_digest(body)
        original = self.archive.find_payload(digest, self.site)
        told = (original.url, original.fetched_at) if original else None
        exchange = Exchange(url, self.at, status, [("Content-Type", mime)], body)
        place = self.writer.write(exchange, original=told)
        return self.archive.note_snapshot(
            url,
            site=self.site,
            fetched_at=self.at,
            status=status,
            file=place.file,
            offset=place.offset,
            length=place.length,
            digest=digest,
            mime=mime,
            run=self.run,
            original=original.id if original else None,
        )

    def save(self, number, text="Prvi odstavek."):
        snapshot = self.fetch(page_url(number), page(number, text))
        record = Record(
            "article",
            self.site,
            page_url(number),
            title=f"Naslov {number}",
            body=f"{text} {number}",
            images=[Image(f"{HOME}/slike/{number}.png")],
        )
        self.archive.save(record, snapshot=snapshot, seen_at=self.at)

    def picture(self, number):
        url, body = f"{HOME}/slike/{number}.png", drawing(number)
        self.fetch(url, body, mime="image/png")
        found = identify(body)
        sha256, path = store(self.data, body, found.extension)
        kept = {name: getattr(found, name) for name in ("mime", "width", "height", "dhash")}
        self.archive.note_image(url, "kept", sha256=sha256, path=path, bytes=len(body), **kept)

    def end(self):
        self.writer.close()
        seal_files(self.data, self.archive, self.site)
        counts = {"requests": 9, "new": 3}
        self.archive.finish_run(self.run, "finished", counts, {}, finished=self.at)
        manifests.write(self.data, self.archive, self.run)


def crawl(data, numbers=range(1, 4), *, pictures=True, at=START, **more):
    """Do a whole crawl: pages, one of them twice, an error, pictures; a manifest, seals."""
    with writing(data), Archive(Path(data) / "archive.db") as archive:
        work = Crawl(data, archive, at=at, **more)
        work.fetch(f"{HOME}/robots.txt", b"User-agent: *\n", mime="text/plain")
        for number in numbers:
            work.save(number)
            if pictures:
                work.picture(number)
        work.fetch(page_url(numbers[0]) + "?amp", page(numbers[0]))
        work.fetch(f"{HOME}/ni", b"Ni strani.", status=404)
        work.end()
    return Path(data)
