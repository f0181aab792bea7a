"""Which addresses once redirected to a page: a crawl notes them as aliases, and so must who reads its pages later."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsarchive.crawl.addresses import clean, key

LONGEST = 10
"""Redirects that are followed one after the other."""
SENDING = frozenset((301, 302, 303, 307, 308))
"""The statuses that send a reader on."""


@dataclass(slots=True)
class Chains:
    """Redirects, to be asked for backwards."""

    sources: dict[str, dict[str, None]] = field(default_factory=dict)
    """For each address to which somebody was sent (as its key), the addresses that sent there."""

    def add(self, url: str, location: str | None) -> None:
        """Take in that ``url`` sent its reader to ``location``, absolute or relative."""
        target = clean(location, url) if location else None
        if target and key(target) != key(url):
            self.sources.setdefault(key(target), {})[url] = None

    def to(self, url: str) -> list[str]:
        """Give the addresses that led to this one, the nearest first.

        >>> chains = Chains()
        >>> chains.add("http://portal.si/?p=17", "/most")
        >>> chains.add("http://portal.si/most", "https://portal.si/novice/most")
        >>> chains.to("https://portal.si/novice/most/")
        ['http://portal.si/most', 'http://portal.si/?p=17']
        """
        met: dict[str, None] = {}
        nearest = [url]
        for _ in range(LONGEST):
            nearest = [one for target in nearest for one in self.sources.get(key(target), ()) if one not in met]
            met.update(dict.fromkeys(nearest))
        return list(met)
