"""The archive's own clock: moments in UTC as text that sorts."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp(moment: datetime | str | None = None) -> str:
    """Write a moment (default: now; also as ISO 8601 text) as UTC text with milliseconds; a naive one is taken as UTC.

    >>> from datetime import timedelta, timezone
    >>> stamp(datetime(2026, 11, 23, 16, 14, 32, 123456, timezone(timedelta(hours=1))))
    '2026-11-23T15:14:32.123Z'
    >>> stamp("2026-11-23T15:14:32Z")
    '2026-11-23T15:14:32.000Z'
    """
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    if moment is None:
        moment = datetime.now(UTC)
    elif moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
