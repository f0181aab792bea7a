"""The words by which portals name and print what is not part of an item: tables, and nothing else."""

from __future__ import annotations

import re

from newsarchive.extract.names import Names

FURNITURE_TAGS = frozenset(("nav", "footer", "menu", "dialog", "form", "select"))
"""Elements that never hold an item's text."""

SURE_NAMES = (
    "nav navbar navigation menu menubar megamenu mainmenu submenu breadcrumb breadcrumbs crumbs pagination pager "
    "footer colophon comment comments commentlist komentar komentarji disqus respond share sharing social socials "
    "sharebar sharedaddy deli addtoany addthis newsletter subscribe subscription signup mailing enovice enovicke "
    "cookie cookies consent gdpr cmp piskotki related relateds sorodno sorodne povezano povezane recommended "
    "recommendation recommendations recommends readmore read-more more-news morenews preberi outbrain taboola "
    "popular trending mostread most-read najbolj-brano najbolj popup modal overlay lightbox skip skiplink "
    "screen-reader-text sr-only visually-hidden visuallyhidden login paywall-offer print-only advert advertisement "
    "advertising banner ads adsense adslot sponsored oglas oglasi pasica promo promotion teaser teasers ticker "
    "authorprofile author-profile sign-in signin forgot-password registration tagcloud calendar koledar weather vreme "
    "poll anketa toolbar copyright noprint pathway drobtine cta disclaimer"
).split()
"""Names of furniture wherever they stand."""

LIKELY_NAMES = (
    "sidebar aside widget widgets header masthead topbar bottom author-bio authorbox author-box about-author bio "
    "tags tag taglist tag-list keywords oznake meta info card cards list listing grid gallery galerija slider "
    "carousel video-list box boxes module latest recent links rail right-column left-column desno extra ad "
    "next-article prev-article prevnext post-navigation post-nav hidden d-none"
).split()
"""Names of furniture unless a good part of the page's text stands in it."""

CAPTION_NAMES = (
    "caption captions wp-caption-text figcaption image-caption img-caption photo-caption credit credits "
    "photocredit photo-credit image-credit fotograf podnapis opis-slike foto-avtor photo photos foto slika image "
    "images picture thumbnail thumb media-info mediainfo"
).split()
"""Names of what is printed under a picture."""

LEAD_NAMES = (
    "lead lede lead-text intro introduction introtext excerpt perex summary standfirst subtitle subheadline "
    "sub-title subhead dek abstract uvod podnaslov povzetek teaser-text article-lead article-intro chapeau preamble "
    "ingress vorspann sommario entradilla bajada manchet"
).split()
"""Names of the introductory paragraph."""

TITLE_NAMES = (
    "naslov title headline heading content-heading entry-title post-title article-title news-title page-title "
    "naslov-clanka"
).split()
"""Names of the element that prints the title, on pages that have no headings."""

BODY_NAMES = (
    "articlebody article-body article__body article_body article-content article__content article_content "
    "article-text article__text articletext entry-content entry__content post-content post-body post__content "
    "postcontent story-body story-content story-text storytext main-text body-text content-body text-content "
    "td-post-content rich-text richtext field-name-body field--name-body node-content clanek-vsebina vsebina-clanka "
    "besedilo itemfulltext item-page article-main__content c-article-body"
).split()
"""Names of the element that holds an item's text."""

BYLINE_NAMES = (
    "author authors byline by-line avtor avtorji autor autorji writer article-author article__author "
    "author-name post-author entry-author vcard contributor contributors signature podpis"
).split()
"""Names of the line that tells who wrote it."""

CRUMB_NAMES = "breadcrumb breadcrumbs crumbs pathway drobtine drobtinice pot nahajate-se".split()
"""Names of the line that tells the way from the front page."""

