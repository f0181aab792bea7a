"""Templates: every text is escaped, every template knows the visit and speaks its language."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from newsarchive import __version__
from newsarchive.archive.snippet import CLOSE, OPEN
from newsarchive.web.languages import LANGUAGES
from newsarchive.web.visit import Visit

STATIC = "/-/newsarchive/"
"""Below this path lie the style sheet, the script and the sign."""


LINE = 300
"""Characters of a title that are shown."""


@cache
def environment() -> Environment:
    """Give the one environment of all templates."""
    loader = PackageLoader("newsarchive.web", "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {"marked": marked, "paragraphs": paragraphs, "short": short}
    made.globals |= {"static": static, "version": __version__, "LANGUAGES": LANGUAGES}
    return made


def render(template: str, visit: Visit, values: dict[str, Any]) -> str:
    """Fill a template in."""
    told = {"visit": visit, "t": visit.language, "link": visit.link, **values}
    return environment().get_template(template).render(told)


@cache
def static(name: str) -> str:
    """Give the address of a file of the interface; it changes with the file's content."""
    content = files("newsarchive.web").joinpath("static", name).read_bytes()
    return f"{STATIC}{name}?{sha256(content).hexdigest()[:12]}"


def marked(snippet: str | None) -> Markup:
    """Show a snippet with its found words marked.

    >>> marked(f"pod {OPEN}Pako{CLOSE} <b>")
    Markup('pod <mark>Pako</mark> &lt;b&gt;')
    """
    text = str(escape(snippet or ""))
    return Markup(text.replace(OPEN, "<mark>").replace(CLOSE, "</mark>"))  # noqa: S704 (escaped just above)


def short(text: str | None, most: int = LINE) -> str:
    """Cut a text that is longer than anybody reads in one line.

    >>> short("Most čez Pako", 8)
    'Most čez…'
    """
    held = text or ""
    return held if len(held) <= most else held[:most] + "…"


def paragraphs(text: str | None) -> list[list[str]]:
    r"""Part a text into paragraphs, and those into lines.

    >>> paragraphs("Ena.\n\n- a\n- b")
    [['Ena.'], ['- a', '- b']]
    """
    return [part.split("\n") for part in (text or "").split("\n\n") if part.strip()]
