"""Folding: an element that is surely furniture is one block of the outline, without a walk through all inside it.

Half of what a page of news holds stands in such elements. What a fold says is put together only to be shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsarchive.extract import furniture
from newsarchive.extract.marks import NEVER_FURNITURE, SURE_SHARE, naming
from newsarchive.extract.names import Kind
from newsarchive.extract.outline import CONTAINERS, HEADINGS, Block, Node, Outline, names_of, outline
from newsarchive.extract.region import LINKED, PROSE_WORDS
from newsarchive.extract.text import fold

TAGS = frozenset(("footer", "menu", "dialog"))
"""Elements that are folded whatever their names."""
KINDS = frozenset(("sure", "likely"))
"""Names of an element that is folded; with one of another kind it may hold a byline or a caption."""
FOOTER = "footer"
"""Below an article it can hold the credit line."""
LETTERS_OF_A_WORD = 6
"""With the space behind it."""
_LETTERS = etree.XPath("string-length(normalize-space(.))")
_BIG = etree.XPath("boolean(descendant::*[6])")
"""What holds little is walked through soon, and may be a line that tells something."""
_SAYS_MUCH = etree.XPath("boolean(descendant::p[string-length() > 200][3])")
"""So many long paragraphs may be the item's text, however the boxes around them are named."""


def folded(root: etree._Element) -> Outline | None:
    """Flatten a page, with furniture folded; None where so much is said inside it that it may be none.

    >>> from newsarchive.extract.page import parse
    >>> page = parse("<p>Most čez reko so danes odprli za ves promet.</p><footer>" + "<p>Oglas</p>" * 6 + "</footer>")
    >>> [(block.tag, block.text) for block in folded(page).blocks]
    [('p', 'Most čez reko so danes odprli za ves promet.'), ('footer', '')]
    """
    around = _around_titles(root)
    found = outline(root, lambda node: 0 if node.element in around else _words(node))
    inside = max((block.words for block in found.blocks if not block.text), default=0)
    outside = sum(block.words for block in found.blocks if block.words >= PROSE_WORDS and block.linked < LINKED)
    return None if inside and inside >= SURE_SHARE * (inside + outside) else found


def text_of(outline: Outline, block: Block) -> str:
    """Give what a block says, one that was folded too."""
    texts = outline.nodes[block.node].element.itertext()
    return block.text or fold(" ".join(text for text in texts if isinstance(text, str)))


def headings(outline: Outline, block: Block) -> int:
    """Give how many headings were folded into a block: titles of other items, mostly."""
    return 0 if block.text else sum(1 for _ in outline.nodes[block.node].element.iter(*HEADINGS))


def named(outline: Outline, kind: Kind) -> Iterator[etree._Element]:
    """Give the elements whose class and id name this kind of thing, what was folded too."""
    for number, node in enumerate(outline.nodes):
        if kind.search(node.names):
            yield node.element
        elif node.start < node.stop and not (first := outline.blocks[node.start]).text and first.node == number:
            yield from (one for one in node.element.iter(*CONTAINERS) if kind.search(names_of(one)))


def _around_titles(root: etree._Element) -> set[etree._Element]:
    """Give the elements that hold an ``h1``."""
    found: set[etree._Element] = set()
    for title in root.iter("h1"):
        for element in title.iterancestors():
            if element in found:
                break
            found.add(element)
    return found


def _words(node: Node) -> int:
    """Give about how many words an element holds that is to be folded, else 0."""
    if not len(node.element) or not _is_furniture(node) or not _BIG(node.element):
        return 0
    if _is_below_article(node) or _SAYS_MUCH(node.element):
        return 0
    letters = _LETTERS(node.element)
    return int(letters) // LETTERS_OF_A_WORD if isinstance(letters, float) else 0


def _is_furniture(node: Node) -> bool:
    named = naming(node.names) == "sure" or node.tag in TAGS
    return named and node.tag not in NEVER_FURNITURE and furniture.NAMES.kinds(node.names) <= KINDS


def _is_below_article(node: Node) -> bool:
    below = node.tag == FOOTER or FOOTER in node.names
    return below and next(node.element.iterancestors("article"), None) is not None
