import dataclasses
import re
from datetime import UTC, datetime, timedelta

import pytest
from lxml import html

from newsarchive.archive import pictures
from newsarchive.items import Ceremony, Image, Notice, Obituary, Record, Window
from newsarchive.pictures import store
from newsarchive.web.queries import record as queries
from web import hostile

AT = datetime(2026, 1, 27, 8, tzinfo=UTC)
MOST = Record(
    "article",
    "demo",
    "https://demo.example/most",
    title="Most čez Pako",
    lead="Nov most.",
    body="Župan je odprl most.\n\n- dolg 12 metrov\n- širok 4 metre\n\nDan | Ura\nPetek | 7.00",
    authors=["Ana Primer", "Bor Vzorec"],
    source="Občina",
    section="Novice",
    tags=["mostovi"],
    published="2026-01-27T09:12:00+01:00",
    published_raw="27. januar 2026 ob 9:12",
    images=[Image("https://demo.example/1.jpg", "Most", "Cene Zgled", "Most nad reko"), Image("https://demo.example/2.jpg")],
    aliases=["https://demo.example/?p=17"],
    evidence={"title": "json-ld", "published": "site", "notices.0.windows.0": "v četrtek, 29. 1."},
)  # fmt: skip
JPEG = b"\xff\xd8\xff\xe0 picture"


@pytest.fixture
def most(archive):
    return archive.save(MOST, seen_at=AT).id


@pytest.fixture
def kept(archive, data, most):
    sha256, path = store(data, JPEG, "jpg")
    archive.note_image(MOST.images[0].url, "kept", sha256=sha256, path=path, mime="image/jpeg", width=9, height=6)
    return sha256


def text(page):
    return " ".join(html.fromstring(page.content).find(".//main").text_content().split())


def test_a_record_is_readable(get, most):
    page = get(f"/record/{most}")
    told = text(page)
    for part in ("Most čez Pako", "Nov most.", "Ana Primer, Bor Vzorec", "Občina", "Novice", "mostovi"):
        assert part in told
    tree = html.fromstring(page.content)
    assert [one.text_content() for one in tree.xpath("//div[@class='text']//li")] == ["dolg 12 metrov", "širok 4 metre"]
    assert [one.text for one in tree.xpath("//div[@class='text']//td")] == ["Dan", "Ura", "Petek", "7.00"]
    assert page.headers["x-robots-tag"] == "noindex, nofollow"


def test_dates_stand_as_understood_and_as_printed(get, most):
    assert "Published 27 January 2026, 09:12 (printed: »27. januar 2026 ob 9:12«)" in text(get(f"/record/{most}"))
    assert "Objavljeno 27. 1. 2026 ob 9.12" in text(get(f"/record/{most}", "sl"))


def test_only_kept_pictures_are_shown(get, most, kept):
    tree = html.fromstring(get(f"/record/{most}").content)
    (image,) = tree.iter("img")
    assert (image.get("src"), image.get("alt")) == (f"/image/{kept}", "Most nad reko")
    assert "Photo: Cene Zgled" in tree.xpath("string(//figcaption)")
    assert tree.xpath("//a[@href='https://demo.example/2.jpg']/@rel") == ["noopener noreferrer nofollow external"]


def test_evidence_parts_places_from_words(get, most):
    tree = html.fromstring(get(f"/record/{most}").content)
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in tree.xpath("//details//tbody/tr")]
    assert ["published", "site", "27. januar 2026 ob 9:12"] in rows
    assert ["notices.0.windows.0", "", "v četrtek, 29. 1."] in rows


def test_a_notice_tells_its_windows(get, archive):
    windows = [Window("2026-01-29", "2026-01-30"), Window("2026-02-01T07:00:00+01:00"), Window(edtf="../2026-03-31")]
    notice = Notice("Komunala", "water", "interruption", "Jenkova", ["Jenkova cesta"], "dela", "cancelled", windows)
    number = archive.save(Record("notice", "demo", "https://demo.example/z", title="Zapora", notices=[notice])).id
    told = text(get(f"/record/{number}"))
    assert "water – interruption" in told
    assert "cancelled" in told
    assert "from 29 January 2026 until 30 January 2026" in told
    assert "from 1 February 2026, 07:00 (end not known)" in told
    assert "../2026-03-31" in told
    assert "voda – prekinitev" in text(get(f"/record/{number}", "sl"))


