import re
from datetime import date, timedelta
from itertools import count
from urllib.parse import quote

import pytest
from icalendar import Calendar

from newsarchive.items import Notice, Record, Window
from newsarchive.web.queries import notices as asked
from newsarchive.web.queries import obituaries
from newsarchive.web.queries.notices import Choice

TODAY = date.today()  # noqa: DTZ011 (the pages' own)
NUMBERS = count()


@pytest.fixture(autouse=True)
def _count_again():
    asked._kept.cache_clear()


@pytest.fixture
def announce(archive):
    """Save a notice with windows."""

    def announce(*windows, site="demo", published="2026-01-01", title="Naslov", **values):
        notice = Notice(**{"service": "water", "action": "interruption", "status": "announced", **values})
        notice.windows = [Window(*window) for window in windows]
        url = f"http://localhost/{next(NUMBERS)}"
        return archive.save(Record("notice", site, url, title=title, published=published, notices=[notice])).id

    return announce


def held(archive, day, choice=Choice()):  # noqa: B008 (it cannot be changed)
    return {one.number for one in asked.holding(archive, choice, date.fromisoformat(day), limit=100).found}


def counted(archive, since, until):
    days = asked.by_day(archive, Choice(), date.fromisoformat(since), date.fromisoformat(until))
    return {day.isoformat(): sum(numbers.values()) for day, numbers in days.items()}


@pytest.mark.parametrize(
    ("window", "first", "last"),
    [
        (("2026-01-29T07:00:00+01:00", "2026-01-29T17:00:00+01:00"), "2026-01-29", "2026-01-29"),
        (("2026-01-29T22:00:00+01:00", "2026-01-30T05:00:00+01:00"), "2026-01-29", "2026-01-30"),
        (("2026-01-29T22:00:00+01:00", "2026-01-30T00:00:00+01:00"), "2026-01-29", "2026-01-29"),
        (("2026-01-30", "2026-02-02"), "2026-01-30", "2026-02-02"),
        (("2026-03-29T01:00:00+01:00", "2026-03-29T23:30:00+02:00"), "2026-03-29", "2026-03-29"),
        (("2026-10-25", "2026-10-25"), "2026-10-25", "2026-10-25"),
        (("2026-02", "2026-02"), "2026-02-01", "2026-02-28"),
        (("2026-01-29", None, "2026-01-29/.."), "2026-01-29", "2026-07-27"),
        (("2026-01-29", None), "2026-01-29", "2026-01-29"),
        (("2026-01-29", "2026-01-20"), "2026-01-29", "2026-01-29"),
        ((None, "2026-02-06T09:30:00+01:00"), "2026-01-01", "2026-02-06"),
    ],
)
def test_from_when_until_when_it_holds(archive, announce, window, first, last):
    number = announce(window)
    one, two = date.fromisoformat(first), date.fromisoformat(last)
    assert held(archive, first) == held(archive, last) == {number}
    assert held(archive, (one - timedelta(days=1)).isoformat()) == set()
    assert held(archive, (two + timedelta(days=1)).isoformat()) == set()
    month = counted(archive, "2026-01-01", "2026-12-31")
    assert (min(month), max(month), set(month.values())) == (first, last, {1})


def test_a_window_of_years_ago_that_nobody_revoked_holds_no_more(archive, announce):
    announce(("2020-01-01", None, "2020-01-01/.."))
    assert held(archive, "2026-01-01") == set()


def test_a_notice_with_two_windows_on_a_day_counts_once(archive, announce):
    morning = ("2026-01-29T07:00:00+01:00", "2026-01-29T08:00:00+01:00")
    announce(morning, ("2026-01-29T10:00:00+01:00", "2026-01-29T11:00:00+01:00"))
    assert counted(archive, "2026-01-01", "2026-01-31") == {"2026-01-29": 1}
    assert asked.holding(archive, Choice(), date(2026, 1, 29), limit=9).number == 1


