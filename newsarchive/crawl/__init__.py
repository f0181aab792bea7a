"""Scrapy's side: the spider that all sites share, and the add-on that wires it up."""

from newsarchive.crawl.addon import NewsArchive
from newsarchive.crawl.spider import NewsSpider, undeclared
from newsarchive.items import Listing

__all__ = ["Listing", "NewsArchive", "NewsSpider", "undeclared"]
