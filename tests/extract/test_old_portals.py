"""What portals without markup print: dates below the text, tables, names in capitals, signatures."""

import pytest

from extract.pages import STORY, TITLE, article, div, document, meta, p, record
from extract.portals import taught
from newsarchive.extract import read

MOURNED = "http://primer.test/osmrtnice/ana-zgled"
FAREWELL = "Pogreb bo v torek, 17. februarja 2026, ob 15. uri na pokopališču v Lipovcu."


def row(*cells, cls=""):
    return "<tr>" + "".join(f'<td class="{cls}">{cell}</td>' for cell in cells) + "</tr>"


def old(*rows, title=TITLE):
    """A page that is a table, of a portal that declares nothing but a title."""
    return document("<table>", row('<a href="/">Domov</a>'), *rows, "</table>", title=title)


def test_the_date_directly_below_the_text():
    html = old(row(TITLE), row(p(*STORY)), row("16.02.2026 10:45"), row("17.02.2026 08:00"))
    assert record(html).published == "2026-02-16T10:45:00+01:00"


@pytest.mark.parametrize("line", [row(TITLE, cls="naslov"), row(f"<h2>{TITLE}</h2>")])
def test_where_the_declared_title_names_the_portal_the_line_below_the_way_to_the_page_is_the_title(line):
    html = old(row("Nahajate se: Domov", cls="pot"), line, row(p(*STORY)), title="Radio Lipovec 97,4 MHz")
    assert record(html).title == TITLE


ELSE = {
    "comments": (f"<h1>Odprt most</h1>{p(*STORY)}", "<h3>Komentarji (1)</h3><div>20. 2. 2026 ob 11.42</div>"),
    "the way itself": ("<div class='breadcrumb'>Domov > Novice</div><h2>Novice</h2>", p(*STORY)),
    "what is on": (p(*STORY), "<h3>Naslednji dogodek</h3><p>14. 3. 2026</p>"),
}


@pytest.mark.parametrize("parts", ELSE.values(), ids=ELSE)
def test_a_heading_of_something_else_is_no_title(parts):
    assert record(document(*parts)).title == TITLE


NO_DATE = {
    "of a change": "<div>Posodobljeno: 18. 2. 2026 ob 12.00</div>",
    "of an event": p("Sobota, 14. marec 2026 ob 19.00"),
    "of today": "<div>torek, 17. 2. 2026</div>",
    "of another item": "<div>14.2.2026</div><div><a href='/n/1'>Šola na Dobravi</a></div>",
}


@pytest.mark.parametrize("below", NO_DATE.values(), ids=NO_DATE)
def test_another_date_below_the_text(below):
    assert record(article(p(*STORY), after=below)).published is None


def test_facts_of_the_publication_in_a_table_are_no_text():
    table = "".join(row(*pair) for pair in (("Datum objave", "16. 2. 2026"), ("Avtor", "Ana Primer"), ("Ogledov", "9")))
    found = record(article(p(*STORY), under=f"<table>{table}</table>"))
    assert (found.body, found.authors, found.published) == ("\n\n".join(STORY), ["Ana Primer"], "2026-02-16")


def test_a_table_of_results_stays():
    table = "".join(
        row(*pair) for pair in (("Kategorija", "Zmagovalec"), ("člani", "Bor Zgled"), ("mladi", "Ana Zgled"))
    )
    assert "člani | Bor Zgled" in record(article(p(*STORY), f"<table>{table}</table>", p(STORY[0]))).body


@pytest.mark.parametrize("line", ["OBČINA LIPOVEC", "NOV MOST V LIPOVCU"])
def test_a_kicker_in_capitals_is_no_name(line):
    assert record(article(p("Novice iz kraja"), p(line), p(*STORY), title="Občina Lipovec ima nov most")).body == (
        "\n\n".join(STORY)
    )


def test_a_title_for_sharing_is_believed_though_it_is_not_printed():
    html = article(head=meta("og:title", "Nova pot čez Lipnico"), title=TITLE)
    assert record(html.replace(f"<h1>{TITLE}</h1>", "")).title == "Nova pot čez Lipnico"


TABLE = "<table><tr><td>Dol<td>16. 2. 2026<td>7.30–10.00</tr><tr><td>Brdo<td>17. 2. 2026<td>8.00–13.30</tr></table>"
PRINTED = "Dol | 16. 2. 2026 | 7.30–10.00\nBrdo | 17. 2. 2026 | 8.00–13.30"


def test_a_table_with_which_the_text_begins():
    told = "Dela bodo ob slabem vremenu prestavljena."
    assert record(article(p("OBVESTILO O PREKINITVI"), TABLE, p(told))).body == (
        f"OBVESTILO O PREKINITVI\n\n{PRINTED}\n\n{told}"
    )


def test_a_table_in_a_box():
    assert PRINTED in record(article(p(*STORY), f'<div class="widget">{TABLE}</div>', p(*STORY[1:]))).body


def test_cells_whose_text_stands_in_a_box():
    boxed = TABLE.replace("<td>", "<td><div>").replace("</tr>", "</div></tr>").replace("<td><div>", "</div><td><div>")
    assert PRINTED in record(article(boxed, p(*STORY))).body


