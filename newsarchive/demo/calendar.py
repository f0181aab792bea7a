"""A calendar of events without an end in either direction: every month links to the next."""

from __future__ import annotations

import calendar

MONTHS = (
    "Januar", "Februar", "Marec", "April", "Maj", "Junij",
    "Julij", "Avgust", "September", "Oktober", "November", "December",
)  # fmt: skip


def month_page(year: int, month: int, month_link: str, day_link: str) -> str | None:
    """Print a month with links to its days and to the months around it, or give None for what is no month.

    The links are patterns with ``{year}``, ``{month}`` and, for days, ``{day}``.
    """
    if not (1 <= month <= 12 and 1 <= year <= 9998):
        return None
    days = range(1, calendar.monthrange(year, month)[1] + 1)
    cells = " ".join(f'<a href="{day_link.format(year=year, month=month, day=day)}">{day}</a>' for day in days)
    before, after = divmod(year * 12 + month - 2, 12), divmod(year * 12 + month, 12)
    around = " | ".join(
        f'<a href="{month_link.format(year=at, month=index + 1)}">{MONTHS[index]} {at}</a>'
        for at, index in (before, after)
    )
    return f"<h3>{MONTHS[month - 1]} {year}</h3><div>{cells}</div><div>{around}</div>"
