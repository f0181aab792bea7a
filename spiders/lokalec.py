"""lokalec.si: WordPress; the clock in its header is the day of the visit."""

from newsarchive.crawl import Listing, NewsSpider


class Lokalec(NewsSpider):
    """Every item known so far stands in /novice/."""

    name = "lokalec"
    home = "https://lokalec.si/"
    feeds = ("/feed/",)
    listings = (Listing("/category/obcine/", paging="/category/obcine/page/{page}/"),)
    items = {"article": r"^/novice/(?!page/)[^/]+/$"}
