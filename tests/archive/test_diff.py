import time

from hypothesis import given
from hypothesis import strategies as st

from newsarchive.archive import Version
from newsarchive.archive.diff import Piece, differences, pieces


def version(number, title=None, lead=None, body=None):
    return Version(number, "2026-01-27T08:00:00.000Z", "edited", title, lead, body, "", None)


def signs(found):
    return "".join(
        {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}[piece.op].format(piece.text) for piece in found
    )


def test_word_by_word():
    assert signs(pieces("Zaprto bo do 12. ure v petek.", "Zaprto bo do 15. ure v petek popoldne.")) == (
        "Zaprto bo do [-12.-]{+15.+} ure v [-petek.-]{+petek popoldne.+}"
    )


def test_a_new_paragraph_leaves_the_others_alone():
    assert signs(pieces("Prvi.\n\nDrugi.", "Prvi.\n\nVmes.\n\nDrugi.")) == "Prvi.\n\n{+Vmes.\n\n+}Drugi."


def test_a_paragraph_that_moves_is_taken_out_and_put_in():
    assert signs(pieces("a\n\nb\n\nc\n\n", "b\n\nc\n\na\n\n")) == "[-a\n\n-]b\n\nc\n\n{+a\n\n+}"


def test_only_fields_that_differ_are_told():
    told = differences(version(1, "A", None, "Besedilo."), version(2, "B", None, "Besedilo."))
    assert told == {"title": [Piece("removed", "A"), Piece("added", "B")]}
    assert differences(version(1, "A", None), version(2, "A", "")) == {}
    assert differences(None, version(1, "A")) == {"title": [Piece("added", "A")]}


@given(st.text(alphabet="ab \n"), st.text(alphabet="ab \n"))
def test_both_texts_can_be_put_together_again(old, new):
    found = pieces(old, new)
    assert "".join(piece.text for piece in found if piece.op != "added") == old
    assert "".join(piece.text for piece in found if piece.op != "removed") == new


def test_two_long_texts_are_compared_in_no_time():
    old = " ".join(f"beseda{number % 700}" for number in range(20_000))
    started = time.perf_counter()
    pieces(old, old.replace("beseda7 ", "drugo "))
    assert time.perf_counter() - started < 10
