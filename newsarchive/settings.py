"""Scrapy's settings of the project; the only place that names ``spiders`` and ``pipelines``."""

BOT_NAME = "newsarchive"
SPIDER_MODULES = ["spiders"]
NEWSPIDER_MODULE = "spiders"
ADDONS = {"newsarchive.crawl.NewsArchive": 100}
EXTENSIONS = {"newsarchive.monitor.Monitor": 200}
ITEM_PIPELINES = {
    "pipelines.validate.Validate": 100,
    "pipelines.images.KeepImages": 500,
    "pipelines.archive.SaveToArchive": 900,
}
LOG_LEVEL = "INFO"
