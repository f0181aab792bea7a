import dataclasses

import pytest

from newsarchive import __version__
from newsarchive.archive import BadRecordError
from newsarchive.items import Ceremony, Image, Notice, Obituary, Record, Window

NOTICE = Record(
    "notice",
    "demo",
    "https://demo.example/obvestila/zapora",
    title="Zapora Jenkove ceste",
    lead="Zaprto bo.",
    body="Jenkova cesta bo zaprta.\n\nObvoz bo urejen.",
    authors=["Ana Primer", "Bor Vzorec", "Ana Primer"],
    source="Občina",
    section="Obvestila",
    tags=["ceste", "promet"],
    language="sl",
    published="2026-01-27T09:12:00+01:00",
    modified="2026-01-28",
    published_raw="27. januar 2026 ob 9:12",
    images=[Image("https://demo.example/1.jpg", "Most", "Ana Primer", "Most čez reko"), Image("https://demo.example/2.jpg")],
    notices=[
        Notice(
            "Komunala", "road", "closure", "Jenkova cesta in Cesta talcev", ["Jenkova cesta", "Cesta talcev"], "dela",
            "announced", [Window("2026-01-29T07:00+01:00", "2026-01-29T17:00+01:00", "2026-01-29"), Window("2026")],
        ),
        Notice("Elektro", "electricity"),
    ],
    aliases=["https://demo.example/?p=17", "http://www.demo.example/arhiv/zapora/"],
    evidence={"title": "json-ld", "notices.0.windows.0": "v četrtek"},
)  # fmt: skip
OBITUARY = Record(
    "obituary",
    "demo",
    "https://demo.example/osmrtnice/ana-primer",
    title="Ana Primer",
    obituary=Obituary(
        "Ana Primer", "Ana", "Primer", "Vzorec", "1932", "2026-01-25", 93, "Podkraj",
        [Ceremony("funeral", "2026-01-30T15:00:00+01:00", "Podkraj"), Ceremony("mass", None, "Cerkev")], "vsi njeni",
    ),
)  # fmt: skip


@pytest.mark.parametrize("record", [NOTICE, OBITUARY], ids=["notice", "obituary"])
def test_a_record_comes_back_whole(archive, record, sound):
    saved = archive.save(record)
    assert saved.outcome == "new"
    assert archive.get(saved.id).record == record


def test_what_the_archive_adds(archive, article, clock):
    stored = archive.get(archive.save(article(lead="En dva."), seen_at=clock()).id)
    assert stored.first_seen == stored.last_seen == "2026-01-27T08:00:00.000Z"
    assert stored.gone_at is None
    assert stored.word_count == 8
    assert len(stored.digest) == 32
    assert stored.extractor == __version__


def test_the_same_again_is_unchanged_and_writes_next_to_nothing(archive, clock, rows):
    number = archive.save(NOTICE, seen_at=clock()).id
    before = archive.connection.value("SELECT total_changes()")
    assert archive.save(NOTICE, seen_at=clock()).outcome == "unchanged"
    assert archive.connection.value("SELECT total_changes()") - before == 1
    stored = archive.get(number)
    assert (stored.first_seen[14:16], stored.last_seen[14:16]) == ("00", "01")
    assert len(archive.versions(number)) == 1


def test_an_older_sight_does_not_turn_the_clock_back(archive, article, clock):
    early, late = clock(), clock()
    number = archive.save(article(), seen_at=late).id
    archive.save(article(), seen_at=early)
    assert archive.get(number).last_seen == "2026-01-27T08:01:00.000Z"


@pytest.mark.parametrize(
    "change", [{"title": "Drug naslov"}, {"lead": "Uvod."}, {"body": "Drugo besedilo."}, {"body": None}], ids=str
)
def test_other_words_make_a_version(archive, article, change, sound):
    archive.save(article())
    saved = archive.save(article(**change))
    assert saved.outcome == "changed"
    first, second = archive.versions(saved.id)
    assert (first.cause, second.cause) == ("published", "edited")
    assert (first.title, first.lead, first.body) == (article().title, None, article().body)
    assert (second.title, second.lead, second.body) == tuple(
        getattr(article(**change), name) for name in ("title", "lead", "body")
    )
    assert [first.number, second.number] == [1, 2]


def test_typography_makes_no_version_but_is_kept(archive, article):
    archive.save(article(body='Rekel je: "Da" - in šel.'))
    saved = archive.save(article(body="Rekel je: „Da“ – in šel."))
    assert saved.outcome == "unchanged"
    assert archive.get(saved.id).record.body == "Rekel je: „Da“ – in šel."
    assert len(archive.versions(saved.id)) == 1


def test_there_and_back_again_are_three_versions(archive, article):
    for body in ("ena", "dve", "ena"):
        saved = archive.save(article(body=body))
    assert [version.body for version in archive.versions(saved.id)] == ["ena", "dve", "ena"]


def test_a_better_reading_is_no_edit(archive, article):
    archive.save(article())
    saved = archive.save(article(body="Bolje prebrano."), cause="reread")
    assert [version.cause for version in archive.versions(saved.id)] == ["published", "reread"]


OTHER = {
    "kind": "article",
    "source": "STA",
    "section": "Novice",
    "language": "de",
    "published": "2026-01-28",
    "published_raw": "včeraj",
    "modified": None,
    "authors": ["Bor Vzorec"],
    "tags": [],
    "images": [Image("https://demo.example/3.jpg", "Nov")],
    "notices": [Notice("Vodovod", "water", windows=[Window("2026-02-01")])],
    "obituary": Obituary("Bor Vzorec", ceremonies=[Ceremony("mass")]),
    "evidence": {},
}


