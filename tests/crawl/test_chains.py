"""Which addresses led to a page, and which only lay on a detour."""

import pytest

from newsarchive.crawl.chains import Chains, direct

PAGE, OTHER = "https://portal.si/novice/most", "https://portal.si/novice/cesta"
WALL, DOOR = "https://portal.si/soglasje", "https://portal.si/vrata"

WALKS = {
    "a chain": ([("/?p=17", "/most"), ("/most", PAGE)], ["https://portal.si/most", "https://portal.si/?p=17"]),
    "a wall": ([(PAGE, WALL), (WALL, PAGE)], []),
    "two walls": ([(PAGE, WALL), (WALL, DOOR), (DOOR, PAGE)], []),
    "a wall for all pages": ([(OTHER, WALL), (WALL, OTHER), (WALL, PAGE)], []),
    "a wall behind a short address": ([("/?p=17", PAGE), (PAGE, WALL), (WALL, PAGE)], ["https://portal.si/?p=17"]),
    "an address that was given to another page": ([("/most", OTHER), ("/most", PAGE)], []),
    "https": ([("http://portal.si/novice/most", PAGE)], []),
    "nothing": ([], []),
}


@pytest.mark.parametrize("name", WALKS)
def test_what_led_to_a_page(name):
    walk, expected = WALKS[name]
    chains = Chains()
    for url, location in walk:
        chains.add(url if "://" in url else f"https://portal.si{url}", location)
    assert chains.to(PAGE) == expected


def test_a_crawl_leaves_detours_out_too():
    assert direct([PAGE, WALL, DOOR], PAGE) == []
    assert direct(["https://portal.si/?p=17", "http://www.portal.si/novice/most/", WALL], PAGE) == [
        "https://portal.si/?p=17"
    ]
    assert direct([OTHER], PAGE) == [OTHER]
