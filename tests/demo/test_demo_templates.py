"""What the three templates print, and which of it is true."""

import json
import re
from html import unescape

import pytest
from lxml import etree, html

from newsarchive.demo import Portal
from newsarchive.demo.templates.classic import printed_date

from conftest import path_of, text_of  # isort: skip


def page(portal, url):
    return text_of(portal.respond(path_of(url)))


def plain(markup):
    return re.sub(r"\s+", " ", html.fromstring(markup).text_content())


def squeezed(text):
    return re.sub(r"\s+", " ", text).replace(" .", ".")


def test_two_hundred_items_answer_under_their_address(portal):
    truth = portal.truth()
    assert len(truth) == 200
    assert {portal.respond(path_of(url)).status for url in truth} == {200}


def test_pages_print_what_the_truth_says(portal):
    for url, fact in portal.truth().items():
        shown = plain(page(portal, url))
        record = fact.record
        assert record.title in shown
        assert record.lead is None or record.lead in shown
        assert all(squeezed(line.removeprefix("- ")) in shown for line in record.body.split("\n"))
        assert record.source is None or f"Vir: {record.source}" in shown
        assert record.section in shown


def test_what_is_not_printed_is_null(portals):
    modern = [fact.record for fact in portals["modern"].truth().values()]
    classic = [fact.record for fact in portals["classic"].truth().values()]
    assert {record.published for record in modern} == {None}
    assert {record.modified for record in classic} == {None}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", record.modified) for record in modern)
    assert not any(record.tags for record in (*modern, *classic))


def test_aliases_lead_to_the_same_item(portals):
    portal = portals["wordpress"]
    for url, fact in list(portal.truth().items())[:40]:
        for alias in fact.record.aliases:
            reply = portal.respond(path_of(alias))
            if reply.status == 301:
                assert reply.headers["Location"] == url
            else:
                assert f'<link rel="canonical" href="{url}">' in text_of(reply)


def test_lists_reach_every_item(portal):
    seen, todo = set(), ["/"]
    addresses = {path_of(address): url for url, fact in portal.truth().items() for address in fact.addresses}
    while todo:
        path = todo.pop()
        seen.add(path)
        tree = html.fromstring(portal.respond(path).body)
        links = {link for link in tree.xpath("//a/@href") if link.startswith("/") and "koledar" not in link}
        todo += [link for link in links if link not in seen and link not in todo and link not in addresses]
        seen |= {link for link in links if link in addresses}
    assert {addresses[path] for path in seen if path in addresses} == set(portal.truth())


def test_tails_change_at_every_visit_and_the_text_does_not(portal):
    for url in list(portal.truth())[:5]:
        first, second = page(portal, url), page(portal, url)
        assert first != second
        body = portal.truth()[url].record.body.split("\n\n")[0]
        assert squeezed(body) in plain(first)
        assert squeezed(body) in plain(second)


def test_lists_do_not_change_within_a_day(portal):
    for path in ("/", "/novice", "/novice/"):
        assert portal.respond(path).body == portal.respond(path).body


# WordPress


def graph_of(text):
    nodes = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text).group(1))["@graph"]
    return {node["@type"]: node for node in nodes}


def test_wordpress_metadata_is_a_graph(portals):
    portal = portals["wordpress"]
    url, fact = next((url, fact) for url, fact in portal.truth().items() if fact.record.kind == "article")
    graph = graph_of(page(portal, url))
    assert graph["NewsArticle"]["headline"] == fact.record.title
    assert graph["NewsArticle"]["datePublished"] == fact.record.published
    assert graph["NewsArticle"]["articleSection"] == [fact.record.section]
    assert graph["Person"]["@id"] == graph["NewsArticle"]["author"]["@id"]
    assert "NewsArticle" not in graph_of(page(portal, next(u for u in portal.truth() if "/obvestila/" in u)))


def test_wordpress_prints_no_date_but_the_clock(portals):
    portal = portals["wordpress"]
    url, fact = list(portal.truth().items())[50]
    body = re.sub(r"<(head|script|style).*?</\1>", "", page(portal, url), flags=re.S)
    assert fact.record.published[:10] not in body
    assert "torek, 27 januarja, 2026" in body


