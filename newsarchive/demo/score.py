"""How good a crawl was: what the archive holds beside the truth."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from newsarchive.demo.foreign import Fragments
from newsarchive.demo.truth import Truth
from newsarchive.items import Record

SPACE = re.compile(r"\s+")
Mistake = tuple[str, str, Any, Any]
"""Address, field, what it should be, what it is."""


def _line(text: str | None) -> str | None:
    return text and SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


FIELDS: dict[str, Callable[[Record], Any]] = {
    "kind": lambda record: record.kind,
    "title": lambda record: _line(record.title),
    "published": lambda record: record.published,
    "section": lambda record: record.section,
    "authors": lambda record: record.authors,
    "url": lambda record: record.url,
    "modified": lambda record: record.modified,
    "source": lambda record: record.source,
    "published_raw": lambda record: record.published_raw,
    "language": lambda record: record.language,
    "tags": lambda record: record.tags,
    "lead": lambda record: _line(record.lead),
    "body": lambda record: _line(record.body),
    "images": lambda record: record.images,
    "notices": lambda record: record.notices,
    "obituaries": lambda record: record.obituaries,
}
"""What is compared, and how it is read from a record; in a perfect crawl all of it is right in every record."""
GOOD_BODY = 0.99
"""The least precision and recall of the text of a perfect crawl."""


@dataclass(slots=True)
class Score:
    """What came of a crawl; lists hold addresses, shares are between 0 and 1."""

    expected: int
    found: int = 0
    missing: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    """Records that are none."""
    duplicates: list[str] = field(default_factory=list)
    """Items that are stored more than once."""
    right: dict[str, float] = field(default_factory=dict)
    """For each field, the share of found items in which it is right."""
    precision: float = 0.0
    """Mean share of the stored text (lead and body, in shingles of four words) that belongs to the item."""
    recall: float = 0.0
    """Mean share of the item's text that is stored."""
    foreign: list[str] = field(default_factory=list)
    """Records that hold words of another item."""
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def perfect(self) -> bool:
        """Whether everything was found once, nothing else, and read as it stands on the page."""
        whole = self.found == self.expected and not (self.stray or self.duplicates or self.foreign)
        read = all(self.right.get(name, 0.0) == 1.0 for name in FIELDS)
        return whole and read and min(self.precision, self.recall) >= GOOD_BODY


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words of a text.

    >>> sum(shingles("ena dve tri štiri pet").values())
    2
    """
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text))
    runs = max(1, len(words) - 3) if words else 0
    return Counter(tuple(words[at : at + 4]) for at in range(runs))


def overlap(got: str, wanted: str) -> tuple[float, float]:
    """Give precision and recall of a text.

    >>> overlap("ena dve tri štiri pet", "ena dve tri štiri")
    (0.5, 1.0)
    """
    ours, theirs = shingles(got), shingles(wanted)
    shared = (ours & theirs).total()
    return (shared / ours.total() if ours else float(not theirs)), (
        shared / theirs.total() if theirs else float(not ours)
    )


def words_of(record: Record) -> str:
    """Give lead and body as one text."""
    return "\n\n".join(part for part in (record.lead, record.body) if part)


def score(stored: Iterable[Record], truth: Truth, *, also: Container[str] = ()) -> Score:
    """Compare what a crawl stored with the truth.

    What has vanished from the portal and what is in ``also`` (addresses of other days' items) is neither missed nor
    stray.
    """
    result = Score(expected=len(truth))
    held = _sorted(stored, truth, also, result)
    result.missing = [url for url in truth if url not in held]
    result.found = len(held)
    result.duplicates = [url for url, records in held.items() if len(records) > 1]
    _compare(held, truth, result)
    return result


def _sorted(stored: Iterable[Record], truth: Truth, also: Container[str], result: Score) -> dict[str, list[Record]]:
    """Put each record to the item it is of; what is none is noted as stray."""
    held: dict[str, list[Record]] = {}
    for record in stored:
        url = truth.canonical.get(record.url, record.url)
        if url in truth:
            held.setdefault(url, []).append(record)
        elif url not in truth.gone and url not in also:
            result.stray.append(record.url)
    return held


def _compare(held: Mapping[str, Sequence[Record]], truth: Truth, result: Score) -> None:
    pairs = [(records[0], truth[url].record) for url, records in held.items()]
    for name, read in FIELDS.items():
        wrong = [(want.url, name, read(want), read(got)) for got, want in pairs if read(got) != read(want)]
        result.mistakes += wrong
        result.right[name] = 1 - len(wrong) / max(1, len(pairs))
    overlaps = [overlap(words_of(got), words_of(want)) for got, want in pairs]
    result.precision, result.recall = (
        sum(part) / max(1, len(pairs)) for part in zip(*overlaps or [(0.0, 0.0)], strict=True)
    )
    fragments = Fragments(fact.record for fact in (*truth.values(), *truth.gone.values()))
    result.foreign = [want.url for got, want in pairs if fragments.strange(got, want)]
