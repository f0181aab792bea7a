"""The finding takes time in proportion to the text, whatever the text; limits are loose, for slow machines."""

import subprocess
import sys
import time
from datetime import date

import pytest

from newsarchive.dates import find_dates

SIZE = 200_000
HOSTILE = {
    "dates": "12. 3. 2026 januar ",
    "days": "1. januarja 2. februarja ",
    "dotted": "1.1.1.1.",
    "listed": "1., ",
    "joined": "1. in ",
    "ranges": "od 3. do 7. februarja ",
    "hours": "12.30 ",
    "words": "od do med v in ob ",
    "weekdays": "petek, sobota in ",
    "digits": "1",
    "dots": ".",
    "spaces": " ",
    "brackets": "jutri (",
    "approximate": "okoli približno predvidoma ",
}


def seconds(text):
    """How long a text takes."""
    started = time.perf_counter()
    find_dates(text, published=date(2026, 1, 27))
    return time.perf_counter() - started


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_take_linear_time(unit):
    find_dates(unit, published=date(2026, 1, 27))
    assert seconds(unit * (SIZE // len(unit))) < 10 * SIZE / 1_000_000 + 1


def test_importing_loads_neither_dateparser_nor_the_grammar():
    code = (
        "import sys; import newsarchive.dates;"
        "print([name for name in ('dateparser', 'newsarchive.dates.grammar', 'regex') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
