"""The reading of a page in the terminal: what was read and what was left out, side by side where there is room."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from newsarchive.cli.looking.facts import TEXTS, VERDICTS, Fact, LeftOut, facts, left_out
from newsarchive.cli.looking.fates import look_of
from newsarchive.cli.output import printable, say
from newsarchive.extract.explain import Told
from newsarchive.items import Record, Site

WIDE = 120
"""Columns from which two things fit side by side."""
NAME = 14
"""Columns of a field's name,"""
REASON = 18
"""and of the reason why something was left out."""
LONGEST = 160
"""Characters that are shown of what was left out."""
LEFT_OUT = "left out"


def show(record: Record, verdict: str, site: Site | None, told: list[Told]) -> None:
    """Print the record with its evidence, and what was left out of it."""
    known = f" (site: {site.name if site else 'not declared'}).\n"
    say(("This page is ", ""), (VERDICTS[verdict], "bold"), known)
    console = Console(highlight=False)
    if console.width >= WIDE:
        console.print(_beside(record, left_out(told)))
    else:
        _below(record, left_out(told))


def _below(record: Record, rest: list[LeftOut]) -> None:
    """Print everything in one column, no line broken."""
    for fact in facts(record):
        say((f"{fact.name:{NAME}}", "bold"), *_shown(fact))
    for name, evidence, text in _texts(record):
        say((f"\n{name}", "bold"), (evidence, "dim"))
        say(text)
    if rest:
        say((f"\n{LEFT_OUT}", "bold"))
    for one in rest:
        say((f"{_label(one):{REASON}}", look_of(one.fate).style), *_words(one))


def _shown(fact: Fact) -> tuple[tuple[str, str], tuple[str, str]]:
    return (fact.value or "–", ""), (f"  ({fact.evidence})" if fact.evidence else "", "dim")


def _texts(record: Record) -> Iterator[tuple[str, str, str]]:
    """Give name, evidence and text of lead and body, as far as there are any."""
    for name in TEXTS:
        if text := getattr(record, name):
            yield name, f"  ({record.evidence.get(name, '')})", printable(text)


def _label(one: LeftOut) -> str:
    return look_of(one.fate).label + (f" ×{len(one.blocks)}" if len(one.blocks) > 1 else "")


def _words(one: LeftOut) -> tuple[tuple[str, str], tuple[str, str]]:
    """Give what was left out, and the fields that it prints."""
    fields = dict.fromkeys(field for block in one.blocks for field in block.fields)
    return (one.text(LONGEST), ""), (f"  → {', '.join(fields)}" if fields else "", "dim")


def _beside(record: Record, rest: list[LeftOut]) -> Table:
    """Lay the record at the left and what was left out at the right."""
    both = Table.grid(expand=True, padding=(0, 3, 0, 0))
    both.add_column(ratio=3)
    both.add_column(ratio=2)
    both.add_row(Group(_record(record), *_paragraphs(record)), _rest(rest))
    return both


def _record(record: Record) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(min_width=NAME - 1, style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(style="dim", overflow="fold")
    for fact in facts(record):
        table.add_row(Text(fact.name), Text(fact.value or "–"), Text(fact.evidence))
    return table


def _paragraphs(record: Record) -> Iterator[RenderableType]:
    for name, evidence, text in _texts(record):
        yield Text.assemble((f"\n{name}", "bold"), (evidence, "dim"))
        yield Text(text)


def _rest(rest: list[LeftOut]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(Text(LEFT_OUT, "bold"), "")
    for one in rest:
        table.add_row(Text(_label(one), look_of(one.fate).style), Text.assemble(*_words(one)))
    return table
