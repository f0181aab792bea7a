"""Where blocks stand, in words that hold from page to page."""

from newsarchive.extract.outline import outline
from newsarchive.extract.page import Page
from newsarchive.extract.standing import DEEPEST, standings


def places(body, title=None):
    return standings(outline(Page(f"<html><body>{body}</body></html>", "http://primer.test/").tree.find("body")), title)


def test_cells_of_a_row_are_told_apart():
    assert places("<table><tr><td>a<td>b<th>c</table>") == [
        "body > table > tr > td.1", "body > table > tr > td.2", "body > table > tr > th.3"
    ]  # fmt: skip


def test_rows_and_paragraphs_are_not():
    assert len(set(places("<ul><li>a<li>b</ul><ul><li>c</ul>"))) == 1


def test_what_changes_from_page_to_page_is_no_part_of_a_name():
    one, other = (
        places(f'<div class="post-{n} {s} box wide x" id="c{n}">a</div>')[0] for n, s in ((1, "active"), (2, "odd"))
    )
    assert one == other == "body > div.box.wide"


def test_the_title_tells_sides_and_levels_apart():
    found = places("<div>x</div><div><h1>T</h1><p>a</p></div><div>y</div>", 1)
    assert [place.partition(":")[0] for place in found] == ["before 2", "at 0", "after 1", "after 2"]


def test_depth_has_an_end():
    deep = "<div>" * 300 + "<h1>T</h1>" + "</div>" * 300 + "<p>a</p>"
    assert places(deep, 0)[1] == f"after {DEEPEST}: body > p"


def test_a_wide_table_is_no_danger():
    assert places(f"<table><tr>{'<td>a</td>' * 3000}</table>")[-1].endswith("td.10")
