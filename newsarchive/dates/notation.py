"""The notation in which the grammar is written, and its translation into regular expressions.

A pattern is a line of names of kinds. ``day dot mon`` means the one after the other, with or without a space between;
``day~dot`` allows no space; ``month:mon`` keeps the token as part ``month``, and so does ``a:( … )`` for a group;
``( )``, ``|``, ``?``, ``*`` and ``{0,9}`` are as in regular expressions; ``!( … )`` says what must not follow. A name
in capitals stands for a pattern of its own. The same part may be named in several places; the one that matched counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

_WORD = re.compile(
    r"(?P<deny>!\()|(?P<group>[a-z]\w*):\(|(?:(?P<part>[a-z]\w*):)?(?P<name>[a-z_]+)|(?P<space>\s+)|(?P<other>\{[\d,]+\}|.)"
)
_NUMBER = re.compile(r"__\d+$")


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """Put every pattern that has a name in its place.

    >>> expand("DAY comma", {"DAY": "day dot"})
    '(day dot) comma'
    """
    wider = re.sub(r"\b[A-Z][A-Z_0-9]*\b", lambda name: f"({macros[name[0]]})", pattern)
    return pattern if wider == pattern else expand(wider, macros)


@dataclass
class Translator:
    """Turns patterns into the source of regular expressions over signs.

    `classes` gives each kind's expression, `gap` what may stand where a space is written.
    """

    classes: Mapping[str, str]
    gap: str
    _parts: int = field(default=0)

    def source(self, pattern: str) -> str:
        """Translate one pattern."""
        return "".join(self._piece(word) for word in _WORD.finditer(" ".join(pattern.split())))

    def _piece(self, word: re.Match[str]) -> str:
        if word["name"]:
            signs = self.classes[word["name"]]
            return f"{self._open(word['part'])}{signs})" if word["part"] else signs
        if word["group"]:
            return self._open(word["group"])
        if word["deny"]:
            return "(?!"
        return self.gap if word["space"] else {"(": "(?:", "~": ""}.get(word["other"], word["other"])

    def _open(self, part: str) -> str:
        self._parts += 1
        return f"(?P<{part}__{self._parts}>"


class Grammar:
    """Many patterns as one expression that says which of them matched, and with what parts.

    The expression is compiled when it is first asked for: that takes a tenth of a second.
    """

    def __init__(self, patterns: list[str], classes: Mapping[str, str], macros: Mapping[str, str], start: str) -> None:
        self._patterns, self._classes, self._macros, self._start = patterns, classes, macros, start

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The patterns as one regular expression, in their order."""
        translator = Translator(self._classes, " ?+")
        sources = [translator.source(expand(pattern, self._macros)) for pattern in self._patterns]
        whole = "|".join(f"(?P<rule__{i}>{source})" for i, source in enumerate(sources))
        return re.compile(f"{self._start}(?:{whole})")

    @cached_property
    def _parts(self) -> dict[int, list[tuple[int, str]]]:
        """Give, for each rule's group, the numbers and the names of the parts inside it."""
        parts: dict[int, list[tuple[int, str]]] = {}
        for name, number in self.expression.groupindex.items():
            if name.startswith("rule__"):
                inside = parts[number] = []
            else:
                inside.append((number, _NUMBER.sub("", name)))
        return parts

    def rule(self, match: re.Match[str]) -> int:
        """Say which of the patterns matched."""
        assert match.lastgroup is not None
        return int(match.lastgroup[6:])

    def parts(self, match: re.Match[str]) -> list[tuple[str, int, int]]:
        """Give the parts that matched: name, first and last sign."""
        assert match.lastindex is not None
        found = match.regs
        return [(name, *found[number]) for number, name in self._parts[match.lastindex] if found[number][0] >= 0]
