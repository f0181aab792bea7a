import unicodedata

import pytest

from newsarchive.archive.clean import clean
from newsarchive.items import Ceremony, Image, Notice, Obituary, Record, Window


@pytest.mark.parametrize(
    ("dirty", "kept"),
    [
        ("Zapora\0 ceste", "Zapora ceste"),
        ("c\u030cas", "čas"),
        ("pol \ud83d para", "pol \ufffd para"),
        ("🙂 \x07\u200b", "🙂 \x07\u200b"),
        ("\0", ""),
    ],
)
def test_text(dirty, kept):
    record = clean(Record("article", "demo", "http://demo.si/a", title=dirty, tags=[dirty], evidence={dirty: dirty}))
    assert (record.title, record.tags, record.evidence) == (kept, [kept], {kept: kept})


def test_addresses_keep_their_form_but_can_be_stored():
    decomposed = unicodedata.normalize("NFD", "http://demo.si/čas")
    record = clean(Record("article", "demo", decomposed, aliases=[f"{decomposed}\0\ud800"], images=[Image(decomposed)]))
    assert record.url == decomposed
    assert record.aliases == [f"{decomposed}\ufffd"]
    assert record.images[0].url == decomposed


def test_every_part_is_reached():
    dirty = "a\0"
    record = Record(
        "notice", dirty, dirty, lead=dirty, body=dirty, authors=[dirty], images=[Image(dirty, dirty, dirty, dirty)],
        notices=[Notice(dirty, places=[dirty], windows=[Window(dirty, dirty, dirty)])],
        obituary=Obituary(dirty, age=3, ceremonies=[Ceremony(dirty, dirty, dirty)]),
    )  # fmt: skip
    assert "\\u0000" not in repr(clean(record))
    assert "\\x00" not in repr(clean(record))
    assert clean(record).obituary.age == 3


def test_the_original_stays_as_it_is():
    record = Record("article", "demo", "http://demo.si/a", title="a\0", tags=["b\0"])
    clean(record)
    assert (record.title, record.tags) == ("a\0", ["b\0"])