def test_wordpress_author_lines(portals):
    portal = portals["wordpress"]
    lines = set()
    for url, fact in portal.truth().items():
        found = re.search(r'<div class="entry-author">(.*?)</div>', page(portal, url))
        line = found and unescape(found.group(1))
        lines.add(line)
        assert fact.record.authors == ([] if line in (None, "NULL") else [line])
    assert {"NULL", "dolmedia", None} < lines


def test_wordpress_leads_that_are_none(portals):
    portal = portals["wordpress"]
    cut = 0
    for url, fact in portal.truth().items():
        found = re.search(r'<p class="entry-lead">(.*?)</p>', page(portal, url))
        if found and found.group(1).endswith("..."):
            cut += 1
            assert fact.record.lead is None
            assert fact.record.body.startswith(unescape(found.group(1)).removesuffix("..."))
    assert cut > 20


def test_wordpress_has_every_trap(portals):
    portal = portals["wordpress"]
    everything = "\n".join(page(portal, url) for url in portal.truth())
    for trap in ("FOTO: Foto: ", ">FOTO: ", "<p>Foto: ", "Dodaj odgovor", "Več novic", "OBVESTILA", "Zadnje osmrtnice",
                 "....</p>", ">NULL<", "Preberite tudi: ", "klik TUKAJ", "&nbsp;uri", "srcset="):  # fmt: skip
        assert trap in everything
    assert re.search(r"<p>\w{7}\.jpg</p>", everything)


def test_junk_is_no_part_of_the_truth(portal):
    everything = "\n".join(f"{fact.record.lead} {fact.record.body}" for fact in portal.truth().values())
    for junk in ("NULL", "Preberite tudi", "TUKAJ", ".jpg", "Foto:", "FOTO:", "Vir:", "Dodaj odgovor"):
        assert junk not in everything


def test_feed_is_well_formed_and_new_first(portals):
    reply = portals["wordpress"].respond("/feed/")
    items = etree.fromstring(reply.body).findall("channel/item")
    newest = list(portals["wordpress"].truth().values())[::-1][:20]
    assert [item.findtext("link") for item in items] == [fact.record.url for fact in newest]
    assert all("?p=" in item.findtext("guid") for item in items)


def test_sitemaps_hold_every_item_with_its_last_change():
    portal = Portal("wordpress", day=2)
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    index = etree.fromstring(portal.respond("/sitemap_index.xml").body)
    held = {}
    for part in index.findall("s:sitemap/s:loc", names):
        urls = etree.fromstring(portal.respond(path_of(part.text)).body).findall("s:url", names)
        held |= {url.findtext("s:loc", None, names): url.findtext("s:lastmod", None, names) for url in urls}
    truth = portal.truth()
    assert {url: held[url] for url in truth} == {url: fact.record.modified for url, fact in truth.items()}
    assert {path_of(url) for url in set(held) - set(truth)} == {"/o-nas/", "/kontakt/", "/zasebnost/"}


def test_large_sitemaps_are_split():
    portal = Portal("wordpress", records=3_000)
    assert b"post-sitemap3.xml" in portal.respond("/sitemap_index.xml").body
    assert portal.respond("/post-sitemap3.xml").body.count(b"<url>") == 100
    assert portal.respond("/post-sitemap4.xml").status == 404


def test_beyond_the_last_page(portals):
    assert portals["wordpress"].respond("/novice/page/99/").status == 404
    assert b"Ni vsebin" in portals["modern"].respond("/obcina/jelendol/?page=99").body
    classic = portals["classic"]
    assert classic.respond("/novice?stran=99").body == classic.respond("/novice?stran=10").body


# the new template


def test_modern_says_only_when_it_was_changed(portals):
    portal = portals["modern"]
    for url, fact in portal.truth().items():
        text = page(portal, url)
        assert "ld+json" not in text
        assert "article:published_time" not in text
        assert ('rel="canonical"' in text) != ('property="og:url"' in text)
        assert url in text
        year, _, day = fact.record.modified.split("-")
        assert re.search(rf"Posodobljeno: {int(day)}\. \w+ {year}", text)


