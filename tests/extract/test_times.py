"""When an item was published and changed; never a guess."""

from datetime import UTC, datetime

import pytest

from extract.pages import (
    FOOTER,
    HEADER,
    OTHERS,
    STORY,
    TITLE,
    article,
    card,
    cards,
    div,
    document,
    json_ld,
    meta,
    p,
    record,
)
from newsarchive.items import Site

NOON = "2026-01-27T09:12:00+01:00"


def ld(**fields):
    return json_ld({"@type": "NewsArticle", "headline": TITLE, **fields})


PUBLISHED = {
    "JSON-LD": ({"head": ld(datePublished=NOON)}, NOON, "json-ld"),
    "JSON-LD in a graph": (
        {
            "head": json_ld(
                {"@graph": [{"@type": "WebPage"}, {"@type": "Article", "headline": TITLE, "datePublished": NOON}]}
            )
        },
        NOON,
        "json-ld",
    ),
    "OpenGraph": ({"head": meta("article:published_time", NOON)}, NOON, "meta:article:published_time"),
    "OpenGraph with its words parted otherwise": (
        {"head": meta("article:published:time", NOON)},
        NOON,
        "meta:article:published_time",
    ),
    "a label set apart by its style": (
        {"after": "<ul><li><strong>Datum</strong> 27. 1. 2026</li></ul>"},
        "2026-01-27",
        "text",
    ),
    "Dublin Core": ({"head": '<meta name="DC.date.issued" content="2026-01-27">'}, "2026-01-27", "meta:dc.date.issued"),
    "microdata": ({"under": f'<span itemprop="datePublished" content="{NOON}">včeraj</span>'}, NOON, "microdata"),
    "a time element": ({"under": f'<time datetime="{NOON}">27. januar</time>'}, NOON, "time"),
    "a time element of Drupal": (
        {"under": '<time datetime="2026-04-19CEST10:04:00">19. april</time>'},
        "2026-04-19T10:04:00+02:00",
        "time",
    ),
    "a printed day": ({"under": "<p>27. 1. 2026</p>"}, "2026-01-27", "text"),
    "a printed day with its month in words": ({"under": "<p>27. januar 2026 ob 9:12</p>"}, NOON, "text"),
    "a labelled line": ({"under": "<p>Objavljeno: 27. 1. 2026 ob 9.12</p>"}, NOON, "text"),
    "a line of bars": (
        {"under": "<p>26.2.2025 | 12:00 | Ana Primer, foto: Bojan Zgled</p>"},
        "2025-02-26T12:00:00+01:00",
        "text",
    ),
    "a line with the author first": ({"under": "<p>Ana Primer, 27. 1. 2026</p>"}, "2026-01-27", "text"),
    "a span in a line": (
        {"under": '<div><span>Ana Primer</span><span class="date">27.1.2026</span></div>'},
        "2026-01-27",
        "text",
    ),
    "a line above the title": ({}, "2026-01-27", "text"),
}


@pytest.mark.parametrize(("parts", "moment", "place"), PUBLISHED.values(), ids=PUBLISHED)
def test_published(parts, moment, place):
    page = article(**parts) if parts else document(div("<p>27. 1. 2026</p>", f"<h1>{TITLE}</h1>", div(p(*STORY))))
    found = record(page)
    assert (found.published, found.evidence["published"]) == (moment, place)
    assert found.published_raw
    assert found.modified is None


ADDRESSES = {
    "http://primer.test/2026/01/27/nov-most/": "2026-01-27",
    "http://primer.test/2026/1/7/nov-most": "2026-01-07",
    "http://primer.test/novice/2026-01-27/nov-most": "2026-01-27",
    "http://primer.test/2026/13/27/nov-most": None,
    "http://primer.test/2026/02/30/nov-most": None,
    "http://primer.test/2026/01/nov-most": None,
    "http://primer.test/novice/27012026": None,
}


@pytest.mark.parametrize(("url", "day"), ADDRESSES.items())
def test_an_address_tells_the_day(url, day):
    found = record(article(), url)
    assert (found.published, found.evidence.get("published")) == (day, "url" if day else None)


def test_the_page_is_trusted_before_its_address():
    assert (
        record(article(head=meta("article:published_time", NOON)), "http://primer.test/2020/01/01/a").published == NOON
    )


def test_markup_that_is_no_date_gives_way_to_what_is_printed():
    assert record(article(head=ld(datePublished="danes"), under="<p>27. 1. 2026</p>")).published == "2026-01-27"


MODIFIED = {
    "printed": ({"under": "<p>Posodobljeno: 23. maj 2023</p>"}, "2023-05-23"),
    "printed below": ({"after": "<p>Zadnjič posodobljeno: 23. 5. 2023</p>"}, "2023-05-23"),
    "meta": ({"head": meta("article:modified_time", NOON)}, NOON),
    "JSON-LD": ({"head": ld(dateModified=NOON)}, NOON),
    "a time element": ({"under": f'<p>Posodobljeno <time datetime="{NOON}">27. 1.</time></p>'}, NOON),
    "a named time element": ({"under": f'<time class="updated" datetime="{NOON}">27. 1.</time>'}, NOON),
}


