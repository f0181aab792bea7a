"""velenjcan.si: WordPress until January 2026, a new template since; the archive keeps the old addresses."""

from newsarchive.crawl import Listing, NewsSpider


class Velenjcan(NewsSpider):
    """Items stand in many folders (/novice/, /druzba/, /sport/, /objave/kultura/, ?p=ID), so each page is judged."""

    name = "velenjcan"
    home = "https://velenjcan.si/"
    feeds = ("/feed/",)  # GUESS
    listings = (
        Listing("/novice/", paging="/novice/page/{page}"),
        Listing("/obvestila/", kind="notice"),  # GUESS
        Listing("/osmrtnice/", kind="obituary"),  # GUESS
    )