def test_an_obituary_tells_of_all_its_persons_and_nothing_more(get, archive):
    persons = [
        Obituary("Cilka Zgled", maiden_name="Vzorec", died="2026-01-25", age=93, mourners="vsi njeni",
                 ceremonies=[Ceremony("funeral", "2026-01-30T14:00:00+01:00", "Podkraj")]),
        Obituary("Dušan Zgled", age=2),
    ]  # fmt: skip
    for name in ("a", "b"):
        url = f"https://demo.example/{name}"
        number = archive.save(
            Record("obituary", "demo", url, title="Zgled", published="2026-01-26", obituaries=persons)
        ).id
    told = text(get(f"/record/{number}", "sl"))
    for part in ("Cilka Zgled", "Vzorec", "93 let", "2 leti", "pogreb, 30. 1. 2026 ob 14.00, Podkraj", "vsi njeni"):
        assert part in told
    assert "Ista rubrika" not in told


def test_what_is_gone_is_told(get, archive, most):
    archive.note_gone(MOST.url, at=AT + timedelta(days=2))
    assert "taken this record down; it was first missing on 29 January 2026" in text(get(f"/record/{most}"))


def test_related_records_and_neighbours(get, archive, most):
    others = {
        "section": dataclasses.replace(
            MOST, url="https://demo.example/b", title="Ista rubrika", authors=["Drugi Zgled"]
        ),
        "author": dataclasses.replace(
            MOST, url="https://demo.example/c", title="Isti avtor", section="Šport", published="2026-01-30"
        ),
        "far": dataclasses.replace(MOST, url="https://demo.example/d", title="Daleč", published="2026-03-30"),
        "before": dataclasses.replace(MOST, url="https://demo.example/e", title="Prej", published="2025-12-30"),
    }
    numbers = {
        name: archive.save(dataclasses.replace(one, aliases=[], body=f"Drugo {name}.")).id
        for name, one in others.items()
    }
    tree = html.fromstring(get(f"/record/{most}").content)
    related = dict(
        zip(tree.xpath("//h2[@id='related']/..//h3/text()"), tree.xpath("//h2[@id='related']/..//ul"), strict=True)
    )
    assert "Ista rubrika" in related["Same section that day"].text_content()
    assert "Isti avtor" in related["Same author in these days"].text_content()
    assert "Daleč" not in tree.xpath("string(//section[@aria-labelledby='related'])")
    assert tree.xpath("//a[@rel='prev']/@href") == [f"/record/{numbers['before']}"]
    assert len(tree.xpath("//a[@rel='next']/@href")) == 1


def test_notices_of_the_same_place_come_from_every_site(get, archive):
    notice = Notice("Komunala", "water", "closure", places=["Jenkova cesta"])
    records = [
        Record(
            "notice", site, f"https://{site}.example/", title=f"Pri {site}", published="2026-01-27", notices=[notice]
        )
        for site in ("demo", "drugi")
    ]
    number, _ = (archive.save(record).id for record in records)
    assert "Same place in these days Pri drugi" in text(get(f"/record/{number}"))


def test_twins_are_told_with_what_differs(get, archive):
    body = (
        "Občina obvešča prebivalce, da bo zaradi obnovitvenih del zaprta cesta skozi vas, obvoz je urejen. Zapora {}."
    )
    numbers = [
        archive.save(
            Record("article", site, f"https://{site}.example/", title="Zapora", body=body.format(f"{n}. maja"))
        ).id
        for n, site in enumerate(("demo", "drugi"), 11)
    ]
    told = text(get(f"/record/{numbers[0]}"))
    assert "Nearly the same text Zapora drugi" in told
    assert "differs: numbers, 11 -> 12" in told


@pytest.mark.parametrize(
    "published", ["2026", "2026-01", "2022-23", "0001-01-01", "9999-12-31", "../2026", "x" * 99, None]
)
def test_any_date_is_borne(get, archive, published):
    number = archive.save(dataclasses.replace(MOST, published=published)).id
    assert get(f"/record/{number}").status_code == 200


def test_it_can_be_cited(get, most):
    tree = html.fromstring(get(f"/record/{most}").content)
    apa, bibtex = (tree.get_element_by_id(name).text for name in ("apa", "bibtex"))
    assert apa.startswith(
        "Ana Primer, Bor Vzorec. (27 January 2026). Most čez Pako. demo. https://demo.example/most (arch"
    )
    assert re.search(r"archived 27 January 2026, digest [0-9a-f]{32}\)$", apa)
    assert "author = {{Ana Primer} and {Bor Vzorec}}" in bibtex
    assert "urldate = {2026-01-27}" in bibtex
    assert tree.xpath("//textarea/@readonly") == ["readonly"] * 2
    assert len(tree.xpath("//button[@data-copy][@hidden]")) == 2


def test_json_is_the_record(get, most):
    assert Record.from_dict(get(f"/record/{most}.json").json()) == MOST


@pytest.mark.parametrize(
    "path",
    ["/record/9", "/record/x", "/record/-1", "/record/1e3", "/record/%00", "/record/" + "9" * 5000, "/record/²",
     "/record/9.json", "/record/1/versions/9", "/record/1/versions/x", "/record/9/versions/1",
     "/record/1/versions/" + "9" * 5000],
)  # fmt: skip
def test_what_is_not_there_is_told(get, most, path):
    page = get(path)
    assert page.status_code == 404
    assert "The archive has no" in page.text


