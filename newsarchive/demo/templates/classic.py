"""The old template: tables, windows-1250, no metadata at all, the date only as printed words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from newsarchive.demo.articles import HOUSE
from newsarchive.demo.calendar import month_page
from newsarchive.demo.reply import Reply, dated, html
from newsarchive.demo.story import Block, Head, Picture, Story
from newsarchive.demo.templates.base import Slice, Template, Visit, long_day, sliced
from newsarchive.demo.templates.markup import esc, joined, rich, skeleton, style
from newsarchive.items import Image, Kind, Record

FIRST_ID = 4100
BIG = "/slike/velike/"
SMALL = "/slike/male/"
STATIC = {"kontakt": "Kontakt", "kolofon": "Kolofon"}
PAGE = 15
BOXES: tuple[tuple[str, Kind, int], ...] = (
    ("Zadnje novice", "article", 5), ("Obvestila", "notice", 3), ("Umrli so", "obituary", 5),
)  # fmt: skip
"""What the right column shows: heading, kind, how many."""
ROBOTS = """User-agent: *
Disallow: /tiskaj.php
Disallow: /admin/
Crawl-delay: 2
"""


def printed_date(moment: datetime) -> str:
    """Print the date as the template does.

    >>> printed_date(datetime(2026, 1, 27, 9, 12))
    'torek, 27. januarja 2026 ob 9.12'
    """
    return f"{long_day(moment.date())} ob {moment.hour}.{moment.minute:02}"


def ident(head: Head) -> int:
    """Give the number in an item's address."""
    return FIRST_ID + head.number


