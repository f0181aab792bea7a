"""What is told of a page's reading, in words: verdict, fields with their evidence, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from newsarchive.cli.output import folded
from newsarchive.extract.explain import READ, Told
from newsarchive.items import Notice, Obituary, Record

VERDICTS = {
    "item": "an item: a crawl would archive it",
    "list": "a list of items: a crawl would follow its links and archive nothing of it",
    "consent": "a consent wall: there is nothing to archive behind it without a click",
    "missing": "an error page that pretends to be there: a crawl would leave it",
    "empty": "empty: a crawl would leave it",
    "other": "no item: a crawl would leave it",
}
"""What a verdict means for a crawl."""
PLAIN_FIELDS = (
    "url",
    "kind",
    "title",
    "published",
    "published_raw",
    "modified",
    "authors",
    "source",
    "section",
    "tags",
    "language",
)
"""Fields that are shown on one line, in this order."""
TEXTS = ("lead", "body")
"""Fields that are shown below the others, at their full length."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One field, or one part of a notice or obituary."""

    name: str
    value: str
    """On one line; empty where the page does not tell it."""
    evidence: str
    """Where it was found; empty where nobody says."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Blocks that stand one after the other and were left out for the same reason."""

    fate: str
    blocks: list[Told]

    def text(self, longest: int) -> str:
        """Give the beginning of what they say, on one line of at most so many characters."""
        text = folded(" · ".join(block.text[:longest] for block in self.blocks[:longest]))
        return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def facts(record: Record) -> list[Fact]:
    """Give what there is to tell of a record, but for lead and body.

    >>> [fact for fact in facts(Record("article", "a", "http://a/")) if fact.value]
    [Fact(name='url', value='http://a/', evidence=''), Fact(name='kind', value='article', evidence='')]
    """
    images = (f"{one.url}  {one.caption or ''}  {one.credit or ''}" for one in record.images)
    return [
        *(_fact(name, getattr(record, name), record.evidence.get(name)) for name in PLAIN_FIELDS),
        *(_fact("image", text, record.evidence.get("images")) for text in images),
        *(fact for number, notice in enumerate(record.notices) for fact in _of_notice(record, number, notice)),
        *(fact for one in record.obituaries for fact in _of_obituary(one, record.evidence.get("obituary"))),
    ]


def _fact(name: str, value: object, evidence: str | None = None) -> Fact:
    text = folded(", ".join(map(str, value)) if isinstance(value, list) else str(value or ""))
    return Fact(name, text, folded(evidence) if text else "")


def _joined(name: str, *parts: object, evidence: str | None = None) -> Fact:
    return _fact(name, " · ".join(str(part) for part in parts if part), evidence)


def _of_notice(record: Record, number: int, one: Notice) -> Iterator[Fact]:
    evidence = record.evidence.get(f"notices.{number}.service")
    told = (one.issuer, one.service, one.action, one.area, one.reason, one.status)
    yield _joined(f"notice {number + 1}", *told, evidence=evidence)
    if one.places:
        yield _fact("  places", one.places)
    for window in one.windows:
        found = record.evidence.get(f"notices.{number}.windows")
        yield _fact("  window", f"{window.starts or '…'} – {window.ends or '…'}", found)


def _of_obituary(one: Obituary, evidence: str | None) -> Iterator[Fact]:
    born, died = one.born and f"* {one.born}", one.died and f"† {one.died}"
    age = one.age and f"age {one.age}"
    yield _joined("obituary", one.name, one.maiden_name, born, died, age, one.residence, evidence=evidence)
    for ceremony in one.ceremonies:
        yield _joined("  ceremony", ceremony.kind, ceremony.at, ceremony.place)
    if one.mourners:
        yield _fact("  mourners", one.mourners)


def empty_fields(record: Record) -> list[str]:
    """Name the fields of a record that hold nothing, but for those that its kind does not have.

    >>> "body" in empty_fields(Record("article", "a", "http://a/")), "notices" in empty_fields(
    ...     Record("article", "a", "http://a/")
    ... )
    (True, False)
    """
    own = {"notice": ("notices",), "obituary": ("obituary",)}.get(record.kind, ())
    fields = (*PLAIN_FIELDS[2:], *TEXTS, "images", *own)
    return [name for name in fields if not getattr(record, name)]


def left_out(told: Iterable[Told]) -> list[LeftOut]:
    """Give what is no part of title, lead and body, neighbours with the same fate together."""
    groups = groupby(told, key=lambda block: block.fate)
    return [LeftOut(fate, list(blocks)) for fate, blocks in groups if fate not in READ]
