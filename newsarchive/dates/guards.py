"""What looks like a time and is none: street names, laws, prices, scores, people."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from newsarchive.dates.grammar import Atom, Parsed, Phrase
from newsarchive.dates.said import Day
from newsarchive.dates.tokens import CLASSES, OTHER
from newsarchive.dates.words import fold

NAMED_AFTER = re.compile(
    r"(?:cest|ulic|trg|nabrezj|naselj|brigad|divizij|odred|kolonij|drevored|sol|osnovn|dvoran|vrtec|vrtc|stadion|pot|park"
    r"|gibanj|bataljon|os)\w{0,5}"
)
"""Streets, squares and schools that bear a date: "Cesta 4. julija", "Trg 25. maja"."""

NUMBERED = frozenset(
    "st stev stevilka stevilko stevilki clen clena clenu clenom clenov tocka tocke tocki odstavek odstavka tel telefon"
    " gsm fax faks davcna maticna trr iban razlicica verzija zvezek stran strani km lc jp lj par parc parcela poglavje"
    " tabela slika uredba direktiva zakon hisna kategorija razred paragraf kanal model liga rezultat rezultatom izid"
    " izidom vs ddv id emso razmerju razmerjem cl cena cene ceni ceno cenah vstopnina vstopnine vstopnino".split()
)
"""Words before a number that make it a number of something."""

MEASURES = re.compile(
    r"(?:kg|mg|cm|mm|kwh|mw|gb|km|m|g|l|ha)|(?:evr|eur|milijon|milijard|tisoc|odstot|procent|stopinj|kilometr|kilogram|metr|ton|litr|hektar|tock|oseb|ljud"
    r"|prebivalc|odjemalc|obiskovalc|primer|vozil|otrok|uporabnik|gospodinjst|kos|glas"
    r"|dolarj|krat|enot|mest|razred|letnik|clen|odstav|aline|min|sekund|gol|zadetk|tolarj|delavc|strani|izvod)\w{0,5}"
)
"""Words after a number that make it an amount."""

_NOUN_AFTER = re.compile(r"[a-z]+(?:ih|ah|eh|ama|ema|oma|imi|ami)")
_SIGNS_AFTER = frozenset("%€$°‰")


Guard = Callable[[Parsed, int, int], bool]
"""Says of the tokens from a first to a last one whether what stands around them makes them no time."""


def guards(parsed: Parsed, phrase: Phrase) -> tuple[Guard, ...] | None:
    """Choose the guards that an expression of these words needs; None if no surroundings make it a time."""
    inside = parsed.inside(phrase.first, phrase.last)
    if not inside:
        return ()
    if _each(parsed, phrase, inside):
        return None
    alone = inside[0].name if len(inside) == 1 else ""
    if phrase.rule == "period" and alone in _NEVER_ALONE and not _staged(parsed, phrase):
        return () if inside[0].first > phrase.first else _ALONE.get(alone)
    if phrase.rule == "period" and alone in ("month", "period"):
        return (_numbered_month,)
    chosen = [guard for fits, guard in _CHOICE if fits(parsed, phrase, inside)]
    return tuple(chosen)


@lru_cache(maxsize=4096)
def _names_streets(word: str) -> bool:
    folded = fold(word)
    return bool(NAMED_AFTER.fullmatch(folded)) and (word[:1].isupper() or folded.startswith(("ulic", "trg")))


@lru_cache(maxsize=4096)
def _numbers(word: str) -> bool:
    return fold(word) in NUMBERED


@lru_cache(maxsize=4096)
def _measures(word: str) -> bool:
    return (word in _SIGNS_AFTER and bool(word)) or bool(MEASURES.fullmatch(fold(word)))


def word_before(parsed: Parsed, index: int) -> str:
    """Give the word or mark before a token, without spaces and full stops."""
    pieces = parsed.tokens.pieces
    for before in range(index - 1, max(index - 5, -1), -1):
        if pieces[before] not in " .":
            return "" if pieces[before].isspace() else pieces[before]
    return ""


def word_after(parsed: Parsed, index: int) -> str:
    """Give the word or mark after a phrase, without spaces."""
    for piece in parsed.tokens.pieces[index : index + 2]:
        if not piece.isspace():
            return piece
    return ""


def _named(parsed: Parsed, first: int, last: int) -> bool:
    """Tell streets that bear a date: capital, or a word that is never one's way ("trg", "ulica")."""
    return _names_streets(word_before(parsed, first))


