"""Many pages of one made-up portal: what no page tells alone."""

from __future__ import annotations

from newsarchive.extract import Page, learn, sight

HOME = "http://obcina.test"
STREETS = (
    "Jenkovi ulici", "Prešernovi cesti", "Lipovški poti", "Cesti talcev", "Šaleški cesti", "Goriški ulici",
    "Kersnikovi ulici", "Tomšičevi cesti", "Efenkovi ulici", "Koželjskega ulici", "Vojkovi cesti", "Stantetovi ulici",
    "Foitovi ulici", "Aškerčevi cesti",
)  # fmt: skip
SIDE = (
    "Občinska uprava je za stranke odprta vsak delavnik, ob sredah pa tudi popoldne.",
    "Svetniki so na zadnji seji potrdili proračun in nov odlok o urejanju javnih površin.",
    "Zbirni center sprejema odpadke od torka do sobote, vstop je za občane brezplačen.",
    "Na razpis za podporo društvom je prispelo petinštirideset vlog iz vse občine.",
    "Vrtec vpisuje otroke za prihodnje šolsko leto, prijave zbirajo do konca meseca.",
)
"""Sentences of a column beside every item, under no name that says so."""
TABLE = """<html><head><title>{title}</title></head><body><table width="100%"><tr>
<td><a href="/">Domov</a><br><br><a href="/obvestila">Obvestila</a></td>
<td><b>{title}</b><br><br>{text}</td>
<td>{side}</td></tr></table><table><tr><td>Občina Lipovec, Glavni trg 1</td></tr></table></body></html>"""


def notice(number: int, *, side: tuple[str, ...] = SIDE, text: str | None = None) -> tuple[str, str]:
    """Title and page of a notice that is one line long, in an old layout made of tables."""
    street = STREETS[number % len(STREETS)]
    title = f"Motena oskrba na {street}"
    text = text or f"Danes od {number % 5 + 7}. do 13. ure bo na {street} motena oskrba z vodo."
    return title, TABLE.format(title=title, text=text, side="<br><br>".join(side))


def page(number: int, html: str) -> Page:
    return Page(html, f"{HOME}/?id={number}")


def taught(pages):
    return learn(sight(page(number, html)) for number, html in enumerate(pages))
