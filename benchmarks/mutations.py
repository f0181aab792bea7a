"""Ways to break a page, for ``mutate.py`` and its test: small ones for every page, huge ones that stand alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from huge import DEEP, HUGE

TAG = re.compile(rb"<[^<>]*>")
CHARSETS = (
    "utf-8 utf8 UTF-8; utf-7 utf-16 utf-16le utf-16be utf-32 ucs-2 iso-8859-1 iso-8859-2 iso-8859-3 iso-8859-4 "
    "iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-8-i iso-8859-9 iso-8859-10 iso-8859-11 iso-8859-13 "
    "iso-8859-14 iso-8859-15 iso-8859-16 latin1 latin2 windows-874 windows-1250 windows-1251 windows-1252 windows-1253 "
    "windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 cp437 cp850 cp852 cp1250 macintosh "
    "x-mac-cyrillic x-mac-ce koi8-r koi8-u gb2312 gbk gb18030 hz hz-gb-2312 big5 big5-hkscs euc-jp shift_jis "
    "iso-2022-jp iso-2022-kr iso-2022-cn euc-kr johab tis-620 ascii us-ascii x-user-defined replacement idna punycode "
    "raw_unicode_escape unicode_escape undefined mbcs oem rot13 base64 hex zlib bz2 uu quopri palmos no-such-set "
    "none null . / .. é 0 1 utf-8\x00 % * {charset}"
).split(" ")
"""Labels of character sets: those that browsers know, those that only Python knows (some are no character sets at
all), and nonsense."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One broken page."""

    number: int
    how: str
    """Name of the way in which it was broken."""
    html: bytes
    url: str
    charset: str | None = None


# Small ones: a good page in, a broken one out


def flip(dice: Random, page: bytes) -> bytes:
    """Give some bytes other values."""
    broken = bytearray(page)
    for _ in range(dice.choice((1, 10, 100, 1000))):
        broken[dice.randrange(len(broken))] = dice.randrange(256)
    return bytes(broken)


def drop(dice: Random, page: bytes) -> bytes:
    """Leave some tags out."""
    share = dice.choice((0.02, 0.2, 0.5))
    return TAG.sub(lambda tag: b"" if dice.random() < share else tag[0], page)


def double(dice: Random, page: bytes) -> bytes:
    """Print some tags more than once."""
    share, times = dice.choice(((0.02, 50), (0.2, 3), (1.0, 2)))
    return TAG.sub(lambda tag: tag[0] * times if dice.random() < share else tag[0], page)


def swap(dice: Random, page: bytes) -> bytes:
    """Put some tags in the places of others."""
    tags = TAG.findall(page) or [b"<p>"]
    return TAG.sub(lambda tag: dice.choice(tags) if dice.random() < 0.2 else tag[0], page)


def cut(dice: Random, page: bytes) -> bytes:
    """Break the page off, or begin in the middle of it."""
    start = dice.choice((0, 0, dice.randrange(len(page))))
    return page[start : start + dice.randrange(len(page))]


def nuls(dice: Random, page: bytes) -> bytes:
    """Strew characters that print nothing, NUL the first of them."""
    odd = dice.choice((b"\x00", b"\x00\x00\x00", b"\x07", b"\x1b[2J", b"\xff", b"&#0;", b"&#xD800;", b"\xe2\x80\xae"))
    return sprinkle(dice, page, odd)


def entities(dice: Random, page: bytes) -> bytes:
    """Strew references to characters, few of which there are."""
    odd = (b"&", b"&#", b"&#x;", b"&#99999999999;", b"&nosuch;", b"&amp;amp;amp;", b"&lt;p&gt;", b"&nbsp", b"&#-1;")
    return sprinkle(dice, page, dice.choice(odd))


def markup(dice: Random, page: bytes) -> bytes:
    """Strew halves of markup."""
    odd = (
        b"<",
        b">",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"<script>",
        b"</body>",
        b"<svg>",
        b"<p/><?x",
        b"'\"",
        b"<>",
    )
    return sprinkle(dice, page, dice.choice(odd))


