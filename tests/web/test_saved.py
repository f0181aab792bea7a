import asyncio
import os
import re
import sqlite3
from html import unescape

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.errors import NoAccessError, QueryError
from newsarchive.items import Record
from newsarchive.web import application
from newsarchive.web.saving import LONGEST, MOST, Searches

httpx = pytest.importorskip("httpx")


def bridge(number):
    return Record("article", "demo", f"https://demo.example/{number}", title=f"Most {number}", body="Nov most.")


@pytest.fixture
def searches(data):
    return Searches(data)


@pytest.fixture
def visitor(data):
    """A browser that keeps its cookies; forms are sent with the token of the page unless told otherwise."""

    class Visitor:
        def __init__(self, public=False):
            self.app = application(data / "archive.db", public=public)
            self.cookies = httpx.Cookies()

        def ask(self, method, path, form=None):
            async def ask():
                transport = httpx.ASGITransport(app=self.app)
                home = "http://127.0.0.1:8001"
                async with httpx.AsyncClient(transport=transport, base_url=home, cookies=self.cookies) as client:
                    answer = await client.request(method, path, data=form, headers={"accept-language": "en"})
                    self.cookies.update(client.cookies)
                    return answer

            return asyncio.run(ask())

        def see(self, path="/saved"):
            return self.ask("GET", path)

        def send(self, **form):
            token = re.search(r'name="csrftoken" value="([^"]+)"', self.see("/search?q=most").text)[1]
            return self.ask("POST", "/saved", {"csrftoken": token, **form})

    return Visitor


def text(page):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


@pytest.fixture
def bridges(archive):
    archive.save(bridge(1))
    return archive


def test_a_search_is_saved_and_tells_what_is_new(visitor, bridges):
    one = visitor()
    answer = one.send(action="add", name=" Mostovi  v dolini ", arguments="q=most&kind=article&page=3&evil=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/saved")
    assert "Mostovi v dolini nothing new" in text(one.see())
    bridges.save(bridge(2))
    bridges.save(bridge(3))
    page = one.see()
    assert "2 new records" in text(page)
    assert 'href="/export.atom?q=most&amp;kind=article"' in page.text


def test_opening_leads_to_what_is_new_and_marks_the_visit(visitor, bridges, searches):
    one = visitor()
    one.send(action="add", name="Mostovi", arguments="q=most")
    bridges.save(bridge(2))
    number = searches.all()[0].id
    answer = one.send(action="open", id=number, new="1")
    assert answer.headers["location"] == "/search?q=most&beyond=1"
    assert "1 record ·" in text(one.see(answer.headers["location"]))
    assert "nothing new" in text(one.see())
    assert one.send(action="open", id=number, new="1").headers["location"] == "/search?q=most"


def test_rename_and_delete(visitor, bridges, searches):
    one = visitor()
    one.send(action="add", name="Mostovi", arguments="q=most")
    number = searches.all()[0].id
    one.send(action="rename", id=number, name="<script>alert(1)</script>")
    assert "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>" in one.see().text
    one.send(action="rename", id=number, name="  ")
    assert searches.all()[0].name == "<script>alert(1)</script>"
    one.send(action="delete", id=number)
    assert searches.all() == []
    assert one.send(action="open", id=number).status_code == 404


def test_the_same_search_is_kept_once(visitor, bridges, searches):
    one = visitor()
    one.send(action="add", name="Ena", arguments="q=most")
    one.send(action="add", name="Dva", arguments="page=2&q=most")
    assert [(one.name, one.arguments) for one in searches.all()] == [("Dva", "q=most")]


def test_without_a_name_it_is_called_by_its_words(visitor, bridges, searches):
    one = visitor()
    one.send(action="add", arguments="q=most")
    one.send(action="add", name=" ", arguments="kind=notice&site=demo")
    assert [one.name for one in searches.all()] == ["demo, notice", "most"]


def test_an_empty_search_is_not_saved(visitor, bridges, searches):
    answer = visitor().send(action="add", name="Vse", arguments="page=2")
    assert answer.status_code == 400
    assert searches.all() == []


@pytest.mark.parametrize(
    "form", [{}, {"action": "burn", "id": "1"}, {"action": "delete", "id": "x"}, {"action": "open"}]
)
def test_nonsense_does_nothing(visitor, bridges, form):
    assert visitor().send(**form).status_code == 404


@pytest.mark.parametrize("cookies", [True, False])
def test_no_other_site_can_send_a_form(visitor, bridges, searches, cookies):
    one = visitor()
    if cookies:
        one.see("/search?q=most")
    answer = one.ask("POST", "/saved", {"action": "add", "name": "Tuje", "arguments": "q=most", "csrftoken": "guess"})
    assert answer.status_code == 403
    assert searches.all() == []


def test_looking_writes_nothing(visitor, bridges, data):
    one = visitor()
    for path in ("/saved", "/", "/search?q=most", "/saved?action=add&arguments=q=most"):
        assert one.see(path).status_code == 200
    assert not (data / "web.db").exists()


def test_an_open_archive_keeps_no_searches(visitor, bridges, searches):
    visitor().send(action="add", name="Skrivnost", arguments="q=most")
    bridges.save(bridge(2))
    stranger = visitor(public=True)
    assert "no searches are saved here" in text(stranger.see())
    assert "Save this search" not in text(stranger.see("/search?q=most"))
    for path in ("/saved", "/"):
        assert "Skrivnost" not in stranger.see(path).text
    assert stranger.ask("POST", "/saved", {"action": "delete", "id": "1"}).status_code == 403
    assert len(searches.all()) == 1


def test_a_folder_that_cannot_be_written_is_told(visitor, bridges, monkeypatch):
    def fail(*_):
        raise NoAccessError

    one = visitor()
    monkeypatch.setattr(Searches, "_write", fail)
    answer = one.send(action="add", name="Mostovi", arguments="q=most")
    assert answer.status_code == 503
    assert "the archive's folder cannot be written" in text(answer)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(visitor, bridges, data):
    one = visitor()
    data.chmod(0o500)
    try:
        assert one.send(action="add", name="Mostovi", arguments="q=most").status_code == 503
        assert one.see().status_code == 200
    finally:
        data.chmod(0o700)


def test_a_broken_file_is_told(visitor, bridges, data):
    (data / "web.db").write_bytes(b"no database at all" * 100)
    one = visitor()
    answer = one.see()
    assert (answer.status_code, "web.db" in text(answer)) == (503, True)
    assert one.see("/").status_code == 200


def test_a_query_that_is_understood_no_more(visitor, bridges, monkeypatch):
    one = visitor()
    one.send(action="add", name="Mostovi", arguments="q=most")
    bridges.save(bridge(2))

    def fail(*_, **__):
        raise QueryError("Close the quotation mark.", "kind", value="most")

    monkeypatch.setattr(Archive, "find", fail)
    assert "cannot be understood any more" in text(one.see())


def test_names_and_numbers_have_bounds(searches):
    searches.add("a" * 10_000, "q=a", 0)
    assert len(searches.all()[0].name) == LONGEST
    with sqlite3.connect(searches.path) as db:
        db.executemany(
            "INSERT INTO searches (name, arguments, visited, seen) VALUES ('x', ?, '', 0)",
            [(f"q={number}",) for number in range(MOST)],
        )
    searches.add("zadnje", "q=zadnje", 0)
    assert "zadnje" not in [one.name for one in searches.all()]
