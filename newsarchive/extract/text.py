"""Small tools for printed text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from lxml import etree

_WORD = re.compile(r"[^\W_]+")
_LETTERS = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
"""What :func:`key` makes of ASCII, which most of what is compared is made of: a table is quicker than the pattern."""
_CONTROLS = (*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0), *range(0xD800, 0xE000))
_GLUE = dict.fromkeys([*map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), *_CONTROLS])
"""Characters that print nothing: joiners, controls and halves of surrogate pairs."""

BEGINNING = 8
"""So many letters tell most texts apart."""
SENTENCE_END = tuple('.!?…:;"”»«“’。！？」）')

LETTERS_OF_A_LONG_WORD = 12
"""Where words seem longer than this, they may be many without a space between."""
LETTERS_OF_AN_UNSPACED_WORD = 2
UNSPACED_FROM = "\u0e00"
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese letters."""


def fold(text: str) -> str:
    r"""Fold white space and drop what prints nothing; NFC.

    >>> fold(" Šo\u00adštanj\n je  mesto ")
    'Šoštanj je mesto'
    """
    words = " ".join(text.split())
    if not words.isprintable():  # everything that is glue is unprintable, and few texts have any
        words = " ".join(words.translate(_GLUE).split())
    return unicodedata.normalize("NFC", words)


def tidy(text: str) -> str:
    r"""Drop what prints nothing from a block, whose white space is folded already; its line breaks stay.

    >>> tidy("Šo\u200bštanj\nje mesto")
    'Šoštanj\nje mesto'
    """
    return text if text.isprintable() else "\n".join(fold(line) for line in text.split("\n"))


def plain(element: etree._Element) -> str:
    """Give all text inside an element.

    >>> plain(etree.fromstring("<p>Nov <b>most</b></p>"))
    'Nov most'
    """
    return "".join(part for part in element.itertext() if isinstance(part, str))


def unmarked(text: str) -> str:
    """Take the markup out of a fragment of HTML, as portals put it into JSON-LD and feeds.

    >>> unmarked("<p>Nov <em>most</em></p>")
    'Nov most'
    """
    if "<" not in text:
        return text
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = etree.fromstring(f"<div>{text}</div>".encode("utf-8", "ignore"), parser)
    return plain(tree)


@lru_cache(maxsize=128)
def key(text: str) -> str:
    """Reduce a text to its words in lower case, for comparing what is printed in two places.

    >>> key("»Nova« cesta – odprta!")
    'nova cesta odprta'
    """
    if text.isascii():
        return " ".join(text.translate(_LETTERS).split())
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def key_start(text: str, length: int) -> str:
    """Give the first characters of a text's key, at least so many where it has them, without reducing a long text.

    >>> key_start("»Nova« cesta – odprta! " * 1000, 10)
    'nova cesta odprta nova cesta'
    """
    cut = text.find(" ", 3 * length)  # what stands before a space and behind it is reduced by itself
    start = key(text[:cut]) if cut > 0 else ""
    return start if len(start) >= length else key(text)


def has_key(text: str, wanted: str) -> bool:
    """Tell whether a text has this key; that most have not is told by their first letter.

    >>> has_key("»Nova« cesta – odprta!", "nova cesta odprta"), has_key("Nova cesta", "nova cesta odprta")
    (True, False)
    """
    first, second = text[:1], text[1:2]
    if first.isalnum() and first.isascii() and second.isascii() and first.lower() != wanted[:1]:
        return False  # an accent behind the first letter would be joined with it
    return wanted.startswith(key_start(text, BEGINNING)[:BEGINNING]) and key(text) == wanted


def is_sentence(text: str) -> bool:
    """Tell whether a text ends as sentences do.

    >>> is_sentence("Cesta bo zaprta."), is_sentence("Zadnje novice")
    (True, False)
    """
    return text.rstrip().endswith(SENTENCE_END)


def count_words(text: str) -> int:
    """Count words; in scripts that write without spaces two letters make one.

    >>> count_words("v Velenju sneži"), count_words("橋は再び開通した")
    (3, 4)
    """
    words = text.count(" ") + 1
    if text < UNSPACED_FROM and len(text) < words * LETTERS_OF_A_LONG_WORD:
        return words
    unspaced = len(_UNSPACED.findall(text)) // LETTERS_OF_AN_UNSPACED_WORD
    return max(words, words - 1 + unspaced, len(text) // LETTERS_OF_A_LONG_WORD)
