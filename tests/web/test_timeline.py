import pytest

from newsarchive.web.timeline import MOST, timeline


def spans(*asked):
    return [column.span for column in timeline(*asked)]


def test_nothing_has_no_columns():
    assert timeline([]) == []


def test_dates_less_exact_than_a_month_are_in_no_month():
    assert spans([("2025", 4), ("2026-01", 1)]) == ["2026-01"]


def test_only_years_are_told_by_year():
    assert [(one.span, one.number) for one in timeline([("2024", 4), ("2026", 1)])] == [
        ("2024", 4),
        ("2025", 0),
        ("2026", 1),
    ]


def test_many_months_are_told_by_year():
    found = timeline([("1999-12", 1), ("2026-01", 2), ("2026-02", 3), ("2026", 1)])
    assert (found[0].span, found[-1].span, found[-1].number) == ("1999", "2026", 6)


def test_a_chosen_year_among_many_is_told_by_month():
    months = [(f"{year}-{month:02}", 1) for year in range(1999, 2027) for month in range(1, 13)]
    found = timeline(months, "2005", "2005")
    assert [found[0].span, found[-1].span, len(found)] == ["2005-01", "2005-12", 12]
    assert all(column.chosen for column in found)


@pytest.mark.parametrize(
    ("since", "until", "chosen"),
    [
        (None, None, []),
        ("2026-02", None, ["2026-02", "2026-03"]),
        (None, "2026-01-15", ["2026-01"]),
        ("2026-02-20", "2026-02-21", ["2026-02"]),
        ("2026", "2026", ["2026-01", "2026-02", "2026-03"]),
        ("2027", None, []),
    ],
)
def test_what_is_chosen(since, until, chosen):
    months = [("2026-01", 1), ("2026-02", 1), ("2026-03", 1)]
    assert [one.span for one in timeline(months, since, until) if one.chosen] == chosen


def test_mad_dates_make_no_endless_chart():
    assert len(spans([("0001-01", 1), ("9999-12", 1)])) == 2
    assert len(spans([(f"{year:04}-01", 1) for year in range(1, 9000, 7)])) == MOST
