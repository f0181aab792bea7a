"""What is published, when, and how it moves."""

import re
from collections import Counter
from datetime import date

import pytest

from newsarchive.demo import Portal
from newsarchive.demo.dice import dice
from newsarchive.demo.moves import Moves
from newsarchive.demo.when import FORMS, at, when, window
from newsarchive.demo.world import DAY_ONE, World, slugify


@pytest.fixture(scope="module")
def world():
    return World("demo", 200, 1)


def test_the_same_arguments_give_the_same_world(world):
    again = World("demo", 200, 1)
    assert [again.heads[number] for number in again.heads] == [world.heads[number] for number in world.heads]
    assert [again.story(number) for number in (0, 7, 150)] == [world.story(number) for number in (0, 7, 150)]


@pytest.mark.parametrize("other", [World("demo", 200, 2), World("demo-new", 200, 1)])
def test_another_seed_or_portal_gives_another_world(world, other):
    titles = {head.title for head in other.visible} & {head.title for head in world.visible}
    assert len(titles) < 20


def test_the_kinds_are_spread_as_on_real_portals(world):
    assert Counter(head.kind for head in world.visible) == {"article": 140, "notice": 36, "obituary": 24}


@pytest.mark.parametrize("size", [1, 2, 10, 50, 333])
def test_any_size_is_served_whole(size):
    assert len(World("demo", size, 1).visible) == size


def test_addresses_are_unique(world):
    slugs = [(head.kind, head.slug) for head in world.visible]
    assert len(set(slugs)) == len(slugs)


def test_publication_runs_forward_to_day_one(world):
    moments = [world.heads[number].published for number in world.heads]
    assert moments == sorted(moments)
    assert moments[-1].date() == DAY_ONE
    assert all(moment.utcoffset() is not None for moment in moments)


def test_titles_return_with_a_number_in_the_address():
    slugs = [head.slug for head in World("demo", 400, 1).visible]
    assert any(re.search(r"^(kam-za|pregled-prometnih|vremenska).*-2$", slug) for slug in slugs)


def test_a_closure_is_announced_twice_with_other_times(world):
    notices = [world.story(head.number) for head in world.visible if head.kind == "notice"]
    twins = [group for group in _by_title(notices).values() if len(group) == 2]
    assert twins
    first, second = twins[0]
    assert first.notices[0].places == second.notices[0].places
    assert first.notices[0].windows != second.notices[0].windows


def _by_title(stories):
    groups = {}
    for story in stories:
        groups.setdefault(story.head.title, []).append(story)
    return groups


def test_some_pages_hold_eight_notices_of_several_issuers(world):
    bundles = [world.story(head.number) for head in world.visible if head.kind == "notice"]
    eight = [story for story in bundles if len(story.notices) == 8]
    assert eight
    assert all(len({notice.issuer for notice in story.notices}) > 2 for story in eight)


def test_what_a_notice_means_stands_in_its_words(world):
    for head in world.visible:
        story = world.story(head.number)
        for notice in story.notices:
            assert notice.issuer in story.body
            assert notice.area in story.body
            assert notice.reason in story.body
            assert notice.windows
            assert all(len(place.split()) >= 2 for place in notice.places)


def test_what_an_obituary_means_stands_in_its_words(world):
    for head in world.visible:
        story = world.story(head.number)
        told = story.obituary
        if told is None:
            continue
        assert told.name.lower() in story.body.lower()
        assert f"{told.given_name} {told.family_name}" == told.name
        assert f"Žalujoči: {told.mourners}" in story.body
        assert (told.maiden_name or "") in story.body
        assert all(word[:3] in story.body for word in (told.residence or "").split())  # there it is declined
        assert told.age is None or f"{told.age} let" in story.body or f"{told.age + 1}. letu" in story.body
        assert told.died < told.ceremonies[0].at


def test_ages_are_those_of_the_printed_birthday():
    world = World("demo", 2_000, 3)
    dead = [world.story(head.number).obituary for head in world.visible if head.kind == "obituary"]
    exact = [one for one in dead if one.born and len(one.born) == 10 and one.age is not None]
    assert exact
    for one in exact:
        born, died = date.fromisoformat(one.born), date.fromisoformat(one.died)
        assert one.age == died.year - born.year - ((died.month, died.day) < (born.month, born.day))


