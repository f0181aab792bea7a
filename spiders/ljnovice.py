"""ljnovice.si: WordPress, items by day; its lists are found from the front page."""

from newsarchive.crawl import NewsSpider


class LjNovice(NewsSpider):
    """An item's address begins with its day."""

    name = "ljnovice"
    home = "https://ljnovice.si/"
    feeds = ("/feed/",)
    items = {"article": r"^/\d{4}/\d\d/\d\d/[^/]+/$"}
    selectors = {"body": "div.entry-content"}
