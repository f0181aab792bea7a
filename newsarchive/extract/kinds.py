"""Article, notice or obituary: told by the site's patterns, the address, the section, and what the text says."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from newsarchive.items import Kind, Site

ADDRESS: dict[Kind, re.Pattern[str]] = {
    "obituary": re.compile(
        r"(?:^|[/_=&?-])(?:osmrtnic[ae]?|osmrtnice|in-memoriam|v-spomin|pogrebi|umrli|obituar(?:y|ies))(?:[/_=&?.-]|$)",
        re.I,
    ),
    "notice": re.compile(
        r"(?:^|[/_=&?])(?:obvestil[ao]|komunalna-obvestila|zapore?-cest[ae]?|zapore|izklopi|izpadi|motnje|servis(?:ne-informacije)?|notices?)(?:[/_=&?.-]|$)",
        re.I,
    ),
}
"""For each kind, words of an address that tell it."""

SECTION: dict[Kind, re.Pattern[str]] = {
    "obituary": re.compile(r"osmrtnic|in memoriam|v spomin|pogreb|žalost|obituar", re.I),
    "notice": re.compile(r"obvestil|zapor[ae] cest|motnje|servisn|komunala obvešča|notices?$", re.I),
}
"""For each kind, words of the portal's rubric that tell it."""

FORMULA: dict[Kind, re.Pattern[str]] = {
    "obituary": re.compile(
        r"(?:sporočamo|naznanjamo|sporoča(?:jo|ta))\s+(?:\w+\s+)?žalostno\s+vest|nas\s+(?:je|sta)\b.{0,60}?\bzapustil|žalujoči\s*:"
        r"|(?:od\s+nje(?:ga)?|od\s+pokojn\w+|od\s+drag\w+)\s+se\s+bomo\s+poslovili|pogreb\s+(?:drag\w+\s+)?(?:pokojn\w+|bo\s+v)"
        r"|\b(?:žalujoči|vs[ie]\s+nje(?:govi|ni))\s*(?:\w+\s*)?$"
        r"|\b(?:pogreb|pokop(?:ali)?|poslovili|poslovilni\s+obred|žara|slovo|žalna\s+(?:seja|slovesnost)"
        r"|pogrebn\w+\s+(?:slovesnost\w*|obred|(?:sv\w*\.?\s+)?maša))\b[^.!?\n]{0,60}\b(?:bo|bodo|bomo|je|:)\b[^!?\n]{0,60}?\d{1,2}(?:\.\s?ur|[.:]\d\d)"
        r"|(?:^|\s)(?:pogreb|slovo|žara)\s*:\s*\S{3,14},?\s*\d{1,2}\.\s*\d|[*]\s*\d{1,2}\.[^\n]{3,25}†\s*\d",
        re.I | re.S,
    ),
    "notice": re.compile(
        r"obvešča(?:mo|jo|ta)?\s+(?:(?:vse|svoje|cenjene|spoštovane)\s+)*(?:uporabnik|odjemalc|občan|prebivalc|voznik|krajan|stranke|potrošnik|lastnik)"
        r"|\b(?:bo|bosta|bodo)\s+(?:začasno\s+|zaradi\s+.{3,60}?\s)?(?:motena|prekinjena|motene|prekinjene)\s+(?:je\s+|bo\s+)?(?:dobava|oskrba|distribucija)"
        r"|\b(?:motena|prekinjena)\s+(?:bo\s+)?(?:dobava|oskrba)\b|prekuhava(?:nje|ti)\s+(?:pitne\s+)?vod",
        re.I | re.S,
    ),
}
"""For each kind, words of its text that tell it."""

TITLE: dict[Kind, re.Pattern[str]] = {
    "obituary": re.compile(
        r"^\W*(?:(?:dnevne\s+)?osmrtnic[aei]|v\s+spomin|in\s+memoriam|(?:zahvala\s+)?ob\s+smrti"
        r"|(?:obvestilo|sporočilo|vest)\s+o\s+(?:smrti|pogrebu))\b",
        re.I,
    ),
    "notice": re.compile(
        r"^\W*(?:preklicano\W+|podaljšano\W+)?(?:obvestilo\b|(?:delna|popolna|začasna)\s+zapora|(?:motena|prekinjena|prekinitev|motnje)\b.{0,25}"
        r"(?:dobav|oskrb|vod|elektri|toplot|plin)|(?:danes|jutri)\s+brez\s+(?:elektrike|vode)|zapora\s+(?:ceste|javne|lokalne|ulice|dela))",
        re.I,
    ),
}
"""For each kind, how its titles begin."""

