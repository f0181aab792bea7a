import itertools
import json
import os
import random
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsarchive.archive import Archive, duplicates
from newsarchive.archive.duplicates import CROWD, MOST, link, twins, unlink
from newsarchive.archive.duplicates.resemblance import Wording, replaced, score
from newsarchive.archive.duplicates.sketch import MARKS, marks, plain

RELEASE = """Občina Dolina je s podjetjem Gradis podpisala pogodbo za obnovo mostu čez Rečico, vredno 412.000 evrov.

Dela se bodo začela marca in bodo končana do novembra, je povedala direktorica občinske uprave Ana Zidar. V tem času bo
promet urejen izmenično, avtobusi bodo ustavljali na nadomestnih postajah, pešci pa bodo hodili po brvi.

Most so nazadnje obnovili leta 1987. Od takrat se je promet podvojil, nosilna konstrukcija pa je dotrajala, zato je bil
most od lani zaprt za tovornjake.

Denar bosta prispevala občina in ministrstvo za infrastrukturo, za razsvetljavo pa bodo poskrbeli pri zavodu Luč."""

NOTICE = (
    "Komunalno podjetje Dolina obvešča uporabnike, da bo v {day} med 8. in 12. uro zaradi vzdrževalnih del na omrežju "
    "prekinjena dobava pitne vode na območju {street}. Uporabnike prosimo za razumevanje in jim svetujemo, da si "
    "pripravijo zalogo vode."
)
ENDING = (
    "Portal soustvarjajo naročniki, ki omogočajo neodvisno novinarstvo v regiji. Za objavo fotografij potrebujete "
    "pisno dovoljenje uredništva, besedila pa smete navajati z imenom vira in povezavo."
)
THIRD, FOURTH = "četrtek, 29. januarja 2026,", "petek, 30. januarja 2026,"


def nonsense(seed, words=150):
    dice = random.Random(seed)
    return " ".join("".join(dice.choices("abeikmnoprstuvz", k=dice.randint(2, 9))) for _ in range(words))


@pytest.fixture
def put(archive, article):
    """Store a text, in the place of what the record said, and link it; give its number."""

    def put(body, title="Naslov", lead=None, *, site="demo", number=None):
        if number is None:
            number = store(archive, article, site)
        archive.connection.execute(
            "UPDATE records SET title = ?, lead = ?, body = ? WHERE id = ?", (title, lead, body, number)
        )
        link(archive.connection, number, title, lead, body, site)
        return number

    return put


counter = itertools.count()


def store(archive, article, site="demo"):
    name = f"{site}-{next(counter)}"
    return archive.save(article(name, site=site, title=name, body=None)).id


@pytest.fixture
def links(archive):
    """Tell all links: two numbers, the score and what differs."""

    def ask():
        rows = archive.connection.rows("SELECT record, other, score, differs FROM duplicates ORDER BY record, other")
        return [(row["record"], row["other"], row["score"], json.loads(row["differs"])) for row in rows]

    return ask


# What is linked


def test_a_press_release_on_two_portals(archive, put):
    first = put(RELEASE, "Most bo obnovljen", site="demo")
    second = put(RELEASE.rpartition("\n\n")[0], "Podpisali so pogodbo za most", site="drugi")
    [twin] = twins(archive.connection, first)
    assert (twin.record, twin.site, twin.title) == (second, "drugi", "Podpisali so pogodbo za most")
    assert 0.6 < twin.score < 0.95
    assert "names" in twin.differs, "the end that was cut named Luč"


def test_a_notice_that_moved_by_a_day(archive, put):
    first = put(NOTICE.format(day=THIRD, street="Jenkove ceste"))
    second = put(NOTICE.format(day=FOURTH, street="Jenkove ceste"))
    [twin] = twins(archive.connection, second)
    assert twin.record == first
    assert twin.differs == ["numbers", "četrtek 29 -> petek 30"]


def test_the_same_text_twice(archive, put, links):
    first, second = put(RELEASE), put(RELEASE.replace("»", "„"), "NASLOV", site="drugi")
    assert links() == [(second, first, 1.0, ["typography"])]


def test_what_differs_reads_from_the_older_to_the_newer_whoever_is_saved_last(put, links):
    first = put(NOTICE.format(day=FOURTH, street="Jenkove ceste"))
    put(NOTICE.format(day=FOURTH, street="Jenkove ceste"))
    put(NOTICE.format(day=THIRD, street="Jenkove ceste"), number=first)
    assert [differs for *_, differs in links()] == [["numbers", "četrtek 29 -> petek 30"]]


def test_twins_are_told_in_both_directions_the_most_alike_first(archive, put):
    changed = RELEASE.replace("Most so nazadnje obnovili", "Nekoč, pred davnimi leti, so ga že obnavljali")
    numbers = [put(changed), put(RELEASE), put(RELEASE)]
    assert [twin.record for twin in twins(archive.connection, numbers[1])] == [numbers[2], numbers[0]]
    assert [twin.record for twin in twins(archive.connection, numbers[0])] == numbers[1:]
    scores = [twin.score for twin in twins(archive.connection, numbers[1])]
    assert scores[0] == 1.0 > scores[1]


