"""The words of the interface in Slovene and English.

They are in ``words/*.toml``: a table for each page, a line for each text, with ``sl`` and ``en``. A text that counts
has a list of forms: for Slovene those of 1, 2, 3 and 5 things, for English those of 1 and 2.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

DEFAULT = "sl"
LANGUAGES = {"sl": "Slovenščina", "en": "English"}
"""By code, under the name that the language gives itself."""
Forms = str | list[str]
MONTHS = {
    "sl": "januar februar marec april maj junij julij avgust september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
DAYS = {
    "sl": "ponedeljek torek sreda četrtek petek sobota nedelja".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
DAY_LENGTH, MONTH_LENGTH = len("2026-01-27"), len("2026-01")


@cache
def words() -> dict[str, dict[str, Forms]]:
    """Give every text by its name, ``page.text``, and language."""
    found: dict[str, dict[str, Forms]] = {}
    for file in sorted(files("newsarchive.web").joinpath("words").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml"):
            for page, texts in tomllib.loads(file.read_text("utf-8")).items():
                found |= {f"{page}.{name}": forms for name, forms in texts.items()}
    return found


@dataclass(frozen=True, slots=True)
class Language:
    """How the interface speaks."""

    code: str

    def __call__(self, name: str, **values: Any) -> str:
        """Give a text, with values in its braces.

        >>> language("en")("site.search")
        'Search'
        """
        text = words()[name][self.code]
        assert isinstance(text, str), name
        return text.format(**values) if values else text

    def count(self, name: str, number: int, **values: Any) -> str:
        """Give a text that counts, in the form that its number asks for.

        >>> [language("sl").count("site.records", n) for n in (1, 2, 4, 1005, 101)]
        ['1 zapis', '2 zapisa', '4 zapisi', '1.005 zapisov', '101 zapis']
        """
        forms = words()[name][self.code]
        form = forms[min(self._form(number), len(forms) - 1)]
        return form.format(n=self.number(number), **values)

    def _form(self, number: int) -> int:
        if self.code != "sl":
            return int(number != 1)
        rest = number % 100
        return {1: 0, 2: 1, 3: 2, 4: 2}.get(rest, 3)

    def number(self, value: float) -> str:
        """Write a number as people do: ``12.345`` in Slovene, ``12,345`` in English."""
        text = f"{value:,}"
        return text.translate(str.maketrans(",.", ".,")) if self.code == "sl" else text

    def told(self, name: str, value: str | None) -> str:
        """Give the words for a value of a closed list, such as a kind; the value itself where there are none.

        >>> language("sl").told("kind", "notice"), language("sl").told("kind", "novel")
        ('obvestilo', 'novel')
        """
        forms = words().get(f"{name}.{(value or '').replace(' ', '_')}")
        return str(forms[self.code]) if forms else value or ""

    def day(self, value: str | date | None) -> str:
        """Write a moment of a page (ISO 8601) no more exactly than it is known, on the clock of its page.

        What ends in ``Z`` the machine has written, and is told on its own clock.

        >>> [language("sl").day(at) for at in ("2026-01-27T09:12:00+01:00", "2026-01-27", "2026-01", "2026")]
        ['27. 1. 2026 ob 9.12', '27. 1. 2026', 'januar 2026', '2026']
        >>> language("en").day("2026-01-27T09:12:00+01:00")
        '27 January 2026, 09:12'
        """
        text = value.isoformat() if isinstance(value, date) else value or ""
        try:
            return self._moment(text)
        except ValueError:
            return text

    def _moment(self, text: str) -> str:
        if len(text) > DAY_LENGTH:
            at = datetime.fromisoformat(text)
            return self._clock(at.astimezone() if text.endswith("Z") else at)
        if len(text) == DAY_LENGTH:
            day = date.fromisoformat(text)
            return f"{day.day}. {day.month}. {day.year}" if self.code == "sl" else f"{day.day} {self.month(text)}"
        return self.month(text) if len(text) == MONTH_LENGTH else text

    def _clock(self, at: datetime) -> str:
        day = self._moment(at.date().isoformat())
        return f"{day} ob {at.hour}.{at:%M}" if self.code == "sl" else f"{day}, {at:%H:%M}"

    def short(self, text: str) -> str:
        """Write a day, month or year as short as below a chart.

        >>> [language("sl").short(at) for at in ("2026-01-27", "2026-01", "2026")]
        ['27. 1.', 'jan. 2026', '2026']
        >>> [language("en").short(at) for at in ("2026-01-27", "2026-01")]
        ['27 Jan', 'Jan 2026']
        """
        if len(text) < MONTH_LENGTH:
            return text
        name, year = self.month(text).split()
        if len(text) == MONTH_LENGTH:
            return f"{name[:3]}{'.' if self.code == 'sl' and len(name) > 3 else ''} {year}"
        day = date.fromisoformat(text[:DAY_LENGTH])
        return f"{day.day}. {day.month}." if self.code == "sl" else f"{day.day} {name[:3]}"

    def month(self, text: str) -> str:
        """Write the month of a day or month (ISO 8601) with its year."""
        at = date.fromisoformat(f"{text[:MONTH_LENGTH]}-01")
        return f"{MONTHS[self.code][at.month - 1]} {at.year}"

    def weekday(self, text: str) -> str:
        """Give the name of a day's weekday."""
        return DAYS[self.code][date.fromisoformat(text[:DAY_LENGTH]).weekday()]


@cache
def language(code: str) -> Language:
    """Give a language by its code."""
    return Language(code)
