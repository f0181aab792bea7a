"""No bytes make reading fail, run wild or print what is no text; the same bytes always give the same record."""

import json
import re
import time
import unicodedata
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pages import LEAD, OTHERS, STORY, TITLE, URL, article, card, document, json_ld, meta, p
from newsarchive.extract import Page, Verdict, judge, read, read_page
from newsarchive.items import KINDS, Record

quick = settings(max_examples=60, deadline=None, derandomize=True)
"""The same examples in every run, whatever else the machine does."""

ARTICLE = article(
    p(*STORY, "Vir: PU Celje"),
    '<figure><img src="/m.jpg" srcset="/m.jpg 300w, /v.jpg 1200w" width="600"><figcaption>Most. '
    "Foto: Ana Primer</figcaption></figure>",
    under="<p>26.2.2025 | 12:00 | Ana Primer, foto: Bojan Zgled</p>",
    lead=p(LEAD, cls="uvod"),
    head=json_ld(
        {
            "@type": "NewsArticle",
            "headline": TITLE,
            "datePublished": "2026-01-27T09:12:00+01:00",
            "author": {"name": "Ana Primer"},
        }
    )
    + meta("article:section", "Kultura")
    + '<link rel="canonical" href="/novice/nov-most">',
)
NOTICE = article(
    p(
        "Komunala Lipovec obvešča uporabnike, da bo v petek, 30. 1. 2026, od 8. do 10. ure na območju "
        "Dobrave motena dobava vode zaradi del."
    ),
    title="Motena dobava vode",
)
OBITUARY = article(
    p(
        "Sporočamo žalostno vest, da nas je v 94. letu zapustila Ana Zgled, roj. Primer.",
        "Pogreb bo v petek, 30. 1. 2026, ob 15. uri v Podgaju.",
    ),
    title="Ana ZGLED",
)
TABLE = document(f"<table><tr><td><h1>{TITLE}</h1>27. januar 2026<br><br>{'<br><br>'.join(STORY)}</td></tr></table>")
LIST = document("<h1>Novice</h1>", *(card(title, "Odlomek, ki se konča ...") for title in OTHERS))

SEEDS = [page.encode() for page in (ARTICLE, NOTICE, OBITUARY, LIST)] + [TABLE.encode("cp1250")]
TAG = re.compile(rb"<[^<>]*>")
LABELS = [None, "utf-8", "windows-1250", "iso-8859-2", "utf-16", "utf-7", "big5", "no-such", "", "\x00"]
NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a record that is meant for people, with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, part in value.items():
            if name not in ("url", "aliases", "evidence", "site"):
                yield from texts(part, f"{place}.{name}")
    elif isinstance(value, list):
        for part in value:
            yield from texts(part, place)


def check(html: bytes | str, url: str = URL, encoding: str | None = None) -> Record:
    """Read a page and hold the record to all that is promised of every record."""
    page = Page(html, url, encoding=encoding)
    assert judge(page) in get_args(Verdict)
    record = read_page(page)
    assert record.kind in KINDS
    assert read(html, url, encoding=encoding) == record
    assert Record.from_dict(json.loads(json.dumps(record.to_dict()).encode())) == record
    for place, text in texts(record.to_dict()):
        assert unicodedata.is_normalized("NFC", text), place
        assert not NOT_TEXT.search(text), (place, text)
        assert text.strip() == text != "", place
        assert text not in ("NULL", "undefined"), place
    if record.title and record.body and len(record.title) > 20:
        assert record.body.split("\n")[0] != record.title
    return record


@pytest.mark.parametrize("seed", SEEDS, ids=["article", "notice", "obituary", "list", "table"])
def test_the_pages_to_be_broken_are_good(seed):
    assert check(seed).title


@quick
@given(html=st.binary(max_size=2000), encoding=st.sampled_from(LABELS))
def test_any_bytes(html, encoding):
    check(html, encoding=encoding)


@quick
@given(html=st.text(max_size=2000))
def test_any_text(html):
    check(html)


@quick
@given(
    seed=st.sampled_from(SEEDS),
    at=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=40),
    encoding=st.sampled_from(LABELS),
)
def test_flipped_bytes(seed, at, encoding):
    broken = bytearray(seed)
    for place, value in at:
        broken[int(place * len(broken))] = value
    check(bytes(broken), encoding=encoding)


@quick
@given(seed=st.sampled_from(SEEDS), data=st.data())
def test_dropped_doubled_and_swapped_tags(seed, data):
    tags = TAG.findall(seed)
    fates = data.draw(
        st.lists(st.sampled_from(["keep"] * 6 + ["drop", "double", "swap"]), min_size=len(tags), max_size=len(tags))
    )
    fate = iter(zip(fates, tags[1:] + tags[:1], strict=True))

    def change(match: re.Match[bytes]) -> bytes:
        how, other = next(fate)
        return {"keep": match[0], "drop": b"", "double": match[0] * 2, "swap": other}[how]

    check(TAG.sub(change, seed))