NAMES = Names(
    sure=SURE_NAMES,
    likely=LIKELY_NAMES,
    caption=CAPTION_NAMES,
    title=TITLE_NAMES,
    lead=LEAD_NAMES,
    embed=("embed", "embedded", "tweet"),
    body=BODY_NAMES,
    byline=BYLINE_NAMES,
    crumbs=CRUMB_NAMES,
)
SURE, LIKELY, CAPTION = NAMES.of("sure"), NAMES.of("likely"), NAMES.of("caption")
TITLE, LEAD, BODY = NAMES.of("title"), NAMES.of("lead"), NAMES.of("body")
BYLINE, CRUMBS = NAMES.of("byline"), NAMES.of("crumbs")
HIDDEN = re.compile(r"(?:^|\s)(?:(?:is-|u-)?hidden|hide|d-none)(?:\s|$)")
"""A word of a class that hides its element until a program or a click shows it;"""
SHOWN = re.compile(r"(?::|d-\w+-)(?:block|flex|grid|inline|table|contents|visible)")
"""one with which it is hidden on small screens only."""

PROMPT_WORDS = (
    r"preberite\s+(?:tudi|še|več)",
    r"preberi\s+(?:tudi|več|še)",
    r"berite\s+tudi",
    r"več\s+o\s+tem",
    r"sorodne?\s+(?:novice|članki|vsebine)",
    r"povezane?\s+(?:novice|članki|vsebine|teme)",
    r"(?:klik|kliknite)\s+tukaj",
    r"(?:več|zadnje|najnovejše|ostale)\s+novic[ea]?",
    r"dodaj\s+(?:odgovor|komentar)",
    r"komentarji?\b.{0,12}$",
    r"prijavi(?:te)?\s+se",
    r"naročite\s+se",
    r"delite?\b.{0,30}$",
    r"(?:oglas(?:no\s+sporočilo)?|advert(?:isement|ising)?|anzeige|werbung|publicit[éà]|publicidade?|pubblicità"
    r"|rekl[aá]m[ae]?|annon[sc]e?|mainos|ilmoitus|реклама|広告)\W*$",
    r"morda\s+(?:vas|te)\s+(?:bo\s+)?zanima",
    r"(?:je\s+bil[aoi]?|se\s+vam\s+zdi)\b.{0,40}\bkoristn",
    r"ne\s+(?:spreglejte|zamudite)\b.{0,20}$",
    r"vse\s+pravice\s+pridržane",
    r"(?:t[ao]\s+|naša\s+)?(?:spletn[aoe]\s+)?(?:stran|mesto)?\s*(?:uporablja(?:mo)?\s+)?piškotk",
    r"zadnje\s+osmrtnice",
    r"obvestila$",
    r"kategorij[ae]\b",
    r"oznake?\s*:",
    r"ključne\s+besede",
    r"več\s+(?:iz|o|na)\b.{0,30}$",
    r"(?:spremljajte|sledite)\s+nas",
    r"se\s+nadaljuje\s+pod\s+oglasom",
    r"read\s+(?:more|also|next|on)",
    r"related\s+(?:articles?|stories|news)",
    r"(?:see\s+also|also\s+read)",
    r"more\s+(?:from|on|stories)\b",
    r"share\s+(?:this|on)\b",
    r"(?:follow\s+us|sign\s+up|subscribe|click\s+here)",
    r"leave\s+a\s+(?:reply|comment)",
    r"(?:copyright\b|©|all\s+rights\s+reserved)",
    r"(?:story\s+continues|continue\s+reading)",
    r"recommended\s+(?:for|articles?)",
    r"lesen\s+sie\s+(?:auch|mehr)",
    r"mehr\s+zum\s+thema",
    r"lesetipp",
    r"(?:auch|zum)\s+thema",
    r"(?:pročitajte|čitajte\s+još|vezane\s+vijesti)",
)
_PROMPT = re.compile(rf"^\W*(?:{'|'.join(PROMPT_WORDS)})")
"""A block that begins like this, in lower case, invites elsewhere and says nothing itself. Without regard to case the
pattern would try every word at every block."""