def test_modern_glues_comments_behind_the_source(portals):
    portal = portals["modern"]
    glued = 0
    for url, fact in portal.truth().items():
        story = portal.template.world.story(portal.template.paths[path_of(url)].number)
        text = page(portal, url)
        if fact.record.source and story.comments:
            glued += 1
            assert f"<p>Vir: {fact.record.source}</p><p>" in text
            assert all(comment not in fact.record.body for comment in story.comments)
    assert glued > 20


def test_modern_lists_hide_titles_in_labels(portals):
    text = text_of(portals["modern"].respond("/obcina/jelendol/"))
    assert text.count("aria-label=") >= 3
    assert "?page=2" in text


def test_modern_authors_are_initials(portals):
    authors = {name for fact in portals["modern"].truth().values() for name in fact.record.authors}
    assert authors
    assert all(re.fullmatch(r"\w\. \w\.", name) for name in authors)


# the old template


def test_classic_is_windows_1250_and_says_so_only_in_meta(portals):
    portal = portals["classic"]
    reply = portal.respond("/novice")
    assert reply.headers["Content-Type"] == "text/html"
    assert b"charset=windows-1250" in reply.body
    assert "Črna" in reply.body.decode("cp1250") or "š" in reply.body.decode("cp1250")
    with pytest.raises(UnicodeDecodeError):
        reply.body.decode("utf-8")


def test_classic_has_no_metadata(portals):
    portal = portals["classic"]
    text = page(portal, next(iter(portal.truth())))
    for mark in ("og:", "ld+json", "canonical", "<h1", "<article", "description"):
        assert mark not in text
    assert [portal.respond(path).status for path in ("/feed/", "/rss.xml", "/sitemap.xml")] == [404] * 3


def test_classic_prints_the_date_in_words(portals):
    portal = portals["classic"]
    for url, fact in portal.truth().items():
        assert f'<DIV class="datum">{fact.record.published_raw}</DIV>' in page(portal, url)
    head = portal.template.visible[0]
    assert printed_date(head.published).startswith("torek, 27. januarja 2026 ob ")


def test_classic_shows_the_large_picture_behind_the_small_one(portals):
    portal = portals["classic"]
    url, fact = next((url, fact) for url, fact in portal.truth().items() if fact.record.images)
    assert f'<A href="{path_of(fact.record.images[0].url)}"><IMG src="/slike/male/' in page(portal, url)


def test_classic_marks_an_edit_in_the_list():
    portal = Portal("classic", day=2)
    edited = [fact.record for fact in portal.truth().values() if fact.changed]
    lists = "".join(text_of(portal.respond(path)) for path in ("/novice", "/obvestila_1.html", "/osmrtnice.php"))
    assert edited
    assert all(unescape(record.title) in unescape(lists) for record in edited)
    assert all(re.match("DOPOLNJENO: |PREKLICANO: ", record.title) for record in edited)


def test_modern_marks_an_edit_on_the_first_list_page():
    portal = Portal("modern", day=2)
    edited = [fact.record for fact in portal.truth().values() if fact.changed]
    lists = "".join(
        text_of(portal.respond(f"/obcina/{town}/"))
        for town in ("jelendol", "podbrezje", "gornja-loka", "smrecno", "trnovsko", "lipnica")
    )
    assert edited
    assert all(path_of(record.url) in lists for record in edited)
    assert {record.modified for record in edited} == {"2026-01-28"}


@pytest.mark.parametrize(
    ("name", "path"), [("modern", "/koledar/{:04}/{:02}"), ("classic", "/koledar?mesec={:04}-{:02}")]
)
def test_the_calendar_has_no_end(portals, name, path):
    for year in (1950, 2026, 3000):
        text = text_of(portals[name].respond(path.format(year, 12)))
        assert path.format(year + 1, 1) in text
        assert path.format(year, 11) in text


@pytest.mark.parametrize("name", ["wordpress", "modern", "classic"])
def test_pages_about_the_portal_are_no_items(portals, name):
    paths = {"wordpress": "/o-nas/", "modern": "/o-portalu", "classic": "/kolofon.html"}
    portal = portals[name]
    assert portal.respond(paths[name]).status == 200
    assert not any(paths[name] in url for url in portal.truth())
