"""Huge pages, for ``mutate.py``: each has one thing that is too long, too many or too deep."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

BIG = 30_000_000
"""Bytes of a page that is huge."""
MANY = 1_000_000
"""How often something is repeated that is repeated without end."""
DEEP = 10_000
"""How many elements stand inside each other."""


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
