"""Tables of data, and short lines that come again."""

from newsarchive.extract import read

TABLE = (
    "<h1>Izklopi elektrike</h1><div><p>Elektro Dol obvešča, da bo dobava elektrike prekinjena po razporedu.</p>"
    "<table><tr><th>Datum<th>Kje</tr><tr><td>5. 5. 2026<td>Log</tr><tr><td>6. 5. 2026<td>Brdo</tr></table></div>"
)


def body(page):
    return read(page, "http://localhost/obvestila/a").body


def test_a_table_is_printed_row_by_row_with_its_dates():
    assert body(TABLE).endswith("po razporedu.\n\nDatum | Kje\n5. 5. 2026 | Log\n6. 5. 2026 | Brdo")


def test_a_layout_is_no_table_of_data():
    column = "Cesta skozi vas bo od jutri ves teden zaprta za ves promet, obvoz pa je urejen. " * 3
    page = f"<table><tr><td><a href=/>Domov</a><td><h1>Zapora</h1><p>{column}</p><p>{column}</p></tr></table>"
    assert " | " not in body(page)


def test_the_first_of_several_subheadings_belongs_to_the_text():
    told = "bo v sredo in četrtek motena dobava toplotne energije na območju naselja."
    page = (
        f"<h1>Obvestila</h1><div><h3>Elektro Dol</h3><p>V Logu {told}</p><h3>Vodovod Dol</h3><p>V Brdu {told}</p></div>"
    )
    assert body(page).startswith("Elektro Dol\n\nV Logu")


def test_the_first_of_several_labels_belongs_to_the_text():
    lines = [
        "Kaj: izklop",
        "Kdaj: v sredo, 6. 5. 2026, od 8.00 do 13.00",
        "Kaj: zapora",
        "Kdaj: v petek, 8. 5. 2026, od 9.00 do 11.00",
    ]
    page = "<h1>Obvestila občine</h1><div>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>"
    assert body(page) == "\n\n".join(lines)


def test_a_salutation_belongs_to_the_text():
    told = "<p>Obveščamo vas, da bo jutri zaprta cesta skozi vas.</p><p>Hvala za razumevanje in strpnost.</p>"
    page = f"<h1>Obvestilo</h1><div><p>Spoštovani občani!</p>{told}</div>"
    assert body(page).startswith("Spoštovani občani!")


def test_a_lone_line_above_the_text_does_not():
    page = "<h1>Most</h1><div><p>Ana Primer</p><p>Most čez reko so danes odprli za ves promet v vasi.</p></div>"
    assert body(page).startswith("Most čez reko")
