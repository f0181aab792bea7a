"""Which parts of a page announce what: one part for each notice, with what stands above and below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from newsarchive.extract.notices import issuers, telling
from newsarchive.extract.notices.areas import fronted
from newsarchive.extract.notices.said import Said, said
from newsarchive.extract.notices.units import Clock, Unit

MOST = 200
"""Notices of one page; what follows belongs to the last."""
LEFTOVER = 160
"""Characters of a list's entry that can be nothing but a place."""
LONGEST_ENTRY = 400
"""Characters of such an entry with its times."""
_TIME_FIRST = re.compile(r"\W{0,3}§")
_LEADING = re.compile(
    r"^(?:[\s,;:.–|¤§-]|\b(?:vasi?|naselj[aeo]|odjemalci|uporabniki|gospodinjstva|v|na|dne|od|do|med|ob|in|ter|ure|uri|uro|predvidoma)\b)+",
    re.I,
)
_TRAILING = re.compile(r"(?:[\s,;:.–|¤§-]|\b(?:v|na|dne|od|do|med|ob|in|ter|ure|uri|uro|predvidoma)\b)+$", re.I)


@dataclass
class Part:
    """What one notice is read from."""

    statement: Said
    """The sentence that announces."""
    rest: list[Said] = field(default_factory=list)
    """What else is said of it, up to the next notice."""
    fields: dict[str, str] = field(default_factory=dict)
    """What labelled lines or the row of a table say."""
    heading: str | None = None
    """The body under whose name it stands."""
    before: str | None = None
    """The body that announces what stands before it."""
    topic: str = ""
    """The subheading above it."""
    intro: Part | None = None
    """What was said above a list for all its entries."""
    formal: bool = False
    """Whether its issuer stands in the statement."""

    @property
    def complete(self) -> bool:
        """Whether it says both when and where."""
        timed = self.statement.times or "when" in self.fields
        return bool(timed and (self.statement.area or "area" in self.fields))

    @property
    def listed(self) -> bool:
        """Whether its statement ends with a colon, before a list."""
        return self.statement.text.rstrip().endswith(":")

    @property
    def leads(self) -> bool:
        """Whether a list of notices follows: its statement is not complete, or ends with a colon."""
        return not self.complete or self.statement.text.rstrip().endswith(":")


@dataclass
class Page:
    """A page taken apart."""

    title: Said
    parts: list[Part] = field(default_factory=list)
    headings: list[Said] = field(default_factory=list)
    preamble: list[Said] = field(default_factory=list)
    """What is said before the first notice."""
    signature: str | None = None
    """The body that signs at the end."""
    signed: str | None = None
    """The name of another make that does."""

    @property
    def single(self) -> bool:
        """Whether the whole page is one notice."""
        return len(self.parts) == 1


def parted(title: str, units: list[Unit], clock: Clock) -> Page:
    """Take a page apart: at least one part."""
    page = Page(Said(title, clock.spans(title)), signature=issuers.signature(units), signed=issuers.signed(units))
    reader = _Reader(page, clock)
    for unit in units:
        reader.take(unit)
    page.headings = reader.headings
    intros = [id(part.intro) for part in page.parts if part.intro]
    page.parts = [part for part in page.parts if id(part) not in intros]
    page.parts = _without_summaries(page.parts)
    if not page.parts:
        page.parts = [_whole([*reader.headings, *page.preamble])]
    return page


def _whole(sentences: list[Said]) -> Part:
    """Make one part of sentences none of which is a notice by its form."""
    best = next((one for one in sentences if one.action), None) or next((one for one in sentences if one.spans), None)
    statement = best or (sentences[0] if sentences else Said(""))
    return Part(statement, [one for one in sentences if one is not statement])


def _without_summaries(parts: list[Part]) -> list[Part]:
    """Drop a part without an issuer that a later, formal one says again, as leads do."""
    return [
        part
        for number, part in enumerate(parts)
        if part.formal or part.fields or not any(_says_again(later, part) for later in parts[number + 1 : number + 2])
    ]


def _says_again(formal: Part, part: Part) -> bool:
    days = {str(span.start or span.end)[:10] for span in formal.statement.times}
    told = {str(span.start or span.end)[:10] for span in part.statement.times}
    return formal.formal and told <= days and formal.statement.action == part.statement.action


