"""Crawls of a portal that nobody declared, from its front page alone."""

import pytest

from crawl.portal import PAGINGS, SECTIONS, Item, SmallPortal, make_items, serving
from newsarchive.archive import Archive


def paths(portal):
    return {item.path for item in portal.items}


@pytest.mark.parametrize("paging", PAGINGS)
def test_every_item_is_found_whatever_the_paging(crawl, stored, paging):
    with serving(SmallPortal(paging=paging, numbered=paging != "bare")) as portal:
        (result,) = crawl(portal.home)
        assert result["outcome"] == "finished"
        assert stored().keys() == paths(portal)
        assert {one.record.site for one in stored().values()} == {portal.home.split("/")[2]}
        portal.requests.clear()
        (result,) = crawl(portal.home)
        assert (result["counts"]["new"], result["counts"]["changed"]) == (0, 0)
        assert len(portal.requests) <= 10


def test_traps_and_foreign_pages_are_left_alone(crawl, small):
    crawl(small.home)
    asked = small.requests
    assert sum(path.startswith("/koledar") for path in asked) < 30
    assert not [path for path in asked if path.startswith(("/iskanje", "/prijava", "/slike")) or "print" in path]
    assert len(asked) == len(set(asked))


def test_new_and_renamed_items_are_fetched_and_no_others(crawl, stored, small):
    crawl(small.home)
    first = small.items[0]
    small.items.insert(0, Item("lokalno", 5000, "Nova knjižnica je odprta za vse", first.body, first.day))
    changed = small.items[3]
    path = changed.path
    changed.title, changed.body = f"PREKLICANO: {changed.title}", ["Zaradi dežja vse odpade.", *changed.body]
    small.extra[path] = small._html(changed.title, small._item(changed))
    small.moved[changed.number] = path
    small.requests.clear()
    (result,) = crawl(small.home)
    assert (result["counts"]["new"], result["counts"]["changed"]) == (1, 1)
    assert {small.items[0].path, path} <= set(small.requests)
    assert not {item.path for item in small.items[5:]} & set(small.requests)
    assert len(stored()) == len(small.items)


def test_items_only_in_the_feed_are_found(crawl, stored, small):
    hidden = Item("skrito", 9001, "Članek, ki ga ne našteva noben seznam", small.items[0].body, small.items[0].day)
    small.feed = True
    feed = f"<rss><channel><item><title>{hidden.title}</title><link>{hidden.path}</link></item></channel></rss>"
    small.extra["/novo.rss"] = (200, {"Content-Type": "application/rss+xml"}, feed.encode())
    small.extra[hidden.path] = small._html(hidden.title, small._item(hidden))
    small.robots = "User-agent: *\nDisallow:\n"
    crawl(small.home)
    assert hidden.path in stored()


@pytest.mark.parametrize("named", [True, False])
def test_items_only_in_a_sitemap_are_found(crawl, stored, small, named):
    hidden = Item("arhiv", 9001, "Članek, ki ga ne našteva noben seznam", small.items[0].body, small.items[0].day)
    small.extra[hidden.path] = small._html(hidden.title, small._item(hidden))
    path = "/posebni.xml" if named else "/sitemap.xml"
    sitemap = f"<urlset><url><loc>{small.home[:-1]}{hidden.path}</loc></url></urlset>"
    small.extra[path] = (200, {"Content-Type": "text/xml"}, sitemap.encode())
    small.robots += f"Sitemap: {path}\n" if named else ""
    (result,) = crawl(small.home)
    assert hidden.path in stored()
    assert result["failures"] == {}, "sitemaps that are not there are no failures"
    assert ("/wp-sitemap.xml" in small.requests) is not named


def test_robots_txt_is_obeyed(crawl, stored, small):
    small.robots = "User-agent: *\nDisallow: /sport\n"
    crawl(small.home)
    assert not [path for path in small.requests if path.startswith("/sport")]
    assert len(stored()) == sum(count for section, count in SECTIONS.items() if section != "sport")


def test_session_parameters_do_not_multiply_pages(crawl, stored, small):
    section = small._section("/lokalno")
    body = (
        section[2].replace(b'href="/lokalno/', b'href="/lokalno/').replace(b'">', b'?PHPSESSID=0a1b2c&utm_source=x">')
    )
    small.extra["/lokalno"] = (*section[:2], body)
    crawl(small.home)
    assert not [path for path in small.requests if "PHPSESSID" in path or "utm" in path]
    assert paths(small) <= stored().keys()


def test_a_list_that_fails_in_the_middle_is_taken_up_by_the_next_crawl(crawl, stored, small):
    small.tails = False
    small.extra["/lokalno/page/2"] = (500, {"Content-Type": "text/html"}, b"<h1>500</h1>")
    (result,) = crawl(small.home)
    assert result["failures"] == {"http 500": 1}
    assert len(stored()) < len(small.items)
    del small.extra["/lokalno/page/2"]
    crawl(small.home)
    assert stored().keys() == paths(small)


def test_a_page_that_fails_is_tried_again_by_the_next_crawl(crawl, stored, small):
    broken = small.items[20].path
    small.extra[broken] = (503, {"Content-Type": "text/html"}, b"<h1>503</h1>")
    crawl(small.home)
    assert broken not in stored()
    del small.extra[broken]
    (result,) = crawl(small.home)
    assert result["counts"]["new"] == 1
    assert broken in stored()


def test_a_portal_without_items_is_told(crawl, small):
    small.items = []
    (result,) = crawl(small.home, code=1)
    assert result["outcome"] == "empty"
    assert "newsarchive look" in result["problem"]


def test_a_front_page_that_forwards_is_followed(crawl, stored, small):
    front = small._html("Mali portal", small._front())
    small.extra["/"] = (200, {"Content-Type": "text/html"}, b'<meta http-equiv="refresh" content="0; url=/domov">')
    small.extra["/domov"] = front
    crawl(small.home)
    assert stored().keys() == paths(small)


def test_limit_and_since(crawl, stored, small, tmp_path):
    (result,) = crawl(small.home, "--limit", "7")
    assert result["outcome"] == "partial"
    assert len(stored()) == 7
    crawl(small.home)
    assert stored().keys() == paths(small), "a partial crawl settles nothing"
    crawl(small.home, "--since", "2026-11-16", data=tmp_path / "new")
    assert {one.record.published[:10] for one in stored(tmp_path / "new").values()} == {
        f"2026-11-{day}" for day in (16, 17, 18, 19, 20)
    }


def test_full_fetches_everything_again(crawl, small):
    crawl(small.home)
    small.requests.clear()
    (result,) = crawl(small.home, "--full")
    assert result["counts"]["unchanged"] == len(small.items)


def test_a_text_is_stored_once_when_it_has_not_changed(crawl, small, tmp_path):
    crawl(small.home)
    crawl(small.home, "--full")
    with Archive(tmp_path / "data/archive.db", readonly=True) as archive:
        assert all(len(archive.versions(one.id)) == 1 for one in archive.records())


def test_a_large_portal_of_one_section_is_walked_to_its_end(crawl, stored):
    with serving(SmallPortal(items=make_items({"novice": 150}))) as portal:
        crawl(portal.home)
        assert len(stored()) == 150
