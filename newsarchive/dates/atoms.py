"""The small parts of the grammar: a date, a clock time, a weekday, a period, each from a few tokens.

A rule is the atom's name, what it says (a class of `said`, with the fields that the words themselves do not give), and
its pattern, whose parts are the fields. The first rule that matches wins, so the longer forms stand first.
"""

from __future__ import annotations

from typing import Any

from newsarchive.dates import holidays, lexicon
from newsarchive.dates.said import Clock, Day, Distance, Period, Said
from newsarchive.dates.words import fold

Rule = tuple[str, type[Said], dict[str, Any], str]

MACROS = {
    "LATER": "(comma? year_noun)? year:year | apostrophe~year:yy | comma? years:year_adverb | LETNICA",
    "LETNICA": "letter_l dot year:year | TURNED_YEAR",
    "TURNED_YEAR": "years:year_adjective year_noun | years:(previous|next|this) year_noun",
    "TURN": "turn:(previous|next|this|last)",
    "YEARED": "(year_noun? year:year !(~dot~figure) | years:year_adverb | TURNED_YEAR)",
    "NTH_OF": "(nth:(ordinal|last) | nth:day dot)",
    "NUMBERED": "number:(mon|roman) dot",
    "HOW": "(some? more than?)?",
    "WEEK_OF": "weeks:(previous|next|last|this) week",
    "COUNT": "amount:(number|half|figure)",
    "OF_CENTURY": "(nth:figure dot century | nth:ordinal century | previous century)",
}
"""Patterns with a name, used in the rules."""

DAYS: list[Rule] = [
    ("moment", Day, {}, "stamp:(weekday_short comma? machine)"),
    ("moment", Day, {}, "stamp:machine"),
    ("moment", Day, {}, "stamp:stamp"),
    ("date", Day, {}, "day:day dot month:mon dot year:year !(~dot~figure)"),
    ("date", Day, {}, "day:day dot month:mon dot apostrophe~year:yy"),
    ("date", Day, {}, "day:day~dot~month:mon~dot~year:yy !(~dot|~figure|~comma~figure)"),
    ("date", Day, {}, "day:day dot month:mon dot year:yy!(~(space|slash|dash|colon|letter_h|comma~figure|dot figure))"),
    ("date", Day, {}, "day:day dot month:roman dot year:year !(~dot~figure)"),
    ("date", Day, {}, "year:year~slash~month:mon~slash~day:day"),
    ("date", Day, {}, "year:year~dot~month:mon~dot~day:day!(~dot~figure)"),
    ("date", Day, {}, "month:(month|month_short) dot? day:day dot? comma year:year"),
    ("date", Day, {}, "day:day~slash~month:mon~slash~year:year"),
    ("date", Day, {}, "day:day~dash~month:(mon|month_short)~dash~year:year"),
    ("date", Day, {}, "day:day dot month:mon dot LATER"),
    ("date", Day, {}, "day:day~dot~month:mon year:year"),
    ("date", Day, {}, "day:day dot? month:month comma? LATER"),
    ("date", Day, {}, "day:day dot? month:month_short dot? year:year"),
    ("date", Day, {}, "day:day dot month:month_short dot"),
    ("date", Day, {}, "day:day dot month_noun? month:month"),
    ("date", Day, {}, "day:day month:(month_genitive|month_oblique)"),
    ("date", Day, {}, "day:ordinal month:month LATER"),
    ("date", Day, {}, "day:ordinal month:(month_genitive|month_oblique)"),
    ("date", Day, {"months": 0}, "day:day dot letter_t dot letter_m dot?"),
    ("date", Day, {"months": 0}, "day:day dot this month_noun"),
    ("date", Day, {"months": -1}, "day:day dot previous month_noun"),
    ("date", Day, {"months": 1}, "day:day dot next month_noun"),
    ("date", Day, {}, "day:day dot month:mon dot!(~figure)!(space day dot !(~figure | (hour_noun|month|mon dot)))"),
    ("date", Day, {"years": 0}, "day:day dot month:month letter_t dot letter_l dot"),
    ("date", Day, {}, "nth:(ordinal|last) weekday:weekday in? month:month YEARED?"),
    ("date", Day, {"months": 0}, "nth:(ordinal|last) weekday:weekday in? this month_noun"),
    ("date", Day, {"months": 1}, "nth:(ordinal|last) weekday:weekday in? next month_noun"),
    ("nth", Day, {}, "nth:(ordinal|last) weekday:weekday in month_noun"),
    ("nth", Day, {}, "nth:day dot weekday:weekday in month_noun"),
    ("holiday", Day, {}, "name:(holiday glue{0,9}) YEARED"),
    ("holiday", Day, {}, "name:(holiday glue{0,9})"),
    ("wd", Day, {}, "weekday:weekday in? WEEK_OF"),
    ("wd", Day, {}, "WEEK_OF comma? in weekday:weekday"),
    ("wd", Day, {}, "TURN weekday:weekday"),
    ("wd", Day, {}, "weekday:weekday"),
    ("wd", Day, {}, "weekday:weekday_adjective (day_noun|part)"),
    ("wds", Day, {}, "weekday:weekdays"),
    ("wa", Day, {}, "weekday:weekday_short dot? !(space unit)"),
    ("deictic", Day, {}, "shift:deictic_adjective (day_noun|part|night)"),
    ("deictic", Day, {"weeks": 1}, "shift:deictic week !( days)"),
    ("deictic", Day, {}, "shift:deictic"),
]  # fmt: skip
"""Days, with and without year."""

