"""What looks like a time and is none: street names, laws, prices, scores, people."""

from __future__ import annotations

import re

from newsarchive.dates.grammar import Parsed, Phrase
from newsarchive.dates.tokens import CLASSES
from newsarchive.dates.words import fold

NAMED_AFTER = re.compile(
    r"(?:cest|ulic|trg|nabrezj|naselj|brigad|divizij|odred|kolonij|drevored|sol|osnovn|dvoran|vrtec|vrtc|stadion|pot|park"
    r"|gibanj|bataljon)\w{0,5}"
)
"""Streets, squares and schools that bear a date: "Cesta 4. julija", "Trg 25. maja"."""

NUMBERED = frozenset(
    "st stev stevilka stevilko stevilki clen clena clenu clenom clenov tocka tocke tocki odstavek odstavka tel telefon"
    " gsm fax faks davcna maticna trr iban razlicica verzija zvezek stran strani km lc jp lj par parc parcela poglavje"
    " tabela slika uredba direktiva zakon hisna kategorija razred paragraf kanal model liga rezultat rezultatom izid"
    " izidom vs razmerju razmerjem".split()
)
"""Words before a number that make it a number of something."""

MEASURES = re.compile(
    r"(?:evr|eur|milijon|milijard|tisoc|odstot|procent|stopinj|kilometr|kilogram|metr|ton|litr|hektar|tock|oseb|ljud"
    r"|prebivalc|odjemalc|obiskovalc|primer|vozil|otrok|uporabnik|gospodinjst|kos|glas|kg|mg|cm|mm|kwh|mw|gb|km|m|g|l|ha"
    r"|dolarj|krat|enot|mest|razred|letnik|min|sekund|gol|zadetk|tolarj|delavc|strani|izvod)\w{0,5}"
)
"""Words after a number that make it an amount."""

_NOUN_AFTER = re.compile(r"[a-z]+(?:ih|ah|eh|ama|ema|oma|imi|ami)")
_SIGNS_AFTER = frozenset("%€$°‰:/")
_ALONE_NEVER = {"unit", "named", "season", "weekend", "month_in", "span"}


def refused(parsed: Parsed, phrase: Phrase) -> bool:
    """Say whether what stands before, after or in a phrase makes it no time."""
    return any(guard(parsed, phrase) for guard in (_named, _numbered, _measured, _weak_alone, _place, _counted_things))


def word_before(parsed: Parsed, index: int) -> str:
    """Give the word or mark before a token, without spaces and full stops."""
    for piece in reversed(parsed.tokens.pieces[max(0, index - 4) : index]):
        if not piece.isspace() and piece != ".":
            return piece
    return ""


def word_after(parsed: Parsed, index: int) -> str:
    """Give the word or mark after a phrase, without spaces."""
    for piece in parsed.tokens.pieces[index : index + 2]:
        if not piece.isspace():
            return piece
    return ""


def _named(parsed: Parsed, phrase: Phrase) -> bool:
    """A street bears the date: capital, or a word that is never one's way ("trg", "ulica")."""
    if phrase.rule not in ("days", "stretch") or phrase.parts.get("hours"):
        return False
    before = word_before(parsed, phrase.first)
    folded = fold(before)
    known = bool(NAMED_AFTER.fullmatch(folded)) and (before[:1].isupper() or folded.startswith(("ulic", "trg")))
    first = parsed.atoms.get(phrase.first)
    return known and first is not None and first.name in ("date", "ord", "wd", "holiday")


def _numbered(parsed: Parsed, phrase: Phrase) -> bool:
    piece = parsed.tokens.pieces[phrase.first]
    if not piece[:1].isdigit():
        return False
    index = phrase.first
    if index and (parsed.tokens.pieces[index - 1][-1] in ".,/-+:" and index > 1 and parsed.tokens.pieces[index - 2].isdigit()):
        return True
    if index and parsed.tokens.pieces[index - 1] in ("/", "#", "§", "+", "_"):
        return True
    return fold(word_before(parsed, index)) in NUMBERED


def _measured(parsed: Parsed, phrase: Phrase) -> bool:
    """An amount follows: "od 7.50 do 9.90 evra"."""
    if parsed.tokens.pieces[phrase.last - 1][-1:].isalpha():
        return False
    after = word_after(parsed, phrase.last)
    return after in _SIGNS_AFTER and bool(after) or bool(MEASURES.fullmatch(fold(after)))


def _weak_alone(parsed: Parsed, phrase: Phrase) -> bool:
    """A bare 19.30 is a time only where a line begins; "leta" and "maj" alone are none."""
    atoms = parsed.inside(phrase.first, phrase.last)
    if phrase.rule == "hours" and [atom.name for atom in atoms] == ["hm"] and atoms[0].first == phrase.first:
        return not _begins_line(parsed, phrase.first)
    if phrase.rule == "period":
        return _period_alone(parsed, phrase)
    return phrase.rule == "days" and len(atoms) == 1 and atoms[0].name == "holiday" and _bare_holiday(parsed, phrase)


def _begins_line(parsed: Parsed, index: int) -> bool:
    return index == 0 or "\n" in parsed.tokens.pieces[index - 1]


def _bare_holiday(parsed: Parsed, phrase: Phrase) -> bool:
    return not word_before(parsed, phrase.first) and False


def _period_alone(parsed: Parsed, phrase: Phrase) -> bool:
    atoms = parsed.inside(phrase.first, phrase.last)
    if len(atoms) != 1 or atoms[0].name not in _ALONE_NEVER | {"bare"}:
        return False
    signs = parsed.signs[phrase.first : atoms[0].first].strip()
    if atoms[0].name == "span":
        return False
    if any(sign in CLASSES["stage"] for sign in signs):
        return False
    before = fold(word_before(parsed, atoms[0].first))
    if atoms[0].name == "month_in":
        return before not in ("v", "po", "pred", "z", "s", "proti", "k")
    if atoms[0].name == "weekend":
        return before not in ("cez", "med", "za", "v", "ob", "skozi")
    return atoms[0].name != "bare" or before != "v"


def _place(parsed: Parsed, phrase: Phrase) -> bool:
    """Murska Sobota and Velika Nedelja are towns."""
    atom = parsed.atoms.get(phrase.first)
    if atom is None or atom.name != "wd" or not parsed.tokens.pieces[phrase.first][0].isupper():
        return False
    return fold(word_before(parsed, phrase.first)).startswith(("mursk", "velik", "sv", "nov"))


def _counted_things(parsed: Parsed, phrase: Phrase) -> bool:
    """ "ob treh otrocih", "v 2000 primerih": a noun in the plural follows."""
    last = [atom for atom in parsed.inside(phrase.first, phrase.last)][-1:]
    if not last or last[0].name not in ("hw", "bare") or last[0].last != phrase.last:
        return False
    after = word_after(parsed, phrase.last)
    return after.islower() and bool(_NOUN_AFTER.fullmatch(fold(after)))
