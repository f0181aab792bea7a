"""Printed lines that name what they hold."""

import pytest

from newsarchive.extract.labels import is_label_line, is_source, read_line

LINES = {
    "Vir: PU Celje": [("source", "PU Celje")],
    "VIR: Občina Lipovec": [("source", "Občina Lipovec")],
    "Foto: Ana Primer": [("credit", "Ana Primer")],
    "FOTO: Foto: Ana Primer": [("credit", "Ana Primer")],
    "Fotografije: arhiv društva": [("credit", "arhiv društva")],
    "Naslovna fotografija: Ana Primer": [("credit", "Ana Primer")],
    "Avtor: Bojan Zgled": [("authors", "Bojan Zgled")],
    "Piše: Bojan Zgled": [("authors", "Bojan Zgled")],
    "Besedilo in foto: Cilka Vzorec": [("authors", "Cilka Vzorec"), ("credit", "Cilka Vzorec")],
    "Kategorije: Kultura": [("section", "Kultura")],
    "Oznake: most, promet": [("tags", "most, promet")],
    "Objavljeno: 3. 9. 2025": [("published", "3. 9. 2025")],
    "Posodobljeno: 23. maj 2023": [("modified", "23. maj 2023")],
    "Zadnjič posodobljeno: 23. 5. 2023": [("modified", "23. 5. 2023")],
    "Vir: PU Celje | Foto: arhiv": [("source", "PU Celje"), ("credit", "arhiv")],
    "Avtor: Ana Primer, foto: Bojan Zgled": [("authors", "Ana Primer, foto: Bojan Zgled"), ("credit", "Bojan Zgled")],
    "Foto: NULL": [],
    "Vir:": [],
    "Ura: 12:30": [],
    "Župan: »Odlično smo delali.«": [],
    "Virov je več: eden je tu.": [],
}


@pytest.mark.parametrize(("line", "fields"), LINES.items())
def test_lines(line, fields):
    assert list(read_line(line)) == fields


@pytest.mark.parametrize("line", [line for line, fields in LINES.items() if fields] + ["Foto: NULL", "Vir:"])
def test_label_lines_are_no_text(line):
    assert is_label_line(line)


@pytest.mark.parametrize(
    "line",
    ["Ura: 12:30", "Župan: »Odlično smo delali.«", "Foto razstava: odprtje je bilo včeraj.", "Brez dvopičja", ""],
)
def test_other_lines_are_text(line):
    assert not is_label_line(line)


def test_a_long_sentence_is_no_label():
    assert not is_label_line("Vir: " + "beseda " * 30)
    assert list(read_line("Vir: " + "a" * 5000)) == []


def test_the_credit_line_is_known():
    assert is_source("Vir: PU Celje")
    assert is_source("Foto: arhiv | Vir: PU Celje")
    assert not is_source("Foto: arhiv")
