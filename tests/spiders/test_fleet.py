"""What every site must keep to, looked at over all of them."""

import inspect
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from newsarchive.crawl import NewsSpider
from newsarchive.crawl.addresses import clean
from newsarchive.crawl.politeness import is_loopback
from newsarchive.items import KINDS, Site

ROOT = Path(__file__).parents[2]
EXPECTED = {
    *("demo", "demo-new", "demo-old", "velenjcan", "koroskenovice", "maribor24", "lokalec", "ljnovice"),
    *("gorenjskiglas", "primorske", "zon", "celjeinfo"),
}
SELECTORS = {
    "title",
    "lead",
    "body",
    "authors",
    "published",
    "modified",
    "section",
    "images",
    "source",
    "tags",
    "remove",
}
MOST_LINES = 15
"""Lines of a declaration, without its words about the portal."""


def loaded():
    settings = Settings()
    settings.setmodule("newsarchive.settings")
    loader = get_spider_loader(settings)
    return {name: loader.load(name) for name in loader.list()}


FLEET = loaded()
SPIDERS = pytest.mark.parametrize("spider", FLEET.values(), ids=FLEET)


def test_the_sites_of_the_field_notes_are_there():
    assert FLEET.keys() >= EXPECTED


@SPIDERS
def test_a_site_is_a_declaration(spider):
    own = [name for name, value in vars(spider).items() if inspect.isfunction(value)]
    assert issubclass(spider, NewsSpider)
    assert set(own) <= {"refine"}


@SPIDERS
def test_a_site_can_be_said_as_data(spider):
    site = spider.declaration()
    assert isinstance(site, Site)
    assert spider().site() == site
    assert spider(home="http://127.0.0.1:1/").site().home == "http://127.0.0.1:1/"


@SPIDERS
def test_its_name_can_stand_in_a_command_and_a_path(spider):
    assert re.fullmatch(r"[a-z][a-z0-9-]*", spider.name)


@SPIDERS
def test_its_home_is_a_clean_address(spider):
    assert clean(spider.home) == spider.home
    assert urlsplit(spider.home).path == "/"


@SPIDERS
def test_its_lists_are_addresses_below_its_home(spider):
    site = spider.declaration()
    listings = [page for listing in site.listings for page in (listing.page(0), listing.page(1)) if page]
    for address in [*site.feeds, *site.sitemaps, *listings]:
        assert clean(site.resolve(address))
        assert site.resolve(address).startswith(site.home)


@SPIDERS
def test_its_patterns_compile_and_leave_lists_alone(spider):
    site = spider.declaration()
    assert set(site.items) <= set(KINDS)
    for listing in site.listings:
        for page in (listing.page(0), listing.page(1), listing.page(9)):
            assert page is None or site.kind_of(page) is None, f"{page} is a list, but a pattern of items matches it"
    assert site.kind_of("/") is None


@SPIDERS
def test_it_declares_only_fields_that_can_be_selected(spider):
    assert set(spider.selectors) <= SELECTORS


@SPIDERS
def test_nobody_crawls_faster_than_the_default(spider):
    assert spider.delay is None or spider.delay >= 1.0
    assert not spider.custom_settings, "settings of a site would get around politeness"


@SPIDERS
def test_it_says_when_it_was_verified(spider):
    assert spider.verified is None or re.fullmatch(r"\d{4}-\d\d-\d\d", spider.verified)


FILES = pytest.mark.parametrize("path", sorted((ROOT / "spiders").glob("[a-z]*.py")), ids=lambda path: path.stem)


@FILES
def test_every_file_tells_what_is_known_of_the_portal(path):
    source = path.read_text()
    assert source.startswith('"""')
    assert len(source.split('"""')[1]) > 15


@FILES
def test_every_declaration_is_short(path):
    module = __import__(f"spiders.{path.stem}", fromlist=["*"])
    own = [one for one in vars(module).values() if inspect.isclass(one) and one.__module__ == module.__name__]
    assert own
    for spider in own:
        lines = [line for line in inspect.getsource(spider).splitlines() if line.strip() and '"""' not in line]
        assert len(lines) <= MOST_LINES, spider
        assert spider.__doc__


def test_what_no_copy_shows_is_marked():
    """Feeds and sections of these portals were never seen."""
    for name, guessed in {"velenjcan": ("/feed/", "/obvestila/", "/osmrtnice/"), "celjeinfo": ("/feed/",)}.items():
        lines = (ROOT / f"spiders/{name}.py").read_text().splitlines()
        for words in guessed:
            (line,) = [line for line in lines if f'"{words}"' in line]
            assert line.rstrip().endswith("# GUESS")


def test_only_the_made_up_portals_are_on_this_machine():
    here = {name for name, spider in FLEET.items() if is_loopback(urlsplit(spider.home).hostname)}
    assert here == {"demo", "demo-new", "demo-old"}


@pytest.mark.parametrize(
    ("site", "path", "kind"),
    [
        ("lokalec", "/novice/nov-most-cez-savo/", "article"),
        ("lokalec", "/category/obcine/page/2/", None),
        ("ljnovice", "/2026/11/23/nov-most/", "article"),
        ("ljnovice", "/2026/11/23/", None),
        ("gorenjskiglas", "/article/20261123/C/261129876/nov-most", "article"),
        ("primorske", "/clanek/istra/nov-most-123456", "article"),
        ("demo", "/?p=1204", "article"),
        ("demo", "/obvestila/zapora-ceste-2/", "notice"),
        ("demo", "/osmrtnice/page/2/", None),
        ("demo-new", "/osmrtnice/ana-primer", "obituary"),
        ("demo-new", "/novice?page=2", None),
        ("demo-old", "/obvestila_2.html", None),
        ("demo-old", "/osmrtnica.php?id=4101", "obituary"),
        ("demo-old", "/osmrtnice.php?stran=2", None),
    ],
)
def test_items_are_known_by_their_address(site, path, kind):
    assert FLEET[site].declaration().kind_of(path) == kind


@pytest.mark.parametrize("command", [["list"], ["check"]])
def test_scrapys_own_commands_work(command):
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", *command], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    if command == ["list"]:
        assert set(done.stdout.split()) >= EXPECTED


def test_an_unfit_home_is_refused():
    with pytest.raises(ValueError, match="is no http or https address"):
        FLEET["demo"](home="ftp://localhost/")
