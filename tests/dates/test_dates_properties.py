"""What holds for any text, and for any date in any supported form."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from newsarchive.dates import find_dates, lexicon, parse_date, words

TZ = ZoneInfo("Europe/Ljubljana")
PUBLISHED = datetime(2026, 1, 27, 10, 15, tzinfo=TZ)

GENITIVE = {number: word for word, number in words.MONTHS_GENITIVE.items()}
NOMINATIVE = {number: word for word, number in words.MONTHS_NOMINATIVE.items()}
WEEKDAYS = ["ponedeljek", "torek", "sredo", "četrtek", "petek", "soboto", "nedeljo"]
DAY_FORMS = [
    lambda day: f"{day.day}. {day.month}. {day.year}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day.day:02}. {day.month:02}. {day.year}",
    lambda day: f"{day.day}. {GENITIVE[day.month]} {day.year}",
    lambda day: f"{day.day}. {NOMINATIVE[day.month]} {day.year}",
    lambda day: f"{day.day}.{GENITIVE[day.month]} {day.year}",
    lambda day: f"{WEEKDAYS[day.weekday()]}, {day.day}. {GENITIVE[day.month]} {day.year}",
    lambda day: f"{WEEKDAYS[day.weekday()]} ({day.day}. {day.month}. {day.year})",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day:02}-{day.month:02}-{day.year}",
    lambda day: day.isoformat(),
]
CLOCK_FORMS = [
    lambda clock: f"ob {clock.hour}.{clock.minute:02}",
    lambda clock: f"ob {clock.hour}:{clock.minute:02} uri",
    lambda clock: f"ob {clock.hour:02}.{clock.minute:02} uri",
    lambda clock: f"ob {clock.hour}h{clock.minute:02}",
]
AROUND = [("", ""), ("Obveščamo, da bo ", " zaprto."), ("Kdaj: ", ""), ("(", ")"), ("Dela bodo končana ", ", pravijo.")]

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
clocks = st.times(time(0, 0), time(23, 59)).map(lambda clock: clock.replace(second=0, microsecond=0))
moments = st.builds(
    lambda day, clock: datetime.combine(day, clock, TZ), st.dates(date(1970, 1, 2), date(2099, 12, 31)), clocks
)
around = st.sampled_from(AROUND)


def found(text, place):
    """The spans of a text between the words of `place`."""
    return find_dates(f"{place[0]}{text}{place[1]}", published=PUBLISHED)


@given(st.text())
def test_no_text_raises(text):
    find_dates(text, published=PUBLISHED)
    parse_date(text)


PIECES = (
    "od do med in ob v na . , - – ( ) 3 12 31 2026 19 .30 18. uri ure maja marec petek petka pol osmih konec leta lani"
).split()


@given(
    st.lists(st.sampled_from([*PIECES, " ", "\n\n", "jutri", "vsak", "pred", "čez", "dnevi", "noč", "†", "9999", "0"]))
)
def test_no_row_of_its_own_words_raises(pieces):
    text = " ".join(pieces)
    for span in find_dates(text, published=PUBLISHED):
        assert text[span.position : span.position + len(span.text)] == span.text
        assert span.start or span.end or span.edtf == "../.."


WORDS = [*lexicon.WORDS, *".,:;-–()/*†’|", *map(str, range(32)), "00", "07", "99", "1899", "2026", "9999", "20260127"]
EDGES = [PUBLISHED, date(2026, 1, 27), None, date(1, 1, 2), date(9999, 12, 30)]


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from([" ", "", ". ", "\n\n"]))), st.sampled_from(EDGES))
def test_no_words_of_the_grammar_raise_whenever_published(words, published):
    text = "".join(word + gap for word, gap in words)
    for span in find_dates(text, published=published):
        assert text[span.position : span.position + len(span.text)] == span.text


@given(days, st.sampled_from(DAY_FORMS), around)
def test_a_day_reads_back_in_every_form(day, form, place):
    [span] = found(form(day), place)
    assert (span.start, span.end, span.grain, span.flags) == (day, day, "day", ())
    assert parse_date(form(day)) == day or "(" in form(day)


@given(days, clocks, st.sampled_from(DAY_FORMS[:8]), st.sampled_from(CLOCK_FORMS), around)
def test_a_moment_reads_back_in_every_form(day, clock, form, clock_form, place):
    [span] = found(f"{form(day)} {clock_form(clock)}", place)
    assert span.start.timestamp() == datetime.combine(day, clock, TZ).timestamp()
    assert (span.end, span.grain) == (None, "minute")


@given(
    days,
    st.integers(1, 400),
    st.sampled_from(DAY_FORMS[:5]),
    st.sampled_from(["od {} do {}", "{}–{}", "{} - {}"]),
    around,
)
def test_a_stretch_of_days_reads_back(first, length, form, pattern, place):
    last = first + timedelta(days=length)
    [span] = found(pattern.format(form(first), form(last)), place)
    assert (span.start, span.end) == (first, last)


@given(
    days,
    st.integers(0, 22),
    st.integers(1, 23),
    st.sampled_from(["od {}. do {}. ure", "med {}. in {}. uro", "{}.–{}. ure"]),
)
def test_hours_read_back(day, start, length, pattern):
    end = min(start + length, 23)
    text = f"{day.day}. {day.month}. {day.year} " + pattern.format(start, end)
    [span] = found(text, ("", ""))
    wall = [datetime.combine(day, time(hour), TZ).timestamp() for hour in (start, end)]
    assert start == end or [span.start.timestamp(), span.end.timestamp()] == wall


@given(moments)
def test_machine_moments_read_back(moment):
    moment = moment.replace(microsecond=0).astimezone(ZoneInfo("UTC"))
    assert parse_date(moment.isoformat()).timestamp() == moment.timestamp()
    assert parse_date(moment.strftime("%a, %d %b %Y %H:%M:%S GMT")).timestamp() == moment.timestamp()


@given(moments)
def test_a_year_less_date_is_never_far_from_the_publication(moment):
    for span in find_dates("12. marca", published=moment):
        assert abs((span.start - moment.date()).days) <= 184
