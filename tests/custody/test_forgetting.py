import gzip
import json
import shutil
from contextlib import suppress
from pkgutil import resolve_name

import pytest

from custody.forgettable import ABOUT_HER, CILKA, HOME, NAME, TEXT, TRACES, Portal, build, page, traces
from custody.library import START, drawing
from newsarchive.archive import Archive, ForgottenError
from newsarchive.custody.forgetting import ForgetError, bury, bury_ahead, finish, forget, plan, unfinished
from newsarchive.custody.locks import alone, writing
from newsarchive.custody.verifying import verify
from newsarchive.items import Image, Record
from newsarchive.pictures import store
from newsarchive.snapshots import Exchange, Place, load, payload_digest

REASON = "The family asked for it."


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    return build(tmp_path_factory.mktemp("forgetting") / "data")


@pytest.fixture
def data(kept, tmp_path):
    return shutil.copytree(kept, tmp_path / "data")


def take_down(data, key=CILKA, persons=(), reason=REASON):
    with alone(data, "forgetting"), Archive(data / "archive.db") as archive:
        return forget(data, archive, plan(data, archive, key, persons), reason)


def whole(data):
    report = verify(data)
    assert [finding.text for finding in report.findings] == []


def test_the_archive_is_full_of_her(data):
    assert {word for _, word in traces(data)} == set(TRACES)


def test_nothing_is_left(data):
    take_down(data, persons=[NAME])
    assert traces(data) == []
    whole(data)


def test_without_a_person_other_records_are_left_alone(data):
    take_down(data)
    left = {word for _, word in traces(data)}
    assert left == {"cilke zgled", "zgled kova"}
    with Archive(data / "archive.db") as archive:
        assert ABOUT_HER in archive.get(f"{HOME}/novice/3").record.body
    whole(data)


def test_a_plan_changes_nothing(data):
    before = contents(data)
    with Archive(data / "archive.db", readonly=True) as archive:
        made = plan(data, archive, CILKA, [NAME])
    assert (made.versions, len(made.images)) == (2, 1)
    assert [(one.url, one.blacked) for one in made.mentions] == [(f"{HOME}/novice/3", True)]
    assert made.addresses == {"demo.example/osmrtnice/cilka-zgled-kova%C4%8D", "demo.example?p=17"}
    assert contents(data) == before


def contents(data):
    return {path: path.read_bytes() for path in data.rglob("*") if path.is_file() and "archive.db-" not in path.name}


def test_it_is_logged_without_personal_data(data):
    take_down(data, persons=[NAME])
    with Archive(data / "archive.db") as archive:
        row = archive.connection.row("SELECT reason, removed FROM forgets")
    removed = json.loads(row["removed"])
    assert (row["reason"], removed["state"], removed["record"], removed["versions"]) == (REASON, "done", 1, 2)
    assert removed["records"] == [4]
    assert len(removed["images"]) == 1
    assert "persons" not in removed


def test_it_is_never_archived_again(data):
    take_down(data)
    with Archive(data / "archive.db") as archive:
        assert archive.buried([CILKA, f"{HOME}/?p=17&utm_source=x", f"{HOME}/novice/1"]) == {
            CILKA,
            f"{HOME}/?p=17&utm_source=x",
        }
        with pytest.raises(ForgottenError):
            archive.save(Record("obituary", "demo", f"{HOME}/nova", title=NAME, aliases=[CILKA]))


def test_a_picture_of_another_record_stays(data):
    before = {path.name for path in (data / "images").rglob("*.png")}
    take_down(data)
    after = {path.name for path in (data / "images").rglob("*.png")}
    assert (len(before), len(after)) == (2, 1)


def test_pages_of_other_records_stay_readable(data):
    take_down(data, persons=[NAME])
    with Archive(data / "archive.db") as archive:
        for number in (1, 2, 3):
            stored = archive.get(f"{HOME}/novice/{number}")
            found = archive.snapshot(stored.snapshot)
            first = archive.snapshot(found.original) if found.original else None
            page = load(data, Place(found.file, found.offset, found.length), first and place_of(first)).body.decode()
            assert stored.record.body in page
            assert ("Bor Vzorec" in page, "Zadnje osmrtnice" in page) == (True, True)
        assert (
            archive.get(f"{HOME}/novice/3").record.body
            == "Ravnateljica se je poslovila. Od █████ so se poslovili tudi njeni učenci."
        )
        assert [hit.id for hit in archive.search("ravnateljica")] == [4]
        assert archive.search("Cilka") == []


