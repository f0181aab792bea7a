"""The WordPress-like template: metadata everywhere, the date only there, and a tail that changes at every visit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import ClassVar

from newsarchive.demo import feeds
from newsarchive.demo.lexicon import towns
from newsarchive.demo.reply import Reply, dated, html, redirect
from newsarchive.demo.story import Head, Story
from newsarchive.demo.templates import cards
from newsarchive.demo.templates.base import DAYS, Template, Visit, images, sliced, town_slugs
from newsarchive.demo.templates.entry import (
    FIRST_POST,
    UPLOADS,
    author_line,
    credit_is_apart,
    entry,
    item_head,
    lead_is_cut,
    post_id,
)
from newsarchive.demo.templates.markup import esc, joined, skeleton, style
from newsarchive.demo.templates.places import FOLDERS, GENERAL, PAGE, ROBOTS, ROUTES, SECTIONS, SITEMAPS, STATIC, TAIL
from newsarchive.demo.texts import MONTHS
from newsarchive.items import Image, Record


class WordPress(Template):
    """A portal on WordPress with an SEO plugin."""

    key: ClassVar[str] = "wordpress"
    site: ClassVar[str] = "demo"
    title: ClassVar[str] = "Dolinski list"
    port: ClassVar[int] = 8017
    everywhere: ClassVar[bool] = True
    general: ClassVar[str] = "Družba"
    robots: ClassVar[str] = ROBOTS
    routes: ClassVar[tuple[tuple[str, str], ...]] = ROUTES

    def path(self, head: Head) -> str:
        """Give ``/<rubric>/<slug>/``."""
        return f"/{self.folder(head)}/{head.slug}/"

    def folder(self, head: Head) -> str:
        """Give the rubric's part of the address."""
        return FOLDERS.get(head.topic, GENERAL)

    def other_paths(self, head: Head) -> list[str]:
        """Give the short address, the one without the last slash, and for articles the archive's."""
        archived = [f"/arhiv/{head.slug}", f"/arhiv/{head.slug}/"] if head.kind == "article" else []
        return [f"/?p={post_id(head)}", self.path(head)[:-1], *archived]

    def record(self, story: Story, base: str) -> Record:
        """Give what the page tells: dates are in the metadata only, ``NULL`` is nobody."""
        head, author = story.head, author_line(story)
        lead = None if lead_is_cut(head) else story.lead
        return Record(
            head.kind, self.site, base + self.path(head), head.title, lead, story.body,
            authors=[author] if author and author != "NULL" else [], source=story.source,
            section=self.section(head), tags=list(story.tags), language="sl",
            published=head.published.isoformat(), published_raw=head.published.isoformat(),
            modified=head.modified.isoformat(), images=_images(story, base), notices=story.notices,
            obituary=story.obituary, aliases=[base + path for path in self.other_paths(head)],
        )  # fmt: skip

    def page(self, title: str, content: str, *, status: int = 200) -> Reply:
        """Answer with a page that is neither item nor list."""
        return html(self._whole("", title, "", f"<main><h1>{esc(title)}</h1>{content}</main>"), status=status)

    def static(self, visit: Visit, name: str) -> Reply:
        """Answer with a page about the portal."""
        words = (
            f"<p>{self.title} izhaja na spletu. Uredništvo je dosegljivo od ponedeljka do petka. {STATIC[name]}.</p>"
        )
        return dated(self.page(STATIC[name], words * 3), None)

    def forbidden(self, visit: Visit) -> Reply:
        """Answer with what robots.txt keeps crawlers away from; it looks like an article."""
        return self.page(
            "Osnutek: neobjavljeno", "<p>To besedilo ni namenjeno javnosti, zato ga pajek ne sme brati.</p>" * 4
        )

    # feed and sitemaps

    def feed(self, visit: Visit) -> Reply:
        """Answer with the twenty newest of all kinds."""
        entries = [self._feed_entry(head, visit.base) for head in self.visible[:20]]
        return dated(feeds.rss(self.title, visit.base, entries, self.changed), self.changed)

    def _feed_entry(self, head: Head, base: str) -> feeds.Entry:
        story = self.world.story(head.number)
        return feeds.Entry(
            base + self.path(head), head.title, head.published, head.modified, f"{base}/?p={post_id(head)}",
            self.section(head), author_line(story), story.excerpt,
        )  # fmt: skip

    def sitemap_index(self, visit: Visit) -> Reply:
        """Answer with the sitemaps of posts, notices, obituaries, and of pages that are no items."""
        parts = [
            (f"{visit.base}/{name}-sitemap{at if at > 1 else ''}.xml", max(head.modified for head in heads))
            for name in SITEMAPS
            for at, heads in enumerate(self._sitemap_parts(name), 1)
        ]
        return dated(feeds.sitemap_index([*parts, (f"{visit.base}/page-sitemap.xml", None)]), self.changed)

    def sitemap(self, visit: Visit, name: str, number: str) -> Reply | None:
        """Answer with one sitemap, oldest first, at most a thousand addresses."""
        if name == "page":
            return dated(feeds.urlset([(f"{visit.base}/{page}/", None) for page in STATIC]), None)
        parts, at = self._sitemap_parts(name), int(number or 1) - 1
        if not 0 <= at < len(parts):
            return None
        return dated(feeds.urlset([(visit.base + self.path(head), head.modified) for head in parts[at]]), self.changed)

    def _sitemap_parts(self, name: str) -> list[list[Head]]:
        heads = self.kinds.get(SITEMAPS.get(name, ""), [])[::-1]
        return [heads[start : start + 1000] for start in range(0, len(heads), 1000)]

    # lists

    def front(self, visit: Visit) -> Reply:
        """Answer with the front page: the newest of each kind."""
        kinds = (("Novice", "article", 12), ("Obvestila", "notice", 6), ("Osmrtnice", "obituary", 6))
        parts = [f"<h2>{name}</h2>" + self._cards(self.kinds.get(kind, [])[:count]) for name, kind, count in kinds]
        places = ((f"/mesto/{slug}/", towns()[at].form("nom")) for slug, at in town_slugs().items())
        content = f"<main>{joined(parts)}</main><aside>{cards.widget('Kraji', cards.links(places))}</aside>"
        return dated(html(self._whole(visit.base, "Novice iz doline", "", content)), self.changed)

    def news(self, visit: Visit, number: str | None) -> Reply | None:
        """Answer with all articles, page by page."""
        return self._list(visit, "Novice", "/novice/", self.kinds.get("article", []), number)

    def of_section(self, visit: Visit, folder: str, number: str | None) -> Reply | None:
        """Answer with a rubric."""
        return self._list(visit, SECTIONS[folder], f"/{folder}/", self.sections.get(SECTIONS[folder], []), number)

    def of_town(self, visit: Visit, slug: str, number: str | None) -> Reply | None:
        """Answer with a municipality's stories."""
        town = town_slugs().get(slug, -1)
        heads = self.towns.get(town)
        return self._list(visit, towns()[town].form("nom"), f"/mesto/{slug}/", heads, number) if heads else None

    def of_tag(self, visit: Visit, slug: str, number: str | None) -> Reply | None:
        """Answer with what carries a tag: a municipality or a topic."""
        heads = self.towns.get(town_slugs().get(slug, -1)) or self.topics.get(slug)
        return self._list(visit, f"Oznaka: {slug}", f"/oznaka/{slug}/", heads, number) if heads else None

    def of_day(self, visit: Visit, year: str, month: str, day: str) -> Reply | None:
        """Answer with the archive of a day; a day without stories is missing."""
        try:
            wanted = date(int(year), int(month), int(day))
        except ValueError:
            return None
        heads = [head for head in self.visible if head.published.date() == wanted]
        return self._list(visit, f"Arhiv {wanted.isoformat()}", visit.path, heads, None) if heads else None

    def _list(self, visit: Visit, title: str, start: str, heads: list[Head], number: str | None) -> Reply | None:
        part = sliced(heads, int(number or 1), PAGE if not title.startswith("Arhiv") else len(heads))
        if not part.heads and part.number != 1:
            return None
        content = f"<main><h1>{esc(title)}</h1>{self._cards(part.heads)}{cards.paging(start, part)}</main>"
        return dated(html(self._whole(visit.base, title, "", content)), self.changed)

    # items

    def short(self, visit: Visit, post: str) -> Reply | None:
        """Send a short address on to the canonical one."""
        number, rest = divmod(int(post) - FIRST_POST, 3)
        head = None if rest else self.world.heads.get(number)
        return redirect(visit.base + self.path(head)) if head else None

    def archived(self, visit: Visit, slug: str) -> Reply | None:
        """Answer under the archive's address with the same page, which names its canonical one."""
        return self._item(visit, self.slugs.get(slug))

    @cached_property
    def slugs(self) -> dict[str, Head]:
        """Articles by slug; what has vanished too."""
        return {head.slug: head for head in self.world.heads.values() if head.kind == "article"}

    def item(self, visit: Visit) -> Reply | None:
        """Answer with a story, with or without the last slash; a list without it is sent on."""
        head = self.paths.get(visit.path.rstrip("/") + "/")
        if head is None and visit.path.lstrip("/") in (*SECTIONS, *STATIC, "novice"):
            return redirect(visit.base + visit.path + "/")
        return self._item(visit, head)

    def _item(self, visit: Visit, head: Head | None) -> Reply | None:
        if head is None:
            return None
        if head.number in self.world.gone:
            return self.missing(head)
        before, after = self.article(head.number, visit.base)
        return html(before + self._tail(visit, head) + after)

    def _article(self, number: int, base: str) -> tuple[str, str]:
        story = self.world.story(number)
        head = story.head
        content = entry(story, self.section(head), self.folder(head))
        page = self._whole(base, head.title, item_head(self.record(story, base), story, base), content)
        before, _, after = page.partition("<!--tail-->")
        return before, after

    def _whole(self, base: str, title: str, head: str, content: str) -> str:
        clock = f"{DAYS[self.today.weekday()]}, {self.today.day} {MONTHS[self.today.month - 1]}, {self.today.year}"
        return skeleton("wordpress.html").substitute(
            title=esc(title), head=head, base=base, style=style("wordpress.css"), clock=clock,
            degrees=self.today.day % 9, content=content,
        )  # fmt: skip

    def _tail(self, visit: Visit, head: Head) -> str:
        news, notices, dead = (self.sample(visit, kind, count, head.number) for kind, count in TAIL)
        names = ((self.path(one), one.title) for one in dead)
        return cards.tail(self._tail_cards(news), self._tail_cards(notices), names, visit.number % 24)

    def _tail_cards(self, heads: Iterable[Head]) -> str:
        return "".join(self.card(head.number, "tail") for head in heads)

    def _cards(self, heads: Iterable[Head]) -> str:
        return joined(self.card(head.number, "list") for head in heads)

    def _card(self, number: int, place: str) -> str:
        story = self.world.story(number)
        link = self._tail_path(story.head) if place == "tail" else self._list_path(story.head)
        return cards.card(story, link, self.section(story.head), thumb=place == "list")

    def _list_path(self, head: Head) -> str:
        """Give the address a list links to: now and then not the canonical one."""
        others = self.other_paths(head)
        return {4: others[1], 7: others[-1]}.get(head.number % 9, self.path(head))

    def _tail_path(self, head: Head) -> str:
        return self.other_paths(head)[0] if head.number % 3 == 0 else self.path(head)


def _images(story: Story, base: str) -> list[Image]:
    """Give the pictures; a caption before a credit ends in a full stop."""
    found = images(story, base, UPLOADS)
    for at, image in enumerate(found):
        if image.caption and image.credit and not credit_is_apart(story.pictures[at], at):
            image.caption += "."
    return found
