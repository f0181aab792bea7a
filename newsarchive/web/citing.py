"""How a record is cited: in words (APA) and for BibTeX; nothing in it is invented, names stand as they were printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsarchive.archive import Stored
from newsarchive.web.languages import DAY_LENGTH, MONTH_LENGTH, Language
from newsarchive.web.showing import plain

SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
"""What TeX does not take for itself."""
SPECIALS = re.compile("[" + re.escape("".join(SPECIAL)) + "]")
MOST_AUTHORS = 20
YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Source:
    """What a citation says."""

    id: int
    site: str
    """Id of the site."""
    site_name: str
    title: str
    authors: tuple[str, ...]
    published: str | None
    url: str
    archived: str
    """Day (UTC) on which the cited text was archived."""
    digest: str


def source(stored: Stored, site_name: str | None, archived: str) -> Source:
    """Gather what a citation of a record says; ``archived`` is when its present text was first seen."""
    record = stored.record
    return Source(
        id=stored.id,
        site=record.site,
        site_name=plain(site_name or record.site),
        title=plain(record.title),
        authors=tuple(plain(name) for name in record.authors[:MOST_AUTHORS]),
        published=plain(record.published) or None,
        url=re.sub(r"[\s{}\\]", "", plain(record.url, 2_000)),
        archived=archived[:DAY_LENGTH],
        digest=stored.digest,
    )


def apa(cited: Source, language: Language) -> str:
    """Cite in the form of the APA; names are not turned round, since they may be those of bodies."""
    who = ", ".join(cited.authors) or cited.site_name
    title = cited.title or language("site.untitled")
    where = f" {cited.site_name}." if cited.authors else ""
    archived = language("record.apa_archived", day=language.day(cited.archived), digest=cited.digest)
    return f"{who}. ({_when(cited, language)}). {title.rstrip('.')}.{where} {cited.url} ({archived})"


def _when(cited: Source, language: Language) -> str:
    if cited.published is None:
        return language("record.no_date")
    return language.day(cited.published[:DAY_LENGTH])


def bibtex(cited: Source) -> str:
    r"""Cite for BibTeX and biblatex.

    >>> url = "https://demo.example/a"
    >>> print(bibtex(Source(7, "demo", "Demo", "Most & 5 %", (), "2026-01", url, "2026-01-27", "ab")))
    @online{demo-7,
      author = {{Demo}},
      title = {{Most \& 5 \%}},
      organization = {Demo},
      date = {2026-01},
      year = {2026},
      url = {https://demo.example/a},
      urldate = {2026-01-27},
      note = {newsarchive record 7, archived 2026-01-27, digest ab}
    }
    """
    year = YEAR.match(cited.published or "")
    fields = {
        "author": " and ".join(f"{{{tex(name)}}}" for name in cited.authors or (cited.site_name,)),
        "title": f"{{{tex(cited.title)}}}" if cited.title else "",
        "organization": tex(cited.site_name),
        "date": tex(_date(cited.published)),
        "year": year[0] if year else "",
        "url": cited.url,
        "urldate": cited.archived,
        "note": f"newsarchive record {cited.id}, archived {cited.archived}, digest {cited.digest}",
    }
    told = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@online{{{re.sub(r'[^A-Za-z0-9-]', '', cited.site)}-{cited.id},\n{told}\n}}"


def tex(text: str) -> str:
    r"""Write a text so that TeX prints it.

    >>> print(tex("50 % {a}"))
    50 \% \{a\}
    """
    return SPECIALS.sub(lambda found: SPECIAL[found[0]], text)


def _date(published: str | None) -> str:
    """Give a day or month without its clock."""
    told = (published or "")[:DAY_LENGTH]
    return told if len(told) in (4, MONTH_LENGTH, DAY_LENGTH) else ""
