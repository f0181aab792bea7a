"""The words of ceremonies: which is held, what only refers to one, what tells that it is still to come."""

from __future__ import annotations

import re

_ACTS = "(?:pogreb|slov|obred|maš|žaln|poslovitv|poslovil|upepelitv|pokop)"
_BETWEEN = r"(?:(?:pogrebn|žaln|sv|poslovil|sam|\d|\w{1,20}[tm])\w*+\.?\s+){0,2}"
REFERS = re.compile(
    rf"\b(?:na\s+(?:sam\s+)?dan|istega\s+dne\s+po|po|pred|ob|do|o|za|od|namesto|zaradi|pri\s+dnevu)\s+{_BETWEEN}{_ACTS}\w*+"
    r"(?!,?\s+ki\s+bo\b|(?<=maši)\s+ob\s+(?:pol|\d))|\bv\s+slovo\b"
    r"|\bpo\s+nj(?:ej|em|ih)\b|\bod\s+koder\b|\b(?:isti|istega|tega)\s+dn?e?(?:an)?\b|\b(?:nato|zatem|potem|sledi(?:l[aio]?)?|za\s+tem)\b",
    re.I,
)
"""Words that put a ceremony on the day of another, or only mention one."""
OFFSET = re.compile(
    r"\b(?:(?P<count>pol|eno|dve|tri|štiri)\s+)?ur[eoi]\s+(?P<way>pred|prej|po\b|pozneje|kasneje|zatem)", re.I
)
"""How long before or after another ceremony."""
IN_DAYS = re.compile(r"\bdan\b|\bdne\b", re.I)
HOURS = {"pol": 0.5, "eno": 1.0, "dve": 2.0, "tri": 3.0, "štiri": 4.0}
DAYS = re.compile(
    r"\b(?:dan\s+(?P<way>pred|prej|pozneje|kasneje|zatem|po)|(?P<next>naslednji\s+dan)|(?P<eve>predvečer))\b", re.I
)
"""How many days before or after another ceremony."""
TARGETS = {
    "funeral": re.compile(r"pogreb\w*|pokop", re.I),
    "mass": re.compile(r"maš", re.I),
    "farewell": re.compile(r"slov", re.I),
}
"""For each kind, how words that refer to it look."""
NOT_ACTS = re.compile(
    r"\bpogrebn\w+\s+(?:služb|zavod|podjet|govor|moštv|dejavnost|stor)\w*|\bpogrebc\w+|\bpogrebnišk\w+|\bposlovn\w+"
    r"|\bslovens\w+|\bslovenj\w+|\bmašni\w+|\bz\s+žaro\b|\bs\s+krsto\b|\bob\s+(?:žari|krsti)\b|\bslovo\s+(?:temu\s+)?svetu",
    re.I,
)
CEREMONIES = {
    "funeral": re.compile(
        r"\bpogreb(?!n\w+\s+(?:svet\w+\s+|sv\.\s+)?maš)|\bpokop(?!ališ)|\bpolo[žz]\w*\b.{0,40}?\b(?:grob|počitk|zemlj)|\braztros"
        r"|\bpokoplje|\bdženaz|\b(?:po)?spremi\w*\b.{0,60}?\b(?:pot|poti|počitk\w*|pokopališč[eu])\b|\bzadnj\w{1,3}\s+pot[i]?\b"
        r"|\b(?:zadnj|večn)\w{1,3}\s+počit\w*|\b(?:po)?spremili\b|\bpepel\s+bo\b|\bzemeljsk\w+\s+ostank",
        re.I,
    ),
    "mass": re.compile(
        r"\b(?:pogrebn\w+\s+(?:svet\w+\s+|sv\.\s+)?)?maš[aeoiu]\b|\bzaduš|\bosmin[aeo]\b|\bevharisti|\brekviem"
        r"|\b(?:sedmi|trideseti|7\.|30\.)\s+dan\b",
        re.I,
    ),
    "lying in state": re.compile(
        r"\bžar[aoei]\b|\bkrst[aoe]\b|\bležal[aoi]?\b|\bležanje\b|\bleži(?:ta)?\b|\bpripelja|\bizpostavlj|\bpočiva(?:la?)?\s+v\s+(?:\w+\s+){0,3}(?:vežic|kapel|cerkv)|\bkroplj|\bkropi(?:mo|te|l|tev|tv)"
        r"|\bpolož\w*\s+v\s+(?:\w+\s+){0,2}(?:vežic|cerk|kapel)|\bvežica\s*:|\bmrtvašk\w+\s+od[er]",
        re.I,
    ),
    "farewell": re.compile(
        r"\bposlovi(?:l[aei]|mo|te|ti)\b|\bposlavlja|\bposlovit(?:e?v)|\bslov(?:o|esa|esu)\b|\bposlovil\w+\s+(?:obred|slovesnost|svečanost)"
        r"|\b(?:žaln|spominsk|poslovil)\w+\s+(?:sej|slovesnost|svečanost|večer|srečanj|zbor)|\bpietet|\bkomemoracij|\bše\s+zadnjič\b",
        re.I,
    ),
}
"""For each kind of ceremony, the words that tell it; of several in one clause the first of the table wins."""
LIES = re.compile(
    r"\bv\s+(?:[a-zčšž]+\s+){0,3}vežic[iao]\b.{0,40}\bbo(?:sta)?\b|\bbo(?:sta)?\b.{0,30}\bv\s+(?:[a-zčšž]+\s+){0,3}vežici\b",
    re.I,
)
"""A clause of somebody in a chapel, which tells no ceremony by name: "V vežici bo od petka"."""
PRAYER = re.compile(r"\bmolit|\bmoli(?:mo|li|la)\b|\brožn(?:i|ega)\s+ven", re.I)
"""A prayer beside the dead, which is no kind of its own."""
COMING = re.compile(r"\b(?:bo|bosta|bodo|bomo|boste)\b", re.I)
PAST = re.compile(
    r"\bhvala\b|zahvaljuj|\b(?:smo|ste|sva)\b|\b(?:je|sta|so|bil)\b.{0,60}\b(?:bil|poslovil|pokopal|pokopan|pospremil|prišl|udeležil)[aoie]?\b",
    re.I,
)
SINCE = re.compile(r"\bodkar\b|\bpred\s+(?:\w+\s+)?let(?:om|oma|i)\b", re.I)
"""What tells of another year."""
THANKS = re.compile(r"\bhvala\b|\bzahval", re.I)
HELD = re.compile(
    r"\b(?:pogreb|pokop(?!ali)|slovo|poslovitev|maša|zadušnica|upepelitev)\w*\b(?!\w*\s+služb)[^.!?\n]{0,60}?\b(?:je|sta|so)\s+(?:že\s+)?(?:bil[aio]?|potekal[aio]?)\b"
    r"|\b(?:je|sta|so)\s+(?:\w+\s+)?(?:pogreb|pokop|slovo)\s+(?:že\s+)?(?:bil[aio]?|potekal[aio]?)\b|\bpogreb\s+(?:je\s+)?(?:potekal|bil)\b"
    r"|\b(?:je|sta|so)\s+(?:že\s+)?bil[aio]?\s+(?:že\s+)?(?:pogreb|pokop|slovo|poslovitev|maša)\b|\bje\s+pogreb\b.{0,40}\bbil\b"
    r"|\b(?:je|sta|so)\s+(?:bil[aio]?\s+|že\s+){1,2}pokopan|\bpokopan[aio]?\s+(?:je|sta|so)\s+bil",
    re.I,
)
"""A ceremony that has been: it is told with its day, like one to come."""
PARTED = re.compile(
    r"\b(?:smo|so|sva|sta)\b[^!?\n]{0,100}?\b(?:poslovil[aie]|pokopal[aie]|(?:po)?spremil[aie]|položil[aie])\b"
    r"|\b(?:poslovil[ai]|pokopal[ai]|(?:po)?spremil[ai]|položil[ai])\s+(?:smo|so|sva|sta)\b"
    r"|\bsmo\b[^!?\n]{0,100}?\bše\s+zadnjič\s+pozdravili\b",
    re.I,
)
"""The same told by those who came: "Od nje smo se poslovili v soboto"."""
OF_OTHERS = re.compile(
    r"(?:^\W*|\bod\s+)(?:brat|sest|mož|žen|oč|mam|mater|starš|sin|hč|ded|bab|stric|tet|prijatelj)\w*\s+(?:smo|so|sva|sta)\b",
    re.I,
)
"""Of whom those who came parted, where a bare word names a relative: not of whom the page speaks."""
CIRCLE = re.compile(r"\bv\s+(?:(?:naj)?ožjem\s+)?(?:\w+\s+)?krogu\b", re.I)
"""What is told of a ceremony without its time."""
BOTH_HELD = re.compile(r"^\W*(?:[^\W\d]+\.?\s+){1,3}(?:in|ter)\s+(?:[^\W\d]+\s+){1,3}(?:bosta|sta)\b", re.I)
"""Two ceremonies at one time: "Maša in pogreb bosta …"."""
GATHERING = re.compile(
    r"\bzber\w+|\bzbor\w*|\bdobimo\b|\bodhod\b|\bvab(?:imo|ljeni)|\bsprejemal|\bmolit|\bmolili|\brožni|\bslovesnost|\bsprevod",
    re.I,
)
"""What tells that a sentence is of the day of a ceremony, without being one."""
UNKNOWN = re.compile(
    r"\bne\s+bo\b|\b(?:sporoč|obve[sš]|znan|naknadn|določ|objavlj|kdaj\b|vprašanj|vodil[aio]?\b|somaševa|daroval[aio]?\b)",
    re.I,
)
"""What tells that nothing is announced yet."""
CLAUSE = re.compile(
    r"[,;–—:]\s|\b(?:in|ter|nato|zatem|potem|sledi(?:l[aio]?)?)\b"
    r"|\b(?:na\s+(?:sam\s+)?dan|do|pred|po)\s+(?=\w+,?\s+ki\s+bo\b)|\bpo\s+(?=maši\s+ob\s+(?:pol|\d))"
    r"|\s(?=(?:z|s)\s+(?:\w+\s+){0,2}maš\w+[^,.;]{0,80}\s(?:po|pred)\s+(?:pogreb|pokop))"
)
"""Where a clause can begin that tells of another ceremony."""
DAY = re.compile(
    r"\d\.\s?\d{1,2}\.(?:(?=\d{4})|(?!\d))|\d\.\s?(?:januar|februar|marec|marc|april|maj|junij|julij|avgust|septemb|oktob|novemb|decemb)"
    r"|ponedelj|\btor(?:ek|k)|\bsred|\bčetrt(?:ek|k)|\bpet(?:ek|ka|ku|kom|kov\w*)\b|sobot|nedelj|t\.\s?m\."
    r"|danes|včeraj|predvčerajšnj|jutri|drevi|nocoj|praznik|\d{4}-\d",
    re.I,
)
"""What tells that an expression names a day, not only an hour."""
LAST_SMALL_HOUR = 5
MORNING = re.compile(r"zjutraj|ponoči|navsezgodaj", re.I)
LABELLED = re.compile(r"\s*[^\W\d][\w ]{2,40}:\s")
HALF = re.compile(r";\s")
FUNERAL_MASS = re.compile(r"\bpogrebn\w+\s+(?:svet\w+\s+|sv\.\s+)?maš", re.I)
VERB = re.compile(r"\b(?:bo|bodo|bomo|bosta|boste|je|so|sta|smo|bil[aio]?|se)\b", re.I)
"""What a line of labels and values has not."""
PLACE_LABEL = re.compile(r"^\s*(?:kraj|lokacija|mesto|pokopališče|cerkev)(?:\s+[a-zčšž]+){0,3}\s*:\s*", re.I)
CONTRASTED = re.compile(r"[^,;.]{1,30}?\spa\b")
"""What sets the next ceremony against the one before: "raztros pepela pa …"."""
WITH = re.compile(r"\b(?:s|z)\s+(?:[^\W\d]+\.?\s+){0,2}$", re.I)
"""What makes the next ceremony a part of the one before: "poslovili se bomo … s sveto mašo"."""