class Classic(Template):
    """A portal on scripts of its own, unchanged for twenty years."""

    key: ClassVar[str] = "classic"
    site: ClassVar[str] = "demo-old"
    title: ClassVar[str] = "Stari glasnik"
    port: ClassVar[int] = 8019
    robots: ClassVar[str] = ROBOTS
    charset: ClassVar[str | None] = None
    encoding: ClassVar[str] = "cp1250"
    routes: ClassVar[tuple[tuple[str, str], ...]] = (
        (r"/", "front"),
        (r"/novice/?(?:\?stran=(?P<number>\d+))?", "news"),
        (r"/obvestila_(?P<number>\d+)\.html", "notices"),
        (r"/osmrtnice\.php(?:\?stran=(?P<number>\d+))?", "obituaries"),
        (r"/koledar\?mesec=(?P<year>\d{4})-(?P<month>\d\d)", "calendar"),
        (r"/koledar\?dan=(?P<day>[\d-]+)", "events"),
        (r"/(?P<name>" + "|".join(STATIC) + r")\.html", "static"),
        (r"/tiskaj\.php\?id=(?P<ident_>\d+)|/admin/.*", "printed"),
        (r"/.+", "item"),
    )

    def path(self, head: Head) -> str:
        """Give ``/novice/<id>/<slug>``, for every fourth article ``/clanek.php?id=<id>``, and the like."""
        number = ident(head)
        if head.kind == "obituary":
            return f"/osmrtnica.php?id={number}"
        if head.kind == "notice":
            return f"/obvestila/{number}/{head.slug}"
        return f"/clanek.php?id={number}" if head.number % 4 == 0 else f"/novice/{number}/{head.slug}"

    def heading(self, head: Head) -> str:
        """Give the printed title: a supplement is marked in it, which is the only sign of an edit."""
        mark = "DOPOLNJENO: " if head.revision and head.kind != "notice" else ""
        return mark + head.title

    def record(self, story: Story, base: str) -> Record:
        """Give what the page tells."""
        head = story.head
        author = story.author if story.author != HOUSE else None
        return Record(
            head.kind, self.site, base + self.path(head), self.heading(head), story.lead, story.body,
            authors=[author] if author else [], source=story.source, section=self.section(head), language="sl",
            published=head.published.replace(second=0).isoformat(), published_raw=printed_date(head.published),
            images=[Image(f"{base}{BIG}{one.file}", one.caption, one.credit) for one in story.pictures],
            notices=story.notices, obituary=story.obituary,
        )  # fmt: skip

    def page(self, title: str, content: str, *, status: int = 200) -> Reply:
        """Answer with a page that is neither item nor list."""
        return self._html(self._whole(title, f'<DIV class="naslov">{esc(title)}</DIV>{content}'), status=status)

    def static(self, visit: Visit, name: str) -> Reply:
        """Answer with a page about the portal."""
        words = f"<BR><BR>{self.title} izhaja od leta 1999. {STATIC[name]}: pišite na uredništvo, oglasi so brezplačni."
        return dated(self.page(STATIC[name], words * 3), None)

    def printed(self, visit: Visit, ident_: str | None) -> Reply | None:
        """Answer with the version for the printer, which robots.txt keeps crawlers away from."""
        head = self.world.heads.get(int(ident_ or 0) - FIRST_ID)
        return self._html(f"<HTML><BODY>{self._entry(self.world.story(head.number))}</BODY></HTML>") if head else None

    def calendar(self, visit: Visit, year: str, month: str) -> Reply | None:
        """Answer with a month of a calendar that never ends."""
        day = "/koledar?dan={year}-{month:02}-{day:02}"
        content = month_page(int(year), int(month), "/koledar?mesec={year}-{month:02}", day)
        return dated(self.page("Koledar", content), None) if content else None

    def events(self, visit: Visit, day: str) -> Reply:
        """Answer with a day of the calendar, on which nothing ever happens."""
        return dated(self.page(f"Koledar {day}", "<BR>Za ta dan ni vpisanih dogodkov."), None)

    # lists

    def front(self, visit: Visit) -> Reply:
        """Answer with the front page."""
        lists = (("Novice", "article", 10), ("Obvestila", "notice", 5), ("Osmrtnice", "obituary", 5))
        parts = [f"<B>{name}</B>{self._rows(self.kinds.get(kind, [])[:count])}" for name, kind, count in lists]
        return dated(self._html(self._whole("Prva stran", joined(parts))), self.changed)

    def news(self, visit: Visit, number: str | None) -> Reply:
        """Answer with the articles."""
        return self._list("Novice", "/novice?stran={}", self.kinds.get("article", []), number)

    def notices(self, visit: Visit, number: str) -> Reply:
        """Answer with the notices."""
        return self._list("Obvestila", "/obvestila_{}.html", self.kinds.get("notice", []), number)

    def obituaries(self, visit: Visit, number: str | None) -> Reply:
        """Answer with the obituaries."""
        return self._list("Osmrtnice", "/osmrtnice.php?stran={}", self.kinds.get("obituary", []), number)

    def _list(self, title: str, link: str, heads: list[Head], number: str | None) -> Reply:
        """Answer with a page of a list; beyond the last page the last one comes again."""
        last = sliced(heads, 1, PAGE).last
        part = sliced(heads, min(int(number or 1), last), PAGE)
        content = f'<DIV class="naslov">{title}</DIV>{self._rows(part.heads)}{paging(link, part)}'
        return dated(self._html(self._whole(title, content)), self.changed)

    def _rows(self, heads: Iterable[Head]) -> str:
        return f'<TABLE class="vrsta" width="100%">{joined(self.card(head.number, "list") for head in heads)}</TABLE>'

    def _card(self, number: int, place: str) -> str:
        head = self.world.heads[number]
        link = f'<A href="{esc(self.path(head))}">{esc(self.heading(head))}</A>'
        return f"<TR><TD>&raquo;</TD><TD>{link}</TD></TR>" if place == "list" else f"&bull; {link}<BR>"

    # items

    def item(self, visit: Visit) -> Reply | None:
        """Answer with a story, dated by its last change."""
        head = self.paths.get(visit.path)
        if head is None:
            return None
        if head.number in self.world.gone:
            return self.missing(head)
        before, after = self.article(head.number, visit.base)
        return dated(self._html(before + self._tail(visit, head) + after), head.modified, tag=False)

    def _article(self, number: int, base: str) -> tuple[str, str]:
        story = self.world.story(number)
        before, _, after = self._whole(esc(self.heading(story.head)), self._entry(story)).partition("<!--tail-->")
        return before, after

    def _entry(self, story: Story) -> str:
        head, author = story.head, story.author
        signed = f'<DIV class="pise">Piše: {esc(author)}</DIV>' if author and author != HOUSE else ""
        return joined([
            f'<DIV class="pot"><A href="/">Prva stran</A> &raquo; <B>{self.section(head)}</B></DIV>',
            f'<DIV class="naslov">{esc(self.heading(head))}</DIV>',
            f'<DIV class="datum">{printed_date(head.published)}</DIV>{signed}',
            f'<DIV class="uvod">{esc(story.lead)}</DIV>' if story.lead else "",
            *(picture_html(one) for one in story.pictures),
            f'<DIV class="besedilo">{text(story)}</DIV>',
            f"<BR><I>Vir: {esc(story.source)}</I>" if story.source else "",
            f'<BR><BR><A href="/tiskaj.php?id={ident(head)}" rel="nofollow">Natisni</A>',
            '<A href="javascript:history.back()">Nazaj</A>',
        ])  # fmt: skip

    def _tail(self, visit: Visit, head: Head) -> str:
        parts = [self._box(name, self.sample(visit, kind, count, head.number)) for name, kind, count in BOXES]
        return joined([*parts, f"Obiskovalcev: {81_204 + visit.number}"])

    def _box(self, name: str, heads: Iterable[Head]) -> str:
        return f"<B>{name}</B><BR>{''.join(self.card(head.number, 'tail') for head in heads)}"

    def _whole(self, title: str, content: str) -> str:
        return skeleton("classic.html").substitute(
            title=title, style=style("classic.css"), clock=long_day(self.today), content=content
        )

    def _html(self, text_: str, status: int = 200) -> Reply:
        return html(text_, charset=self.charset, encoding=self.encoding, status=status)


