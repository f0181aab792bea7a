"""A few of the broken pages that ``benchmarks/mutate.py`` makes by the thousand."""

import subprocess
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from mutate import examine, portal_seeds
from mutations import CHARSETS, HUGE, HUGE_EVERY, SMALL, mutant

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
SEEDS = portal_seeds(3)
HARDEST = (
    "one line of sentences",
    "a million links in a list",
    "a million cells",
    "a caption without end",
    "the title again and again",
    "credit lines and headings",
    "notices one after the other",
    "a billion laughs",
)


@pytest.mark.parametrize("start", range(0, 160, 20))
def test_broken_pages_are_read(start):
    for number in range(start, start + 20):
        if number % HUGE_EVERY:
            examine(mutant(number, SEEDS))


def test_every_character_set_is_survived():
    for number, label in enumerate(CHARSETS):
        one = mutant(number * 10 + 1, SEEDS)
        assert one.how == f"charset {label!r}"
        examine(one)


def test_the_same_number_gives_the_same_page():
    assert [mutant(number, SEEDS) for number in range(1, 40)] == [mutant(number, SEEDS) for number in range(1, 40)]


def test_every_way_of_breaking_comes_up():
    ways = {way for number in range(1, 400) if number % HUGE_EVERY for way in mutant(number, SEEDS).how.split(" + ")}
    assert SMALL.keys() <= ways


def test_the_hardest_pages_need_little_time_and_memory():
    numbers = [str(list(HUGE).index(how) * HUGE_EVERY) for how in HARDEST]
    command = [sys.executable, str(BENCHMARKS / "mutate.py"), "--seconds", "12", "--only", *numbers]
    told = subprocess.run(command, capture_output=True, text=True, timeout=110, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
