from datetime import date, timedelta
from itertools import count

import pytest
from icalendar import Calendar

from newsarchive.items import Ceremony, Obituary, Record
from newsarchive.web.queries import obituaries as asked

TODAY = date.today()  # noqa: DTZ011 (the pages' own)
NUMBERS = count()


@pytest.fixture
def mourn(archive):
    """Save an obituary."""

    def mourn(given, family, *held, published="2026-01-27", **values):
        name = " ".join(part for part in (given, family) if part)
        person = Obituary(name, given, family, ceremonies=[Ceremony(*one) for one in held], **values)
        url = f"http://localhost/o/{next(NUMBERS)}"
        return archive.save(Record("obituary", "demo", url, title=name, published=published, obituary=person)).id

    return mourn


def test_those_of_the_last_month_are_shown(get, mourn):
    mourn("Ana", "Primer", published="2025-12-31", born="1932", died="2025-12-30")
    number = mourn("Bor", "Zgled", maiden_name="Vzorec", born="1940-05-01", died="2026-01-26", residence="Velenje")
    page = get("/obituaries", "sl").text
    assert f'<a href="/record/{number}"><bdi>Bor Zgled</bdi></a>' in page
    assert "roj. Vzorec" in page
    assert "1940–2026" in page
    assert "Ana Primer" not in page
    assert "Ana Primer" in get("/obituaries?month=2025-12").text
    assert 'href="/obituaries?month=2025-12#shown"' in page


def test_ceremonies_of_the_coming_days(get, mourn):
    day = (TODAY + timedelta(days=2)).isoformat()
    mourn("Ana", "Primer", ("funeral", f"{day}T14:00:00+01:00", "pokopališče Kal"), ("mass", f"{day}T08:30:00+01:00"))
    mourn("Bor", "Zgled", ("funeral", (TODAY - timedelta(days=1)).isoformat()), published="2020-01-01")
    page = get("/obituaries", "sl").text
    assert page.index("Maša ob 8.30") < page.index("Pogreb ob 14.00, <bdi>pokopališče Kal</bdi>")
    assert "Bor Zgled" not in page


def test_the_order_is_that_of_the_alphabet(archive, mourn):
    for name in ("Čuk", "Cvek", "čebelar", "Žagar", "Zver", "Šmid", "Sova", "Ćosić", "Dolar", "Öhler", "Њего", None):
        mourn("Ana", name)

    def names(letter):
        return [one.obituary.name for one in asked.of_letter(archive, letter, limit=10)[0]]

    assert names("C") == ["Ana Cvek"]
    assert names("Č") == ["Ana čebelar", "Ana Čuk"]
    assert names("Ć") == ["Ana Ćosić"]
    assert names("S") == ["Ana Sova"]
    assert names("Ž") == ["Ana Žagar"]
    assert set(names("-")) == {"Ana", "Ana Öhler", "Ana Њего"}
    there = [letter for letter, found in asked.letters(archive).items() if found]
    assert there == ["C", "Č", "Ć", "D", "S", "Š", "Z", "Ž", "-"]


def test_names_of_one_letter_are_sorted_and_paged(archive, mourn):
    for name in ("Kuhar", "Kočar", "Kocjan", "Košir", "Kos"):
        mourn("Ana", name)
    found, number = asked.of_letter(archive, "K", limit=3, offset=1)
    assert [one.obituary.name for one in found] == ["Ana Kočar", "Ana Kos", "Ana Košir"]
    assert number == 5


def test_a_page_of_a_letter(get, mourn):
    mourn("Ana", "Žagar", ("funeral", "2026-01-30T10:00:00+01:00"))
    page = get("/obituaries?letter=%C5%BE", "sl").text
    assert "Priimki na Ž" in page
    assert "Ana Žagar" in page
    assert "Pogreb: petek, 30. 1. 2026 ob 10.00" in page


def test_ceremonies_have_a_calendar(get, mourn):
    day = (TODAY + timedelta(days=2)).isoformat()
    number = mourn("Ana", "Primer", ("funeral", f"{day}T14:00:00+01:00", "pokopališče, Kal"), ("mass", None))
    answer = get("/obituaries.ics", "sl")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (event["SUMMARY"], event["LOCATION"]) == ("Pogreb: Ana Primer", "pokopališče, Kal")
    assert event["URL"] == f"http://127.0.0.1:8001/record/{number}"


def test_an_empty_archive(get):
    assert "No ceremonies are announced" in get("/obituaries").text
    assert "There is no obituary here." in get("/obituaries").text
    assert b"VEVENT" not in get("/obituaries.ics").content


@pytest.mark.parametrize(
    "query",
    [
        "month=x",
        "month=1900-01",
        "month=2199-12",
        "letter=%00",
        "letter=AB",
        "letter=%F0%9F%99%82",
        "page=x",
        "page=99999",
    ],
)
def test_nonsense_in_an_address_is_no_failure(get, mourn, query):
    mourn("Ana", "Primer")
    for path in ("/obituaries", "/obituaries.ics"):
        assert get(f"{path}?{query}").status_code == 200


def test_hostile_text_is_text(get, mourn):
    evil = '"><script>alert(1)</script>{{ 7*7 }}\u202e' + "x" * 100_000
    day = (TODAY + timedelta(days=2)).isoformat()
    mourn(evil, f"A{evil}", (evil, f"{day}T14:00:00+01:00", evil), (evil, evil, evil), maiden_name=evil, born=evil,
          died=evil, residence=evil)  # fmt: skip
    for path in ("/obituaries", "/obituaries?letter=A", "/obituaries.ics"):
        page = get(path)
        assert page.status_code == 200
        assert "<script>alert" not in page.text or path == "/obituaries.ics"
        assert len(page.content) < 200_000
