from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

pytest.importorskip("icalendar")

from icalendar import Calendar

from newsarchive.exporting.calendars import LONG, SHORT, Entry, calendar, calendar_lines
from newsarchive.items import Ceremony, Notice, Obituary, Record, Window
from newsarchive.web.entries import entries_of
from newsarchive.web.languages import language

LJUBLJANA = ZoneInfo("Europe/Ljubljana")


def only(entry):
    """Write one entry, read it back."""
    parsed = Calendar.from_ical(calendar([entry], "Obvestila"))
    assert not parsed.errors
    (event,) = parsed.walk("VEVENT")
    assert not event.errors
    return event


def times(starts, ends=None):
    event = only(Entry("a@b", "x", starts, ends))
    return event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None


@pytest.mark.parametrize(
    ("starts", "ends", "hours"),
    [
        ("2026-01-29T07:00:00+01:00", "2026-01-29T17:00:00+01:00", 10),
        ("2026-03-29T01:30:00+01:00", "2026-03-29T05:30:00+02:00", 3),  # the hour that is left out
        ("2026-10-25T01:30:00+02:00", "2026-10-25T05:30:00+01:00", 5),  # the hour that comes twice
        ("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00", 1),  # the same on the clock, an hour later
        ("2026-10-25T02:45:00+02:00", "2026-10-25T02:15:00+01:00", 0.5),  # earlier on the clock, yet later
        ("2026-12-31T23:00:00+01:00", "2027-01-01T01:00:00+01:00", 2),
        ("2026-06-01T10:00:00+00:00", "2026-06-01T14:00:00+02:00", 2),
        ("1994-09-26T10:00:00+01:00", "1994-09-26T12:00:00+01:00", 2),  # summer ended in September then
    ],
)
def test_moments_are_the_ones_of_the_page(starts, ends, hours):
    left, right = times(starts, ends)
    assert (left.astimezone(UTC), right.astimezone(UTC)) == (
        datetime.fromisoformat(starts).astimezone(UTC),
        datetime.fromisoformat(ends).astimezone(UTC),
    )
    assert right.astimezone(UTC) - left.astimezone(UTC) == timedelta(hours=hours)


def test_times_stand_on_the_clock_of_ljubljana():
    told = calendar([Entry("a@b", "x", "2026-07-01T08:00:00+02:00", "2026-07-01T09:00:00+02:00")], "O").decode()
    assert "DTSTART;TZID=Europe/Ljubljana:20260701T080000\r\n" in told
    assert "DTEND;TZID=Europe/Ljubljana:20260701T090000\r\n" in told


def test_the_rules_of_the_clock_are_right_for_a_lifetime():
    parsed = Calendar.from_ical(calendar([], "O"))
    (zone,) = parsed.walk("VTIMEZONE")
    ours = zone.to_tz(lookup_tzid=False)
    day = datetime(1997, 1, 1, 12)  # noqa: DTZ001 (put on both clocks below)
    while day.year < 2037:
        assert day.replace(tzinfo=ours).utcoffset() == day.replace(tzinfo=LJUBLJANA).utcoffset(), day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("starts", "ends", "told"),
    [
        ("2026-01-27", "2026-01-27", (date(2026, 1, 27), date(2026, 1, 28))),
        ("2026-01-30", "2026-02-28", (date(2026, 1, 30), date(2026, 3, 1))),
        ("2028-02-29", "2028-02-29", (date(2028, 2, 29), date(2028, 3, 1))),
        ("2026-12-31", "2026-12-31", (date(2026, 12, 31), date(2027, 1, 1))),
        ("2026-02", "2026-02", (date(2026, 2, 1), date(2026, 3, 1))),
        ("2026", "2026", (date(2026, 1, 1), date(2027, 1, 1))),
        ("2026-01-27", None, (date(2026, 1, 27), date(2026, 1, 28))),
        (None, "2026-01-27", (date(2026, 1, 27), date(2026, 1, 28))),
        ("2026-01-27", "2026-01-28T12:00:00+01:00", (date(2026, 1, 27), date(2026, 1, 29))),
    ],
)
def test_whole_days_end_before_the_next(starts, ends, told):
    assert times(starts, ends) == told


def test_without_an_end_a_moment_has_none():
    assert times("2026-01-27T08:00:00+01:00") == (datetime(2026, 1, 27, 8, tzinfo=LJUBLJANA), None)


@pytest.mark.parametrize(
    ("starts", "ends"), [("2026-01-27T08:00:00+01:00", "2026-01-27T07:00:00+01:00"), ("2026-01-27", "2026-01-20")]
)
def test_an_end_before_the_beginning_is_told_and_left_out(starts, ends):
    event = only(Entry("a@b", "x", starts, ends, odd="Konec je pred začetkom."))
    assert "Konec je pred začetkom." in event["DESCRIPTION"]
    assert event["DTSTART"].dt == times(starts)[0]


@pytest.mark.parametrize("starts", [None, "", "kmalu", "2026-02-30", "9999-12-31", "0001-01-01", "2026-01-27T25:00:00"])
def test_what_has_no_day_is_no_entry(starts):
    assert b"VEVENT" not in calendar([Entry("a@b", "x", starts)], "O")


