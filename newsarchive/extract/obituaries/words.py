"""The language of obituaries: what their words look like, by what each tells. Fragments are put together elsewhere."""

from __future__ import annotations

import re

CAPITAL = "[A-ZÀ-ÖØ-ÞČĆĐŠŽŐŰŁŚŹŻ]"
LETTER = r"[^\W\d_]"
CAPITALIZED = rf"{CAPITAL}(?:{LETTER}+|['’]{CAPITAL}{LETTER}+)(?:['’-]{LETTER}+)*"
"""A word with a capital at its beginning, or all in capitals; "Kos-Zidar" is one."""

PARTICLES = "von|van|der|den|de|di|da|del|della|la|le|bin|ben|al|el|zu|dos"
"""Small words inside family names."""
TITLES = frozenset(
    "zasl zaslužni zaslužna akademik ing mgr deklica deček častni poveljnik predsednik predsednica učitelj učiteljica gasilec"
    " nekdanji nekdanja dolgoletni dolgoletna ga g gospa gospod gospodična gdč dr mag prof doc akad inž dipl univ red izr msgr p pater brat sestra župnik"
    " duhovnik mama oče ata ati mati babica dedek dedi stari teta stric tašča tast žena mož sin hči draga dragi naša"
    " naš moja moj pokojna pokojni rajna rajni ljuba ljubi predraga predragi spoštovana spoštovani častni častna občan"
    " občanka upokojeni upokojena zlatomašnik biseromašnik dekan kaplan kanonik škof nadškof".split()
)
"""Words before a name that are no part of it, in lower case and without their full stop."""
NO_NAMES = frozenset(
    "iz s z v na in ter ob pri od do za po o k h med pred nad pod brez kot roj rojena rojen rojeni por star stara stari"
    " osmrtnica osmrtnice osmrtnici slovo spomin spominu zahvala memoriam umrl umrla umrli pogreb žalujoči vsi".split()
)
"""Words at which a name ends where all is printed in capitals."""
BODIES = frozenset(
    "upravna enota občina občine mestna mestne krajevna krajevne društvo društva prostovoljno prostovoljnega gasilsko gasilskega"
    " župnija župnije osnovna osnovne srednja srednje šola šole dom zveza zveze klub družina uprava območna območno"
    " združenje radio komunala komunalno pogrebna pogrebne pogrebni služba zavod podjetje republika slovenija slovenije"
    " univerza fakulteta zbor svet krajani sodelavci sodelavke kolektiv planinsko turistično kulturno športno lovska"
    " novice časopis portal uredništvo umrli pokojni poslovili osmrtnice obvestilo".split()
)
"""Words that tell that a run of capitalized words is no person."""
SURNAME_ENDINGS = ("ič", "šek", "nik", "ec", "čar", "šar", "man", "ovšek", "avec")
"""How family names end and first names do not."""

_MONTHS = "januar|februar|marec|marc|april|maj|junij|julij|avgust|septemb|oktob|novemb|decemb"
DATE = rf"(?:(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.|(?:{_MONTHS})\w{{0,3}})\s?)?(?:leta\s+)?\d{{4}})"
"""A day or a year that needs no publication date."""

TITLE_PREFIX = re.compile(
    r"^\W*(?:(?:osmrtnic[aei]|v\s+(?:slovo|spomin)|in\s+memoriam|zahval[ae]|spomin|slovo|žalostna\s+vest|(?:sporočilo|obvestilo)"
    r"\s+o\s+smrti)\s*[:–—-]?\s*)+",
    re.I,
)
"""What a title says before the name, besides a verb."""
TITLE_VERB = re.compile(
    r"^\W*(?:(?:nas|me)\s+(?:je|sta|so)\s+)?(?:za\s+vedno\s+)?(?:umrl|zapustil|poslovil|premin[iu]l|odš[el]l|zaspal|ugasnil)[aio]?"
    r"(?:\s+(?:nas|me|se|je|sta|so))*\s*[:–—-]?\s*",
    re.I,
)
DECLINES = re.compile(
    r"^\W*(?:(?:zahval\w+|spomin|(?:zadnje\s+)?slovo|v\s+spomin|v\s+slovo|žalna\s+\w+|poslavljamo\s+se|poslovili\s+smo\s+se)\s+(?:ob\s+\w+|na|za|od|po)|za|ob\s+\w+|s\s+smrtjo)\s",
    re.I,
)
"""How a title begins that prints the name in another case than the nominative."""
DEATH = re.compile(
    r"\b(?:zapustil|umrl|premin[iu]l|zaspal|odšl|odšel|ugasnil|omahnil|dotrpel|izdihnil|preselil|odplul|odletel|obležal|podlegel|podlegl|usahnil"
    r"|izgubili\s+smo|smo\s+izgubili|poklical|zatisnil|iztrgal|odvzel|utonil|odpotoval|odjadral)[aioe]?\b"
    r"|\bse\s+(?:je|sta|so)\b[^!?\n]{0,60}\b(?:od\s+nas|za\s+vedno)\b[^!?\n]{0,20}\bposlovil[aio]?\b"
    r"|\bposlovil[aio]?\s+(?:se\s+(?:je|so)|sta\s+se|so\s+se)\b|\bse\s+(?:je|sta|so)\s+poslovil[aio]?\b"
    r"|\b(?:sklenil|končal|zaključil|izgubil|zaprl)[aioe]?\b.{0,40}\b(?:življenj|pot\b|boj\b|bitk|oči\b)"
    r"|\b(?:življenj\w*|pot|boj)\b.{0,60}\b(?:sklenil|končal|zaključil|izgubil)[aioe]?\b|†|\bsmrt\s+(?:je\s+)?(?:iztrgala|vzela)"
    r"|\bsmrtj?[oi]?\b|\b(?:ustavil|prenehal|nehal|zastal|omagal)[ao]?\b.{0,50}\bsrce\b|\bsrce\b.{0,50}\b(?:ustavil|prenehal|nehal|zastal|omagal)[ao]?\b"
    r"|\bbolezen\b.{0,30}\bvzela\b|\bvzela\b.{0,30}\bbolezen\b",
    re.I,
)
"""What tells that a sentence speaks of the death."""
SEVERAL = re.compile(r"\b(?:sta|so)\b")
"""Verbs of two persons or more."""
OBLIQUE = re.compile(
    r"(?:^|\W)(?:iz|s|z|v|na|pri|od|do|za|ob|po|o|k|h|med|pred|nad|pod|brez|župnika?|občine)\s*$", re.I
)
"""What stands before a name that is not the subject."""
MINEVA = re.compile(r"\bmin(?:eva(?:ta|jo)?|il[aioe]?|ul[aioe]?|e(?:ta|jo)?)\b|\bobletnic", re.I)
"""An anniversary: the days it names are not those of the death, unless they follow "odkar"."""
ODKAR = re.compile(r"\bod(?:kar|\s+tega,\s+ko)\b|\bko\s+(?:nas|me|se|je|si)\b", re.I)