CLOCKS: list[Rule] = [
    ("clock", Clock, {}, "at hour:hour~dot~minute:minute !(~dot~figure|~dot~space~year|~figure) (hour_noun|letter_h)?"),
    ("clock", Clock, {}, "hour:hour dot hour_noun and minute:figure minutes"),
    ("clock", Clock, {}, "at hour:hour hour_noun and minute:figure minutes"),
    ("clock", Clock, {}, "at hour:hour colon minute:minute !(~figure)"),
    ("clock", Clock, {"spoken": True}, "at hour:hour_one hour_noun"),
    ("clock", Clock, {}, "hour:hour~(dot|colon)~minute:minute (~(dot|colon)~minute)? (hour_noun|letter_h)"),
    ("clock", Clock, {}, "hour:hour~letter_h~minute:minute"),
    ("clock", Clock, {}, "hour:hour~comma~minute:minute (hour_noun|letter_h)"),
    ("clock", Clock, {}, "at hour:hour~dash?~letters_ih"),
    ("clock", Clock, {}, "hour:hour letter_h !(~dot)"),
    ("clock", Clock, {}, "hour:hour dot hour_noun"),
    ("hm", Clock, {}, "hour:hour~(dot|colon)~minute:minute (~colon~minute)? !(~(dot|comma|slash|colon)~figure)"),
    ("hc", Clock, {}, "hour:hour~comma~minute:full_minute !(~(dot|comma|slash)~figure)"),
    ("loose", Clock, {}, "hour:hour~dot~space~minute:full_minute !(~(dot|comma|slash)~figure) (hour_noun|letter_h)?"),
    ("hn", Clock, {}, "hour:hour hour_noun"),
    ("clock", Clock, {"back": 30, "spoken": True}, "half hour:hour_word"),
    ("clock", Clock, {"back": 30}, "half hour:hour dot? (hour_noun|letter_h)"),
    ("clock", Clock, {"back": 15, "spoken": True}, "(three quarter|three_quarters) onto hour:before_word"),
    ("clock", Clock, {"back": 45, "spoken": True}, "quarter onto hour:before_word"),
    ("clock", Clock, {"minute": 15, "spoken": True}, "quarter (across|after) hour:(before_word|hour_word)"),
    ("hn", Clock, {"spoken": True}, "hour:ordinal hour_noun"),
    ("hw", Clock, {"spoken": True}, "hour:hour_word"),
    ("clock", Clock, {"hour": 12}, "noon"),
    ("clock", Clock, {"hour": 24}, "midnight"),
]  # fmt: skip
"""Times of day. ``hm``, ``hn``, ``hw``, ``hc`` and ``loose`` count only in company."""

