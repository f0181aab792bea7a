"""From tokens to atoms, groups and phrases: the three passes of the grammar over a text's signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from newsarchive.dates import atoms, phrases
from newsarchive.dates.notation import Grammar, Rule
from newsarchive.dates.said import Said
from newsarchive.dates.tokens import CLASSES, SPACE, Tokens

FILL = "\0"
"""Stands for the second and further tokens of an atom, so that signs and tokens keep the same index."""
_FIRST_SIGN = 0x250
_LEFT_OUT = "".join(CLASSES[kind] for kind in ("on", "in", "onto", "for", "comma", "space"))

_NAMES = dict.fromkeys([rule[0] for rule in atoms.RULES] + [rule[0] for rule in phrases.GROUPS])
_SIGN_OF = {name: chr(_FIRST_SIGN + i) for i, name in enumerate(_NAMES)}

_INSIDE_NUMBER = f"(?<![{CLASSES['figure']}][{CLASSES['dot']}{CLASSES['comma']}{CLASSES['colon']}{CLASSES['slash']}])"
"""No atom begins in the middle of 1.381, 10.0.1 or 62/16."""

ATOMS = Grammar([rule[3] for rule in atoms.RULES], CLASSES, atoms.MACROS, unless=_INSIDE_NUMBER)
GROUPS = Grammar([rule[1] for rule in phrases.GROUPS], CLASSES | _SIGN_OF, phrases.MACROS)
PHRASES = Grammar([rule[1] for rule in phrases.PHRASES], CLASSES | _SIGN_OF, phrases.MACROS)


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


_FORGET = 20_000
_memory: dict[tuple[int, str], Said] = {}


def parse(tokens: Tokens) -> Parsed:
    """Find the atoms of a text."""
    found: dict[int, Atom] = {}
    signs: list[str] = []
    done = 0
    pieces, token_signs = tokens.pieces, tokens.signs
    for rule, match in ATOMS.find(token_signs):
        first, last = match.span()
        last -= token_signs[last - 1] == SPACE
        key = rule.number, "".join(pieces[first:last])
        said = _memory.get(key)
        if said is None:
            said = _said(key, rule.parts(match), tokens)
        name = atoms.RULES[rule.number][0]
        found[first] = Atom(name, said, first, last)
        signs += token_signs[done:first], _SIGN_OF[name], FILL * (last - first - 1)
        done = last
    signs.append(token_signs[done:])
    return Parsed(tokens, found, "".join(signs))


def _said(key: tuple[int, str], parts: list[tuple[str, int, int]], tokens: Tokens) -> Said:
    """Build what an atom says, and remember it for the next text."""
    if len(_memory) > _FORGET:
        _memory.clear()
    said = atoms.build(atoms.RULES[key[0]], [(name, tokens.text(first, last)) for name, first, last in parts])
    _memory[key] = said
    return said


@dataclass(slots=True)
class _Dense:
    """Signs without the fill, each with the index of its token; the last index is that of the end."""

    signs: str
    tokens: list[int]


def _dense(signs: str) -> _Dense:
    """Leave the fill out, so that an expression has one sign for each of its atoms."""
    if FILL not in signs:
        return _Dense(signs, list(range(len(signs) + 1)))
    return _Dense(signs.replace(FILL, ""), [i for i, sign in enumerate(signs) if sign != FILL] + [len(signs)])


def _grouped(dense: _Dense) -> _Dense:
    """Put one sign in the place of every group of atoms."""
    signs: list[str] = []
    done = 0
    for rule, match in GROUPS.find(dense.signs):
        first, last = match.span()
        last -= dense.signs[last - 1] == SPACE
        signs += dense.signs[done:first], _SIGN_OF[phrases.GROUPS[rule.number][0]], FILL * (last - first - 1)
        done = last
    signs.append(dense.signs[done:])
    again = _dense("".join(signs))
    return _Dense(again.signs, [dense.tokens[i] for i in again.tokens]) if len(signs) > 1 else dense


_WITHOUT_ATOMS = "".join(CLASSES[kind] for kind in ("revoked", "night", "workdays", "workday", "weekends"))

Candidate = tuple[str, int, int, Callable[[], dict[str, tuple[int, int]]]]
"""An expression that the grammar sees: its rule, its first and last token, and what gives its parts when asked."""


def find(parsed: Parsed) -> Iterator[Candidate]:
    """Find the expressions in a parsed text, in order, without "v" or "na" before and a comma after them."""
    dense = _grouped(_dense(parsed.signs))
    signs, tokens = dense.signs, dense.tokens
    for rule, match in PHRASES.find(signs):
        first, last = match.span()
        while first < last - 1 and signs[first] in _LEFT_OUT:
            first += 1
        while signs[last - 1] in _LEFT_OUT and last > first + 1:
            last -= 1
        yield phrases.PHRASES[rule.number][0], tokens[first], tokens[last], partial(_parts, rule, match, tokens)


def _parts(rule: Rule, match: re.Match[str], tokens: list[int]) -> dict[str, tuple[int, int]]:
    return {name: (tokens[first], tokens[last]) for name, first, last in rule.parts(match)}


def open_ended(parsed: Parsed) -> bool:
    """Say whether a text without atoms may still hold "do preklica", "minulo noč" or "ob delavnikih"."""
    return any(sign in parsed.signs for sign in _WITHOUT_ATOMS)
