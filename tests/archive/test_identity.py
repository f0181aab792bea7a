import pytest

HOME = "https://demo.example"


@pytest.fixture
def save(archive, article):
    def save(path, *aliases, **values):
        record = article(
            url=HOME + path, aliases=[HOME + alias if alias.startswith("/") else alias for alias in aliases], **values
        )
        return archive.save(record)

    return save


@pytest.fixture
def addresses(archive):
    def addresses(number):
        record = archive.get(number).record
        return [record.url, *record.aliases]

    return addresses


@pytest.mark.parametrize(
    "again",
    [
        f"{HOME}/novice/most/",
        "http://demo.example/novice/most",
        "https://www.demo.example/novice/most",
        f"{HOME}/novice/most?utm_source=fb",
    ],
)
def test_another_spelling_is_the_same_record(archive, article, again):
    first = archive.save(article())
    second = archive.save(article(url=again, body="Spremenjeno."))
    assert (second.id, second.outcome) == (first.id, "changed")
    assert archive.get(again).id == first.id


def test_the_first_spelling_stays_unless_the_page_says_otherwise(archive, article):
    number = archive.save(article(url="https://demo.example/a")).id
    archive.save(article(url="https://www.demo.example/a/"))
    assert archive.get(number).record.url == "https://demo.example/a"
    archive.save(article(url="https://www.demo.example/a/", evidence={"url": "canonical"}))
    assert archive.get(number).record.url == "https://www.demo.example/a/"


def test_https_replaces_http(archive, article):
    number = archive.save(article(url="http://demo.example/a")).id
    archive.save(article(url="https://demo.example/a"))
    record = archive.get(number).record
    assert (record.url, record.aliases) == ("https://demo.example/a", ["http://demo.example/a"])


def test_every_alias_finds_the_record(archive, save):
    number = save("/novice/most", "/?p=17", "/arhiv/most").id
    for path in ("/?p=17", "/arhiv/most/", "/novice/most"):
        assert archive.get(HOME + path).id == number
    assert archive.get(HOME + "/?p=18") is None


def test_a_record_is_known_by_an_alias(save, addresses):
    first = save("/novice/most", "/?p=17")
    assert save("/?p=17").id == first.id
    assert addresses(first.id) == [HOME + "/novice/most", HOME + "/?p=17"]


def test_a_record_that_moves_takes_the_new_address_and_keeps_the_old(save, addresses):
    first = save("/nb/novice/most", "/?p=17")
    assert save("/novice/most", "/nb/novice/most").id == first.id
    assert addresses(first.id) == [HOME + "/novice/most", HOME + "/?p=17", HOME + "/nb/novice/most"]
    assert save("/nb/novice/most").id == first.id
    assert addresses(first.id)[0] == HOME + "/novice/most"


def test_an_alias_never_steals(archive, save, addresses, sound):
    first, second = save("/novice/most"), save("/novice/cesta", body="Drugo.")
    assert save("/novice/cesta", "/novice/most", body="Drugo.").id == second.id
    assert archive.get(HOME + "/novice/most").id == first.id
    assert addresses(second.id) == [HOME + "/novice/cesta"]


def test_an_alias_of_another_record_is_not_taken_either(archive, save):
    first, second = save("/novice/most", "/?p=17"), save("/novice/cesta", body="Drugo.")
    save("/novice/cesta", "/?p=17", body="Drugo.")
    assert archive.get(HOME + "/?p=17").id == first.id != second.id


def test_a_front_page_is_nobodys_alias(archive, save):
    numbers = {
        save(f"/novice/{number}", "/", "https://www.demo.example", body=f"Besedilo {number}.").id for number in range(5)
    }
    assert len(numbers) == 5
    assert archive.get(HOME) is None


@pytest.mark.parametrize("place", ["/arhiv/most", "/nb/novice/most/", "/most"])
def test_the_same_page_in_another_folder_is_an_alias(archive, save, place):
    first = save("/novice/most")
    saved = save(place)
    assert (saved.id, saved.outcome) == (first.id, "unchanged")
    assert archive.get(HOME + place).record.url == HOME + "/novice/most"


@pytest.mark.parametrize(
    "values",
    [
        {"body": "Drug dan, drug kraj."},
        {"published": "2026-01-28"},
        {"site": "drugi"},
        {"url": f"{HOME}/arhiv/most-2"},
        {"evidence": {"url": "canonical"}},
    ],
    ids=["text", "date", "site", "name", "named by the page"],
)
def test_what_differs_in_anything_is_another_record(archive, article, values):
    first = archive.save(article())
    assert archive.save(article(**{"url": f"{HOME}/arhiv/most", **values})).id != first.id


def test_two_numbers_in_the_query_are_two_records(save):
    """An old portal prints two notices with the same words on one day: ``clanek.php`` is nobody's name."""
    first = save("/clanek.php?id=17", body="Odpade.")
    assert save("/clanek.php?id=18", body="Odpade.").id != first.id
    assert save("/arhiv/clanek.php?id=17", body="Odpade.").id == first.id


@pytest.mark.parametrize("place", ["/index.php?stran=novica&id=17&print=1", "/index.php?print=1&id=17&stran=novica"])
def test_a_view_with_one_parameter_more_is_the_same_page(save, place):
    assert save("/index.php?stran=novica&id=17").id == save(place).id
    assert save("/?p=17", body="Kratko.").id == save("/?p=17&preview=true", body="Kratko.").id


def test_a_query_beside_none_is_another_look_at_the_same_page(save):
    assert save("/novice/most").id == save("/novice/most?foto=1").id


def test_an_address_that_becomes_the_canonical_one_is_no_alias_any_more(archive, article):
    number = archive.save(article(url="https://demo.example/a")).id
    for evidence in ({}, {"url": "canonical"}):
        archive.save(article(url="https://www.demo.example/a/", evidence=evidence))
    record = archive.get(number).record
    assert (record.url, record.aliases) == ("https://www.demo.example/a/", ["https://demo.example/a"])


def test_two_without_a_text_are_never_guessed_to_be_one(archive, article):
    first = archive.save(article(url=f"{HOME}/osmrtnice/2024/ana-primer", body=None, published=None))
    assert archive.save(article(url=f"{HOME}/osmrtnice/2026/ana-primer", body=None, published=None)).id != first.id


def test_the_first_site_keeps_a_record_that_two_portals_show(archive, article):
    first = archive.save(article(site="velenjcan"))
    assert archive.save(article(site="koroskenovice")).id == first.id
    assert archive.get(first.id).record.site == "velenjcan"


def test_aliases_only_ever_grow(save, addresses):
    number = save("/novice/most", "/?p=17", "/arhiv/most").id
    save("/novice/most")
    assert len(addresses(number)) == 3
