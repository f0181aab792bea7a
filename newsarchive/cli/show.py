"""``newsarchive show``: one record, whole, in any of its versions."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

import click

from newsarchive.archive import Archive, Snapshot, Stored, Twin, Version
from newsarchive.archive.diff import Piece, differences
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.output import folded, note, open_archive, printable, say, say_json
from newsarchive.items import Notice, Obituary, Record

STYLES = {"same": "", "removed": "red strike", "added": "green"}
SIGNS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
LIFE = ("maiden_name", "born", "died", "age", "residence")


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that is told of a record."""

    stored: Stored
    versions: list[Version]
    twins: list[Twin]
    pages: list[Snapshot]
    """The page from which it was read and, where that only repeats another, the one that holds the bytes."""


@click.command()
@click.argument("key", metavar="ID|URL")
@click.option(
    "--version", "number", type=click.IntRange(min=1), help="The text as it was in this version, 1 being the first."
)
@click.option("--diff", is_flag=True, help="What that version (else the last) changed, word by word.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: the record as it is exported, or the changes.")
@click.pass_obj
def show(context: Context, key: str, number: int | None, diff: bool, as_json: bool) -> None:
    """Show one record, by its number or any of its addresses."""
    with open_archive(context) as archive:
        stored = _find(archive, key)
        versions = archive.versions(stored.id)
        chosen = _choose(versions, number)
        pages = _pages(archive, stored.snapshot if chosen is versions[-1] else chosen.snapshot)
        twins = archive.twins(stored.id)
    if diff:
        _show_changes(stored, versions, chosen, as_json)
    elif as_json:
        say_json(_at(stored.record, chosen).to_dict())
    else:
        _say(_Shown(dataclasses.replace(stored, record=_at(stored.record, chosen)), versions, twins, pages))


def _find(archive: Archive, key: str) -> Stored:
    stored = archive.get(key)
    if stored is None and key.isdecimal():
        raise Failure(f'There is no record {key} in the archive: "newsarchive search" finds the numbers.')
    if stored is None and "://" not in key:
        raise Failure(f'{folded(key)!r} is neither a number nor an address: "newsarchive search" finds both.')
    if stored is None:
        raise Failure(f'{folded(key)} is not in the archive: "newsarchive crawl {folded(key)}" fetches it.')
    return stored


def _pages(archive: Archive, number: int | None) -> list[Snapshot]:
    page = None if number is None else archive.snapshot(number)
    original = None if page is None or page.original is None else archive.snapshot(page.original)
    return [one for one in (page, original) if one is not None]


def _choose(versions: list[Version], number: int | None) -> Version:
    if number is not None and number > len(versions):
        raise click.BadParameter(f"The record has {len(versions)} of them.", param_hint="--version")
    return versions[(number or len(versions)) - 1]


def _at(record: Record, version: Version) -> Record:
    return dataclasses.replace(record, title=version.title, lead=version.lead, body=version.body)


def _show_changes(stored: Stored, versions: list[Version], chosen: Version, as_json: bool) -> None:
    before = versions[chosen.number - 2] if chosen.number > 1 else None
    changes = differences(before, chosen) if before else {}
    if as_json:
        told = {name: [dataclasses.asdict(piece) for piece in pieces] for name, pieces in changes.items()}
        say_json(
            {
                "id": stored.id,
                "version": chosen.number,
                "seen_at": chosen.seen_at,
                "cause": chosen.cause,
                "alters": chosen.alters,
                "changes": told,
            }
        )
    elif before is None:
        note(f"Version {chosen.number} of record {stored.id} is the first: there is nothing before it to compare.")
    else:
        _say_changes(chosen, changes)


def _say_changes(chosen: Version, changes: dict[str, list[Piece]]) -> None:
    say(
        (
            ", ".join((f"Version {chosen.number}", chosen.cause, f"first seen {chosen.seen_at}", *_altered(chosen))),
            "dim",
        )
    )
    for name, pieces in changes.items():
        say()
        say((name, "bold"))
        say(*((SIGNS[piece.op].format(printable(piece.text)), STYLES[piece.op]) for piece in pieces))


def _say(shown: _Shown) -> None:
    record = shown.stored.record
    say((folded(record.title) or "(no title)", "bold"))
    say((" · ".join(filter(None, _facts(record))), "dim"))
    say((folded(record.url), "dim"))
    for text, style in ((record.lead, "italic"), (record.body, "")):
        if text:
            say()
            say((printable(text), style))
    for line in _parts(shown):
        say(line)


def _facts(record: Record) -> Iterator[str | None]:
    yield record.kind
    yield record.site
    yield folded(record.section)
    yield folded(record.published) or "no date"
    yield folded(", ".join(record.authors))
    yield folded(record.source)


def _parts(shown: _Shown) -> Iterator[str]:
    record = shown.stored.record
    blocks = {
        "Notices": [_notice(notice) for notice in record.notices],
        "Obituary": [line for person in record.obituaries for line in _obituary(person)],
        "Pictures": [_joined(one.caption or one.alt, one.credit, one.url) for one in record.images],
        "Tags": [folded(", ".join(record.tags))] if record.tags else [],
        "Resembles": [_twin(twin) for twin in shown.twins],
        "Archive": _history(shown),
    }
    for name, lines in blocks.items():
        if lines:
            yield from ("", name, *(f"  {line}" for line in lines))


def _notice(notice: Notice) -> str:
    windows = ", ".join(window.edtf or f"{window.starts or '..'}/{window.ends or '..'}" for window in notice.windows)
    what = " ".join(filter(None, (notice.service, notice.action)))
    return _joined(what, notice.status, notice.area, windows, notice.reason, notice.issuer)


def _obituary(obituary: Obituary) -> list[str]:
    life = [f"{name.replace('_', ' ')}: {folded(str(value))}" for name in LIFE if (value := getattr(obituary, name))]
    ceremonies = [_joined(one.kind, one.at, one.place) for one in obituary.ceremonies]
    return [folded(obituary.name), *life, *ceremonies, *([folded(obituary.mourners)] if obituary.mourners else [])]


def _twin(twin: Twin) -> str:
    return _joined(
        f"record {twin.record}", twin.site, f"{twin.score:.0%}", ", ".join(twin.differs), twin.title, twin.url
    )


def _history(shown: _Shown) -> list[str]:
    stored, versions = shown.stored, shown.versions
    changes = (
        [", ".join((f"version {one.number}: {one.cause}", one.seen_at, *_altered(one))) for one in versions]
        if len(versions) > 1
        else []
    )
    return [
        f"record {stored.id}, first seen {stored.first_seen}, last seen {stored.last_seen}",
        f"read by newsarchive {stored.extractor}",
        *map(_place, ("page", "its bytes"), shown.pages),
        *changes,
        *_absence(stored),
    ]


def _altered(version: Version) -> list[str]:
    return [f"alters {', '.join(version.alters)}"] if version.alters else []


def _place(what: str, page: Snapshot) -> str:
    cut = f", cut out {page.redacted}" if page.redacted else ""
    return f"{what}: {folded(page.file)}, offset {page.offset}, fetched {page.fetched_at}{cut}"


def _absence(stored: Stored) -> list[str]:
    if stored.gone_at:
        return [f"taken down by the portal, {stored.gone_at}"]
    return [f"not found since {stored.missing_since}"] if stored.missing_since else []


def _joined(*parts: str | None) -> str:
    return " · ".join(folded(part) for part in parts if part)
