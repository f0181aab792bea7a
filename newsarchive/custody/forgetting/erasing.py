"""The rows of a record, and the words in the rows of others, out of the database."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from newsarchive.archive import Archive
from newsarchive.archive.address import address
from newsarchive.archive.connection import Connection
from newsarchive.archive.digest import digest, word_count
from newsarchive.custody.forgetting.models import Plan
from newsarchive.custody.redaction import BLOCKS, Words

BLACKEN = (
    "UPDATE obituaries SET given_name = NULL, family_name = NULL, maiden_name = NULL "
    "WHERE record = ?1 AND black_(name) <> name",
    "UPDATE obituaries SET name = black_(name), residence = black_(residence), mourners = black_(mourners) "
    "WHERE record = ?1",
    "UPDATE ceremonies SET place = black_(place) WHERE obituary IN (SELECT id FROM obituaries WHERE record = ?1)",
    "UPDATE notices SET issuer = black_(issuer), area = black_(area), reason = black_(reason), "
    "places = black_json_(places) WHERE record = ?1",
    "UPDATE record_images SET caption = black_(caption), credit = black_(credit), alt = black_(alt) WHERE record = ?1",
    "UPDATE duplicates SET differs = (SELECT json_group_array(value) FROM json_each(differs) "
    "WHERE value NOT LIKE '%->%') WHERE ?1 IN (record, other)",
    "UPDATE versions SET title = black_(title), lead = black_(lead), body = black_(body) WHERE record = ?1",
    "UPDATE versions SET digest = digest_(title, lead, body) WHERE record = ?1",
    "UPDATE records SET title = black_(title), lead = black_(lead), body = black_(body), source = black_(source), "
    "section = black_(section), published_raw = black_(published_raw), evidence = black_json_(evidence) WHERE id = ?1",
    "UPDATE records SET digest = digest_(title, lead, body), word_count = count_(lead, body) WHERE id = ?1",
)
"""How a name is blacked out in a record that stays, in all its parts and versions."""
PEOPLE = {"authors": ("record_authors", "author"), "tags": ("record_tags", "tag")}
"""Tables of names that records share, the table that links them, its column."""
ADDRESSED = {"mentions": ("url", "list"), "fetches": ("url",)}
"""Tables of what a crawl remembers, and their columns with addresses."""
SAID = (
    "UPDATE mentions SET said = black_(said) WHERE said <> black_(said)",
    "UPDATE runs SET stats = black_json_(stats) WHERE stats <> black_json_(stats)",
    "UPDATE templates SET body = black_json_(body) WHERE body <> black_(body)",
)
"""What portals said of whatever page, what of it runs counted, and what was learned of pages (classes tell tags)."""


def erase(archive: Archive, plan: Plan) -> list[int]:
    """Delete the rows of a record and all that only it used, and black its words out of others.

    Within a transaction. Gives the numbers of the records whose texts were changed.
    """
    connection = archive.connection
    used = {table: _used(connection, table, plan.stored.id) for table in PEOPLE}
    connection.execute("DELETE FROM records WHERE id = ?", (plan.stored.id,))
    for table, ids in used.items():
        _drop_unused(connection, table, ids)
    connection.many("DELETE FROM images WHERE id = ?", ((number,) for number, *_ in plan.images))
    forget_addresses(connection, plan.addresses, plan.words)
    _teach(connection, plan.words)
    for sql in SAID:
        connection.execute(sql)
    blacked = [one.record for one in plan.mentions if one.blacked]
    _teach(connection, plan.names)
    for sql in BLACKEN:
        connection.many(sql, ((number,) for number in blacked))
    for table in PEOPLE:
        _black_people(connection, table, plan.names)
    return blacked


def forget_addresses(connection: Connection, addresses: Iterable[str], words: Words) -> None:
    """Delete what crawls remember of addresses (in normal form), and of others that hold any of the words."""
    gone = set(addresses)
    kept = {row[0] for row in connection.rows("SELECT address FROM records UNION SELECT address FROM aliases")}
    for table, columns in ADDRESSED.items():
        for column in columns:
            urls = {row[0] for row in connection.rows(f"SELECT DISTINCT {column} FROM {table}")}  # noqa: S608 -- our own names
            found = {url for url in urls if address(url) in gone or (words.are_in(url) and address(url) not in kept)}
            sql = f"DELETE FROM {table} WHERE {column} = ?"  # noqa: S608 -- our own names
            connection.many(sql, ((url,) for url in found))


def _teach(connection: Connection, words: Words) -> None:
    """Give the database the functions that black out."""
    functions: dict[str, Callable[..., Any]] = {
        "black_": lambda text: words.black(text) if isinstance(text, str) else text,
        "black_json_": lambda text: json.dumps(_blacked(json.loads(text), words), ensure_ascii=False),
        "digest_": digest,
        "count_": word_count,
    }
    with connection.errors():
        for name, function in functions.items():
            connection.db.conn.create_function(name, -1, function)


def _blacked(value: Any, words: Words) -> Any:
    """Black words out of all strings of JSON-able data.

    >>> from newsarchive.custody.redaction.words import name
    >>> _blacked({"title": ["Ana Kovač", 1]}, Words((name("Ana Kovač"),)))
    {'title': ['█████', 1]}
    """
    if isinstance(value, str):
        return words.black(value)
    if isinstance(value, list):
        return [_blacked(one, words) for one in value]
    if isinstance(value, dict):
        return {words.black(key): _blacked(one, words) for key, one in value.items()}
    return value


def _used(connection: Connection, table: str, number: int) -> list[int]:
    link, column = PEOPLE[table]
    sql = f"SELECT {column} FROM {link} WHERE record = ?"  # noqa: S608 -- our own names
    return [row[0] for row in connection.rows(sql, (number,))]


def _drop_unused(connection: Connection, table: str, ids: Iterable[int]) -> None:
    link, column = PEOPLE[table]
    sql = f"DELETE FROM {table} WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM {link} WHERE {column} = ?1)"  # noqa: S608 -- our own names
    connection.many(sql, ((one,) for one in ids))


def _black_people(connection: Connection, table: str, names: Words) -> None:
    """Put blocks in the place of authors and tags that are the name, all of them one."""
    link, column = PEOPLE[table]
    rows = list(connection.rows(f"SELECT id, name FROM {table}"))  # noqa: S608 -- our own names
    found = [row["id"] for row in rows if names.are_in(row["name"])]
    if not found:
        return
    connection.execute(f"INSERT INTO {table} (name) VALUES (?) ON CONFLICT DO NOTHING", (BLOCKS,))  # noqa: S608 -- our own names
    sql = f"UPDATE {link} SET {column} = (SELECT id FROM {table} WHERE name = ?) WHERE {column} = ?"  # noqa: S608 -- our own names
    connection.many(sql, ((BLOCKS, one) for one in found))
    connection.many(f"DELETE FROM {table} WHERE id = ?", ((one,) for one in found))  # noqa: S608 -- our own names