@pytest.mark.parametrize("name", OTHER)
def test_what_is_no_text_changes_without_a_version(archive, name, sound):
    number = archive.save(NOTICE).id
    changed = dataclasses.replace(NOTICE, **{name: OTHER[name]})
    assert archive.save(changed).outcome == "unchanged"
    assert archive.get(number).record == changed
    assert len(archive.versions(number)) == 1


def test_an_obituary_can_lose_its_ceremonies(archive, rows):
    archive.save(OBITUARY)
    archive.save(dataclasses.replace(OBITUARY, obituary=Obituary("Ana Primer")))
    archive.save(dataclasses.replace(OBITUARY, obituary=None, obituaries=[]))
    assert rows("SELECT count(*) FROM obituaries UNION ALL SELECT count(*) FROM ceremonies") == [0, 0]


def test_a_date_once_known_is_not_forgotten(archive, article):
    archive.save(article(published_raw="27. 1. 2026", evidence={"published": "meta", "title": "h1"}))
    saved = archive.save(article(published=None, evidence={"title": "json-ld"}))
    record = archive.get(saved.id).record
    assert (record.published, record.published_raw) == (article().published, "27. 1. 2026")
    assert record.evidence == {"title": "json-ld", "published": "meta"}


def test_a_downloaded_picture_stays_with_its_address(archive, article, rows):
    first, second = Image("https://demo.example/1.jpg"), Image("https://demo.example/2.jpg", "Most")
    archive.save(article(images=[first, second]))
    archive.connection.execute("INSERT INTO images (sha256, path) VALUES ('aa', 'aa.jpg')")
    archive.connection.execute("UPDATE record_images SET image = 1, status = 'stored' WHERE position = 1")
    archive.save(article(images=[second, Image("https://demo.example/3.jpg")]))
    assert rows("SELECT url, image, status FROM record_images ORDER BY position") == [
        ("https://demo.example/2.jpg", 1, "stored"),
        ("https://demo.example/3.jpg", None, "listed"),
    ]


def test_authors_and_tags_are_shared(archive, article, rows):
    for name in ("a", "b"):
        archive.save(article(name, authors=["Ana Primer"], tags=["ceste"]))
    assert rows("SELECT count(*) FROM authors UNION ALL SELECT count(*) FROM tags") == [1, 1]


def test_being_seen_again_takes_back_that_it_is_gone(archive, article, clock):
    saved = archive.save(article(), seen_at=clock())
    archive.note_gone("http://www.demo.example/novice/most/", at=clock())
    archive.note_gone(article().url, at=clock())
    assert archive.get(saved.id).gone_at == "2026-01-27T08:01:00.000Z"
    archive.save(article())
    assert archive.get(saved.id).gone_at is None


def test_a_version_knows_its_raw_page(archive, article, rows):
    archive.connection.execute(
        "INSERT INTO snapshots (url, fetched_at, file, offset) "
        "VALUES ('http://demo.example/a', '2026-01-27T08:00:00.000Z', 'a.warc.gz', 0)"
    )
    saved = archive.save(article(), snapshot=1)
    assert [version.snapshot for version in archive.versions(saved.id)] == [1]


@pytest.mark.parametrize(
    ("values", "snapshot"),
    [
        ({"kind": "advert"}, None),
        ({}, 99),
        ({"section": ["a"]}, None),
        ({"obituary": Obituary("Ana", age=2**70)}, None),
        ({"obituary": Obituary("Ana", age="devetdeset")}, None),
    ],
    ids=["kind", "snapshot", "type", "number", "age"],
)
def test_what_the_schema_refuses_leaves_nothing_behind(archive, article, values, snapshot, rows, sound):
    archive.save(article("other"))
    with pytest.raises(BadRecordError, match=r"^The record cannot be stored .* address\.$"):
        archive.save(article(**values), snapshot=snapshot)
    assert rows(
        "SELECT count(*) FROM records UNION ALL SELECT count(*) FROM versions UNION ALL SELECT count(*) FROM obituaries"
    ) == [1, 1, 0]
    assert archive.save(article()).outcome == "new"


def test_an_address_that_is_no_text_is_refused_in_the_archives_own_words(archive):
    with pytest.raises(BadRecordError):
        archive.note_fetch("http://demo.example/\udcff", "demo", 200)
    with pytest.raises(BadRecordError):
        archive.note_mentions("demo", "http://demo.example/feed", {"http://demo.example/\udcff": "x"})


def test_several_saves_in_one_transaction_count_together_or_not_at_all(archive, article):
    def save_and_fail():
        with archive.transaction():
            archive.save(article("a"))
            archive.save(article("b"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save_and_fail()
    assert archive.counts() == {}
    with archive.transaction():
        archive.save(article("a"))
        with pytest.raises(BadRecordError):
            archive.save(article("b", kind="advert"))
    assert archive.counts() == {"demo": {"article": 1}}


@pytest.fixture
def statements(archive):
    """Note every statement that SQLite runs, without its values."""
    noted = []
    archive.connection.db.conn.set_trace_callback(lambda sql: noted.append(" ".join(sql.split())[:40]))
    return noted


def test_saving_asks_no_question_twice_and_none_about_the_schema(archive, statements):
    archive.save(NOTICE)
    assert len([sql for sql in statements if not sql.startswith("INSERT OR IGNORE INTO term_lemma")]) < 65
    statements.clear()
    archive.save(NOTICE)
    assert len(statements) < 10
    assert not any("PRAGMA" in sql or "sqlite_master" in sql for sql in statements)
    assert [sql.split()[0] for sql in statements].count("UPDATE") == 1