_WAY = r"(?:cest|ulic|pot|trg|most|predor|prehod|odsek|krožišč|križišč|podvoz|nadvoz)\w*"
CLOSURE = re.compile(
    rf"\b(?:popoln|deln|polovičn|začasn|nočn|zimsk)\w*\s+zapor\w*|\bzapor\w+\s+(?:\w+\s+){{0,3}}?{_WAY}"
    rf"|\b{_WAY}\b[^.!?]{{0,140}}\bzaprt[aoi]?\b|\bzaprt[aoi]?\b[^.!?]{{0,80}}\b{_WAY}|\bizmenično\s+enosmer",
    re.I,
)
"""How a text speaks of a way that cannot be used;"""
AHEAD = re.compile(
    r"\b(?:bo|bosta|bodo|traja(?:la)?|velja(?:la)?|obvešča\w*|sporoča\w*|zaprt[aoi]?\s+do|preklican\w*|podaljšan\w*|odpovedan\w*)\b",
    re.I,
)
"""and what tells that it is still so: a story tells what has been."""
SAID = re.compile(r"[»„“][^«“”»]{25,}[.!?,…]?[«“”],?\s")
"""Somebody's words: a story's, not a notice's."""
ASKS = re.compile(r"^(?:zakaj|kako|kdo|kaj|koliko)\b|\?(?:\s|$)", re.I)
"""A title that asks is that of a story."""
SHORT_NOTICE = 110
"""Words of the longest text that is a notice by these two and a number alone;"""
LONGEST_CLOSURE = 2000
"""and characters: what is longer has words without end, or none."""
LONGEST_NOTICE = 220
"""Words; a longer text that uses the formula is a story about a notice, unless its title is one."""
BEGINNING = 700
"""The formula of a kind stands in so many characters from the start."""


def kind_of(url: str, *, site: Site | None, section: str | None, title: str | None, text: str) -> tuple[Kind, str]:
    """Tell the kind of an item, and by what: ``site``, ``url``, ``section``, ``title`` or ``text``.

    >>> kind_of("http://localhost/osmrtnice/ana-primer", site=None, section=None, title="Ana Primer", text="")
    ('obituary', 'url')
    """
    path = path_of(url)
    declared = site.kind_of(path) if site else None
    if declared:
        return declared, "site"
    for place, words, table in (
        ("url", path, ADDRESS),
        ("section", section or "", SECTION),
        ("title", title or "", TITLE),
    ):
        found = _match(words, table)
        if found:
            return found, place
    found = _match(text[:BEGINNING], FORMULA) if text.count(" ") <= LONGEST_NOTICE else None
    if found is None and not ASKS.search(title or "") and _announces_closure(f"{title or ''}. {text}"):
        found = "notice"
    return (found, "text") if found else ("article", "text")


def _announces_closure(text: str) -> bool:
    """Tell whether a short text says that a road is or will be closed, and when.

    >>> _announces_closure("Zaradi podrtega drevesa je Mlinska pot zaprta do 8.30.")
    True
    >>> _announces_closure("Cesta je bila leta 1990 zaprta.")
    False
    """
    told = (
        len(text) <= LONGEST_CLOSURE
        and text.count(" ") <= SHORT_NOTICE
        and any(character.isdigit() for character in text)
    )
    return told and bool(CLOSURE.search(text)) and bool(AHEAD.search(text)) and not SAID.search(text)


def _match(words: str, table: dict[Kind, re.Pattern[str]]) -> Kind | None:
    return next((kind for kind, pattern in table.items() if pattern.search(words)), None)


def path_of(url: str) -> str:
    """Give the path and query of an address, in which its words and patterns are searched.

    >>> path_of("http://localhost/novice/most?x=1#top")
    '/novice/most?x=1'
    """
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")
