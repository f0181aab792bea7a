"""From title and text of a page to the persons it mourns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import islice

from newsarchive.dates import TimeSpan, find_dates
from newsarchive.extract.obituaries.ceremonies import read_ceremonies
from newsarchive.extract.obituaries.declined import declined
from newsarchive.extract.obituaries.life import life_in
from newsarchive.extract.obituaries.mourners import read_mourners
from newsarchive.extract.obituaries.names import Name, names_in
from newsarchive.extract.obituaries.persons import Groups, found_in, persons_in
from newsarchive.extract.obituaries.sentences import Sentence, sentences
from newsarchive.extract.obituaries.tails import Facts, is_life, merged, read_tail
from newsarchive.extract.obituaries.titles import Titled, titled
from newsarchive.extract.obituaries.words import DEATH, SEVERAL
from newsarchive.items import Obituary

LONGEST = 20_000
"""Characters; no obituary is longer."""
LIFE = ("maiden_name", "born", "died", "age", "residence")
"""The fields that tell of the person's life."""
_MOST_MENTIONS = 5


def read_obituaries(
    title: str, text: str, published: date | datetime | None, timezone: str, *, beside: str = ""
) -> list[Obituary]:
    """Read everybody whom a page mourns from its title and text; what is not printed stays ``None``.

    ``beside`` is a line under the title with the name at birth.

    >>> [one] = read_obituaries("Ana PRIMER", "V 94. letu nas je zapustila Ana Primer.", None, "Europe/Ljubljana")
    >>> one.name, one.given_name, one.family_name, one.age
    ('Ana Primer', 'Ana', 'Primer', 93)
    """
    text = text[:LONGEST]
    parts = list(sentences(text, find_dates(text, published=published, timezone=timezone)))
    heads = titled(title)
    if len(heads) == 1 and beside:
        heads[0].facts = merged(heads[0].facts, read_tail(beside, 0)[0])
    groups = _groups(title, text, parts, heads)
    found: list[Obituary] = []
    for number, group in enumerate(groups):
        stop = _start(parts, groups[number + 1][0]) if number + 1 < len(groups) else len(text)
        start = _start(parts, group[0]) if number else 0
        found += _Announcement(text, [one for one in parts if start <= one.start < stop], group, heads).read()
    for one in found:
        _check(one, published)
    return found


def _groups(title: str, text: str, parts: list[Sentence], heads: list[Titled]) -> Groups:
    """Give the persons, parted by announcement: those of the title, or those of the text."""
    names = [head.name for head in heads]
    if len(names) == 1:
        return [names]
    wanted = {name.whole for name in names}
    found = persons_in(text, parts)
    if not names:
        return found or [[_declined(title, text) or Name(None, None)]]
    groups = [kept for group in found if (kept := [name for name in group if name.whole in wanted])] or [[]]
    met = {name.whole for group in groups for name in group}
    groups[0] += [name for name in names if name.whole not in met]
    return groups


def _declined(title: str, text: str) -> Name | None:
    """Give the name that is printed in the genitive only."""
    found = declined(text)
    if found is None and (found := declined(title)):
        return replace(found, start=0, stop=0)
    return found


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
        return [
            Obituary(
                name.whole or None, name.given, name.family, mourners=mourners, ceremonies=read_ceremonies(self.parts),
                **{key: value for key, value in one.items() if key in LIFE},
            )
            for name, one in zip(self.group, facts, strict=True)
        ]  # fmt: skip

    def _facts(self, name: Name) -> Facts:
        """Give what stands behind the name in the title and in the text."""
        facts = dict(self.told.get(name.whole, {}))
        places = list(islice(found_in(self.names, name), _MOST_MENTIONS))
        for place in places or ([name.stop - self.start] if name.stop > self.start else []):
            behind, stop = read_tail(self.text, place)
            self.taken.append((self.start + place, self.start + stop))
            facts = merged(facts, behind)
        return facts

    def _share(self, facts: list[Facts]) -> None:
        """Add what the sentences tell: all of it to a single person, to several only what is said of them together."""
        for sentence in self.parts:
            told = life_in(replace(sentence, spans=[span for span in sentence.spans if not self._is_taken(span)]))
            if len(facts) == 1:
                facts[0] = merged(merged(facts[0], self._line(sentence)), told)
            elif SEVERAL.search(sentence.text) and "died" in told:
                facts[:] = [merged(one, {"died": told["died"]}) for one in facts]
        last = facts[-1].get("residence")
        if last and any(SEVERAL.search(one.text) and DEATH.search(one.text) for one in self.parts):
            facts[:] = [merged(one, {"residence": last}) for one in facts]

    def _line(self, sentence: Sentence) -> Facts:
        """Give what a line tells that holds nothing but the dates of a life or the residence."""
        facts, stop = read_tail(sentence.text, 0)
        if stop < len(sentence.text):
            return {}
        self.taken.append((sentence.start, sentence.stop))
        return facts

    def _is_taken(self, span: TimeSpan) -> bool:
        return any(start <= span.position < stop for start, stop in self.taken)


def _check(one: Obituary, published: date | datetime | None) -> None:
    """Drop a death after the publication, and dates that are no life."""
    if one.died and published and one.died > published.isoformat()[: len(one.died)]:
        one.died = None
    if not is_life({name: value for name in ("born", "died") if (value := getattr(one, name))}):
        one.born = one.died = None
