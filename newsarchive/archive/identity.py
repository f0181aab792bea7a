"""Which record a page is, and which addresses it may be found by."""

from __future__ import annotations

from collections.abc import Iterable

from newsarchive.archive.address import address, is_home, same_slug
from newsarchive.archive.connection import Connection
from newsarchive.archive.reading import find
from newsarchive.items import Record


def identify(connection: Connection, record: Record, content: str) -> int | None:
    """Give the number of the record that this is another sight of, or None for a new one; ``content`` is its digest.

    The canonical address decides, then every alias. A front page is nobody's alias: a page that names it as its own
    address is mistaken, and believing it would make one record of a whole portal.
    """
    found = find(connection, record.url)
    others = (url for url in record.aliases if not is_home(address(url)))
    return (
        found
        or next(filter(None, (find(connection, url) for url in others)), None)
        or twin(connection, record, content)
    )


def twin(connection: Connection, record: Record, content: str) -> int | None:
    """Give the record that is the same page in another folder (``/novice/<slug>``, ``/arhiv/<slug>``) or another view.

    Only for a page that does not name its own address, and only where site, slug, text and date are the same; two
    queries (``clanek.php?id=17``, ``?id=18``) are two pages, one with a parameter more (``?id=17&print=1``) is not.
    """
    if names_itself(record) or is_home(address(record.url)) or not record.body:
        return None
    rows = connection.rows(
        "SELECT id, url FROM records WHERE digest = ? AND site = ? AND published IS ? ORDER BY id",
        (content, record.site, record.published),
    )
    return next((row["id"] for row in rows if same_slug(row["url"], record.url)), None)


def names_itself(record: Record) -> bool:
    """Tell whether the page said which address is its own (the evidence then says where)."""
    return bool(record.evidence.get("url"))


def canonical(connection: Connection, number: int, old: str, new: Record) -> str:
    """Choose the address of record ``number``, so far ``old``, that is seen again.

    A page that is known under this address as an alias stays where it is; one that has moved gets the new address.
    The same address printed in another way (https, www) replaces the old one only if the page itself says so.
    """
    if address(old) == address(new.url):
        secured = new.url.startswith("https:") and old.startswith("http:")
        return new.url if secured or names_itself(new) else old
    moved = find(connection, new.url) is None and any(find(connection, url) == number for url in new.aliases)
    return new.url if moved else old


def learn(connection: Connection, number: int, url: str, seen: Iterable[str]) -> None:
    """Note further addresses of a record, but none that belongs to another record and no front page."""
    for alias in dict.fromkeys(seen):
        if alias != url and is_free(connection, number, alias):
            connection.execute(
                "INSERT INTO aliases (url, record, address) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (alias, number, address(alias)),
            )


def is_free(connection: Connection, number: int, url: str) -> bool:
    """Tell whether an address can be an alias of record ``number``: it is no other record's, and no front page."""
    return not is_home(address(url)) and find(connection, url) in (None, number)
