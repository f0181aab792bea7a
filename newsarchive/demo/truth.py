"""The truth about a portal: what each page tells, and under which addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from newsarchive.items import Record


@dataclass(frozen=True, slots=True)
class Fact:
    """One item of a portal."""

    record: Record
    """What a reader of its page can know; what the page does not print is None."""
    appeared: int
    """The portal's day on which it appeared (1: it was there from the start)."""
    changed: tuple[int, ...]
    """The days on which it was edited."""
    vanished: int | None
    """The day on which it was removed."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The canonical address and all others."""
        return (self.record.url, *self.record.aliases)


class Truth(Mapping[str, Fact]):
    """Every item that a portal shows on its day, by canonical address; :attr:`gone` are those that it removed."""

    def __init__(self, shown: Mapping[str, Fact], gone: Mapping[str, Fact]) -> None:
        self._shown = shown
        self.gone = gone

    def __getitem__(self, url: str) -> Fact:
        return self._shown[url]

    def __iter__(self) -> Iterator[str]:
        return iter(self._shown)

    def __len__(self) -> int:
        return len(self._shown)

    @cached_property
    def canonical(self) -> dict[str, str]:
        """The canonical address for every address, of what has vanished too."""
        facts = (*self.values(), *self.gone.values())
        return {address: fact.record.url for fact in facts for address in fact.addresses}
