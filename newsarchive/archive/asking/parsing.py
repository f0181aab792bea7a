"""The query language: any text has a meaning in it, but for a field whose value makes no sense.

Words are all to be found; ``OR`` stands between two of which one is enough, and binds closer; ``-`` (or ``NOT``) leaves
out what follows; words in quotes follow each other; brackets group. ``AND`` says nothing that is not meant anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsarchive.archive.asking.fields import FIELDS, value_of
from newsarchive.archive.asking.tree import All, Either, Fact, Node, Not, Text
from newsarchive.archive.clean import clean_text
from newsarchive.archive.words import words

LONGEST = 10_000
"""Characters of a query that are read."""
MOST = 64
"""Words, phrases and operators that count; what follows them is left out."""
LONGEST_PHRASE = 32
BEGINNING = 2
"""Letters before a star, at least; with one, half of all words would be looked up."""
DEEPEST = 8
"""Brackets within each other; more are passed over."""
QUOTES = str.maketrans(dict.fromkeys("„“”«»‟", '"'))
TOKEN = re.compile(
    rf"""(?P<mark>[()]|[-−](?=[\w"(])|(?:OR|AND|NOT)(?![^\s()]))
    |(?:(?P<field>{"|".join(FIELDS)}):\s*)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"()]+))?""",
    re.VERBOSE | re.IGNORECASE,
)
MARKS = {"-": "NOT", "−": "NOT"}

Token = str | Text | Fact


def parse(query: str) -> Node | None:
    """Give the tree of a query, or None where it holds nothing to look for.

    >>> print(parse('zapora cest* OR ulica -most title:"Jenkova cesta" (a OR (b c)) vrsta:obvestilo "'))
    zapora cest* OR ulica -most title:"jenkova cesta" a OR (b c) kind:notice

    Raises:
        QueryError: a field has no value, or one that it cannot have.
    """
    text = clean_text(query)[:LONGEST].translate(QUOTES)
    return _Reader(list(islice(_tokens(text), MOST))).all()


def _tokens(text: str) -> Iterator[Token]:
    for found in TOKEN.finditer(text):
        mark = found["mark"]
        if mark and (not mark.isalpha() or mark.isupper()):
            yield MARKS.get(mark, mark)
        else:
            yield from _leaf(found)


def _leaf(found: re.Match[str]) -> Iterator[Token]:
    typed = found["field"]
    said = found["phrase"] or found["word"] or found["mark"] or ""
    field = FIELDS[typed.lower()] if typed else None
    value = value_of(typed, field, said) if field else said
    if field and field != "title":
        yield Fact(field, value)
    elif spoken := tuple(words(value)[:LONGEST_PHRASE]):
        starred = not found["phrase"] and said.endswith("*") and len(spoken[-1]) >= BEGINNING
        yield Text(spoken, starred=starred, in_title=field == "title")


class _Reader:
    """Goes through the tokens once."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens[::-1]

    def all(self, depth: int = 0) -> Node | None:
        """Read up to the bracket that closes."""
        nodes: dict[Node, None] = {}
        while self.tokens and not (depth and self.tokens[-1] == ")"):
            node = self._either(depth)
            if node:
                nodes[node] = None
        if self.tokens:
            self.tokens.pop()
        return _joined(All, tuple(nodes))

    def _either(self, depth: int) -> Node | None:
        nodes = [self._one(depth)]
        while self.tokens and self.tokens[-1] == "OR":
            self.tokens.pop()
            nodes.append(self._one(depth))
        return _joined(Either, tuple(dict.fromkeys(node for node in nodes if node)))

    def _one(self, depth: int) -> Node | None:
        """Read one part with the operators before it; an operator without one says nothing."""
        leave_out = False
        while self.tokens and self.tokens[-1] not in (")", "OR"):
            part = self.tokens.pop()
            if part == "(" and depth < DEEPEST:
                node = self.all(depth + 1)
            elif isinstance(part, str):
                leave_out |= part == "NOT"
                continue
            else:
                node = part
            return Not(node) if node and leave_out else node
        if self.tokens and self.tokens[-1] == ")" and not depth:
            self.tokens.pop()
        return None


def _joined(kind: type[All | Either], nodes: tuple[Node, ...]) -> Node | None:
    return kind(nodes) if len(nodes) > 1 else next(iter(nodes), None)
