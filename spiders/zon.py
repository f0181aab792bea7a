"""zon.si: WordPress (tagDiv); an item's address is a bare /<slug>, as other pages' are, so each is judged."""

from newsarchive.crawl import NewsSpider


class Zon(NewsSpider):
    """Lists stand at /rubrika/<name>/page/N and are found from the front page; some items have no ``time`` element."""

    name = "zon"
    home = "https://zon.si/"
    feeds = ("/feed/",)
