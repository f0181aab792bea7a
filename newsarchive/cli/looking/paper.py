"""The reading of a page as a page: its blocks in order, each in the colour of what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from string import Template

from newsarchive.cli.looking.facts import TEXTS, VERDICTS, Fact, facts
from newsarchive.cli.looking.fates import LOOKS, look_of
from newsarchive.cli.output import folded, printable
from newsarchive.extract.explain import Told
from newsarchive.items import Record, Site

MOST_LINKS = 12
PRINTED_AS = {"published": "published_raw", "image": "images"}
"""Fields of the table that blocks know by another name."""


def paper(record: Record, verdict: str, site: Site | None, told: list[Told]) -> str:
    """Give the HTML of one self-contained file; the page's own text is escaped in it."""
    counts = Counter(block.fate for block in told)
    fates = [*(fate for fate in LOOKS if fate in counts), *(fate for fate in counts if fate not in LOOKS)]
    return Template(_part("page.html")).substitute(
        style=_part("page.css"),
        colours="".join(map(_colour, fates)),
        name=_safe(record.title or record.url),
        url=_safe(record.url),
        verdict=_safe(VERDICTS[verdict]),
        site=_safe(site.name if site else "not declared"),
        facts="".join(_row(fact, told) for fact in [*facts(record), *_texts(record)]),
        chips="".join(_chip(fate, counts[fate]) for fate in fates),
        switches="".join(map(_switch, fates)),
        legend="".join(map(_entry, fates)),
        blocks="".join(map(_block, told)) or "<p>This page prints nothing.</p>",
    )


def _part(name: str) -> str:
    return files("newsarchive.cli.looking").joinpath(name).read_text("utf-8")


def _safe(text: str) -> str:
    return escape(printable(text))


def _texts(record: Record) -> Iterable[Fact]:
    """Give lead and body as facts: how long they are, for their words are on the page."""
    for name in TEXTS:
        words = len((getattr(record, name) or "").split())
        yield Fact(name, f"{words} words" if words else "", folded(record.evidence.get(name)))


def _colour(fate: str) -> str:
    """Give the rules of a fate: its colour, and that its switch hides its blocks."""
    look = look_of(fate)
    return (
        f".{fate}{{--hue:{look.hue};--strength:{look.strength}%}}\n"
        f"#show-{fate}:not(:checked)~main .block.{fate}{{display:none}}\n"
        f"#show-{fate}:not(:checked)~main .chips .{fate}{{opacity:.45}}\n"
        f"#show-{fate}:focus-visible~main .chips .{fate}{{outline:2px solid}}\n"
    )


def _row(fact: Fact, told: list[Told]) -> str:
    """Show a field, its evidence, and links to the blocks that print it."""
    name = fact.name.strip()
    numbers = [one.number for one in told if {name, PRINTED_AS.get(name, name)} & {*one.fields, one.fate}]
    links = " ".join(f'<a href="#b{number}">{number}</a>' for number in numbers[:MOST_LINKS])
    where = f"{_safe(fact.evidence)} {links}".strip()
    value = f"<dd>{_safe(fact.value)}</dd>" if fact.value else '<dd class="none">not told</dd>'
    return f'<div><dt>{_safe(fact.name)}</dt><dd class="where">{where}</dd>{value}</div>\n'


def _switch(fate: str) -> str:
    return f'<input type="checkbox" id="show-{fate}" checked aria-label="show {_safe(look_of(fate).label)}">\n'


def _chip(fate: str, count: int) -> str:
    return f'<label for="show-{fate}" class="{fate}"><b>{_safe(look_of(fate).label)}</b> {count}</label>\n'


def _entry(fate: str) -> str:
    look = look_of(fate)
    return f'<li><b class="{fate}">{_safe(look.label)}</b> {_safe(look.means)}</li>\n'


def _block(one: Told) -> str:
    fields = "".join(f"<em>{_safe(name)}</em>" for name in one.fields)
    return (
        f'<div class="block {one.fate}" id="b{one.number}"><p class="label"><a href="#b{one.number}">{one.number}</a> '
        f"<b>{_safe(look_of(one.fate).label)}</b> <code>{_safe(one.tag)}</code>{fields}</p>"
        f'<p class="text">{_safe(one.text)}</p></div>\n'
    )
