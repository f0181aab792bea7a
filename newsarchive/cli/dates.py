"""``newsarchive dates``: the spans of time that a text speaks of."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date, datetime

import click

from newsarchive.dates import TimeSpan, find_dates, parse_date


@click.command()
@click.argument("text")
@click.option(
    "--published", required=True, metavar="DATE", help='When it was published: "2026-01-27T10:15", "27. 1. 2026".'
)
@click.option(
    "--timezone", default="Europe/Ljubljana", show_default=True, metavar="NAME", help="Where its clocks stand."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON array for each text.")
def dates(text: str, published: str, timezone: str, as_json: bool) -> None:
    """Show the spans of time that TEXT speaks of; "-" reads lines from standard input."""
    moment = _published(published, timezone)
    for line in _lines(text):
        spans = find_dates(line, published=moment, timezone=timezone)
        click.echo(
            json.dumps([span.to_dict() for span in spans], ensure_ascii=False) if as_json else _shown(line, spans)
        )


def _published(text: str, timezone: str) -> date | datetime:
    """Read the moment of publication; an unknown timezone or no date is wrong usage."""
    try:
        moment = parse_date(text, timezone=timezone)
    except ValueError as error:
        raise click.BadParameter(f"{timezone!r} is no timezone: give one such as Europe/Ljubljana.") from error
    if moment is None:
        raise click.BadParameter(f"--published {text!r} is no date: give one such as 2026-01-27T10:15 or 27. 1. 2026.")
    return moment


def _lines(text: str) -> Iterable[str]:
    return (line.rstrip("\n") for line in sys.stdin) if text == "-" else [text]


def _shown(line: str, spans: list[TimeSpan]) -> str:
    """Show a text with its spans below, each with what it means."""
    if not spans:
        return f"{line}\n  no time found"
    return "\n".join([line, *(f"  {span.text}\n    {_meaning(span)}" for span in spans)])


def _meaning(span: TimeSpan) -> str:
    """Say what a span means, in one line."""
    details = [span.grain, *span.flags, *([span.rule] if span.rule else [])]
    return f"{span.edtf}  ({', '.join(details)})"
