"""From what a person types to what the index and the tables are asked.

``parsing`` makes a small tree of it, ``spelling`` finds the other forms of its words, ``compiling`` writes conditions.
"""

from __future__ import annotations

from newsarchive.archive.asking.compiling import Asked, Compiler
from newsarchive.archive.asking.naming import Names
from newsarchive.archive.asking.parsing import parse
from newsarchive.archive.asking.spelling import Plain, Speller
from newsarchive.archive.connection import Connection
from newsarchive.archive.errors import QueryError

__all__ = ["Asked", "ask", "expression"]


def ask(connection: Connection, query: str, *, wider: bool = False) -> Asked:
    """Give what a query asks of this archive.

    Raises:
        QueryError: it cannot be understood.
    """
    speller = Speller(connection, wider=wider)
    return Compiler(speller, Names(connection, speller)).compile(parse(query))


def expression(query: str) -> str | None:
    """Give the FTS5 expression of a query's words as they stand, or None where it holds none.

    Every term is quoted, so that nothing in it is an operator. For who has an index and no vocabulary.

    >>> print(expression('zapora "Cesta talcev" velenj* -most'))
    ("zapora" AND "cesta talcev" AND "velenj" *) NOT "most"
    >>> expression("* !? 🙂") is None
    True
    """
    try:
        return Compiler(Plain()).compile(parse(query)).match
    except QueryError:
        return None
