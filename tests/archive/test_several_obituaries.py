"""A page that mourns several persons: all of them are kept, in their order."""

import dataclasses

from newsarchive.items import Ceremony, Obituary, Record

ANA = Obituary("Ana Zgled", "Ana", "Zgled", ceremonies=[Ceremony("funeral", "2026-01-30", "Podkraj")])
BOR = Obituary("Bor Zgled", "Bor", "Zgled", age=93, ceremonies=[Ceremony("mass"), Ceremony("funeral")])
BOTH = Record("obituary", "demo", "https://demo.example/osmrtnice/zgled", title="Ana in Bor", obituaries=[ANA, BOR])


def test_they_come_back_in_order(archive):
    stored = archive.get(archive.save(BOTH).id).record
    assert stored == BOTH
    assert [one.name for one in stored.obituaries] == ["Ana Zgled", "Bor Zgled"]
    assert stored.obituary is stored.obituaries[0]


def test_each_has_a_row_with_its_position(archive, rows):
    archive.save(BOTH)
    assert rows("SELECT position || name FROM obituaries ORDER BY id") == ["0Ana Zgled", "1Bor Zgled"]
    assert rows("SELECT kind FROM ceremonies ORDER BY id") == ["funeral", "mass", "funeral"]
    assert rows("SELECT name FROM obituaries_by_day ORDER BY name") == ["Ana Zgled", "Bor Zgled"]


def test_one_more_and_one_less(archive, rows):
    archive.save(BOTH)
    archive.save(dataclasses.replace(BOTH, obituary=BOR, obituaries=[BOR]))
    assert rows("SELECT name FROM obituaries") == ["Bor Zgled"]
    archive.save(BOTH)
    assert rows("SELECT count(*) FROM obituaries UNION ALL SELECT count(*) FROM ceremonies") == [2, 3]


def test_a_record_of_an_earlier_version_is_read():
    old = {name: value for name, value in BOTH.to_dict().items() if name != "obituaries"}
    assert [one.name for one in Record.from_dict(old).obituaries] == ["Ana Zgled"]


def test_the_first_is_the_obituary_whichever_was_given():
    one = Record("obituary", "demo", "https://demo.example/a", obituary=ANA)
    other = Record("obituary", "demo", "https://demo.example/a", obituaries=[ANA])
    assert one == other
    assert one.obituaries == [ANA]
    assert other.obituary is ANA
    assert dataclasses.replace(BOTH, obituary=BOR).obituaries == [BOR, BOR]
