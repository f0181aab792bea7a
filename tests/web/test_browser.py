"""Every page in a real browser: nothing is asked of other hosts, nothing complains, everybody can use it."""

import os
import shutil
from contextlib import closing
from datetime import UTC, datetime

import pytest

from newsarchive.archive import Archive
from newsarchive.demo import Portal
from newsarchive.items import Record
from tests.web.serving import served

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
pytest.importorskip("uvicorn", reason="Datasette is not installed: pip install newsarchive[browse]")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="There is no Chromium: install the Debian package chromium."),
    pytest.mark.timeout(600),
    pytest.mark.xdist_group("browser"),
]

PAGES = {
    "front": "/",
    "results": "/search?q=cesta",
    "nothing found": "/search?q=qqqqqq",
    "no query": "/search?q=kind:novel",
    "article": "/record/1",
    "notice": "/record/{notice}",
    "obituary": "/record/{obituary}",
    "versions": "/record/{edited}/versions/2",
    "notices": "/notices",
    "month": "/notices?month=2026-01",
    "obituaries": "/obituaries",
    "changes": "/changes",
    "saved": "/saved",
    "health": "/health",
    "missing": "/record/999999",
}
SIZES = {"phone": (360, 740), "desk": (1280, 900)}
SERIOUS = ("serious", "critical")
ERRORS_WANTED = ("nothing found", "no query", "missing")
"""Pages whose status is that of an error; a browser notes it."""


def filled(path):
    """An archive with a demo portal's records, one of them edited."""
    numbers = {}
    with Archive(path) as archive:
        for fact in Portal("wordpress", records=40).truth().values():
            saved = archive.save(fact.record, seen_at=datetime(2026, 1, 28, tzinfo=UTC))
            numbers.setdefault(fact.record.kind, saved.id)
        record = archive.get(1).record
        record.body = f"{record.body}\n\nDopolnjeno: škode je za 12.000 evrov."
        numbers["edited"] = archive.save(record, seen_at=datetime(2026, 1, 29, tzinfo=UTC)).id
        run = archive.start_run("demo")
        archive.finish_run(run, "finished", {"requests": 50, "new": 40}, {"failed": {"timeout": 2}})
    return numbers


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("web") / "archive.db"
    return path, filled(path)


@pytest.fixture(scope="module")
def home(archive):
    with served(archive[0]) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as engine:
        sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        with closing(engine.chromium.launch(executable_path=CHROMIUM, args=sandbox)) as opened:
            yield opened


def address(home, archive, name):
    return home + PAGES[name].format(**archive[1])


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("locale", ["sl-SI", "en-GB"])
def test_every_page_is_quiet_and_fits(home, archive, browser, locale, size, scheme, script):
    width, height = SIZES[size]
    told, asked = [], []
    with closing(
        browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=script,
            locale=locale,
        )
    ) as context:
        page = context.new_page()
        page.on("console", lambda message: told.append((message.type, message.text)))
        page.on("pageerror", lambda error: told.append(("error", str(error))))
        page.on("request", lambda request: asked.append(request.url))
        for name in PAGES:
            told.clear()
            answer = page.goto(address(home, archive, name))
            assert answer.status < 500, name
            assert page.locator("html").get_attribute("lang") == locale[:2]
            assert page.locator("h1").count() == 1, name
            complaints = [one for one in told if "status of 4" not in one[1] or name not in ERRORS_WANTED]
            assert complaints == [], f"{name}: {complaints}"
            if script:
                wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                assert wide <= 0, f"{name} is {wide} pixels wider than the window"
    assert [url for url in asked if not url.startswith(home)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_everybody_can_use_every_page(home, archive, browser, size, scheme):
    width, height = SIZES[size]
    with closing(
        browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=True)
    ) as context:
        page = context.new_page()
        for name in PAGES:
            page.goto(address(home, archive, name))
            found = axe.Axe().run(page).response["violations"]
            serious = [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in SERIOUS]
            assert serious == [], f"{name}:\n" + "\n".join(serious)


def test_search_from_the_front_page_without_a_mouse(home, browser):
    with closing(browser.new_context(locale="sl-SI")) as context:
        page = context.new_page()
        page.goto(home)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("/")
        page.keyboard.type("cesta")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?*")
        assert page.locator("article.hit, .hit").count() > 0
        assert page.locator("mark").count() > 0


def test_dragging_over_the_chart_narrows_the_time(archive, home, browser):
    with Archive(archive[0]) as opened:
        for month in range(1, 7):
            url = f"https://demo.example/grad-{month}"
            opened.save(Record("article", "demo", url, title="Grad", published=f"2026-{month:02}-10"))
    with closing(browser.new_context(locale="en-GB")) as context:
        page = context.new_page()
        page.goto(f"{home}/search?q=title:grad&kind=article")
        columns = page.locator("[data-span]")
        first, last = (columns.nth(place).bounding_box() for place in (1, 3))
        page.mouse.move(last["x"] + last["width"] / 2, last["y"] + 20)
        page.mouse.down()
        page.mouse.move(first["x"] + first["width"] / 2, first["y"] + 20, steps=5)
        assert page.locator(".brushed").count() == 3
        page.mouse.up()
        page.wait_for_url("**since=2026-02&until=2026-04")
        assert "kind=article" in page.url
        assert page.locator("article.hit").count() == 3
        columns.nth(5).click(position={"x": 5, "y": 20})
        page.wait_for_url("**since=2026-06&until=2026-06")
