"""A takedown, step by step; each step can be interrupted and done again.

The record's own row stays until the last step: it is what an interrupted takedown is planned anew from.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from newsarchive import pictures
from newsarchive.archive import Archive
from newsarchive.archive.address import address, is_home
from newsarchive.custody.forgetting.erasing import erase, forget_addresses
from newsarchive.custody.forgetting.fates import decide
from newsarchive.custody.forgetting.journal import Journal, unfinished
from newsarchive.custody.forgetting.models import ForgetError, Plan, Progress, Removed
from newsarchive.custody.forgetting.planning import plan as make_plan
from newsarchive.custody.forgetting.rewriting import Cutting, affected, finish_files, rewrite_file
from newsarchive.custody.forgetting.scanning import Search, scan
from newsarchive.custody.forgetting.wiping import fold, fold_if_possible, overwrite_deleted, wipe
from newsarchive.custody.redaction import Words, places
from newsarchive.custody.redaction.words import TITLE
from newsarchive.custody.sweeping import drop_copy, sweep

SAME_RUNS = """
SELECT DISTINCT file FROM snapshots WHERE run IN (
    SELECT s.run FROM json_each(?) a CROSS JOIN snapshots s ON s.id = a.value)
"""
"""Where the lists lie that led a crawl to pages."""
CAME_BACK = "A page that was taken down came back under another address."


def forget(data: Path, archive: Archive, plan: Plan, reason: str) -> Removed:
    """Do what a plan says; the caller holds the lock of one who rewrites (``custody.locks.alone``).

    Raises:
        ForgetError: the reason would itself keep the name or the title.
        ArchiveError, SnapshotError, OSError: it was interrupted; :func:`finish` goes on.
    """
    check_reason(plan, reason)
    overwrite_deleted(archive)
    removed = Removed(
        record=plan.stored.id,
        persons=list(plan.persons),
        urls=sorted(plan.addresses),
        shown=[number for number, *_ in plan.images],
        versions=plan.versions,
    )
    journal = Journal.begin(archive, reason, removed, plan.addresses)
    return _carry_out(data, journal, plan)


def check_reason(plan: Plan, reason: str) -> None:
    """Refuse a reason that would keep for ever what is to be forgotten.

    Raises:
        ForgetError: it is empty, or holds the name, the title or an address.
    """
    if not reason.strip():
        raise ForgetError('A takedown needs a reason for the log: add one with --reason "…".')
    title = " ".join((plan.stored.record.title or "").casefold().split())
    telling = len(title) >= TITLE[0] and title in " ".join(reason.casefold().split())
    if telling or plan.words.are_in(reason):
        raise ForgetError(
            "The reason holds the name, the title or the address that is to be forgotten, and would keep it: "
            'say it without, such as --reason "the family asked".'
        )


def finish(data: Path, archive: Archive, progress: Progress | None = None) -> list[Removed]:
    """Finish the takedowns that were interrupted; the caller holds the lock of one who rewrites."""
    found = unfinished(archive)
    if found:
        overwrite_deleted(archive)
        finish_files(data, archive)
    return [_finish_one(data, archive, journal, progress) for journal in found]


def _finish_one(data: Path, archive: Archive, journal: Journal, progress: Progress | None) -> Removed:
    number = journal.removed.record
    if journal.removed.pages:
        return _drop_pages(data, journal, [warc.file for warc in archive.warcs()])
    if journal.removed.state == "wiped" or number is None or archive.get(number) is None:
        return _wipe(journal)
    plan = make_plan(data, archive, number, journal.removed.persons, progress, begun=journal.removed)
    journal.bury(plan.addresses)
    return _carry_out(data, journal, plan)


def _carry_out(data: Path, journal: Journal, plan: Plan) -> Removed:
    archive, removed = journal.archive, journal.removed
    drop_copy(data)
    sweep(data, archive)
    for file in list(affected(archive, plan.fates)):
        rewrite_file(data, archive, file, plan.fates, Cutting.of(plan), journal)
    for _, sha256, path in plan.images:
        pictures.remove(data, path)
        removed.images.append(sha256)
    with archive.transaction():
        removed.records += erase(archive, plan)
        removed.state = "wiped"
        journal.save()
    return _wipe(journal)


def _wipe(journal: Journal) -> Removed:
    wipe(journal.archive)
    journal.removed.state = "done"
    journal.save()
    fold(journal.archive)
    return journal.removed


def bury_ahead(archive: Archive, urls: Iterable[str], reason: str) -> Removed:
    """Put a tombstone on addresses that were never archived, so that they never will be.

    Raises:
        ForgetError: one of them is a record (which is to be forgotten), a front page or no address.
    """
    urls = list(urls)
    for url in urls:
        if archive.get(url):
            raise ForgetError(f'{url} is archived: "newsarchive forget {url}" removes it and buries its address.')
        if "://" not in url or is_home(address(url)):
            raise ForgetError(f"{url} is not the address of one page: name the page that must never be archived.")
    overwrite_deleted(archive)
    journal = Journal.begin(archive, reason, Removed("done"), map(address, urls))
    with archive.transaction():
        forget_addresses(archive.connection, map(address, urls), Words())
    fold_if_possible(archive)
    return journal.removed


def bury(data: Path, archive: Archive, snapshots: Iterable[int]) -> Removed:
    """Drop stored pages that turned out to be a forgotten record under another address, and bury that address too.

    The lists of the same runs that lead to it go as well, and it is cut out of the pages of other records.

    For a crawl that has ended: its writer is closed, its site's lock is still held. Snapshots that do not exist any
    more are passed over.
    """
    found = [one for one in map(archive.snapshot, snapshots) if one]
    if not found:
        return Removed("done")
    addresses = {normal for one in found if not is_home(normal := one.address or address(one.url))}
    overwrite_deleted(archive)
    removed = Removed(pages=[one.id for one in found], urls=sorted(addresses))
    journal = Journal.begin(archive, CAME_BACK, removed, addresses)
    with archive.transaction():
        forget_addresses(archive.connection, addresses, Words())
    files = [row[0] for row in archive.connection.rows(SAME_RUNS, (json.dumps(removed.pages),))]
    return _drop_pages(data, journal, files)


def _drop_pages(data: Path, journal: Journal, files: Iterable[str]) -> Removed:
    """Drop the pages, and what in these files leads to them."""
    archive, removed = journal.archive, journal.removed
    addresses = frozenset(removed.urls)
    gone = places(addresses)
    hits = scan(data, files, Search(Words(), gone, addresses))
    fates = decide(archive, 0, (), hits, {}, removed.pages)
    for file in list(affected(archive, fates)):
        rewrite_file(data, archive, file, fates, Cutting(addresses, gone), journal)
    removed.state = "done"
    journal.save()
    fold_if_possible(archive)
    return removed
