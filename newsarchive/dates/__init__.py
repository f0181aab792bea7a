"""Slovene time expressions, and the dates that pages, feeds and headers print, as spans of time."""

from __future__ import annotations

from newsarchive.dates.finding import find_dates
from newsarchive.dates.printed import parse_date
from newsarchive.dates.span import TimeSpan

__all__ = ["TimeSpan", "find_dates", "parse_date"]
