import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.archive.snippet import CLOSE, OPEN, WIDTH, snippet


def test_the_densest_stretch_is_chosen():
    text = (
        f"{OPEN}cesta{CLOSE} "
        + "beseda " * 100
        + f"{OPEN}Jenkova{CLOSE} {OPEN}cesta{CLOSE} je zaprta. "
        + "beseda " * 100
    )
    found = snippet(None, text)
    assert found.startswith("…beseda ")
    assert f"{OPEN}Jenkova{CLOSE} {OPEN}cesta{CLOSE} je zaprta." in found
    assert found.endswith(" beseda…")


def test_the_first_text_wins_a_tie_and_a_title_shows_where_nothing_else_does():
    assert snippet(f"{OPEN}a{CLOSE} lead", f"{OPEN}a{CLOSE} body") == f"{OPEN}a{CLOSE} lead"
    assert snippet("lead", "body", f"{OPEN}a{CLOSE} title") == f"{OPEN}a{CLOSE} title"


def test_no_text_no_snippet():
    assert snippet(None, "", None) == ""


def test_a_phrase_that_is_cut_stays_marked():
    text = "x " * 50 + OPEN + "beseda " * 60 + CLOSE
    assert snippet(text).count(OPEN) == snippet(text).count(CLOSE) == 1


@given(st.lists(st.text(alphabet=f"ab \n{OPEN}{CLOSE}", max_size=600), min_size=1, max_size=3))
def test_any_text_gives_one_short_line(texts):
    found = snippet(*texts)
    assert "\n" not in found
    assert len(found) <= WIDTH + 4


@pytest.mark.parametrize("text", [f"{OPEN}a{CLOSE} " * 200_000, f"{OPEN}a{CLOSE}" + "a" * 1_000_000, "a" * 1_000_000])
def test_a_monstrous_page_takes_no_time(text):
    started = time.perf_counter()
    assert len(snippet(text)) <= WIDTH + 4
    assert time.perf_counter() - started < 2
