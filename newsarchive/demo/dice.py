"""Chance that can be repeated."""

from __future__ import annotations

from random import Random


def dice(*seed: object) -> Random:
    """Give a source of chance that follows from its seed alone.

    >>> dice("demo", 1).randint(1, 6) == dice("demo", 1).randint(1, 6)
    True
    """
    return Random("/".join(map(str, seed)))  # noqa: S311 (made-up news are no secrets)
