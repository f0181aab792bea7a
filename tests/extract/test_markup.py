"""What a page says of itself to machines, however badly it is written."""

import pytest

from extract.pages import STORY, TITLE, article, document, json_ld, meta, p, record
from newsarchive.extract.markup import Markup, is_article, loads, text_of, texts_of, types
from newsarchive.extract.page import parse


def markup(head):
    return Markup(parse(document(head=head)))


GOOD = '{"@type":"NewsArticle","headline":"Nov most","datePublished":"2026-01-27"}'
BROKEN = {
    "clean": GOOD,
    "white space": f"\n\n  {GOOD}\n\t",
    "an HTML comment": f"<!-- {GOOD} -->",
    "CDATA": f"<![CDATA[{GOOD}]]>",
    "CDATA in comments": f"/*<![CDATA[*/{GOOD}/*]]>*/",
    "CDATA behind slashes": f"//<![CDATA[\n{GOOD}\n//]]>",
    "a semicolon": f"{GOOD};",
    "a script": f"window.podatki = {GOOD};",
    "a trailing comma": GOOD.replace("}", ",}"),
    "a line end in a text": GOOD.replace("Nov most", "Nov\nmost"),
    "a tab in a text": GOOD.replace("Nov most", "Nov\tmost"),
    "character references": GOOD.replace('"', "&quot;"),
    "references in texts": GOOD.replace("Nov most", "Nov&#32;most"),
    "a lone backslash": GOOD.replace("2026-01-27", r"2026-01-27 \o/"),
    "a list": f"[{GOOD}]",
    "a list of lists": f"[[{GOOD}]]",
    "a graph": f'{{"@context":"x","@graph":[{{"@type":"WebPage"}},{GOOD}]}}',
    "inside another node": f'{{"@type":"WebPage","mainEntity":{GOOD}}}',
    "a full type": GOOD.replace("NewsArticle", "http://schema.org/NewsArticle"),
    "many types": GOOD.replace('"NewsArticle"', '["Thing","NewsArticle"]'),
    "odd type beside": f'[{{"@type":[1,null,{{}}]}},{GOOD}]',
    "soft hyphen and control in the text": GOOD.replace("Nov most", "Nov\u00ad\\u0000\\u0007 most"),
    "half a surrogate pair": GOOD.replace("Nov most", "Nov most\\ud83d"),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_broken_json_is_read(text):
    assert markup(json_ld(text)).words("headline") == "Nov most"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "1",
        '"a"',
        "{",
        "[[[",
        "{}",
        "[]",
        "NaN",
        '{"@type": }',
        "<html>",
        "[" * 5000,
        '{"a":' * 5000,
        "{x" + " " * 300_000,
        "&#" + "9" * 5000 + ";",
        '{"@type":"NewsArticle"}',
    ],
)
def test_what_is_beyond_help_is_nothing(text):
    assert markup(json_ld(text)).article == {}


def test_one_bad_script_does_not_hide_the_others():
    assert markup(json_ld("{") + json_ld(GOOD)).words("headline") == "Nov most"


def test_the_node_that_says_most_is_the_article():
    little = '{"@type":"BlogPosting","headline":"Drugo","url":"/x"}'
    assert markup(json_ld(little) + json_ld(GOOD)).words("headline") == "Nov most"


def test_named_nodes_are_put_in_their_places():
    graph = [
        {"@type": "NewsArticle", "headline": TITLE, "author": {"@id": "#ana"}},
        {"@type": "Person", "@id": "#ana", "name": "Ana Primer"},
    ]
    assert texts_of(markup(json_ld({"@graph": graph})).article["author"]) == ["Ana Primer"]
    assert record(article(head=json_ld({"@graph": graph}))).authors == ["Ana Primer"]


def test_circles_end():
    nodes = [
        {"@type": "NewsArticle", "@id": "#a", "headline": TITLE, "name": [{"@id": "#b"}] * 50, "author": {"@id": "#b"}},
        {"@type": "WebSite", "@id": "#b", "name": [{"@id": "#a"}] * 50},
    ]
    assert record(article(head=json_ld(nodes))).title == TITLE


VALUES = [
    ("Ana", "Ana"),
    ("  Ana \n Primer ", "Ana Primer"),
    (5, "5"),
    (True, None),
    (None, None),
    ([], None),
    ({}, None),
    ([None, "Ana"], "Ana"),
    ({"@value": "Ana"}, "Ana"),
    ({"name": {"@value": "Ana"}}, "Ana"),
    ([[["Ana"]]], "Ana"),
    ("", None),
    ("&amp;#39;", "&#39;"),
]


@pytest.mark.parametrize(("value", "text"), VALUES)
def test_values_in_words(value, text):
    assert text_of(value) == text


def test_values_nested_beyond_reason_say_nothing():
    value = "Ana"
    for _ in range(900):
        value = [value]
    assert text_of(value) is None


def test_many_values():
    assert texts_of(["Ana", {"name": "Bojan"}, None, {}]) == ["Ana", "Bojan"]
    assert texts_of("Ana") == ["Ana"]


@pytest.mark.parametrize(
    ("node", "names"), [({}, []), ({"@type": "A"}, ["A"]), ({"@type": ["x/A", None, 3]}, ["A"]), ({"@type": {}}, [])]
)
def test_types(node, names):
    assert types(node) == names


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("NewsArticle", True), ("ReportageNewsArticle", True), ("BlogPosting", True), ("WebPage", False)],
)
def test_articles(name, is_one):
    assert is_article({"@type": name}) is is_one


def test_loads_gives_none_for_no_json():
    assert loads("kar nekaj") is None


def test_metas_are_found_by_any_of_their_names():
    found = markup(
        meta("og:Title", " Nov  most ")
        + '<meta name="AUTHOR" content="Ana"><meta name="author" content="Bojan"><meta name="x"><meta content="y">'
    )
    assert found.meta("ni", "og:title") == "Nov most"
    assert found.metas("author") == ["Ana", "Bojan"]
    assert found.meta("x") is None


@pytest.mark.parametrize("name", ["article:published_time", "article:published:time", "Article.Published-Time"])
def test_portals_part_the_words_of_a_metas_name_as_they_like(name):
    assert markup(meta(name, "2026-01-27")).meta("article:published_time") == "2026-01-27"


def test_links_are_found_by_each_of_their_relations():
    found = markup(
        '<link rel="Canonical shortlink" href="/a"><link rel="canonical" href="/b"><link '
        'rel="canonical"><link href="/c">'
    )
    assert (found.link("canonical"), found.link("shortlink"), found.link("next")) == ("/a", "/a", None)


def test_declarations_in_the_body_count_too():
    assert record(document(f"<h1>{TITLE}</h1>", p(*STORY), json_ld(GOOD))).published == "2026-01-27"