def place_of(one):
    return Place(one.file, one.offset, one.length)


def test_lists_that_show_it_go_and_others_stay(data):
    take_down(data)
    with Archive(data / "archive.db") as archive:
        urls = {one.url.removeprefix(HOME) for one in archive.snapshots()}
        assert archive.fetch(CILKA) is None
        assert list(archive.mentions([CILKA, f"{HOME}/novice/1"])) == [f"{HOME}/novice/1"]
    assert urls == {"/robots.txt", "/novice/1", "/novice/2", "/novice/3", "/slike/sveca.png"}


@pytest.mark.parametrize("reason", ["", "  ", f"{NAME} ni več", "Cilke Zgled Kovač ne sme biti", f"glej {CILKA}"])
def test_a_reason_that_tells_or_is_none(data, reason):
    with pytest.raises(ForgetError, match=r"--reason"):
        take_down(data, reason=reason)
    with Archive(data / "archive.db") as archive:
        assert archive.get(CILKA)


@pytest.mark.parametrize("key", ["https://demo.example/nikjer", "99", "../../etc/passwd", "", "0"])
def test_something_unknown(data, key):
    with pytest.raises(ForgetError, match="not in the archive"):
        take_down(data, key=key)


def test_a_person_of_one_word(data):
    with pytest.raises(ForgetError, match="give first and family name"):
        take_down(data, persons=["Cilka"])


STEPS = [
    "newsarchive.custody.forgetting.rewriting.rewrite",
    "newsarchive.custody.forgetting.rewriting.sha256",
    "newsarchive.custody.forgetting.journal.Journal.save",
    "newsarchive.custody.forgetting.doing.erase",
    "newsarchive.custody.forgetting.doing.wipe",
    "newsarchive.custody.forgetting.doing.fold",
    "pathlib.Path.replace",
    "newsarchive.pictures.remove",
]


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("at", [1, 2, 3])
@pytest.mark.parametrize("step", STEPS)
def test_an_interrupted_takedown_is_finished(data, monkeypatch, step, at):
    """Whatever step it is killed at, the next start finishes it and nothing is left."""
    with alone(data, "forgetting"), Archive(data / "archive.db") as archive:
        made = plan(data, archive, CILKA, [NAME])
        with monkeypatch.context() as patch:
            patch.setattr(step, killing(step, at))
            with suppress(Killed):
                forget(data, archive, made, REASON)
    with alone(data, "forgetting"), Archive(data / "archive.db") as archive:
        finish(data, archive)
        assert unfinished(archive) == []
        if not archive.connection.value("SELECT count(*) FROM forgets"):
            forget(data, archive, made, REASON)
    assert traces(data) == []
    whole(data)


def killing(step, at):
    """Give the function of that name, that kills when called for the nth time."""
    calls = iter(range(1, 1000))
    path, _, name = step.rpartition(".")
    real = getattr(resolve_name(path), name)

    def kill(*args, **named):
        if next(calls) == at:
            raise Killed
        return real(*args, **named)

    return kill


def test_a_page_that_came_back_under_another_address(data):
    with writing(data), Archive(data / "archive.db") as archive:
        work = Portal(data, archive, at=START.replace(day=27))
        number = work.keep(f"{HOME}/nova-osmrtnica", page(NAME, TEXT + " Znova."))
        other = Record("article", "demo", f"{HOME}/kopija", title="Kopija", body="Znova.")
        again = work.keep(other.url, page(NAME, TEXT + " Znova."), other)
        work.end()
        removed = bury(data, archive, [number, 9999])
        assert archive.snapshot(number) is None
        assert list(removed.snapshots) == [str(number)]
        assert archive.buried([f"{HOME}/nova-osmrtnica"])
        moved = archive.snapshot(again)
        assert moved.original is None
        assert NAME in load(data, place_of(moved)).body.decode()
    whole(data)


def test_an_interrupted_burial_is_finished(data, monkeypatch):
    with writing(data), Archive(data / "archive.db") as archive:
        work = Portal(data, archive, at=START.replace(day=27))
        number = work.keep(f"{HOME}/nova-osmrtnica", page(NAME, TEXT + " Znova."))
        work.end()
        with monkeypatch.context() as patch, suppress(Killed):
            patch.setattr("pathlib.Path.replace", killing("pathlib.Path.replace", 2))
            bury(data, archive, [number])
        assert list((data / "warc").rglob("*.forgetting"))
    with alone(data, "forgetting"), Archive(data / "archive.db") as archive:
        finish(data, archive)
        assert unfinished(archive) == []
        assert archive.snapshot(number) is None
    whole(data)


