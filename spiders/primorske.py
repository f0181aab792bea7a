"""primorske.svet24.si: a system of its own."""

from newsarchive.crawl import NewsSpider


class Primorske(NewsSpider):
    """An item's address ends in its number."""

    name = "primorske"
    home = "https://primorske.svet24.si/"
    feeds = ("/rss.xml",)
    items = {"article": r"^/clanek/[^/]+/[^/]+-\d+/?$"}
