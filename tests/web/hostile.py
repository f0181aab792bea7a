"""Records that mean harm, and what a page must not hold because of them."""

# ruff: noqa: E501 (a record in few lines)

from lxml import html

from newsarchive.items import Ceremony, Image, Notice, Obituary, Record, Window

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 * 7 }}\"'><svg onload=alert(3)>"
TURNED = "\u202eobrnjeno \u2066 "
WORD = "ž" * 1_000_000
QUOTES = '"' * 1_000_000
HARMFUL = "javascript:alert(1)//"
ADDRESSES = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    'https://demo.example/"onclick=alert(1)',
)


def record(text, kind="article", number=0, day="2026-01-27"):
    """Give a record with ``text`` in every field that takes one."""
    long, text = text, text[:20_000]
    return Record(
        kind,
        "demo",
        f"{HARMFUL}{number}" if number % 2 else f"https://demo.example/{number}",
        title=long,
        lead=text,
        body=f"{long}\n\n- {text[:5000]}\n- b\n\n{text[:5000]} | c\nd | e",
        authors=[text],
        source=text,
        section=text,
        tags=[text, "drugo"],
        language=text[:10],
        published=day,
        published_raw=text,
        modified=text[:100],
        images=[Image(ADDRESSES[0], text, text, text), Image(f"https://demo.example/{number}.jpg", text, text, text)],
        notices=[
            Notice(text, text[:50], text[:50], text, [text[:1000]], text, text[:50], [Window(text[:99], text[:99], text)])
        ],
        obituaries=[
            Obituary(text, text, text, text, text[:99], text[:99], 93, text, [Ceremony(text[:99], text[:99], text)], text)
        ],
        aliases=[f"{one}?{number}" for one in ADDRESSES],
        evidence={"title": text[:1000], text[:500]: text[:1000]},
    )  # fmt: skip


def check(page):
    """A page is whole, bounded, and holds nothing that does anything."""
    assert page.status_code == 200
    assert len(page.content) < 2_000_000
    tree = html.fromstring(page.content)
    assert [one.get("src").partition("?")[0] for one in tree.iter("script")] == ["/-/newsarchive/app.js"]
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        assert not [name for name in element.attrib if name.startswith("on") or name in ("style", "srcdoc")]
        for name in ("href", "src", "action"):
            told = element.get(name)
            assert told is None or told.startswith(("/", "#", "http://", "https://")), told
        if (element.get("href") or "").startswith("http"):
            assert element.get("rel", "").startswith("noopener noreferrer nofollow")
    assert not list(tree.iter("iframe", "object", "embed", "base"))
    return tree