# What is not


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NOTICE.format(day=THIRD, street="Jenkove ceste"), NOTICE.format(day=THIRD, street="Titove ulice")),
        (f"{nonsense(1)}\n\n{ENDING}", f"{nonsense(2)}\n\n{ENDING}"),
        (nonsense(1), nonsense(2)),
        ("Zaprto do petka.", "Zaprto do torka."),
        ("Zahvala", "Osmrtnica"),
    ],
    ids=["another street", "the same ending", "nothing in common", "short texts that differ", "one word each"],
)
def test_different_texts_are_not_linked(put, links, one, other):
    put(one)
    put(other)
    assert links() == []


def test_short_texts_are_linked_when_they_say_the_same(put, links):
    first, second = put("Zaprto do petka."), put("Zaprto – do petka!")
    assert links() == [(second, first, 1.0, ["typography"])]


@pytest.mark.parametrize("nothing", [None, "", " \n", "!!! …"])
def test_a_record_without_text_has_no_twins(put, links, rows, nothing):
    put(nothing, None)
    put(nothing, None)
    assert links() == []
    assert rows("SELECT * FROM sketches") == []


def test_a_title_alone_is_no_text(put, links):
    put(None, "Foto: zimske radosti otrok na sankališču v Dolini pri Hribu")
    put(None, "Foto: zimske radosti otrok na sankališču v Dolini pri Hribu")
    assert links() == []


# What stays right over time


def test_linking_again_changes_nothing(put, links, rows):
    first, second = put(RELEASE), put(RELEASE + "\n\nDodatek.")
    before = links(), rows("SELECT * FROM sketches")
    for number, body in ((first, RELEASE), (second, RELEASE + "\n\nDodatek."), (first, RELEASE)):
        put(body, number=number)
    assert (links(), rows("SELECT * FROM sketches")) == before


def test_a_text_that_changes_loses_its_former_links(put, links):
    first, second, third = put(RELEASE), put(RELEASE), put(RELEASE)
    put(nonsense(3), number=second)
    assert [row[:2] for row in links()] == [(third, first)]
    put(None, number=third)
    assert links() == []


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_the_order_in_which_records_come_does_not_matter(archive, article, put, links, order):
    texts = [RELEASE, RELEASE.rpartition("\n\n")[0], nonsense(4), NOTICE.format(day=THIRD, street="Jenkove ceste")]
    numbers = [store(archive, article) for _ in range(8)]
    for place in [*order, *(4 + place for place in order)]:
        put(texts[place % 4], number=numbers[place])
    base = numbers[0]
    found = {(row[0] - base, row[1] - base): row[2:] for row in links()}
    assert set(found) == {(1, 0), (4, 0), (4, 1), (5, 0), (5, 1), (5, 4), (6, 2), (7, 3)}
    assert found[5, 0] == found[1, 0]


def test_unlinking_leaves_nothing(archive, put, rows):
    first, second = put(RELEASE), put(RELEASE)
    unlink(archive.connection, second)
    assert rows("SELECT record FROM sketches GROUP BY record") == [first]
    assert rows("SELECT * FROM duplicates") == []


def test_a_record_that_is_removed_takes_its_links_along(archive, put, rows):
    first, second = put(RELEASE), put(RELEASE)
    archive.connection.execute("DELETE FROM versions WHERE record = ?", (first,))
    archive.connection.execute("DELETE FROM records WHERE id = ?", (first,))
    assert rows("SELECT record FROM sketches GROUP BY record") == [second]
    assert rows("SELECT * FROM duplicates") == []


def test_a_row_that_never_ends_stays_cheap(put, links):
    for number in range(3 * CROWD):
        put(NOTICE.format(day=f"{number}. {number}.", street="Jenkove ceste"))
    counts = [sum(1 for row in links() if row[0] == record) for record in {row[0] for row in links()}]
    assert max(counts) == MOST
    newest = links()[-1]
    assert newest[0] - newest[1] < CROWD, "the newest are looked at"


def test_a_twin_is_found_among_many_notices_of_one_issuer(archive, put):
    streets = [f"{nonsense(seed, 1).title()}ove ulice" for seed in range(3 * CROWD)]
    numbers = [put(NOTICE.format(day=THIRD, street=f"{one} in {one}na")) for one in streets]
    moved = put(NOTICE.format(day=FOURTH, street=f"{streets[7]} in {streets[7]}na"))
    assert [twin.record for twin in twins(archive.connection, moved)] == [numbers[7]]


def test_a_press_release_is_found_though_every_page_ends_alike(archive, put):
    for seed in range(2 * CROWD):
        put(f"{nonsense(seed, 60)}\n\n{ENDING}")
    first, second = put(f"{RELEASE}\n\n{ENDING}"), put(RELEASE, site="drugi")
    assert [twin.record for twin in twins(archive.connection, first)] == [second]


