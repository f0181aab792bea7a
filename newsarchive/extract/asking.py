"""What a short block asks of its reader: consent, or to order a newsletter."""

from __future__ import annotations

import re

COOKIES = re.compile(
    r"piškotk\w*.*\b(?:piškotk|soglas|privol|uporablja)|\b(?:uporablja|soglas|privol)\w*.*piškotk|\bcookies?\b.*\b(?:accept|consent|use)",
    re.I | re.S,
)
"""A short block that speaks of cookies like this asks for consent."""
EXTERNAL = re.compile(
    r"\bextern\w*\s+(?:inhalt|content)\w*\b.*\b(?:einverstanden|\w*anzeigen|\w*anzeigt|\w*zeigt|laden|shown?|load)\b"
    r"|\b(?:zunanj\w+\s+vsebin|vsebin\w+\s+tretjih)\w*\b.*\b(?:soglaš|prikaž|prikaz|nalož)",
    re.I | re.S,
)
"""One that speaks like this of what comes from elsewhere asks whether to show it."""
COOKIES_WORDS = 60
SIGN_UP_WORDS = 40
SIGN_UP = re.compile(
    r"\b(?:sign(?:ing)?\s+up|subscrib\w*|abonn\w*|anmeld\w*|prijav\w*|naroč\w*|inscri\w*|iscriv\w*|suscri\w*"
    r"|prenumer\w*)\b",
    re.I,
)
"""A short block that speaks of a newsletter like this invites to order it."""


def asks_consent(text: str) -> bool:
    """Tell whether a short block asks for consent to cookies, or to what comes from elsewhere.

    >>> asks_consent("Spletno mesto uporablja piškotke."), asks_consent("Piškotki babice Ane so pošli.")
    (True, False)
    """
    if "iškot" in text or "ookie" in text:
        return bool(COOKIES.search(text))
    return ("xtern" in text or "sebin" in text) and bool(EXTERNAL.search(text))


def asks_to_subscribe(text: str) -> bool:
    """Tell whether a short block invites to order a newsletter.

    >>> asks_to_subscribe("Ne zamudite novic: naročite se na naš novičnik."), asks_to_subscribe("Novičnik je izšel.")
    (True, False)
    """
    return ("ewsletter" in text or "novičnik" in text) and bool(SIGN_UP.search(text))
