"""All wiring of the crawler into Scrapy, in one add-on."""

from __future__ import annotations

import os
from typing import Any

from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings

from newsarchive import __version__

LARGEST = 32 * 1024 * 1024
"""Bytes of a response, unpacked."""

POLITE: dict[str, Any] = {
    "ROBOTSTXT_OBEY": True,
    "DOWNLOAD_DELAY": 1.0,
    "CONCURRENT_REQUESTS": 8,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 2,
    "RETRY_TIMES": 2,
    "COOKIES_ENABLED": False,
}
KEPT: dict[str, Any] = {
    "NEWSARCHIVE_SNAPSHOTS": True,
    "NEWSARCHIVE_REREADER": "newsarchive.reread.Rereader",
}
"""Whether responses are kept (only benchmarks do without), and what reads the page before a change again."""
LIMITED: dict[str, Any] = {
    "DOWNLOAD_MAXSIZE": LARGEST,
    "DOWNLOAD_WARNSIZE": 0,
    "DOWNLOAD_TIMEOUT": 30,
    "DNS_TIMEOUT": 20,
    "REDIRECT_MAX_TIMES": 5,
    "METAREFRESH_ENABLED": False,
    "DOWNLOAD_VERIFY_CERTIFICATES": True,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "DOWNLOAD_HANDLERS": {"data": None, "file": None, "ftp": None, "s3": None},
}
QUICK: dict[str, Any] = {
    "SCHEDULER": "newsarchive.crawl.scheduler.Scheduler",
    "LOG_FORMATTER": "newsarchive.crawl.quiet.QuietLog",
    "CONCURRENT_ITEMS": 1,  # Scrapy starts so many tasks for every response
    "REFERER_ENABLED": False,
    "STATS_DUMP": False,
    "DEFAULT_DROPITEM_LOG_LEVEL": "INFO",
    "SPIDER_MIDDLEWARES": {
        "scrapy.spidermiddlewares.start.StartSpiderMiddleware": None,  # our scheduler knows no start requests
        "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,  # our spider takes every status
        "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # Bounds does it
        "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # Found does it
        "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,  # we copy no meta
    },
    "DOWNLOADER_MIDDLEWARES": {
        "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # Bounds does it
        "newsarchive.crawl.bounds.Bounds": 50,
        "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
        "newsarchive.crawl.robots.Robots": 100,
        "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,  # Politeness does it
        "newsarchive.crawl.politeness.Politeness": 550,
        "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
        "newsarchive.crawl.redirects.Redirects": 600,
        "newsarchive.crawl.capture.Capture": 950,  # nearer to the network than whatever unpacks bodies
    },
    "EXTENSIONS": {"newsarchive.crawl.keeper.Keeper": 100},
}

RECORDS = {"item_classes": ["newsarchive.items.Record"]}
"""What goes into the files of ``scrapy crawl -o``: records, and no pictures."""


class NewsArchive:
    """Scrapy add-on: ``ADDONS = {"newsarchive.crawl.NewsArchive": 100}`` is all that settings need."""

    def update_settings(self, settings: BaseSettings) -> None:
        """Set what a crawl of news portals needs; a project's own settings come first."""
        for name, value in {**POLITE, **LIMITED, **KEPT, **QUICK, "USER_AGENT": agent(settings)}.items():
            if isinstance(value, dict):
                _add(settings, name, value)
            else:
                settings.set(name, value, priority="addon")
        feeds = settings.getdict("FEEDS")
        settings.set("FEEDS", {uri: {**RECORDS, **feed} for uri, feed in feeds.items()}, _priority(settings, "FEEDS"))


def _add(settings: BaseSettings, name: str, value: dict[str, Any]) -> None:
    """Add to a table of components, whoever filled it before; the entries there already stay as they are."""
    settings.set(name, {**value, **settings.getdict(name)}, _priority(settings, name))


def _priority(settings: BaseSettings, name: str) -> int:
    """Give the priority at which a setting is changed without being overruled by who filled it before."""
    return max(settings.getpriority(name) or 0, SETTINGS_PRIORITIES["addon"])


def agent(settings: BaseSettings) -> str:
    """Give the User-Agent: name, version, and where a portal's owner finds out who crawls (``NEWSARCHIVE_CONTACT``).

    >>> agent(BaseSettings({"NEWSARCHIVE_CONTACT": "https://arhiv.example.si/robot"}))
    'newsarchive/... (+https://arhiv.example.si/robot)'
    """
    contact = settings.get("NEWSARCHIVE_CONTACT") or os.environ.get("NEWSARCHIVE_CONTACT")
    return f"newsarchive/{__version__}" + (f" (+{contact})" if contact else "")