def test_records_from_before_anybody_looked_are_linked_when_the_file_is_upgraded(path, article):
    with Archive(path) as archive:
        for name in ("prvi", "drugi"):
            archive.save(article(name, body=RELEASE))
        for table in ("sketches", "duplicates"):
            archive.connection.execute(f"DELETE FROM {table}")
        archive.connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'fourth'")
    with Archive(path) as archive:
        assert [twin.record for twin in archive.twins(2)] == [1]


# The parts


def test_dates_and_figures_are_left_out_however_they_are_written():
    assert plain("v četrtek, 29. januarja 2026, ob 7.30") == plain("V torek 3. 2. OB sedmih") == [b"v", b"ob"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("„Čas“ je zla\u00adto…", '"cas" je zlato'), ("Čas", "C\u030cas"), ("ob\u00a0reki", "OB REKI"), ("½ 10²", "")],
)
def test_typography_makes_no_other_words(one, other):
    assert plain(one) == plain(other)


def test_texts_in_another_script_are_linked_too(put, links):
    text = "Општина је потписала уговор за обнову моста преко реке."
    first, second, _ = put(text), put(f"{text} Радови почињу."), put("Воде неће бити у целом граду, јавља комунално.")
    assert [row[:2] for row in links()] == [(second, first)]


def test_a_sketch_is_small_and_fits_into_the_database():
    found = marks(RELEASE)
    assert len(found) == len(set(found)) == MARKS
    assert all(0 <= mark < 2**48 for mark in found)


def test_a_sketch_is_the_same_in_every_process():
    code = "from newsarchive.archive.duplicates.sketch import *; print(marks('čas je zlato in voda teče 5 dni dol'))"
    command = [sys.executable, "-c", code]
    runs = [
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in "12"
    ]
    assert runs[0] == runs[1] != b"[]\n"


def test_texts_that_share_half_their_words_share_about_half_their_marks():
    shared = [
        len(set(marks(nonsense(seed))) & set(marks(f"{nonsense(seed)} {nonsense(-seed - 1)}"))) for seed in range(40)
    ]
    assert 0.4 < sum(shared) / len(shared) / MARKS < 0.6


def test_names_that_are_added_are_not_replaced():
    one, other = Wording((None, None, "Pride Ana.")), Wording((None, None, "Pride Ana in z njo Eva."))
    assert replaced(one, other) == replaced(other, one) == 0
    assert replaced(one, Wording((None, None, "Pride Eva."))) == 1


PART = st.none() | st.text() | st.text(alphabet="abč 1.\0\n🚧\ud800„“A")
TEXT = st.tuples(PART, PART, PART)


@given(TEXT, TEXT)
def test_resemblance_has_no_direction(one, other):
    found = score(Wording(one), Wording(other))
    assert 0 <= found <= 1
    assert found == score(Wording(other), Wording(one))
    assert score(Wording(one), Wording(one)) == 1


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    with Archive(tmp_path_factory.mktemp("shelf") / "archive.db") as archive:
        yield archive


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["", RELEASE, NOTICE, "a b", "🚧 \0 č"]), st.text())))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_texts_in_any_order(shelf, article, any_order):
    numbers = [shelf.save(article(f"kos-{place}", title=str(place), body=None)).id for place in range(4)]
    for number in numbers:
        unlink(shelf.connection, number)
    for place, start, text in any_order:
        link(shelf.connection, numbers[place], text, start, text, "demo")
    rows = list(shelf.connection.rows("SELECT record, other, score FROM duplicates"))
    assert all(row["other"] < row["record"] and 0 <= row["score"] <= 1 for row in rows)


HOSTILE = {
    "a megabyte of one word": "beseda " * 150_000,
    "a megabyte without a blank": "a" * 1_000_000,
    "a megabyte of different words": nonsense(5, 170_000),
    "NULs": "\0 " * 1000,
    "emoji": "🚧🚧 " * 1000,
    "half characters": "\ud800 beseda " * 100,
    "digits": "1 2 3 4 5 6 7 8 9 10",
    "marks on nothing": "\u0301 " * 1000,
    "lines": "\n" * 10_000 + "beseda",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text(archive, article, name):
    numbers = [store(archive, article) for _ in range(2)]
    started = time.process_time()
    for number in numbers:
        link(archive.connection, number, None, None, HOSTILE[name], "demo")
    assert time.process_time() - started < 5


def test_a_link_that_fails_leaves_the_former_ones_where_the_caller_takes_back_the_rest(
    archive, put, links, monkeypatch
):
    first, _ = put(RELEASE), put(RELEASE)
    before = links()
    monkeypatch.setattr(duplicates, "marks", lambda found: 1 / 0)
    with pytest.raises(ZeroDivisionError), archive.transaction():
        put(RELEASE, number=first)
    assert links() == before
