"""What a search gives back: the order, the counts, the pages, the same text on several sites."""

import importlib

import pytest

from newsarchive.archive import Also, Archive
from newsarchive.archive.search import pool
from newsarchive.items import Record

RELEASE = (
    "Komunalno podjetje obvešča, da bo Jenkova cesta zaradi del na vodovodu do konca tedna zaprta za ves promet, "
    "obvoz pa bo urejen po sosednjih ulicah; voznike prosimo za razumevanje in previdno vožnjo."
)


def save(archive, name, body="Most.", **values):
    site = values.pop("site", "demo")
    record = Record("article", site, f"https://{site}.example/{name}", title=values.pop("title", "Novica"), body=body)
    for field, value in values.items():
        setattr(record, field, value)
    return archive.save(record).id


def ids(results):
    return [hit.id for hit in results.hits]


@pytest.fixture
def dated(archive):
    """Records 1 to 6, of which the last has no date and the first has the word in its title."""
    days = ["2020-05-01", "2026-01-27T09:12:00+01:00", "2026-01", "2025-12-31", "2026-03-01", None]
    for number, day in enumerate(days, 1):
        title = "Most" if number == 1 else "Novica"
        save(archive, number, "Nov most.", title=title, published=day, section="Promet", authors=["Ana Primer"])
    return archive


def test_orders(dated):
    assert ids(dated.find("most", order="newest")) == [5, 2, 3, 4, 1, 6]
    assert ids(dated.find("most", order="oldest")) == [1, 4, 3, 2, 5, 6]
    assert ids(dated.find("most")) == [1, 5, 3, 2, 4, 6]
    assert [hit.score for hit in dated.find("most").hits] == sorted(h.score for h in dated.find("most").hits)[::-1]


def test_filters_alone_give_the_newest(dated):
    assert ids(dated.find(site="demo")) == [5, 2, 3, 4, 1, 6]
    assert ids(dated.find(year=2026)) == [5, 2, 3]
    assert ids(dated.find("after:2026-01-27")) == [5, 2, 3]
    assert dated.find(site="demo").hits[0].snippet == "Nov most."


def test_nothing_asked_finds_nothing(dated):
    for query, filters in (("", {}), ("  ", {}), ("🙂", {"site": "demo"}), ("-", {"site": "demo"})):
        found = dated.find(query, **filters)
        assert (found.hits, found.total, found.exact) == ([], 0, True)
        assert set(found.facets) == {"site", "kind", "section", "author", "year", "month"}


def test_counts_are_of_all_that_was_found(dated):
    save(dated, "x", site="other", authors=["Ana Primer", "Bor Vzorec"], published="2026-03-02")
    found = dated.find("mostovi", limit=1)
    assert (found.total, found.exact, len(found.hits)) == (7, True, 1)
    assert found.facets == {
        "site": [("demo", 6), ("other", 1)],
        "kind": [("article", 7)],
        "section": [("Promet", 6)],
        "author": [("Ana Primer", 7), ("Bor Vzorec", 1)],
        "year": [("2026", 4), ("2020", 1), ("2025", 1)],
        "month": [("2020-05", 1), ("2025-12", 1), ("2026-01", 2), ("2026-03", 2)],
    }


@pytest.mark.parametrize("name", ["site", "kind", "section", "author", "year"])
def test_each_count_is_what_its_filter_finds(dated, name):
    save(dated, "x", site="other", authors=["Bor Vzorec"], published="2026-03-02", section="Šport")
    for value, number in dated.find("most").facets[name]:
        assert dated.find("most", **{name: value}).total == number


def test_counts_follow_what_is_stored(dated):
    for _ in range(3):
        dated.find("most")
    save(dated, 1, "Nov most.", section="Kultura", published="2020-05-01")
    save(dated, "x", site="other")
    assert dict(dated.find("most").facets["section"]) == {"Kultura": 1, "Promet": 5}
    assert dict(dated.find("most").facets["site"]) == {"demo": 6, "other": 1}