MAIDEN = re.compile(
    rf"(?i:roj\.|r\.|rojen(?:[aieo]|ega|emu)?|dekliški\s+priimek|dekliško|z\s+dekliškim\s+priimkom|dekl\.)\s*:?\s*(?P<maiden_name>{CAPITALIZED}(?:[ ]{CAPITALIZED})?)"
)
HOUSE = re.compile(
    r"(?:p\.\s*d\.|po\s+domače)\s*:?\s*[^,;()\n]{1,60}?(?=\s+(?:iz|s|z|star|roj|v\s+\d|stanuj)\w*\.?\s|[,;()\n.]|$)"
)
"""The name of the house, which has no field: it is passed over."""
JUNIOR = re.compile(r"(?:ml|st|mlajš[ia]|starejš[ia])\b\.?")
BORN = re.compile(
    rf"(?i:\*|roj\.|rojen(?:[aieo]|ega)?|rodil[ai]?\s+se|datum\s+rojstva)\s*:?\s*(?:(?:je|bil[ai]?|dne|v)\s+)*(?P<born>(?i:{DATE}))"
)
DIED = re.compile(
    rf"(?:†|✝|\+|umrl[ai]?|preminil[ai]?|preminul[ai]?|u\.|datum\s+smrti)\s*:?\s*(?:(?:je|dne)\s+)*(?P<died>{DATE})",
    re.I,
)
PAIR = re.compile(rf"(?:\*\s*)?(?P<born>{DATE})\s*[–—-]\s*(?:†\s*)?(?P<died>{DATE})(?!\d)")
BRACKETED = re.compile(rf"(?<=\()\s*(?:\*\s*)?(?P<born>{DATE})\s*(?=\))")
ENTRY = re.compile(r"(?P<bare>\d{2,3})\s+let\b")
"""An age in a list: "Ana Primer, 84 let, Podgaj"."""
BARE = re.compile(r"(?<=\()(?P<bare>\d{1,3})(?=\))")
"""An age in brackets: "Ana Primer (84)"."""
YEAR = re.compile(r"(?P<born>1[89]\d\d|20\d\d)(?=[ \t]*(?:,|\n|$))")
"""A year of birth in a list: "Ana Primer, 1940, Podgaj"."""

MOURNERS = re.compile(
    r"(?:^|(?<=[\n.!?]))[ \t]*"
    r"(?:žalujoči(?:\s+ostali)?|(?:za\s+nj(?:o|im|ima)\s+)?žaluje(?:jo|ta)?|v\s+(?:globoki\s+)?žalosti)"
    r"\s*:?\s*(?P<who>\S(?:[^\n]|\n(?!\s))*)",
    re.I | re.M,
)
"""The line of the mourners, to the end of its paragraph."""
SIGNED = re.compile(
    r"^[ \t]*(?:(?P<all>(?:vsi|vse)\s+(?:\w+\s+)?(?:njegovi|njeni|njuni|njihovi|tvoji|vajini|naši)[^\n]{0,100})"
    r"|(?:tvoji|njegovi|njeni|njuni|vajini|njihovi)(?:\s+(?:najdražji|domači))?\s*:\s*(?P<who>[^\n]+))$",
    re.I | re.M,
)
"""A signature below the text that names those who mourn."""

ABBREVIATIONS = frozenset(
    "roj sv dr mag prof ul ml st p d g ga gen inž dipl univ doc akad red por msgr npr oz itd tel št".split()
)
"""A full stop after one of these ends no sentence."""
_JOINT = re.compile(r"[\s)]*(?:,|&|\b(?:in|ter)\b)\s*(?:\b(?:in|ter)\b\s*)?(?=[A-ZČŠŽĆĐ]|\d{1,3}-letn)")


def joins(text: str, start: int) -> int | None:
    """Give the place behind "in" or a comma before another capitalized word; None where the list ends."""
    joint = _JOINT.match(text, start)
    return joint.end() if joint else None
