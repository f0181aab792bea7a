"""Small pieces of markup, and the skeletons and stylesheets of ``pages/``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files
from string import Template as Text

from newsarchive.demo.story import Block, Story


@cache
def skeleton(name: str) -> Text:
    """Read ``pages/<name>``, a page with ``$slots``."""
    return Text(files("newsarchive.demo").joinpath(f"pages/{name}").read_text("utf-8"))


@cache
def style(name: str) -> str:
    """Read a stylesheet of ``pages/``."""
    return files("newsarchive.demo").joinpath(f"pages/{name}").read_text("utf-8")


def esc(text: str) -> str:
    """Escape for markup, quotes too."""
    return escape(text)


def rich(text: str) -> str:
    """Mark up a paragraph as editors do: some begin in bold, some hold a link, hours have a hard space."""
    marked = escape(text, quote=False).replace(". uri", ".&nbsp;uri")
    words = marked.split(" ")
    if len(text) % 7 == 0 and len(words) > 6:
        return f"<strong>{' '.join(words[:2])}</strong> {' '.join(words[2:])}"
    if len(text) % 7 == 3 and len(words) > 6:
        words[4] = f'<a href="http://www.primer.test/">{words[4]}</a>'
    return " ".join(words)


MARKUP = {
    "p": "<p>{}</p>",
    "h": "<h3>{}</h3>",
    "li": "<ul><li>{}</li></ul>",
    "quote": "<blockquote><p>{}</p></blockquote>",
}


def block_html(block: Block) -> str:
    """Print one block of the text."""
    return MARKUP[block.tag].format(rich(block.text))


def text_html(story: Story) -> str:
    """Print the text with the junk between its paragraphs."""
    lines: list[str] = []
    for at, block in enumerate(story.blocks):
        if at in story.asides:
            lines.append(f"<p>{esc(story.asides[at])}</p>")
        lines.append(block_html(block))
    return "\n".join(lines).replace("</ul>\n<ul>", "\n")


def joined(parts: Iterable[str]) -> str:
    """Join lines of markup."""
    return "\n".join(parts)
