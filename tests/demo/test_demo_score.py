"""The score: what a perfect archive is, and how each mistake shows."""

import dataclasses

import pytest

from newsarchive.demo import Portal, score
from newsarchive.demo.foreign import Fragments


@pytest.fixture(scope="module")
def truth():
    return Portal("wordpress", records=100).truth()


@pytest.fixture
def stored(truth):
    return [dataclasses.replace(fact.record) for fact in truth.values()]


def test_the_truth_itself_is_perfect(portal):
    truth = portal.truth()
    result = score((fact.record for fact in truth.values()), truth)
    assert result.perfect
    assert (result.expected, result.found, result.precision, result.recall) == (200, 200, 1.0, 1.0)
    assert set(result.right.values()) == {1.0}
    assert result.mistakes == []


def test_nothing_stored(truth):
    result = score([], truth)
    assert not result.perfect
    assert len(result.missing) == 100


def test_a_missing_record(truth, stored):
    result = score(stored[1:], truth)
    assert result.missing == [stored[0].url]
    assert not result.perfect


def test_a_stray_record(truth, stored):
    stored[0] = dataclasses.replace(stored[0], url="http://127.0.0.1:8017/o-nas/")
    result = score(stored, truth)
    assert result.stray == ["http://127.0.0.1:8017/o-nas/"]
    assert not result.perfect


def test_an_alias_is_the_same_item_and_twice_is_a_duplicate(truth, stored):
    alias = dataclasses.replace(stored[0], url=stored[0].aliases[0])
    result = score([alias, *stored[1:]], truth)
    assert (result.found, result.stray) == (len(truth), [])
    assert [name for _, name, _, _ in result.mistakes] == ["url"]
    result = score([alias, *stored], truth)
    assert result.duplicates == [stored[0].url]
    assert not result.perfect


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "notice"), ("title", "Drug naslov"), ("published", None), ("section", "Drugje")],
)
def test_a_wrong_field_is_not_perfect(truth, stored, field, value):
    stored[3] = dataclasses.replace(stored[3], **{field: value})
    result = score(stored, truth)
    assert result.right[field] == pytest.approx(0.99)
    assert [(url, name) for url, name, _, _ in result.mistakes] == [(stored[3].url, field)]
    assert not result.perfect


def test_one_wrong_field_is_told_and_spoils_it(truth, stored):
    stored[3] = dataclasses.replace(stored[3], authors=["Nekdo Drug"])
    result = score(stored, truth)
    assert result.right["authors"] == 0.99
    assert [(name, got) for _, name, _, got in result.mistakes] == [("authors", ["Nekdo Drug"])]
    assert not result.perfect


def test_too_much_and_too_little_text(truth, stored):
    half = [dataclasses.replace(one, body=one.body[: len(one.body) // 2]) for one in stored]
    double = [dataclasses.replace(one, body=f"{one.body}\n\nna koncu pa še {'nekaj ' * 300}") for one in stored]
    assert score(half, truth).recall < 0.8
    assert score(half, truth).precision > 0.98
    assert score(double, truth).precision < 0.8


def test_a_lead_kept_in_the_body_is_the_same_text_but_no_lead(truth, stored):
    merged = [
        dataclasses.replace(one, lead=None, body="\n\n".join(filter(None, (one.lead, one.body)))) for one in stored
    ]
    result = score(merged, truth)
    assert (result.precision, result.recall) == (1.0, 1.0)
    assert result.right["lead"] < 1


@pytest.mark.parametrize("part", ["title", "body", "name"])
def test_words_of_another_item(truth, stored, part):
    dead = next(one for one in stored if one.kind == "obituary")
    other = next(one for one in stored if one.kind == "article" and len(one.title.split()) > 4)
    taken = {"title": other.title, "body": other.body[:150], "name": dead.obituary.name}[part]
    mine = next(at for at, one in enumerate(stored) if one.url not in (dead.url, other.url))
    stored[mine] = dataclasses.replace(stored[mine], body=f"{stored[mine].body}\n\n{taken}")
    assert score(stored, truth).foreign == [stored[mine].url]


def test_words_that_two_items_share_are_nobodys(truth):
    first, second = (fact.record for fact in list(truth.values())[:2])
    shared = dataclasses.replace(second, lead=first.lead, body=first.body)
    assert Fragments([first, shared]).strange(first, shared) == []


def test_what_vanished_or_is_of_another_day_is_no_stray():
    yesterday, today = (Portal("modern", records=100, day=day).truth() for day in (1, 2))
    both = {url: fact.record for truth in (yesterday, today) for url, fact in truth.items()}
    assert score(both.values(), today).perfect
    result = score(both.values(), yesterday, also=set(today))
    assert result.stray == []
    assert score([fact.record for fact in yesterday.values()], yesterday).perfect


def test_an_outdated_text_is_noticed():
    old, new = (Portal("modern", records=100, day=day).truth() for day in (1, 2))
    records = [(old.get(url) or fact).record for url, fact in new.items()]
    result = score(records, new)
    edited = [fact.record.url for fact in new.values() if fact.changed]
    assert edited
    assert set(edited) <= {url for url, _, _, _ in result.mistakes}
