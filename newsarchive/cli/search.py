"""``newsarchive search``: find records by their words."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from typing import Any, get_args

import click

from newsarchive.archive import Archive, ArchiveError, Hit, QueryError, Results
from newsarchive.archive.models import Order
from newsarchive.archive.snippet import CLOSE, OPEN
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.output import check_site, filters, folded, note, open_archive, say, say_json

MARKED = re.compile(f"{OPEN}(.*?){CLOSE}")
COUNTED = ("kind", "site")
"""Of what the counts are told in the terminal; ``--json`` has all."""
VALUES = 5
"""Values of one sort whose counts are told."""


@click.command()
@click.argument("query", nargs=-1)
@filters
@click.option("--order", type=click.Choice(get_args(Order)), default="relevance", show_default=True, help="What first.")
@click.option("--wider", is_flag=True, help="Also words derived from those of QUERY: šola finds šolski and šolar.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most this many records.")
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True, help="Which of many pages.")
@click.option("--json", "as_json", is_flag=True, help="Print hits and counts as JSON, found words between ⟦ and ⟧.")
@click.option("--rebuild", is_flag=True, help="First look up all words anew: the lemmatizer has changed.")
@click.pass_obj
def search(context: Context, /, query: tuple[str, ...], as_json: bool, rebuild: bool, page: int, **wanted: Any) -> None:
    """Find the records that hold all words of QUERY in whatever form, the best first.

    č, š and ž need not be typed: velenje finds v Velenju, smartno finds Šmartnega. Filters alone find the newest.

    \b
      zapora ceste               both words
      zapora OR obvoz            one of them
      zapora -obvoz              the first without the second
      "Janez Novak"              one after the other, also Janeza Novaka
      vod*                       any word that begins so
      (voda OR plin) velenje     brackets group
      title:zapora               in the title
      author:novak place:velenje who wrote it, where it is
      site:velenjcan kind:notice the portal; article, notice or obituary
      after:2026-01-27 before:2026   from that day to the end of that year

    A word after a minus may look like an option: write -- before the query.
    """  # noqa: D301 -- click's sign for lines that stay
    words = " ".join(query)
    if rebuild:
        _rebuild(context)
    with open_archive(context) as archive:
        check_site(archive, wanted["site"])
        results = _find(archive, words, page, wanted)
    if as_json:
        say_json(dataclasses.asdict(results))
    else:
        for hit in results.hits:
            _say(hit)
        note(_summary(results, words, page, wanted))


def _find(archive: Archive, words: str, page: int, wanted: dict[str, Any]) -> Results:
    try:
        return archive.find(words, **wanted, offset=(page - 1) * wanted["limit"])
    except QueryError as error:
        raise click.UsageError(str(error)) from error


def _rebuild(context: Context) -> None:
    """Look up all words anew, under the lock of one who writes."""
    from newsarchive.custody.locks import BusyError, writing  # needs much that small commands start faster without

    with open_archive(context):
        pass
    try:
        with writing(context.data, "looking up words"), Archive(context.path) as archive:
            note(f"The dictionary forms of {archive.relemmatize():,} words were looked up anew.")
    except (ArchiveError, BusyError) as error:
        raise Failure(str(error)) from error


def _summary(results: Results, words: str, page: int, wanted: dict[str, Any]) -> str:
    """Tell in one line how many there are, of what, and how to see more."""
    if not results.total:
        return _nothing(results, words, wider=wanted["wider"])
    first = (page - 1) * wanted["limit"] + 1
    last = first + len(results.hits) - 1
    many = f"{results.total:,}" if results.exact else f"more than {results.total:,}"
    shown = f"{first:,} to {last:,} of {many}" if len(results.hits) < results.total else f"{many}"
    counts = "; ".join(_counts(results.facets[name]) for name in COUNTED)
    more = f" More: --page {page + 1}." if len(results.hits) == wanted["limit"] and last < results.total else ""
    return f"{shown} found ({counts}).{more}"


def _counts(values: Iterable[tuple[str, int]]) -> str:
    told = [f"{folded(value)} {number:,}" for value, number in values]
    return ", ".join(told[:VALUES]) + ", …" * (len(told) > VALUES)


def _nothing(results: Results, words: str, *, wider: bool) -> str:
    if not results.query:
        return "There is no word to search for in that query: type one, as in “newsarchive search zapora”."
    hint = "" if wider else ", --wider"
    return f"Nothing found for {folded(words)[:80]!r}: try fewer words{hint}, or a beginning with a star (velenj*)."


def _say(hit: Hit) -> None:
    facts = (str(hit.id), (hit.published or "")[:10] or "no date", hit.kind, hit.site)
    say(("  ".join(map(folded, facts)), "dim"), "  ", (folded(hit.title), "bold"))
    pieces = MARKED.split(folded(hit.snippet))
    say("    ", *((piece, "bold yellow" if number % 2 else "") for number, piece in enumerate(pieces)))
    say("    ", (folded(hit.url), "dim"))
    if hit.also:
        others = ", ".join(f"{folded(other.site)} ({other.id})" for other in hit.also)
        say("    ", (f"and on: {others}", "dim"))
