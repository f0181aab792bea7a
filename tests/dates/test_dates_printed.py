"""Publication dates, as pages, feeds and headers print them."""

from datetime import date, datetime

import pytest

from newsarchive.dates import parse_date


def shown(text, **more):
    """The date in ISO 8601, or None."""
    value = parse_date(text, **more)
    return value and value.isoformat()


DAYS = {
    "29. 1. 2026": "2026-01-29",
    "29.1.2026": "2026-01-29",
    "29. 1. ’26": "2026-01-29",
    "5/11/2021": "2021-11-05",
    "24-02-2022": "2022-02-24",
    "27. JANUARJA 2026": "2026-01-27",
    "petek, 17 oktobra, 2025": "2025-10-17",
    "Januar 27, 2026": "2026-01-27",
    "Objavljeno, 2.8. 2017": "2017-08-02",
    "Posodobljeno: 23. maj 2023": "2023-05-23",
    "Objavljeno 27. jan. 2026": "2026-01-27",
    "20260127": "2026-01-27",
    "2026/01/27": "2026-01-27",
    "Mon, 05 Jan 2026": "2026-01-05",
}


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_day_is_a_date(text, day):
    assert parse_date(text) == date.fromisoformat(day)
    assert not isinstance(parse_date(text), datetime)


MOMENTS = {
    "27. januar 2026 ob 9:12": "2026-01-27T09:12:00+01:00",
    "26.2.2025 | 12:00": "2025-02-26T12:00:00+01:00",
    "V petek, 22 julija 2022, ob 9.50 uri": "2022-07-22T09:50:00+02:00",
    "2026-01-27T09:15:00Z": "2026-01-27T10:15:00+01:00",
    "2026-01-27T09:15:00.123+00:00": "2026-01-27T10:15:00+01:00",
    "2026-04-19CEST10:04:00": "2026-04-19T10:04:00+02:00",
    "Tue, 27 Jan 2026 09:15:00 GMT": "2026-01-27T10:15:00+01:00",
    "Tor, 01/27/2026 - 10:15": "2026-01-27T10:15:00+01:00",
    "Čet, 02/05/2026 - 08:00": "2026-02-05T08:00:00+01:00",
    "1769505300": "2026-01-27T10:15:00+01:00",
    "10:15, 27. 1. 2026": "2026-01-27T10:15:00+01:00",
}


@pytest.mark.parametrize(("text", "moment"), MOMENTS.items())
def test_a_clock_time_makes_it_an_aware_moment(text, moment):
    assert shown(text) == moment


FOREIGN = [
    ("hr", "27. siječnja 2026. u 10:15", "2026-01-27T10:15:00+01:00"),
    ("sr", "27. januar 2026.", "2026-01-27"),
    ("de", "Dienstag, 27. März 2026, 10:15 Uhr", "2026-03-27T10:15:00+01:00"),
    ("it", "martedì 27 gennaio 2026 alle 10:15", "2026-01-27T10:15:00+01:00"),
    ("hu", "2026. január 27. 10:15", "2026-01-27T10:15:00+01:00"),
    ("en", "January 27, 2026 at 10:15 pm", "2026-01-27T22:15:00+01:00"),
    ("en", "Monday, January 26th, 2026 at 12:05 a.m.", "2026-01-26T00:05:00+01:00"),
    ("en", "Tue 6:45 PM, Jan 27, 2026", "2026-01-27T18:45:00+01:00"),
    ("en", "Tue Jan 27 2026 09:15:00 GMT+0000 (Coordinated Universal Time)", "2026-01-27T10:15:00+01:00"),
    ("en", "12th January 2026", "2026-01-12"),
    ("en", "09:15 PM IST Jan 12, 2026", "2026-01-12"),
    ("de", "So., 3. Mai 2026", "2026-05-03"),
]


@pytest.mark.parametrize(("language", "text", "meaning"), FOREIGN)
def test_neighbours_print_dates_too(language, text, meaning):
    assert shown(text, languages=(language,)) == meaning


@pytest.mark.parametrize(
    "text", ["", "31. 2. 2026", "27. januarja", "2026", "51,2", "V petek, 3. 9. 2025, je deževalo"]
)
def test_what_is_not_one_whole_date_is_none(text):
    assert parse_date(text) is None