@pytest.mark.parametrize("name", ["ANA ZGLED<br>roj. Primer", "ANA ZGLED - ANČKA"])
def test_the_name_above_an_obituary(name):
    html = article(p("Tiho, kakor dogori sveča, je odšla"), p(name), p(FAREWELL), title="Ana Zgled")
    assert record(html, MOURNED).body.split("\n\n") == [
        "Tiho, kakor dogori sveča, je odšla", name.replace("<br>", "\n"), FAREWELL
    ]  # fmt: skip


def test_the_name_above_an_obituary_whose_title_does_not_tell_it():
    html = article(p("VID ZGLED<br>rojen 1943<br>stanujoč Dol 27"), p(FAREWELL), title="Obvestilo o smrti")
    assert record(html, MOURNED).body.startswith("VID ZGLED\nrojen 1943")


def test_a_line_in_capitals_above_an_article_stays_out():
    assert record(article(p("FOTO GALERIJA"), p(*STORY))).body == "\n\n".join(STORY)


@pytest.mark.parametrize("kind", ["podpis", "podnapis"])
def test_the_line_under_a_picture_is_its_caption_whatever_it_is_called(kind):
    picture = f'<table><tr><td><img src="/m.png"></td></tr><tr><td class="{kind}">Vaja pred mostom</td></tr></table>'
    found = record(article(picture, p(*STORY)))
    assert [(image.caption, found.authors) for image in found.images] == [("Vaja pred mostom", [])]


def test_a_company_writes_nothing():
    head = '<meta name="author" content="Radio Lipovec d.o.o.">'
    assert record(article(under=p("Avtor: Ana Primer", cls="podatki"), head=head)).authors == ["Ana Primer"]
    assert record(article(head=head)).authors == []


def test_initials_below_an_article_are_its_author():
    found = record(article(p(*STORY, "A. P.")))
    assert (found.authors, found.body) == (["A. P."], "\n\n".join(STORY))


def test_the_name_below_an_article_is_its_author():
    found = record(article(p(*STORY, "Ana Primer")))
    assert (found.authors, found.body) == (["Ana Primer"], "\n\n".join(STORY))


@pytest.mark.parametrize(
    "line",
    ["Občina Lipovec", "PGD Lipovec", "Ana in Bor", "Dan Zemlje", "Bor Zgled, župan", '<img src="/b.jpg">Bor Zgled'],
)
def test_another_line_below_the_text_stays(line):
    assert record(article(p(*STORY, line))).authors == []


def test_a_name_below_an_article_is_not_its_author_where_another_is_declared():
    found = record(article(p(*STORY, "Bor Zgled"), head='<meta name="author" content="Ana Primer">'))
    assert (found.authors, found.body.splitlines()[-1]) == (["Ana Primer"], "Bor Zgled")


@pytest.mark.parametrize("title", ["Bor Zgled ni več z nami", "Obvestilo o prekinitvi dobave vode"])
def test_a_name_below_an_item_whose_title_tells_that_it_is_no_article(title):
    text = p("Sporočamo žalostno vest, da nas je zapustil dragi mož in oče.", FAREWELL, "Bor Zgled")
    found = record(article(text, title=title), "http://primer.test/index.php?id=77")
    assert (found.authors, found.body.splitlines()[-1]) == ([], "Bor Zgled")


def test_a_name_below_an_obituary_mourns():
    text = p(FAREWELL, "Pokojna bo na ta dan ležala v vežici.", "Ana Primer")
    assert record(article(text, title="Bor Zgled"), MOURNED).body.endswith("Ana Primer")


def items(count, *, head="", titled=True):
    """Items of one portal, each with a text of its own."""
    texts = [
        f"V {number}. nadstropju stolpnice na Lipi so odprli novo delavnico za {number} učencev."
        for number in range(count)
    ]
    names = [f"Delavnica številka {number} na Lipi" for number in range(count)]
    return [
        (document(div(row_of(name), p(text), cls="x"), head=head, title=name if titled else "Radio Lipa"), name)
        for name, text in zip(names, texts, strict=True)
    ]


def row_of(name):
    return f"<div>{name}</div>"


def test_a_picture_that_many_pages_declare_is_the_portals():
    pages = items(12, head=meta("og:image", "/skupna.png"))
    template = taught([html for html, _ in pages])
    assert template.pictures == {"http://obcina.test/skupna.png"}
    html = pages[3][0]
    assert read(html, "http://obcina.test/?id=3", template=template).images == []
    assert len(read(html, "http://obcina.test/?id=3").images) == 1


def test_a_picture_that_stands_on_many_pages_is_the_portals():
    pages = [html.replace("<p>", '<p><img src="/okras.png">', 1) for html, _ in items(12)]
    template = taught(pages)
    assert template.pictures == {"http://obcina.test/okras.png"}
    own = pages[3].replace("<p>", '<p><img src="/delavnica.png">', 1)
    seen = read(own, "http://obcina.test/?id=3", template=template).images
    assert [image.url for image in seen] == ["http://obcina.test/delavnica.png"]


@pytest.mark.parametrize(("count", "known"), [(3, 1), (2, 0)])
def test_what_some_pages_are_called_that_do_not_print_it_is_no_title(count, known):
    pages = items(12) + [(html.replace(">Delavnica", ">Delo"), name) for html, name in items(count, titled=False)]
    assert len(taught([html for html, _ in pages]).titles) == known