def _numbered(parsed: Parsed, first: int, last: int) -> bool:
    """Tell numbers of something else: "št. 5", "člen 3. 4.", "62/16", "1. 2. 3."."""
    pieces = parsed.tokens.pieces
    if first - 3 in parsed.atoms and pieces[first - 3].isdigit() and pieces[first - 2 : first] == [".", " "]:
        return True
    if first and pieces[first - 1] in _JOINTS:
        return pieces[first - 1] in "/#§+_" or (first > 1 and pieces[first - 2][-1].isdigit())
    return _numbers(word_before(parsed, first))


def _measured(parsed: Parsed, first: int, last: int) -> bool:
    """Tell amounts: "od 7.50 do 9.90 evra"."""
    after = word_after(parsed, last)
    if parsed.tokens.pieces[last : last + 1] == ["/"]:
        return True
    if after in ("do", "in") and word_after(parsed, last + 2).isdigit():
        return last + 3 not in parsed.atoms
    return _measures(after)


def _another_day(parsed: Parsed, first: int, last: int) -> bool:
    """Tell "naslednji dan ob 8. uri": which day that is, is told by what came before."""
    signs = parsed.signs[max(0, first - 4) : first]
    turned = CLASSES["next"] + CLASSES["previous"]
    return len(signs) == 4 and signs[2] in CLASSES["day_noun"] and signs[0] in turned


def _mid_line(parsed: Parsed, first: int, last: int) -> bool:
    """Take a bare 19.30 as a time only where a line begins, or behind what announces one: "Začetek: 19.30"."""
    before = [piece for piece in parsed.tokens.pieces[max(0, first - 4) : first] if piece != " "]
    announced = before[-1:] == [":"] and fold(before[-2] if len(before) > 1 else "") in _ANNOUNCES
    return first > 0 and not announced and "\n" not in parsed.tokens.pieces[first - 1]


def _not_in(parsed: Parsed, first: int, last: int) -> bool:
    return fold(word_before(parsed, first)) != "v"


def _not_in_month(parsed: Parsed, first: int, last: int) -> bool:
    return fold(word_before(parsed, first)) not in ("v", "po", "pred", "z", "s", "proti", "k")


def _numbered_month(parsed: Parsed, first: int, last: int) -> bool:
    """Tell "32. januarja": no such day, and so no month either."""
    return word_before(parsed, first).isdigit()


def _no_weekend(parsed: Parsed, first: int, last: int) -> bool:
    return fold(word_before(parsed, first)) not in ("cez", "med", "za", "v", "ob", "skozi")


def _place(parsed: Parsed, first: int, last: int) -> bool:
    """Murska Sobota and Velika Nedelja are towns."""
    before = fold(word_before(parsed, first))
    return parsed.tokens.pieces[first][0].isupper() and before.startswith(("mursk", "velik", "sv", "nov"))


def _surname(parsed: Parsed, first: int, last: int) -> bool:
    """Marjan Petek and Mala Nedelja are names: a word with a capital letter stands directly before."""
    pieces, signs = parsed.tokens.pieces, parsed.tokens.signs
    if first < 2 or not pieces[first].istitle() or pieces[first - 1] != " ":
        return False
    return pieces[first - 2].istitle() and signs[first - 2] == OTHER


def _counted(parsed: Parsed, first: int, last: int) -> bool:
    """Tell "ob treh otrocih", "v 2000 primerih": a noun in the plural follows."""
    after = word_after(parsed, last)
    return after.islower() and bool(_NOUN_AFTER.fullmatch(fold(after)))


