"""A page as bytes, text and tree: decoded as a browser would and parsed once for everybody."""

from __future__ import annotations

import re
from codecs import utf_8_decode
from functools import cached_property
from typing import cast
from urllib.parse import urljoin

from lxml import etree
from w3lib.encoding import html_body_declared_encoding, resolve_encoding

from newsarchive.extract.folding import folded
from newsarchive.extract.markup import Markup
from newsarchive.extract.outline import Outline, outline

SILENT = ("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "math")
"""Elements that print no text of their own."""

MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
EMPTY = b"<html><head></head><body></body></html>"
CENTRAL = "cp1250"
"""What pages of our region are in when they are not UTF-8 and say nothing true."""
EASTERN = "iso8859-2"
"""Its older sister, which has no letters between 0x80 and 0x9F."""
KNOWN = frozenset(
    "utf-8 cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 "
    "iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman cp874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 "
    "cp1257 cp1258 gb18030 big5hkscs euc_jp iso2022_jp cp932 cp949".split()
)
"""The character sets of browsers, by Python's names; Python has others, some of which are no character sets at all.
UTF-16 tells itself by its bytes, whatever the label."""

LONGEST = 3_000_000
"""Characters of a page that are read, programs aside; the longest of real news have a third of them,"""
MOST_TAGS = 60_000
"""and tags: the richest have 10,000."""
LONGEST_RAW = 16_000_000
"""Bytes that are decoded."""
SAMPLE = 1_000_000
"""Bytes by which the two are told apart."""
LONGEST_TAG = 300
PIECE = 1 << 14
"""Bytes that are decoded at once where the text is not kept: a whole page would have to be given new memory."""
_CLOSING = "</script>"
_CARGO = re.compile(r";base64,[A-Za-z0-9+/=]{1000,}")
"""A file inside an address."""

_XML_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*\?>")
_CONTROLS = bytes(i if i > 0x1F or i in (0x09, 0x0A, 0x0D) else 0x20 for i in range(256))
"""Control characters become spaces; in UTF-8 no other character holds their bytes."""
_PROPERTIES = etree.XPath("/descendant::*/@itemprop")
_RELATED = etree.XPath("/descendant::a/@rel")
"""Both ask for the attributes, which is quicker than testing each element for them; "//" would go through texts too.

Their elements are not asked for ("/.."): merging those of a page of a hundred thousand takes seconds.
"""
_ONLY_CENTRAL = re.compile(rb"[\x80-\x9f]")
_ONLY_EASTERN = re.compile(rb"[a-z\xe8][\xb9\xbe]|[\xb9\xbe][a-z\xe8]")
"""š and ž beside another letter, as ISO 8859-2 writes them; windows-1250 has ą and ľ there."""


def decode(html: bytes, encoding: str | None = None) -> str:
    """Turn a page's bytes into text; a label that the bytes contradict is not believed.

    The order is: byte order mark, bytes that can only be UTF-16 or UTF-8 (a few broken ones aside), the label of
    the transport (``encoding``), the label in the page, windows-1250 or ISO 8859-2. Never raises.

    >>> decode("<p>Čas za žago</p>".encode("cp1250"), "windows-1250")
    '<p>Čas za žago</p>'
    >>> decode("<p>Čas za žago</p>".encode(), "iso-8859-1")
    '<p>Čas za žago</p>'
    """
    for mark, name in MARKS.items():
        if html.startswith(mark):
            return html[len(mark) :].decode(name, "replace")
    try:
        return html.decode(_wide(html) or "utf-8")
    except UnicodeDecodeError:
        return html.decode(_label(html, encoding), "replace")


def _label(html: bytes, encoding: str | None) -> str:
    """Choose the character set of bytes that are no clean UTF-8."""
    labels = [resolve_encoding(encoding or ""), html_body_declared_encoding(html[:4096])]
    named = next((label for label in labels if label in KNOWN), None)
    if _nearly_utf8(html):
        return "utf-8"
    if named is None or named in ("utf-8", EASTERN):
        return _regional(html, EASTERN if named == EASTERN else CENTRAL)
    return named


def _regional(html: bytes, named: str) -> str:
    """Tell the two character sets of our region apart by the bytes that only one of them has as letters."""
    html = html[:SAMPLE]
    central, eastern = len(_ONLY_CENTRAL.findall(html)), len(_ONLY_EASTERN.findall(html))
    if central == eastern:
        return named
    return CENTRAL if central > eastern else EASTERN


def _wide(html: bytes) -> str | None:
    """Recognize UTF-16 without a byte order mark by the zero bytes in its markup."""
    start = html[:64]
    if start.count(0) * 3 < len(start) or not start:
        return None
    return "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"


def _nearly_utf8(html: bytes) -> bool:
    """Tell whether the bytes are UTF-8 with a few broken ones, rather than another character set."""
    text = html.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) >= 2 * broken


