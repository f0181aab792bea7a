"""Small builders of made-up pages, and the ways in which the tests look at them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from newsarchive.extract import Page, read
from newsarchive.extract.context import Reading
from newsarchive.items import Record

URL = "http://primer.test/novice/nov-most-v-lipovcu-je-odprt"
TITLE = "Nov most v Lipovcu je odprt"
LEAD = "Po letu dni gradnje so v Lipovcu odprli nov most, ki povezuje oba bregova Lipnice."
STORY = (
    "Most so začeli graditi lani spomladi, ko je stari zaradi dotrajanosti postal nevaren za ves promet.",
    "Župan Tone Zgled je ob odprtju povedal, da je to največja naložba občine v zadnjih desetih letih.",
    "Domačini so se zbrali v velikem številu, čeprav je ves dan deževalo in je pihal močan veter.",
)
OTHERS = ("Šola na Dobravi dobi telovadnico", "Gasilci so praznovali sto let", "Knjižnica vabi na večer poezije")


def p(*texts: str, cls: str = "") -> str:
    """Paragraphs, all of one class."""
    attribute = f' class="{cls}"' if cls else ""
    return "".join(f"<p{attribute}>{text}</p>" for text in texts)


def div(*parts: str, cls: str = "") -> str:
    return f'<div class="{cls}">{"".join(parts)}</div>'


def document(*body: str, head: str = "", title: str = f"{TITLE} | Primer") -> str:
    """A whole page."""
    opening = f'<!doctype html><html lang="sl"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
    return f"{opening}<body>{''.join(body)}</body></html>"


def json_ld(data: Any) -> str:
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def card(title: str, excerpt: str = "", *, level: str = "h3", before: str = "") -> str:
    """A teaser of another item."""
    text = f"<p>{excerpt}</p>" if excerpt else ""
    return f'<div class="kartica">{before}<{level}><a href="/novice/{title[:5]}">{title}</a></{level}>{text}</div>'


def cards(titles: Iterable[str] = OTHERS, excerpt: str = "Prebivalci so novico sprejeli z veseljem, saj ...") -> str:
    return div(*(card(title, excerpt) for title in titles), cls="mreza")


HEADER = (
    '<header><div class="ura">petek, 17 oktobra, 2025</div><ul class="glavni">'
    '<li><a href="/novice">Novice</a></li><li><a href="/sport">Šport</a></li><li><a '
    'href="/obvestila">Obvestila</a></li>'
    "</ul></header>"
)
FOOTER = "<footer><p>Vse pravice pridržane. Uredništvo dnevnika Primer, Glavni trg 1, Lipovec.</p></footer>"


def article(
    *body: str, title: str = TITLE, under: str = "", lead: str = "", after: str = "", head: str = "", tail: str = ""
) -> str:
    """An item as portals print it: header, title, a line under it, lead, body, what follows, tail, footer."""
    return document(
        HEADER,
        "<main>",
        div(f"<h1>{title}</h1>", under, lead, div(*(body or (p(*STORY),)), cls="vsebina"), after, cls="zapis"),
        "</main>",
        tail or cards(),
        FOOTER,
        head=head,
        title=f"{title} | Primer",
    )


def record(html: str | bytes, url: str = URL, **more: Any) -> Record:
    return read(html, url, **more)


def reading(html: str | bytes, url: str = URL) -> Reading:
    return Reading.of(Page(html, url), None)


def paragraphs(text: str | None) -> list[str]:
    return (text or "").split("\n\n")
