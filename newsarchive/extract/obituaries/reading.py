"""From title and text of a page to the persons it mourns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from newsarchive.dates import TimeSpan
from newsarchive.extract.obituaries.ages import BOTH, age_before, age_in
from newsarchive.extract.obituaries.blocks import joined
from newsarchive.extract.obituaries.ceremonies import read_ceremonies
from newsarchive.extract.obituaries.clauses import clauses
from newsarchive.extract.obituaries.declined import declined, is_oblique, nominative, turned_at
from newsarchive.extract.obituaries.life import last_day, life_in
from newsarchive.extract.obituaries.mourners import read_mourners
from newsarchive.extract.obituaries.names import Name, is_person, names_in
from newsarchive.extract.obituaries.persons import Groups, first_named, found_in, persons_in
from newsarchive.extract.obituaries.schedule import schedule
from newsarchive.extract.obituaries.sentences import Sentence, sentences
from newsarchive.extract.obituaries.spans import spans_in
from newsarchive.extract.obituaries.tails import Facts, is_life, merged, read_tail
from newsarchive.extract.obituaries.titles import Titled, titled
from newsarchive.extract.obituaries.words import DEATH, SEVERAL
from newsarchive.items import Ceremony, Obituary

LONGEST = 20_000
"""Characters; no obituary is longer."""
LONGEST_TITLE = 1_000
"""Characters; no title is longer."""
LIFE = ("maiden_name", "born", "died", "age", "residence")
"""The fields that tell of the person's life."""
_MOST_MENTIONS = 5
_JOINED = re.compile(r"^\w+(?:\s+[A-ZČŠŽ]\w+)*(?:\s*\([^()]{1,20}\))?\s+(?:in|ter)\s*$")
"""A first name that is only joined to the next: "Peter in Ana"."""


def read_obituaries(
    title: str, text: str, published: date | datetime | None, timezone: str, *, beside: str = ""
) -> list[Obituary]:
    """Read everybody whom a page mourns from its title and text; what is not printed stays ``None``.

    ``beside`` is a line under the title with the name at birth.

    >>> [one] = read_obituaries("Ana PRIMER", "V 94. letu nas je zapustila Ana Primer.", None, "Europe/Ljubljana")
    >>> one.name, one.given_name, one.family_name, one.age
    ('Ana Primer', 'Ana', 'Primer', 93)
    """
    title, text = title[:LONGEST_TITLE], joined(text[:LONGEST])
    parts = list(sentences(text, spans_in(text, published, timezone)))
    if rows := schedule(title, text, parts, ZoneInfo(timezone)):
        return [_person(row.name, row.facts, [row.ceremony], None) for row in rows]
    heads = titled(title)
    if len(heads) == 1 and beside:
        heads[0].facts = merged(heads[0].facts, read_tail(beside, 0)[0])
    if len(heads) == 1 and (told := age_in(title)):
        heads[0].facts = merged(heads[0].facts, {"age": told[0]})
    groups = _groups(title, text, parts, heads)
    found: list[Obituary] = []
    for number, group in enumerate(groups):
        stop = _start(parts, groups[number + 1][0]) if number + 1 < len(groups) else len(text)
        start = _start(parts, group[0]) if number else 0
        found += _Announcement(text, [one for one in parts if start <= one.start < stop], group, heads).read()
    for one in found:
        _check(one, published)
    if len(found) == 1 and not found[0].died and published:
        found[0].died = last_day(parts, date.fromisoformat(published.isoformat()[:10]))
    return found


def _groups(title: str, text: str, parts: list[Sentence], heads: list[Titled]) -> Groups:
    """Give the persons, parted by announcement: those of the title, or those of the text."""
    names = [_as_told(title, head.name, text) for head in heads]
    if len(names) == 1 and (names[0].known or not text or names[0].whole.casefold() in text.casefold()):
        return [names]
    wanted = {name.whole for name in names}
    found = persons_in(text, parts)
    if len(names) == 1:
        return found[:1] if found and found[0][0].known else [names]
    if not names:
        return _untitled(title, text, parts, found)
    groups = [kept for group in found if (kept := [name for name in group if name.whole in wanted])] or [[]]
    met = {name.whole for group in groups for name in group}
    groups[0] += [name for name in names if name.whole not in met]
    return groups


def _as_told(title: str, name: Name, text: str) -> Name:
    """Give a name of a title in the nominative, where it stands in another case: "Izgubili smo Franca Zgleda"."""
    if name.start == 0 or not is_oblique(title, name):
        return name
    turned = turned_at(title, name, text)
    return replace(turned, start=0, stop=0) if turned and is_person(turned) else name


def _untitled(title: str, text: str, parts: list[Sentence], found: Groups) -> Groups:
    """Give the persons of a page whose title names none in the nominative."""
    titled = next((turned for one in names_in(title) if not one.known and (turned := nominative(one, text))), None)
    titled = titled or declined(title, page=text)
    if titled and is_person(titled) and len(found) < 2 and not (found and found[0][0].whole == titled.whole):
        return [[replace(titled, start=0, stop=0)]]
    if found and not _is_heading(text, found):
        return found
    lost = declined(text)
    return [[lost]] if lost else first_named(text, parts) or found or [[Name(None, None)]]


def _is_heading(text: str, found: Groups) -> bool:
    """Tell whether what was found may be a heading in capitals."""
    [*names] = [name for group in found for name in group]
    return len(names) == 1 and not names[0].known and text[names[0].start : names[0].stop].isupper()


def _start(parts: list[Sentence], name: Name) -> int:
    """Give the place of the sentence that holds a name."""
    return next((one.start for one in parts if one.start <= name.start < one.stop), name.start)


