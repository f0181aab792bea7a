"""Goes through a page and opens a part where a notice begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from newsarchive.extract.notices import issuers, telling, words
from newsarchive.extract.notices.areas import fronted
from newsarchive.extract.notices.clock import Clock
from newsarchive.extract.notices.halves import halves
from newsarchive.extract.notices.parts.entries import entry_fields, is_bare, leftover
from newsarchive.extract.notices.parts.page import Page, Part
from newsarchive.extract.notices.said import Said, said
from newsarchive.extract.notices.units import Unit
from newsarchive.extract.notices.windows import is_days, leans

_SAME_DAY = re.compile(words.SAME_DAY, re.I)
LABEL_WORDS = 2
"""A sentence with fewer spaces before another only labels it: "Brez vode."."""
MOST = 200
"""Notices of one page; what follows belongs to the last."""


@dataclass
class Reader:
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
        if unit.kind == "label" or (unit.kind == "row" and unit.fields):
            self._fields(unit)
            return
        sentences = said(unit, self.clock, self._same_day(unit) or self.day or self._leading_day() or self.first_day)
        sentences = [half for one in self._without_body(sentences) for half in halves(one)]
        opened = len(self.page.parts)
        statement = self._statement(unit, sentences) if opened < MOST else None
        if statement is None:
            self._add(sentences)
            return
        others = self._others(statement, sentences)
        first = sentences.index(others[0]) if others else len(sentences)
        self._begin(statement, [one for one in sentences[:first] if one is not statement])
        bounds = [*map(sentences.index, others), len(sentences)]
        for start, stop in pairwise(bounds):
            self._begin(sentences[start], sentences[start + 1 : stop], statement)
        if others:
            self._share(sentences, opened)

    def _share(self, sentences: list[Said], opened: int) -> None:
        """Note who speaks in a paragraph for all notices that it holds."""
        issuers_told = (one.issuer[0] for one in sentences if one.issuer)
        told = next(issuers_told, None) or next((one.actor for one in sentences if one.actor), None)
        for part in self.page.parts[opened:]:
            part.told = told

    def _without_body(self, sentences: list[Said]) -> list[Said]:
        """Take off a first sentence that is nothing but the body whose notice follows: "Elektro Dol. V torek …"."""
        first = sentences[0].text.rstrip(".") if len(sentences) > 1 else ""
        if not first or not issuers.is_body(first):
            return sentences
        self.heading, self.topic = first, ""
        return sentences[1:]

    def _begin(self, statement: Said, rest: list[Said], first: Said | None = None) -> None:
        """Open a part, below what was said above a list."""
        part = Part(statement, rest, formal=statement.issuer is not None)
        if first and not statement.times and statement.simultaneous:
            part.fields["when"] = ", ".join(span.text for span in first.times)
        if statement.like:
            part.fields["what"] = statement.like.plain
        listed = statement.text.rstrip().endswith(":")
        leading = None if listed or statement.whole else self._leading() or self._implied()
        if leading and not part.formal:
            part.intro = leading
            part.fields |= entry_fields(statement)
        self._open(part)

    def _others(self, statement: Said, sentences: list[Said]) -> list[Said]:
        """Give the sentences behind a statement that announce the same of another place."""
        if not (statement.area and statement.action and statement.times) or statement.outdated:
            return []
        named = [statement.area.text.lower()]
        found = []
        for one in sentences[sentences.index(statement) + 1 :]:
            if statement.action == "other" and not one.times:
                continue
            if self.page.parts and not (one.half or one.simultaneous or one.actor):
                continue
            whole = (
                (one.times or one.simultaneous)
                and one.area
                and (one.action or one.like)
                and not one.exceptions
                and not one.aside
            )
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
            self.heading, self.topic = issuers.bare(text), ""
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

    def _note_day(self, sentences: list[Said]) -> None:
        """Note the day that a sentence before all notices names, where they print only hours."""
        spans = [span for one in sentences for span in one.spans]
        days = [span for span in spans if not leans(span)]
        if len(days) == 1 and days[0].grain == "day" and days[0].start == days[0].end and not days[0].rule:
            self.first_day = days[0].text

    def _open(self, part: Part) -> None:
        last = self.page.parts[-1] if self.page.parts else None
        before = (
            last.statement.issuer[0]
            if last and last.statement.issuer
            else last.heading or last.before or _opener(last)
            if last
            else None
        )
        part.heading, part.before, part.topic, self.topic = self.heading, before, self.topic, ""
        self.page.parts.append(part)

    def _add(self, sentences: list[Said]) -> None:
        if self.page.parts:
            self.page.parts[-1].rest.extend(sentences)
            return
        self.page.preamble.extend(sentences)
        self._note_day(sentences)

    def _statement(self, unit: Unit, sentences: list[Said]) -> Said | None:
        """Give the sentence that opens a notice, if one does."""
        formal = next((one for one in sentences if self._is_formal(one, unit)), None)
        if formal and formal.half:
            formal = sentences[sentences.index(formal) - 1]
        told = (one for one in sentences if one.area and _tells(one) and _is_rule(one) and self._is_whole(one))
        plain = (one for one in told if not one.aside)
        if formal and not formal.area and not formal.action and not _lists(unit):
            return next((one for one in plain if one.actor and one.times), formal)
        if formal or not sentences or sentences[0].aside:
            return formal or next(plain, None)
        above = (
            one
            for one in sentences
            if one.action and one.times and one is sentences[-1] and one.text.rstrip().endswith(":")
        )
        return next(plain, None) or self._acted(sentences) or next(above, None) or self._entry(unit, sentences[0])

    def _is_whole(self, one: Said) -> bool:
        """Tell whether a sentence says when, or that what was announced before is off, or over."""
        last = self.page.parts[-1].statement.text if self.page.parts else ""
        ended = telling.status(one.text) if last else "announced"
        return bool(one.times or (ended in ("cancelled", "finished") and ended != telling.status(last)))

    def _acted(self, sentences: list[Said]) -> Said | None:
        """Give a first sentence that a body opens, and that says what it does when: "Muzej Dol: zaprt 1. maja"."""
        first = next((one for one in sentences if one.text.count(" ") > LABEL_WORDS), sentences[0])
        told = any(one.announces or one.area for one in sentences)
        own = first.times and told and not first.exceptions and first.actor
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
            return first if first.times and self._implied() and is_bare(unit, first, listed=self._is_listed()) else None
        if not first.times and unit.kind == "item" and leading.formal and first.action and first.area:
            return first
        if not first.times:
            return None
        if unit.kind == "line" and not leading.formal and not leading.listed:
            return first if is_bare(unit, first) else None
        named = first.area or fronted(first.open) or (unit.kind != "line" and leftover(first))
        return first if named or is_bare(unit, first) else None

    def _is_listed(self) -> bool:
        """Tell whether a list follows what stands above, or goes on."""
        if self.page.parts:
            return self.page.parts[-1].intro is not None
        return bool(self.page.preamble and self.page.preamble[-1].text.rstrip().endswith(":"))

    def _same_day(self, unit: Unit) -> str:
        """Give the day of the notice before, where a line says that it is the same."""
        last = self.page.parts[-1].statement.times if self.page.parts else []
        start = last[0].start if last and _SAME_DAY.search(unit.text) else None
        return f"{start.day}. {start.month}. {start.year}" if start else ""

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
        elif last and unit.kind == "label" and unit.fields.keys() == {"when"} and self._goes_on(last, unit):
            last.fields["when"] += f", {unit.fields['when']}"
        elif unit.fields.keys() & {"when", "area", "station", "what", "issuer"}:
            statement = self._unfinished() if unit.kind == "label" else None
            self._open(Part(statement or Said(""), fields=dict(unit.fields), intro=self._above(unit)))
        else:
            self._add(said(unit, self.clock))

    def _goes_on(self, last: Part, unit: Unit) -> bool:
        """Tell whether a line gives only the hours of the days that one before it names."""
        days, hours = self.clock.spans(last.fields["when"]), self.clock.spans(unit.fields["when"])
        return bool(days and hours) and all(map(is_days, days)) and all(map(leans, hours))

    def _unfinished(self) -> Said | None:
        """Give what is announced above the first labelled lines, which say when or where: "Obveščamo vas o izklopu."."""
        told = [one for one in self.page.preamble if one.action and not one.times and not one.aside]
        return told[-1] if told and not self.page.parts else None

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


def _is_rule(one: Said) -> bool:
    """Tell whether a sentence says more than when something is not so."""
    return not one.exceptions or bool(one.times and one.action and not one.aside)


def _tells(one: Said) -> bool:
    """Tell whether a sentence says what happens, or that what broke is mended."""
    return bool(one.action or (telling.is_fault(one.text) and telling.status(one.text) == "finished"))


def _lists(unit: Unit) -> bool:
    """Tell whether a list follows."""
    return unit.text.rstrip().endswith(":")


def _opener(part: Part) -> str | None:
    """Give the body that acts in what stands before a statement, in one paragraph with it."""
    first = part.rest[0] if part.rest else None
    return first.actor if first and first.opens and not first.times else None