HOSTILE = [
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y",
    "a\nATTACH:javascript:alert(1)",
    "\0\x01\x1b[31m\x7f",
    "vejica, podpičje; poševnica \\ in \\n",
    "\u202eobrnjeno\u2066",
    "\ud800",
    "\u2028\u2029\x85\x0b",
    "č" * 1_000_000,
    "🙂" * 100,
    ":;,=\"'",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text):
    entry = Entry("a@b", text, "2026-01-27", description=text, location=text, url="http://localhost/a")
    told = calendar([entry], text)
    assert told.count(b"BEGIN:VEVENT\r\n") == told.count(b"END:VEVENT\r\n") == 1
    assert all(len(line) <= 75 for line in told.split(b"\r\n"))
    assert not set(told.decode()) & {chr(code) for code in (*range(10), *range(11, 13), *range(14, 32), 127, 0x202E)}
    event = only(entry)
    assert {key for key, _ in event.property_items()} == {
        "BEGIN", "END", "UID", "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "STATUS", "TRANSP", "URL",
        *(["DESCRIPTION"] if "DESCRIPTION" in event else []), *(["LOCATION"] if "LOCATION" in event else []),
    }  # fmt: skip
    assert len(event["SUMMARY"]) <= SHORT
    assert len(event.get("DESCRIPTION", "")) <= LONG


def test_slovene_letters_and_line_ends_come_back():
    event = only(Entry("a@b", "Žička; čez, šest", "2026-01-27", description="Ena\nDve, tri"))
    assert (event["SUMMARY"], event["DESCRIPTION"]) == ("Žička; čez, šest", "Ena\nDve, tri")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://a\r\nX-Y:z", "ftp://a/b", "http://a b", "//a"])
def test_only_addresses_of_the_web_are_addresses(url):
    assert "URL" not in only(Entry("a@b", "x", "2026-01-27", url=url))


def test_when_it_changed():
    event = only(Entry("a@b", "x", "2026-01-27", modified="2026-01-20T10:11:12.345Z"))
    assert event["LAST-MODIFIED"].dt == event["DTSTAMP"].dt == datetime(2026, 1, 20, 10, 11, 12, tzinfo=UTC)
    assert "LAST-MODIFIED" not in only(Entry("a@b", "x", "2026-01-27", modified="včeraj"))


def test_it_is_written_an_entry_at_a_time():
    asked = []

    def entries():
        for number in range(3):
            asked.append(number)
            yield Entry(f"{number}@b", "x", "2026-01-27")

    lines = calendar_lines(entries(), "O")
    assert next(lines).startswith(b"BEGIN:VCALENDAR\r\n")
    assert not asked
    next(lines)
    assert asked == [0]
    assert list(lines)[-1] == b"END:VCALENDAR\r\n"


NOTICE = Notice(
    issuer="Vodovod Primer", service="water", action="interruption", area="Lipove ulice", places=["Lipova ulica"],
    reason="okvare", status="announced",
    windows=[
        Window("2026-02-02", None, "2026-02-02/.."),
        Window("2026-02-05T07:00:00+01:00", "2026-02-05T09:00:00+01:00"),
    ],
)  # fmt: skip


def entries(kind="notice", **values):
    return list(entries_of(Record(kind, "demo", "http://localhost/a", title="Naslov", **values), language("sl")))


def test_every_window_of_a_notice_is_an_entry():
    first, second = entries(notices=[NOTICE])
    assert first.summary == second.summary == "Voda, prekinitev: Lipova ulica"
    assert "Kdaj: od 2. 2. 2026 do preklica" in first.description
    assert "Kdaj: četrtek, 5. 2. 2026, 7.00–9.00" in second.description
    assert "Zakaj: okvare" in first.description
    assert (first.location, first.url, first.cancelled) == ("Lipove ulice", "http://localhost/a", False)


def test_names_stay_when_the_words_change():
    before = [one.uid for one in entries(notices=[NOTICE])]
    newer = Notice(service="gas", windows=[Window("2027-01-01"), Window("2027-01-02")])
    assert [one.uid for one in entries(notices=[newer])] == before
    assert len(set(before)) == 2


def test_what_is_cancelled_says_so():
    (one,) = entries(
        notices=[Notice(service="road", action="closure", status="cancelled", windows=[Window("2026-02-02")])]
    )
    assert one.summary == "PREKLICANO – Ceste, zapora: Naslov"
    assert only(one)["STATUS"] == "CANCELLED"


def test_ceremonies_are_entries():
    held = [Ceremony("lying in state", "2026-02-02T08:00:00+01:00"), Ceremony(None, "2026-02-02", "pokopališče Kal")]
    first, second = entries("obituary", obituary=Obituary("Ana Primer", ceremonies=held))
    assert (first.summary, second.summary) == ("Žara bo v vežici: Ana Primer", "Slovesnost: Ana Primer")
    assert second.location == "pokopališče Kal"
