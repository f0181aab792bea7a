"""Obituaries after the formula "Sporočamo žalostno vest, da nas je … zapustila naša draga …"."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

from newsarchive.demo.lexicon import Person, family_name, person, towns, villages
from newsarchive.demo.story import Block
from newsarchive.demo.tables import tables
from newsarchive.demo.texts import WEEKDAYS, Teller
from newsarchive.demo.when import at, long_date
from newsarchive.items import Ceremony, Obituary


class ObituaryMaker:
    """Makes one obituary: the person first, so that a title can be told, the words later."""

    def __init__(self, rng: Random, town: int) -> None:
        self.rng = rng
        self.town = towns()[town]
        self.person: Person = person(rng)
        self.capitals = rng.random() < 0.4
        self.teller = Teller(rng, self.town)
        self.teller.sex = self.person.word.gender

    @property
    def printed(self) -> str:
        """The name as the page prints it."""
        return self.person.name.upper() if self.capitals else self.person.name

    def title(self) -> str:
        """Tell the title of the page."""
        return self.printed

    def write(self, published: datetime) -> tuple[Obituary, list[Block]]:
        """Tell the whole page."""
        died = published.date() - timedelta(self.rng.randint(1, 4))
        told = Obituary(self.person.name, self.person.given, self.person.family, died=died.isoformat())
        lines = [self._opening(told, died), self._ceremonies(told, published)]
        lines += [self._tell(self.rng.choice(tables("obituaries")["thanks"])), self._mourners(told)]
        return told, [Block(line) for line in lines]

    def _tell(self, template: str, **given: str) -> str:
        self.teller.given = given
        return self.teller.tell(template)

    def _opening(self, told: Obituary, died: date) -> str:
        template = self.rng.choice(tables("obituaries")["opening"])
        born = died - timedelta(days=self.rng.randint(45 * 365, 97 * 365))
        name = self.printed + self._maiden(told)
        starts_with_age = template.startswith("{age")
        given = {
            "died": long_date(died),
            "name": name,
            "born": self._born(told, born),
            "age": self._age(told, born, died, start=starts_with_age),
            "residence": self._residence(told),
        }
        return self._tell(template, **given)

    def _maiden(self, told: Obituary) -> str:
        if self.person.word.gender != "f" or self.rng.random() < 0.5:
            return ""
        told.maiden_name = family_name(self.rng)
        return f", {self.rng.choice(('roj.', 'rojena'))} {told.maiden_name}"

    def _born(self, told: Obituary, born: date) -> str:
        drawn = self.rng.random()
        if drawn < 0.4:
            return ""
        if drawn < 0.6:
            told.born = str(born.year)
            return f" ({born.year})"
        told.born = born.isoformat()
        return f" ({born.day}. {born.month}. {born.year})"

    def _age(self, told: Obituary, born: date, died: date, *, start: bool) -> str:
        years = died.year - born.year - ((died.month, died.day) < (born.month, born.day))
        drawn = self.rng.random()
        if not start and drawn < 0.3:
            return ""
        told.age = years
        if start:
            return f"V {years + 1}. letu starosti"
        old = "stara" if self.person.word.gender == "f" else "star"
        return f" v {years + 1}. letu starosti" if drawn < 0.6 else f", {old} {years} let"

    def _residence(self, told: Obituary) -> str:
        if self.rng.random() < 0.3:
            return ""
        village = self.rng.choice(villages())
        told.residence = village.form("nom")
        return f" {village.form('from')}"

    def _ceremonies(self, told: Obituary, published: datetime) -> str:
        words = tables("obituaries")
        day, hour = published.date() + timedelta(self.rng.randint(1, 4)), self.rng.randint(10, 16)
        place = f"pokopališču {self.rng.choice(villages()).form('nom')}"
        given = {"weekday": WEEKDAYS[day.weekday()], "day": long_date(day), "hour": f"{hour}.", "cemetery": place}
        kind = self.rng.choice(("funeral", "funeral", "farewell"))
        told.ceremonies = [Ceremony(kind, at(day, hour).isoformat(), place)]
        lines = [self._tell(self.rng.choice(words[kind]), **given)]
        if self.rng.random() < 0.5:
            early = hour - self.rng.randint(1, 3)
            lines.append(self._tell(self.rng.choice(words["lying"]), **{**given, "hour": f"{early}."}))
            chapel = lines[-1].rpartition(" ure v ")[2].rstrip(".")
            told.ceremonies.append(Ceremony("lying in state", at(day, early).isoformat(), chapel))
        return " ".join(lines)

    def _mourners(self, told: Obituary) -> str:
        family = self.rng.choice(tables("obituaries")["family"])
        names = {f"{sex}{at}": person(self.rng, sex).given for sex in "mf" for at in (1, 2, 3)}
        self.teller.given = names
        told.mourners = self.teller.words(family)
        return f"Žalujoči: {told.mourners}"
