"""The made-up portal of ``newsarchive demo`` in its three templates: what a declaration can look like."""

from newsarchive.crawl import Listing, NewsSpider


class Demo(NewsSpider):
    """Dolinski list: like WordPress, with feed and sitemap."""

    name = "demo"
    title = "Dolinski list"
    home = "http://127.0.0.1:8017/"
    feeds = ("/feed/",)
    sitemaps = ("/sitemap_index.xml",)
    listings = (Listing("/novice/", paging="/novice/page/{page}/"),)
    items = {
        "notice": r"^/obvestila/(?!page/)[^/]+/?$",
        "obituary": r"^/osmrtnice/(?!page/)[^/]+/?$",
        "article": r"^/(?:druzba|sport|gospodarstvo|policijsko-porocilo|objave/kultura|arhiv)/(?!page/)[^/]+/?$"
        r"|^/\?p=\d+$",
    }


class DemoNew(NewsSpider):
    """Naša dolina: lists only, each with "Starejše" at its end."""

    name = "demo-new"
    title = "Naša dolina"
    home = "http://127.0.0.1:8018/"
    listings = tuple(
        Listing(f"/{path}", paging=f"/{path}?page={{page}}")
        for path in ("novice", "sport", "kultura", "gospodarstvo", "obvestila", "osmrtnice", "obcina/jelendol/")
    )
    items = {
        "notice": r"^/obvestila/[^/?]+/?$",
        "obituary": r"^/osmrtnice/[^/?]+/?$",
        "article": r"^/(?:novice|sport|kultura|gospodarstvo)/[^/?]+/?$",
    }


class DemoOld(NewsSpider):
    """Stari glasnik: windows-1250, no feed, no sitemap, three ways of paging."""

    name = "demo-old"
    title = "Stari glasnik"
    home = "http://127.0.0.1:8019/"
    listings = (
        Listing("/novice", paging="/novice?stran={page}"),
        Listing("/obvestila_1.html", kind="notice", paging="/obvestila_{page}.html"),
        Listing("/osmrtnice.php", kind="obituary", paging="/osmrtnice.php?stran={page}"),
    )
    items = {
        "notice": r"^/obvestila/\d+/",
        "obituary": r"^/osmrtnica\.php\?id=\d+$",
        "article": r"^/novice/\d+/|^/clanek\.php\?id=\d+$",
    }
