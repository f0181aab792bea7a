"""What a page of notices announces: issuer, service, action, area, reason, status and windows of each notice."""

from __future__ import annotations

import re
from datetime import date, datetime

from newsarchive.extract.notices import issuers, telling, words
from newsarchive.extract.notices.areas import Area, facility
from newsarchive.extract.notices.bodies import bodies
from newsarchive.extract.notices.capitals import calmed
from newsarchive.extract.notices.clock import Clock
from newsarchive.extract.notices.parts import Page, Part, parted, sentences_of
from newsarchive.extract.notices.said import Said
from newsarchive.extract.notices.times import windows_of
from newsarchive.extract.notices.units import units
from newsarchive.extract.notices.where import area_of, places_in
from newsarchive.items import Notice

__all__ = ["read_notices"]

LONGEST = 20_000
"""Characters; what stands further down a page is not read."""
_ENDLESS = re.compile(r"(\S{80})\S+")
_GROUNDS = re.compile(words.GROUNDS_FIRST, re.M)
_SPACED = re.compile(r"\b(?:[A-ZČŠŽ][ ]){4,}[A-ZČŠŽ]\b")
"""A word whose letters stand apart: "O B V E S T I L O"."""
_SPACES = re.compile(r"[^\S\n]{2,}")
_ANNOUNCED = re.compile(words.ANNOUNCED, re.I)
_SHORTAGES = (None, "other", "reduction", "interruption")
"""What a text that restricts the use of something may name too: that it runs short."""
_MARKED = re.compile(r"^\W*(?:preklic|odpovedan)[^;]*$", re.I)
"""A title that holds for every notice of its page, if it tells nothing else: "Preklic …; danes brez elektrike"."""


def read_notices(title: str, text: str, published: date | datetime | None, timezone: str) -> list[Notice]:
    """Read the notices of a text: one for each statement, list entry or table row that announces, at least one.

    A notice whose words do not tell a field leaves it ``None``; windows are read against ``published``.

    >>> text = "Občina Dol obvešča, da bo Vrtna ulica 5. maja 2026 zaprta."
    >>> [notice] = read_notices("", text, None, "Europe/Ljubljana")
    >>> notice.issuer, notice.action, notice.places, notice.windows[0].starts
    ('Občina Dol', 'closure', ['Vrtna ulica'], '2026-05-05')
    """
    clock = Clock(published, timezone)
    page = parted(_readable(title), units(_readable(text)), clock)
    return [_notice(part, page, clock) for part in page.parts]


def _readable(text: str) -> str:
    """Cut off what no person reads: a text or words without end, rows of spaces, legal grounds; calm down capitals."""
    text = _SPACED.sub(lambda match: match[0].replace(" ", ""), _ENDLESS.sub(r"\1", text[:LONGEST]))
    return _GROUNDS.sub(lambda match: match["first"].upper(), calmed(_SPACES.sub(" ", text)))


def _notice(part: Part, page: Page, clock: Clock) -> Notice:
    area = area_of(part, page)
    issuer = _issuer(part, page)
    service = _service(part, page, issuer, area)
    status = _status(part, page)
    return Notice(
        issuer=issuer,
        service=service,
        action=_action(part, page, service),
        area=area.text if area else None,
        places=places_in(part, area),
        reason=part.fields.get("reason") or _reason(part, page, area),
        status=status,
        windows=windows_of(part, sentences_of(part, page), clock, ended=status == "finished"),
    )


def _issuer(part: Part, page: Page) -> str | None:
    if "issuer" in part.fields:
        return issuers.bare(part.fields["issuer"])
    if part.statement.issuer:
        return part.statement.issuer[0]
    announcing = next((one.issuer[0] for one in sentences_of(part, page) if one.issuer), None)
    if announcing and part.statement.actor and part.statement.opens and not bodies(announcing):
        return part.statement.actor
    above = part.heading or (part.intro.heading if part.intro else None)
    intro = part.intro.statement.actor if part.intro and part.intro.statement is not page.title else None
    return above or announcing or intro or _actor(part, page) or part.told or part.before or _of_page(page)