MARKUP = {"p": "{}<BR><BR>", "h": "<B>{}</B><BR><BR>", "li": "<LI>{}</LI>", "quote": "<I>{}</I><BR><BR>"}


def block_html(block: Block) -> str:
    """Print one block: paragraphs end in two line breaks."""
    return MARKUP[block.tag].format(rich(block.text))


def text(story: Story) -> str:
    """Print the text with the junk between its paragraphs."""
    lines = []
    for at, block in enumerate(story.blocks):
        aside = story.asides.get(at)
        lines += [f"{esc(aside)}<BR><BR>"] if aside else []
        lines.append(block_html(block))
    return joined(lines)


def picture_html(picture: Picture) -> str:
    """Print a small picture that leads to the large one."""
    credit = f" (Foto: {esc(picture.credit)})" if picture.credit else ""
    below = f"<BR><I>{esc(picture.caption or '')}{credit}</I>" if picture.caption or credit else ""
    small = f"{SMALL}{picture.stem}-300x200.{picture.format}"
    return f'<DIV class="slika"><A href="{BIG}{picture.file}"><IMG src="{small}" border="0"></A>{below}</DIV>'


def paging(link: str, part: Slice) -> str:
    """Print the numbers of all near pages and the next one."""
    near = range(max(1, part.number - 2), min(part.last, part.number + 2) + 1)
    numbers = [f"<B>{at}</B>" if at == part.number else f'<A href="{link.format(at)}">{at}</A>' for at in near]
    more = f' <A href="{link.format(part.number + 1)}">naprej &gt;&gt;</A>' if part.number < part.last else ""
    return f'<DIV class="strani">Stran: {" ".join(numbers)}{more}</DIV>'
