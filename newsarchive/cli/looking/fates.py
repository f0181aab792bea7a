"""What can become of a block of a page: the words and colours for it, on paper and in the terminal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How one fate is shown."""

    label: str
    means: str
    """A sentence for the legend."""
    hue: int
    """Degrees on the colour wheel."""
    strength: int
    """Percent of colour: what is the item's is strong, what was left out is pale."""
    style: str
    """Of the label in the terminal."""


LOOKS = {
    "title": Look("title", "the title", 262, 80, "bold magenta"),
    "lead": Look("lead", "the introductory paragraph", 215, 85, "bold blue"),
    "body": Look("body", "the text", 142, 65, "bold green"),
    "head": Look("head", "beside the title: author, date, section are sought here", 190, 55, "cyan"),
    "dateline": Look("dateline", "when it was published", 175, 70, "cyan"),
    "byline": Look("byline", "who wrote it", 160, 60, "cyan"),
    "labelled": Look("labelled line", 'a line such as "Vir: …" or "Foto: …"', 50, 90, "yellow"),
    "caption": Look("caption", "under a picture", 32, 90, "yellow"),
    "card": Look("card", "the teaser of another item", 0, 60, "red"),
    "links": Look("links", "a list of links", 345, 50, "red"),
    "prompt": Look("prompt", 'leads elsewhere: "Preberite tudi"', 318, 55, "red"),
    "furniture": Look("furniture", "menus, sidebars, comments, what stands on every page", 230, 12, "dim"),
    "template": Look("template", "recurs on the pages of this site, as earlier crawls learned", 250, 14, "dim"),
    "consent": Look("consent", "asks for consent to cookies", 285, 30, "dim"),
    "junk": Look("junk", "a file name, an address, NULL", 20, 25, "dim"),
    "scrap": Look("scrap", "too short, at either end of the text", 80, 35, "dim"),
    "site": Look("removed", "what the site's declaration removes", 10, 35, "dim"),
    "outside": Look("outside", "in no part of the item", 220, 6, "dim"),
}
"""For each fate of :mod:`newsarchive.extract.explain`, in the order of the legend."""


def look_of(fate: str) -> Look:
    """Give how a fate is shown, also one that has no colour of its own.

    >>> look_of("body").label, look_of("new").label
    ('body', 'new')
    """
    return LOOKS.get(fate) or Look(fate, fate, 220, 6, "dim")