DATELINE = re.compile(
    r"""^\W*(?:
        \d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d]{3,9})\s?\d{4} | \d{4}-\d\d-\d\d | \d{1,2}/\d{1,2}/\d{4}
      | (?:pon|tor|sre|čet|cet|pet|sob|ned)[^\W\d]*,?\s+\d{1,2}(?:\.|\s[^\W\d]{3,10},?\s\d{4})
      | (?:(?:na)?zadnj[eič]+\s+)?(?:objavljeno|posodobljeno|osveženo|spremenjeno|dopolnjeno)\b
      | (?:published|updated|posted|last\s+updated|first\s+published|stand|veröffentlicht|aktualisiert)\b
      | (?:publi[ée]e?|mis\s+à\s+jour|publicado|actualizado|atualizado|pubblicato|aggiornato|ažurirano|izmijenjeno)\b
      | (?:opublikowano|zaktualizowano|vydáno|zveřejněno|publicerad|uppdaterad|publi[cs]er[et]t?|op?pdater[et]t?)\b
    )""",
    re.I | re.X,
)
"""A line that begins like this, is short and no sentence, tells when the item was published."""
DAY = re.compile(
    r"(?:pon|tor|sre|čet|cet|pet|sob|ned)[^\W\d]{0,9},?\s\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d]{3,10})(?:\s?\d{4})?:?", re.I
)
"""Such a line with a weekday, and no hour; where it comes again, it heads what is on that day."""
STAMPED = re.compile(
    r"(?<!\d)\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d]{3,9})\s?\d{4}(?:,?\s+(?:(?:ob|[-–|])\s+)?\d{1,2}[.:]\d{2})?"
    r"(?:\s*(?:Posodobljeno|Spremenjeno).{0,40})?$"
)
"""How a line ends that is stamped with a moment: a byline, the head of a comment."""
LONGEST_COUNTER = 60
"""Characters."""
DATELINE_WORDS = 18
LONGEST_DATELINE = 400
"""Characters; what is longer has words without end, or none."""
FACT = re.compile(
    r"^\W*(?:pred\s+(?:\d+\s+)?\w+$|\d+\s*min(?:ut[aei]?)?\s+(?:branja|read)|čas\s+branja|vor\s+\d+|\d+\s+\w+\s+ago"
    r"|pripravil|avtor|piše|ogledov|zadetkov|komentarjev)",
    re.I,
)
"""How a part of a line of small facts begins."""
COUNTERS = (
    r"(?:zadetkov|ogledov|obiskov|prikazov|hits|views)\s*:\s*[\d.,]+",
    r"(?:čas\s+branja|lese(?:zeit|dauer|tid)|read(?:ing)?\s+time|(?:temps|tiempo|tempo)\s+d[ei]\s+le\w+)\W.{0,20}",
    r"\d+\s*min\w*\.?\s+(?:branja|lese\w+|read(?:ing)?|čitanja|čtení|d[ei]\s+le\w+)",
    r"\w+\s+\d+\s+(?:od|of|von|van|sur|de|di|av|z)\s+\d+",
    r"\d{1,2}:\d\d\s*/\s*\d{1,2}:\d\d",
)
COUNTER = re.compile(rf"^\W*(?:{'|'.join(COUNTERS)})\W*$", re.I)
"""How often the page was opened, how long it takes to read; which picture of how many, how far into a recording."""
LIFE = re.compile(
    r"[*†✝]\s*\d{1,2}\.\s?(?:\d|[^\W\d_]{3})|[*†✝]\s*\d{4}|\(\d{4}\s?[–-]\s?\d{4}\)|^(?:rojen|umrl)[ao]?\s*:\s*\d",
    re.M | re.I,
)
"""The dates of a life;"""
LIFE_SPAN = re.compile(
    r"^(?:\d{1,2}\.\s?\d{1,2}\.\s?)?(?P<born>\d{4})\s?[–-]\s?(?:\d{1,2}\.\s?\d{1,2}\.\s?)?(?P<died>\d{4})$", re.M
)
"""the same as a line of their own."""
SHORTEST_LIFE = 3
"""Years; a shorter span is that of an event."""
FACT_BARS = re.compile(r"\s*[|•·]\s*")
FACT_WORDS = 8
LONGEST_LIFE_LINE = 200

CREDITED = re.compile(r"\S(?:\s*[|(/–-]|\n)\s*(?:foto|photo|image|bild|slika)\s*:\s*[^.|:\n]{2,60}\)?\s*$", re.I)
"""A short line that ends with who took the picture is its caption."""