@dataclass
class _Reader:
    """Goes through a page's units and opens a part where a notice begins."""

    page: Page
    clock: Clock
    heading: str | None = None
    topic: str = ""
    day: str = ""
    first_day: str = ""
    """The day that a sentence before all notices names."""
    headings: list[Said] = field(default_factory=list)

    def take(self, unit: Unit) -> None:
        """Read a unit: a heading for what follows, a notice, or more of the last."""
        if unit.kind == "heading" and self._is_heading(unit):
            return
        self._note_day(unit)
        if unit.kind == "label" or (unit.kind == "row" and unit.fields):
            self._fields(unit)
            return
        sentences = said(unit, self.clock, self.day or self._leading_day() or self.first_day)
        statement = self._statement(unit, sentences) if len(self.page.parts) < MOST else None
        if statement is None:
            self._add(sentences)
            return
        others = self._others(statement, sentences)
        first = sentences.index(others[0]) if others else len(sentences)
        self._begin(statement, [one for one in sentences[:first] if one is not statement])
        for one in others:
            self._begin(one, [])

    def _begin(self, statement: Said, rest: list[Said]) -> None:
        """Open a part, below what was said above a list."""
        part = Part(statement, rest, formal=statement.issuer is not None)
        listed = statement.text.rstrip().endswith(":")
        leading = None if listed else self._leading() or self._implied()
        if leading and not part.formal:
            part.intro = leading
            part.fields |= _entry_fields(statement)
        self._open(part)

    def _others(self, statement: Said, sentences: list[Said]) -> list[Said]:
        """Give the sentences behind a statement that announce the same of another place."""
        if not (statement.area and statement.action and statement.times) or self.page.parts:
            return []
        named = [statement.area.text.lower()]
        found = []
        for one in sentences[sentences.index(statement) + 1 :]:
            whole = one.times and one.area and one.action and not one.exceptions and not one.aside
            if whole and one.area and one.area.text.lower() not in named:
                found.append(one)
                named.append(one.area.text.lower())
        return found

    def _implied(self) -> Part | None:
        """Give what a heading or the title announces for a list that has no statement above it."""
        last = self.page.parts[-1] if self.page.parts else None
        if last:
            return last.intro if last.intro and last.intro.formal is False and not last.formal else None
        above = [*reversed(self.headings), *reversed(self.page.preamble), self.page.title]
        told = next(
            (one for one in above if one.action and (one.text.rstrip().endswith(":") or one is self.page.title)), None
        )
        told = told or next((one for one in above if one.action), None)
        return Part(told) if told else None

    def _is_heading(self, unit: Unit) -> bool:
        """Note a heading: a body, a day, or what the next notice is about."""
        text = unit.text.strip(" :")
        spans = self.clock.spans(text)
        self.headings.append(Said(text, spans))
        if issuers.is_body(text):
            self.heading, self.topic = text, ""
        elif (
            spans
            and all(span.grain == "day" for span in spans)
            and sum(len(one.text) for one in spans) > len(text) // 2
        ):
            self.day = text
        elif spans:
            return False
        else:
            self.topic = text
        return True

    def _note_day(self, unit: Unit) -> None:
        """Note the day that a sentence before all notices names, where they print only hours."""
        if self.page.parts or self.day:
            return
        spans = self.clock.spans(unit.text)
        if len(spans) == 1 and spans[0].grain == "day" and spans[0].start == spans[0].end and not spans[0].rule:
            self.first_day = spans[0].text

    def _open(self, part: Part) -> None:
        last = self.page.parts[-1] if self.page.parts else None
        before = (
            last.statement.issuer[0]
            if last and last.statement.issuer
            else last.heading or last.before
            if last
            else None
        )
        part.heading, part.before, part.topic, self.topic = self.heading, before, self.topic, ""
        self.page.parts.append(part)

    def _add(self, sentences: list[Said]) -> None:
        (self.page.parts[-1].rest if self.page.parts else self.page.preamble).extend(sentences)

    def _statement(self, unit: Unit, sentences: list[Said]) -> Said | None:
        """Give the sentence that opens a notice, if one does."""
        formal = next((one for one in sentences if self._is_formal(one, unit)), None)
        if formal or not sentences or sentences[0].aside:
            return formal
        plain = (one for one in sentences if one.times and one.area and one.action and not one.exceptions)
        return next(plain, None) or self._acted(sentences[0]) or self._entry(unit, sentences[0])

    def _acted(self, first: Said) -> Said | None:
        """Give a first sentence that a body opens, and that says what it does when: "Muzej Dol: zaprt 1. maja"."""
        own = first.times and (first.action or first.area) and not first.exceptions and first.actor
        return first if own and first.opens else None

    def _is_formal(self, one: Said, unit: Unit) -> bool:
        """Tell whether somebody announces something in a sentence: it says when or where, or a list follows."""
        if not one.issuer or not (one.announces or one.times or unit.text.rstrip().endswith(":")):
            return False
        return bool(not self.page.parts or one.spans or one.area or unit.text.rstrip().endswith(":"))

    def _entry(self, unit: Unit, first: Said) -> Said | None:
        """Give the first sentence of a list's entry, if it says when and where."""
        leading = self._leading()
        if not leading:
            return first if first.times and self._implied() and _is_bare(unit, first) else None
        if not first.times and unit.kind == "item" and leading.formal and first.action and first.area:
            return first
        if not first.times:
            return None
        if unit.kind == "line" and not leading.formal and not leading.listed:
            return first if _is_bare(unit, first) else None
        named = first.area or fronted(first.open) or (unit.kind != "line" and leftover(first))
        return first if named or _is_bare(unit, first) else None

    def _leading_day(self) -> str:
        """Give the day that a statement above a list names, for entries that print only hours."""
        leading = self._leading()
        above = [one for one in (*self.headings, *self.page.preamble, self.page.title) if one.times]
        times = leading.statement.times if leading else above[-1].times if above and not self.page.parts else []
        return times[0].text if len(times) == 1 and times[0].grain == "day" else ""

    def _leading(self) -> Part | None:
        """Give the part above a list, whose entries are the notices."""
        last = self.page.parts[-1] if self.page.parts else None
        if last and last.intro:
            return last.intro
        return last if last and last.leads else None

    def _fields(self, unit: Unit) -> None:
        """Read a labelled line or a row: another notice where it says again what the last one has said."""
        last = self.page.parts[-1] if self.page.parts else None
        if (
            last is None
            and unit.fields.keys() == {"when"}
            and unit.kind == "label"
            and self._is_today(unit.fields["when"])
        ):
            return
        if last and unit.kind == "label" and not last.fields.keys() & unit.fields.keys():
            last.fields |= unit.fields
        elif unit.fields.keys() & {"when", "area", "what", "issuer"}:
            self._open(Part(Said(""), fields=dict(unit.fields), intro=self._above(unit)))
        else:
            self._add(said(unit, self.clock))

    def _is_today(self, text: str) -> bool:
        """Tell whether a letter's head only says when it was written."""
        spans = self.clock.spans(text)
        return len(spans) == 1 and str(spans[0].start) == str(self.clock.published)[:10]

    def _above(self, unit: Unit) -> Part | None:
        """Give the statement above a table, or above labelled lines."""
        last = self.page.parts[-1] if self.page.parts else None
        if last is None or not (last.formal or last.intro):
            return None
        return self._leading() or (last if unit.kind == "row" else None)


