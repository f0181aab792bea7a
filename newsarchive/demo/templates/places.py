"""The addresses of the WordPress-like template."""

from __future__ import annotations

from newsarchive.demo.templates.base import SUBJECTS
from newsarchive.items import Kind

FOLDERS = {
    "kultura": "objave/kultura", "sport": "sport", "gospodarstvo": "gospodarstvo", "kronika": "policijsko-porocilo",
    "notice": "obvestila", "obituary": "osmrtnice",
}  # fmt: skip
"""First part of an address by topic."""
GENERAL = "druzba"
SECTIONS = {folder: SUBJECTS[topic] for topic, folder in FOLDERS.items()} | {GENERAL: "Družba"}
STATIC = {"o-nas": "O nas", "kontakt": "Kontakt", "zasebnost": "Varstvo osebnih podatkov"}
PAGE = 12
TAIL: tuple[tuple[Kind, int], ...] = (("article", 4), ("notice", 4), ("obituary", 6))
"""What an item's tail shows, and how many."""
SITEMAPS = {"post": "article", "obvestila": "notice", "osmrtnice": "obituary"}
ROBOTS = """User-agent: *
Disallow: /wp-admin/
Disallow: /wp-login.php
Disallow: /interno/
Crawl-delay: 1

Sitemap: $base/sitemap_index.xml
"""
NUMBER = r"(?:page/(?P<number>\d+)/?)?"
ROUTES = (
    (r"/", "front"),
    (r"/\?p=(?P<post>\d+)", "short"),
    (r"/arhiv/(?P<slug>[^/?]+)/?", "archived"),
    (r"/feed/?", "feed"),
    (r"/sitemap_index\.xml|/sitemap\.xml", "sitemap_index"),
    (r"/(?P<name>\w+)-sitemap(?P<number>\d*)\.xml", "sitemap"),
    (r"/novice/" + NUMBER, "news"),
    (r"/mesto/(?P<slug>[^/]+)/" + NUMBER, "of_town"),
    (r"/oznaka/(?P<slug>[^/]+)/" + NUMBER, "of_tag"),
    (r"/(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)/", "of_day"),
    (r"/(?P<folder>" + "|".join(SECTIONS) + r")/" + NUMBER, "of_section"),
    (r"/(?P<name>" + "|".join(STATIC) + r")/", "static"),
    (r"/(?:interno|wp-admin)/.*|/wp-login\.php", "forbidden"),
    (r"/.+", "item"),
)
"""Patterns of path and query, each with the method that answers."""
