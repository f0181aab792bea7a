"""Which addresses once redirected to a page: a crawl notes them as aliases, and so must who reads its pages later."""

from __future__ import annotations

from collections.abc import Sequence
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
    targets: dict[str, set[str]] = field(default_factory=dict)
    """For each address that sent somebody on, whereto; all as keys."""

    def add(self, url: str, location: str | None) -> None:
        """Take in that ``url`` sent its reader to ``location``, absolute or relative."""
        target = clean(location, url) if location else None
        if target and key(target) != key(url):
            self.sources.setdefault(key(target), {})[url] = None
            self.targets.setdefault(key(url), set()).add(key(target))

    def to(self, url: str) -> list[str]:
        """Give the addresses that led to this one and nowhere else, the nearest first.

        One that sent its readers to several pages (a wall that asks for consent and sends them back) belongs to none.

        >>> chains = Chains()
        >>> chains.add("http://portal.si/?p=17", "/most")
        >>> chains.add("http://portal.si/most", "https://portal.si/novice/most")
        >>> chains.to("https://portal.si/novice/most/")
        ['http://portal.si/most', 'http://portal.si/?p=17']
        """
        met: dict[str, None] = {}
        nearest, self_sent = [url], self._beyond(url)
        for _ in range(LONGEST):
            leading = (one for target in nearest for one in self._leading(target))
            nearest = [one for one in leading if one not in met and key(one) not in self_sent]
            met.update(dict.fromkeys(nearest))
        return list(met)

    def _leading(self, target: str) -> list[str]:
        return [one for one in self.sources.get(key(target), ()) if len(self.targets[key(one)]) == 1]

    def _beyond(self, url: str) -> set[str]:
        """Give the keys of the addresses to which this one itself once led: by them it was reached on a detour."""
        found: set[str] = set()
        nearest = {key(url)}
        for _ in range(LONGEST):
            nearest = {one for target in nearest for one in self.targets.get(target, ())} - found
            found |= nearest
        return found


def direct(asked: Sequence[str], end: str) -> Sequence[str]:
    """Leave out the detour by which a chain of redirects came back to where it had been.

    >>> direct(["http://portal.si/?p=17", "http://portal.si/most", "http://portal.si/soglasje"], "https://portal.si/most")
    ['http://portal.si/?p=17']
    """
    keys = [key(one) for one in asked]
    return asked[: keys.index(key(end))] if key(end) in keys else asked
