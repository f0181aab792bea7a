"""What was taken down on purpose: only the digest of each address is left, and nothing comes back under it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from newsarchive.archive.address import address
from newsarchive.archive.connection import Connection
from newsarchive.archive.errors import ForgottenError, say
from newsarchive.items import Record

FOUND = "SELECT t.address FROM json_each(?) AS asked CROSS JOIN tombstones t ON t.address = asked.value"
ANY = "SELECT 1 FROM tombstones LIMIT 1"


def inscription(url: str) -> str:
    """Give what a tombstone says of an address: the sha256 of its normal form, in hexadecimal.

    >>> inscription("https://www.demo.example/novice/most/") == inscription("http://demo.example/novice/most")
    True
    """
    return hashlib.sha256(address(url).encode("utf-8", "replace")).hexdigest()


def buried(connection: Connection, urls: Iterable[str]) -> set[str]:
    """Give those of the addresses that were forgotten."""
    asked = {url: inscription(url) for url in urls}
    found = {row[0] for row in connection.rows(FOUND, (json.dumps(sorted(set(asked.values()))),))}
    return {url for url, stone in asked.items() if stone in found}


def check(connection: Connection, record: Record) -> None:
    """Raise :class:`ForgottenError` for a record any of whose addresses was forgotten."""
    if connection.value(ANY) is None:
        return
    if buried(connection, (record.url, *record.aliases)):
        raise say(ForgottenError, connection.path)
