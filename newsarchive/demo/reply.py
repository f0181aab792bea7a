"""An answer of the portal, before it becomes HTTP."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Literal

Manner = Literal["plain", "slow", "cut"]


@dataclass(slots=True)
class Reply:
    """Status, headers and body; ``manner`` is how it is sent (``slow``: in drops, ``cut``: less than promised)."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    manner: Manner = "plain"


def html(text: str, *, charset: str | None = "utf-8", encoding: str = "utf-8", status: int = 200) -> Reply:
    """Answer with a page; ``charset`` is what the header says (None: nothing), ``encoding`` what is sent."""
    kind = f"text/html; charset={charset}" if charset else "text/html"
    return Reply(status, {"Content-Type": kind}, text.encode(encoding, "xmlcharrefreplace"))


def redirect(target: str, status: int = 301) -> Reply:
    """Answer that the page is elsewhere."""
    return Reply(status, {"Location": target, "Content-Type": "text/html; charset=utf-8"})


def dated(reply: Reply, moment: datetime | None, *, tag: bool = True) -> Reply:
    """Add the validators: Last-Modified from ``moment``, an ETag from the body."""
    if tag:
        reply.headers["ETag"] = f'"{hashlib.sha256(reply.body).hexdigest()[:20]}"'
    if moment is not None:
        reply.headers["Last-Modified"] = format_datetime(moment.astimezone(UTC), usegmt=True)
    return reply


def conditional(reply: Reply, asked: Mapping[str, str]) -> Reply:
    """Answer 304 where the visitor has this page already (``asked``: the request's headers, names in lower case)."""
    if reply.status != 200:
        return reply
    tags, since = asked.get("if-none-match"), asked.get("if-modified-since")
    same = _same_tag(reply, tags) if tags else bool(since) and _not_newer(reply, since or "")
    if not same:
        return reply
    kept = {name: value for name, value in reply.headers.items() if name in ("ETag", "Last-Modified")}
    return Reply(304, kept)


def _same_tag(reply: Reply, tags: str) -> bool:
    ours = reply.headers.get("ETag", "").removeprefix("W/")
    return bool(ours) and ours in (tag.strip().removeprefix("W/") for tag in tags.split(","))


def _not_newer(reply: Reply, since: str) -> bool:
    try:
        return parsedate_to_datetime(reply.headers["Last-Modified"]) <= parsedate_to_datetime(since)
    except (KeyError, ValueError, TypeError):
        return False
