"""What ``crawl`` and ``demo`` share: choosing sites, crawling them in one process, showing how it goes."""

from newsarchive.cli.crawling.running import Job, Options, Result, crawl_sites
from newsarchive.cli.crawling.showing import Progress, show_results
from newsarchive.cli.crawling.targets import choose, known_sites, settings

__all__ = ["Job", "Options", "Progress", "Result", "choose", "crawl_sites", "known_sites", "settings", "show_results"]
