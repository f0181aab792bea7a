"""A small portal on loopback that no profile and no template of ours knows, for crawls from the front page alone."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

WORDS = (
    "občina most reka cesta gasilci šola prireditev dvorana prebivalci dela prenova župan svet knjižnica zbor vrt pot "
    "razstava tekma zmaga ekipa proračun gradnja vodovod promet praznik koncert otroci učitelji starši društvo dvorišče"
).split()
PAGINGS: dict[str, Callable[[str, int], str]] = {
    "path": lambda base, page: f"{base}/page/{page}",
    "query": lambda base, page: f"{base}?stran={page}",
    "zero": lambda base, page: f"{base}?page={page - 1}",
    "start": lambda base, page: f"{base}?start={(page - 1) * 10}",
    "file": lambda base, page: f"{base}_{page}.html",
    "bare": lambda base, page: f"{base}/{page}",
}
SECTIONS = {"lokalno": 37, "sport": 25, "obvestila": 14, "osmrtnice": 12}
ASCII = str.maketrans("čšž", "csz")
PER_PAGE = 10
MONTHS = "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra".split()


def sentence(source: random.Random, words: int = 14) -> str:
    """Make up a sentence."""
    text = " ".join(source.choice(WORDS) for _ in range(words))
    return text.capitalize() + "."


@dataclass
class Item:
    """One article, notice or obituary."""

    section: str
    number: int
    title: str
    body: list[str]
    day: date

    @property
    def path(self) -> str:
        words = self.title.lower().translate(ASCII).replace(",", "").split()
        return f"/{self.section}/{self.number}-{'-'.join(words[:5])}"


def make_items(sections: dict[str, int] = SECTIONS) -> list[Item]:
    """Make the portal's items, the newest first in each section."""
    source = random.Random(7)
    items = []
    for section, count in sections.items():
        for index in range(count):
            words = [source.choice(WORDS) for _ in range(6)]
            title = " ".join(words).capitalize() + f" {index}"
            if section == "osmrtnice":
                title = f"Ana {source.choice(('Primer', 'Vzorec', 'Zgled'))} {chr(65 + index)}."
            body = [sentence(source) for _ in range(5)]
            items.append(Item(section, 1000 + len(items), title, body, date(2026, 11, 20) - timedelta(days=index)))
    return items


