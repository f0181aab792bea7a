"""Saving a record: new, changed or unchanged, in one transaction."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from typing import Any

from newsarchive import __version__
from newsarchive.archive.address import address
from newsarchive.archive.children import WRITERS
from newsarchive.archive.clean import clean
from newsarchive.archive.connection import Connection
from newsarchive.archive.digest import digest, word_count
from newsarchive.archive.identity import canonical, identify, learn
from newsarchive.archive.models import Cause, Saved, Stored
from newsarchive.archive.reading import COLUMNS, by_id
from newsarchive.archive.state import need_site
from newsarchive.items import Record

NEW = (
    "INSERT INTO records (kind, site, url, title, lead, body, source, section, language, published, published_raw, "
    "modified, evidence, address, digest, word_count, extractor, first_seen, last_seen) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
CHANGE = (
    "UPDATE records SET kind = ?, site = ?, url = ?, title = ?, lead = ?, body = ?, source = ?, section = ?, "
    "language = ?, published = ?, published_raw = ?, modified = ?, evidence = ?, address = ?, digest = ?, "
    "word_count = ?, extractor = ? WHERE id = ?"
)
SEEN = "UPDATE records SET last_seen = max(last_seen, ?), gone_at = NULL WHERE id = ?"
VERSION = (
    "INSERT INTO versions (record, seen_at, title, lead, body, digest, snapshot, cause) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
DATE = ("published", "published_raw")
"""What a page may lose in a redesign, and the archive does not forget."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A record as it was met at one moment."""

    record: Record
    digest: str
    now: str
    snapshot: int | None
    cause: Cause


def save(connection: Connection, record: Record, *, snapshot: int | None, now: str, cause: Cause = "edited") -> Saved:
    """Store a record as it was seen at ``now``, as a new one or over what is known of it."""
    record = clean(record)
    sight = Sight(record, digest(record.title, record.lead, record.body), now, snapshot, cause)
    with connection.transaction():
        number = identify(connection, record, sight.digest)
        known = None if number is None else by_id(connection, number)
        return _update(connection, known, sight) if known else _insert(connection, sight)


def _insert(connection: Connection, sight: Sight) -> Saved:
    record = sight.record
    need_site(connection, record.site)
    number = connection.execute(NEW, (*_values(record, sight.digest), sight.now, sight.now)).lastrowid
    assert number is not None
    learn(connection, number, record.url, record.aliases)
    for name, write in WRITERS.items():
        if getattr(record, name):
            write(connection, number, record)
    _add_version(connection, number, dataclasses.replace(sight, cause="published"))
    return Saved(number, "new")


def _update(connection: Connection, known: Stored, sight: Sight) -> Saved:
    old, new = known.record, merge(connection, known, sight.record)
    if any(getattr(old, name) != getattr(new, name) for name in (*COLUMNS, "evidence")):
        connection.execute(CHANGE, (*_values(new, sight.digest), known.id))
    if old.url != new.url:
        connection.execute("DELETE FROM aliases WHERE url = ?", (new.url,))
    for name, write in WRITERS.items():
        if getattr(old, name) != getattr(new, name):
            write(connection, known.id, new)
    if old.aliases != new.aliases:
        learn(connection, known.id, new.url, new.aliases)
    changed = known.digest != sight.digest
    if changed:
        _add_version(connection, known.id, sight)
    connection.execute(SEEN, (sight.now, known.id))
    return Saved(known.id, "changed" if changed else "unchanged")


def merge(connection: Connection, known: Stored, record: Record) -> Record:
    """Give what the archive shall hold: what the page says now, its first site, all addresses, a date once known."""
    old = known.record
    url = canonical(connection, known.id, old.url, record)
    merged = dataclasses.replace(record, site=old.site, url=url)
    seen = dict.fromkeys((*old.aliases, old.url, record.url, *record.aliases))
    merged.aliases = [alias for alias in seen if alias != url]
    if record.published is None and old.published is not None:
        kept = {name: old.evidence[name] for name in DATE if name in old.evidence}
        merged.published, merged.published_raw = old.published, old.published_raw
        merged.evidence = {**record.evidence, **kept}
    return merged


def _values(record: Record, content: str) -> tuple[Any, ...]:
    """Give the values of NEW and CHANGE that come from the record itself."""
    return (
        *(getattr(record, name) for name in COLUMNS),
        json.dumps(record.evidence, ensure_ascii=False),
        address(record.url),
        content,
        word_count(record.lead, record.body),
        __version__,
    )


def _add_version(connection: Connection, number: int, sight: Sight) -> None:
    text = (sight.record.title, sight.record.lead, sight.record.body)
    connection.execute(VERSION, (number, sight.now, *text, sight.digest, sight.snapshot, sight.cause))
