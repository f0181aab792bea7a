"""``newsarchive look --html``: the page with its regions in colour, one file, no script."""

import re
from html.parser import HTMLParser

import pytest
from lxml import html

from cli.test_look import BESIDE
from newsarchive.cli.looking.fates import LOOKS
from newsarchive.cli.looking.paper import paper
from newsarchive.extract import Page, read_page
from newsarchive.extract.explain import Told, explain
from newsarchive.items import Record

URL = "https://primer.example/novice/nov-most/"


def drawn(source=BESIDE):
    page = Page(source, URL)
    record = read_page(page)
    return paper(record, "item", None, explain(page, record))


@pytest.fixture
def tree():
    return html.document_fromstring(drawn())


def test_every_block_is_there_with_its_label(tree):
    blocks = {block.find("p[@class='text']").text: block.get("class") for block in tree.cssselect(".block")}
    assert blocks["Nov most"] == "block title"
    assert blocks["Vir: PU Celje"] == "block labelled"
    assert blocks["Preberite tudi: še eno vest"] == "block prompt"
    assert [block.get("id") for block in tree.cssselect(".block")] == [f"b{n}" for n in range(len(blocks))]


def test_fields_stand_with_their_evidence_and_lead_to_their_blocks(tree):
    rows = {row.find("dt").text: row for row in tree.cssselect("dl div")}
    assert "text:h1" in rows["title"].text_content()
    (link,) = rows["source"].cssselect("a")
    assert tree.get_element_by_id(link.get("href")[1:]).find("p[@class='text']").text == "Vir: PU Celje"
    assert "not told" in rows["section"].text_content()


def test_the_legend_explains_just_the_colours_that_are_there(tree):
    used = {block.get("class").split()[1] for block in tree.cssselect(".block")}
    assert {entry.get("class") for entry in tree.cssselect(".legend b")} == used
    assert {label.get("for") for label in tree.cssselect(".chips label")} == {f"show-{fate}" for fate in used}


def test_it_is_one_file_without_a_script():
    tags = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: tags.append((tag, dict(attributes)))
    parser.feed(drawn())
    assert not {"script", "img", "link", "iframe", "object"} & {tag for tag, _ in tags}
    assert not any(name.startswith("on") for _, attributes in tags for name in attributes)
    assert "default-src 'none'" in drawn()
    assert "url(" not in drawn()
    assert all(attributes["href"].startswith("#") for tag, attributes in tags if tag == "a")


@pytest.mark.parametrize("odd", ["<script>alert(1)</script>", '"><img src=x onerror=a()>', "$url ${style} $$", "&amp;"])
def test_the_page_s_text_stays_text(odd):
    record = Record("article", "a", f"http://a/{odd}", title=odd, body=odd, authors=[odd], evidence={"title": odd})
    told = [Told(0, odd, "p", "body", ("title",)), Told(1, odd, "p", "title")]
    tree = html.document_fromstring(paper(record, "item", None, told))
    assert [block.find("p[@class='text']").text for block in tree.cssselect(".block")] == [odd, odd]
    assert tree.find(".//h1").text == odd
    assert not tree.xpath("//body//script | //img")


def test_a_text_does_not_steer_the_reader_s_eye():
    told = [Told(0, "most\u202egro.live\x1b[2J", "p", "body")]
    assert "\u202e" not in paper(Record("article", "a", "http://a/"), "item", None, told)


def test_a_fate_without_a_colour_of_its_own_is_shown_too():
    assert ">brand-new<" in paper(Record("article", "a", "http://a/"), "item", None, [Told(0, "a", "p", "brand-new")])


def test_a_page_that_prints_nothing_is_drawn():
    assert "prints nothing" in drawn("")


def test_every_mark_of_the_reader_has_a_colour():
    from newsarchive.extract import region

    marks = re.findall(r"\b[a-z]+\b(?=,|\n|\.$)", re.search(r'Mark = str\n"""(.*?)"""', open_text(region), re.S)[1])
    assert set(marks) - {"item", "body", "left", "it"} - LOOKS.keys() == set()


def open_text(module):
    from pathlib import Path

    return Path(module.__file__).read_text("utf-8")


def test_the_file_is_written_and_named(run, tmp_path):
    page, file = tmp_path / "page.html", tmp_path / "out.html"
    page.write_text(BESIDE, encoding="utf-8")
    result = run(tmp_path / "data", "look", page, "--html", file)
    assert "open it in a browser" in result.stderr
    assert result.stdout == ""
    assert "Nov most" in file.read_text("utf-8")


def test_a_file_that_cannot_be_written_is_told(run, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(BESIDE, encoding="utf-8")
    assert "--html" in run(tmp_path / "data", "look", page, "--html", tmp_path / "no" / "out.html", code=1).stderr