def sprinkle(dice: Random, page: bytes, odd: bytes) -> bytes:
    """Put something into some places of a page."""
    places = sorted(dice.randrange(len(page)) for _ in range(dice.choice((1, 20, 400))))
    parts = [page[start:stop] for start, stop in zip([0, *places], [*places, len(page)], strict=True)]
    return odd.join(parts)


def numbers(dice: Random, page: bytes) -> bytes:
    """Replace all numbers."""
    odd = (b"0", b"-1", b"99", b"9" * 5000, "²".encode(), b"1e999", b"0001", b"", b"2026-02-30", b"31.11.")
    return re.sub(rb"\d+", dice.choice(odd), page)


def attributes(dice: Random, page: bytes) -> bytes:
    """Give some tags an attribute that is odd or long."""
    odd = dice.choice((b" class='%s'" % (b"related " * 10_000), b" href='%s'" % (b"../" * 20_000), b" id=x" * 2000))
    share = 20 / (page.count(b">") + 1)
    return TAG.sub(lambda tag: tag[0][:-1] + odd + b">" if dice.random() < share else tag[0], page)


def nest(dice: Random, page: bytes) -> bytes:
    """Put elements into each other, to the end of the page."""
    place = dice.randrange(len(page))
    tag = dice.choice((b"<div>", b"<b>", b"<a href=/x>", b"<ul><li>", b"<table><tr><td>", b"<article>", b"<font>"))
    return page[:place] + tag * dice.choice((100, 1000, DEEP)) + page[place:]


def shuffle(dice: Random, page: bytes) -> bytes:
    """Cut the page into pieces and put them together in another order."""
    size = dice.choice((7, 100, 1000))
    pieces = [page[start : start + size] for start in range(0, len(page), size)]
    dice.shuffle(pieces)
    return b"".join(pieces)


SMALL: dict[str, Callable[[Random, bytes], bytes]] = {
    way.__name__: way
    for way in (flip, drop, double, swap, cut, nuls, entities, markup, numbers, attributes, nest, shuffle)
}


def relabelled(dice: Random, page: bytes, label: str) -> tuple[bytes, str | None]:
    """Declare a character set: in the transport or the page, as a lie or (where Python can) as the truth."""
    if dice.random() < 0.5:
        page = _recoded(page, label)
    if dice.random() < 0.5:
        return page, label
    declared = b'<meta charset="%s">' % label.encode()
    return page.replace(b"<head>", b"<head>" + declared, 1), None


def _recoded(page: bytes, label: str) -> bytes:
    try:
        return page.decode("utf-8", "replace").encode(label, "replace")
    except (LookupError, ValueError, TypeError):  # no such set, or one that encodes no text
        return page


HOST = "http://primer.test"
ADDRESSES = ("/novice/nov-most", "/obvestila/motena-dobava", "/osmrtnice/ana-primer", "/", "/arhiv/?stran=2", "")
HUGE_EVERY = 80
"""One page in so many is huge: they take a thousand times longer than the rest together."""


def mutant(number: int, seeds: list[tuple[str, bytes]]) -> Mutant:
    """Give the broken page of this number, made of one of the good pages; the same number always gives the same."""
    if number % HUGE_EVERY == 0:
        return huge_mutant(number)
    dice = Random(number)
    url, page = dice.choice(seeds)
    url = dice.choice((url, url, HOST + dice.choice(ADDRESSES)))
    if number % 10 == 1:
        label = CHARSETS[number // 10 % len(CHARSETS)]
        page, charset = relabelled(dice, page, label)
        return Mutant(number, f"charset {label!r}", page, url, charset)
    ways = dice.sample(list(SMALL), dice.choice((1, 1, 2, 3)))
    for way in ways:
        page = SMALL[way](dice, page or b" ")
    charset = dice.choice((None, None, None, dice.choice(CHARSETS)))
    return Mutant(number, " + ".join(ways), page, url, charset)


def huge_mutant(number: int, html: bytes | None = None) -> Mutant:
    """Give the huge page of this number, its address that of an article, a notice or an obituary in turn."""
    turn, place = divmod(number // HUGE_EVERY, len(HUGE))
    how = list(HUGE)[place]
    return Mutant(number, how, HUGE[how]() if html is None else html, HOST + ADDRESSES[(turn + place) % 3])
