"""Notices of made-up texts, as tests ask for them."""

from datetime import date

from newsarchive.extract.notices import read_notices

DAY = date(2026, 5, 4)
"""A Monday."""


def one(text, title=""):
    """The only notice of a text."""
    [notice] = read_notices(title, text, DAY, "Europe/Ljubljana")
    return notice


def times(notice):
    """Each window as two moments without year and seconds: ("05-06T08:00", "05-06T12:00")."""
    return [((window.starts or "")[5:16], (window.ends or "")[5:16]) for window in notice.windows]
