"""What was changed after publication, and what was taken down."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from newsarchive.archive import Archive, Version
from newsarchive.archive.differing import SUBSTANTIVE

EDITS = """
SELECT v.id, v.alters FROM versions v INDEXED BY versions_edited
WHERE v.cause = 'edited' AND v.seen_at >= :since AND v.seen_at < :until AND v.record {among}
ORDER BY v.seen_at DESC LIMIT :most
"""
"""No row of a table is read for it: all of it is in indexes."""
AMONG = "IN (SELECT r.id FROM records r WHERE true{more})"
BUT_DEAD = "NOT IN (SELECT id FROM records WHERE kind = 'obituary')"
GONE = """
SELECT r.id, r.site, r.kind, r.title, r.url, r.published, r.gone_at FROM records r INDEXED BY records_gone
WHERE r.gone_at IS NOT NULL AND r.gone_at >= :since AND r.gone_at < :until{more}
ORDER BY r.gone_at DESC LIMIT :most
"""
CONDITIONS = {"site": " AND r.site = :site", "kind": " AND r.kind = :kind"}
NO_DEAD = " AND r.kind <> 'obituary'"
"""Nobody ranks what is said of the dead: their changes are only shown when they are asked for."""
TEXTS = """
SELECT v.id, v.record, v.seen_at, r.site, r.kind, r.title AS record_title, r.url, r.modified,
    (SELECT count(*) FROM versions WHERE record = v.record AND (seen_at, id) <= (v.seen_at, v.id)) AS number
FROM json_each(?) asked JOIN versions v ON v.id = asked.value JOIN records r ON r.id = v.record ORDER BY asked.key
"""
PAIR = """
SELECT 0 AS number, seen_at, cause, title, lead, body, digest, snapshot, alters FROM versions
WHERE record = ?1 AND (seen_at, id) <= (?2, ?3) ORDER BY seen_at DESC, id DESC LIMIT 2
"""
MOST = 2_000
"""Changes of the time asked for that are weighed, the last ones."""
EVER = "9999"
WORDS_ONLY, TYPOGRAPHY_ONLY, UNJUDGED = 2, 3, 1


@dataclass(frozen=True, slots=True)
class Asked:
    """Which changes are wanted."""

    site: str | None = None
    kind: str | None = None
    since: str = ""
    """First day; empty: from the beginning."""
    until: str = EVER
    """The day after the last one."""
    altering: str | None = None
    """What must have been altered, one of :data:`~newsarchive.archive.differing.KINDS`."""
    newest: bool = False
    """The newest first, instead of the most altered."""


@dataclass(frozen=True, slots=True)
class Change:
    """A new text of a record, and the one before it."""

    record: int
    number: int
    site: str
    kind: str
    title: str | None
    url: str
    modified: str | None
    old: Version | None
    new: Version

    @property
    def silent(self) -> bool:
        """Whether the portal does not say, in the record as it is now, that it changed it since the former text."""
        return self.old is not None and (self.modified or "")[:10] < self.old.seen_at[:10]


def edits(archive: Archive, asked: Asked) -> list[dict[str, Any]]:
    """Give the changes of that time, the most altered first, without their texts."""
    sql = EDITS.format(among=among(asked))
    found = [{"id": row["id"], "alters": _kinds(row["alters"])} for row in archive.connection.rows(sql, _values(asked))]
    if asked.altering:
        found = [one for one in found if asked.altering in (one["alters"] or ())]
    return found if asked.newest else sorted(found, key=lambda one: weight(one["alters"]))


def weight(kinds: Sequence[str] | None) -> tuple[int, int]:
    """Give a key by which the most altered comes first.

    >>> sorted([["typography"], ["words"], None, ["names"], ["numbers", "names"]], key=weight)
    [['numbers', 'names'], ['names'], None, ['words'], ['typography']]
    """
    told = sum(kind in SUBSTANTIVE for kind in kinds or ())
    if told:
        return 0, -told
    if kinds is None:
        return UNJUDGED, 0
    return (WORDS_ONLY if "words" in kinds else TYPOGRAPHY_ONLY), 0


def changes(archive: Archive, numbers: list[int]) -> list[Change]:
    """Give changes with both texts, by the numbers of the newer ones."""
    rows = [dict(row) for row in archive.connection.rows(TEXTS, (json.dumps(numbers),))]
    return [_change(archive, row) for row in rows]


def gone(archive: Archive, asked: Asked) -> list[dict[str, Any]]:
    """Give what was taken down, the last first."""
    sql = GONE.format(more=more(asked))
    return [dict(row) for row in archive.connection.rows(sql, _values(asked))]


def _change(archive: Archive, row: dict[str, Any]) -> Change:
    pair = [_version(dict(one)) for one in archive.connection.rows(PAIR, (row["record"], row["seen_at"], row["id"]))]
    return Change(
        record=row["record"],
        number=row["number"],
        site=row["site"],
        kind=row["kind"],
        title=row["record_title"],
        url=row["url"],
        modified=row["modified"],
        old=pair[1] if len(pair) > 1 else None,
        new=pair[0],
    )


def _version(values: dict[str, Any]) -> Version:
    return Version(**{**values, "alters": _kinds(values["alters"])})


@lru_cache(256)
def _kinds(told: str | None) -> tuple[str, ...] | None:
    """Read what a change alters; there are no more than 64 answers to that."""
    return None if told is None else tuple(str(kind) for kind in json.loads(told))


def among(asked: Asked) -> str:
    """Give the condition on the record of a change."""
    return AMONG.format(more=more(asked)) if asked.site or asked.kind else BUT_DEAD


def more(asked: Asked) -> str:
    """Give what is added to a condition on ``records r``."""
    used = "".join(sql for name, sql in CONDITIONS.items() if getattr(asked, name))
    return used if asked.kind else used + NO_DEAD


def _values(asked: Asked) -> dict[str, Any]:
    return {"since": asked.since, "until": asked.until, "site": asked.site, "kind": asked.kind, "most": MOST}
