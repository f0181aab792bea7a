"""Programs, styles and drawings say nothing, and take nothing else with them."""

import pytest

from extract.pages import STORY, TITLE, article, json_ld, p, record


@pytest.mark.parametrize(
    "program",
    [
        "<script>a('<p>b</p>')</script>",
        "<script>a()</SCRIPT>",
        "<script>var a = '</scripty';</script>",
        "<script><!-- document.write('<script src=x></script>'); //--></script>",
        "<!--[if IE]><script>b</script><![endif]-->",
        "<!--->",
        "<style>p > a {}</style><svg><path/></svg><noscript><img></noscript>",
        "<svg><svg></svg></svg>",
        "<textarea>&lt;<!-- </textarea>",
        "<i title='<style >'></i>",
    ],
)
def test_the_text_around_a_program_is_read(program):
    one, other, *rest = STORY
    page = article(p(one), program, p(other), program, p(*rest), "<!-- c --><style>a</style><script>a</script>")
    assert record(page).body == "\n\n".join(STORY)


@pytest.mark.parametrize("program", ["<script>var a = '<';</script>", "<!-- c -->", "<style>p{}</style>"])
def test_data_about_the_page_is_read_behind_a_program(program):
    data = json_ld({"@type": "NewsArticle", "headline": TITLE, "author": {"name": "Ana Primer"}})
    data = data.replace("<script ", "<script data-a='a>b' ")
    assert record(article(p(*STORY), head=program + data)).authors == ["Ana Primer"]
