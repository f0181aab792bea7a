import tracemalloc
from datetime import date

import pytest

DATES = ["2026-01-26", "2026-01-27T09:12:00+01:00", "2026-01-28", "2026-01", "2026", "2025-12-31T23:59:00+01:00", None]


@pytest.fixture
def dated(archive, article):
    for number, published in enumerate(DATES):
        archive.save(article(str(number), published=published))
    return archive


@pytest.mark.parametrize(
    ("wanted", "dates"),
    [
        ({"since": "2026-01-27"}, [1, 2, 3, 4]),
        ({"since": date(2026, 1, 27)}, [1, 2, 3, 4]),
        ({"until": "2026-01-27"}, [0, 1, 3, 4, 5]),
        ({"since": "2026-01-27", "until": "2026-01-27"}, [1, 3, 4]),
        ({"since": "2026-01"}, [0, 1, 2, 3, 4]),
        ({"until": "2025"}, [5]),
        ({"since": "2026", "until": "2026"}, [0, 1, 2, 3, 4]),
        ({"since": "2027"}, []),
        ({}, [0, 1, 2, 3, 4, 5, 6]),
    ],
    ids=str,
)
def test_a_date_counts_as_far_as_it_is_known(dated, wanted, dates):
    assert [DATES.index(stored.record.published) for stored in dated.records(**wanted)] == dates


def test_records_come_in_the_order_of_their_numbers(dated):
    assert [stored.id for stored in dated.records()] == list(range(1, 8))
    assert [stored.id for stored in dated.records(limit=3)] == [1, 2, 3]
    assert list(dated.records(limit=0)) == []


def test_records_can_be_saved_while_others_are_read(dated, article):
    for stored in dated.records():
        dated.save(article(stored.record.url.rpartition("/")[2], published=stored.record.published, body="Novo."))
    assert {stored.record.body for stored in dated.records()} == {"Novo."}


@pytest.mark.parametrize("key", [99, "99", "https://demo.example/nikjer", "", "0", -1, "٣", "9" * 30, 10**30])
def test_what_is_not_there_is_none(dated, key):
    assert dated.get(key) is None


@pytest.mark.parametrize("key", [1, "1", "https://demo.example/novice/0", "http://www.demo.example/novice/0/"])
def test_a_record_by_number_or_address(dated, key):
    assert dated.get(key).id == 1


def test_versions_of_nothing(archive):
    assert archive.versions(1) == []


def test_memory_does_not_grow_with_the_number_of_records(archive, article):
    with archive.transaction():
        for number in range(300):
            archive.save(article(str(number), body=f"{number} " + "beseda " * 1000))

    def peak(limit):
        tracemalloc.start()
        assert sum(1 for _ in archive.records(limit=limit)) == limit
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(10)
    assert peak(300) < peak(30) * 1.5
