"""Saving a record: new, changed or unchanged, in one transaction."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from typing import Any

from newsarchive import __version__
from newsarchive.archive import buried, duplicates, history, words
from newsarchive.archive.address import address
from newsarchive.archive.children import WRITERS
from newsarchive.archive.clean import clean
from newsarchive.archive.connection import Connection
from newsarchive.archive.digest import digest, word_count
from newsarchive.archive.errors import BadRecordError, say
from newsarchive.archive.history import Sight
from newsarchive.archive.identity import canonical, identify, is_free, learn
from newsarchive.archive.models import Cause, Reread, Saved, Stored
from newsarchive.archive.reading import COLUMNS, by_id
from newsarchive.archive.state import need_site
from newsarchive.archive.times import stamp
from newsarchive.items import Record

NEW = (
    "INSERT INTO records (kind, site, url, title, lead, body, source, section, language, published, published_raw, "
    "modified, evidence, address, digest, word_count, extractor, snapshot, first_seen, last_seen) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
CHANGE = (
    "UPDATE records SET kind = ?, site = ?, url = ?, title = ?, lead = ?, body = ?, source = ?, section = ?, "
    "language = ?, published = ?, published_raw = ?, modified = ?, evidence = ?, address = ?, digest = ?, "
    "word_count = ? WHERE id = ?"
)
SEEN = """
UPDATE records SET last_seen = ?1, snapshot = ?2, extractor = ?3,
    missing_since = CASE WHEN missing_since > ?1 THEN missing_since END,
    gone_at = CASE WHEN gone_at > ?1 THEN gone_at END
WHERE id = ?4
"""
SEEN_EARLIER = "UPDATE records SET first_seen = ?1 WHERE id = ?2 AND first_seen > ?1"
READ_AGAIN = "UPDATE records SET snapshot = ?1, extractor = ?2 WHERE id = ?3 AND (snapshot, extractor) IS NOT (?1, ?2)"
TOLD_ELSEWHERE = "SELECT 1 FROM versions WHERE record = ? AND snapshot IS NOT ? LIMIT 1"
DATE = ("published", "published_raw")
"""What a page may lose in a redesign, and the archive does not forget."""
READ = tuple(one.name for one in dataclasses.fields(Record) if one.compare and one.name != "obituary")
"""The fields that are read from a page, each once."""

Reader = Callable[[Stored], Record | None]
"""Reads the stored page of a record with today's reader; None where no page was kept."""


def save(
    connection: Connection,
    record: Record,
    *,
    now: str | None = None,
    snapshot: int | None = None,
    cause: Cause = "edited",
    extractor: str = __version__,
    reader: Reader | None = None,
) -> Saved:
    """Store a record as it was seen at ``now``: as a new one, over what is known of it, or in its past.

    Without ``now`` it is seen at this moment, which is no past, even where the computer's clock was set back.
    """
    record = clean(record)
    sight = Sight(record, digest(record.title, record.lead, record.body), now or stamp(), snapshot, cause, extractor)
    with connection.transaction():
        buried.check(connection, record)
        number = identify(connection, record, sight.digest)
        known = None if number is None else by_id(connection, number)
        if known is None:
            return _insert(connection, sight)
        if now is None:
            sight = dataclasses.replace(sight, now=max(sight.now, known.last_seen))
        return _see_again(connection, known, sight, reader)


def _insert(connection: Connection, sight: Sight) -> Saved:
    record = sight.record
    need_site(connection, record.site)
    values = (*_values(record, sight.digest), sight.extractor, sight.snapshot, sight.now, sight.now)
    number = connection.execute(NEW, values).lastrowid
    assert number is not None
    learn(connection, number, record.url, record.aliases)
    for name, write in WRITERS.items():
        if getattr(record, name):
            write(connection, number, record)
    history.add(connection, number, dataclasses.replace(sight, cause="published"), None)
    _learn_text(connection, number, record)
    return Saved(number, "new", "published")


def _see_again(connection: Connection, known: Stored, sight: Sight, reader: Reader | None) -> Saved:
    """Store another sight; a text that only today's reader sees otherwise is first told from one that was edited."""
    today = known
    if reader and sight.cause == "edited" and known.digest != sight.digest and known.snapshot is not None:
        today = _as_read_today(connection, known, reader, sight.extractor)
    update = _update_past if history.is_past(connection, today, sight) else _update
    edited = update(connection, today, sight)
    if edited:
        return Saved(known.id, "changed", sight.cause)
    return Saved(known.id, "unchanged") if today is known else Saved(known.id, "changed", "reread")


def _as_read_today(connection: Connection, known: Stored, reader: Reader, extractor: str) -> Stored:
    """Give a record as today's reader reads its page; where that is another text, the archive has it too."""
    again = reader(known)
    if again is None or _digest(again) == known.digest:
        return known
    reread(connection, known.id, dataclasses.replace(again, snapshot=known.snapshot), extractor)
    return by_id(connection, known.id) or known


