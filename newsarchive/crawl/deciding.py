"""Whether a page is an item: the one decision that a crawl, a rereading of stored pages and an import share."""

from __future__ import annotations

from collections.abc import Callable

from newsarchive.crawl.addresses import key, target
from newsarchive.crawl.view import View
from newsarchive.extract import Template, judge
from newsarchive.items import Site

USELESS = {"consent": "consent", "missing": "soft 404", "empty": "empty"}
"""Verdicts on pages that say nothing, and the words under which they are counted."""


def useless(verdict: str, view: View) -> str | None:
    """Give the word for a page that says nothing, or None; a front page may merely send its reader on."""
    return None if view.found.role == "home" and view.elsewhere else USELESS.get(verdict)


def is_item(view: View, verdict: str, site: Site, may_be_item: Callable[[str], bool]) -> bool:
    """Tell whether a page is an item; where no patterns decide, a page with further pages of its own is a list.

    ``may_be_item`` tells whether an address can be that of an item of the site.
    """
    url = view.page.url
    if target(url) == "/" or (view.found.role != "home" and key(url) == key(site.home)):
        return False
    return may_be_item(url) if site.items else verdict == "item" and not view.has_pages


def refused(view: View, site: Site, may_be_item: Callable[[str], bool], template: Template | None = None) -> str | None:
    """Give the word for why a page is no item, or None where it is one."""
    verdict = judge(view.page, site=site, template=template)
    return useless(verdict, view) or (None if is_item(view, verdict, site, may_be_item) else "no item")
