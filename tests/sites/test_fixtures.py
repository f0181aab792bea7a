"""Saved pages and the records they must become: one test per field of each page.

A fixture is ``<site>/<name>.html`` with ``<name>.json`` beside it: ``{"url": …, "record": Record.to_dict()}``; it may
also have ``fetched`` (when the page was fetched), ``encoding`` (the character set of the transport) and ``wrong``
(for a field or a part of one, such as ``notices.0.places``, that is still read wrongly: why). A page without its JSON
gets it written once and fails until a person has reviewed it; one that ``newsarchive fixture`` wrote fails until
``review`` is taken out of it.
"""

import difflib
import json
from copy import deepcopy
from datetime import datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from newsarchive.extract import Page, judge, read_page
from newsarchive.items import Record, Site

HERE = Path(__file__).parent
PAGES = sorted(HERE.glob("*/*.html"))
FIELDS = list(Record("article", "primer", "http://primer.si/").to_dict())


@cache
def site_of(name: str) -> Site | None:
    """The declaration of the site, where it has a spider."""
    if find_spec(f"spiders.{name}") is None:
        return None
    from newsarchive.cli.crawling.targets import known_sites  # Scrapy takes a second: only for sites that have a spider

    return known_sites(HERE)[name].declaration()


def expectation(page: Path) -> dict[str, Any]:
    path = page.with_suffix(".json")
    if not path.exists():
        return {}
    told = json.loads(path.read_text("utf-8"))
    return {**told, "record": json.loads(json.dumps(Record.from_dict(told["record"]).to_dict()))}


@cache
def parsed(page: Path) -> Page:
    expected = expectation(page)
    return Page(page.read_bytes(), expected.get("url") or address(page), encoding=expected.get("encoding"))


@cache
def found(page: Path) -> dict[str, Any]:
    """The record as JSON has it."""
    fetched = expectation(page).get("fetched")
    record = read_page(
        parsed(page), site=site_of(page.parent.name), fetched=datetime.fromisoformat(fetched) if fetched else None
    )
    return json.loads(json.dumps(record.to_dict()))


def address(page: Path) -> str:
    """The address of a page that nobody has told: the one that it gives itself."""
    saved = Page(page.read_bytes(), f"https://{page.parent.name}.test/{page.stem}")
    return saved.resolve(saved.markup.link("canonical") or saved.markup.meta("og:url") or saved.url)


def difference(expected: Any, got: Any) -> str:
    """What is expected (-) and what was read (+), line by line."""
    sides = [shown(value).splitlines() for value in (expected, got)]
    return "\n".join(difflib.unified_diff(*sides, "expected", "read", lineterm="", n=1))


def shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)


def part(value: Any, path: str) -> Any:
    """What stands at a path such as ``notices.0.places``."""
    for step in path.split("."):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def without(record: dict[str, Any], paths: list[str]) -> dict[str, Any]:
    """A copy of a record with nothing at these paths."""
    copied = deepcopy(record)
    for path in paths:
        holder, _, last = path.rpartition(".")
        part(copied, holder)[last] = None
    return copied


def cases() -> list[Any]:
    """Each field of each reviewed page; what is known to be wrong is expected to fail, with the reason."""
    every = []
    for page in PAGES:
        wrong = expectation(page).get("wrong", {})
        every += [pytest.param(page, field, id=f"{name(page)}-{field}") for field in FIELDS if field not in wrong]
        for path, reason in wrong.items():
            every.append(
                pytest.param(page, path, id=f"{name(page)}-{path}", marks=pytest.mark.xfail(reason=reason, strict=True))
            )
    return every


def name(page: Path) -> str:
    return f"{page.parent.name}/{page.stem}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_expectation_was_reviewed(page):
    path = page.with_suffix(".json")
    if path.exists():
        assert "review" not in expectation(page), f"{path.relative_to(HERE)} waits for a person's eyes"
        return
    written = {"url": address(page), "record": found(page)}
    path.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", "utf-8")
    pytest.fail(f"{path.relative_to(HERE)} was written from what is read today: correct it by hand, then commit it.")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_page_is_an_item(page):
    assert judge(parsed(page), site=site_of(page.parent.name)) == "item"


@pytest.mark.parametrize(("page", "field"), cases())
def test_field(page, field):
    expected = expectation(page)
    if not expected:
        pytest.skip("not reviewed yet")
    inner = [path for path in expected.get("wrong", {}) if path.startswith(f"{field}.")]
    want, got = (part(without(record, inner), field) for record in (expected["record"], found(page)))
    assert want == got, f"{field} of {name(page)}:\n{difference(want, got)}"


@pytest.mark.parametrize("path", sorted(HERE.glob("*/*.json")), ids=name)
def test_no_expectation_is_without_its_page(path):
    assert path.with_suffix(".html").exists()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_expectation_is_a_record(page):
    expected = expectation(page)
    if expected:
        whole = json.loads(json.dumps(Record.from_dict(expected["record"]).to_dict()))
        assert whole | expected["record"] == whole
        assert all(path.split(".")[0] in FIELDS for path in expected.get("wrong", {}))
