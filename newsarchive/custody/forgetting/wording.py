"""Which words must vanish with a record, and which other records hold some of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from sqlite3 import Row

from newsarchive.archive import Archive, Stored, Version
from newsarchive.custody.forgetting.models import ForgetError, Mention
from newsarchive.custody.redaction import Phrase, Readable, Words
from newsarchive.custody.redaction.words import name, sentences, title

OTHERS = """
SELECT r.id AS record, r.site, r.url, r.title, coalesce(r.title, '') || char(10) || coalesce(r.lead, '') || char(10)
    || coalesce(r.body, '') || char(10) || coalesce(r.source, '') || char(10) || r.evidence || char(10)
    || coalesce((SELECT group_concat(a.name, char(10)) FROM record_authors x JOIN authors a ON a.id = x.author
        WHERE x.record = r.id), '') || char(10)
    || coalesce((SELECT group_concat(t.name, char(10)) FROM record_tags x JOIN tags t ON t.id = x.tag
        WHERE x.record = r.id), '') || char(10)
    || coalesce((SELECT group_concat(coalesce(i.caption, '') || char(10) || coalesce(i.alt, '') || char(10)
        || coalesce(i.credit, ''), char(10)) FROM record_images i WHERE i.record = r.id), '') || char(10)
    || coalesce((SELECT group_concat(coalesce(n.area, '') || char(10) || coalesce(n.reason, '') || char(10)
        || coalesce(n.issuer, ''), char(10)) FROM notices n WHERE n.record = r.id), '') || char(10)
    || coalesce((SELECT group_concat(coalesce(o.name, '') || char(10) || coalesce(o.mourners, ''), char(10))
        FROM obituaries o WHERE o.record = r.id), '') || char(10)
    || coalesce((SELECT group_concat(coalesce(v.title, '') || char(10) || coalesce(v.lead, '') || char(10)
        || coalesce(v.body, ''), char(10)) FROM versions v WHERE v.record = r.id), '') AS text
FROM records r WHERE r.id <> ?
"""
"""Every other record with all that it says, in all its versions."""


def phrases(stored: Stored, versions: Iterable[Version]) -> Words:
    """Give the titles, names and long sentences of a record."""
    record = stored.record
    found: dict[str, Phrase | None] = {}
    found |= {person.name: name(person.name) for person in record.obituaries if person.name}
    for version in versions:
        found.setdefault(version.title or "", title(version.title or ""))
        found.update(sentences(version.lead))
        found.update(sentences(version.body))
    for image in record.images:
        found.update(sentences(image.caption))
        found.update(sentences(image.alt))
    return Words(tuple(phrase for phrase in found.values() if phrase))


def names_of(persons: Iterable[str]) -> Words:
    """Give the names of persons.

    Raises:
        ForgetError: one is a single word, which would be blacked out in half of the archive.
    """
    found = {person: name(person) for person in persons}
    for person, phrase in found.items():
        if phrase is None:
            raise ForgetError(f"{person!r} is one word, which can be anybody's: give first and family name.")
    return Words(tuple(phrase for phrase in found.values() if phrase))


class Others:
    """The other records that hold some of the words."""

    def __init__(self, archive: Archive, number: int, words: Words, names: Words) -> None:
        self.mentions: list[Mention] = []
        self.held: dict[int, frozenset[Phrase]] = {}
        """What each of them holds."""
        everything = Words((*words.phrases, *names.phrases))
        for row in archive.connection.rows(OTHERS, (number,)):
            self._look(row, everything, names)

    def _look(self, row: Row, words: Words, names: Words) -> None:
        found = {words.phrases[one] for one in words.found(Readable(row["text"], "utf-8"))}
        tells = words.only("name").are_in(row["url"])
        if found or tells:
            self.held[row["record"]] = frozenset(found)
            blacked = bool(found & set(names.phrases))
            facts = (row["record"], row["site"], row["url"], row["title"])
            self.mentions.append(Mention(*facts, blacked=blacked, address_tells=tells))

    def shared(self) -> Iterator[Phrase]:
        """Give the titles and sentences that are another record's too, and so are nobody's alone."""
        for found in self.held.values():
            yield from (phrase for phrase in found if phrase.kind != "name")

    def spared(self, names: Words) -> dict[int, frozenset[Phrase]]:
        """Give what stays on the pages of the records that are left alone."""
        left = {number: found - set(names.phrases) for number, found in self.held.items()}
        return {number: frozenset(found) for number, found in left.items() if found}
