"""The word tables: plain text files beside this module, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def tables(name: str) -> dict[str, tuple[str, ...]]:
    """Read ``words/<name>.txt``: a table starts with ``== name``, each further line is an entry, ``#`` a comment.

    >>> tables("people")["women"][:2]
    ('Adela', 'Alenka')
    """
    found: dict[str, list[str]] = {}
    rows: list[str] = []
    for line in files("newsarchive.demo").joinpath(f"words/{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            rows = found.setdefault(line[3:], [])
        elif line and not line.startswith("#"):
            rows.append(line)
    return {key: tuple(values) for key, values in found.items()}
