"""The visible text of a page, flattened: blocks in reading order and the elements that span them.

Every question about layout ("is this inside that", "how much text has this column") becomes a question about
ranges of block numbers, so that one walk over the tree is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from unicodedata import normalize

from lxml import etree

from newsarchive.extract.names import spell
from newsarchive.extract.text import count_words

CONTAINERS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul video audio".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
UNSEEN = frozenset(("select", "textarea", "button", "datalist", "option", "head", "title"))


class _Roles(dict[str, str]):
    def __missing__(self, tag: str) -> str:
        return "made up" if "-" in tag else "inline"


ROLES = _Roles(
    {
        **dict.fromkeys(CONTAINERS, "container"),
        **dict.fromkeys(UNSEEN, "unseen"),
        **dict.fromkeys(
            ("span", "b", "strong", "i", "em", "u", "small", "time", "font", "label", "sup", "sub"), "inline"
        ),
        **dict.fromkeys(("nav", "video", "audio"), "closed"),
        "br": "line",
        "a": "link",
        "img": "picture",
    }
)
"""What an element is to the outline; what is inside a closed one is never an item's."""
LINES = frozenset((*HEADINGS, "p", "span", "b", "strong", "i", "em", "a"))
"""Elements that hold a line of text, and no boxes."""
LONGEST_NAMES = 300
"""So many characters of a class or an id are looked at."""
SOFT_HYPHEN = "\u00ad"
INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff")
"""What editors' programs put into empty paragraphs."""
LINE = "\x00"
"""Stands for a line break while a block is being collected; parsing has taken every NUL out of the text."""


@dataclass(slots=True)
class Block:
    """A run of text between two edges of block elements."""

    text: str
    """White space folded; line breaks of the page as ``\\n``. Empty where the block stands for a whole element that
    nobody walked through (see :mod:`~newsarchive.extract.folding`)."""
    words: int
    """Number of words; of such an element about so many."""
    linked: float
    """Share of the characters that are link text, 0 to 1."""
    node: int
    """Number of the node that directly holds it."""
    tag: str
    """The holding element's tag."""
    href: str | None
    """Address of its first link."""
    opens: bool = False
    """Whether it begins with a link."""


@dataclass(slots=True)
class Node:
    """A block element and the range of blocks inside it."""

    element: etree._Element
    tag: str
    parent: int
    start: int
    """Number of its first block."""
    stop: int = 0
    """Number after its last block."""
    names: str = ""
    """Its class and id, lower case."""

    def holds(self, block: int | None) -> bool:
        """Tell whether a block is inside."""
        return block is not None and self.start <= block < self.stop


@dataclass(slots=True)
class Picture:
    """An ``img`` and where it stands."""

    element: etree._Element
    block: int
    """Number of the block that follows it."""
    node: int
    """Number of the node that holds it."""


@dataclass(slots=True)
class Outline:
    """Blocks in reading order, nodes in document order; node 0 is the body."""

    blocks: list[Block] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    _numbers: dict[etree._Element, int] = field(default_factory=dict)

    def ancestors(self, node: int) -> Iterator[int]:
        """Give the node's number and those of all that hold it, from the inside out."""
        while node >= 0:
            yield node
            node = self.nodes[node].parent

    def node_of(self, element: etree._Element) -> int | None:
        """Find the number of the node that is this element, or that holds it most closely."""
        if not self._numbers:
            self._numbers.update((node.element, number) for number, node in enumerate(self.nodes))
        place: etree._Element | None = element
        while place is not None:
            if place in self._numbers:
                return self._numbers[place]
            place = place.getparent()
        return None


def names_of(element: etree._Element) -> str:
    """Give an element's class and id, lower case."""
    names, identifier = element.get("class"), element.get("id")
    if not names and not identifier:
        return ""
    return spell((names or "")[:LONGEST_NAMES], (identifier or "")[:LONGEST_NAMES])


