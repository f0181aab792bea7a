"""The item's own pictures, with caption and credit apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newsarchive.extract import furniture, labels
from newsarchive.extract.context import Found, Reading
from newsarchive.extract.outline import Picture
from newsarchive.extract.text import fold, plain
from newsarchive.items import Image

ADDRESSES = ("data-src", "data-lazy-src", "data-original", "data-full-url", "data-orig-file", "src")
"""Attributes that may hold a picture's address, the real one before the stand-in."""
SETS = ("srcset", "data-srcset", "data-lazy-srcset")
NOT_OWN = frozenset(("furniture", "card", "links", "byline"))
"""Pictures among blocks that are nothing but these belong to something else."""
UNDER_PICTURES = ("caption", "byline")
"""How the line under a picture can be marked: "podpis" names a signature, too."""
GALLERY = re.compile(r"\bgaler(?:ij|y)|\bgaller")
"""Names of elements around several pictures of one item."""
AROUND = frozenset(("header", "nav", "footer", "aside"))
"""An element of these that holds nothing but pictures is the portal's."""
LONGEST = 1000
"""Characters; longer captions are text that ran into the picture."""
MOST = 5000
"""Pictures; no item shows more."""
SMALLEST = 80
"""A picture that says it is smaller, in pixels, is an icon."""
NO_PHOTO = re.compile(
    r"logo|icon|ikona|avatar|gravatar|sprite|pixel|spacer|blank\.|placeholder|emoji|badge|banner|1x1|loading|button|(?<!/sites/)default|privzet|(?:^|/)(?:znak|grb|kri[zž]|svec[ae]|sveč[ae])\b"
)
"""Words in the address, in lower case, of what is no photograph."""
CREDIT = re.compile(
    r"(?:^|[\s(|/])(?:FOTO|Foto|foto|Fotografij[ae]|Fotograf(?:inja)?|Photo|Slika|Vir)\s*:\s*(?:[Ff]oto\s*:\s*)?([^|)\n]{2,80}?)\s*\)?\s*$"
)
PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:\?[^/]*)?$", re.I)
_WIDTH = re.compile(r"^([0-9]{1,6})(?:\.[0-9]+)?([wx])$")
_PIXELS = re.compile(r"^\s*([0-9]{1,6})\s*(?:px)?\s*$")


def images(reading: Reading) -> Iterator[Found]:
    """Give the pictures of the item: those in its text and between title and text, else the one it declares."""
    found: dict[str, Image] = {}
    captions = _Captions(reading)
    for picture in islice(_own_pictures(reading), MOST):
        image = _image(reading, picture, captions)
        if image is not None and not _recurs(reading, image.url):
            found.setdefault(image.url, image)
    if found:
        _credit_first(reading, list(found.values()))
        yield Found(list(found.values()), "text:img")
    told = declared(reading)
    if told and not _recurs(reading, told):
        image = Image(told)
        _credit_first(reading, [image])
        yield Found([image], "meta:og:image")


def _recurs(reading: Reading, address: str) -> bool:
    """Tell whether a picture stands on many pages of the site."""
    return reading.laid is not None and reading.laid.counts and address in reading.laid.template.pictures


def declared(reading: Reading) -> str | None:
    """Give the address of the picture that the page declares as the item's."""
    told = reading.markup.meta("og:image", "og:image:url", "twitter:image")
    return reading.page.resolve(told) if told and not NO_PHOTO.search(told.lower()) else None


def split_caption(text: str) -> tuple[str | None, str | None]:
    """Part a printed caption into the caption itself and who took the picture.

    >>> split_caption("Odprtje mostu (Foto: Ana Primer)")
    ('Odprtje mostu', 'Ana Primer')
    """
    match = CREDIT.search(text)
    if not match:
        return text or None, None
    return text[: match.start()].strip(" |/-–(") or None, match[1].strip(" .") or None


def _own_pictures(reading: Reading) -> Iterator[Picture]:
    region, text = reading.region, reading.text
    start = region.start if region.title is None else min(region.title, region.start, *reading.head)
    stop = region.stop if text.last is None else text.last + 1
    labelled = set(text.labelled)
    while stop < region.stop and (region.marks[stop] in UNDER_PICTURES or stop in labelled):
        stop += 1
    cards = {number for first, after in region.cards for number in range(first, after)}
    furnished: dict[int, bool] = {}
    for picture in reading.outline.pictures:
        if not start <= picture.block <= stop or picture.block in cards:
            continue
        if picture.node not in furnished:
            furnished[picture.node] = _in_furniture(reading, picture.node)
        if not furnished[picture.node]:
            yield picture


