"""A made-up regional portal in three templates, which knows the truth about every page it serves."""

from __future__ import annotations

from newsarchive.demo.child import PortInUse, move, requests, running, running_all
from newsarchive.demo.portal import Portal
from newsarchive.demo.reply import Reply
from newsarchive.demo.truth import Fact, Truth

__all__ = ["Fact", "Portal", "PortInUse", "Reply", "Truth", "move", "requests", "running", "running_all"]
