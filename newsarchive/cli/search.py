"""``newsarchive search``: find records by their words."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import click

from newsarchive.archive import Hit
from newsarchive.archive.asking import expression
from newsarchive.archive.snippet import CLOSE, OPEN
from newsarchive.cli.context import Context
from newsarchive.cli.output import check_site, filters, folded, note, open_archive, say, say_json

MARKED = re.compile(f"{OPEN}(.*?){CLOSE}")


@click.command()
@click.argument("query", nargs=-1)
@filters
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most this many records.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list, found words between ⟦ and ⟧.")
@click.pass_obj
def search(context: Context, /, query: tuple[str, ...], as_json: bool, **wanted: Any) -> None:
    """Find the records that hold all words of QUERY, the best first.

    Diacritics need not be typed. Words in "quotes" must follow each other; velenj* stands for any ending.
    """
    words = " ".join(query)
    with open_archive(context) as archive:
        check_site(archive, wanted["site"])
        hits = archive.search(words, **wanted)
    if as_json:
        say_json([dataclasses.asdict(hit) for hit in hits])
    else:
        for hit in hits:
            _say(hit)
    if not hits:
        note(_nothing(words))


def _nothing(words: str) -> str:
    if expression(words) is None:
        return "There is no word to search for in that query: type one, as in “newsarchive search zapora”."
    return f"Nothing found for {folded(words)[:80]!r}: try fewer words, or the beginning of one with a star (velenj*)."


def _say(hit: Hit) -> None:
    facts = (str(hit.id), (hit.published or "")[:10] or "no date", hit.kind, hit.site)
    say(("  ".join(map(folded, facts)), "dim"), "  ", (folded(hit.title), "bold"))
    pieces = MARKED.split(folded(hit.snippet))
    say("    ", *((piece, "bold yellow" if number % 2 else "") for number, piece in enumerate(pieces)))
    say("    ", (folded(hit.url), "dim"))
