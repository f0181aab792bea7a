"""The archive in the browser: a Datasette plugin with pages of its own.

A page is a function in :mod:`newsarchive.web.pages` that is given a :class:`~newsarchive.web.visit.Visit` and an open
archive, and gives an answer (:mod:`newsarchive.web.answers`). It runs in a thread, reads only, and has a few seconds.
Tables, SQL, JSON and CSV stay Datasette's. Needs the extra ``browse``.
"""

from __future__ import annotations

from newsarchive.web.serving import application

__all__ = ["application"]
