"""A made-up regional portal in three templates, which knows the truth about every page it serves."""

from __future__ import annotations

from newsarchive.demo.child import PortInUseError, move, requests, running, running_all
from newsarchive.demo.portal import Portal
from newsarchive.demo.reply import Reply
from newsarchive.demo.score import Score, score
from newsarchive.demo.truth import Fact, Truth

__all__ = [
    "Fact",
    "PortInUseError",
    "Portal",
    "Reply",
    "Score",
    "Truth",
    "move",
    "requests",
    "running",
    "running_all",
    "score",
]