def _things(parsed: Parsed, first: int, last: int) -> bool:
    """Tell "od sedmih čudes": any longer word follows that is no verb or small word."""
    after = fold(word_after(parsed, last))
    return len(after) > 3 and after.islower() and after not in _AFTER_HOUR


_AFTER_HOUR = frozenset("bodo bomo bosta bila bilo bili pred pred tudi vendar zacne zacnejo zacela".split())
_ANNOUNCES = frozenset("ura cas zacetek pricetek konec odhod prihod zbor termin kdaj start odprtje".split())
_JOINTS = frozenset(".,/-+:#§_")
_NEVER_ALONE = frozenset({"unit", "named", "season", "weekend", "month_in", "bare"})
_ALONE: dict[str, tuple[Guard, ...]] = {
    "weekend": (_no_weekend,), "month_in": (_not_in_month,), "bare": (_not_in, _counted, _numbered, _measured),
}  # fmt: skip
"""What these need around them when they stand alone; "leta", "maj" and "jesen" alone are never times."""

Inside = list[Atom]


def _each(parsed: Parsed, phrase: Phrase, inside: Inside) -> bool:
    """Tell "po 3 ure": three hours each; the clock has "po 3. uri"."""
    pieces = parsed.tokens.pieces
    return inside[0].name == "hn" and fold(pieces[phrase.first]) == "po" and fold(pieces[phrase.last - 1]) == "ure"


def _staged(parsed: Parsed, phrase: Phrase) -> bool:
    return any(sign in CLASSES["stage"] for sign in parsed.signs[phrase.first : phrase.last])


def _starts_with_number(parsed: Parsed, phrase: Phrase, inside: Inside) -> bool:
    return parsed.tokens.pieces[phrase.first][0].isdigit()


def _ends_with_number(parsed: Parsed, phrase: Phrase, inside: Inside) -> bool:
    return not parsed.tokens.pieces[phrase.last - 1][-1].isalpha()


def _may_name_street(parsed: Parsed, phrase: Phrase, inside: Inside) -> bool:
    """No street bears the day of one year."""
    first = inside[0]
    yearly = not (isinstance(first.said, Day) and first.said.year)
    named = first.name in ("date", "ord", "wd", "holiday")
    return phrase.rule == "days" and first.first == phrase.first and named and yearly


def _may_be_town(parsed: Parsed, phrase: Phrase, inside: Inside) -> bool:
    return inside[0].name == "wd" and inside[0].first == phrase.first


def _only_weekday(parsed: Parsed, phrase: Phrase, inside: Inside) -> bool:
    return [(atom.name, atom.first, atom.last) for atom in inside] == [("wd", phrase.first, phrase.last)]


def _only_hours(parsed: Parsed, phrase: Phrase, inside: Inside) -> bool:
    return phrase.rule == "hours"


def _bare_clock(parsed: Parsed, phrase: Phrase, inside: Inside) -> bool:
    return phrase.rule == "hours" and [atom.name for atom in inside] == ["hm"] and inside[0].first == phrase.first


def _ends_weakly(parsed: Parsed, phrase: Phrase, inside: Inside) -> bool:
    return inside[-1].name == "bare" and inside[-1].last == phrase.last


def _ends_in_hour_word(parsed: Parsed, phrase: Phrase, inside: Inside) -> bool:
    return inside[-1].name == "hw" and inside[-1].last == phrase.last


_CHOICE: list[tuple[Callable[[Parsed, Phrase, Inside], bool], Guard]] = [
    (_starts_with_number, _numbered),
    (_ends_with_number, _measured),
    (_may_name_street, _named),
    (_may_be_town, _place),
    (_only_weekday, _surname),
    (_only_hours, _numbered),
    (_only_hours, _another_day),
    (_bare_clock, _mid_line),
    (_ends_weakly, _counted),
    (_ends_in_hour_word, _things),
]
