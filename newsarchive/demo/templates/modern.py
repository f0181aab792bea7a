"""The new template: markup that says nothing, no date but "Posodobljeno: …", readers' comments glued to the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

from newsarchive.demo.articles import HOUSE
from newsarchive.demo.calendar import month_page
from newsarchive.demo.lexicon import towns
from newsarchive.demo.reply import Reply, dated, html
from newsarchive.demo.story import Head, Picture, Story
from newsarchive.demo.templates.base import (
    SUBJECTS,
    Slice,
    Template,
    Visit,
    images,
    long_day,
    sliced,
    town_name,
    town_slugs,
)
from newsarchive.demo.templates.markup import esc, joined, skeleton, style, text_html
from newsarchive.items import Record

SECTIONS = {
    "novice": "Novice",
    "sport": "Šport",
    "kultura": "Kultura",
    "gospodarstvo": "Gospodarstvo",
    "obvestila": "Obvestila",
    "osmrtnice": "Osmrtnice",
}
FOLDERS = {name: folder for folder, name in SECTIONS.items()}
STATIC = {"o-portalu": "O portalu", "oglasevanje": "Oglaševanje"}
MEDIA = "/media/"
PAGE = 10
NOMINATIVE = (
    "januar", "februar", "marec", "april", "maj", "junij",
    "julij", "avgust", "september", "oktober", "november", "december",
)  # fmt: skip
ROBOTS = """User-agent: *
Disallow: /iskanje
Disallow: /api/
Crawl-delay: 1
"""
BLANK = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


def updated(day: date) -> str:
    """Print the only date that the template shows.

    >>> updated(date(2023, 5, 23))
    'Posodobljeno: 23. maj 2023'
    """
    return f"Posodobljeno: {day.day}. {NOMINATIVE[day.month - 1]} {day.year}"


def initials(author: str | None) -> str | None:
    """Shorten a name to its initials; the house name is not printed.

    >>> initials("Ana Brezovnik")
    'A. B.'
    """
    return None if author in (None, HOUSE) else " ".join(f"{part[0]}." for part in (author or "").split())


class Modern(Template):
    """A portal on a home-made application."""

    key: ClassVar[str] = "modern"
    site: ClassVar[str] = "demo-new"
    title: ClassVar[str] = "Naša dolina"
    port: ClassVar[int] = 8018
    rubrics: ClassVar[Mapping[str, str]] = {topic: name for topic, name in SUBJECTS.items() if topic != "kronika"}
    robots: ClassVar[str] = ROBOTS
    routes: ClassVar[tuple[tuple[str, str], ...]] = (
        (r"/", "front"),
        (r"/obcina/(?P<slug>[^/?]+)/?(?:\?page=(?P<number>\d+))?", "of_town"),
        (r"/(?P<folder>" + "|".join(SECTIONS) + r")/?(?:\?page=(?P<number>\d+))?", "of_section"),
        (r"/koledar/(?P<year>\d{4})/(?P<month>\d\d)", "calendar"),
        (r"/(?P<name>" + "|".join(STATIC) + r")", "static"),
        (r"/(?:iskanje|api/).*", "forbidden"),
        (r"/[^?]+", "item"),
    )

    def path(self, head: Head) -> str:
        """Give ``/<rubric>/<slug>``."""
        return f"/{FOLDERS[self.section(head)]}/{head.slug}"

    def other_paths(self, head: Head) -> list[str]:
        """Give the address with a slash at the end."""
        return [self.path(head) + "/"]

    def record(self, story: Story, base: str) -> Record:
        """Give what the page tells: never when the story was published, only when it was last changed."""
        head, author = story.head, initials(story.author)
        return Record(
            head.kind, self.site, base + self.path(head), head.title, story.lead, story.body,
            authors=[author] if author else [], source=story.source, section=self.section(head), language="sl",
            modified=head.modified.date().isoformat(), images=images(story, base, MEDIA), notices=story.notices,
            obituary=story.obituary, aliases=[base + path for path in self.other_paths(head)],
        )  # fmt: skip

    def page(self, title: str, content: str, *, status: int = 200) -> Reply:
        """Answer with a page that is neither item nor list."""
        return html(
            self._whole(title, "", f'<div class="css-main1"><h1>{esc(title)}</h1>{content}</div>'), status=status
        )

    def static(self, visit: Visit, name: str) -> Reply:
        """Answer with a page about the portal."""
        words = f"<p>{self.title} je izmišljen portal. {STATIC[name]}: pišite nam, veseli bomo vsakega predloga.</p>"
        return dated(self.page(STATIC[name], words * 3), None)

    def forbidden(self, visit: Visit) -> Reply:
        """Answer with what robots.txt keeps crawlers away from."""
        return self.page("Zadetki iskanja", "<p>Ta stran ni namenjena pajkom in je nobeden ne sme brati.</p>" * 4)

    def calendar(self, visit: Visit, year: str, month: str) -> Reply | None:
        """Answer with a month of a calendar that never ends."""
        content = month_page(int(year), int(month), "/koledar/{year}/{month:02}", "/koledar/{year}/{month:02}#{day}")
        return dated(self.page("Koledar dogodkov", content), None) if content else None

    def front(self, visit: Visit) -> Reply:
        """Answer with the front page."""
        content = f'<div class="css-main1">{self._cards(self.visible[:18])}</div>'
        return dated(html(self._whole("Portal vseh krajev", "", content)), self.changed)

    def of_town(self, visit: Visit, slug: str, number: str | None) -> Reply | None:
        """Answer with a municipality's stories; beyond the last page the list is empty."""
        town = town_slugs().get(slug)
        if town is None:
            return None
        return self._list(towns()[town].form("nom"), f"/obcina/{slug}/", self.towns.get(town, []), number)

    def of_section(self, visit: Visit, folder: str, number: str | None) -> Reply:
        """Answer with a rubric."""
        return self._list(SECTIONS[folder], f"/{folder}", self.sections.get(SECTIONS[folder], []), number)

    def _list(self, title: str, start: str, heads: list[Head], number: str | None) -> Reply:
        part = sliced(heads, int(number or 1), PAGE)
        cards = self._cards(part.heads) if part.heads else "<div>Ni vsebin.</div>"
        content = f'<div class="css-main1"><h1>{esc(title)}</h1>{cards}{paging(start, part)}</div>'
        return dated(html(self._whole(title, "", content)), self.changed)

    def _cards(self, heads: Iterable[Head]) -> str:
        return f'<div class="css-gr1d6">{joined(self.card(head.number, "list") for head in heads)}</div>'

    def _card(self, number: int, place: str) -> str:
        head = self.world.heads[number]
        link, title = self.path(head), esc(head.title)
        if place == "tail":
            return f'<div class="css-c4rd9"><a href="{link}"><div class="css-ttl22">{title}</div></a></div>'
        when = f'<div class="css-7uw2k">{town_name(head)} · {updated(head.modified.date())}</div>'
        words = f'<div class="css-z81me">{self.section(head)}</div>{when}'
        if number % 2:
            words += f'<div class="css-ttl22"><a href="{link}">{title}</a></div>'
        else:
            words = f'<a class="css-0verl" href="{link}" aria-label="{title}"></a>{words}'
        return f'<div class="css-c4rd9">{words}</div>'

    def item(self, visit: Visit) -> Reply | None:
        """Answer with a story."""
        head = self.paths.get(visit.path.rstrip("/"))
        if head is None:
            return None
        if head.number in self.world.gone:
            return self.missing(head)
        before, after = self.article(head.number, visit.base)
        reply = html(before + self._tail(visit, head) + after)
        reply.headers["ETag"] = f'W/"{head.number}-{head.revision}"'
        return reply

    def _article(self, number: int, base: str) -> tuple[str, str]:
        story = self.world.story(number)
        head = story.head
        url = base + self.path(head)
        same = f'<link rel="canonical" href="{url}"/>' if number % 2 else f'<meta property="og:url" content="{url}"/>'
        page = self._whole(head.title, same, f'<div class="css-main1">{self._entry(story)}<!--tail--></div>')
        before, _, after = page.partition("<!--tail-->")
        return before, after

    def _entry(self, story: Story) -> str:
        head, author = story.head, initials(story.author)
        place = next(slug for slug, at in town_slugs().items() if at == head.town)
        rubric = f'<a href="/{FOLDERS[self.section(head)]}">{self.section(head)}</a>'
        parts = [
            f'<div class="css-z81me"><a href="/obcina/{place}/">{town_name(head)}</a></div><h1>{esc(head.title)}</h1>',
            f'<div class="css-7uw2k">{author}</div>' if author else "",
            f'<div class="css-7uw2k">{updated(head.modified.date())}</div>',
            f'<div class="css-l0pd4">{esc(story.lead)}</div>' if story.lead else "",
            *(picture_html(one) for one in story.pictures),
            f'<div class="css-t3xt0">{text_html(story)}{glued(story)}</div>',
            f'<div class="css-7uw2k">Kategorije: {rubric}</div>',
        ]
        return f'<div class="css-q4n7u">{joined(part for part in parts if part)}</div>'

    def _tail(self, visit: Visit, head: Head) -> str:
        here = [one for one in self.sample(visit, "article", 12, head.number) if one.town == head.town][:3]
        same = [*self.sample(visit, "notice", 2, head.number), *self.sample(visit, "obituary", 2, head.number)]
        near = "".join(self.card(one.number, "tail") for one in here)
        more = "".join(self.card(one.number, "tail") for one in same)
        return (
            f'<div><h3>Več iz kraja {town_name(head)}</h3><div class="css-gr1d6">{near}</div></div>'
            f'<div><h3>Več iz kategorije {self.section(head)}</h3><div class="css-gr1d6">{more}</div></div>'
        )

    def _whole(self, title: str, head: str, content: str) -> str:
        places = "".join(
            f'<a href="/obcina/{slug}/">{towns()[at].form("nom")}</a>' for slug, at in town_slugs().items()
        )
        return skeleton("modern.html").substitute(
            title=esc(title),
            head=head,
            style=style("modern.css"),
            clock=long_day(self.today),
            towns=places,
            content=content,
        )


