"""What was taken down does not come back with the lists, feeds and sidebars that still show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newsarchive.archive import Archive
from newsarchive.archive.buried import inscription
from newsarchive.custody.redaction import cleansed
from newsarchive.snapshots import Exchange, SnapshotError, charset, decoded

STONES = "SELECT address FROM tombstones"
NOT_TRUE_ANY_MORE = frozenset(("content-encoding", "content-length", "etag", "content-md5", "digest", "repr-digest"))
"""Headers that tell of the bytes as they came."""


class Graveyard:
    """The addresses that were taken down, held in memory while a crawl runs: nobody can add one meanwhile."""

    def __init__(self, archive: Archive) -> None:
        self.stones = frozenset(row["address"] for row in archive.connection.rows(STONES))

    def __bool__(self) -> bool:
        return bool(self.stones)

    def buried(self, urls: Iterable[str]) -> set[str]:
        """Give those of the addresses that were taken down."""
        return {url for url in urls if inscription(url) in self.stones} if self.stones else set()

    def redacted(self, exchange: Exchange) -> Exchange | None:
        """Give a response without the items that were taken down; None where it shows none.

        One that cannot be unpacked is kept without its body: nobody knows what is in it.
        """
        try:
            body = cleansed(
                decoded(exchange), exchange.header("Content-Type"), exchange.url, self.buried, charset(exchange)
            )
        except SnapshotError:
            body = b""
        if body is None:
            return None
        kept = [(name, value) for name, value in exchange.headers if name.lower() not in NOT_TRUE_ANY_MORE]
        return replace(exchange, body=body, headers=kept)