class _Collector:
    """Gathers text into blocks while a tree is walked."""

    def __init__(self) -> None:
        self.found = Outline()
        self.open: list[int] = []
        self.parts: list[str] = []
        self.links: list[str | None] = []
        self.link_characters = 0
        self.href: str | None = None
        self.opens = False

    def enter(self, element: etree._Element) -> None:
        """Begin a block element."""
        if self.parts:
            self.flush()
        nodes, parent = self.found.nodes, self.open[-1] if self.open else -1
        nodes.append(Node(element, element.tag, parent, len(self.found.blocks), 0, names_of(element)))
        self.open.append(len(nodes) - 1)

    def leave(self) -> None:
        """End a block element."""
        if self.parts:
            self.flush()
        self.found.nodes[self.open.pop()].stop = len(self.found.blocks)

    def line(self, _: etree._Element) -> None:
        """Note a line break; a second one in a row ends the block."""
        if not self.parts:
            return
        if self.parts[-1] == LINE:
            self.flush()
        else:
            self.parts.append(LINE)

    def picture(self, element: etree._Element) -> None:
        """Note a picture."""
        if self.open:
            self.found.pictures.append(Picture(element, len(self.found.blocks), self.open[-1]))

    def link(self, element: etree._Element) -> None:
        """Begin a link."""
        href = element.get("href")
        self.links.append(href)
        self.opens = self.opens or not self.parts
        self.href = self.href or href

    def unlink(self) -> None:
        """End a link."""
        self.links.pop()

    def text(self, text: str) -> None:
        """Take text up; what is inside a link counts as link text."""
        if text.isspace():
            if self.parts and self.parts[-1] != LINE:
                self.parts.append(" ")
            return
        self.parts.append(text)
        if self.links:
            self.link_characters += len(text.strip())

    def fold(self, words: int) -> None:
        """Take the element that has just begun as one block of about so many words, as it were one link."""
        number = self.open[-1]
        self.found.blocks.append(Block("", words, 1.0, number, self.found.nodes[number].tag, None, True))

    def flush(self) -> None:
        """Close the block that is being collected."""
        text = _printed("".join(self.parts))
        if text and self.open:
            number = self.open[-1]
            tag = self.found.nodes[number].tag
            linked = min(1.0, self.link_characters / len(text))
            self.found.blocks.append(Block(text, count_words(text), linked, number, tag, self.href, self.opens))
        self.parts, self.link_characters = [], 0
        self.href, self.opens = (self.links[-1], True) if self.links else (None, False)


def _printed(text: str) -> str:
    """Fold the white space of a block as it is printed, line by line."""
    text = " ".join(text.split())
    if not text.isascii():
        text = " ".join(text.replace(SOFT_HYPHEN, "").split()) if SOFT_HYPHEN in text else text
        text = normalize("NFC", text)
        text = "" if text in INVISIBLE else text
    return "\n".join(line.strip() for line in text.split(LINE)).strip() if LINE in text else text


def outline(root: etree._Element, fold: Callable[[Node], int] | None = None) -> Outline:
    r"""Flatten the element ``root`` into blocks and nodes; elements nested however deep are no danger.

    ``fold`` gives for a node that need not be walked through about how many words it holds, and 0 for the others.

    >>> tree = etree.fromstring("<div><h1>Naslov</h1><p>Ena <a href='/x'>dve</a><br/>tri</p>štiri</div>")
    >>> [(block.tag, block.text) for block in outline(tree).blocks]
    [('h1', 'Naslov'), ('p', 'Ena dve\ntri'), ('div', 'štiri')]
    """
    collector = _Collector()
    begin = {"link": collector.link, "line": collector.line, "picture": collector.picture}
    begin |= {"container": collector.enter, "closed": collector.enter}
    end = {"link": collector.unlink, "container": collector.leave, "closed": collector.leave}
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        role = ROLES[element.tag]
        if role == "made up":
            role = _role_of_made_up(element)
        if event == "end":
            if role in end:
                end[role]()
            text = element.tail if collector.open else None
        else:
            if role in begin:
                begin[role](element)
            if fold and role == "container" and (words := fold(collector.found.nodes[-1])):
                collector.fold(words)
                role = "closed"
            if role == "closed" or role == "unseen":
                walker.skip_subtree()
                continue
            text = element.text
        if text and (collector.parts or not text.isspace()):  # most is white space between blocks
            collector.text(text)
    return collector.found


def _role_of_made_up(element: etree._Element) -> str:
    """Take elements that a page made up for containers, as browsers' authors use them; in a line they are words."""
    around = element.getparent()
    return "container" if around is None or around.tag not in LINES else "inline"