def bounded(text: str) -> str:
    """Cut off what is beyond any page of news, so that no page takes all time and memory.

    Programs and files inside addresses go first.

    >>> len(bounded("<p>" * 10_000_000)), len(bounded("a" * 10_000_000))
    (180000, 3000000)
    """
    if len(text) > LONGEST:
        text = _CARGO.sub(";base64,", _unscripted(text))[:LONGEST]
    if text.count("<") <= MOST_TAGS:
        return text
    end = -1
    for _ in range(MOST_TAGS + 1):
        end = text.index("<", end + 1)
    return text[:end]


def _unscripted(text: str) -> str:
    """Take the scripts out that are programs, not data.

    >>> _unscripted("a<script>b()</script>c<script type='application/ld+json'>{}</script>")
    "ac<script type='application/ld+json'>{}</script>"
    """
    parts, end = [], 0
    while (start := text.find("<script", end)) >= 0 and (stop := text.find(_CLOSING, start)) >= 0:
        told = "ld+json" in text[start : start + LONGEST_TAG].partition(">")[0]
        parts.append(text[end : stop if told else start])
        end = stop if told else stop + len(_CLOSING)
    return "".join(parts) + text[end:]


def _is_plain(html: bytes) -> bool:
    """Tell whether bytes can be parsed as they are: UTF-8 without a mark, and no more than is read of any page."""
    if html.startswith(tuple(MARKS)) or _wide(html) or len(html) > LONGEST or html.count(b"<") > MOST_TAGS:
        return False
    view, end = memoryview(html), 0
    try:
        while end < len(html):
            end += utf_8_decode(view[end : end + PIECE], "strict", end + PIECE >= len(html))[1]
    except UnicodeDecodeError:
        return False
    return True


def parse(html: str | bytes) -> etree._Element:
    """Parse HTML, text or UTF-8, into a tree; whatever it is, there is one.

    >>> parse("<p>one<p>two").xpath("string(//p[2])")
    'two'
    """
    utf8 = html if isinstance(html, bytes) else html.encode("utf-8", "replace")
    clean = _XML_DECLARATION.sub(b"", utf8, count=1).translate(_CONTROLS, b"\x00")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    try:
        root = etree.fromstring(clean, parser)
    except etree.LxmlError:
        root = None
    return root if root is not None else etree.fromstring(EMPTY, parser)


def _by_word(
    attribute: etree.XPath, tree: etree._Element, *, caseless: bool = False
) -> dict[str, list[etree._Element]]:
    """Give for each word of an attribute the elements that have it."""
    by_word: dict[str, list[etree._Element]] = {}
    for value in cast("list[etree._ElementUnicodeResult]", attribute(tree)):
        if (owner := value.getparent()) is not None:
            for word in dict.fromkeys((value.lower() if caseless else value).split()):
                by_word.setdefault(word, []).append(owner)
    return by_word


class Page:
    """One page, parsed once and shared by judging, reading and link finding.

    ``html`` is the body as bytes or text, ``url`` its address, ``encoding`` the character set that the transport
    declared. Scripts and styles are taken out of the tree; what they declare is in :attr:`markup`.
    """

    def __init__(self, html: bytes | str, url: str, *, encoding: str | None = None) -> None:
        self.url = url
        self._html, self._encoding = html, encoding
        self.tree = parse(html if isinstance(html, bytes) and _is_plain(html) else self.text)
        self.markup = Markup(self.tree)
        etree.strip_elements(self.tree, *SILENT, with_tail=False)
        self.properties = _by_word(_PROPERTIES, self.tree)
        """The elements of each microdata property."""
        self.related = _by_word(_RELATED, self.tree, caseless=True)
        """The links of each relation, in lower case."""
        self.reading: object | None = None
        """What has been understood of the page so far; kept here so that judging and reading share it."""

    @property
    def text(self) -> str:
        """The page as text, without what is beyond any page of news."""
        html = self._html
        return bounded(html if isinstance(html, str) else decode(html[:LONGEST_RAW], self._encoding))

    @cached_property
    def outline(self) -> Outline:
        """The visible text in blocks, with the elements that hold them; what is surely furniture is folded."""
        return folded(self.body) or self.whole

    @cached_property
    def whole(self) -> Outline:
        """The same with everything that stands inside furniture."""
        return outline(self.body)

    @property
    def body(self) -> etree._Element:
        """The element that holds all that is seen."""
        body = self.tree.find("body")
        return self.tree if body is None else body

    @cached_property
    def base(self) -> str:
        """The address that relative links are relative to."""
        base = self.tree.find("head/base")
        href = None if base is None else base.get("href")
        return self.resolve(href, self.url) if href else self.url

    def resolve(self, address: str, base: str | None = None) -> str:
        """Make an address of the page absolute; one that cannot be is given back as it is.

        >>> Page("", "http://localhost/a/b").resolve("../c")
        'http://localhost/c'
        """
        try:
            return urljoin(base or self.base, address.strip())
        except ValueError:
            return address
