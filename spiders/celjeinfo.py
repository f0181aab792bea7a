"""celje.info: WordPress; items stand at /<category>/<slug> or /?p=ID, as other pages do, so each is judged."""

from newsarchive.crawl import NewsSpider


class CeljeInfo(NewsSpider):
    """Its lists are found from the front page."""

    name = "celjeinfo"
    home = "https://celje.info/"
    feeds = ("/feed/",)  # GUESS