DIGIT = re.compile(r"\d")
WORDS = re.compile(r"[^\W\d_]{2,}")
FILE_NAME = re.compile(r"^\S+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$", re.I)
ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$", re.I)
GIVES_ADDRESS = re.compile(r"(?:\S+@[\w-]+\.[\w.-]+|(?:https?://|www\.)\S+)\W*$", re.I)
"""How a line ends that tells where to write to or to look: "Kontakt: info@example.org"."""
VOID = frozenset(("null", "undefined", "none", "nan", "n/a", "[object object]"))
"""What programs print where they have nothing to print."""


def is_hidden(names: str) -> bool:
    """Tell whether a class hides its element on every screen.

    >>> is_hidden("intro hidden"), is_hidden("intro hidden md:block"), is_hidden("hidden-xs")
    (True, False, False)
    """
    may = "hid" in names or "d-none" in names
    return may and bool(HIDDEN.search(names)) and not SHOWN.search(names)


def is_life_line(text: str) -> bool:
    """Tell whether a line gives the dates of a life, which are what an obituary says.

    >>> is_life_line("* 1. 2. 1932, † 3. 4. 2026"), is_life_line("Objavljeno: 5. 4. 2026 ob 12.00")
    (True, False)
    """
    if len(text) > LONGEST_LIFE_LINE or not DIGIT.search(text):
        return False
    span = LIFE_SPAN.search(text)
    return bool(LIFE.search(text)) or (span is not None and int(span["died"]) - int(span["born"]) >= SHORTEST_LIFE)


def is_meta_line(text: str) -> bool:
    """Tell whether a line is made of small facts between bars or dots: who, when, how long to read.

    >>> is_meta_line("Pripravil/-a: M. K. · pred 1 tednom · 1 min branja"), is_meta_line("Nov most | Primer")
    (True, False)
    """
    if not ("|" in text or "•" in text or "·" in text):
        return False
    parts = [part for part in FACT_BARS.split(text) if part]
    short = len(parts) > 1 and all(part.count(" ") < FACT_WORDS for part in parts)
    return short and any(FACT.match(part) or DATELINE.match(part) for part in parts)


def is_dateline(text: str) -> bool:
    """Tell whether a block is a line with the date of publication, perhaps with the author's name behind it.

    >>> is_dateline("20.11.2026 | 8:55 | Ana Primer, foto: arhiv"), is_dateline("27. januarja 2026 so odprli most.")
    (True, False)
    """
    if len(text) > LONGEST_DATELINE:
        return False
    if len(text) <= LONGEST_COUNTER and DIGIT.search(text) and COUNTER.match(text):
        return True
    spaces = text.count(" ")
    if spaces >= DATELINE_WORDS:
        return False
    if is_meta_line(text) or is_stamped(text):
        return not is_life_line(text)
    if not DATELINE.match(text) or is_life_line(text):
        return False
    return "|" in text or not text.endswith((".", "!", "?")) or spaces < 5


def is_stamped(text: str) -> bool:
    """Tell whether a line is a name or two and the moment of writing: a byline, or the head of a comment.

    >>> is_stamped("Ana Primer, Bor Zgled10. november 2026 ob 11.42"), is_stamped("Most bodo odprli 1. 12. 2026")
    (True, False)
    """
    found = STAMPED.search(text) if text[-1:].isdigit() or "osodobljeno" in text else None
    return found is not None and all(
        word[:1].isupper() or word == "in" for word in WORDS.findall(text[: found.start()])
    )


def is_prompt(text: str) -> bool:
    """Tell whether a short block invites elsewhere and says nothing itself.

    >>> is_prompt("» PREBERITE TUDI: Nov most"), is_prompt("Preberite, kaj pravijo.")
    (True, False)
    """
    return _PROMPT.match(text.lower()) is not None


def is_junk(text: str) -> bool:
    """Tell whether a block is a file name, an address or a program's word for nothing.

    >>> [is_junk(text) for text in ("NULL", "KANNsJH.jpg", "https://example.org/a.png", "Novo mesto")]
    [True, True, True, False]
    """
    return text.casefold() in VOID or ("." in text and bool(FILE_NAME.match(text))) or bool(ADDRESS.match(text))
