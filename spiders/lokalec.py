"""lokalec.si: WordPress; the clock in its header is the day of the visit."""

from newsarchive.crawl import NewsSpider


class Lokalec(NewsSpider):
    """Every item seen so far stands in /novice/; its lists (/category/<name>/page/N/) are found from the front."""

    name = "lokalec"
    home = "https://lokalec.si/"
    feeds = ("/feed/",)
    items = {"article": r"^/novice/(?!page/)[^/]+/$"}