def _entry_fields(statement: Said) -> dict[str, str]:
    """Give the area of an entry that only names it before a colon, or has nothing else beside its times."""
    front = fronted(statement.open)
    if front and not statement.area:
        return {"area": statement.text[: len(front.text)]}
    return {} if statement.area else {"area": leftover(statement)}


def _is_bare(unit: Unit, first: Said) -> bool:
    """Tell whether a line is nothing but a place and its hours."""
    clocked = any(isinstance(span.start or span.end, datetime) for span in first.times)
    timed = bool(_TIME_FIRST.match(first.masked)) and first.action is None and len(first.text) < LONGEST_ENTRY
    named = bool(leftover(first) or fronted(first.open) or (timed and first.area))
    return named and (clocked or unit.kind in ("item", "row")) and not first.issuer


def leftover(sentence: Said) -> str:
    """Give what is left of a list's entry without its times: its place, where nothing else is said."""
    if len(sentence.open) > LONGEST_ENTRY:
        return ""
    left = _TRAILING.sub("", _LEADING.sub("", sentence.open))
    short = 1 < len(left) <= LEFTOVER and (left[0].isupper() or left[0].isdigit())
    if not short or telling.action(left) or "§" in left or "¤" in left:
        return ""
    at = sentence.open.index(left)
    return sentence.text[at : at + len(left)]