def picture_html(picture: Picture) -> str:
    """Print a picture that loads late: its address is in ``data-src``, its sizes in ``data-srcset``."""
    address, ending = f"{MEDIA}{picture.stem}", picture.format
    image = (
        f'<img src="{BLANK}" data-src="{address}-480x320.{ending}" '
        f'data-srcset="{address}-300x200.{ending} 300w, {address}.{ending} 720w" alt="{esc(picture.alt or "")}"/>'
    )
    words = [part for part in (picture.caption, f"Foto: {picture.credit}" if picture.credit else None) if part]
    below = f'<div class="css-f0t0x">{esc(" | ".join(words))}</div>' if words else ""
    return f'<div class="css-im3g5">{image}</div>{below}'


def glued(story: Story) -> str:
    """Print the source, and after it, without any mark, what readers wrote."""
    if not story.source:
        return ""
    return "".join(f"<p>{esc(line)}</p>" for line in (f"Vir: {story.source}", *story.comments))


def paging(start: str, part: Slice) -> str:
    """Print the links to the neighbouring pages."""
    before = f'<a href="{start}?page={part.number - 1}">‹ Novejše</a>' if part.number > 1 else ""
    after = f'<a href="{start}?page={part.number + 1}">Starejše ›</a>' if part.number < part.last else ""
    return f'<div class="css-pg8n1">{before}{after}</div>'