def _in_furniture(reading: Reading, holder: int) -> bool:
    """Tell whether a node that holds a picture is marked, or stands in one named as furniture."""
    outline = reading.outline
    for number in outline.ancestors(holder):
        node = outline.nodes[number]
        if node.start < node.stop:
            if GALLERY.search(node.names):
                continue
            return all(reading.region.marks[n] in NOT_OWN for n in range(node.start, node.stop))
        if node.tag in AROUND or furniture.SURE.search(node.names):
            return True
    return False


def _image(reading: Reading, picture: Picture, captions: _Captions) -> Image | None:
    element = picture.element
    address = _linked(element) or largest(element)
    small = any(_pixels(element.get(side)) < SMALLEST for side in ("width", "height"))
    if not address or small or address.startswith("data:") or NO_PHOTO.search(address.lower()):
        return None
    caption, credit = split_caption(captions.of(picture))
    credit = credit or captions.credit_below(picture)
    return Image(reading.page.resolve(address), caption, credit, _words(element.get("alt") or "") or None)


def _words(text: str) -> str:
    """Give the words under or about a picture; nothing where they are a file name or a whole article."""
    words = fold(text)
    return "" if len(words) > LONGEST or furniture.is_junk(words) else words


def largest(element: etree._Element) -> str | None:
    """Give the address of the widest variant that an ``img`` offers."""
    variants = [part.split() for name in SETS for part in (element.get(name) or "").split(", ") if part.strip()]
    sized = [(int(match[1]), words[0]) for words in variants if len(words) > 1 and (match := _WIDTH.match(words[-1]))]
    if sized:
        return max(sized)[1]
    values = (element.get(name) for name in ADDRESSES)
    return next((value.strip() for value in values if value and not value.startswith("data:")), None)


def _linked(element: etree._Element) -> str | None:
    """Give the address of the picture file that a thumbnail links to."""
    parent = element.getparent()
    href = parent.get("href") if parent is not None and parent.tag == "a" else None
    return href.strip() if href and PICTURE_FILE.search(href) else None


def _pixels(value: str | None) -> int:
    match = _PIXELS.match(value or "")
    return int(match[1]) if match else 10_000


class _Captions:
    """What is printed under pictures: the captions of their figures, or the marked blocks that follow them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.last = {picture.block: picture for picture in reading.outline.pictures}
        """For each block the picture that stands right before it."""
        self.figures: dict[etree._Element, str] = {}

    def of(self, picture: Picture) -> str:
        """Give the words under a picture."""
        for figure in picture.element.iterancestors("figure"):
            if figure not in self.figures:
                self.figures[figure] = _words(" ".join(map(plain, figure.iter("figcaption"))))
            return self.figures[figure]
        return self._below(picture)

    def credit_below(self, picture: Picture) -> str | None:
        """Give who took a picture, where only a line right below its figure tells."""
        figure = next(picture.element.iterancestors("figure"), None)
        outline = self.reading.outline
        node = None if figure is None else outline.node_of(figure)
        after = len(outline.blocks) if node is None else outline.nodes[node].stop
        if after == len(outline.blocks) or not labels.is_label_line(outline.blocks[after].text):
            return None
        return next((value for field, value in labels.read_line(outline.blocks[after].text) if field == "credit"), None)

    def _below(self, picture: Picture) -> str:
        number, marks = picture.block, self.reading.region.marks
        if number >= len(marks) or self.last[number] is not picture:
            return ""
        text = self.reading.outline.blocks[number].text
        credited = any(field == "credit" for field, _ in labels.read_line(text))
        return _words(text) if credited or marks[number] == "caption" else ""


def _credit_first(reading: Reading, images: list[Image]) -> None:
    """Give the first picture the credit that is printed on a line of its own, and is no other picture's."""
    others = {image.credit for image in images}
    credit = next(iter(reading.labels.get("credit", [])), "").strip(" ).")
    if credit and images[0].credit is None and credit not in others:
        images[0].credit = credit
