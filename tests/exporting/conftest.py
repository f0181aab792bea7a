from dataclasses import replace

import pytest

from newsarchive.archive import Stored
from newsarchive.exporting import About
from newsarchive.items import Ceremony, Image, Notice, Obituary, Record, Window
from newsarchive.web.entries import entries_of
from newsarchive.web.languages import language

HOSTILE = (
    "<script>alert(1)</script>",
    "]]></content><entry>",
    "&amp; & &#0;",
    "\x00\x01\x08\x0b\x0c\x1b[2J\x7f\x85",
    "\ufffe\uffff\ufeff",
    "\u202eklarb\u202c \u2066",
    "=cmd|' /C calc'!A0",
    'a"b,c;d\r\ne\rf\ng',
    "BEGIN:VEVENT\r\nUID:1\nEND:VEVENT",
    "{{ 7*7 }} {% raw %}",
    "😀 čšž ČŠŽ \U0010ffff",
    "x" * 300_000,
)
"""Texts that break what does not expect them."""


def stored(number=1, **values):
    record = Record(
        "article",
        "demo",
        f"https://demo.example/{number}",
        title="Most čez Pako",
        lead="Uvod.",
        body="Prvi odstavek.\n\nDrugi odstavek.",
        authors=["Ana Primer", "Bor Vzorec"],
        tags=["ceste"],
        language="sl",
        published="2026-01-27T09:12:00+01:00",
        images=[Image("https://demo.example/1.jpg", "Napis", "Ana Primer")],
        evidence={"title": "json-ld"},
    )
    return Stored(
        id=number,
        record=replace(record, **values),
        first_seen="2026-01-27T08:30:00.000Z",
        last_seen="2026-01-28T08:30:00.000Z",
        gone_at=None,
        word_count=5,
        digest="0" * 64,
        extractor="0.1.0",
    )


NOTICE = stored(
    2,
    kind="notice",
    title="Voda",
    published="2026-01",
    notices=[
        Notice(
            "Komunala",
            "water",
            "interruption",
            "Lipova ulica",
            ["Lipova ulica"],
            "dela",
            "announced",
            [
                Window("2026-03-29T01:00:00+01:00", "2026-03-29T04:00:00+02:00"),
                Window("2026-10-25", "2026-10-26"),
                Window(None, None),
            ],
        )
    ],
)
OBITUARY = stored(
    3,
    kind="obituary",
    title="Cilka Primer",
    published=None,
    obituaries=[
        Obituary("Cilka Primer", age=93, ceremonies=[Ceremony("funeral", "2026-01-29T15:00:00+01:00", "Podkraj")])
    ],
)


@pytest.fixture
def some():
    """An article, a notice and an obituary."""
    return [stored(), NOTICE, OBITUARY]


@pytest.fixture
def hostile():
    """A record for each text, which stands in all of its fields."""
    return [
        stored(
            number,
            title=text,
            lead=text,
            body=text,
            section=text,
            authors=[text],
            tags=[text],
            published=text,
            modified=text,
            language=text,
            notices=[Notice(text, area=text, reason=text, windows=[Window("2026-01-27", text)])],
        )
        for number, text in enumerate(HOSTILE, 1)
    ]


@pytest.fixture
def about():
    return About(
        title="Most <b>",
        updated="2026-01-27T08:30:00.000Z",
        entries=lambda one: entries_of(one.record, language("sl"), seen=one.first_seen),
    )