@quick
@given(
    seed=st.sampled_from(SEEDS),
    start=st.floats(0, 0.9),
    length=st.floats(0, 1),
    url=st.sampled_from(["/a", "/obvestila/a", "/osmrtnice/a"]),
)
def test_cut_pages(seed, start, length, url):
    begin = int(start * len(seed))
    check(seed[begin : begin + int(length * len(seed))], "http://primer.test" + url)


@quick
@given(
    seed=st.sampled_from(SEEDS),
    put=st.sampled_from(
        [
            "\x00",
            "\x07",
            "&#0;",
            "&#150;",
            "&#xD800;",
            "&#99999999;",
            "\u00ad",
            "e\u0301",
            "NULL",
            "<![CDATA[",
            "<!--",
            "]]>",
            "<",
            "\u202e",
            "²",
        ]
    ),
    places=st.lists(st.floats(0, 0.999), min_size=1, max_size=20),
)
def test_odd_characters_anywhere(seed, put, places):
    text = seed.decode("utf-8", "replace")
    for place in sorted(places, reverse=True):
        text = text[: int(place * len(text))] + put + text[int(place * len(text)) :]
    check(text)
    check(text.encode("utf-8", "replace"))


@quick
@given(
    seed=st.sampled_from(SEEDS),
    number=st.sampled_from([b"0", b"-1", b"99", b"9" * 5000, "²".encode(), b"1e999", b"0001", b""]),
)
def test_odd_numbers_everywhere(seed, number):
    check(re.sub(rb"\d+", number, seed))


@quick
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "@type",
                        "@id",
                        "@graph",
                        "headline",
                        "name",
                        "author",
                        "datePublished",
                        "keywords",
                        "articleSection",
                    ]
                ),
                inner,
            )
        ),
    )
)
def test_any_json_in_the_head(value):
    known = {
        "@type": "NewsArticle",
        "headline": value,
        "author": value,
        "datePublished": value,
        "keywords": value,
        "articleSection": value,
        "inLanguage": value,
    }
    check(article(head=json_ld([value, known]).replace("</", "<\\/", 0)))


def nested(tag: str) -> str:
    return f"<h1>{TITLE}</h1>" + f"<{tag}>" * 10_000 + p(*STORY)


BIG = {
    "ten thousand elements deep": nested("div"),
    "ten thousand tables deep": nested("table><tr><td"),
    "ten thousand links deep": nested("a href='/x'"),
    "ten thousand lists deep": nested("ul><li"),
    "an attribute of two megabytes": article(f'<div class="{"related " * 250_000}">{STORY[0]}</div>', p(*STORY)),
    "an address of two megabytes": article(f'<a href="{"/x" * 1_000_000}">{TITLE}</a>', p(*STORY)),
    "five megabytes of text": article(p(*STORY * 17_000)),
    "one word of five megabytes": article(f"<p>{'a' * 5_000_000}</p>"),
    "dashes": article(f"<p>{'-' * 1_000_000}</p>"),
    "white space": article(f"<p>a{' ' * 3_000_000}b</p>"),
    "dots": article(lead=p("Ena dve tri štiri pet šest " + "." * 1_000_000, cls="uvod")),
    "brackets": document(f"<h1>{'(a ' * 100_000}</h1>", p(*STORY)),
    "a hundred thousand lines": article(f"<p>{'Vrstica.<br>' * 100_000}</p>"),
    "ten thousand cards": document(
        *(card(title, "Odlomek ...", before='<img src="/a.jpg">') for title in OTHERS * 3333)
    ),
    "ten thousand labelled lines": article(p(*[STORY[0], "Foto: NULL"] * 5000)),
    "ten thousand credit lines": article(p(STORY[0], *["Vir: PU Celje"] * 10_000)),
    "ten thousand times": article(under="<div>" + '<time datetime="x">a</time>' * 10_000 + "</div>"),
    "ten thousand authors": article(head='<meta name="author" content="Ana Primer, Bojan Zgled">' * 10_000),
    "a script of white space": article(head=json_ld("{x" + " " * 2_000_000)),
    "base64": article(p("YLGfKGitgGgSOY9Aqrg6U9ZYpFbdUJpyJCECvI+iKpVhimx6XT0AiAK0n3K0vnMV66zz/" * 2000, *STORY)),
}


@pytest.mark.parametrize("page", BIG.values(), ids=BIG)
@pytest.mark.parametrize("path", ["/novice/a", "/obvestila/a"])
def test_big_pages_take_seconds_at_most(page, path):
    start = time.process_time()
    parsed = Page(page, "http://primer.test" + path)
    judge(parsed)
    read_page(parsed)
    assert time.process_time() - start < 15
