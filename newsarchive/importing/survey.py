"""The first walk through the files: what there is to import, in order of date, and where each part of it lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from newsarchive.crawl.addresses import is_web, key
from newsarchive.crawl.chains import SENDING, Chains
from newsarchive.importing.sound import fault
from newsarchive.importing.sources import Source
from newsarchive.snapshots import Exchange, Member, SnapshotError
from newsarchive.snapshots.http import split_head
from newsarchive.snapshots.members import when

PAGES = frozenset(("text/html", "application/xhtml+xml", None))
"""Content types of pages; a response that names none may be one."""
REPEATS = "repeats what is in another file"

What = Literal["page", "redirect", "picture"]
Spot = tuple[int, int]
"""The number of a file, and the byte at which a record begins."""


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A response that may be imported; entries are in order of date."""

    date: datetime
    spot: Spot
    url: str
    what: What
    request: Spot | None = field(default=None, compare=False)


@dataclass(slots=True)
class Survey:
    """What some files hold."""

    sources: list[Source]
    entries: list[Entry] = field(default_factory=list)
    chains: Chains = field(default_factory=Chains)
    broken: list[str] = field(default_factory=list)
    """A sentence for each file that could not be read to its end."""
    passed: Counter[str] = field(default_factory=Counter)
    """Responses that are passed over, by reason."""
    _asked: dict[str, Spot] = field(default_factory=dict)
    """Requests by the name of the record that they belong to, and by their own."""
    _bodies: dict[str | tuple[str, datetime | None], Spot] = field(default_factory=dict)
    """Responses by the digest of their payload, and by address and date: what revisits refer to."""

    def walk(self) -> None:
        """Walk through all files; what cannot be read ends the walk through that file only."""
        for number, source in enumerate(self.sources):
            try:
                for member in source.members():
                    self._take(member, (number, member.offset))
            except SnapshotError as error:
                self.broken.append(str(error))
            except OSError as error:
                self.broken.append(f"{source.path} cannot be opened ({error.strerror or error}): name another file.")
        self.entries.sort()

    def _take(self, member: Member, spot: Spot) -> None:
        if member.type == "request":
            for name in (member.concurrent_to, member.id):
                if name:
                    self._asked[name] = spot
        elif member.type in ("response", "revisit"):
            reason = self._take_response(member, spot)
            if reason:
                self.passed[reason] += 1

    def _take_response(self, member: Member, spot: Spot) -> str | None:
        """Take in a response; give the reason why it is passed over, or None."""
        url, date, status = member.url or "", when(member.date), member.status
        if not is_web(url) or date is None or status is None:
            return "no web page"
        wrong = fault(member)
        if wrong:
            return wrong
        if member.type == "response":
            self._note_body(member, url, date, spot)
        if status in SENDING:
            self.chains.add(url, _last(member, "Location"))
        what = _what(status, member)
        if what is None:
            return f"http {status}" if not 200 <= status < 300 else "no web page"
        self.entries.append(Entry(date, spot, url, what, self._request(member)))
        return None

    def _note_body(self, member: Member, url: str, date: datetime, spot: Spot) -> None:
        self._bodies[key(url), date] = spot
        if member.digest:
            self._bodies.setdefault(member.digest.lower(), spot)

    def _request(self, member: Member) -> Spot | None:
        """Find the request that came before the response; one that comes after it is found when it is needed."""
        return self._asked.get(member.concurrent_to or "") or self._asked.get(member.id or "")

    def exchange(self, entry: Entry) -> Exchange:
        """Load a response whole: with the request, and where it repeats another with the body of that.

        Raises:
            SnapshotError: it cannot be read (any more), or what it repeats is not there.
        """
        member = self._member(entry.spot)
        exchange = member.exchange()
        if exchange is None:
            raise SnapshotError("no response")
        if member.type == "revisit":
            exchange = replace(exchange, body=self._repeated(member))
        asked = entry.request or self._request(member)
        return _with_request(exchange, self._member(asked)) if asked else exchange

    def _member(self, spot: Spot) -> Member:
        number, offset = spot
        return self.sources[number].member(offset)

    def _repeated(self, member: Member) -> bytes:
        """Give the body that a revisit repeats."""
        named = (key(member.refers_to_url or member.url or ""), when(member.refers_to_date))
        spot = self._bodies.get(named) or self._bodies.get((member.digest or "").lower())
        if spot is None:
            raise SnapshotError(REPEATS)
        return self._member(spot).body


def survey(sources: Iterable[Source]) -> Survey:
    """Walk through files and say what they hold."""
    made = Survey(list(sources))
    made.walk()
    return made


def _what(status: int, member: Member) -> What | None:
    """Tell what a response may be good for."""
    if status in SENDING:
        return "redirect"
    if not 200 <= status < 300:
        return None
    if (member.mime or "").startswith("image/"):
        return "picture" if status == 200 else None
    return "page" if member.mime in PAGES else None


def _last(member: Member, name: str) -> str | None:
    return next((value for each, value in reversed(member.http_headers) if each.lower() == name.lower()), None)


def _with_request(exchange: Exchange, request: Member) -> Exchange:
    first, headers, body = split_head(request.block)
    return replace(exchange, method=first.partition(" ")[0] or "GET", request_headers=headers, request_body=body)