def _update(connection: Connection, known: Stored, sight: Sight) -> bool:
    """Store the newest sight of a record; tell whether its text is another."""
    changed = known.digest != sight.digest
    new = _merge(connection, known, sight.record, keep_date=True)
    _write(connection, known, new, sight.digest)
    if changed:
        history.add(connection, known.id, sight, known.record)
        _learn_text(connection, known.id, new)
    snapshot = known.snapshot if sight.snapshot is None and not changed else sight.snapshot
    connection.execute(SEEN, (sight.now, snapshot, sight.extractor, known.id))
    return changed


def _update_past(connection: Connection, known: Stored, sight: Sight) -> bool:
    """Store a sight that is older than the present text, which it does not touch; tell whether it made a version."""
    old = known.record
    new = dataclasses.replace(old, aliases=_addresses(old, sight.record, old.url))
    if old.published is None and sight.record.published is not None:
        _keep_date(new, sight.record)
    _write(connection, known, new, known.digest)
    connection.execute(SEEN_EARLIER, (sight.now, known.id))
    return history.place(connection, known, sight)


def reread(connection: Connection, number: int, record: Record, extractor: str, run: int | None = None) -> Reread:
    """Store what today's reader makes of the page that a record was read from: no new sight, only a new reading.

    A text that crawl ``run`` or a later one has stored is replaced: nobody was shown it before that ended.
    """
    with connection.transaction():
        known = by_id(connection, number)
        if known is None:
            raise say(BadRecordError, connection.path, f"there is no record {number}")
        return _reread(connection, known, record, extractor, run)


def renewed(connection: Connection, known: Stored, record: Record) -> Record:
    """Give what the archive shall hold of a record whose page reads like this today.

    Its addresses stay, and a date of publication that another page told.
    """
    told = connection.value(TOLD_ELSEWHERE, (known.id, known.snapshot))
    new = _merge(connection, known, clean(record), keep_date=bool(told))
    new.snapshot = known.snapshot if record.snapshot is None else record.snapshot
    return new


def differing(old: Record, new: Record) -> tuple[str, ...]:
    """Give the fields in which two records differ, in the record's order."""
    return tuple(name for name in READ if getattr(old, name) != getattr(new, name))


def _reread(connection: Connection, known: Stored, record: Record, extractor: str, run: int | None) -> Reread:
    new = renewed(connection, known, record)
    content = _digest(new)
    fields = differing(known.record, new)
    _write(connection, known, new, content)
    connection.execute(READ_AGAIN, (new.snapshot, extractor, known.id))
    if content == known.digest:
        return Reread("fields" if fields else "unchanged", fields)
    sight = Sight(new, content, known.last_seen, new.snapshot, "reread", extractor)
    if not history.replace(connection, known.id, sight, run):
        history.add(connection, known.id, sight, known.record)
    _learn_text(connection, known.id, new)
    return Reread("changed", fields)


def _write(connection: Connection, known: Stored, new: Record, content: str) -> None:
    """Bring the rows of a record from what they hold to what they shall."""
    old = known.record
    if any(getattr(old, name) != getattr(new, name) for name in (*COLUMNS, "evidence")):
        connection.execute(CHANGE, (*_values(new, content), known.id))
    if old.url != new.url:
        connection.execute("DELETE FROM aliases WHERE url = ?", (new.url,))
    for name, write in WRITERS.items():
        if getattr(old, name) != getattr(new, name):
            write(connection, known.id, new)
    if old.aliases != new.aliases:
        learn(connection, known.id, new.url, new.aliases)


def _learn_text(connection: Connection, number: int, record: Record) -> None:
    """Put the words of a text that is new into the vocabulary, and link the record to those that resemble it."""
    words.note(connection, record.title, record.lead, record.body)
    duplicates.link(connection, number, record.title, record.lead, record.body, record.site)


def _merge(connection: Connection, known: Stored, record: Record, *, keep_date: bool) -> Record:
    """Give what the archive shall hold: what the page says now, its first site, all addresses, a date once known."""
    old = known.record
    url = canonical(connection, known.id, old.url, record)
    aliases = [one for one in _addresses(old, record, url) if one in old.aliases or is_free(connection, known.id, one)]
    merged = dataclasses.replace(record, site=old.site, url=url, aliases=aliases)
    if keep_date and record.published is None and old.published is not None:
        _keep_date(merged, old)
    return merged


def _addresses(old: Record, new: Record, url: str) -> list[str]:
    seen = dict.fromkeys((*old.aliases, old.url, new.url, *new.aliases))
    return [alias for alias in seen if alias != url]


def _keep_date(record: Record, told: Record) -> None:
    """Give a record the date that another sight of it told, and where that was found."""
    found = {name: told.evidence[name] for name in DATE if name in told.evidence}
    record.published, record.published_raw = told.published, told.published_raw
    record.evidence = {**record.evidence, **found}


def _digest(record: Record) -> str:
    text = clean(record)
    return digest(text.title, text.lead, text.body)


def _values(record: Record, content: str) -> tuple[Any, ...]:
    """Give the values of NEW and CHANGE that come from the record itself."""
    return (
        *(getattr(record, name) for name in COLUMNS),
        json.dumps(record.evidence, ensure_ascii=False),
        address(record.url),
        content,
        word_count(record.lead, record.body),
    )
