"""What the grammar of a sentence tells of a notice: roles in clauses, halves, nights, capitals."""

from __future__ import annotations

from datetime import date

import pytest

from newsarchive.extract.notices import read_notices

SEEN = date(2026, 5, 4)


def read(text, title=""):
    return read_notices(title, text, SEEN, "Europe/Ljubljana")


def spans(notice):
    return [(window.starts, window.ends) for window in notice.windows]


PLACES = {
    "Zato so Log in Spodnji Dol od jutra brez vode.": ["Log", "Spodnji Dol"],
    "Jutri bodo brez elektrike Log, Brdo in Dol.": ["Log", "Brdo", "Dol"],
    "Zbirni center Log bo jutri zaprt.": ["Zbirni center Log"],
    "Jutri bo prekinjena dobava vode v naseljih Brdo - Stari Dol in Log.": ["Brdo - Stari Dol", "Log"],
    "Jutri bo zaprta Vrtna ulica, obvoz bo skozi Brdo.": ["Vrtna ulica"],
    "V SREDO, 6. MAJA, BO NA VRTNI ULICI IN V LOGU PREKINJENA DOBAVA VODE.": ["Vrtna ulica", "Log"],
    "Jutri bo toplovod na Cesti maršala Brda zaprt.": ["Cesta maršala Brda"],
}


@pytest.mark.parametrize(("text", "places"), PLACES.items())
def test_places(text, places):
    assert read(text)[0].places == places


REASONS = {
    "Jutri bo zaradi okvare v Logu in na Brdu prekinjena dobava vode.": "okvare",
    "Jutri bo Elektro Dol zaradi obsekovanja drevja izklopil elektriko v Logu.": "obsekovanja drevja",
    "Jutri bo zaradi gradnje krožišča vzpostavljen enosmerni promet na Vrtni ulici.": "gradnje krožišča",
    "Jutri bo v Logu potekala menjava opreme, zato ne bo elektrike.": "menjava opreme",
    "Vrtna ulica bo jutri zaprta (sanacija plazu).": "sanacija plazu",
}


@pytest.mark.parametrize(("text", "reason"), REASONS.items())
def test_reason(text, reason):
    assert read(text)[0].reason == reason


ISSUERS = {
    "Pred začetkom kurilne sezone Toplarna Dol pregleduje postaje. Jutri v Logu toplote ne bo.": "Toplarna Dol",
    "Jutri bo zaprta Vrtna ulica. Delo bo opravila Energetika Dol.": "Energetika Dol",
    "Jutri Komunala Ilovi Log mešane odpadke v Dolu odpelje pozneje.": "Komunala Ilovi Log",
}


@pytest.mark.parametrize(("text", "issuer"), ISSUERS.items())
def test_issuer(text, issuer):
    assert read(text)[0].issuer == issuer


def test_two_notices_in_one_sentence():
    first, second = read("V Logu 6. maja od 8. do 9. ure ne bo vode, Vrtna ulica v Dolu pa bo 7. maja zaprta.")
    assert (first.places, first.action) == (["Log"], "interruption")
    assert (second.places, second.action, spans(second)) == (
        ["Vrtna ulica"],
        "closure",
        [("2026-05-07", "2026-05-07")],
    )


def test_each_sentence_that_says_what_happens_where_and_when_is_a_notice():
    text = "Komunala Dol bo 6. maja zaprla vodo v Logu. Elektro Dol bo 7. maja izklapljal elektriko na Brdu."
    assert [(one.issuer, one.places) for one in read(text)] == [("Komunala Dol", ["Log"]), ("Elektro Dol", ["Brdo"])]


def test_what_was_moved_is_one_notice_at_its_new_time():
    text = (
        "Prekinitev dobave vode v Logu, ki jo je Komunala Dol napovedala za sredo, 6. maja, je prestavljena. "
        "Brez vode bodo uporabniki v Logu v petek, 8. maja."
    )
    [notice] = read(text)
    assert (notice.status, spans(notice)) == ("changed", [("2026-05-08", "2026-05-08")])


WINDOWS = {
    "Vrtna ulica bo s 6. na 7. maj od 21. do 5. ure zaprta.": [
        ("2026-05-06T21:00:00+02:00", "2026-05-07T05:00:00+02:00")
    ],
    "Vrtna ulica bo jutri zaprta od jutra (6.00) do večera (21.00).": [
        ("2026-05-05T06:00:00+02:00", "2026-05-05T21:00:00+02:00")
    ],
    "V sredo, 6. maja, se začenja obnova, zaradi katere bo do petka, 8. maja, zaprta Vrtna ulica.": [
        ("2026-05-06", "2026-05-08")
    ],
}


@pytest.mark.parametrize(("text", "expected"), WINDOWS.items())
def test_windows(text, expected):
    assert spans(read(text)[0]) == expected


TOGETHER = {
    "Brez vode bodo v Logu v sredo, 6. maja 2026, med 7. in 11. uro, v Dolu pa v četrtek, 7. maja 2026, ob 8. uri,"
    " obvešča Komunala Dol.": [("Komunala Dol", ["Log"]), ("Komunala Dol", ["Dol"])],
    "Muzej Dol bo v sredo, 6. maja 2026, zaprt.\n\nBrez vode bodo v četrtek, 7. maja 2026, prebivalci v Logu. Tako"
    " sporoča Vodovod Log.": [("Muzej Dol", ["Muzej Dol"]), ("Vodovod Log", ["Log"])],
}


@pytest.mark.parametrize(("text", "expected"), TOGETHER.items())
def test_no_notice_is_lost_beside_another(text, expected):
    found = read(text)
    assert [(notice.issuer, notice.places) for notice in found] == expected


HOURS = {
    "Elektro Dol obvešča, da bo 6. 5. 2026 od 7.30 do 9.30 odjemalcem v Logu prekinjena dobava elektrike.": 1,
    "Vodovod Dol obvešča, da od 4. do 6. maja 2026 vsak dan med 8. in 12. ter med 13. in 17. uro ne bo vode v Logu.": 6,
    "Vodovod Dol obvešča, da 6. maja 2026 od 7. pa do 9. ure v Logu ne bo vode.": 1,
    "Občina Dol obvešča, da bo Nova ulica zaprta:\n\n– 6. 5. 2026 od 7. do 9. ure,\n\n– 7. 5. 2026 od 7. do 9. ure.": 2,
}


@pytest.mark.parametrize(("text", "number"), HOURS.items())
def test_hours_in_every_notation(text, number):
    [notice] = read(text)
    assert len(notice.windows) == number
    assert all("T" in (window.starts or "") and "T" in (window.ends or "") for window in notice.windows)