def _actor(part: Part, page: Page) -> str | None:
    """Give the body that acts in what is said of a notice; a signature says more of a page with only one."""
    if page.single and (page.signature or page.signed):
        return page.signature or page.signed
    own = [part.statement, *part.rest, *(page.preamble if page.single else ())]
    actor = next((one.actor for one in own if one.actor), None)
    return page.signature if actor and page.signature and issuers.is_ground(actor) else actor


def _of_page(page: Page) -> str | None:
    """Give the body that all of a page comes from."""
    above = next((one.issuer[0] for one in page.preamble if one.issuer), None)
    return (
        page.signature
        or above
        or issuers.of_title(page.title.text)
        or next((one.actor for one in page.preamble if one.opens and one.actor), None)
        or _only_actor(page)
        or issuers.of_any(one.text for one in (*page.headings, *page.preamble) if not one.aside)
        or page.signed
    )


def _only_actor(page: Page) -> str | None:
    """Give the body that acts at the end of a page of several notices, where no other does."""
    actors = {one.actor for part in page.parts for one in (part.statement, *part.rest) if one.actor}
    last = page.parts[-1].rest
    return actors.pop() if len(actors) == 1 and last and last[-1].actor in actors else None


def _reason(part: Part, page: Page, area: Area | None) -> str | None:
    speaking = list(sentences_of(part, page))
    reasons = ((one, _reason_in(one, area)) for one in speaking)
    told = next((told for one, told in reasons if told and (one is part.statement or not _ANNOUNCED.match(told))), None)
    told = told or _shared_reason(part, page)
    return told or next(filter(None, (telling.shown_reason(one.text) for one in speaking)), None)


def _reason_in(one: Said, area: Area | None) -> str | None:
    """Give the reason that a sentence tells: all that is said of it where the sentence says neither when nor where."""
    told = one.whole_reason if area and one.area is not area and not one.spans else one.reason
    return told[0] if told else None


def _shared_reason(part: Part, page: Page) -> str | None:
    """Give the reason that is told for several notices: above their list, in their sentence, or as that of all."""
    if part.statement.like and part.statement.like.reason:
        return part.statement.like.reason[0]
    last = page.parts[-1]
    if last is not part and last.intro is part.intro and part.intro and "reason" in last.fields:
        return last.fields["reason"]
    for one in (one for other in page.parts for one in other.rest if telling.is_for_all(one.text)):
        told = one.reason[0] if one.reason else telling.shown_reason(one.text)
        if told:
            return told
    above = [*(part.intro.rest if part.intro else []), *page.preamble]
    return next((one.reason[0] for one in above if one.reason and not one.times and not one.area), None)


def _service(part: Part, page: Page, issuer: str | None, area: Area | None) -> str | None:
    intro = part.intro.statement if part.intro else Said("")
    title = page.title.plain if page.single else None
    own = telling.service(part.fields.get("what"), part.statement.plain, part.topic)
    if telling.closes_way(part.statement.plain):
        return "road"
    if own not in words.FLOWING and telling.cuts_supply(part.statement.plain):
        own = _flow(part, page, issuer) or own
    acts = part.statement.action and part.statement.actor
    plain = own or telling.service_of_issuer(acts or None) or telling.service(intro.plain, title)
    closed = part.statement.action in ("closure", "partial closure", "restriction")
    if not plain and closed and telling.is_road(area.text if area and area.case != "loc" else "", part.statement.plain):
        return "road"
    behind = () if page.single else (one.plain for one in part.rest if not one.aside)
    grounds = facility(area.text) if closed and area else None
    if not plain and area and grounds and not grounds[0]:
        return telling.service(area.text) or "facility"
    street = area and area.case == "nom" and telling.is_road(area.text) and not grounds
    if plain == "facility" and closed and (street or telling.is_way_first(part.statement.open)):
        return "road"
    told = plain or telling.service_of_issuer(issuer) or telling.service(*behind, page.title.plain)
    if not told and part.statement.action in ("closure", "partial closure"):
        ways = telling.is_road(*(one.plain for one in part.rest))
        return "facility" if not ways and (area is None or area.case == "loc") else "road"
    rest = [one.plain for one in part.rest if not (one.aside or issuers.is_body(one.text))]
    told = told or telling.service(part.statement.open, page.title.open, *rest)
    return told or ("road" if telling.is_road(part.statement.open, page.title.open, *rest) else _unlisted(part))


