"""The language of those who mourn: what they are called, and how their line begins."""

from __future__ import annotations

import re

from newsarchive.extract.obituaries.words import CAPITALIZED

_OUR = "njegovi|njeni|njuni|njihovi|tvoji|vajini|naši"
SIGNED = re.compile(
    rf"^[ \t]*(?:(?:(?:vsi|vse)\s+(?:\w+\s+)?(?:{_OUR})|vsi,\s+ki\s+[^\n:]{{3,60}})\s*:\s*(?P<named>[^\n]+)"
    rf"|(?P<all>(?:vsi|vse)\s+(?:\w+\s+)?(?:{_OUR})[^\n]{{0,100}}"
    rf"|vsi,\s+ki\s+[^\n]{{3,80}}|(?:{_OUR})\s+(?:najdražji|domači))"
    rf"|(?:tvoje|{_OUR})(?:\s+(?:najdražji|domači|smo))?\s*:\s*(?P<who>[^\n]+))$"
    rf"|(?<=[.!?])[ ](?P<last>vs[ie]\s+(?:{_OUR}))\.?$",
    re.I | re.M,
)
"""A signature below the text that names those who mourn."""
_KIN = (
    "mož žena sin sinova sinovi hči hčerka hčeri hčerki hčere hčerke otroci otroka brat brata bratje sestra"
    " sestri sestre mama oče ata starša starši vnuk vnuka vnuki vnukinja vnukinje partner partnerka nečak nečaki"
    " nečakinja nečakinje snaha zet zeta tašča tast babica dedek vdova vdovec družina družini svojci sorodniki"
    " mami mamica mamo ati atek oči očka babi dedi omi opi bratec sestrica sinček hčerkica botra boter svak svakinja"
    " svaki svakinje bratranec bratranci sestrična sestrične pravnuk pravnuki pravnuka pravnukinja pravnukinje vnučki"
    " vnučka vnučke prababica pradedek stric teta zaročenec zaročenka snahi snahe zetje vnukinji nečakinji nečaka"
).split()
MOURNERS = re.compile(
    r"(?:^|(?<=[\n.!?]))[ \t]*"
    r"(?:žalujoč[iae](?:\s+ostali(?=\s*:))?|ožalošćeni|(?:za\s+(?:nj(?:o|im|ima)|teboj|tabo)\s+)?žaluje(?:jo|ta|mo)?|za\s+(?:teboj|tabo|njo|njim)\s+jokamo"
    rf"|žalostno\s+(?:vest|novico)\s+sporoča(?:jo|ta|mo)(?=\s*:?\s+(?:{'|'.join(_KIN)})\b)"
    rf"|svojci(?=:\s+(?:{'|'.join(_KIN)})\b)|v\s+imenu\s+(?:vseh\s+)?(?:svojcev|domačih|družine|sorodnikov)(?=\s*:?\s+(?:{'|'.join(_KIN)})\b)"
    r"|(?:v\s+(?:globoki\s+|tihi\s+)?žalosti|v\s+imenu\s+svojcev|žalostni|hvaležni)(?=\s*:))"
    r"\s*:?\s*(?P<who>\S(?:[^\n]|\n(?!\s))*)",
    re.I | re.M,
)
"""The line of the mourners, to the end of its paragraph."""
_GROUPS = (
    "domači prijatelji prijateljice sodelavci sodelavke kolektiv sosedje sosedi sošolci sošolke znanci tovariši učenci"
    " krajani vaščani gasilci planinci pevci pevke lovci člani članice kolegi kolegice upokojenci sokrajani družina"
    " svojci sorodniki sorodstvo najdražji najbližji"
).split()
_LABELS = (
    "pogreb|pokop|slovo|poslov|maša|sveta|sv|žara|žalna|krsta|vežica|kraj|datum|dan|ura|čas|lokacij|ime|priimek|rojen"
    "|umrl|starost|naslov|bivališč|prebivališč|stanuj|rodil|letnik|leto|telefon|tel|foto|vir|avtor|pogrebn|organizator"
    "|naročil|objavo|kontakt|zapel|govor|trr|račun|prispevk|hvala|zahval|opomba|cvetje"
)
"""How lines begin whose label does not tell of mourners."""
_OWN = r"(?:Tvoj|Njen|Njegov|Njun|Njihov|Vaš|Naš)[aei]"
_ANY_KIN = "|".join(_KIN)
_FIRST_KIN = "|".join(word.capitalize() for word in _KIN)
FAMILY_LINE = re.compile(
    rf"^[ \t]*(?P<who>(?:{_OWN}[ ](?i:{_ANY_KIN})|{_FIRST_KIN})\b[^\n.:!?]*?)\.?[ \t]*\Z",
    re.M,
)
"""The last line of a text, where it names relatives and nothing else."""
CALLED = re.compile(
    rf"^[ \t]*(?!(?:{_LABELS})\w*\b)[^\W\d][^\n:.!?]{{2,60}}:[ \t]*\n?"
    r"(?P<who>(?:(?:vsi|njegov|njen|tvoj|naš)\w*\s+)?"
    rf"(?:(?:njegov|njen|tvoj|naš)[ia]\b|(?i:{'|'.join((*_KIN, *_GROUPS))})\b|(?P<first>{CAPITALIZED}))"
    r"(?:[^\n]|\n(?!\s))*)\s*\Z",
    re.I | re.M,
)
"""The last line, where it names those who mourn behind a phrase of its own: "Pogrešamo te: …"."""
SIGNATURE = re.compile(
    rf"^[ \t]*(?P<who>{_OWN}|(?:(?:{_OWN}|Vs[ie]|Hvaležni|Žalujoči|Ožaloščen[aie])[ ])?(?i:{'|'.join(_GROUPS)})\b"
    r"[^\n.:!?]*?)\.?[ \t]*\Z",
    re.M,
)
"""The last line, where those who mourn have signed together."""
FINITE = re.compile(r"\b(?:je|so|sta|smo|sva|bo|bodo|bomo|se|ki|sporoča\w*|obvešča\w*|zahvaljuj\w*|izreka\w*)\b")
"""Verbs and the like that no line of relatives has."""