def test_buried_before_it_was_ever_archived(data):
    with alone(data, "forgetting"), Archive(data / "archive.db") as archive:
        bury_ahead(archive, [f"{HOME}/osmrtnice/prihodnja"], REASON)
        assert archive.buried([f"{HOME}/osmrtnice/prihodnja/"])
        with pytest.raises(ForgetError, match="is archived"):
            bury_ahead(archive, [CILKA], REASON)
        for url in (HOME, f"{HOME}/", "osmrtnica"):
            with pytest.raises(ForgetError, match="not the address of one page"):
                bury_ahead(archive, [url], REASON)
    whole(data)


def test_a_short_title_blacks_out_nothing_elsewhere(tmp_path):
    """ "Da" is cut where a card leads to its page, and stays everywhere else."""
    data = tmp_path / "data"
    url = f"{HOME}/novice/da"
    with Archive(data / "archive.db") as archive:
        work = Portal(data, archive)
        work.keep(url, page("Da", "Da."), Record("article", "demo", url, title="Da", body="Da."))
        words = "Predsednik je odgovoril: Da. Da in ne."
        work.keep(f"{HOME}/novice/1", page("Most", words, f'<li><a href="{url}">Da</a></li>'),
                  Record("article", "demo", f"{HOME}/novice/1", title="Most", body=words))  # fmt: skip
        work.keep(f"{HOME}/o-nas", page("O nas", "Da, to smo mi."))
        work.end()
    take_down(data, url)
    with Archive(data / "archive.db") as archive:
        stored = archive.get(f"{HOME}/novice/1")
        assert stored.record.body == words
        text = load(data, place_of(archive.snapshot(stored.snapshot))).body.decode()
        assert words in text
        assert "novice/da" not in text
        assert [one.url for one in archive.snapshots()] == [f"{HOME}/novice/1", f"{HOME}/o-nas"]
    whole(data)


def test_a_sentence_that_others_print_too_is_nobodys(tmp_path):
    """The name of a service and its usual words stay where another record prints them."""
    data = tmp_path / "data"
    usual = "Zaradi vzdrževalnih del bo prekinjena dobava vode."
    with Archive(data / "archive.db") as archive:
        work = Portal(data, archive)
        for number in (1, 2):
            url = f"{HOME}/obvestila/{number}"
            work.keep(url, page(f"Obvestilo {number}", usual), Record("notice", "demo", url, title="Voda", body=usual))
        work.end()
    take_down(data, f"{HOME}/obvestila/1")
    with Archive(data / "archive.db") as archive:
        stored = archive.get(f"{HOME}/obvestila/2")
        found = archive.snapshot(stored.snapshot)
        assert found.redacted is None
        assert usual in load(data, place_of(found)).body.decode()
    whole(data)


def test_a_damaged_file_stops_it_before_anything_is_changed(data):
    path = next((data / "warc").rglob("*.warc.gz"))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ForgetError, match="verify --repair"):
        take_down(data)
    with Archive(data / "archive.db") as archive:
        assert archive.get(CILKA)
        assert archive.connection.value("SELECT count(*) FROM forgets") == 0


def test_a_packed_page_of_another_record_is_stored_unpacked(tmp_path):
    data = tmp_path / "data"
    url, shown = f"{HOME}/novice/1", page("Most", "Most je odprt.", f'<li><a href="{CILKA}">{NAME}</a></li>')
    headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"), ("ETag", '"1"')]
    headers.append(("Link", f"<{CILKA}>; rel=prev"))
    with Archive(data / "archive.db") as archive:
        work = Portal(data, archive)
        work.obituary(TEXT)
        body = gzip.compress(shown.encode())
        asked = [("Referer", CILKA), ("User-Agent", "x")]
        place = work.writer.write(Exchange(url, work.at, 200, headers, body, request_headers=asked))
        where = {name: getattr(place, name) for name in ("file", "offset", "length")}
        told = {"site": "demo", "fetched_at": work.at, "status": 200, "digest": payload_digest(body), **where}
        number = archive.note_snapshot(url, mime="text/html", run=work.run, **told)
        archive.save(Record("article", "demo", url, title="Most", body="Most je odprt."), snapshot=number)
        work.end()
    take_down(data)
    with Archive(data / "archive.db") as archive:
        found = load(data, place_of(archive.snapshot(number)))
    assert found.body.decode() == page("Most", "Most je odprt.")
    assert found.header("Content-Length") == str(len(found.body))
    assert (found.header("Content-Encoding"), found.header("ETag")) == (None, None)
    assert found.header("Link") == "<█████>; rel=prev".encode().decode("latin-1")
    assert dict(found.request_headers)["Referer"] == "█████".encode().decode("latin-1")
    assert traces(data) == []
    whole(data)