def _flow(part: Part, page: Page, issuer: str | None) -> str | None:
    """Give what flows where a statement does not say of what the supply is cut: its keeper's, or that told before."""
    before = [one.plain for other in page.parts[: page.parts.index(part)] for one in (other.statement, *other.rest)]
    told = (telling.service_of_issuer(issuer), telling.service(page.title.plain), telling.service(*reversed(before)))
    return next((one for one in told if one in words.FLOWING), None)


def _action(part: Part, page: Page, service: str | None) -> str | None:
    intro = part.intro.statement.action if part.intro else None
    own = telling.action(part.fields.get("what")) or part.statement.action or intro
    own = intro if own == "other" and intro else own
    further = [one.plain for one in part.rest]
    if any(one.action == "boil-water" for one in part.rest if not one.aside):
        return "boil-water"
    if own in _SHORTAGES and service in words.FLOWING and _is_restricted(part, page):
        return "restriction"
    if not own and telling.is_dropped(part.statement.text):
        return "cancellation"
    told = own or telling.action(part.topic) or _as_before(part, page) or telling.action(page.title.plain, *further)
    if not own and told == "reduction" and any(one.action == "interruption" for one in part.rest if not one.aside):
        return "interruption"
    if told == "other":
        told = _effect(part) or told
    if told == "other":
        told = telling.action(part.topic, page.title.plain if page.single else None) or told
    if told in ("other", None) and service == "road" and _status(part, page) == "finished":
        return "closure"
    if told in ("other", None) and telling.is_dropped(part.statement.text, page.title.text):
        return "cancellation"
    if service == "electricity" and told == "reduction" and page.title.action == "interruption":
        return "interruption"
    if service in words.FLOWING and (
        told == "closure" or (told is None and telling.is_fault(part.statement.text, *further))
    ):
        return "interruption"
    return told or _unlisted(part)


def _is_restricted(part: Part, page: Page) -> bool:
    """Tell whether what is short must be saved: the title says so, or a sentence that forbids."""
    titled = page.single and telling.restricts(page.title.plain)
    return titled or any(telling.restricts(one.plain) for one in (part.statement, *part.rest))


def _as_before(part: Part, page: Page) -> str | None:
    """Give the action of the entry before in a list, whose verb a shorter entry leaves out: "od 8. do 9. pa TP Log"."""
    told: str | None = None
    for other in page.parts:
        if other is part:
            return told
        told = (other.statement.action or told) if part.intro and other.intro is part.intro else None
    return None


def _effect(part: Part) -> str | None:
    """Give what happens meanwhile, where a statement only tells of works: "V tem času bo voda zaprta"."""
    return next((one.action for one in part.meanwhile if one.action not in (None, "other")), None)


def _unlisted(part: Part) -> str | None:
    """Give ``other`` where somebody announces something for a time that no word of ours names."""
    told = part.formal or part.statement.action
    return "other" if told and part.statement.times else None


def _status(part: Part, page: Page) -> str:
    closed = part.statement.action in ("closure", "partial closure")
    rest = (one for one in part.rest if not (one.aside or one.exceptions))
    own = [
        part.fields.get("status", ""),
        part.topic,
        part.statement.text,
        *(one.text for one in rest if not (closed and telling.is_dropped(one.text))),
    ]
    if page.single:
        own = [page.title.text, *own, *(one.text for one in page.preamble)]
    elif _MARKED.match(page.title.text):
        own = [page.title.text]
    return telling.status(*own)
