"""The visible text in blocks, and the elements that hold them."""

import pytest

from extract.pages import div, p
from newsarchive.extract.outline import outline
from newsarchive.extract.page import Page
from newsarchive.extract.text import count_words


def blocks(html):
    return [(block.tag, block.text) for block in Page(html, "http://primer.test/").outline.blocks]


def texts(html):
    return [text for _, text in blocks(html)]


LAYOUTS = {
    "paragraphs": ("<p>Ena</p><p>Dve</p>", ["Ena", "Dve"]),
    "inline elements are one text": ("<p>No<b>v</b> <i>most</i>, <span>odprt</span></p>", ["Nov most, odprt"]),
    "white space is folded": ("<p> Nov\n\t  most&nbsp;je </p>", ["Nov most je"]),
    "one line break is a line": ("<p>Ena<br>dve</p>", ["Ena\ndve"]),
    "two line breaks part blocks": ("<div>Ena<br><br>dve<br/> <br/>tri</div>", ["Ena", "dve", "tri"]),
    "breaks at the edges are nothing": ("<p><br>Ena<br></p><br><br><p>dve</p>", ["Ena", "dve"]),
    "text beside blocks": ("<div>Pred<p>Sredi</p>za<p>Konec</p></div>", ["Pred", "Sredi", "za", "Konec"]),
    "a block inside a link": ('<a href="/x"><div>Ena</div><div>Dve</div></a>', ["Ena", "Dve"]),
    "a block inside an inline element": ("<b>Krepko <p>Odstavek</p> rep</b>", ["Krepko", "Odstavek", "rep"]),
    "cells": ("<table><tr><td>Ena</td><td>Dve</td></tr></table>", ["Ena", "Dve"]),
    "list entries": ("<ul><li>Ena</li><li>Dve<ul><li>Tri</li></ul></li></ul>", ["Ena", "Dve", "Tri"]),
    "own elements of a program are blocks": ("<x-karta>Ena</x-karta><x-karta>Dve</x-karta>", ["Ena", "Dve"]),
    "in a line of text they are words": ("<p>Ena (<x-vir><a href='/x'>1</a></x-vir>) dve.</p>", ["Ena (1) dve."]),
    "what is only read without a player": (
        "<p>Ena</p><video><p>Vaš brskalnik ne zna predvajati.</p></video><audio>Niti tega.</audio><p>Dve</p>",
        ["Ena", "Dve"],
    ),
    "soft hyphens": ("<p>Za­po­ra ceste</p>", ["Zapora ceste"]),
    "paragraphs of nothing visible": ("<p>Ena</p><p>​</p><p>﻿</p>", ["Ena"]),
    "what is not shown": (
        "<script>x</script><style>x</style><noscript>x</noscript><template>x</template><svg><text>x</text></svg>"
        "<select><option>x</option></select><textarea>x</textarea><button>x</button><p>Ena</p>",
        ["Ena"],
    ),
    "text behind what is not shown": ("<p>Ena <script>x</script>dve</p>", ["Ena dve"]),
    "comments": ("<p>Ena<!-- skrito --> dve</p>", ["Ena dve"]),
    "nothing": ("<div><p> </p><p>&nbsp;</p></div>", []),
}


@pytest.mark.parametrize(("html", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(html, expected):
    assert texts(html) == expected


def test_blocks_know_their_element():
    assert blocks("<h1>Ena</h1><div>Dve<p>Tri</p></div>") == [("h1", "Ena"), ("div", "Dve"), ("p", "Tri")]


@pytest.mark.parametrize(
    ("html", "share", "href", "opens"),
    [
        ('<p><a href="/a">Ves odstavek</a></p>', 1.0, "/a", True),
        ('<p><a href="/a">Pol</a> pol.</p>', 3 / 8, "/a", True),
        ('<p>Pol <a href="/a">pol</a></p>', 3 / 7, "/a", False),
        ('<p><a href="/a"><span>Gnezdo</span></a></p>', 1.0, "/a", True),
        ('<p><a href="/a">Ena</a><a href="/b">Dve</a></p>', 1.0, "/a", True),
        ("<p>Brez povezave</p>", 0.0, None, False),
    ],
)
def test_links_are_measured(html, share, href, opens):
    block = Page(html, "http://primer.test/").outline.blocks[0]
    assert (block.linked, block.href, block.opens) == (pytest.approx(share), href, opens)


def test_a_link_inside_a_link_leaves_none_open():
    html = '<p><a href="/a">Ena <a href="/b">dve</a></a></p>' + p("Prosti odstavek brez povezave")
    assert Page(html, "http://primer.test/").outline.blocks[-1].linked == 0


def test_nodes_span_their_blocks():
    found = Page(div(p("Ena"), div(p("Dve", "Tri")), p("Štiri"), cls="Zunaj"), "http://primer.test/").outline
    spans = {node.names or node.tag: (node.start, node.stop) for node in found.nodes if node.tag == "div"}
    assert spans == {"zunaj": (0, 4), "div": (1, 3)}
    assert [found.nodes[n].tag for n in found.ancestors(found.blocks[1].node)] == ["p", "div", "div", "body"]


def test_an_element_is_found_by_its_nearest_node():
    page = Page("<div><p>Ena <b>dve</b></p></div>", "http://primer.test/")
    bold = page.tree.find(".//b")
    assert page.outline.nodes[page.outline.node_of(bold)].tag == "p"
    assert page.outline.node_of(page.tree) is None


def test_pictures_know_the_block_that_follows():
    found = Page("<p>Ena</p><img src=a.jpg><p>Dve</p><p><img src=b.jpg></p>", "http://primer.test/").outline
    assert [picture.block for picture in found.pictures] == [1, 2]


@pytest.mark.parametrize("tag", ["div", "span", "b", "ul", "table", "font", "a href='/x'", "section"])
def test_ten_thousand_levels_are_no_danger(tag):
    found = Page("<h1>Naslov</h1>" + f"<{tag}>" * 10_000 + "Besedilo", "http://primer.test/").outline
    assert found.blocks[0].text == "Naslov"


def test_a_thousand_levels_lose_no_text():
    html = "<div>" * 1000 + "<p>Na dnu</p>" + "</div>" * 1000 + "<p>Zunaj</p>"
    assert texts(html) == ["Na dnu", "Zunaj"]


def test_a_class_of_a_megabyte_is_cut():
    found = Page(div(p("Ena"), cls="povezano " * 100_000), "http://primer.test/").outline
    assert max(len(node.names) for node in found.nodes) < 1000


def test_an_element_alone_can_be_flattened():
    tree = Page("<div><p>Ena</p></div><p>Dve</p>", "http://primer.test/").tree
    assert [block.text for block in outline(tree.find(".//div")).blocks] == ["Ena"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("Ena", 1), ("Ena dve tri", 3), ("a" * 60, 5), ("橋は再び開通した。", 4)],
)
def test_words_are_counted(text, words):
    assert count_words(text) == words
