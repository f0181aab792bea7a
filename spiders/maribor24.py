"""maribor24.si: of its items only /lokalno/<slug>/ is known, so each page is judged."""

from newsarchive.crawl import NewsSpider


class Maribor24(NewsSpider):
    """The date stands in an ISO attribute (seen in 2018)."""

    name = "maribor24"
    home = "https://maribor24.si/"
    feeds = ("/feed",)
    selectors = {"published": "time.timeago"}
