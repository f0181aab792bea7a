"""What portals print is text on every page, and whatever is typed has an answer."""

import random

import pytest

from tests.web.hostile import ADDRESSES, QUOTES, SCRIPT, TURNED, WORD, check, record

PAGES = ("/", "/search?q=kind:article", "/search?q=alert", "/notices", "/obituaries", "/changes", "/health", "/saved")
TEXTS = (
    SCRIPT,
    TURNED,
    ADDRESSES[0],
    "{% raw %}{{ config }}",
    "\x00\x08\ufeff\ud800",
    "=1+1",
    QUOTES[:100_000],
    WORD[:100_000],
)
KINDS = ("article", "notice", "obituary")
PIECES = [
    *"\"'()*:-+^~{}[]<>/\\|&!?.,;#%@=🙂čšžЖ\u202e\x00 ",
    "OR", "AND", "NOT", "NEAR(", "title:", "author:", "place:", "site:", "kind:", "after:", "before:", "kind:notice",
    "after:2026-01", "before:x", "voda", "Velenje", "ceste", "knjižn*", "-voda", "\"cesta talcev\"", "2026",
]  # fmt: skip
WAYS = ("/search", "/notices", "/obituaries", "/changes", "/health", "/record/1", "/notices.ics", "/export.json")
NAMES = ("q", "site", "kind", "section", "author", "year", "since", "until", "order", "page", "wider", "month", "day",
         "place", "service", "status", "letter", "lang", "beyond", "against")  # fmt: skip


@pytest.fixture
def harmed(archive):
    """Give the numbers of records that mean harm, of every kind."""
    made = (record(text, kind, 3 * at + turn) for at, text in enumerate(TEXTS) for turn, kind in enumerate(KINDS))
    return [archive.save(one).id for one in made]


def test_nothing_in_a_record_becomes_markup(harmed, get):
    for path in (*PAGES, *(f"/record/{number}" for number in harmed)):
        check(get(path))


def test_anything_typed_has_an_answer(harmed, get):
    dice = random.Random(5)
    for _ in range(300):
        typed = "".join(dice.choice(PIECES) + " " * dice.randint(0, 1) for _ in range(dice.randint(1, 12)))
        answer = get(f"/search?{httpx_query({'q': typed})}")
        assert answer.status_code in (200, 400), typed
        assert "Traceback" not in answer.text


def test_any_argument_has_an_answer(harmed, get):
    dice = random.Random(6)
    for _ in range(200):
        told = {dice.choice(NAMES): "".join(dice.choices(PIECES, k=dice.randint(1, 3))) for _ in range(3)}
        way = dice.choice(WAYS)
        answer = get(f"{way}?{httpx_query(told)}")
        assert answer.status_code in (200, 303, 400, 404), (way, told)


def httpx_query(told):
    from urllib.parse import urlencode

    return urlencode(told, errors="replace")
