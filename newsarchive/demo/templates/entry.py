"""An item page of the WordPress-like template: its metadata and its markup."""

from __future__ import annotations

import json
from typing import Any

from newsarchive.demo.articles import HOUSE
from newsarchive.demo.story import Head, Picture, Story, cut
from newsarchive.demo.templates.markup import esc, text_html
from newsarchive.demo.world import slugify
from newsarchive.items import Record

UPLOADS = "/wp-content/uploads/2026/01/"
FIRST_POST = 50_000
TITLE = "Dolinski list"


def post_id(head: Head) -> int:
    """Give the number that WordPress keeps a story under."""
    return FIRST_POST + 3 * head.number


def author_line(story: Story) -> str | None:
    """Give what stands where the author should: a name, the house name, ``NULL``, or nothing on obituaries."""
    if story.head.kind == "obituary":
        return None
    if story.head.kind == "notice":
        return HOUSE if story.head.number % 2 else "NULL"
    return story.author or "NULL"


def lead_is_cut(head: Head) -> bool:
    """Tell whether the lead is no lead but the first words of the text, which come again below."""
    return head.kind == "article" and head.number % 4 == 1


def printed_lead(story: Story) -> str | None:
    """Give the words that stand in the lead's place."""
    return cut(story.blocks[0].text, 150) + "..." if lead_is_cut(story.head) else story.lead


def item_head(record: Record, story: Story, base: str) -> str:
    """Print canonical, OpenGraph and JSON-LD; without a picture of its own an item shows the portal's sign."""
    image = record.images[0].url if record.images else f"{base}{UPLOADS}znak-10000.png"
    kind = "article" if record.kind == "article" else "website"
    description = esc(printed_lead(story) or story.excerpt)
    graph = json.dumps(_graph(record, story, base, image), ensure_ascii=False)
    tags = [
        f'<link rel="canonical" href="{record.url}">',
        f'<link rel="shortlink" href="{base}/?p={post_id(story.head)}">',
        f'<meta name="description" content="{description}">',
        f'<meta property="og:type" content="{kind}">',
        f'<meta property="og:title" content="{esc(record.title or "")}">',
        f'<meta property="og:url" content="{record.url}">',
        f'<meta property="og:site_name" content="{TITLE}">',
        f'<meta property="og:image" content="{image}">',
        f'<meta property="article:published_time" content="{record.published}">',
        f'<meta property="article:modified_time" content="{record.modified}">',
        f'<script type="application/ld+json">{graph}</script>',
    ]
    return "\n".join(tags)


def _graph(record: Record, story: Story, base: str, image: str) -> dict[str, Any]:
    dates = {"datePublished": record.published, "dateModified": record.modified}
    page = {"@type": "WebPage", "@id": record.url, "url": record.url, "name": f"{record.title} - {TITLE}", **dates}
    nodes = [
        page,
        {"@type": "WebSite", "@id": f"{base}/#website", "url": f"{base}/", "name": TITLE, "inLanguage": "sl-SI"},
        {
            "@type": "Organization",
            "@id": f"{base}/#organization",
            "name": TITLE,
            "logo": f"{base}{UPLOADS}znak-10000.png",
        },
        _crumbs(record, base),
    ]
    if record.kind == "article":
        nodes += _article_nodes(record, story, base, image)
    return {"@context": "https://schema.org", "@graph": nodes}


def _crumbs(record: Record, base: str) -> dict[str, Any]:
    names = ((TITLE, f"{base}/"), (record.section, record.url.rsplit("/", 2)[0] + "/"), (record.title, record.url))
    steps = [
        {"@type": "ListItem", "position": at, "name": name, "item": url} for at, (name, url) in enumerate(names, 1)
    ]
    return {"@type": "BreadcrumbList", "@id": f"{record.url}#breadcrumb", "itemListElement": steps}


def _article_nodes(record: Record, story: Story, base: str, image: str) -> list[dict[str, Any]]:
    author = author_line(story) or ""
    person = f"{base}/#/schema/person/{slugify(author)}"
    article = {
        "@type": "NewsArticle",
        "@id": f"{record.url}#article",
        "isPartOf": {"@id": record.url},
        "headline": record.title,
        "datePublished": record.published,
        "dateModified": record.modified,
        "author": {"@id": person},
        "articleSection": [record.section],
        "keywords": record.tags,
        "image": image,
        "inLanguage": "sl-SI",
        "publisher": {"@id": f"{base}/#organization"},
    }
    return [article, {"@type": "Person", "@id": person, "name": author}]


def entry(story: Story, section: str, folder: str) -> str:
    """Print the item and the place of its tail."""
    head = story.head
    lead, author, featured = printed_lead(story), author_line(story), story.pictures[:1]
    parts = [
        f'<main><nav class="breadcrumbs"><a href="/">Domov</a> » <a href="/{folder}/">{section}</a></nav>',
        f'<article id="post-{post_id(head)}" class="post type-{head.kind}">',
        f'<h1 class="entry-title">{esc(head.title)}</h1>',
        f'<p class="entry-lead">{esc(lead)}</p>' if lead else "",
        f'<div class="entry-author">{esc(author)}</div>' if author else "",
        *(figure(one, at) for at, one in enumerate(featured)),
        f'<div class="entry-content">{_content(story)}</div>',
        _tags(story),
        "</article>",
        REPLY_FORM if head.number % 3 else "",
        "</main><aside><!--tail--></aside>",
    ]
    return "\n".join(part for part in parts if part)


def _content(story: Story) -> str:
    further = [figure(one, at) for at, one in enumerate(story.pictures[1:], 1)]
    source = f"<p>Vir: {esc(story.source)}</p>" if story.source else ""
    return "\n".join(part for part in (text_html(story), *further, source) if part)


def credit_is_apart(picture: Picture, at: int) -> bool:
    """Tell whether the credit of the picture at a position stands in a paragraph below the figure."""
    return at % 2 == 1 and picture.credit is not None


def figure(picture: Picture, at: int) -> str:
    """Print a picture in three sizes; some credits say "Foto" twice, some are a paragraph of their own."""
    address = f"{UPLOADS}{picture.stem}"
    variants = (("-300x200", 300), ("-480x320", 480), ("", 720))
    sizes = ", ".join(f"{address}{end}.{picture.format} {width}w" for end, width in variants)
    image = f'<img src="{address}-480x320.{picture.format}" srcset="{sizes}" alt="{esc(picture.alt or picture.file)}">'
    credit = f"FOTO: {'Foto: ' * (len(picture.stem) % 3 == 0)}{esc(picture.credit)}" if picture.credit else ""
    caption = esc(picture.caption or "")
    inline = f"<p>Foto: {esc(picture.credit or '')}</p>" if credit_is_apart(picture, at) else ""
    words = caption if inline else f"{caption}{'. ' if caption and credit else ''}{credit}"
    below = f"<figcaption>{words}</figcaption>" if words else ""
    return f'<figure class="wp-block-image">{image}{below}</figure>{inline}'


def _tags(story: Story) -> str:
    links = "".join(f'<a rel="tag" href="/oznaka/{slugify(tag)}/">{esc(tag)}</a>' for tag in story.tags)
    return f'<div class="tags">Oznake: {links}</div>' if links else ""


REPLY_FORM = """<div id="respond" class="comment-respond"><h3>Dodaj odgovor</h3>
<p>Vaš e-naslov ne bo objavljen. Zahtevana polja so označena z *</p>
<form action="/wp-comments-post.php" method="post"><label>Komentar *</label><textarea name="comment"></textarea>
<label>Ime *</label><input name="author"><button>Objavi komentar</button></form></div>"""
