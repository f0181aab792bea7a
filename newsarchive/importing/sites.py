"""To which site a page in a foreign file belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsarchive.crawl import undeclared
from newsarchive.crawl.addresses import host, is_below
from newsarchive.items import Site


@dataclass(slots=True)
class Sites:
    """The declared sites, and what was said of the others."""

    declared: Mapping[str, Site]
    named: Site | None = None
    """The site to which pages of hosts belong that nobody declared; None: each host is a site of its own."""
    only: Sequence[str] = ()
    """Hosts to keep to, and those below them; none: all."""
    _found: dict[str, Site | None] = field(default_factory=dict)

    def of(self, url: str) -> Site | None:
        """Give the site of an address, or None for one of a host that is not wanted.

        >>> portal = Site("portal", "https://portal.si/")
        >>> sites = Sites({"portal": portal})
        >>> sites.of("http://www.portal.si/novice") is portal, sites.of("https://drugi.si/most").name
        (True, 'drugi.si')
        >>> Sites({}, only=["portal.si"]).of("https://drugi.si/most") is None
        True
        """
        name = host(url)
        if name not in self._found:
            self._found[name] = self._choose(name, url)
        return self._found[name]

    def is_declared(self, site: Site) -> bool:
        """Tell whether somebody declared a site: all its pages are kept then, not only its items."""
        return site is self.named or site.name in self.declared

    def _choose(self, name: str, url: str) -> Site | None:
        if self.only and not is_below(name, [host(f"http://{one}") for one in self.only]):
            return None
        own = (site for site in self.declared.values() if is_below(name, [host(site.home)]))
        return next(own, None) or self.named or _own(url)


def _own(url: str) -> Site:
    """Give a site for a host that nobody declared."""
    scheme, _, rest = url.partition("://")
    return undeclared(f"{scheme}://{rest.partition('/')[0]}/").declaration()
