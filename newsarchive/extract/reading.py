"""From a page to its record."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from newsarchive.extract.canonical import addresses
from newsarchive.extract.cascade import FIELDS, first
from newsarchive.extract.context import Reading
from newsarchive.extract.kinds import kind_of
from newsarchive.extract.language import detect
from newsarchive.extract.notices import read_notices
from newsarchive.extract.obituaries import read_obituaries
from newsarchive.extract.page import Page
from newsarchive.extract.template import Template
from newsarchive.extract.text import fold
from newsarchive.items import Record, Site

_CODE = re.compile(r"\s*([A-Za-z]{2})(?:[-_\s]|$)")
"""The language of a tag such as ``sl-SI``."""
_MAIDEN = re.compile(r"\(?roj(?:\.|ena)\s+\w+\)?$")
"""A line under the name with the name at birth."""


def read(
    html: bytes | str,
    url: str,
    *,
    site: Site | None = None,
    fetched: datetime | None = None,
    encoding: str | None = None,
    template: Template | None = None,
) -> Record:
    """Read a page into a record: same bytes in, same record out.

    ``html`` is the page as bytes (or decoded text), ``url`` its address, ``site`` what is declared of its portal,
    ``fetched`` when it was fetched (only to read "danes" and the like on the page), ``encoding`` the character set
    that the transport declared, ``template`` what the site's other pages have taught (see
    :mod:`~newsarchive.extract.template`). What the page does not tell is ``None``; never raises for any bytes.

    >>> page = "<h1>Nov most</h1><p>Most čez reko so danes odprli za ves promet.</p>"
    >>> record = read(page, "http://localhost/novice/nov-most")
    >>> record.title, record.body
    ('Nov most', 'Most čez reko so danes odprli za ves promet.')
    """
    page = Page(html, url, encoding=encoding)
    record = read_page(page, site=site, fetched=fetched, template=template)
    page.reading = None  # they hold each other: so both go at once, and not when the garbage collector comes by
    return record


def read_page(
    page: Page, *, site: Site | None = None, fetched: datetime | None = None, template: Template | None = None
) -> Record:
    """Read a page that is parsed already; see :func:`read`."""
    reading = Reading.of(page, site, template)
    canonical, aliases, place = addresses(page)
    record = Record("article", _site_name(page, site), canonical, aliases=aliases)
    if place:
        record.evidence["url"] = place
    _read_text(record, reading)
    for field in FIELDS:
        _fill(record, reading, field)
    _drop_dates_after(record, fetched)
    record.kind, record.evidence["kind"] = kind_of(
        page.url, site=site, section=record.section, title=record.title, text=f"{record.lead or ''} {record.body or ''}"
    )
    _read_language(record, reading)
    _read_kind(record, reading)
    return site.refine(record, page.tree) if site and site.refine else record


def _site_name(page: Page, site: Site | None) -> str:
    return site.name if site else (urlsplit(page.url).hostname or "").removeprefix("www.")


def _read_text(record: Record, reading: Reading) -> None:
    text = reading.text
    record.lead, record.body = text.lead, text.body
    if reading.title:
        record.title, record.evidence["title"] = reading.title.value, reading.title.evidence
    if text.lead and text.lead_evidence:
        record.evidence["lead"] = text.lead_evidence
    if text.body:
        record.evidence["body"] = "site" if reading.select("body") else "text"


def _fill(record: Record, reading: Reading, field: str) -> None:
    found = first(reading, field)
    if found is None:
        return
    setattr(record, field, _cleaned(found.value))
    record.evidence[field] = found.evidence
    if field == "published":
        record.published_raw = fold(found.raw) if found.raw else None


def _cleaned(value: Any) -> Any:
    """Clean the texts of a field's value."""
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    return fold(value) if isinstance(value, str) else value


def _drop_dates_after(record: Record, fetched: datetime | None) -> None:
    """Drop a publication date later than the visit by more than a day: no page was published after it was read."""
    if fetched and record.published and record.published[:10] > fetched.date().isoformat():
        ahead = date.fromisoformat(record.published[:10]) - fetched.date()
        if ahead.days > 1:
            record.published = record.published_raw = None
            record.evidence.pop("published", None)


def _read_language(record: Record, reading: Reading) -> None:
    told = detect(f"{record.title or ''} {record.lead or ''} {record.body or ''}")
    declared = reading.markup.words("inLanguage") or reading.page.tree.get("lang") or reading.markup.meta("og:locale")
    site = reading.site.language if reading.site else None
    for value, place in ((told, "text"), (site, "site"), (declared, "html")):
        code = _CODE.match(value or "")
        if code:
            record.language, record.evidence["language"] = code[1].lower(), place
            return


def _read_kind(record: Record, reading: Reading) -> None:
    """Read what only notices or only obituaries say."""
    text = "\n\n".join(part for part in (record.lead, record.body) if part)
    moment = _moment(record.published or record.modified)
    if record.kind == "notice":
        record.notices = read_notices(record.title or "", text, moment, reading.timezone)
        for number, notice in enumerate(record.notices):
            record.evidence |= {
                f"notices.{number}.{name}": "text" for name in ("windows", "service") if getattr(notice, name)
            }
    elif record.kind == "obituary":
        beside = next((line for line in reading.head_lines if _MAIDEN.match(line)), "")
        record.obituaries = read_obituaries(record.title or "", text, moment, reading.timezone, beside=beside)
        record.obituary = record.obituaries[0]
        record.evidence["obituary"] = "text"


def _moment(text: str | None) -> date | datetime | None:
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
