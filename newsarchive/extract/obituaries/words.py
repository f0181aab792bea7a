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
    "prim primarij br zasl zaslužni zaslužna akademik ing mgr deklica deček častni poveljnik predsednik"
    " predsednica učitelj učiteljica gasilec nekdanji nekdanja dolgoletni dolgoletna ga g gospa gospod"
    " gospodična gdč dr mag prof doc akad inž dipl univ red izr msgr p pater brat sestra župnik duhovnik mama"
    " oče ata ati mati babica dedek dedi stari teta stric tašča tast žena mož sin hči draga dragi naša naš moja"
    " moj pokojna pokojni rajna rajni ljuba ljubi predraga predragi spoštovana spoštovani nepozabni nepozabna zlati"
    " edini edina ljubljeni ljubljena cenjeni cenjena mili častna občan občanka"
    " upokojeni upokojena zlatomašnik biseromašnik dekan kaplan kanonik škof nadškof brata bratje"
    " sestri sestre zakonca oba obe njegov njegova njegovi njen njena njeni".split()
)
"""Words before a name that are no part of it, in lower case and without their full stop."""
NO_NAMES = frozenset(
    "iz s z v na in ter ob pri od do za po o k h med pred nad pod brez kot roj rojena rojen rojeni por star stara stari"
    " osmrtnica osmrtnice osmrtnici slovo spomin spominu zahvala memoriam umrl umrla umrli pogreb žalujoči vsi".split()
)
"""Words at which a name ends where all is printed in capitals."""
BODIES = frozenset(
    "pgd pd zb upravna enota občina občine mestna mestne krajevna krajevne društvo društva prostovoljno"
    " prostovoljnega gasilsko gasilskega župnija župnije osnovna osnovne srednja srednje šola šole dom zveza"
    " zveze klub družina uprava območna območno združenje radio komunala komunalno pogrebna pogrebne pogrebni"
    " služba zavod podjetje republika slovenija slovenije univerza fakulteta zbor svet krajani sodelavci"
    " sodelavke kolektiv planinsko turistično kulturno športno lovska novice časopis portal uredništvo umrli"
    " pokojni poslovili osmrtnice obvestilo".split()
)
"""Words that tell that a run of capitalized words is no person."""
SURNAME_ENDINGS = ("ič", "šek", "nik", "ec", "čar", "šar", "man", "ovšek", "avec")
"""How family names end and first names do not."""

_MONTHS = "januar|februar|marec|marc|april|maj|junij|julij|avgust|septemb|oktob|novemb|decemb"
_DAY = rf"\d{{1,2}}\.\s?(?:\d{{1,2}}\.|[IVX]{{1,4}}\.|(?:{_MONTHS})\w{{0,3}})\s?"
DATE = rf"(?:(?:{_DAY})?(?:leta\s+)?(?:1[5-9]|20)\d\d(?!\d))"
"""A day or a year that needs no publication date."""

