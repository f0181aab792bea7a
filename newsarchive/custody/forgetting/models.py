"""What a takedown would do, and what it did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from newsarchive.archive import Stored
from newsarchive.custody.redaction import Phrase, Words

Progress = Callable[[int, int], None]
"""Is told the bytes looked through so far, and all there are."""
Fate = Literal["drop", "redact", "move"]
"""What becomes of a snapshot: it goes, something is cut out of it, or it gets the body that it borrowed."""

PASSING = ("persons", "pages", "urls", "shown")
"""What the log of a takedown names only until that is done."""


class ForgetError(Exception):
    """Nothing was taken down; the text is one sentence that names the next step."""


@dataclass(frozen=True, slots=True)
class Fates:
    """What becomes of the snapshots of a whole archive."""

    by_id: dict[int, Fate] = field(default_factory=dict)
    """By the snapshot's number."""
    nameless: frozenset[tuple[str, int]] = frozenset()
    """File and offset of responses that hold the words and that the archive does not know."""
    heirs: dict[int, int] = field(default_factory=dict)
    """For a snapshot whose payload was borrowed from one that goes, the number of the one that holds it from now on."""

    def count(self, fate: Fate) -> int:
        """Count the snapshots of one fate."""
        return sum(one == fate for one in self.by_id.values())


@dataclass(frozen=True, slots=True)
class Mention:
    """Another record that holds some of the words."""

    record: int
    site: str
    url: str
    title: str | None
    blacked: bool
    """Whether the name in it is blacked out; else it is left alone."""
    address_tells: bool
    """Whether its own address holds the name, which only forgetting that record can mend."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes when a record is forgotten; nothing of it has been done."""

    stored: Stored
    persons: tuple[str, ...]
    versions: int
    addresses: frozenset[str]
    """Normal forms of every address of the record, redirects to it included."""
    words: Words
    """What must vanish."""
    names: Words
    """The part of it that is blacked out in other records too."""
    fates: Fates
    images: tuple[tuple[int, str, str], ...]
    """Number, sha256 and path of the pictures that nobody else uses."""
    mentions: tuple[Mention, ...]
    spared: dict[int, frozenset[Phrase]] = field(default_factory=dict)
    """For other records that are left alone, what is therefore left on their pages."""
    unseen: tuple[str, ...] = ()
    """A sentence for each WARC file that could not be looked through."""


@dataclass(slots=True)
class Removed:
    """What a takedown removed: numbers and digests, no address and no word; kept in ``forgets.removed``."""

    state: Literal["begun", "wiped", "done"] = "begun"
    record: int | None = None
    persons: list[str] = field(default_factory=list)
    """Only until it is done, so that an interrupted takedown can be finished."""
    pages: list[int] = field(default_factory=list)
    """Numbers of the stored pages to drop, where it takes down no record; only until it is done."""
    urls: list[str] = field(default_factory=list)
    """Normal forms of the addresses, and"""
    shown: list[int] = field(default_factory=list)
    """numbers of the pictures; only until it is done: what tells of them goes first."""
    versions: int = 0
    addresses: int = 0
    snapshots: dict[str, str | None] = field(default_factory=dict)
    """Number and digest of each snapshot that went."""
    redacted: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    """Number of each snapshot that was changed, its digest before and after."""
    images: list[str] = field(default_factory=list)
    """The sha256 of each picture that went."""
    records: list[int] = field(default_factory=list)
    """Numbers of other records in which the name was blacked out."""

    def to_dict(self) -> dict[str, Any]:
        """Give it as JSON-able data; what is only needed to finish is left out once it is done."""
        values = {name: getattr(self, name) for name in self.__slots__}
        if self.state != "begun":
            values = {name: value for name, value in values.items() if name not in PASSING}
        return values

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Removed:
        """Read it back.

        >>> Removed.from_dict(Removed("done", record=17).to_dict()).record
        17
        """
        redacted = {number: (pair[0], pair[1]) for number, pair in values.get("redacted", {}).items()}
        known = {name: values[name] for name in cls.__slots__ if name in values}
        return cls(**{**known, "redacted": redacted})
