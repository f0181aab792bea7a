"""``newsarchive dates``: the spans of time that a text speaks of."""

import json

import pytest
from click.testing import CliRunner

from newsarchive.cli.dates import dates


def run(*arguments, text=None):
    """Run the command; give its exit code, output and errors."""
    result = CliRunner().invoke(dates, arguments, input=text)
    return result.exit_code, result.stdout, result.stderr


def test_spans_stand_under_the_text():
    code, out, _ = run("Zaprto v petek med 15. in 20. uro.", "--published", "2026-01-27")
    assert code == 0
    assert out.splitlines() == [
        "Zaprto v petek med 15. in 20. uro.",
        "  petek med 15. in 20. uro",
        "    2026-01-30T15:00:00+01:00/2026-01-30T20:00:00+01:00  (hour)",
    ]


def test_json_gives_every_field():
    _, out, _ = run("vsak petek", "--published", "27. 1. 2026", "--json")
    assert json.loads(out) == [
        {
            "text": "vsak petek",
            "position": 0,
            "start": "2026-01-30",
            "end": "2026-01-30",
            "grain": "day",
            "edtf": "2026-01-30",
            "flags": [],
            "rule": "FREQ=WEEKLY;BYDAY=FR",
        }
    ]


def test_a_dash_reads_lines():
    code, out, _ = run("-", "--published", "2026-01-27T10:15", "--json", text="jutri\nnič\npred uro\n")
    starts = [[span["start"] for span in json.loads(line)] for line in out.splitlines()]
    assert (code, starts) == (0, [["2026-01-28"], [], ["2026-01-27T09:15:00+01:00"]])


def test_a_text_without_time_says_so():
    assert run("Trg 25. maja", "--published", "2026-01-27")[1] == "Trg 25. maja\n  no time found\n"


def test_the_timezone_is_the_texts_own():
    _, out, _ = run("ob 18. uri", "--published", "2026-01-27", "--timezone", "Europe/London")
    assert "2026-01-27T18:00:00+00:00" in out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["jutri"], "--published"),
        (["jutri", "--published", "nekoč"], "2026-01-27T10:15"),
        (["jutri", "--published", "2026-01-27", "--timezone", "Mars"], "Europe/Ljubljana"),
    ],
)
def test_wrong_usage_exits_2_and_says_what_to_give(arguments, hint):
    code, _, errors = run(*arguments)
    assert code == 2
    assert hint in errors
    assert "Traceback" not in errors
