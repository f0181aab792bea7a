"""Goes through a page and opens a part where a notice begins."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from newsarchive.extract.notices import issuers
from newsarchive.extract.notices.halves import halves
from newsarchive.extract.notices.parts.entries import entry_fields
from newsarchive.extract.notices.parts.opening import Opening
from newsarchive.extract.notices.parts.page import Part
from newsarchive.extract.notices.said import Said, said
from newsarchive.extract.notices.units import Unit
from newsarchive.extract.notices.windows import is_days, leans

MOST = 200
"""Notices of one page; what follows belongs to the last."""


@dataclass
class Reader(Opening):
    """Goes through a page's units and opens a part where a notice begins."""

    def take(self, unit: Unit) -> None:
        """Read a unit: a heading for what follows, a notice, or more of the last."""
        if unit.kind == "heading" and self._is_heading(unit):
            return
        if unit.kind == "label" or (unit.kind == "row" and unit.fields):
            self._fields(unit)
            return
        sentences = said(
            unit, self.clock, self._same_day(unit) or self.day or self._leading_day(unit) or self.first_day
        )
        sentences = [half for one in self._without_body(sentences) for half in halves(one)]
        opened = len(self.page.parts)
        statement = self.statement_of(unit, sentences) if opened < MOST else None
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
        listed = statement.lists
        leading = None if listed or statement.whole else self._leading() or self._implied()
        if leading and not part.formal:
            part.intro = leading
            part.fields |= entry_fields(statement)
        self._open(part)

    def _others(self, statement: Said, sentences: list[Said]) -> list[Said]:
        """Give the sentences behind a statement that announce the same of another place."""
        told = statement.action or statement.issuer
        if not (statement.area and told and statement.times) or statement.outdated:
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
        """Give what is announced above the first labelled lines, which say when or where."""
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


def _opener(part: Part) -> str | None:
    """Give the body that acts in what stands before a statement, in one paragraph with it."""
    first = part.rest[0] if part.rest else None
    return first.actor if first and first.opens and not first.times else None
