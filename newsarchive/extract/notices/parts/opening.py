"""Which sentence of a unit opens a notice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsarchive.dates import TimeSpan
from newsarchive.extract.notices import telling, words
from newsarchive.extract.notices.areas import fronted
from newsarchive.extract.notices.clock import Clock
from newsarchive.extract.notices.parts.entries import is_bare, leftover
from newsarchive.extract.notices.parts.page import Page, Part
from newsarchive.extract.notices.said import Said
from newsarchive.extract.notices.units import Unit
from newsarchive.extract.notices.windows import leans

_SAME_DAY = re.compile(words.SAME_DAY, re.I)
LABEL_WORDS = 2
"""A sentence with fewer spaces before another only labels it: "Brez vode."."""


@dataclass
class Opening:
    """What was read of a page so far, and what of the next unit begins another notice."""

    page: Page
    clock: Clock
    heading: str | None = None
    topic: str = ""
    day: str = ""
    first_day: str = ""
    """The day that a sentence before all notices names."""
    headings: list[Said] = field(default_factory=list)

    def statement_of(self, unit: Unit, sentences: list[Said]) -> Said | None:
        """Give the sentence that opens a notice, if one does."""
        formal = next((one for one in sentences if self._is_formal(one, unit)), None)
        if formal and formal.half:
            formal = sentences[sentences.index(formal) - 1]
        told = (one for one in sentences if one.area and _tells(one) and _is_rule(one) and self._is_whole(one))
        plain = (one for one in told if not one.aside)
        if formal and not formal.area and not formal.action and not unit.lists:
            return next((one for one in plain if one.actor and one.times), formal)
        if formal or not sentences or sentences[0].aside:
            return formal or next(plain, None)
        above = (one for one in sentences if one.action and one.times and one is sentences[-1] and one.lists)
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
        if not one.issuer or not (one.announces or one.times or unit.lists):
            return False
        placed = one.area and not one.aside
        return bool(not self.page.parts or one.spans or placed or unit.lists)

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
        return bool(self.page.preamble and self.page.preamble[-1].lists)

    def _same_day(self, unit: Unit) -> str:
        """Give the day of the notice before, where a line says that it is the same."""
        last = self.page.parts[-1].statement.times if self.page.parts else []
        start = last[0].start if last and _SAME_DAY.search(unit.text) else None
        return f"{start.day}. {start.month}. {start.year}" if start else ""

    def _leading_day(self, unit: Unit) -> str:
        """Give the day that a statement above a list names, for entries that print only hours."""
        leading = self._leading()
        above = [one for one in (*self.headings, *self.page.preamble, self.page.title) if one.times]
        times = leading.statement.times if leading else above[-1].times if above and not self.page.parts else []
        times = times or self._day_of_list(unit)
        return times[0].text if len(times) == 1 and times[0].grain == "day" else ""

    def _day_of_list(self, unit: Unit) -> list[TimeSpan]:
        """Give the day of the notice above a list, where its entries so far print only hours."""
        dated = next((part for part in reversed(self.page.parts) if not all(map(leans, part.statement.times))), None)
        listed = dated and (unit.kind == "item" or any(one.lists for one in dated.rest))
        return dated.statement.times if dated and listed else []

    def _leading(self) -> Part | None:
        """Give the part above a list, whose entries are the notices."""
        last = self.page.parts[-1] if self.page.parts else None
        if last and last.intro:
            return last.intro
        return last if last and last.leads else None

    def _implied(self) -> Part | None:
        """Give what a heading or the title announces for a list that has no statement above it."""
        last = self.page.parts[-1] if self.page.parts else None
        if last:
            return last.intro if last.intro and last.intro.formal is False and not last.formal else None
        above = [*reversed(self.headings), *reversed(self.page.preamble), self.page.title]
        told = next((one for one in above if one.action and (one.lists or one is self.page.title)), None)
        told = told or next((one for one in above if one.action), None)
        return Part(told) if told else None


def _is_rule(one: Said) -> bool:
    """Tell whether a sentence says more than when something is not so."""
    return not one.exceptions or bool(one.times and one.action and not one.aside)


def _tells(one: Said) -> bool:
    """Tell whether a sentence says what happens, or that what broke is mended."""
    return bool(one.action or (telling.is_fault(one.text) and telling.status(one.text) == "finished"))
