"""gorenjskiglas.si: a system of its own; items stand on the host arhiv.gorenjskiglas.si."""

from newsarchive.crawl import NewsSpider


class GorenjskiGlas(NewsSpider):
    """The server ignores the last part of an item's address: day and number are what counts."""

    name = "gorenjskiglas"
    home = "https://www.gorenjskiglas.si/"
    feeds = ("/rss.xml",)
    items = {"article": r"^/article/\d{8}/C/\d+"}
