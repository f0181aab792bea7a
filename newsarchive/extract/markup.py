"""What a page says of itself to machines: meta elements, links in the head, JSON-LD."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from newsarchive.extract.text import fold, unmarked

Node = dict[str, Any]

_JSON = json.JSONDecoder(strict=False)
_OPENING = re.compile(r"[{\[]")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_LONE_BACKSLASH = re.compile(r'\\(?!["\\/bfnrtu])')

DEEPEST = 12
"""Graphs nested deeper than this are not searched."""
DEEPEST_TEXT = 4
"""The same for what a value says in words; joined graphs have circles."""
FEWEST_ARTICLE_KEYS = 2
MOST = 500
"""So many meta elements of one name are read; no page has as many tags or authors."""
DESCRIPTIONS = ("og:description", "description", "twitter:description")
"""Meta elements with a short description of the item."""
AUTHOR_METAS = (
    "author",
    "article:author",
    "articleauthor",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
    "twitter:misc:written by",
)
"""Meta elements that name who wrote the item."""
PARTS = frozenset(("liveBlogUpdate", "comment"))
"""Properties whose nodes are pieces of an item, with headlines and dates of their own."""
OTHERS = ("ItemList", "itemListElement")
"""The type and property of lists of other items; of ways from the front page, other types have that property."""


class Markup:
    """The machine-readable part of one page, read when the page is parsed and before scripts are removed."""

    def __init__(self, tree: etree._Element) -> None:
        told: dict[str, list[etree._Element]] = {"meta": [], "link": [], "script": []}
        for element in tree.iter(*told):
            told[element.tag].append(element)
        self._metas = _metas(told["meta"])
        self.links = _head_links(told["link"])
        self.nodes = list(_nodes(told["script"]))
        _join(self.nodes)
        self.article = _article(self.nodes)
        """The JSON-LD node of the article; empty where there is none."""
        self.types = {name for node in self.nodes for name in types(node)}
        """All JSON-LD types of the page."""

    def meta(self, *names: str) -> str | None:
        """Give the content of the first of these meta elements that is there and not empty."""
        return next((values[0] for name in names if (values := self._metas.get(bare(name)))), None)

    def metas(self, name: str) -> list[str]:
        """Give the contents of all meta elements of that name."""
        return self._metas.get(bare(name), [])

    def link(self, rel: str) -> str | None:
        """Give the address of the first ``<link rel=…>``."""
        return next(iter(self.links.get(rel, [])), None)

    def words(self, *keys: str) -> str | None:
        """Give the first of these properties of the article node that is a text."""
        return next((text for key in keys if (text := text_of(self.article.get(key)))), None)

    @property
    def descriptions(self) -> set[str]:
        """What the page gives for its short description, in any of the places for it."""
        told = [self.words("description"), *(self.meta(name) for name in DESCRIPTIONS)]
        return {text for text in told if text}

    @property
    def persons(self) -> list[str]:
        """The authors that the page declares, without those that it calls an organization."""
        told = self.article.get("author")
        listed = told if isinstance(told, list) else [told]
        persons = [one for one in listed if not (isinstance(one, dict) and "Organization" in types(one))]
        return texts_of(persons) + [text for name in AUTHOR_METAS for text in self.metas(name)]


@lru_cache(maxsize=2048)
def bare(name: str) -> str:
    """Reduce the name of a meta element to its letters: portals part its words as they like.

    >>> bare("article:published_time") == bare("Article.Published:Time")
    True
    """
    return "".join(filter(str.isalnum, name)).lower()


def types(node: Node) -> list[str]:
    """Give the types of a JSON-LD node without their vocabulary.

    >>> types({"@type": ["http://schema.org/NewsArticle"]})
    ['NewsArticle']
    """
    named = node.get("@type") or ()
    names = named if isinstance(named, list) else [named]
    return [name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)]


def text_of(value: Any, depth: int = 0) -> str | None:
    """Give what a JSON-LD value says in words: a text, the name of a node, the first of a list.

    >>> text_of([{"@type": "Person", "name": "Ana Primer"}])
    'Ana Primer'
    """
    if depth > DEEPEST_TEXT:
        return None
    if isinstance(value, list):
        return next((text for item in value if (text := text_of(item, depth + 1))), None)
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value") or value.get("url") or value.get("@id"), depth + 1)
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return fold(unmarked(_unescape(str(value)))) or None
    return None


def texts_of(value: Any) -> list[str]:
    """Give every text of a JSON-LD value that may be one or many."""
    values = value if isinstance(value, list) else [value]
    return [text for item in values if (text := text_of(item))]


def is_article(node: Node) -> bool:
    """Tell whether a JSON-LD node describes a piece of writing."""
    return any(name.endswith(("Article", "BlogPosting", "Report", "LiveBlogPosting")) for name in types(node))


def loads(text: str) -> Any:
    """Read JSON as portals print it: in comments, with trailing commas, raw line ends or entities; else None.

    >>> loads('<!-- {"headline": "Ena", } -->')
    {'headline': 'Ena'}
    """
    for attempt in _attempts(text):
        try:
            return _JSON.decode(attempt)
        except (ValueError, RecursionError):
            continue
    return None


def _attempts(text: str) -> Iterator[str]:
    """Give a JSON text as it is, then with more and more of what portals do to it undone."""
    yield text
    bare_text = _unwrapped(text)
    yield bare_text
    yield _LONE_BACKSLASH.sub(r"\\\\", _TRAILING_COMMA.sub("", bare_text))
    yield _unescape(bare_text)


def _unescape(text: str) -> str:
    """Resolve character references; a number too long for Python leaves the text as it is."""
    try:
        return html.unescape(text)
    except ValueError:
        return text


def _unwrapped(text: str) -> str:
    """Take comments, CDATA marks and other programs' words off both ends of a JSON text."""
    inner = text.replace("<![CDATA[", "").replace("]]>", "")
    opening = _OPENING.search(inner)
    return inner[opening.start() : max(inner.rfind("}"), inner.rfind("]")) + 1] if opening else inner


