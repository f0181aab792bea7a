"""An archive with an obituary that is to be forgotten, and everything that still speaks of it."""

import gzip
from datetime import datetime, timedelta
from pathlib import Path

from custody.library import HOME, START, Crawl, drawing
from newsarchive.archive import Archive
from newsarchive.custody.locks import writing
from newsarchive.items import Ceremony, Image, Obituary, Record
from newsarchive.pictures import identify, store
from newsarchive.snapshots import Exchange, payload_digest, walk

CILKA = f"{HOME}/osmrtnice/cilka-zgled-kova%C4%8D/"
NAME = "Cilka Zgled Kovač"
TEXT = "Sporočamo žalostno vest, da nas je v 93. letu zapustila draga mama Cilka Zgled Kovač."
THANKS = "Iskrena hvala vsem sosedom z Jenkove ceste za podarjeno cvetje in sveče."
SHORT = {1: "Most je odprt", 2: "Zapora Jenkove ceste", 3: "Slovo od ravnateljice"}
ABOUT_HER = "Od Cilke Zgled Kovač so se poslovili tudi njeni učenci."
TRACES = ("cilka zgled", "cilke zgled", "zapustila draga mama", "hvala vsem sosedom", "cilka-zgled", "zgled kova")
"""Small letters of what must be found nowhere."""


def card(url, title, words=""):
    return f'<li class="card"><a href="{url}"><h3>{title}</h3></a><p>{words}</p></li>'


def page(title, body, aside=""):
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{body}</p></article>"
        f"<aside><h4>Zadnje osmrtnice</h4><ul>{aside}<li><a href='/osmrtnice/bor'>Bor Vzorec</a></li></ul></aside>"
        "</body></html>"
    )


DEAD = '<li><a href="/osmrtnice/cilka-zgled-kova%C4%8D/">CILKA ZGLED KOVAČ</a></li>'


class Portal(Crawl):
    """A crawl of a portal on which Cilka is mourned."""

    def keep(self, url, html, record=None, **told):
        body = html.encode() if isinstance(html, str) else html
        snapshot = self.fetch(url, body, **told)
        if record:
            self.archive.save(record, snapshot=snapshot, seen_at=self.at)
        return snapshot

    def redirect(self, path, target):
        """Keep a redirect from a path of the portal."""
        self.at += timedelta(seconds=1)
        url, headers = HOME + path, [("Location", target)]
        place = self.writer.write(Exchange(url, self.at, 301, headers, b""))
        where = {name: getattr(place, name) for name in ("file", "offset", "length")}
        told = {"site": "demo", "fetched_at": self.at, "status": 301, "digest": payload_digest(b""), **where}
        return self.archive.note_snapshot(url, run=self.run, **told)

    def obituary(self, body):
        ceremony = Ceremony("funeral", "2026-11-27", "Podkraj")
        record = Record(
            "obituary", "demo", CILKA, title="Cilka Zgled Kovač", body=body, tags=["osmrtnice", "Kovačevi"],
            images=[Image(f"{HOME}/slike/cilka.png"), Image(f"{HOME}/slike/sveca.png")],
            obituary=Obituary(NAME, "Cilka", "Kovač", died="2026-11-22", age=92, ceremonies=[ceremony]),
            aliases=[f"{HOME}/?p=17"],
        )  # fmt: skip
        return self.keep(CILKA, page(NAME, body), record)

    def article(self, number, *, aside=DEAD, body=""):
        url, title = f"{HOME}/novice/{number}", SHORT[number]
        record = Record("article", "demo", url, title=title, body=body or f"{title}.", tags=["osmrtnice"],
                        images=[Image(f"{HOME}/slike/sveca.png", "Sveča")])  # fmt: skip
        return self.keep(url, page(title, record.body, aside), record)

    def image(self, name, seed):
        url, body = f"{HOME}/slike/{name}.png", drawing(seed)
        self.fetch(url, body, mime="image/png")
        found = identify(body)
        sha256, path = store(self.data, body, found.extension)
        kept = {one: getattr(found, one) for one in ("mime", "width", "height", "dhash")}
        self.archive.note_image(url, "kept", sha256=sha256, path=path, bytes=len(body), **kept)

    def lists(self):
        cards = card(CILKA, NAME, "Sporočamo žalostno vest ....") + card("/novice/1", SHORT[1], "Župan je ....")
        self.keep(f"{HOME}/osmrtnice/", f"<html><body><ul>{cards}</ul></body></html>")
        feed = f"<rss><channel><item><title>{NAME}</title><link>{CILKA}</link></item></channel></rss>"
        self.keep(f"{HOME}/feed/", feed, mime="application/rss+xml")
        sitemap = f"<urlset><url><loc>{CILKA}</loc></url><url><loc>{HOME}/novice/1</loc></url></urlset>"
        self.keep(f"{HOME}/sitemap.xml.gz", gzip.compress(sitemap.encode()), mime="application/gzip")
        self.archive.note_mentions("demo", f"{HOME}/feed/", {CILKA: f"{NAME} | danes", f"{HOME}/novice/1": "Most | 1"})
        self.archive.note_fetch(CILKA, "demo", 200, at=self.at)


def build(folder, *, days=2) -> Path:
    """Crawl it on two days: the pages are the same on the second, the obituary grew by a sentence."""
    data = Path(folder)
    with writing(data), Archive(data / "archive.db") as archive:
        for day in range(days):
            crawl(data, archive, START.replace(day=START.day + day), TEXT if day == 0 else f"{TEXT}\n\n{THANKS}")
    return data


def crawl(data: Path, archive: Archive, at: datetime, text: str) -> None:
    work = Portal(data, archive, at=at)
    work.keep(f"{HOME}/robots.txt", "User-agent: *\n", mime="text/plain")
    work.keep(f"{HOME}/?p=17", "", status=301)
    work.obituary(text)
    work.keep(f"{HOME}/tiskaj?id=17", page(NAME, text))
    work.image("cilka", 1)
    work.image("sveca", 2)
    work.article(1)
    work.article(2, aside="")
    work.article(3, body=f"Ravnateljica se je poslovila. {ABOUT_HER}", aside="")
    work.lists()
    work.end()


def everything(data: Path) -> dict[str, bytes]:
    """Give every byte of the data folder by file, WARC files also unpacked, in small letters."""
    found = {}
    for path in data.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            found[path.relative_to(data).as_posix()] = raw.lower()
            if raw[:2] == b"\x1f\x8b":
                found[f"{path.name} unpacked"] = gzip.decompress(raw).lower()
    return found


def traces(data: Path, words=TRACES) -> list[tuple[str, str]]:
    """Give where any of the words is still found; bytes of packed payloads are unpacked too."""
    haystack = everything(data)
    for path in (data / "warc").rglob("*.warc.gz"):
        for member in walk(path):
            body = member.body if member.type == "response" else b""
            if body[:2] == b"\x1f\x8b":
                haystack[f"{path.name} {member.url}"] = gzip.decompress(body).lower()
    return sorted({(name, word) for name, raw in haystack.items() for word in words if word.lower().encode() in raw})
