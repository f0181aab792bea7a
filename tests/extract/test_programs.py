"""What is for machines is taken out of a page before it is parsed, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from extract.pages import STORY, TITLE, article, json_ld, p, record
from newsarchive.extract.page import SILENT, parse
from newsarchive.extract.programs import without_programs

PIECES = (
    "<p>Nov most</p>",
    "<script>a('<p>')</script>",
    "<SCRIPT>b</SCRIPT>",
    "<style>p{}</style>",
    "<!-- c -->",
    "<!--->",
    "<svg><path/></svg>",
    "<noscript><img></noscript>",
    '<script type="application/ld+json">{}</script>',
    "<b>x",
    "</b>",
)


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("a<SCRIPT src=x>b</SCRIPT >c", "ac"),
        ("a<!--[if IE]><script>b</script><![endif]-->c", "ac"),
        ("a<style>p > a {}</style><svg><g/></svg><noscript><img></noscript>c", "ac"),
        ("a<!--->b", "ab"),
        ("a<script>b", "a<script>b"),
        ("a<!-- b", "a<!-- b"),
        ("a<svg/>b<svg><svg></svg>c</svg>d", "a<svg/>b<svg><svg></svg>c</svg>d"),
        ('<script type="application/ld&#x2B;json">{}</script>', '<script type="application/ld&#x2B;json">{}</script>'),
        ("<scripted>a</scripted>", "<scripted>a</scripted>"),
    ],
)
def test_what_goes_and_what_stays(html, left):
    assert without_programs(html.encode()).decode() == left


def test_a_script_in_a_comment_that_prints_another_one_ends_where_browsers_end_it():
    old = "<script><!-- document.write('<script src=x></script>'); //--></script>"
    assert record(article(old, p(*STORY), old)).body == "\n\n".join(STORY)


def test_data_about_the_page_is_read_behind_a_program():
    data = json_ld({"@type": "NewsArticle", "headline": TITLE, "author": {"name": "Ana Primer"}})
    assert record(article(p(*STORY), head=f"<script>var a = '<';</script>{data}")).authors == ["Ana Primer"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_what_is_seen_is_the_same(html):
    seen = []
    for page in (html.encode(), without_programs(html.encode())):
        tree = parse(b"<p>" + page)
        etree.strip_elements(tree, *SILENT, with_tail=False)
        seen.append(tree.xpath("string()"))
    assert seen[0] == seen[1]


@given(st.binary())
def test_any_bytes_are_taken(html):
    assert len(without_programs(html)) <= len(html)
