"""What an expression says: a phrase of the grammar made into a `Reading`, still free of any calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsarchive.dates import lexicon, repeating
from newsarchive.dates.grammar import Parsed, Phrase
from newsarchive.dates.said import Clock, Day, Distance, Period, Reading, Window
from newsarchive.dates.tokens import CLASSES
from newsarchive.dates.walking import Span, afternoon, days, hours_of, part_of_day, shared, spoken
from newsarchive.dates.words import fold

_FLAGS = {
    "about": "about", "latest": "at the latest", "including": "including", "before": "before", "after": "after",
}  # fmt: skip


def read(parsed: Parsed, phrase: Phrase) -> Reading | None:
    """Put together what a phrase says; None where its words fit the grammar but say no time."""
    reading = _READERS[phrase.rule](parsed, phrase)
    if reading:
        reading.flags += _flags(parsed, phrase)
    return reading


def _flags(parsed: Parsed, phrase: Phrase) -> Iterator[str]:
    """Give the flags of the phrase's small words: "okoli", "najkasneje", "pred", and the part of the day."""
    for index in range(phrase.first, phrase.last):
        if index not in parsed.atoms:
            sign = parsed.signs[index]
            yield from (flag for kind, flag in _FLAGS.items() if sign in CLASSES[kind])
            if sign in CLASSES["part"]:
                yield str(lexicon.PARTS_OF_DAY[fold(parsed.tokens.pieces[index])])


def _time(parsed: Parsed, phrase: Phrase, part: str) -> Clock | None:
    times = [time for _, time in spoken(parsed, phrase.parts[part]) if time] if part in phrase.parts else []
    return times[0] if times else None


# Readers, one for each rule of the grammar


def _days(parsed: Parsed, phrase: Phrase) -> Reading:
    span = phrase.parts["days"]
    part = part_of_day(parsed, (span[1], phrase.last))
    return Reading("days", days(parsed, span), [_in_part(hours, part) for hours in hours_of(parsed, phrase)])


def _in_part(hours: Window, part: str) -> Window:
    start, end = (time and afternoon(time, part) for time in (hours.start, hours.end))
    return hours._replace(start=start, end=end)


def _hours_only(parsed: Parsed, phrase: Phrase) -> Reading | None:
    hours = hours_of(parsed, phrase)
    return Reading("hours", [], hours) if hours else None


def _stretch(parsed: Parsed, phrase: Phrase) -> Reading | None:
    a, b = days(parsed, phrase.parts["a"]), days(parsed, phrase.parts["b"])
    if not a or not b:
        return None
    opening, closing = _time(parsed, phrase, "ac"), _time(parsed, phrase, "bc")
    hours = hours_of(parsed, phrase)
    if closing and not opening and not hours:
        hours, closing = [Window(closing, single=True)], None
    return Reading("stretch", shared([a[0], b[0]]), hours, opening, closing)


def _until(parsed: Parsed, phrase: Phrase) -> Reading | None:
    last = days(parsed, phrase.parts["b"])
    return Reading("stretch", [last[0]], closing=_time(parsed, phrase, "bc"), open="start") if last else None


def _since(parsed: Parsed, phrase: Phrase) -> Reading | None:
    first = days(parsed, phrase.parts["a"])
    if not first:
        return None
    reading = Reading("stretch", [first[0]], opening=_time(parsed, phrase, "ac"), open="end")
    if any(parsed.signs[i] in CLASSES["revoked"] for i in range(phrase.first, phrase.last)):
        reading.flags.append("until revoked")
    return reading


def _night(parsed: Parsed, phrase: Phrase) -> Reading | None:
    b = days(parsed, phrase.parts["b"]) if "b" in phrase.parts else []
    a = days(parsed, phrase.parts["a"]) if "a" in phrase.parts else []
    if a and b:
        return Reading("stretch", shared([a[0], b[0]]), flags=["night"])
    return Reading("night", b, flags=["night"])


def _ago(parsed: Parsed, phrase: Phrase) -> Reading | None:
    said = [atom.said for atom in parsed.inside(phrase.first, phrase.last)]
    distance = next((one for one in said if isinstance(one, Distance)), None)
    return Reading("distance", distance=distance) if distance else None


