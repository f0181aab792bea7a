"""When two addresses are the same address.

The archive keeps addresses as they were printed and compares them in a normal form, which is no address any more:
it has no scheme.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

from newsarchive.archive.clean import clean_address

TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid)(=|$)", re.IGNORECASE)
"""Parameters that say where a reader came from, never what the page is."""
MIRROR = re.compile(r"^(www|origin)\.(?=.*\.)")
"""Names in front of a portal's own under which it shows the same pages."""
PORTS = {"http": 80, "https": 443}
KEPT = "!$&'()*+,-./:;=@_~%"
"""Characters that a path may hold without being escaped, and the escape itself."""


@lru_cache(maxsize=4096)
def address(url: str) -> str:
    """Give the normal form by which addresses are compared.

    Without scheme, user, ``www.`` or ``origin.``, default port, fragment, last slash and tracking parameters; host in
    lower case; characters outside ASCII escaped. Path and query keep their case and order. What is no address is kept.

    >>> address("https://www.Example.si/novice/Zapora-ceste/?utm_source=fb#foto")
    'example.si/novice/Zapora-ceste'
    >>> address("http://example.si/?p=17") == address("https://example.si?p=17")
    True
    >>> address("http://example.si/ko%c4%8devje") == address("http://example.si/kočevje")
    True
    """
    url = clean_address(url)
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    if not parts.hostname:
        return url
    host = MIRROR.sub("", parts.hostname)
    if port and port != PORTS.get(parts.scheme):
        host += f":{port}"
    query = "&".join(part for part in parts.query.split("&") if part and not TRACKING.match(part))
    return host + _escape(parts.path.rstrip("/")) + (f"?{_escape(query)}" if query else "")


def is_home(normal: str) -> bool:
    """Tell whether a normal form is a front page: nothing after the host.

    >>> is_home(address("https://www.example.si/")), is_home(address("https://www.example.si/?p=17"))
    (True, False)
    """
    return not set("/?") & set(normal)


def slug(url: str) -> str:
    """Give the last segment of the path, which portals keep when they move a page from folder to folder.

    >>> slug("https://example.si/arhiv/zapora-ceste/")
    'zapora-ceste'
    """
    return address(url).partition("?")[0].partition("/")[2].rpartition("/")[2]


def same_slug(one: str, other: str) -> bool:
    """Tell whether two addresses end alike: one slug, and all parameters of one are among the other's.

    >>> same_slug("https://example.si/novice/zapora", "https://example.si/arhiv/zapora/?foto=1")
    True
    >>> same_slug("https://example.si/clanek.php?id=17", "https://example.si/clanek.php?id=18")
    False
    >>> same_slug("https://example.si/?id=17&print=1", "https://example.si/?id=17")
    True
    """
    fewer, more = sorted((_parameters(one), _parameters(other)), key=len)
    return slug(one) == slug(other) and fewer <= more


def _parameters(url: str) -> set[str]:
    return set(filter(None, address(url).partition("?")[2].split("&")))


def _escape(text: str) -> str:
    return re.sub(r"%[0-9a-fA-F]{2}", lambda found: found[0].upper(), quote(text, safe=KEPT + "?"))