def test_what_is_remembered_of_many_records_grows(dated, monkeypatch):
    remembered = importlib.import_module("newsarchive.archive.search.facts")
    monkeypatch.setattr(remembered, "QUICK", 0)
    monkeypatch.setattr(remembered, "RARELY", 10**9)
    for _ in range(3):
        dated.find("most")
    with Archive(dated.path) as other:
        save(other, "x", site="other", authors=["Bor Vzorec"])
    found = dated.find("most").facets
    assert dict(found["site"]) == {"demo": 6, "other": 1}
    assert dict(found["author"]) == {"Ana Primer": 6, "Bor Vzorec": 1}


def test_pages_follow_each_other(dated):
    for order in ("relevance", "newest", "oldest"):
        every = ids(dated.find("most", order=order))
        pages = [ids(dated.find("most", order=order, limit=2, offset=offset)) for offset in (0, 2, 4, 6)]
        assert [number for page in pages for number in page] == every


def test_the_same_text_on_several_sites_is_one_hit(archive):
    first = save(archive, "a", RELEASE, title="Zapora", published="2026-01-27")
    second = save(archive, "b", RELEASE, title="Zapora", site="drugi", published="2026-01-28")
    third = save(archive, "c", RELEASE, title="Zapora", site="tretji", published="2026-01-29")
    other = save(archive, "d", "Jenkova cesta je odprta.", title="Zapora", published="2026-02-01")
    found = archive.find("jenkova cesta zapora", order="newest")
    assert (ids(found), found.total) == ([other, third], 4)
    assert set(found.hits[1].also) == {
        Also(first, "demo", "https://demo.example/a"),
        Also(second, "drugi", "https://drugi.example/b"),
    }
    assert ids(archive.find("jenkova", site="drugi")) == [second]
    assert ids(archive.find("jenkova", order="newest", limit=1, offset=1)) == [third]


def test_records_of_one_site_are_never_one_hit(archive):
    numbers = [save(archive, name, RELEASE, title=f"Zapora {name}") for name in "ab"]
    save(archive, "c", RELEASE, title="Zapora", site="drugi")
    told = [{hit.id, *(other.id for other in hit.also)} for hit in archive.find("jenkova").hits]
    assert len(told) == 2
    assert not any(one >= set(numbers) for one in told)


def test_of_a_word_that_is_everywhere_the_newest_are_compared_and_those_with_it_in_the_title(dated, monkeypatch):
    monkeypatch.setattr(pool, "COMPARED", 2)
    monkeypatch.setattr(pool, "TITLED", 1)
    found = dated.find("most")
    assert (ids(found), found.total) == ([1, 5, 6], 6)
    assert ids(dated.find("most", order="oldest")) == [1, 4, 3, 2, 5, 6]


def test_more_than_can_be_counted_is_told(dated, monkeypatch):
    monkeypatch.setattr(pool, "MOST", 4)
    monkeypatch.setattr("newsarchive.archive.search.MOST", 4)
    found = dated.find("most")
    assert (found.total, found.exact) == (4, False)
    assert sum(number for _, number in found.facets["site"]) == 4


def test_forms_are_marked(archive):
    save(archive, "a", "Zaradi del bo Jenkova cesta zaprta.")
    (hit,) = archive.search("jenkove ceste")
    assert "⟦Jenkova⟧ ⟦cesta⟧ zaprta" in hit.snippet


def test_only_what_is_wanted_is_counted(dated):
    every = dated.find("most")
    found = dated.find("most", limit=0, counts=("month", "author"))
    assert (found.hits, found.total) == ([], every.total)
    assert found.facets == {name: every.facets[name] for name in ("author", "month")}
    assert dated.find("most", limit=0, counts=()).facets == {}


def test_what_came_in_after_a_record_is_found_by_words(dated):
    numbers = sorted(ids(dated.find("most")))
    for order in ("relevance", "newest"):
        assert sorted(ids(dated.find("most", beyond=numbers[2], order=order))) == numbers[3:]
