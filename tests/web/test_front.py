import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest

from newsarchive.items import Ceremony, Notice, Obituary, Record, Window
from newsarchive.web.queries import front as asking
from newsarchive.web.saving import Searches

TODAY = datetime.now().astimezone().date()


def day(before):
    return (TODAY - timedelta(days=before)).isoformat()


def article(number, published, site="demo"):
    return Record("article", site, f"https://{site}.example/{number}", title=f"Članek {number}", published=published)


def text(page):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def test_an_empty_archive_says_how_to_fill_it(get):
    page = get("/")
    assert page.status_code == 200
    assert "newsarchive demo" in text(page)


def test_what_came_in_today_by_kind(get, archive):
    archive.save(article(0, day(9)), seen_at=datetime.now(UTC) - timedelta(days=8))
    for number in range(1, 9):
        archive.save(article(number, day(number)))
    archive.save(Record("notice", "demo", "https://demo.example/z", title="Zapora", published=day(0)))
    page = get("/")
    assert "What came in today articles 8 Članek 1" in text(page)
    assert "notices 1 Zapora" in text(page)
    assert "/search?kind=article&amp;beyond=1&amp;order=newest" in page.text
    assert "Članek 7" not in text(page), "the first six only"


def test_without_anything_today_the_last_day_is_told(get, archive):
    archive.save(article(1, day(3)), seen_at=datetime.now(UTC) - timedelta(days=3))
    assert "Nothing has come in today" in text(get("/"))
    assert "Članek 1" in text(get("/"))


def test_the_chart_links_to_days(get, archive):
    archive.save(article(1, day(0)))
    archive.save(article(2, f"{day(2)}T08:00:00+01:00"))
    page = get("/")
    assert f'href="/search?since={day(2)}&amp;until={day(2)}"' in page.text
    assert [numbers for _, numbers in asking.days(archive, TODAY)][-3:] == [{"article": 1}, {}, {"article": 1}]


def test_dates_in_the_future_are_no_days_of_the_chart(archive):
    archive.save(article(1, day(1)))
    archive.save(article(2, "2999-01-01"))
    assert asking.days(archive, TODAY)[-1] == (day(1), {"article": 1})


@pytest.mark.parametrize(
    ("published", "last", "usual", "unusual"),
    [
        ([0, 2, 4, 6, 8, 10], 0, 2, False),
        ([5, 7, 8, 9, 10, 12], 5, 2, True),
        ([5, 7], 5, None, False),
        ([1, 2, 3, 4, 5, 6], 1, 1, False),
    ],
)
def test_silence_is_told_where_it_is_longer_than_usual(archive, published, last, usual, unusual):
    for number, before in enumerate(published):
        archive.save(article(number, day(before)))
    archive.save(article(99, "2020"))
    told = asking.silence(archive, "demo", TODAY)
    assert (told.days, told.usual, told.unusual) == (last, usual, unusual)


def test_a_silent_site_stands_first(get, archive):
    for number, before in enumerate([5, 6, 7, 8, 9, 10]):
        archive.save(article(number, day(before), "tihi"))
    for number in range(20):
        archive.save(article(number, day(0), "glasni"))
    page = text(get("/"))
    assert page.index("tihi", page.index("Last published")) < page.index("glasni", page.index("Last published"))
    assert "silent for 5 days, until now 1 at most" in page


def test_notices_in_force_and_ceremonies_to_come(get, archive):
    windows = [Window(starts=day(1), ends=day(-1), edtf=f"{day(1)}/{day(-1)}")]
    archive.save(Record("notice", "demo", "https://demo.example/n", title="Zapora", notices=[Notice(windows=windows)]))
    late = [Window(starts=day(-1), ends=day(-2), edtf="")]
    archive.save(Record("notice", "demo", "https://demo.example/m", title="Voda", notices=[Notice(windows=late)]))
    ceremony = Ceremony(kind="funeral", at=f"{day(-1)}T15:00:00+01:00", place="Pokopališče Podbreg")
    past = Ceremony(kind="funeral", at=f"{day(1)}T15:00:00+01:00", place="Pokopališče Nadbreg")
    dead = Obituary(name="Cilka Vzorec", ceremonies=[ceremony, past])
    archive.save(Record("obituary", "demo", "https://demo.example/o", title="Cilka Vzorec", obituaries=[dead]))
    page = text(get("/"))
    assert "In force today 1 notice" in page
    assert "Ceremonies of the coming days Cilka Vzorec" in page
    assert "Pokopališče Podbreg" in page
    assert "Pokopališče Nadbreg" not in page


def test_saved_searches_with_something_new(get, archive, data):
    Searches(data).add("Članki", "q=članek", 0)
    Searches(data).add("Brez novega", "q=xyzzy", 0)
    archive.save(article(1, day(0)))
    page = text(get("/"))
    assert "New in saved searches Članki 1 new record" in page
    assert "Brez novega" not in page


def test_foreign_text_is_text(get, archive):
    archive.save(
        Record("article", "demo", "https://demo.example/x", title="<script>x</script>" + "a" * 10**6, body="b" * 10**6)
    )
    page = get("/")
    assert "<script>x" not in page.text
    assert len(page.content) < 50_000


def test_it_speaks_slovene(get, archive):
    archive.save(article(1, day(0)))
    assert "Prispelo danes" in text(get("/", "sl"))