PERIODS: list[Rule] = [
    ("share", Period, {"unit": "part", "share": 2}, "nth:(ordinal|last) halves"),
    ("share", Period, {"unit": "part", "share": 3}, "nth:(ordinal|last) thirds"),
    ("share", Period, {"unit": "part", "stage": "end"}, "last day_plural"),
    ("share", Period, {"unit": "part", "stage": "start"}, "ordinal day_plural"),
    ("period", Period, {"unit": "halfyear"}, "(number:ordinal|NUMBERED) (half_year|halves year_noun) YEARED?"),
    ("period", Period, {"unit": "quarter"}, "(number:ordinal|NUMBERED|number:last) quarter_year YEARED?"),
    ("period", Period, {"unit": "quarter"}, "letter_q~number:mon YEARED"),
    ("period", Period, {"unit": "weekend"}, "NTH_OF (weekend|end week) in? month_noun? number:month YEARED?"),
    ("period", Period, {"unit": "week"}, "NTH_OF week in? month_noun? number:month YEARED?"),
    ("period", Period, {"unit": "school"}, "number:school year_noun year:year~(slash|dash)~figure"),
    ("period", Period, {"unit": "weekend"}, "TURN (weekend|end week)"),
    ("period", Period, {"unit": "weekend"}, "end TURN week"),
    ("period", Period, {"unit": "weekend", "turn": 0}, "end week"),
    ("weekend", Period, {"unit": "weekend"}, "weekend"),
    ("period", Period, {"unit": "month"}, "years:(year_adverb|year_adjective) month_noun? number:month"),
    ("period", Period, {"unit": "month"}, "turn:(previous|last|next) number:month"),
    ("period", Period, {"unit": "month"}, "turn:turn_genitive number:month_genitive"),
    ("period", Period, {"unit": "month"}, "turn:this number:month_nominative"),
    ("period", Period, {"unit": "month"}, "month_noun? number:month comma? (YEARED|LETNICA)"),
    ("period", Period, {"unit": "month"}, "number:month_short dot? year:year"),
    ("period", Period, {"unit": "month"}, "month_noun number:month"),
    ("month", Period, {"unit": "month"}, "number:month_genitive"),
    ("month_in", Period, {"unit": "month"}, "number:month_oblique"),
    ("named", Period, {"unit": "month"}, "number:month_nominative"),
    ("period", Period, {"unit": "season"}, "years:(year_adverb|year_adjective) number:season"),
    ("period", Period, {"unit": "season"}, "TURN number:season"),
    ("period", Period, {"unit": "season"}, "number:season year_noun? year:year (~slash~figure)?"),
    ("period", Period, {"unit": "season"}, "number:season (years:year_adverb|TURNED_YEAR)"),
    ("period", Period, {"unit": "season"}, "number:season_alone"),
    ("season", Period, {"unit": "season"}, "number:season"),
    ("decade", Period, {"unit": "decade"}, "(number:decades|number:tens dot) years OF_CENTURY"),
    ("decade", Period, {"unit": "decade"}, "number:decades years | number:tens dot years_in"),
    ("century", Period, {"unit": "century"}, "number:ordinal century"),
    ("century", Period, {"unit": "century"}, "number:figure dot century"),
    ("year", Period, {"unit": "year"}, "years year:year !(~slash~figure) "),
    ("year", Period, {"unit": "year"}, "letter_l dot year:year"),
    ("year", Period, {"unit": "year"}, "year:year dot years"),
    ("span", Period, {}, "turn:(last|previous|next) HOW COUNT unit:unit"),
    ("period", Period, {}, "TURN unit:unit_one"),
    ("period", Period, {"unit": "year"}, "turn:turn_genitive year_noun"),
    ("period", Period, {"unit": "year"}, "years:year_adjective year_noun"),
    ("period", Period, {"unit": "year"}, "years:year_adverb"),
    ("unit", Period, {}, "unit:(week|month_noun|year_noun|century)"),
    ("bare", Period, {"unit": "year"}, "year:year !(~(dot|comma|slash|colon)~figure)"),
]  # fmt: skip
"""Months, years, seasons and their like. ``month``, ``named``, ``season``, ``unit``, ``bare`` count only in company."""

