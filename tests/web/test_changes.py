import dataclasses
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from lxml import html

from newsarchive.items import Record
from newsarchive.web.queries import changes as queries
from web import hostile

AT = datetime(2026, 1, 27, 8, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
BODY = "Uvodni stavek je tu. Dela bodo stala 12.000 evrov in trajala dlje. Zadnji stavek ostane."


def save(archive, name, bodies, kind="article", site="demo", **fields):
    record = Record(kind, site, f"https://{site}.example/{name}", title=f"Naslov {name}", **fields)
    for days, body in enumerate(bodies):
        number = archive.save(dataclasses.replace(record, body=body), seen_at=AT + timedelta(days=days)).id
    return number


@pytest.fixture
def made(archive):
    return {
        "comma": save(archive, "comma", [BODY, BODY.replace(" in ", ", in ")]),
        "number": save(archive, "number", [BODY, BODY.replace("12.000", "15.000")], site="drugi"),
        "name": save(archive, "name", ["Obisk. Prišla je Ana Novak sama.", "Obisk. Prišla je Ana Kovač sama."]),
        "still": save(archive, "still", [BODY, BODY]),
        "dead": save(archive, "dead", ["Umrl je pri 93 letih.", "Umrl je pri 94 letih."], kind="obituary"),
        "reread": None,
    }


def titles(page):
    return [one.split()[-1] for one in html.fromstring(page.content).xpath("//article//h2//bdi/text()")]


def test_the_most_altered_come_first_and_the_dead_are_not_ranked(get, made):
    assert titles(get("/changes")) == ["name", "number", "comma"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("site=drugi", ["number"]),
        ("alters=numbers", ["number"]),
        ("alters=names", ["name"]),
        ("alters=quotes", []),
        ("kind=obituary", ["dead"]),
        ("kind=notice", []),
        ("since=2026-01-28&until=2026-01-28", ["name", "number", "comma"]),
        ("since=2026-01-29", []),
        ("until=2026-01-27", []),
        ("until=9999-12-31&since=0001-01-01", ["name", "number", "comma"]),
        ("order=newest", ["name", "number", "comma"]),
    ],
)
def test_filters(get, made, query, found):
    assert sorted(titles(get(f"/changes?{query}"))) == sorted(found)


@pytest.mark.parametrize(
    "query",
    [
        "page=-1",
        "page=9999999999999",
        "since=jutri",
        "kind=x",
        "alters=%00",
        "site='\"<",
        "show=x",
        "until=" + "9" * 999,
    ],
)
def test_nonsense_is_ignored(get, made, query):
    assert get(f"/changes?{query}").status_code == 200
    assert get(f"/changes.atom?{query}").status_code == 200


def test_the_changed_sentence_is_shown(get, made):
    tree = html.fromstring(get("/changes?alters=numbers").content)
    gist = tree.xpath("//p[@class='gist']")[0]
    told = " ".join(gist.text_content().split())
    assert told == "Dela bodo stala [removed: 12.000 ][added: 15.000 ] evrov in trajala dlje."
    assert "The portal does not tell of it." in tree.xpath("string(//article)")
    assert tree.xpath("//article//a/@href")[1] == f"/record/{made['number']}/versions/2"


def test_who_tells_of_a_change_is_not_silent(get, archive):
    save(archive, "told", [BODY, BODY.replace("12", "15")], modified="2026-01-28T09:00:00+01:00")
    assert "The portal does not tell" not in get("/changes").text


def test_what_was_taken_down(get, archive, made):
    archive.note_gone("https://demo.example/name", at=AT + timedelta(days=5))
    assert titles(get("/changes?show=gone")) == ["name"]
    assert titles(get("/changes?show=gone&site=drugi")) == []
    assert titles(get("/changes?show=gone&since=2026-02-02")) == []


def test_paging(get, archive):
    for number in range(23):
        save(archive, f"n{number}", [f"Prišlo je {number} ljudi.", f"Prišlo je {number + 50} ljudi."])
    assert [len(titles(get(f"/changes?page={page}"))) for page in (1, 2, 3)] == [20, 3, 3]
    assert "page=2" in get("/changes").text


def test_only_edits_are_changes(get, archive):
    number = save(archive, "one", [BODY])
    archive.reread(number, dataclasses.replace(archive.get(number).record, body=BODY.replace("12", "15")))
    assert titles(get("/changes")) == []


def test_the_feed(get, archive, made):
    archive.note_gone("https://demo.example/name", at=AT + timedelta(days=5))
    page = get("/changes.atom")
    assert page.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(page.content)
    entries = feed.findall(f"{ATOM}entry")
    assert entries[0].findtext(f"{ATOM}title") == "Taken down: Naslov name"
    assert len(entries) == 4
    number = next(one for one in entries if one.findtext(f"{ATOM}title") == "Naslov number")
    assert number.find(f"{ATOM}link").get("href") == f"http://127.0.0.1:8001/record/{made['number']}/versions/2"
    assert "[−12.000−][+15.000+]" in number.findtext(f"{ATOM}summary")
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == "http://127.0.0.1:8001/changes.atom"
    assert len({one.findtext(f"{ATOM}id") for one in entries}) == 4


def test_an_empty_feed_is_one_too(get):
    assert ElementTree.fromstring(get("/changes.atom").content).findtext(f"{ATOM}updated")


@pytest.mark.parametrize("text", [hostile.SCRIPT, hostile.TURNED + hostile.SCRIPT, hostile.WORD, hostile.QUOTES])
def test_hostile_changes_do_nothing(get, archive, text):
    for number in (1, 2):
        one = hostile.record(text, "article", number)
        archive.save(one, seen_at=AT)
        later = dataclasses.replace(one, title=f"{text} 5", body=f"{text} 7\n\n\x0c{one.body}")
        archive.save(later, seen_at=AT + timedelta(days=1))
        archive.note_gone(one.url, at=AT + timedelta(days=2))
    for path in ("/changes", "/changes?show=gone"):
        hostile.check(get(path))
    ElementTree.fromstring(get("/changes.atom").content)


@pytest.mark.parametrize("asked", [queries.Asked(), queries.Asked("demo"), queries.Asked(None, "article")])
def test_no_question_looks_through_everything(archive, asked):
    edits, gone = queries.EDITS.format(among=queries.among(asked)), queries.GONE.format(more=queries.more(asked))
    for sql, index in ((edits, "USING COVERING INDEX versions_edited"), (gone, "USING INDEX records_gone")):
        rows = archive.connection.rows(f"EXPLAIN QUERY PLAN {sql}", queries._values(asked))
        steps = [row["detail"] for row in rows]
        assert index in steps[0]
        assert not any("SCAN" in step or "TEMP B-TREE" in step for step in steps), steps