@pytest.mark.parametrize("form", sorted(set(FORMS), key=lambda form: form.__name__))
def test_every_form_of_time_says_what_it_means(form):
    for seed in range(30):
        words, windows = form(dice(seed), date(2026, 1, 28))
        assert "2026" in words
        for one in windows:
            assert one.starts or one.ends
            assert one.edtf
            if one.starts and one.ends:
                assert one.starts <= one.ends
            hours = [part[11:13].lstrip("0") for part in (one.starts, one.ends) if part and len(part) > 10]
            assert all(hour in words for hour in hours)


def test_open_sides_are_null():
    assert window(None, date(2026, 1, 27)).starts is None
    assert window(None, date(2026, 1, 27)).edtf == "../2026-01-27"
    assert window(date(2026, 1, 27), date(2026, 1, 27)).edtf == "2026-01-27"


def test_a_notice_speaks_of_the_days_after_it():
    _words, windows = when(dice(1), at(date(2026, 1, 27), 9))
    assert (windows[0].starts or windows[0].ends) > "2026-01-27"


@pytest.mark.parametrize("everywhere", [True, False])
def test_each_day_brings_new_edited_and_removed(everywhere):
    moves = Moves("1/demo", 200, everywhere=everywhere)
    for day in range(2, 8):
        assert moves.published(day) - moves.published(day - 1) == 10
        assert len(moves.on(day).edited) == 5
        assert len(moves.on(day).vanished) == 2
        assert not moves.on(day).edited & moves.on(day).vanished


def test_nothing_is_edited_twice_or_after_it_vanished():
    moves = Moves("1/demo", 200, everywhere=True)
    touched = [number for day in range(2, 12) for number in (*moves.on(day).edited, *moves.on(day).vanished)]
    assert len(touched) == len(set(touched))


def test_a_day_does_not_depend_on_the_days_after_it():
    early, late = World("demo", 200, 1, 2), World("demo", 200, 1, 5)
    assert {number: late.heads[number].slug for number in early.heads} == {
        number: head.slug for number, head in early.heads.items()
    }


def test_a_cancellation_is_written_into_the_old_title():
    world = World("demo", 200, 1, 2)
    cancelled = [head for head in world.visible if head.revision and head.kind == "notice"]
    assert cancelled
    story = world.story(cancelled[0].number)
    assert story.head.title.startswith("PREKLICANO: ")
    assert "preklicano" not in story.head.slug
    assert {notice.status for notice in story.notices} == {"cancelled"}
    assert story.blocks[0].text.startswith("Dela so odpovedana")


def test_an_edit_changes_the_text_and_only_that():
    before, after = World("demo", 200, 1, 1), World("demo", 200, 1, 2)
    for number in after.moves.on(2).edited:
        assert after.story(number).body != before.story(number).body
        assert after.heads[number].modified > before.heads[number].modified
    still = set(before.heads) - after.moves.on(2).edited
    assert all(after.story(number) == before.story(number) for number in still)


def test_edits_of_portals_that_cannot_tell_fall_on_the_newest_ten():
    portal = Portal("classic", day=2)
    numbers = portal.template.world.moves.on(2).edited
    assert all(number >= 190 for number in numbers)


def test_truth_tells_what_happened_when():
    truth = Portal("wordpress", day=3).truth()
    assert len(truth) == 200 + 20 - 4
    assert len(truth.gone) == 4
    everything = (*truth.values(), *truth.gone.values())
    assert Counter(fact.appeared for fact in everything) == {1: 200, 2: 10, 3: 10}
    assert {day for fact in truth.values() for day in fact.changed} == {2, 3}
    assert {fact.vanished for fact in truth.gone.values()} == {2, 3}


@pytest.mark.parametrize(
    ("title", "slug"), [("»Čas«: 3 % več!", "cas-3-vec"), ("Žiga – Đuro", "ziga-uro"), ("a" * 200, "a" * 80)]
)
def test_slugs(title, slug):
    assert slugify(title) == slug
