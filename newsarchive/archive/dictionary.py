"""What every table, view and column of the archive holds: shown by ``serve``, told in docs/schema.md.

The words are in ``dictionary.txt``: a line for each table or view, below it an indented line for each column.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view in words."""

    about: str
    """What one row is."""
    columns: dict[str, str] = field(default_factory=dict)
    """What each column holds, in the order of the table."""


@cache
def tables() -> dict[str, Table]:
    """Give every table and view, the ones people ask for first.

    >>> tables()["authors"]
    Table(about='One author, as printed.', columns={'id': 'Number.', 'name': 'The name, without roles.'})
    """
    found: dict[str, Table] = {}
    for line in files("newsarchive.archive").joinpath("dictionary.txt").read_text("utf-8").splitlines():
        name, _, words = line.strip().partition(": ")
        if line.startswith(" "):
            found[list(found)[-1]].columns[name] = words
        elif name:
            found[name] = Table(words)
    return found