def stored(data):
    """Give the addresses of all stored responses."""
    with Archive(data / "archive.db") as archive:
        return {one.url.removeprefix(HOME) for one in archive.snapshots()}


def test_a_picture_that_was_led_elsewhere(data):
    """Its address sends a reader on to where its bytes are."""
    body = drawing(77)
    with writing(data), Archive(data / "archive.db") as archive:
        work = Portal(data, archive, at=START.replace(day=26))
        url = f"{HOME}/novice/77"
        shown = Record("article", "demo", url, title="Portret", body="Slika.", images=[Image(f"{HOME}/slike/p.png")])
        work.keep(url, page("Portret", "Slika."), shown)
        work.redirect("/slike/p.png", "/cdn/p.png")
        work.fetch(f"{HOME}/cdn/p.png", body, mime="image/png")
        sha256, path = store(data, body, "png")
        archive.note_image(f"{HOME}/slike/p.png", "kept", sha256=sha256, path=path, bytes=len(body))
        work.end()
    removed = take_down(data, url)
    assert removed.images == [sha256]
    assert not {one for one in stored(data) if "p.png" in one}
    assert not (data / path).exists()
    whole(data)


def test_a_picture_that_the_page_showed_before_it_was_edited(data):
    with writing(data), Archive(data / "archive.db") as archive:
        work = Portal(data, archive, at=START.replace(day=26))
        url, pictures = f"{HOME}/novice/77", []
        for at in (1, 2):
            text = f"Slika {at}."
            shown = Record(
                "article", "demo", url, title="Portret", body=text, images=[Image(f"{HOME}/slike/p{at}.png")]
            )
            work.keep(url, page("Portret", text, f'<img src="/slike/p{at}.png">'), shown)
            work.image(f"p{at}", 80 + at)
            pictures.append(archive.connection.row("SELECT sha256, path FROM images ORDER BY id DESC")[:])
        work.end()
    removed = take_down(data, url)
    assert sorted(removed.images) == sorted(sha256 for sha256, _ in pictures)
    assert not [path for _, path in pictures if (data / path).exists()]
    assert not {one for one in stored(data) if "/p1" in one or "/p2" in one}
    whole(data)


def test_a_former_picture_of_another_record_stays(data):
    with writing(data), Archive(data / "archive.db") as archive:
        work = Portal(data, archive, at=START.replace(day=26))
        work.image("p1", 81)
        archive.connection.execute("UPDATE record_images SET image = NULL, status = 'listed' WHERE url LIKE '%p1%'")
        work.end()
    before = stored(data)
    take_down(data)
    assert "/slike/p1.png" in before & stored(data)


def test_a_missing_file_does_not_stop_it(data):
    """It cannot be looked through, and the plan says so; what was only there goes from the tables."""
    first, second = sorted((data / "warc" / "demo").glob("*"))
    first.rename(f"{first}.damaged")
    with Archive(data / "archive.db", readonly=True) as archive:
        unseen = plan(data, archive, CILKA).unseen
    assert [sentence.split(" and was not")[0] for sentence in unseen] == [
        f"{first.relative_to(data)} is missing",
        f"{first.relative_to(data)}.damaged is not the archive's",
    ]
    take_down(data, persons=[NAME])
    assert not {one for one in stored(data) if "cilka" in one}
    assert {name for name, _ in traces(data) if ".damaged" not in name} == set()
    with Archive(data / "archive.db") as archive:
        assert unfinished(archive) == []
    assert second.exists()


