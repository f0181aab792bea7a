"""Article, notice or obituary."""

import pytest

from extract.pages import STORY, article, meta, p, record
from newsarchive.extract.kinds import kind_of
from newsarchive.items import Site

SL = "http://primer.test"


def kind(path="/novice/a", *, site=None, section=None, title="Naslov", text=""):
    return kind_of(SL + path, site=site, section=section, title=title, text=text)


PATHS = {
    "/osmrtnice/ana-primer": "obituary",
    "/osmrtnica/12": "obituary",
    "/in-memoriam/ana-primer": "obituary",
    "/?kategorija=osmrtnice&id=3": "obituary",
    "/obvestila/zapora": "notice",
    "/novice/obvestila/motena-dobava.html": "notice",
    "/zapore-cest/dobrava": "notice",
    "/komunalna-obvestila/12": "notice",
    "/novice/obvestilarji-praznujejo": "article",
    "/novice/podjetje-za-osmrtnicarstvo": "article",
    "/sport/zaporedna-zmaga": "article",
    "/novice/nov-most": "article",
}


@pytest.mark.parametrize(("path", "expected"), PATHS.items())
def test_the_address_tells(path, expected):
    assert kind(path)[0] == expected


SECTIONS = {
    "Osmrtnice": "obituary",
    "In memoriam": "obituary",
    "Obvestila": "notice",
    "Zapore cest": "notice",
    "Kultura": "article",
    "": "article",
}


@pytest.mark.parametrize(("section", "expected"), SECTIONS.items())
def test_the_section_tells(section, expected):
    assert kind(section=section)[0] == expected


TITLES = {
    "Osmrtnica: Ana Primer": "obituary",
    "V spomin: Ana Primer": "obituary",
    "Obvestilo: zapora ceste na Dobravi": "notice",
    "Popolna zapora ceste Lipovec–Dobrava": "notice",
    "Delna zapora Glavnega trga": "notice",
    "PREKLICANO: Motena dobava vode na Dobravi": "notice",
    "Motena dobava toplotne energije": "notice",
    "Danes brez elektrike": "notice",
    "Prekinitev oskrbe z vodo": "notice",
    "Umrl je ljudski pevec": "article",
    "Zaporniki so pobegnili": "article",
    "Voda je poplavila ceste": "article",
}


@pytest.mark.parametrize(("title", "expected"), TITLES.items())
def test_the_title_tells(title, expected):
    assert kind(title=title)[0] == expected


TEXTS = {
    "Sporočamo žalostno vest, da nas je zapustila naša draga Ana Primer.": "obituary",
    "V 94. letu starosti nas je zapustil dragi ata. Žalujoči: vsi njegovi.": "obituary",
    "Od njega se bomo poslovili v petek ob 15. uri.": "obituary",
    "Komunalno podjetje Lipovec obvešča uporabnike, da bo na Dobravi voda.": "notice",
    "Zaradi del bo prekinjena dobava elektrike na Dobravi.": "notice",
    "Priporočamo prekuhavanje pitne vode.": "notice",
    "Občina obvešča vse občane, da je parkirišče zaprto.": "notice",
    "Župan je povedal, da so zadovoljni z mostom.": "article",
    "Zapustil je službo in odšel na morje.": "article",
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_the_text_tells(text, expected):
    assert kind(text=text)[0] == expected


def test_a_long_story_with_the_formula_is_a_story():
    text = "Komunala obvešča uporabnike, da bo motena dobava vode. " + "Zgodba teče naprej in naprej. " * 60
    assert kind(text=text)[0] == "article"
    assert kind(text=text, title="Motena dobava vode")[0] == "notice"


def test_the_site_decides_before_everything_else():
    site = Site("primer", SL, items={"article": r"^/osmrtnice/", "notice": r"^/n/"})
    assert kind("/osmrtnice/ana", site=site, title="Osmrtnica") == ("article", "site")
    assert kind("/n/1", site=site) == ("notice", "site")


@pytest.mark.parametrize(
    ("told", "evidence"),
    [
        ({"path": "/obvestila/a"}, "url"),
        ({"section": "Obvestila"}, "section"),
        ({"title": "Delna zapora ceste"}, "title"),
        ({"text": "Motena bo oskrba s plinom."}, "text"),
        ({}, "text"),
    ],
)
def test_evidence(told, evidence):
    assert kind(**told)[1] == evidence


def test_the_record_has_what_its_kind_has():
    plain = record(article())
    assert (plain.kind, plain.notices, plain.obituary) == ("article", [], None)
    notice = record(article(head=meta("article:section", "Obvestila")))
    assert (notice.kind, len(notice.notices), notice.obituary) == ("notice", 1, None)
    obituary = record(
        article(p("Sporočamo žalostno vest, da nas je zapustila naša Ana Primer.", STORY[0]), title="Ana Primer")
    )
    assert (obituary.kind, obituary.notices, obituary.obituary.name) == ("obituary", [], "Ana Primer")
    assert obituary.evidence["obituary"] == "text"