def test_one_can_choose(archive, announce):
    day = ("2026-01-29", "2026-01-29")
    water = announce(day, places=["Lipova ulica"])
    gas = announce(day, service="gas", places=["Lipova ulica 2", 'Pri "Lipi"'], site="drugi")
    off = announce(day, status="cancelled")
    assert held(archive, "2026-01-29", Choice(service="gas")) == {gas}
    assert held(archive, "2026-01-29", Choice(site="drugi")) == {gas}
    assert held(archive, "2026-01-29", Choice(status="cancelled")) == {off}
    assert held(archive, "2026-01-29", Choice(place="Lipova ulica")) == {water}
    assert held(archive, "2026-01-29", Choice(place='Pri "Lipi"')) == {gas}


def test_no_question_looks_at_every_window(archive):
    chosen = asked.CHOSEN.format(held=asked.HOLDING)
    sql = asked.LISTED.format(chosen=chosen, order=asked.NEWEST_DAY_FIRST)
    values = asked._period(Choice(), TODAY, TODAY, 10)
    read = {"notice_windows", "notices", "records", "w", "n", "r", "m", "p"}
    plan = [row["detail"] for row in archive.connection.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert not [step for step in plan if step.startswith("SCAN") and step.split()[1] in read]


def test_what_is_in_force_today(get, announce):
    number = announce(
        (TODAY.isoformat(), None, f"{TODAY}/.."), places=["Lipova ulica"], reason="okvare", issuer="Vodovod Primer"
    )
    page = get("/notices", "sl").text
    assert "V veljavi danes" in page
    assert "Velja 1 obvestilo." in page
    assert f'<a href="/record/{number}"><bdi>Voda, prekinitev: Lipova ulica</bdi></a>' in page
    assert "do preklica" in page
    assert "okvare" in page
    assert "Vodovod Primer" in page
    english = get("/notices").text
    assert "In force today" in english
    assert "Water, interruption: Lipova ulica" in english
    assert "until revoked" in english


def test_what_comes(get, announce):
    announce(((TODAY + timedelta(days=3)).isoformat(), (TODAY + timedelta(days=4)).isoformat()), places=["Nova pot"])
    announce(((TODAY + timedelta(days=30)).isoformat(), None), places=["Daljna pot"])
    page = get("/notices").text
    assert "Water, interruption: Nova pot" in page
    assert "Water, interruption: Daljna pot" not in page


def test_cancelled_ones_say_so(get, announce):
    announce(("2026-01-29", "2026-01-29"), status="cancelled")
    page = get("/notices?day=2026-01-29").text
    assert 'class="announced cancelled"' in page
    assert ">Cancelled</p>" in page


def test_the_sheet_of_a_month(get, announce):
    announce(("2026-01-30", "2026-02-02"))
    announce(("2026-02-01T07:00:00+01:00", "2026-02-01T08:00:00+01:00"), service="gas")
    page = get("/notices?month=2026-02", "sl").text
    assert "Koledar: februar 2026" in page
    assert page.count('<td class="') - page.count('<td class="outside"') == 28
    assert 'href="/notices?month=2026-01#sheet"' in page
    assert 'href="/notices?month=2026-03#sheet"' in page
    assert 'aria-label="nedelja, 1. 2. 2026: 2 obvestili"' in page
    assert 'href="/notices?day=2026-02-01&amp;service=gas"' in page


def test_the_sheet_marks_today(get):
    assert len(re.findall(r'<td class="[^"]*\btoday\b', get("/notices").text)) == 1
    assert not re.findall(r'<td class="[^"]*\btoday\b', get("/notices?month=2026-02").text)


def test_places_are_counted_and_found_without_marks(get, announce):
    announce(("2026-01-29", "2026-01-29"), places=["Čebelarska ulica"])
    announce(("2026-01-29", "2026-01-29"), places=["Čebelarska ulica", "Lipova ulica"])
    page = get("/notices/places?find=cebel").text
    assert "Čebelarska ulica" in page
    assert "Lipova ulica" not in page
    assert "1 place" in page
    assert "Velja 2 obvestil" not in page
    chosen = get(f"/notices?day=2026-01-29&place={quote('cebelarska ULICA')}").text
    assert "2 notices are in force" in chosen


def test_an_unknown_place_is_told_with_those_like_it(get, announce):
    announce(("2026-01-29", "2026-01-29"), places=["Čebelarska ulica"])
    page = get("/notices?day=2026-01-29&place=cebel").text
    assert "do not name" in page
    assert "Did you mean:" in page
    assert "There is no notice for this day." in page


def test_every_choice_has_a_calendar(get, announce):
    later = (TODAY + timedelta(days=3)).isoformat()
    number = announce((later, later), places=["Čebelarska ulica"])
    announce((later, later), service="gas", places=["Čebelarska ulica"])
    page = get("/notices?service=water&place=%C4%8Cebelarska+ulica").text
    address = re.search(r'<a href="(/notices\.ics[^"]*)"', page)[1].replace("&amp;", "&")
    answer = get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    parsed = Calendar.from_ical(answer.content)
    (event,) = parsed.walk("VEVENT")
    assert event["SUMMARY"] == "Water, interruption: Čebelarska ulica"
    assert event["URL"] == f"http://127.0.0.1:8001/record/{number}"
    assert parsed["NAME"] == "Notices: water, Čebelarska ulica"
    assert "LAST-MODIFIED" in event


@pytest.mark.parametrize(
    "query",
    [
        "day=x", "day=9999-12-31", "day=0001-01-01", "day=2026-02-30", "month=2026-13", "month=1900-01",
        "month=2199-12", "day=2199-12-31", "day=1900-01-01", "service=%00", "status='--", "site=%F0%9F%99%82",
        "place=%22%5B", "page=-1", "page=999999999", "place=" + "x" * 3000, "lang=xx&day=", "day=2026-W05-1",
        "find=%ED%A0%80",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/notices", "/notices.ics", "/notices/places"])
def test_nonsense_in_an_address_is_no_failure(get, announce, path, query):
    announce(("2026-01-29", "2026-01-29"), places=["Lipova ulica"])
    assert get(f"{path}?{query}").status_code == 200


HOSTILE = '"><script>alert(1)</script>{{ 7*7 }}\u202e' + "x" * 100_000


def test_hostile_text_is_text(get, announce):
    day = ("2026-01-29", "2026-01-29", HOSTILE)
    everything = {"issuer": HOSTILE, "area": HOSTILE, "reason": HOSTILE, "places": [HOSTILE, HOSTILE[:60]]}
    announce(day, ("zdaj", HOSTILE), title=HOSTILE, service=HOSTILE, action=HOSTILE, status=HOSTILE, **everything)
    announce(day, (HOSTILE, "2026-01-29"), title=HOSTILE, **everything)
    for path in ("/notices?day=2026-01-29", "/notices?month=2026-01", "/notices/places", "/notices.ics"):
        page = get(path)
        assert page.status_code == 200
        assert "<script>alert" not in page.text or path == "/notices.ics"
        assert "49" not in re.findall(r"\b49\b", page.text)
        assert len(page.content) < 500_000


def test_a_portal_of_many_notices_is_paged(get, announce, archive):
    with archive.connection.transaction():
        for number in range(45):
            announce(("2026-01-29", "2026-01-29"), places=[f"Pot {number}"])
    first, second = (get(f"/notices?day=2026-01-29&page={page}").text for page in (1, 2))
    assert (first.count('<article class="announced'), second.count('<article class="announced')) == (40, 5)
    assert "45 notices are in force" in first


@pytest.mark.parametrize(
    ("sql", "step"),
    [
        (asked.BEGINNING, "SEARCH w USING COVERING INDEX notice_windows_span"),
        (asked.HOLDING, "SEARCH w USING INDEX notice_windows_span"),
        (obituaries.HELD, "SEARCH c USING COVERING INDEX ceremonies_at"),
    ],
)
def test_days_are_found_by_an_index(archive, sql, step):
    values = dict.fromkeys(re.findall(r":([a-z_]+)", sql)) or (None,) * sql.count("?")
    steps = [row["detail"] for row in archive.connection.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert any(one.startswith(step) for one in steps), steps
