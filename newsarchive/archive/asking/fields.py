"""The fields a query can name, and what may stand behind each."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from newsarchive.archive.errors import QueryError
from newsarchive.archive.words import fold, words
from newsarchive.items import Kind

FIELDS = {
    "title": "title", "naslov": "title",
    "author": "author", "avtor": "author",
    "place": "place", "kraj": "place",
    "site": "site", "portal": "site",
    "kind": "kind", "vrsta": "kind",
    "after": "after", "since": "after", "od": "after",
    "before": "before", "until": "before", "do": "before",
}  # fmt: skip
"""For each word before a colon the field that it names, in English and in Slovene."""
KIND_WORDS: dict[str, Kind] = {
    "article": "article", "articles": "article",
    "notice": "notice", "notices": "notice",
    "obituary": "obituary", "obituaries": "obituary",
    "clanek": "article", "clanki": "article",
    "obvestilo": "notice", "obvestila": "notice",
    "osmrtnica": "obituary", "osmrtnice": "obituary",
}  # fmt: skip
"""For each word, without diacritics, the kind of record that it names."""
EXAMPLES = {
    "title": "zapora",
    "author": '"Ana Primer"',
    "place": "Velenje",
    "site": "velenjcan",
    "kind": "obituary",
    "after": "2026-01-27",
    "before": "2026-01",
}
"""For each field what can stand behind its colon."""
ISO_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
SLOVENE_DAY = re.compile(r"(?:(?:(\d\d?)\.\s*)?(\d\d?)\.\s*)?(\d{4})")
NO_VALUE = 'Nothing stands behind "{typed}:": write what you look for right after the colon, as in {typed}:{example}.'
NO_KIND = '"{value}" is no kind of record: write kind:article, kind:notice or kind:obituary.'
NO_DAY = '"{value}" is no day, month or year: write {field}:2026-01-27, {field}:2026-01 or {field}:2026.'


def value_of(typed: str, field: str, value: str) -> str:
    """Give the value of a field as the archive has it.

    >>> value_of("vrsta", "kind", "Osmrtnice"), value_of("od", "after", "27. 1. 2026"), value_of("do", "before", "2026")
    ('obituary', '2026-01-27', '2026')

    Raises:
        QueryError: there is none, or the field cannot have it.
    """
    told = " ".join(value.split())
    if not words(told):
        raise QueryError(NO_VALUE, "value", typed=typed, example=EXAMPLES[field])
    return VALUES[field](typed, told) if field in VALUES else told


def _kind(typed: str, value: str) -> str:
    kind = KIND_WORDS.get(fold(value))
    if kind is None:
        raise QueryError(NO_KIND, "kind", value=value[:40])
    return kind


def _day(typed: str, value: str) -> str:
    iso, slovene = ISO_DAY.fullmatch(value), SLOVENE_DAY.fullmatch(value)
    parts = iso.groups() if iso else slovene.groups()[::-1] if slovene else ()
    numbers = [int(part) for part in parts if part]
    try:
        date(*[*numbers, 1, 1][:3])
    except (ValueError, TypeError) as error:
        raise QueryError(NO_DAY, "day", value=value[:40], field=typed) from error
    return "-".join(f"{number:02}" for number in numbers)


VALUES: dict[str, Callable[[str, str], str]] = {
    "kind": _kind,
    "after": _day,
    "before": _day,
    "site": lambda typed, value: value.lower(),
}
"""For each field that has not just any words what reads its value, given the word before the colon, too."""