TITLE_PREFIX = re.compile(
    r"^\W*(?:(?:osmrtnic[aei]|v\s+(?:slovo|spomin)|in\s+memoriam|nekrolog|(?:poslednje|zadnje)\s+slovo|zahval[ae]|spomin|slovo|žalostna\s+vest|(?:sporočilo|obvestilo)"
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
    r"^\W*(?:(?:zahval\w+|spomin|(?:zadnje\s+)?slovo|v\s+spomin|v\s+slovo|žalna\s+\w+|poslavljamo\s+se|poslovili\s+smo\s+se)\s+(?:ob\s+\w+|na|za|od|po)|za(?!\s+(?:vedno|vselej|zmeraj|večno))|ob\s+\w+|s\s+smrtjo)\s",
    re.I,
)
"""How a title begins that prints the name in another case than the nominative."""
DEATH = re.compile(
    r"\b(?:zapustil|umrl|premin[iu]l|zaspal|odšl|odšel|ugasnil|omahnil|dotrpel|izdihnil|preselil|odplul|odletel|obležal|podlegel|podlegl|usahnil"
    r"|izgubili\s+smo|smo\b.{0,40}\bizgubili|poklical|zatisnil|iztrgal|odvzel|utonil|odpotoval|odjadral"
    r"|ponesrečil|sledil(?!o)|kolabiral|usnil|končan)[aioe]?\b|\bni\s+(?:bilo\s+)?več\b|\bvečn\w+\s+plačil|\bslovo\s+(?:temu\s+)?svetu\b|\bločila?\b|\biztekl[aoi]?\b"
    r"|\bse\s+(?:je|sta|so)\b[^!?\n]{0,60}\b(?:od\s+nas|za\s+vedno)\b[^!?\n]{0,20}\bposlovil[aio]?\b"
    r"|\bse\s+(?:je|sta|so)\b[^!?\n]{0,80}\bposlovil[aio]?\s*$"
    r"|\bposlovil[aio]?\s+(?:se\s+(?:je|so)|sta\s+se|so\s+se)\b|\bse\s+(?:je|sta|so)\s+poslovil[aio]?\b"
    r"|\b(?:sklenil|končal|zaključil|izgubil|zaprl|odložil)[aioe]?\b.{0,40}\b(?:življenj|pot\b|boj\b|bitk|oči\b|tekmo\b|romanje|breme)"
    r"|\b(?:življenj\w*|pot|boj)\b.{0,60}\b(?:sklenil|končal|zaključil|izgubil)[aioe]?\b|†|\bsmrt\s+(?:je\s+)?(?:iztrgala|vzela)"
    r"|\bsmrtj?[oi]?\b|\bprenehal[ao]?\s+(?:dihati|biti|utripati)\b|\b(?:ustavil|prenehal|nehal|zastal|omagal|obnemel|izdal)[aoi]?\b.{0,50}\bsrc[ei]\b|\bsrc[ei]\b.{0,50}\b(?:ustavil|prenehal|nehal|zastal|omagal|obnemel|izdal)[ao]?\b"
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
    rf"(?i:roj\.|r\.|rojen(?:[aieo]|ega|emu)?|dekliški\s+priimek|(?:po\s+)?dekliško|z\s+dekliškim\s+priimkom|dekl\.|geb\.)\s*:?\s*"
    rf"(?P<maiden_name>{CAPITALIZED}(?:[ ]{CAPITALIZED})?)"
)
HOUSE = re.compile(
    rf"(?<=, )(?:{CAPITALIZED}[ ]?){{1,2}}(?=[ ](?:iz|s|z)[ ]{CAPITAL})"
    rf"|(?<=, ){CAPITALIZED}(?:ov|ev|in|ova|eva|ina|ove|eve|ski|ska)[ ]{CAPITALIZED}(?=,)"
    r"|(?:p\.\s*d\.|po\s+domače)\s*:?\s*[^,;()\n]{1,60}?(?=\s+(?:iz|s|z|star|roj|v\s+\d|stanuj)\w*\.?\s|[,;()\n.]|$)"
)
"""The name of the house, which has no field: it is passed over."""
HOUSE_NAME = re.compile(
    rf"(?P<house>{CAPITAL}{LETTER}+(?:[oe]v|in)(?:[aei]|ega)?|{CAPITAL}{LETTER}+sk[iae])[ ]"
    rf"(?:{CAPITALIZED}|(?:mama|mame|oče|očeta|ata|ati|mati|matere|teta|tete|stric|strica|stara\s+mama|stari\s+oče)\b)"
    r"(?=[ \t]*(?:\n|,|$|[ ](?:iz|s|z)[ ]))"
)
"""The name of a house and a first name, on a line of their own: "Kovačeva Micka", "Mlinarjeva mama"."""
JUNIOR = re.compile(rf"(?:ml|st|mlajš[ia]|starejš[ia])\b\.?|(?<=[–-][ ]){CAPITALIZED}(?=[ \t]*(?:,|\n|$))")
"""What tells one of a name from another: "ml.", or what somebody was called ("ANA ZGLED - ANICA")."""
BORN = re.compile(
    rf"(?i:\*|roj\.|nar\.|rojen(?:[aieo]|ega)?|rodil[ai]?\s+se|rojstvo|letnik|(?:datum|dan|leto)\s+rojstva)\s*:?\s*(?:(?:je|bil[ai]?|dne|v|leta)\s+)*"
    rf"(?P<born>(?i:{DATE}))(?:[ ](?:v|na)[ ](?:{CAPITALIZED}[ ]?)+)?"
)
BORN_AT = re.compile(
    rf"(?i:rojen[ai]?|(?:datum|dan)\s+rojstva|rojstvo)\s*:\s*(?P<born>(?i:{DATE}))"
    rf",?[ ](?:(?:v|na)[ ])?{CAPITALIZED}(?:[ ]\w+)*(?=[ \t]*(?:\n|$))"
)
"""A label of birth with the place."""
DIED = re.compile(
    rf"(?:†|✝|\+|umrl(?:[ai]|ega)?|preminil[ai]?|preminul[ai]?|u\.|smrt|(?:datum|dan)\s+smrti)\s*:?\s*(?:(?:je|dne|leta)\s+)*(?P<died>{DATE})",
    re.I,
)
_AT = rf"{CAPITALIZED}(?:[ ](?:{CAPITALIZED}|[a-z]{{1,4}})){{0,3}}"
PAIR = re.compile(
    rf"(?:\*\s*)?(?:{_AT},\s)?(?P<born>{DATE})(?:,\s{_AT})?\s*(?:[–—-]|(?=[†✝+]))\s*(?:[†✝+]\s*)?(?:{_AT},\s)?(?P<died>{DATE})(?!\d)"
)
BRACKETED = re.compile(rf"(?<=\()\s*(?:\*\s*)?(?P<born>{DATE})\s*(?=\))")
DEGREE = re.compile(r"(?:dr\.\s*med|univ\.\s*dipl\.|dipl\.|prof\.|spec\.|mag\.\s+\w|ing\.)[^,;()\n]{0,40}")
"""A degree behind a name, which is passed over."""
ENTRY = re.compile(r"(?P<bare>\d{2,3})\s+let\b")
"""An age in a list: "Ana Primer, 84 let, Podgaj"."""
BARE = re.compile(r"(?<=\()(?P<bare>\d{1,3})(?=\))|(?<=, )(?P<aged>\d{1,3})(?=,)")
"""An age in brackets or between commas: "Ana Primer (84)"."""
APPOSITION = re.compile(
    r",\s+(?P<who>(?!(?:in|ter|ki|ko|kjer|da|je|nato|od|pogreb\w*|roj\w*|star\w*)\b)[a-zčšž\d][^,;()\n.]{2,70})(?=,|\s\(|\n|\.)"
)
"""What somebody was, between commas behind the name."""
LINED = re.compile(r"[\s)]*\n\s*(?P<who>[a-zčšž][^\n;()]{2,70}?)(?=[ \t]*[.,;]?[ \t]*(?:\n|$))")
"""The same on a line of its own."""
YEAR = re.compile(r"(?P<born>1[89]\d\d|20\d\d)(?=[ \t]*(?:,|\n|$))")
"""A year of birth in a list: "Ana Primer, 1940, Podgaj"."""

ABBREVIATIONS = frozenset(
    "roj sv bl dr mag prof ul ml st p d g ga gen inž dipl univ doc akad red por msgr npr oz itd tel št".split()
)
"""A full stop after one of these ends no sentence."""
_JOINT = re.compile(
    r"[\s)]*(?:[,;]|&|\b(?:in|ter)\b)\s*(?:\b(?:in|ter)\b\s*)?(?=[A-ZČŠŽĆĐ]|(?:(?:njegov|njen)[aio]?\s+)?\d{1,3}-letn)"
)


def joins(text: str, start: int) -> int | None:
    """Give the place behind "in" or a comma before another capitalized word; None where the list ends."""
    joint = _JOINT.match(text, start)
    return joint.end() if joint else None
