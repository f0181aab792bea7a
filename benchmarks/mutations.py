"""Ways to break a page, for ``mutate.py`` and its test: small ones for every page, huge ones that stand alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

TAG = re.compile(rb"<[^<>]*>")
BIG = 30_000_000
"""Bytes of a page that is huge."""
MANY = 1_000_000
"""How often something is repeated that is repeated without end."""
DEEP = 10_000
"""How many elements stand inside each other."""

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


# Huge ones


def filled(unit: str, size: int = BIG, before: str = "", after: str = "") -> bytes:
    """Give a page with a title and something repeated until the page has ``size`` bytes."""
    packed = unit.encode()
    head = "<!doctype html><html><head><title>Nov most v Lipovcu | Primer</title>"
    story = "<p>Most čez Lipnico so začeli graditi lani spomladi, ko je stari postal nevaren za ves promet.</p>"
    opening = f"{head}{before or '</head><body><h1>Nov most v Lipovcu</h1>' + story}".encode()
    return opening + packed * (size // len(packed)) + f"{after}{story}</body></html>".encode()


def repeated(unit: str, before: str = "", times: int = MANY) -> bytes:
    """Give a page with something repeated a million times."""
    return filled(unit, times * len(unit.encode()), before)


def nested(unit: str) -> bytes:
    """Give a page with elements ten thousand deep."""
    return repeated(unit, times=DEEP)


LAUGHS = (
    "<!DOCTYPE html [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(n + 1)} '{f'&{chr(n)};' * 10}'>" for n in range(97, 109))
    + "]>"
)
SENTENCE = "Župan Tone Zgled je 27. januarja 2026 ob 9. uri povedal, da je most največja naložba občine doslej. "
TITLE = "<h1>Nov most v Lipovcu</h1>"
HEAD = "<meta name=x content=y>"
LD = '<script type="application/ld+json">'
NODE = '{"@type":"NewsArticle","headline":"Nov most"}'

HUGE: dict[str, Callable[[], bytes]] = {
    "one line of letters": lambda: filled("a"),
    "one line of words": lambda: filled("beseda "),
    "one line of sentences": lambda: filled(SENTENCE),
    "white space": lambda: filled(" \n\t"),
    "dashes": lambda: filled("-"),
    "dots": lambda: filled(". "),
    "letters of four bytes": lambda: filled("𝔄"),
    "letters with marks": lambda: filled("e\u0301\u0323\u0302"),
    "dates": lambda: filled("12. 3. 2026 "),
    "digits and dots": lambda: filled("1.1.1.1."),
    "bars": lambda: filled("a | "),
    "brackets": lambda: filled("(a "),
    "NULs": lambda: filled("\x00"),
    "paragraphs of sentences": lambda: filled(f"<p>{SENTENCE}</p>\n"),
    "lines of sentences": lambda: filled(f"{SENTENCE}<br>"),
    "stories with headings": lambda: filled(f"<h2>Naslov dela</h2><p>{SENTENCE * 5}</p>"),
    "a million <p>": lambda: repeated("<p>"),
    "a million paragraphs": lambda: repeated("<p>a</p>"),
    "a million links": lambda: repeated("<a href=/x>Nov most v Lipovcu</a> "),
    "a million links in a list": lambda: repeated("<li><a href=/x>Nov most čez Lipnico</a></li>"),
    "a million cards": lambda: repeated("<div><h3><a href=/x>Nov most v Kraju</a></h3><p>Odlomek ...</p></div>"),
    "a million line breaks": lambda: repeated("<br>"),
    "a million pictures": lambda: repeated("<img src=/a.jpg alt='Most čez reko'>"),
    "a million figures": lambda: repeated("<figure><img src=/a.jpg><figcaption>Foto: A. P.</figcaption></figure>"),
    "a million cells": lambda: repeated("<td>a"),
    "a million tables": lambda: repeated("<table><tr><td>a</table>"),
    "a million headings": lambda: repeated("<h1>Nov most v Lipovcu</h1>"),
    "a million articles": lambda: repeated("<article><p>Kratka vest.</p></article>"),
    "a million bold letters": lambda: repeated("<b>a</b>"),
    "a million open <b>": lambda: repeated("<b>"),
    "a million open links": lambda: repeated("<a href=/x>"),
    "a million open <div>": lambda: repeated("<div>"),
    "a million closing tags": lambda: repeated("</div>"),
    "a million meta elements": lambda: repeated(HEAD, HEAD),
    "a million authors": lambda: repeated('<meta name="author" content="Ana Primer, Tone Zgled">', HEAD),
    "a million head links": lambda: repeated('<link rel="canonical" href="/a">', HEAD),
    "a million times": lambda: repeated('<time datetime="2026-01-27T09:12">27. 1. 2026</time>'),
    "a million properties": lambda: repeated('<i itemprop="author keywords">Ana Primer</i>'),
    "a million labelled lines": lambda: repeated("<p>Vir: PU Celje</p>"),
    "a million inputs": lambda: repeated("<input><option>a<select>"),
    "a million comments": lambda: repeated("<!-- a -->"),
    "a million scripts": lambda: repeated("<script>a()</script>"),
    "a million JSON-LD nodes": lambda: filled(f"{NODE},", BIG, f"{LD}[", "{}]</script>"),
    "JSON-LD that nests": lambda: filled('{"@type":"NewsArticle","author":[', 3_000_000, LD),
    "JSON-LD of one text": lambda: filled("Beseda ", BIG, LD + '{"@type":"NewsArticle","articleBody":"', '"}</script>'),
    "JSON-LD never closed": lambda: filled('{"a', BIG, LD),
    "JSON-LD of white space": lambda: filled(" ", BIG, LD + "{x"),
    "JSON-LD of backslashes": lambda: filled("\\", BIG, LD + '{"headline":"'),
    "JSON-LD of commas": lambda: filled(", ", BIG, LD + "["),
    "many JSON-LD scripts": lambda: repeated(f"{LD}{NODE}</script>", HEAD, 300_000),
    "a comment never closed": lambda: filled("a", BIG, "<!--"),
    "a script never closed": lambda: filled("a<b", BIG, "<script>"),
    "a title never closed": lambda: filled("a ", BIG, "<title>"),
    "a text area never closed": lambda: filled("a ", BIG, "<body><textarea>"),
    "an attribute of 30 MB": lambda: filled("related ", BIG, '<body><div class="', '">'),
    "an address of 30 MB": lambda: filled("../", BIG, '<body><a href="', '">a</a>'),
    "an alt text of 30 MB": lambda: filled("Most čez reko. ", BIG, '<body><img src=/a.jpg alt="', '">'),
    "a srcset of 30 MB": lambda: filled("/a.jpg 300w, ", BIG, '<body><img src=/a.jpg srcset="', '">'),
    "a meta content of 30 MB": lambda: filled("Most | ", BIG, '<meta property="og:title" content="', '">'),
    "an author of 30 MB": lambda: filled("Ana Primer, ", BIG, '<meta name="author" content="', '">'),
    "a heading of 30 MB": lambda: filled("Nov most ", BIG, "<body><h1>", "</h1>"),
    "a tag name of 30 MB": lambda: filled("a", BIG, "<body><"),
    "a million attributes": lambda: filled("a{} b=c ", 2_000_000, "<body><div ", ">"),
    "a million different attributes": lambda: b"<div " + b" ".join(b"a%d=b" % n for n in range(MANY)) + b">a</div>",
    "a million different tags": lambda: b"<body>" + b"".join(b"<x%d>a</x%d>" % (n, n) for n in range(MANY)),
    "a million different classes": lambda: b"<body>" + b"".join(b"<div class=c%d>a b c</div>" % n for n in range(MANY)),
    "pictures in one figure": lambda: repeated("<img src=/a.jpg>", f"<figure><figcaption>{SENTENCE * 9}</figcaption>"),
    "a caption without end": lambda: filled("Most ", BIG, f"<body><figure>{'<img src=/a.jpg>' * 9000}<figcaption>"),
    "pictures before paragraphs": lambda: filled(f"<img src=/a.jpg><p>{SENTENCE}</p>"),
    "pictures deep down": lambda: repeated("<img src=/a.jpg><p>Most čez reko</p>", f"<body>{TITLE}{'<div>' * DEEP}"),
    "many small ones deep down": lambda: repeated("<p>a</p>", f"<body>{'<div>' * DEEP}{TITLE}"),
    "many small ones deep down, a story below": lambda: (
        f"<body>{'<div>' * DEEP}{TITLE}{'<p>a</p>' * 20_000}{'</div>' * DEEP}{f'<p>{SENTENCE * 3}</p>' * 9}".encode()
    ),
    "links deep down": lambda: repeated("<a href=/x>Nov most čez reko</a><p>a", f"<body>{TITLE}{'<div>' * DEEP}"),
    "credit lines and headings": lambda: filled(f"<p>Vir: PU Celje</p><h2>Naslov</h2><p>{SENTENCE}</p>"),
    "credit lines, then a story": lambda: (
        f"<body>{TITLE}<p>{SENTENCE}</p>{'<p>Vir: PU Celje<p>a' * 10_000}<h2>a</h2><p>{SENTENCE * 9000}".encode()
    ),
    "the title again and again": lambda: (
        f"<body>{TITLE}{'<p>Nov most v Lipovcu' * 40_000}{f'<p>{SENTENCE * 3}</p>' * 1000}".encode()
    ),
    "the title between paragraphs": lambda: (
        f"<body>{TITLE}{f'<p>{SENTENCE}<p>Nov most v Lipovcu' * 20_000}<p>{SENTENCE * 12_000}".encode()
    ),
    "bylines and dates": lambda: filled("<div class=author>Ana Primer</div><div>27. 1. 2026</div>"),
    "sections": lambda: repeated('<a rel="category tag" href=/x>Novice</a>', f"<body>{TITLE}"),
    "crumbs": lambda: repeated("<a href=/x>Novice</a> » ", f"<body><div class=breadcrumb>{TITLE}"),
    "captions": lambda: filled(f"<p class=caption>{SENTENCE} Foto: Ana Primer</p><img src=/a.jpg>"),
    "notices one after the other": lambda: filled(
        "<p>Komunala Lipovec obvešča, da bo v petek, 30. 1. 2026, od 8. do 10. ure na območju Dobrave motena dobava."
    ),
    "an area without end": lambda: filled("na območju Dobrave, ", BIG, f"<body>{TITLE}<p>Elektro obvešča: motena "),
    "an issuer without end": lambda: filled("Komunala ", BIG, f"<body>{TITLE}<p>"),
    "mourners": lambda: filled("Žalujoči: vsi njeni. Umrl je 1. 1. 2026. Pogreb bo v petek ob 15. uri v Podgaju. "),
    "ampersands": lambda: filled("&"),
    "references to characters": lambda: filled("&#269;"),
    "references twice": lambda: filled("&amp;amp;"),
    "a billion laughs": lambda: (LAUGHS + "<h1>Nov most</h1><p>" + "&m;" * 1000).encode(),
    "a million entities": lambda: ("<!DOCTYPE html [" + "<!ENTITY a 'b'>" * MANY + "]><p>&a;").encode(),
    "CDATA": lambda: filled("<![CDATA[a]]>"),
    "instructions": lambda: filled("<?a b?>"),
    "less than": lambda: filled("<"),
    "UTF-16": lambda: b"\xff\xfe" + filled(SENTENCE, BIG // 2).decode().encode("utf-16-le"),
    "UTF-32": lambda: filled(SENTENCE, BIG // 4).decode().encode("utf-32"),
    "windows-1250": lambda: filled(SENTENCE).decode().encode("cp1250"),
    "bytes at random": lambda: Random(1).randbytes(BIG),
    "base64": lambda: filled("YLGfKGitgGgSOY9Aqrg6U9ZYpFbdUJpyJCECvI+iKpVhimx6XT0AiAK0n3K0vnMV66zz/"),
    **{
        f"ten thousand {unit} deep": lambda unit=unit: nested(unit)
        for unit in (
            "<div>", "<p>", "<span>", "<b>", "<font color=red>", "<a href='/x'>", "<ul><li>", "<table><tr><td>",
            "<blockquote>", "<article>", "<section>", "<nav>", "<h1>", "<form>", "<svg>", "<x-y>", "<dl><dt><dd>",
            "<button>", "<select><option>", "<template>", "<div class=related>", "<div class=article-body>",
        )
    },
}  # fmt: skip
"""Pages of up to 30 MB (a few have more), each with one thing that is too long, too many or too deep."""

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
