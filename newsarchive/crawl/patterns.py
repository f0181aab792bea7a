"""The words and patterns by which the crawler knows addresses and links: data only."""

from __future__ import annotations

import re

PORTS = {"http": 80, "https": 443}
"""The schemes that are crawled, and their usual ports."""

LONGEST = 1000
"""Characters of an address; longer ones are traps."""
MOST_SEGMENTS = 12
"""Parts of a path; deeper ones are traps."""
MOST_REPEATS = 2
"""How often a path may repeat one part."""

SESSION_PATH = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#]*", re.I)
TRACKING = re.compile(
    r"&(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_ga|ref|phpsessid|jsessionid|sid|sess(?:ion)?(?:_?id)?|replytocom|amp)(?:=|&|$)",
    re.I,
)
"""Parameters that tell of the visit and not of the page; searched behind an added ``&``."""

MEDIA = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|mp[34]|m4[av]|og[gv]|wav|webm|avi|mov|wmv|flv|pdf|docx?|xlsx?|pptx?|odt|ods|rtf|"
    r"zip|rar|7z|gz|tar|exe|dmg|apk|css|js|json|woff2?|ttf|eot|ics|vcf|xml|rss|atom|rdf)$",
    re.I,
)
"""Paths that end as no page does."""
FOREIGN_PATH = re.compile(
    r"/(?:wp-(?:login|admin|json|content|includes|cron|signup|comments-post)\b|xmlrpc\.php|cgi-bin/|cdn-cgi/|"
    r"(?:login|logout|signin|sign-in|signup|register|registracija|prijava|odjava|prijavite-se|my-account|moj-racun|"
    r"search|iskanje|isci|iskalnik|kosarica|cart|checkout|print|tiskaj|natisni|printview|feed|comments|"
    r"share|deli|poslji-prijatelju|send|rss)(?:/|\.(?:php|html?|aspx?)|$))",
    re.I,
)
"""Paths of forms, log-ins, searches, print versions and feeds."""
FOREIGN_QUERY = re.compile(
    r"&(?:s|q|query|search|iskanje|isci|print|tiskaj|pop|tmpl|share|action|redirect(?:_to)?|return|login|replytocom|add-to-cart|"
    r"format|feed|do|sort|order(?:by)?|filter\w*|view|ical|lang)=",
    re.I,
)
"""Parameters of forms, sorting, print versions; searched behind an added ``&``."""

PAGE_NUMBER = re.compile(
    r"(?P<path>/(?:page|stran|str|p|pages)[/-](?P<a>\d{1,5})(?=/|$|\?|\.html?))"
    r"|(?P<file>[_-](?P<b>\d{1,4})(?=\.(?:html?|php|aspx?)$))"
    r"|(?P<query>(?<=[?&])(?:page|paged|stran|str|pg|pageno|pagenumber|start|offset|limitstart|od|from)="
    r"(?P<c>[\d,]{1,12})(?=&|$)&?)",
    re.I,
)
"""Where an address says which page of a list it is."""
NEXT_WORDS = re.compile(
    r"^\W*(?:naslednja(?: stran)?|naslednje|naprej"
    r"|starej[šs][eai](?: (?:novice|objave|prispevk[ei]|[čc]lanki))?|starej[šs]i (?:prispevki|[čc]lanki)"
    r"|ve[čc] novic|prika[žz]i ve[čc]|nalo[žz]i ve[čc]"
    r"|older(?: (?:posts|entries|articles))?|next(?: page)?|load more|show more|more)\W*$"
    r"|^\s*[›»>→]+\s*$",
    re.IGNORECASE,
)
"""What a link to the next page says."""
NUMBER = re.compile(r"^\W*(?:stran |page )?(\d{1,5})\W*$", re.I)
"""A link that says only a number."""
NOT_ITEM_WORDS = re.compile(
    r"^(?:preberi(?:te)? ve[čc]|ve[čc]|beri(?:te)? (?:dalje|naprej|ve[čc])|read more|more"
    r"|komentar\w*|\d+ komentar\w*|deli|natisni)\W*$",
    re.I,
)
"""Link words that say nothing of the item they lead to."""
SECONDARY = re.compile(
    r"/(?:tags?|oznak[ae]|keywords?|klju[cč]ne?-besed[ae]|avtor(?:ji)?|authors?|users?|uporabnik\w*|profil\w*|koledar|calendar|dogodki|events?|"
    r"attachment|galerij[ae]|gallery|arhiv-datum)(?:/|\?|$)"
    r"|/(?:19|20)\d\d(?:/\d\d?){0,2}/?$|[?&](?:m|tag|author|cat|dan|datum|date|mesec|month|year|leto)=",
    re.I,
)
"""Lists that show again, by key word, author or day, what other lists have shown."""
FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
COMMENT_FEED = re.compile(r"comment|komentar", re.I)
USUAL_SITEMAPS = ("/sitemap.xml", "/wp-sitemap.xml", "/sitemap_index.xml")
"""Where a sitemap is looked for when robots.txt names none."""
SKIPPED_SITEMAP = re.compile(r"tax|categor|kategor|tag|oznak|author|avtor|user|image|video|slik|attachment|media", re.I)
"""Parts of a sitemap index that list no items."""

PASSING = re.compile(
    r"\bpred (?:(?:pribl\.|približno|okoli|več kot) )?(?:\d+ |en[io]m? |dvema |tremi |nekaj )?"
    r"(?:sekund\w*|minut\w*|ur(?:o|ama|ami)|dne(?:m|vom|vi|vom[ai]|voma)|ted(?:nom|noma|ni)|mesec(?:em|ema|i)|let(?:om|oma|i))\b"
    r"|\b(?:danes|včeraj|predvčerajšnjim)(?: ob)? \d{1,2}[.:]\d\d\b|\b(?:pravkar|ravnokar)\b"
    r"|\b\d+ (?:sekund\w*|minut\w*|ur[aeio]?|d(?:an|neva|ni|nevi)|ted(?:en|na|ne|nov)|mesec\w*|let[aio]?) nazaj\b"
    r"|\b\d+ (?:second|minute|min|hour|day|week|month|year)s? ago\b"
    r"|\b\d+ (?:komentar|ogled|deljen|všečk|view|comment|share)\w*"
    r"|\(\d{1,6}\)",
    re.I,
)
"""What a card says of the visit and not of its item: how long ago, how many comments."""
PRINTED_DATE = re.compile(
    r"\b\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?\d{4}\b"
    r"|\b\d{1,2}\.\s?[^\W\d_]{3,9}\.?,?\s+\d{4}\b"
    r"|\b[^\W\d_]{3,9}\s\d{1,2},\s\d{4}\b"
    r"|\b\d{4}-\d\d-\d\d\b"
)
"""A day with its year, as cards print it."""