@pytest.mark.parametrize(("parts", "moment"), MODIFIED.values(), ids=MODIFIED)
def test_a_change_is_never_the_publication(parts, moment):
    found = record(article(**parts))
    assert (found.published, found.published_raw, found.modified) == (None, None, moment)


def test_both_are_told_apart():
    found = record(article(under="<p>Objavljeno: 20. 5. 2023 | Posodobljeno: 23. 5. 2023</p>"))
    assert (found.published, found.modified) == ("2023-05-20", "2023-05-23")


OTHER_DAYS = {
    "the clock in the header": document(
        '<div class="ura">petek, 17 oktobra, 2025</div>', HEADER, f"<h1>{TITLE}</h1>", p(*STORY)
    ),
    "the clock in the header, as time": document(
        '<header><time datetime="2025-10-17">petek</time></header>', HEADER, div(f"<h1>{TITLE}</h1>", p(*STORY))
    ),
    "the copyright": document(div(f"<h1>{TITLE}</h1>", p(*STORY)), "<footer><p>© 17. 10. 2025 Primer</p></footer>"),
    "cards": article(tail=cards(excerpt="17. 10. 2025")),
    "cards with time elements": article(
        tail=card("Gasilci so praznovali", before='<time datetime="2025-10-17">17. 10.</time>') * 3
    ),
    "a day in the text": article(p("V petek, 17. 10. 2025, so odprli most.", *STORY)),
    "a comment": article(
        after=div('<p>Janko, <time datetime="2025-10-17">17. 10.</time></p><p>Super novica je to.</p>', cls="comments")
    ),
    "nothing": article(),
}


@pytest.mark.parametrize("page", OTHER_DAYS.values(), ids=OTHER_DAYS)
def test_days_of_something_else(page):
    found = record(page)
    assert (found.published, found.published_raw, found.modified) == (None, None, None)


@pytest.mark.parametrize(
    "stamp",
    [
        "0001-01-01T00:00:00",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+02:00",
        "1601-01-01",
        "1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59-05:00",
        "2026-02-30",
        "0",
        "null",
        "2026",
    ],
)
def test_what_programs_print_for_no_date(stamp):
    assert record(article(head=meta("article:published_time", stamp))).published is None


@pytest.mark.parametrize("language", ["zz", "{{", "1", "", "x-klingon"])
def test_an_unknown_language_hinders_nobody(language):
    page = (
        f'<html lang="{language}"><body><h1>{TITLE}</h1><p>27. januar 2026</p><time datetime="Foo 27 '
        f'2026">a</time>{p(*STORY)}</body></html>'
    )
    assert record(page).published == "2026-01-27"


@pytest.mark.parametrize(
    ("fetched", "day"),
    [("2026-01-27", "2026-01-27"), ("2026-01-26", "2026-01-27"), ("2026-01-20", None), ("2027-01-01", "2026-01-27")],
)
def test_nothing_was_published_after_it_was_read(fetched, day):
    found = record(article(under="<p>27. 1. 2026</p>"), fetched=datetime.fromisoformat(fetched).replace(tzinfo=UTC))
    assert (found.published, "published" in found.evidence) == (day, day is not None)


def test_moments_are_told_on_the_clock_of_a_known_site():
    site = Site("primer", "http://primer.test/")
    assert (
        record(article(head=ld(datePublished="2026-07-27T08:12:00Z")), site=site).published
        == "2026-07-27T10:12:00+02:00"
    )


def test_the_site_says_where_the_date_is():
    site = Site("primer", "http://primer.test/", selectors={"published": ".dan"})
    found = record(article(p(*STORY), '<i class="dan">27. januarja 2026</i>', FOOTER), site=site)
    assert (found.published, found.evidence["published"]) == ("2026-01-27", "site")


@pytest.mark.parametrize("printed", ["2026-01-26T23:12:00Z", "2026-01-27T08:12:00+09:00", "2026-01-26T19:12:00-0400"])
def test_moments_stay_on_the_clock_of_an_unknown_site(printed):
    shown = printed.replace("Z", "+00:00").replace("-0400", "-04:00")
    page = article(head=ld(datePublished=printed))
    assert record(page.replace('lang="sl"', 'lang="de"')).published == shown
    assert (record(page).published or "").endswith("+01:00"), "a page that says it is Slovene is told on Slovene time"


def test_an_update_of_a_live_blog_is_no_date_of_the_item():
    update = {
        "@type": "BlogPosting",
        "headline": "Ob desetih",
        "datePublished": "2026-01-28",
        "author": "X Y",
        "articleBody": "a",
    }
    blog = {"@type": "LiveBlogPosting", "headline": TITLE, "datePublished": "2026-01-27", "liveBlogUpdate": [update]}
    assert record(article(head=json_ld(blog))).published == "2026-01-27"


def test_the_dates_of_a_list_of_other_items_are_none_of_the_item():
    other = {"@type": "NewsArticle", "headline": OTHERS[0], "datePublished": "2026-01-28", "author": {"name": "X Y"}}
    listed = json_ld({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": other}]})
    found = record(article(head=listed, under="<p>27. januar 2026</p>"))
    assert (found.published, found.authors) == ("2026-01-27", [])
