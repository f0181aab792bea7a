from newsarchive.crawl.explorer import BUDGET, PATIENCE, Explorer
from newsarchive.crawl.trails import Trails

HOME = "https://portal.si/"


def test_a_kind_of_page_that_brings_nothing_is_closed():
    explorer = Explorer()
    for month in range(PATIENCE):
        assert explorer.is_open(HOME + f"koledar/2027/{month}")
        explorer.met_list(HOME + f"koledar/2027/{month}", useful=False)
    assert not explorer.is_open(HOME + "koledar/2099/1")
    assert explorer.is_open(HOME + "sport")


def test_one_useful_page_keeps_a_kind_open():
    explorer = Explorer()
    for number in range(PATIENCE * 3):
        explorer.met_list(HOME + f"oznaka/{number}a", useful=number % PATIENCE == 5)
    assert explorer.is_open(HOME + "oznaka/b")


def test_session_addresses_of_known_items_are_closed():
    explorer = Explorer()
    for number in range(PATIENCE):
        explorer.met_item(HOME + f"novice/most?obisk={number}", new=False)
    assert not explorer.is_open(HOME + "novice/cesta?obisk=77")
    assert explorer.is_open(HOME + "novice/cesta")


def test_a_crawl_that_wastes_too_much_keeps_to_items():
    explorer = Explorer()
    explorer.met_item(HOME + "novice/a")
    explorer.met_item(HOME + "novice/b")
    for number in range(BUDGET + 5):
        explorer.met_list(HOME + f"{chr(97 + number % 26)}{number}/x/y", useful=False)
    assert not explorer.is_open(HOME + "nekaj/novega")
    assert explorer.is_open(HOME + "novice/c")


def test_shapes_of_items_are_learned_and_unlearned():
    explorer = Explorer()
    assert explorer.may_be_item(HOME + "karkoli")
    explorer.met_item(HOME + "nov-most")
    explorer.met_item(HOME + "stara-cesta")
    assert explorer.looks_like_item(HOME + "kontakt")
    for name in ("kontakt", "pogoji"):
        explorer.met_list(HOME + name, useful=False)
    assert not explorer.looks_like_item(HOME + "impresum")


def test_only_the_first_items_links_are_all_looked_at():
    explorer = Explorer()
    looked = []
    for number in range(8):
        explorer.met_item(HOME + f"novice/{number}a")
        looked.append(explorer.looks_around())
    assert looked == [True] * 5 + [False] * 3


def test_a_trail_ends_with_items_that_are_too_old():
    trails = Trails()
    for old in (True, True, False, True, True, True, True, True):
        trails.aged("novice", old)
    assert trails.is_old("novice")
    assert not trails.is_old("sport")


def test_what_the_front_page_shows_is_still_first_on_its_list():
    trails = Trails()
    assert trails.first([HOME + "a"], home=True)
    assert trails.first([HOME + "a"])
    assert not trails.first([HOME + "a"])
