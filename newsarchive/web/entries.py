"""What a calendar shows of a record: each window of its notices, each ceremony of its obituaries."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from newsarchive.exporting.calendars import Entry
from newsarchive.items import Ceremony, Notice, Obituary, Record, Window
from newsarchive.web.languages import Language
from newsarchive.web.spans import told


def entries_of(
    record: Record, language: Language, *, url: str | None = None, seen: str | None = None
) -> Iterator[Entry]:
    """Give the entries of a record.

    ``url`` is where it is read (its own address where None), ``seen`` when the archive last saw it change.

    >>> from newsarchive.web.languages import language
    >>> notice = Notice(service="water", action="interruption", area="Lipova ulica", windows=[Window("2026-01-27")])
    >>> record = Record("notice", "demo", "http://localhost/a", notices=[notice])
    >>> [one.summary for one in entries_of(record, language("sl"))]
    ['Voda, prekinitev: Lipova ulica']
    """
    for position, notice in enumerate(record.notices):
        yield from notice_entries(record, notice, position, language, url=url, seen=seen)
    for position, obituary in enumerate(record.obituaries):
        yield from ceremony_entries(record, obituary, position, language, url=url, seen=seen)


def notice_entries(
    record: Record,
    notice: Notice,
    position: int,
    language: Language,
    *,
    url: str | None = None,
    seen: str | None = None,
) -> Iterator[Entry]:
    """Give an entry for each window of a notice; ``position`` is its place in the record."""
    summary = _summary(record, notice, language)
    for number, window in enumerate(notice.windows):
        yield Entry(
            uid=uid(record.url, "notice", position, number),
            summary=summary,
            starts=window.starts,
            ends=window.ends,
            description=_description(record, notice, window, language),
            location=notice.area or ", ".join(notice.places) or None,
            url=url or record.url,
            modified=seen,
            cancelled=notice.status == "cancelled",
            odd=language("when.odd_short"),
        )


def ceremony_entries(
    record: Record,
    obituary: Obituary,
    position: int,
    language: Language,
    *,
    url: str | None = None,
    seen: str | None = None,
) -> Iterator[Entry]:
    """Give an entry for each ceremony of an obituary; ``position`` is its place in the record."""
    for number, ceremony in enumerate(obituary.ceremonies):
        yield Entry(
            uid=uid(record.url, "ceremony", position, number),
            summary=f"{ceremony_words(ceremony, language)}: {obituary.name or record.title or ''}",
            starts=ceremony.at,
            description=language("entry.source", value=record.url),
            location=ceremony.place,
            url=url or record.url,
            modified=seen,
        )


def uid(url: str, what: str, position: int, number: int) -> str:
    """Name an entry for ever: the same one in every copy of the archive, also in one that was built again.

    >>> uid("http://localhost/a", "notice", 0, 1)
    '4c41190e-e325-58b3-9989-5662d9879455'
    """
    return str(uuid5(NAMESPACE_URL, f"{url}#{what}-{position}-{number}"))


def kind_words(service: str | None, action: str | None, language: Language) -> str:
    """Say what a notice is about.

    >>> from newsarchive.web.languages import language
    >>> kind_words("facility", "closure", language("sl")), kind_words(None, None, language("en"))
    ('Ustanove, zaprtje', 'Notice')
    """
    said = "facility closure" if (service, action) == ("facility", "closure") else action or "other"
    parts = [language.told("service", service)] if service and service != "other" else []
    return _capital(", ".join([*parts, language.told("action", said)]))


def ceremony_words(ceremony: Ceremony, language: Language) -> str:
    """Say what a ceremony is."""
    return _capital(language.told("ceremony", ceremony.kind or "unsaid"))


def _summary(record: Record, notice: Notice, language: Language) -> str:
    where = ", ".join(notice.places) or notice.area or record.title or ""
    what = kind_words(notice.service, notice.action, language)
    summary = language("entry.notice", what=what, where=where) if where else what
    return language("entry.cancelled", summary=summary) if notice.status == "cancelled" else summary


def _description(record: Record, notice: Notice, window: Window, language: Language) -> str:
    parts = {
        "when": told(language, window.starts, window.ends, window.edtf),
        "area": notice.area,
        "reason": notice.reason,
        "issuer": notice.issuer,
        "source": record.url,
    }
    lines = [language(f"entry.{name}", value=value) for name, value in parts.items() if value]
    return "\n".join([record.title, *lines] if record.title else lines)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