def test_what_led_to_it_is_known_to_who_finishes(tmp_path, monkeypatch):
    """The redirect is gone from one file when the other is still to be cut."""
    data = tmp_path / "data"
    with writing(data), Archive(data / "archive.db") as archive:
        work = Portal(data, archive)
        work.article(1, aside='<li><a href="/kratko">Preberite</a></li>')
        work.end()
        work = Portal(data, archive, at=START.replace(day=24))
        work.redirect("/kratko", CILKA)
        work.obituary(TEXT)
        work.end()
        made = plan(data, archive, CILKA)
    assert "demo.example/kratko" in made.addresses
    with alone(data, "forgetting"), Archive(data / "archive.db") as archive:
        with monkeypatch.context() as patch, suppress(Killed):
            step = "newsarchive.custody.forgetting.rewriting.rewrite"
            patch.setattr(step, killing(step, 2))
            forget(data, archive, made, REASON)
        assert stored(data) == {"/novice/1"}
        finish(data, archive)
        row = archive.connection.row("SELECT removed FROM forgets")
    assert traces(data, ["kratko"]) == []
    assert json.loads(row["removed"]).keys().isdisjoint({"urls", "shown", "persons", "pages"})
    whole(data)


def test_lists_that_led_to_a_page_that_came_back_go_too(data):
    with writing(data), Archive(data / "archive.db") as archive:
        work = Portal(data, archive, at=START.replace(day=27))
        card = f'<li><a href="/nova">{NAME}</a></li>'
        work.keep(f"{HOME}/seznam", f"<html><ul>{card}<li><a href='/novice/1'>Most</a></li></ul></html>")
        work.article(2, aside=card)
        number = work.keep(f"{HOME}/nova", page(NAME, TEXT + " Znova."))
        work.end()
        bury(data, archive, [number])
        (shown,) = [one for one in archive.snapshots(url=f"{HOME}/novice/2") if one.redacted]
        assert NAME not in load(data, place_of(shown)).body.decode()
    assert "/seznam" not in stored(data)
    whole(data)


def test_leftovers_of_killed_programs_go_too(data):
    copy = data / ".restored" / "warc"
    copy.mkdir(parents=True)
    (copy / "x.warc").write_text(NAME, "utf-8")
    half = data / "images" / "ab" / "x.part"
    half.parent.mkdir(exist_ok=True)
    half.write_text(NAME, "utf-8")
    take_down(data, persons=[NAME])
    assert traces(data) == []


THOUGHT_OF = {
    *("records", "versions", "aliases", "record_authors", "record_tags", "record_images", "notices", "notice_windows"),
    *("obituaries", "ceremonies", "sketches", "duplicates"),  # go with it
    *(
        "authors",
        "tags",
        "images",
        "snapshots",
        "fetches",
        "mentions",
        "runs",
        "templates",
        "term_lemma",
    ),  # cleaned
    *("warcs", "sites", "forgets", "tombstones"),  # tell of no page
}
"""Tables, by what a takedown does about them."""


def test_a_takedown_thinks_of_every_table(data):
    """A new table: make sure that it goes with its record or is cleaned (erasing.py), and add it above."""
    with Archive(data / "archive.db") as archive:
        names = archive.connection.db.table_names()
    assert {name for name in names if not name.startswith(("_", "sqlite_", "records_fts"))} == THOUGHT_OF


def test_no_word_is_left_that_only_it_held(data):
    terms = "SELECT DISTINCT term FROM term_lemma"
    with Archive(data / "archive.db") as archive:
        before = {row[0] for row in archive.connection.rows(terms)}
    take_down(data, persons=[NAME])
    with Archive(data / "archive.db") as archive:
        left = {row[0] for row in archive.connection.rows(terms)}
        assert all(archive.find(term).total for term in left)
    assert {"cilka", "zgled", "žalostno"} <= before - left


def test_what_was_learned_of_pages_tells_no_name(data):
    bodies = ['{"content":["article.tag-cilka-zgled-kovac > p"]}', '{"content":["article > p"]}']
    with writing(data), Archive(data / "archive.db") as archive:
        for body in bodies:
            archive.note_template("demo", body, pages=9, reader="0.1.0+x")
    take_down(data, persons=[NAME])
    with Archive(data / "archive.db") as archive:
        left = [row["body"] for row in archive.connection.rows("SELECT body FROM templates ORDER BY version")]
    assert left == ['{"content": ["article.tag-█████ > p"]}', bodies[1]]
    assert traces(data) == []


def test_twins_tell_no_name_that_was_blacked_out(data):
    with writing(data), Archive(data / "archive.db") as archive:
        told = json.dumps(["names", "Zgled -> Vzorec"])
        archive.connection.execute("INSERT INTO duplicates VALUES (4, 3, 0.9, ?)", (told,))
    take_down(data, persons=[NAME])
    with Archive(data / "archive.db") as archive:
        assert archive.connection.value("SELECT differs FROM duplicates") == '["names"]'
