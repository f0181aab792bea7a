"""The notation in which the grammar is written, and its translation into regular expressions.

A pattern is a line of names of kinds. ``day dot mon`` means the one after the other, with or without a space between;
``day~dot`` allows no space; ``month:mon`` keeps the token as part ``month``, and so does ``a:( … )`` for a group;
``( )``, ``|``, ``?`` and ``{0,9}`` are as in regular expressions; ``!( … )`` says what must not follow. A name in
capitals stands for a pattern of its own. The same part may be named in several places; the one that matched counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

GAP = " ?+"
"""What may stand where a pattern has a space."""

_WORD = re.compile(r"!\(|[a-z]\w*:\(|(?:[a-z]\w*:)?[a-z_]\w*|\s+|\{[\d,]+\}|.")
_NUMBER = re.compile(r"__\d+$")


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """Put every pattern that has a name in its place.

    >>> expand("DAY comma", {"DAY": "day dot"})
    '(day dot) comma'
    """
    wider = re.sub(r"\b[A-Z][A-Z_0-9]*\b", lambda name: f"({macros[name[0]]})", pattern)
    return pattern if wider == pattern else expand(wider, macros)


class Node(NamedTuple):
    """A piece of a pattern: its regular expression, the signs it can begin with, and whether it can be empty."""

    source: str
    first: frozenset[str]
    empty: bool


_NOTHING = Node("", frozenset(), True)


class Translator:
    """Turns patterns into nodes; `signs` gives the signs of each kind, `fill` what an atom's further tokens are."""

    def __init__(self, signs: Mapping[str, str], fill: str = "") -> None:
        self._signs, self._fill, self._parts = signs, fill, 0
        self._words: list[str] = []

    def node(self, pattern: str) -> Node:
        """Translate one pattern."""
        self._words = _WORD.findall(" ".join(pattern.split()))[::-1]
        return self._choice()

    def _choice(self) -> Node:
        """Read alternatives up to a closing bracket."""
        nodes = [self._row()]
        while self._words and self._words[-1] == "|":
            self._words.pop()
            nodes.append(self._row())
        if self._words:
            self._words.pop()
        first = frozenset().union(*(node.first for node in nodes))
        return Node("|".join(node.source for node in nodes), first, any(node.empty for node in nodes))

    def _row(self) -> Node:
        """Read pieces that follow one another."""
        row = _NOTHING
        while self._words and self._words[-1] not in "|)":
            row = _after(row, self._piece(self._words.pop()))
        return row

    def _piece(self, word: str) -> Node:
        if word.isspace():
            return _NOTHING._replace(source=GAP)
        if word == "~":
            return _NOTHING
        if word == "!(":
            return _NOTHING._replace(source=f"(?!{self._choice().source})")
        node = self._group(word) if word.endswith("(") else self._kind(word)
        return self._repeated(node)

    def _group(self, word: str) -> Node:
        opening = self._open(word[:-2]) if len(word) > 1 else "(?:"
        inside = self._choice()
        return inside._replace(source=f"{opening}{inside.source})")

    def _kind(self, word: str) -> Node:
        part, _, name = word.rpartition(":")
        signs = self._signs[name]
        source = f"[{re.escape(signs)}]{self._fill}"
        return Node(f"{self._open(part)}{source})" if part else f"(?:{source})", frozenset(signs), False)

    def _open(self, part: str) -> str:
        self._parts += 1
        return f"(?P<{part}__{self._parts}>"

    def _repeated(self, node: Node) -> Node:
        mark = self._words[-1] if self._words else ""
        if mark != "?" and not mark.startswith("{"):
            return node
        self._words.pop()
        return Node(f"{node.source}{mark}", node.first, node.empty or mark == "?" or mark.startswith("{0"))


def _after(row: Node, piece: Node) -> Node:
    first = row.first | piece.first if row.empty else row.first
    return Node(row.source + piece.source, first, row.empty and piece.empty)


class Expression:
    """Some of the rules as one regular expression."""

    def __init__(self, rules: list[tuple[int, Node]]) -> None:
        pattern = re.compile("|".join(f"(?P<rule__{number}>{node.source})" for number, node in rules))
        self.match = pattern.match
        self.rule: dict[int | None, int] = {}
        """Number of a rule's group to the rule's number."""
        self._parts: dict[int | None, list[tuple[int, str]]] = {}
        for name, number in pattern.groupindex.items():
            if name.startswith("rule__"):
                self.rule[number] = int(name[6:])
                inside = self._parts[number] = []
            else:
                inside.append((number, _NUMBER.sub("", name)))

    def parts(self, match: re.Match[str]) -> list[tuple[str, int, int]]:
        """Give the parts that matched: name, first and last sign."""
        regs = match.regs
        return [(name, *regs[number]) for number, name in self._parts[match.lastindex] if regs[number][0] >= 0]


Found = tuple[int, int, re.Match[str], Expression]
"""A match: where it begins, the number of its rule, and what gives its parts."""


class Grammar:
    """Rules that are tried in their order wherever a sign can begin them, but not after what `unless` matches.

    Each sign has an expression of the rules that can begin with it, compiled when it is first met.
    """

    def __init__(
        self, patterns: list[str], signs: Mapping[str, str], macros: Mapping[str, str], fill: str = "", unless: str = ""
    ) -> None:
        self._patterns, self._signs, self._macros, self._fill, self._unless = patterns, signs, macros, fill, unless
        self._expressions: dict[tuple[int, ...], Expression] = {}
        self._of_sign: dict[str, Expression] = {}

    @cached_property
    def _nodes(self) -> list[Node]:
        translator = Translator(self._signs, self._fill)
        return [translator.node(expand(pattern, self._macros)) for pattern in self._patterns]

    @cached_property
    def _starts(self) -> re.Pattern[str]:
        first: frozenset[str] = frozenset().union(*(node.first for node in self._nodes))
        return re.compile(f"{self._unless}[{re.escape(''.join(sorted(first)))}]")

    def _expression(self, sign: str) -> Expression:
        rules = tuple(number for number, node in enumerate(self._nodes) if sign in node.first)
        if rules not in self._expressions:
            self._expressions[rules] = Expression([(number, self._nodes[number]) for number in rules])
        found = self._of_sign[sign] = self._expressions[rules]
        return found

    def find(self, signs: str) -> Iterator[Found]:
        """Find the rules that match, from left to right, none inside another."""
        done = 0
        of_sign = self._of_sign
        for start in self._starts.finditer(signs):
            first = start.start()
            if first >= done:
                expression = of_sign.get(signs[first]) or self._expression(signs[first])
                match = expression.match(signs, first)
                if match:
                    done = match.end()
                    yield first, expression.rule[match.lastindex], match, expression