def _period_of(parsed: Parsed, span: Span) -> Period | None:
    """Give the period of some tokens, with its part ("konec", "druga polovica") applied."""
    found: Period | None = None
    stage: str | None = None
    for index in range(*span):
        atom = parsed.atoms.get(index)
        if atom and isinstance(atom.said, Period):
            found = _narrowed(found, atom.said)
        elif atom and atom.name == "ordword" and isinstance(atom.said, Day):
            found = Period("century", atom.said.day)
        elif not atom and parsed.signs[index] in CLASSES["stage"]:
            stage = str(lexicon.KINDS["stage"][fold(parsed.tokens.pieces[index])])
    return found._replace(stage=stage) if found and stage else found


def _narrowed(part: Period | None, whole: Period) -> Period:
    if part is None or part.unit != "part":
        return whole
    return whole._replace(stage=part.stage, nth=part.nth if part.share else whole.nth, share=part.share)


def _periods(parsed: Parsed, phrase: Phrase) -> Reading | None:
    p, q = (_period_of(parsed, phrase.parts[part]) for part in ("p", "q"))
    if p is None or q is None:
        return None
    if p.year is None and p.years is None and p.unit in ("month", "season", "quarter", "part"):
        p = p._replace(year=q.year and q.year - ((p.number or 0) > (q.number or 0)), years=q.years)
    return Reading("periods", periods=[p, q])


def _period(parsed: Parsed, phrase: Phrase) -> Reading | None:
    p = _period_of(parsed, phrase.parts["p"])
    return Reading("periods", periods=[p]) if p else None


def _period_list(parsed: Parsed, phrase: Phrase) -> Reading | None:
    reading = _periods(parsed, phrase)
    if reading:
        reading.kind = "period list"
    return reading


def _numbered_list(parsed: Parsed, phrase: Phrase) -> Reading | None:
    """Read "18., 19. in 20. stoletju", "v 60. in 70. letih": from the first to the last."""
    last = _period_of(parsed, phrase.parts["p"])
    first = next(
        (atom.said.day for atom in parsed.inside(phrase.first, phrase.last) if isinstance(atom.said, Day)), None
    )
    return Reading("periods", periods=[last._replace(number=first), last]) if last and first else None


def _period_until(parsed: Parsed, phrase: Phrase) -> Reading | None:
    q = _period_of(parsed, phrase.parts["q"])
    return Reading("periods", periods=[q], open="start") if q else None


def _period_since(parsed: Parsed, phrase: Phrase) -> Reading | None:
    p = _period_of(parsed, phrase.parts["p"])
    return Reading("periods", periods=[p], open="end") if p else None


def _revoked(parsed: Parsed, phrase: Phrase) -> Reading:
    return Reading("revoked", flags=["until revoked"])


def _lifetime(parsed: Parsed, phrase: Phrase) -> Reading:
    born = parsed.signs[phrase.first] in CLASSES["born"]
    return Reading("days", days(parsed, (phrase.first, phrase.last)), flags=["born" if born else "died"])


def _life_year(parsed: Parsed, phrase: Phrase) -> Reading | None:
    reading = _period(parsed, phrase)
    if reading:
        reading.flags.append("died" if parsed.signs[phrase.first] in CLASSES["died"] else "born")
    return reading


def _stay(parsed: Parsed, phrase: Phrase) -> Reading | None:
    reading = _duration(parsed, phrase)
    if reading:
        reading.days = days(parsed, phrase.parts["a"])
    return reading


def _duration(parsed: Parsed, phrase: Phrase) -> Reading | None:
    reading = _period(parsed, phrase)
    if reading:
        reading.kind = "duration"
    return reading


_READERS: dict[str, Callable[[Parsed, Phrase], Reading | None]] = {
    "days": _days, "hours": _hours_only, "stretch": _stretch, "until": _until, "since": _since, "night": _night,
    "ago": _ago, "periods": _periods, "period": _period, "period_list": _period_list, "period_until": _period_until,
    "numbered_list": _numbered_list, "yearly_weekday": repeating.yearly_weekday,
    "period_since": _period_since, "revoked": _revoked, "lifetime": _lifetime,
    "life_year": _life_year, "duration": _duration, "stay": _stay, "weekly": repeating.weekly,
    "monthly": repeating.monthly, "yearly": repeating.yearly,
}  # fmt: skip
