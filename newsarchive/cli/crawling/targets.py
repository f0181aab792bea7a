"""From what a person typed to the spiders that crawl it."""

from __future__ import annotations

import difflib
import traceback
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import click
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from newsarchive.cli.context import Failure
from newsarchive.crawl import NewsSpider, undeclared
from newsarchive.crawl.addresses import host, is_web
from newsarchive.crawl.politeness import is_loopback

BROKEN = 'The declaration of a site cannot be read ({where}: {error}): mend it, then try "newsarchive sites".'


def _culprit(error: BaseException) -> str:
    """Give file and line where a declaration went wrong."""
    if isinstance(error, SyntaxError):
        return f"{Path(error.filename or 'spiders').name}, line {error.lineno}"
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(last.filename).name}, line {last.lineno}"


def _told(error: BaseException) -> str:
    return str(getattr(error, "msg", None) or error or type(error).__name__).rstrip(".")


def settings(data: Path) -> Settings:
    """Give the project's Scrapy settings for a data folder, wherever the program is installed."""
    found = Settings()
    found.setmodule("newsarchive.settings", priority="project")
    found.set("NEWSARCHIVE_DATA", str(data), priority="cmdline")
    return found


def known_sites(data: Path) -> dict[str, type[NewsSpider]]:
    """Give the declared sites by name.

    Raises:
        Failure: a file in ``spiders/`` cannot be imported.
    """
    try:
        loader = get_spider_loader(settings(data))
    except Exception as error:  # a declaration is somebody's code: anything can go wrong in it
        raise Failure(BROKEN.format(where=_culprit(error), error=_told(error))) from error
    spiders = ((name, loader.load(name)) for name in sorted(loader.list()))
    return {name: spider for name, spider in spiders if issubclass(spider, NewsSpider)}


def choose(words: Iterable[str], known: dict[str, type[NewsSpider]]) -> list[type[NewsSpider]]:
    """Give the spiders for names of sites and addresses, each once.

    Raises:
        click.UsageError: a word is neither; the sentence names the nearest sites.
    """
    chosen = {spider.name: spider for spider in (_choose(word, known) for word in words)}
    return list(chosen.values())


def _choose(word: str, known: dict[str, type[NewsSpider]]) -> type[NewsSpider]:
    if word in known:
        return known[word]
    if is_web(word):
        declared = (spider for spider in known.values() if host(spider.home) == host(word))
        return next(declared, None) or undeclared(word)
    raise click.UsageError(_say_unknown(word, known))


def _say_unknown(word: str, known: dict[str, type[NewsSpider]]) -> str:
    """Say what was wrong with a word, and what to type instead."""
    if "://" in word:
        return f'"{word}" is no http or https address: name a site ("newsarchive sites" lists them) or such an address.'
    near = difflib.get_close_matches(word, known, n=3)
    if near:
        return f'No site is called "{word}"; did you mean {" or ".join(near)}? "newsarchive sites" lists all.'
    if "." in word:
        return f'No site is called "{word}": for an address, write https://{word}/.'
    return f'No site is called "{word}": "newsarchive sites" lists those that are known.'


def real(known: dict[str, type[NewsSpider]]) -> list[type[NewsSpider]]:
    """Give the sites that ``--all`` means: not those on this machine, which are made up."""
    return [spider for spider in known.values() if not is_loopback(urlsplit(spider.home).hostname or "")]