# Versions


@pytest.fixture
def edited(archive, most):
    later = dataclasses.replace(MOST, body=MOST.body.replace("12", "15"), title="Most čez Pako je odprt")
    archive.save(later, seen_at=AT + timedelta(days=1))
    archive.save(dataclasses.replace(later, lead="Nov most je zaprt."), seen_at=AT + timedelta(days=2))
    return most


def test_the_versions_are_listed(get, edited):
    told = text(get(f"/record/{edited}"))
    assert "The portal changed the text 2 times after publication." in told
    rows = html.fromstring(get(f"/record/{edited}").content).xpath(
        "//table[.//a[contains(@href, 'versions')]]/tbody/tr"
    )
    assert [cell.text_content() for cell in rows[1]] == [
        "Version 2", "28 January 2026, 08:00 UTC", "the portal changed it", "numbers, other words",
    ]  # fmt: skip


def test_two_versions_beside_each_other(get, edited):
    tree = html.fromstring(get(f"/record/{edited}/versions/2").content)
    assert [one.text_content() for one in tree.xpath("//div[@class='old']//del")] == ["[removed: 12 ]"]
    assert [one.text_content() for one in tree.xpath("//div[@class='new']//ins")] == [
        "[added:  je odprt ]",
        "[added: 15 ]",
    ]
    assert not tree.xpath("//div[@class='old']//ins | //div[@class='new']//del")


def test_any_two_versions_are_compared(get, edited):
    tree = html.fromstring(get(f"/record/{edited}/versions/3?against=1").content)
    assert tree.xpath("//h2/text()") == ["Title", "Lead", "Body"]
    assert len(tree.xpath("//div[@class='old']//del")) == 2
    same = html.fromstring(get(f"/record/{edited}/versions/1?against=3").content)
    assert len(same.xpath("//div[@class='old']//del")) == 2


@pytest.mark.parametrize("query", ["", "?against=1", "?against=x", "?against=99", "?whole=1&against=3"])
def test_the_first_version_and_any_nonsense(get, edited, query):
    assert get(f"/record/{edited}/versions/1{query}").status_code == 200


def test_a_version_alone(get, edited):
    told = text(get(f"/record/{edited}/versions/1?whole=1"))
    assert "This is the first version." in told
    assert "dolg 12 metrov" in told


# What means harm


@pytest.fixture(params=["script", "turned", "word", "quotes"])
def harm(request):
    return {
        "script": hostile.SCRIPT,
        "turned": hostile.TURNED + hostile.SCRIPT,
        "word": hostile.WORD,
        "quotes": hostile.QUOTES,
    }[request.param]


@pytest.mark.parametrize(("kind", "language"), [("article", "sl"), ("obituary", "en")])
def test_hostile_records_do_nothing(get, archive, harm, kind, language):
    for number in (1, 2):
        saved = archive.save(hostile.record(harm, kind, number), seen_at=AT).id
    one = hostile.record(harm, kind, 2)
    archive.save(dataclasses.replace(one, title="Drugo", body=one.body + " konec 5."), seen_at=AT + timedelta(days=1))
    for path in (
        f"/record/{saved}",
        f"/record/{saved - 1}",
        f"/record/{saved}/versions/2",
        f"/record/{saved}/versions/1",
    ):
        hostile.check(get(path, language))


def test_text_that_turns_directions_is_kept_apart(get, archive):
    number = archive.save(hostile.record(hostile.TURNED)).id
    tree = hostile.check(get(f"/record/{number}"))
    assert "\u202e" not in tree.findtext(".//title")
    for element in tree.iter():
        if isinstance(element.tag, str) and "\u202e" in (element.text or ""):
            around = [element, *element.iterancestors()]
            assert any(one.tag == "bdi" or one.get("dir") == "auto" for one in around), html.tostring(element)


def test_every_question_of_the_page_uses_an_index(archive, most):
    values = queries._values(archive.get(most), datetime(2026, 1, 27, tzinfo=UTC).date(), 7) | {"published": "2026"}
    asked = [queries.EARLIER, queries.LATER, *(queries.TIED.format(near=n, tie=w) for n, w, _ in queries.TIES.values())]
    for sql in asked:
        steps = [row["detail"] for row in archive.connection.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
        assert not [one for one in steps if one.startswith("SCAN") and "records" in one], steps
        assert [one for one in steps if "USING INDEX records_" in one or "COVERING INDEX records_" in one]


def test_pictures_of_the_page_are_bounded(archive, most):
    assert pictures.KEPT == "kept"
    assert len(queries.pictures(archive, most)) == 2