DISTANCES: list[Rule] = [
    ("ago", Distance, {"sign": -1}, "before HOW COUNT unit:unit days?"),
    ("ago", Distance, {"sign": -1, "extra": 0.5}, "before unit:unit_before and half"),
    ("ago", Distance, {"sign": -1}, "before HOW unit:unit_before days? !( year)"),
    ("ago", Distance, {"sign": 1}, "across HOW COUNT unit:unit days?"),
    ("ago", Distance, {"sign": 1}, "across HOW (unit:unit_across|unit:unit_accusative days)"),
    ("ago", Distance, {"sign": -1}, "COUNT unit:unit ago"),
    ("ago", Distance, {"sign": -1}, "unit:unit_accusative days? ago"),
]
"""Relative times."""

NUMBERS: list[Rule] = [
    ("amount", Period, {"turn": 1}, "COUNT unit:unit"),
    ("ord", Day, {}, "day:day dot!(~figure)"),
    ("high", Day, {}, "day:tens dot"),
    ("zero", Clock, {}, "hour:hour dot!(~figure)"),
    ("ordword", Day, {}, "day:ordinal"),
    ("num", Day, {}, "day:day!(~(dot|comma|colon|slash)~figure|~figure)"),
]
"""Numbers that what follows makes a day or an hour."""

RULES: list[Rule] = [CLOCKS[0], *DAYS, *CLOCKS[1:14], *DISTANCES, *PERIODS, *CLOCKS[14:], *NUMBERS]
"""All of them, in the order in which they are tried."""


def _lookup(*kinds: str) -> dict[str, Any]:
    """Put several kinds' values into one table."""
    return {word: value for kind in kinds for word, value in lexicon.KINDS[kind].items()}


VALUES: dict[str, dict[str, Any]] = {
    "day": _lookup("ordinal"),
    "month": _lookup("roman", "month_short", "month"),
    "weekday": _lookup("weekday_short", "weekday_adjective", "weekdays", "weekday"),
    "years": _lookup("previous", "next", "this", "year_adjective", "year_adverb"),
    "weeks": _lookup("previous", "last", "next", "this"),
    "turn": _lookup("turn_genitive", "previous", "last", "next", "this"),
    "shift": _lookup("deictic_adjective", "deictic"),
    "nth": _lookup("last", "ordinal"),
    "number": _lookup("school", "last", "decades", "season", "ordinal", "roman", "month_short", "month"),
    "hour": _lookup("ordinal", "number", "before_word", "hour_word", "hour_one"),
    "unit": _lookup("unit"),
    "amount": _lookup("number") | {"pol": 0.5},
}
"""Field to the values of its words."""


def build(rule: Rule, parts: list[tuple[str, str]]) -> Said:
    """Make what an atom says from its rule and the text of its parts."""
    fields = dict(rule[2])
    for name, text in parts:
        fields[name] = text if name == "stamp" else value(name, fold(text))
    return rule[1](**fields) if rule[1] is not Distance else _distance(fields)


def value(name: str, word: str) -> Any:
    """Give the value that a word or figure has as a field.

    >>> value("month", "maja"), value("year", "26"), value("amount", "14")
    (5, 2026, 14)
    """
    if name == "name":
        return holidays.NAMES[tuple(word.split())][0]
    if word.isdecimal():
        return _full_year(int(word)) if name == "year" and len(word) < 3 else int(word)
    return VALUES[name][word]


def _full_year(short: int) -> int:
    return short + (2000 if short < 70 else 1900)


def _distance(fields: dict[str, Any]) -> Distance:
    return Distance(fields["unit"], fields["sign"] * (fields.get("amount", 1) + fields.get("extra", 0)))
