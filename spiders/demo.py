"""The made-up portal of ``newsarchive demo``, in its three templates."""

from newsarchive.crawl import Listing, NewsSpider


class Demo(NewsSpider):
    """The WordPress-like one."""

    name = "demo"
    home = "http://127.0.0.1:8017/"
