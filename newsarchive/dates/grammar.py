"""From tokens to atoms to phrases: the two passes of the grammar over a text's signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsarchive.dates import atoms, phrases
from newsarchive.dates.notation import Grammar
from newsarchive.dates.said import Said
from newsarchive.dates.tokens import CLASSES, SPACE, Tokens

FILL = "\0"
"""Stands for the second and further tokens of an atom, so that signs and tokens keep the same index."""
_FIRST_SIGN = 0x250
_START = "(?=[^ xX\n!])"
"""No expression begins with a space or a word that the grammar does not know."""

_SIGN_OF = {name: chr(_FIRST_SIGN + i) for i, name in enumerate(dict.fromkeys(rule[0] for rule in atoms.RULES))}
NAME_OF = {sign: name for name, sign in _SIGN_OF.items()}
"""Sign of an atom to its name."""


def _any_of(signs: str) -> str:
    return f"[{re.escape(signs)}]"


_TOKEN_CLASSES = {name: _any_of(signs) for name, signs in CLASSES.items()}
_ATOM_CLASSES = _TOKEN_CLASSES | {name: f"(?:{sign}{FILL}*+)" for name, sign in _SIGN_OF.items()}

ATOMS = Grammar([rule[3] for rule in atoms.RULES], _TOKEN_CLASSES, atoms.MACROS, _START)
PHRASES = Grammar([rule[1] for rule in phrases.PHRASES], _ATOM_CLASSES, phrases.MACROS, _START)


@dataclass(slots=True)
class Atom:
    """A small part of the grammar, found in a text."""

    name: str
    said: Said
    first: int
    """Index of its first token."""
    last: int
    """Index after its last token."""


@dataclass(slots=True)
class Phrase:
    """A whole expression: its rule, the tokens it covers, and the tokens of its parts."""

    rule: str
    first: int
    last: int
    parts: dict[str, tuple[int, int]]


@dataclass(slots=True)
class Parsed:
    """A text's tokens with the atoms found in them, by the index of their first token."""

    tokens: Tokens
    atoms: dict[int, Atom]
    signs: str
    """As the tokens' signs, with each atom's sign in place of those of its tokens."""

    def inside(self, first: int, last: int) -> list[Atom]:
        """Give the atoms between two tokens."""
        return [self.atoms[i] for i in range(first, last) if i in self.atoms]


def parse(tokens: Tokens) -> Parsed:
    """Find the atoms of a text."""
    found: dict[int, Atom] = {}
    signs: list[str] = []
    done = 0
    memory: dict[str, tuple[str, Said] | None] = {}
    for match in ATOMS.expression.finditer(tokens.signs):
        first, last = match.span()
        text = tokens.text(first, last)
        if text not in memory:
            memory[text] = _said(match, tokens)
        said = memory[text]
        if said:
            found[first] = Atom(*said, first, last)
            signs += tokens.signs[done:first], _SIGN_OF[said[0]], FILL * (last - first - 1)
            done = last
    signs.append(tokens.signs[done:])
    return Parsed(tokens, found, "".join(signs))


def _said(match: re.Match[str], tokens: Tokens) -> tuple[str, Said] | None:
    rule = atoms.RULES[ATOMS.rule(match)]
    parts = [(name, tokens.text(first, last)) for name, first, last in ATOMS.parts(match)]
    said = atoms.build(rule, parts)
    return (rule[0], said) if said else None


def find(parsed: Parsed) -> Iterator[Phrase]:
    """Find the expressions in a parsed text, in order."""
    for match in PHRASES.expression.finditer(parsed.signs):
        rule = phrases.PHRASES[PHRASES.rule(match)][0]
        parts = {name: (first, last) for name, first, last in PHRASES.parts(match)}
        first, last = match.span()
        yield Phrase(rule, first, last - (parsed.signs[last - 1] == SPACE), parts)
