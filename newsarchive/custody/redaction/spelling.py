"""One text in all the ways in which the source of a page, feed or script may write it, as a regular expression.

Patterns are meant for ``re.IGNORECASE``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from html.entities import codepoint2name
from urllib.parse import quote

WORD = re.compile(r"[^\W_]+")
RUN = re.compile(r"[a-z0-9]+")
OWN = {"đ": ("d", "dj"), "ø": ("o",), "ł": ("l",), "ß": ("ss",)}
"""Letters that are no base letter with a mark, and what addresses make of them."""

START = r"(?:(?<![^\W_])|(?<=%[0-9a-f]{2})|(?<=\\[nrtbf])|(?<=\\u[0-9a-f]{4}))"
"""No letter before: but the last sign of an escape is none."""
END = r"(?![^\W_])"
GAP = r"(?:[^\w&<%\\]|_|&(?:[#\w]{1,8};)?|<(?:[^<>]{0,400}>)?|%(?:[0-9a-f]{2})?|\\(?:u[0-9a-f]{4}|[nrtbf\"/\\])?){1,40}"
"""What may stand between two words of a sentence: signs, white space, tags, escapes."""
NAME_GAP = r"(?:[\s_+.,\xa0-]|&nbsp;|&#160;|&#xa0;|%20|%c2%a0|\\u00a0|<[^<>]{0,400}>){1,8}"
"""What may stand between two parts of a name: no quote and no bracket, for those would part two names."""
SIGNS = {
    "/": r"(?:\\?/|%2f|&#47;|&#x2f;)",
    "&": r"(?:&(?:amp;|#0?38;)?|%26|\\u0026)",
    "?": r"(?:\?|%3f)",
    "=": r"(?:=|%3d|&#61;)",
    ":": r"(?::|%3a)",
}
"""The signs of an address and their escapes."""


@cache
def letter(character: str) -> str:
    """Give the pattern of one letter: itself, without its mark, as a reference, as an escape.

    >>> all(re.fullmatch(letter("č"), one, re.I) for one in ("č", "Č", "c", "&#268;", "&ccaron;", "%C4%8D", "%e8"))
    True
    """
    if character.isascii():
        return SIGNS.get(character) or re.escape(character)
    both = dict.fromkeys((character.lower(), character.upper()))
    ways = [re.escape(character.lower()), *OWN.get(character.lower(), ()), *_bare(character.lower())]
    for one in both:
        ways += _escaped(one) if len(one) == 1 else []
    return f"(?:{'|'.join(dict.fromkeys(ways))})"


def _bare(character: str) -> list[str]:
    parts = unicodedata.normalize("NFD", character)
    base, marks = parts[0], parts[1:]
    return [re.escape(base) + (f"(?:{marks})?" if marks else "")] if base.isascii() else []


def _escaped(character: str) -> list[str]:
    number = ord(character)
    named = [f"&{codepoint2name[number]};"] if number in codepoint2name else []
    caron = unicodedata.normalize("NFD", character)[1:] == "\u030c"
    named += [f"&{unicodedata.normalize('NFD', character)[0]}caron;"] if caron else []
    old = quote(character.encode("cp1250", "ignore"))
    return [*named, f"&#0?{number};", f"&#x0?{number:x};", quote(character), rf"\\u{number:04x}", *filter(None, [old])]


def spelled(text: str) -> str:
    """Give the pattern of a text, letter by letter."""
    return "".join(map(letter, text))


def sentence(text: str) -> str:
    """Give the pattern of a text word by word, whatever signs, tags and white space are between.

    >>> bool(re.search(sentence("Občina je zaprta."), "<b>OB&#268;INA</b> je&nbsp;zaprta", re.I))
    True
    """
    return START + GAP.join(map(spelled, WORD.findall(text))) + END


def needle(text: str) -> bytes:
    """Give the longest piece of a text that every spelling of it holds, in small letters; it may be empty.

    >>> needle("Žalujoči vsi njeni")
    b'alujo'
    """
    return max(RUN.findall(text.lower()), key=len, default="").encode()
