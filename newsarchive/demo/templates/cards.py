"""Lists and tails of the WordPress-like template."""

from __future__ import annotations

from collections.abc import Iterable

from newsarchive.demo.story import Story
from newsarchive.demo.templates.base import Slice
from newsarchive.demo.templates.entry import UPLOADS
from newsarchive.demo.templates.markup import esc


def card(story: Story, link: str, section: str, *, thumb: bool) -> str:
    """Print category, title and the first words of a story, in lists with a small picture."""
    picture = story.pictures[0] if story.pictures and thumb else None
    source = picture and f"{UPLOADS}{picture.stem}-300x200.{picture.format}"
    shown = f'<a href="{link}"><img src="{source}" alt=""></a>' if source else "<span></span>"
    title = f'<h3><a href="{link}">{esc(story.head.title)}</a></h3>'
    words = f'<span class="cat-links">{section}</span>{title}<p>{esc(story.excerpt)}....</p>'
    return f'<div class="post-card">{shown}<div>{words}</div></div>'


def widget(title: str, content: str) -> str:
    """Print a box beside the text."""
    return f'<div class="widget"><h4>{title}</h4>{content}</div>'


def links(places: Iterable[tuple[str, str]]) -> str:
    """Print addresses with their names as a list."""
    rows = (f'<li><a href="{link}">{esc(name)}</a></li>' for link, name in places)
    return f"<ul>{''.join(rows)}</ul>"


def tail(news: str, notices: str, dead: Iterable[tuple[str, str]], hour: int) -> str:
    """Print what follows an item: other stories, notices, and the names of the dead."""
    names = f"{links(dead)}<p>Danes ob {hour}. uri</p>"
    return widget("Več novic", news) + widget("OBVESTILA", notices) + widget("Zadnje osmrtnice", names)


def paging(start: str, part: Slice) -> str:
    """Print the numbers below a list: its neighbours, the first, the last, and the next."""
    shown = sorted({1, part.last, *range(max(1, part.number - 1), min(part.last, part.number + 1) + 1)})
    numbers = [f'<a class="page-numbers" href="{start}page/{at}/">{at}</a>' for at in shown if at != part.number]
    if part.number < part.last:
        numbers.append(f'<a class="next page-numbers" rel="next" href="{start}page/{part.number + 1}/">Naslednja</a>')
    return f'<nav class="nav-links">{" ".join(numbers)}</nav>'