class _Announcement:
    """What is said of one person, or of several together."""

    def __init__(self, text: str, parts: list[Sentence], group: list[Name], heads: list[Titled]) -> None:
        self.start = parts[0].start if parts else 0
        self.text = text[self.start : parts[-1].stop] if parts else ""
        self.parts, self.group = parts, group
        self.told = {head.name.whole: head.facts for head in heads}
        self.names = list(names_in(self.text))
        self.taken: list[tuple[int, int]] = []

    def read(self) -> list[Obituary]:
        """Give an obituary for each person."""
        facts = [self._facts(name) for name in self.group]
        self._share(facts)
        mourners = read_mourners(self.text)
        parts = self.parts if len(self.group) == 1 else [one for part in self.parts for one in self._apart(part)]
        return [
            _person(name, one, read_ceremonies(parts, without=self._of_others(name, parts)), mourners)
            for name, one in zip(self.group, facts, strict=True)
        ]

    def _apart(self, part: Sentence) -> list[Sentence]:
        """Part a sentence that speaks of the ceremonies of more than one of the persons."""
        met = [name for name in self.group if _called(name).search(part.text)]
        return clauses(part) if len(met) > 1 else [part]

    def _of_others(self, name: Name, parts: list[Sentence]) -> set[int]:
        """Give the places of the sentences that tell of another of the persons alone: "Nikin pogreb bo jutri"."""
        others = [_called(one) for one in self.group if one is not name]
        mine = _called(name)
        told = [part for part in parts if any(form.search(part.text) for form in others)]
        return {part.start for part in told if not mine.search(part.text)}

    def _facts(self, name: Name) -> Facts:
        """Give what stands behind the name in the title and in the text."""
        facts = dict(self.told.get(name.whole, {}))
        mentions = list(islice(found_in(self.names, name), _MOST_MENTIONS)) or self._namesakes(name)
        places = [(one.start, one.stop) for one in mentions]
        if not places and name.stop > self.start:
            places = [(name.start - self.start, name.stop - self.start)]
        for start, place in places:
            behind, stop = read_tail(self.text, place)
            self.taken.append((self.start + place, self.start + stop))
            facts = merged(merged(facts, behind), age_before(self.text, start))
        return facts

    def _namesakes(self, name: Name) -> list[Name]:
        """Give the first mention of the family name, where a page calls its one person by two first names."""
        if len(self.group) > 1:
            return []
        return [one for one in self.names if one.known and one.family and one.family == name.family][:1]

    def _share(self, facts: list[Facts]) -> None:
        """Add what the sentences tell: all of it to a single person, to several only what is said of them together."""
        for sentence in self.parts:
            told = life_in(replace(sentence, spans=[span for span in sentence.spans if not self._is_taken(span)]))
            if len(facts) == 1:
                facts[0] = merged(merged(facts[0], self._line(sentence)), told)
                continue
            for number, part in self._own(sentence):
                facts[number] = merged(facts[number], life_in(part, dying=bool(DEATH.search(sentence.text))))
            if SEVERAL.search(sentence.text):
                together: Facts = {name: told[name] for name in ("died", "born") if name in told}
                facts[:] = [merged(one, together) for one in facts]
            both = BOTH.search(sentence.text)
            if both and len(facts) == 2:
                facts[:] = [merged(one, {"age": int(age)}) for one, age in zip(facts, both.groups(), strict=True)]
        last = facts[-1].get("residence")
        if last and any(SEVERAL.search(one.text) and DEATH.search(one.text) for one in self.parts):
            facts[:] = [merged(one, {"residence": last}) for one in facts]

    def _own(self, sentence: Sentence) -> Iterator[tuple[int, Sentence]]:
        """Part a sentence by the first names of those of whom it speaks one by one."""
        found = sorted(
            (match.start(), number)
            for number, name in enumerate(self.group)
            if name.given and (match := re.search(rf"\b{re.escape(name.given)}\b", sentence.text))
        )
        stops = [*(place for place, _ in found[1:]), len(sentence.text)]
        parts = [(start, stop, number) for (start, number), stop in zip(found, stops, strict=False)]
        if any(_JOINED.search(sentence.text[start:stop]) for start, stop, _ in parts):
            return
        for start, stop, number in parts:
            spans = [span for span in sentence.spans if start <= span.position - sentence.start < stop]
            yield number, Sentence(sentence.text[start:stop], sentence.start + start, spans)

    def _line(self, sentence: Sentence) -> Facts:
        """Give what a line tells that holds nothing but the dates of a life or the residence."""
        facts, stop = read_tail(sentence.text, 0)
        if sentence.text[stop:].strip(" .,;)"):
            return {}
        self.taken.append((sentence.start, sentence.stop))
        return facts

    def _is_taken(self, span: TimeSpan) -> bool:
        return any(start <= span.position < stop for start, stop in self.taken)


def _called(name: Name) -> re.Pattern[str]:
    """Give what a sentence calls a person by: the first name in any case, or "Nikin"."""
    given = (name.given or name.family or "").split(" ")[0]
    stem = given[:-1] if given[-1:] in "aeo" else given
    return re.compile(rf"\b{re.escape(stem)}\w{{0,3}}\b")


def _person(name: Name, facts: Facts, ceremonies: list[Ceremony], mourners: str | None) -> Obituary:
    """Give the obituary of one person."""
    life = {key: value for key, value in facts.items() if key in LIFE}
    return Obituary(name.whole or None, name.given, name.family, mourners=mourners, ceremonies=ceremonies, **life)


def _check(one: Obituary, published: date | datetime | None) -> None:
    """Drop a death after the publication, and dates that are no life."""
    if one.died and published and one.died > published.isoformat()[: len(one.died)]:
        one.died = None
    if not is_life({name: value for name in ("born", "died") if (value := getattr(one, name))}):
        one.born = one.died = None
