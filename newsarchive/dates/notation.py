"""The notation in which the grammar is written, and its translation into regular expressions.

A pattern is a line of names of kinds. ``day dot mon`` means the one after the other, with or without a space between;
``day~dot`` allows no space; ``month:mon`` keeps the token as part ``month``, and so does ``a:( … )`` for a group;
``( )``, ``|``, ``?`` and ``{0,9}`` are as in regular expressions; ``!( … )`` says what must not follow. A name in
capitals stands for a pattern of its own. The same part may be named in several places; the one that matched counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

GAP = " ?+"
"""What may stand where a pattern has a space."""

_WORD = re.compile(r"!\(|[a-z]\w*:\(|(?:[a-z]\w*:)?[a-z_]\w*|\s+|\{[\d,]+\}|.")
_NUMBER = re.compile(r"__\d+$")
_FORGET = 50_000


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """Put every pattern that has a name in its place.

    >>> expand("DAY comma", {"DAY": "day dot"})
    '(day dot) comma'
    """
    wider = re.sub(r"\b[A-Z][A-Z_0-9]*\b", lambda name: f"({macros[name[0]]})", pattern)
    return pattern if wider == pattern else expand(wider, macros)


DEPTH = 4
"""Signs that are looked at to choose the rules worth trying."""


class Node(NamedTuple):
    """A piece of a pattern."""

    source: str
    """Its regular expression."""
    places: tuple[frozenset[str], ...]
    """The signs that it can have in its first places, `DEPTH` of them."""
    lengths: frozenset[int]
    """How many signs it can have; `DEPTH` stands for all greater numbers."""

    def fits(self, signs: str) -> bool:
        """Say whether a match could begin with these signs."""
        shortest = min(self.lengths)
        return all(place >= shortest or sign in self.places[place] for place, sign in enumerate(signs[:DEPTH]))


_NOWHERE: tuple[frozenset[str], ...] = (frozenset(),) * DEPTH
_NOTHING = Node("", _NOWHERE, frozenset({0}))
_GAP = Node(GAP, (frozenset(" "), *_NOWHERE[1:]), frozenset({0, 1}))


def _after(row: Node, piece: Node) -> Node:
    """Put one node behind another."""
    places = [set(place) for place in row.places]
    for length in row.lengths:
        for place in range(length, DEPTH):
            places[place] |= piece.places[place - length]
    lengths = {min(DEPTH, a + b) for a in row.lengths for b in piece.lengths}
    return Node(row.source + piece.source, tuple(map(frozenset, places)), frozenset(lengths))


def _either(nodes: list[Node]) -> Node:
    """Offer several nodes for one place."""
    places = tuple(frozenset().union(*signs) for signs in zip(*(node.places for node in nodes), strict=True))
    lengths = frozenset().union(*(node.lengths for node in nodes))
    return Node("|".join(node.source for node in nodes), places, lengths)


class Translator:
    """Turns patterns into nodes; `signs` gives the signs of each kind."""

    def __init__(self, signs: Mapping[str, str]) -> None:
        self._signs, self._parts = signs, 0
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
        return _either(nodes)

    def _row(self) -> Node:
        """Read pieces that follow one another."""
        row = _NOTHING
        while self._words and self._words[-1] not in "|)":
            row = _after(row, self._piece(self._words.pop()))
        return row

    def _piece(self, word: str) -> Node:
        if word.isspace():
            return _GAP
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
        source = f"[{re.escape(self._signs[name])}]"
        places = (frozenset(self._signs[name]), *_NOWHERE[1:])
        return Node(f"{self._open(part)}{source})" if part else source, places, frozenset({1}))

    def _open(self, part: str) -> str:
        self._parts += 1
        return f"(?P<{part}__{self._parts}>"

    def _repeated(self, node: Node) -> Node:
        mark = self._words[-1] if self._words else ""
        if mark != "?" and not mark.startswith("{"):
            return node
        self._words.pop()
        grown = node if mark == "?" else _after(_after(_after(node, maybe := _optional(node)), maybe), maybe)
        some = grown if mark.startswith("{1") else _optional(grown)
        return some._replace(source=f"{node.source}{mark}")


def _optional(node: Node) -> Node:
    return node._replace(lengths=node.lengths | {0})


class Rule:
    """One rule of a grammar, compiled when it is first tried."""

    def __init__(self, number: int, node: Node) -> None:
        self.number, self.node = number, node

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self.node.source)

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """Match the rule at a place."""
        return self._pattern.match

    @cached_property
    def _names(self) -> list[tuple[int, str]]:
        return [(number, _NUMBER.sub("", name)) for name, number in self._pattern.groupindex.items()]

    def parts(self, match: re.Match[str]) -> list[tuple[str, int, int]]:
        """Give the parts that matched: name, first and last sign."""
        regs = match.regs
        return [(name, *regs[number]) for number, name in self._names if regs[number][0] >= 0]


Found = tuple[Rule, re.Match[str]]


class Grammar:
    """Rules that are tried in their order wherever a sign can begin them, but not after what `unless` matches.

    A rule is only tried where the first signs fit it, and compiled when it is first tried.
    """

    def __init__(
        self, patterns: list[str], signs: Mapping[str, str], macros: Mapping[str, str], unless: str = ""
    ) -> None:
        self._patterns, self._signs, self._macros, self._unless = patterns, signs, macros, unless
        self._worth: dict[str, list[Rule]] = {}

    @cached_property
    def _rules(self) -> list[Rule]:
        translator = Translator(self._signs)
        nodes = (translator.node(expand(pattern, self._macros)) for pattern in self._patterns)
        return [Rule(number, node) for number, node in enumerate(nodes)]

    @cached_property
    def _starts(self) -> re.Pattern[str]:
        first: frozenset[str] = frozenset().union(*(rule.node.places[0] for rule in self._rules))
        return re.compile(f"{self._unless}[{re.escape(''.join(sorted(first - {' '})))}]")

    def _worth_trying(self, signs: str) -> list[Rule]:
        """Choose the rules that could match what begins with these signs, and remember the choice."""
        if len(self._worth) > _FORGET:
            self._worth.clear()
        rules = self._worth[signs] = [rule for rule in self._rules if rule.node.fits(signs)]
        return rules

    def find(self, signs: str) -> Iterator[Found]:
        """Find the rules that match, from left to right, none inside another."""
        done = 0
        worth = self._worth
        for start in self._starts.finditer(signs):
            first = start.start()
            if first < done:
                continue
            key = signs[first : first + DEPTH]
            rules = worth.get(key)
            for rule in self._worth_trying(key) if rules is None else rules:
                match = rule.match(signs, first)
                if match:
                    done = match.end()
                    yield rule, match
                    break
