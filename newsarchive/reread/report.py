"""What a rereading found: counts by field, and a few examples of each kind for people."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from newsarchive.reread.reading import Changes, Found

EXAMPLES = 3
"""Examples that are kept of each kind."""
SHORT = 60
"""Characters of a value in an example."""


@dataclass(frozen=True, slots=True)
class Example:
    """One record's field before and after."""

    url: str
    old: str | None
    new: str | None


@dataclass(slots=True)
class Report:
    """What became of one site's stored pages."""

    site: str
    version: str
    """The reader that read them."""
    read: int = 0
    """Pages of records that were read."""
    unchanged: int = 0
    changed: int = 0
    """Records of which at least one field reads differently; those whose text does have a new version."""
    fields: Counter[str] = field(default_factory=Counter)
    """In how many records each field reads differently."""
    examples: dict[str, list[Example]] = field(default_factory=dict)
    """For each of these fields a few old and new values, shortened."""
    new: int = 0
    """Pages that were no records and are now."""
    new_examples: list[str] = field(default_factory=list)
    no_items: Counter[str] = field(default_factory=Counter)
    """Records whose page would be none today, by reason; they stay as they are."""
    no_item_examples: list[str] = field(default_factory=list)
    unreadable: Counter[str] = field(default_factory=Counter)
    """Records whose page could not be read, by reason; they stay as they are."""
    unreadable_examples: list[str] = field(default_factory=list)
    stopped: bool = False
    """Whether it was broken off; the same command goes on."""

    def count(self, found: Found) -> None:
        """Take in what was found at a page."""
        if found.result == "item":
            self.new += 1
            _keep(self.new_examples, found.url)
            return
        self.read += 1
        if found.result == "same":
            self.unchanged += 1
        elif found.result == "other":
            self.changed += 1
            self._note_changes(found.url, found.changes)
        else:
            counts, examples = self._kept(found.result)
            counts[found.reason] += 1
            _keep(examples, found.url)

    def _kept(self, result: str) -> tuple[Counter[str], list[str]]:
        if result == "unreadable":
            return self.unreadable, self.unreadable_examples
        return self.no_items, self.no_item_examples

    def _note_changes(self, url: str, changes: Changes) -> None:
        for name, (old, new) in changes.items():
            self.fields[name] += 1
            _keep(self.examples.setdefault(name, []), Example(url, *around(shown(old), shown(new))))

    def to_dict(self) -> dict[str, Any]:
        """Give it as JSON-able data, the most frequent first."""
        values = dataclasses.asdict(self)
        return {
            **values,
            **{name: dict(getattr(self, name).most_common()) for name in ("fields", "no_items", "unreadable")},
        }


def _keep(examples: list[Any], one: Any) -> None:
    if len(examples) < EXAMPLES:
        examples.append(one)


def shown(value: Any) -> str | None:
    """Give a field's value as text for people; None stays what it is.

    >>> shown(["Ana Primer", "Bor Vzorec"]), shown([]), shown({"title": "json-ld"})
    ('Ana Primer, Bor Vzorec', None, '{"title": "json-ld"}')
    """
    if value is None or value in ([], {}, ""):
        return None
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list) and isinstance(value[0], str):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    return {name: one for name, one in dataclasses.asdict(value).items() if one}


def around(old: str | None, new: str | None, length: int = SHORT) -> tuple[str | None, str | None]:
    """Shorten two texts to where they begin to differ.

    >>> around("Most je dolg 10 metrov.", "Most je dolg 12 metrov.", 12)
    ('…dolg 10 metr…', '…dolg 12 metr…')
    >>> around(None, "Most"), around("Most", "Most in cesta")
    ((None, 'Most'), ('Most', 'Most in cesta'))
    """
    if old is None or new is None:
        return old and _cut(old, 0, length), new and _cut(new, 0, length)
    same = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    start = max(0, same - length // 2) if max(len(old), len(new)) > length else 0
    return _cut(old, start, length), _cut(new, start, length)


def _cut(text: str, start: int, length: int) -> str:
    return ("…" if start else "") + text[start : start + length] + ("…" if len(text) > start + length else "")
