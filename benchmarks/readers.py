"""Readers of pages, ours and others, for ``extract.py``; each is imported only where it is used."""

from __future__ import annotations

from collections.abc import Callable

Reader = Callable[[bytes, str], str]
"""Gives the text of a page at an address; fields are read along with it where the reader knows any."""


def newsarchive() -> Reader:
    """Ours: every field of the record."""
    from newsarchive.extract import read

    def run(html: bytes, url: str) -> str:
        record = read(html, url)
        return "\n\n".join(text for text in (record.lead, record.body) if text)

    return run


def trafilatura() -> Reader:
    """Text and metadata, its best quality for news."""
    from trafilatura import bare_extraction

    def run(html: bytes, url: str) -> str:
        found = bare_extraction(html, url=url, with_metadata=True, include_comments=False)
        return (found.text if found else "") or ""

    return run


def newspaper4k() -> Reader:
    """Text and metadata, without fetching pictures."""
    from newspaper import Article

    def run(html: bytes, url: str) -> str:
        article = Article(url, fetch_images=False)
        article.download(input_html=html.decode("utf-8", "replace"))
        article.parse()
        return str(article.text)

    return run


def readability() -> Reader:
    """Title and text."""
    from lxml.html import fromstring
    from readability import Document

    def run(html: bytes, url: str) -> str:
        document = Document(html, url=url)
        document.title()
        return str(fromstring(document.summary()).text_content())

    return run


def resiliparse() -> Reader:
    """Text only; its parser and its rules are compiled."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def run(html: bytes, url: str) -> str:
        tree = HTMLTree.parse_from_bytes(html, detect_encoding(html))
        return str(extract_plain_text(tree, main_content=True))

    return run


WAYS: dict[str, Callable[[], Reader]] = {
    way.__name__: way for way in (newsarchive, trafilatura, newspaper4k, readability, resiliparse)
}