@dataclass
class SmallPortal:
    """What the server serves; tests change it between two crawls."""

    paging: str = "path"
    items: list[Item] = field(default_factory=make_items)
    robots: str = "User-agent: *\nDisallow: /skrito/\n"
    extra: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    home: str = ""
    moved: dict[int, str] = field(default_factory=dict)
    numbered: bool = True
    tails: bool = True
    feed: bool = False

    def page(self, path: str) -> tuple[int, dict[str, str], bytes] | None:
        """Give status, headers and body for a path with its query."""
        if path in self.extra:
            return self.extra[path]
        if path == "/robots.txt":
            return 200, {"Content-Type": "text/plain"}, self.robots.encode()
        if path == "/":
            return self._html("Mali portal", self._front())
        if path.startswith("/koledar"):
            return self._calendar(path)
        if path.startswith("/oznaka/"):
            return self._html("Oznaka", self._cards(self.items[:: 1 + len(path) % 5][:8]))
        if path in ("/o-nas", "/pogoji", "/oglasevanje"):
            return self._html("O nas", "<p>Smo majhen portal za majhno občino.</p>")
        for item in self.items:
            if path == item.path:
                return self._html(item.title, self._item(item), last=item.day)
        return self._section(path)

    def _front(self) -> str:
        newest = sorted(self.items, key=lambda item: item.day, reverse=True)[:12]
        return self._cards(newest) + '<a href="/iskanje?q=most">Išči</a><a href="/koledar/2026/11">Koledar dogodkov</a>'

    def _cards(self, items: list[Item]) -> str:
        cards = [
            f'<div class="box"><h3><a href="{self.moved.get(item.number, item.path)}">{item.title}</a></h3>'
            f"<span>{_day(item.day)}</span>"
            f"<p>{item.body[0][:60]} …</p></div>"
            for item in items
        ]
        return "".join(cards)

    def _item(self, item: Item) -> str:
        text = f"<h1>{item.title}</h1><div class='meta'>{_day(item.day)} | Jana Zgled</div>"
        text += "".join(f"<p>{paragraph}</p>" for paragraph in item.body)
        return text + self._tail(item) if self.tails else text

    def _tail(self, item: Item) -> str:
        others = [other for other in self.items if other is not item][item.number % 40 :][:4]
        return (
            f"<p><a href='/oznaka/{item.body[0].split()[1]}'>{item.body[0].split()[1]}</a></p>"
            + f"<div class='more'><h4>Preberite še</h4>{self._cards(others)}</div>"
            + f"<a href='{item.path}?print=1'>Natisni</a>"
        )

    def _section(self, path: str) -> tuple[int, dict[str, str], bytes] | None:
        for section in {item.section for item in self.items}:
            own = [item for item in self.items if item.section == section]
            last = -(-len(own) // PER_PAGE)
            for page in range(1, last + 1):
                first = PAGINGS["path"] if page == 1 else PAGINGS[self.paging]
                if path == (f"/{section}" if page == 1 else first(f"/{section}", page)):
                    shown = own[(page - 1) * PER_PAGE : page * PER_PAGE]
                    return self._html(section.capitalize(), self._cards(shown) + self._pager(section, page, last))
        return None

    def _pager(self, section: str, page: int, last: int) -> str:
        def address(number: int) -> str:
            return f"/{section}" if number == 1 else PAGINGS[self.paging](f"/{section}", number)

        if self.numbered:
            return "".join(f'<a href="{address(number)}">{number}</a> ' for number in range(1, last + 1))
        return f'<a href="{address(page + 1)}">Starejše</a>' if page < last else ""

    def _calendar(self, path: str) -> tuple[int, dict[str, str], bytes]:
        year, month = (int(part) for part in path.split("/")[2:4])
        following = f"/koledar/{year + month // 12}/{month % 12 + 1}"
        days = "".join(f'<a href="/koledar/{year}/{month}/{day}">{day}</a> ' for day in range(1, 29))
        return self._html(f"Koledar {month}/{year}", f'{days}<a href="{following}">Naslednji mesec</a>')

    def _html(self, title: str, body: str, last: date | None = None) -> tuple[int, dict[str, str], bytes]:
        menu = "".join(
            f'<li><a href="/{section}">{section.capitalize()}</a></li>'
            for section in dict.fromkeys(i.section for i in self.items)
        )
        feed = '<link rel="alternate" type="application/rss+xml" href="/novo.rss">' if self.feed else ""
        page = (
            f"<!doctype html><html lang=sl><head><title>{title} – Mali portal</title>{feed}</head>"
            f'<body><div id=top><ul>{menu}<li><a href="/prijava">Prijava</a></li></ul>'
            f"<span>ponedeljek, 23. november 2026</span></div><div id=main>{body}</div>"
            f'<div id=foot><a href="/o-nas">O nas</a> <a href="/pogoji">Pogoji uporabe</a>'
            f'<a href="/slike/logo.png">Logo</a>'
            f'<a href="https://www.facebook.com/sharer?u=x">Deli</a></div></body></html>'
        )
        return 200, {"Content-Type": "text/html; charset=utf-8"}, page.encode()


def _day(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


@contextmanager
def serving(portal: SmallPortal) -> Iterator[SmallPortal]:
    """Serve the portal on a free port while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            portal.requests.append(self.path)
            status, headers, body = portal.page(unquote(self.path)) or (
                404,
                {"Content-Type": "text/html"},
                b"<h1>404</h1>",
            )
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    portal.home = f"http://127.0.0.1:{server.server_address[1]}/"
    try:
        yield portal
    finally:
        server.shutdown()
        server.server_close()