def _metas(elements: list[etree._Element]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in elements:
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = fold(element.get("content") or "")
        if name and content:
            values = found.setdefault(bare(name), [])
            values += [content] if len(values) < MOST else []
    return found


def _head_links(elements: list[etree._Element]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in elements:
        href = element.get("href")
        for rel in (element.get("rel") or "").lower().split():
            if href:
                found.setdefault(rel, []).append(href)
    return found


def _nodes(scripts: list[etree._Element]) -> Iterator[Node]:
    for script in scripts:
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield from _walk(loads(script.text), 0)


def _walk(value: Any, depth: int) -> Iterator[Node]:
    """Give every node of a JSON-LD document, outer ones first."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        others = OTHERS[1] if OTHERS[0] in types(value) else None
        for name, item in value.items():
            if isinstance(item, (dict, list)) and name not in PARTS and name != others:
                yield from _walk(item, depth + 1)
    elif isinstance(value, list):
        for item in value:
            yield from _walk(item, depth + 1)


def _join(nodes: list[Node]) -> None:
    """Put nodes of a graph in the places that only name them (``{"@id": "…"}``)."""
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in nodes:
        for name, value in node.items():
            if isinstance(value, list):
                node[name] = [_joined(item, named) for item in value]
            else:
                node[name] = _joined(value, named)


def _joined(value: Any, named: dict[str, Node]) -> Any:
    is_name = isinstance(value, dict) and len(value) == 1 and isinstance(value.get("@id"), str)
    return named.get(value["@id"], value) if is_name else value


def _article(nodes: list[Node]) -> Node:
    """Choose the node that describes the page's own article: the one that says most."""
    articles = [node for node in nodes if is_article(node) and len(node) > FEWEST_ARTICLE_KEYS]
    return max(articles, key=_substance, default={})


def _substance(node: Node) -> int:
    return sum(key in node for key in ("headline", "datePublished", "author", "articleBody", "mainEntityOfPage"))
