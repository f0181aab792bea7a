"""A query in parts. Each part says itself in the query language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A word, or words that follow each other."""

    words: tuple[str, ...]
    starred: bool = False
    """Whether the last word may go on."""
    in_title: bool = False

    def __str__(self) -> str:
        """Give the words, in quotes where they are several."""
        words = " ".join(self.words)
        quoted = f'"{words}"' if len(self.words) > 1 and not self.starred else words.replace(" ", "-")
        return f"{'title:' * self.in_title}{quoted}{'*' * self.starred}"


@dataclass(frozen=True, slots=True)
class Fact:
    """What a field of the record must be."""

    field: str
    value: str

    def __str__(self) -> str:
        """Give the field and the value."""
        return f'{self.field}:"{self.value}"' if " " in self.value else f"{self.field}:{self.value}"


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be."""

    node: Node

    def __str__(self) -> str:
        """Give the part behind a minus."""
        return f"-{_grouped(self.node)}"


@dataclass(frozen=True, slots=True)
class All:
    """What must all be."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        """Give the parts beside each other."""
        return " ".join(map(str, self.nodes))


@dataclass(frozen=True, slots=True)
class Either:
    """Of which one must be."""

    nodes: tuple[Node, ...]

    def __str__(self) -> str:
        """Give the parts with OR between them."""
        return " OR ".join(map(_grouped, self.nodes))


Node = Text | Fact | Not | All | Either


def _grouped(node: Node) -> str:
    return f"({node})" if isinstance(node, All | Either) else str(node)
