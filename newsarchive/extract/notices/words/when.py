"""What stands around the times of a notice. Data only."""

from __future__ import annotations

EXCEPTION = r"\bizjem(?!oma)|\bizjemoma\s+(?:\w+\s+){0,3}?(?:odprt|prevoz|prehod|dela|obrat|tudi)|\brazen\b"
"""What a time stands behind at which the announced is not in force,"""

REOPENED = r"\bbo\w*\s+(?:\w+\s+){0,2}?(?:odprt|prevoz|prehod(?:en|n))"
"""and what it stands behind in a sentence that announces nothing else."""

FURTHER = r"\b(?:tudi|prav tako|nato|še|nadomestn\w+|enak[aoe]?|drug[aio]|ponovno bo)\b"
"""What a sentence says that adds times to those of a statement."""

FORMER = (
    r"(?:\bnamesto|\bprvotno|\bsprva|\bs|\bz|\biz|napoved\w*\s+za|načrtovan\w*\s+za"
    r"|(?:predviden|napovedan|načrtovan)[aoie]?|bi\s+(?:se\s+)?moral\w?\s+\w+(?:\s\w+)?)\s+(?:v\s+|na\s+|do\s+|dne\s+|dneva\s+)?$"
)
"""What stands before the old time of something that is now at another."""

HOLIDAY = r"\b(?:praznik\w*|dnev(?:a|u))\s+(?:v\s+)?$"
"""What stands before a day for which something is moved, and on which it is not."""

MOVED = (
    r",\s+(?:ki\s+(?:je|so)\s+bil[aoi]?\s+)?(?:predviden|napovedan|načrtovan)[aoie]?\s+(?:za\s+"
    r"|v\s+)?\d|prestav|premak|prelož|spremen|spremem|namesto|moral\w?\s+\w+"
)
"""What a sentence says that also prints a time which no longer holds."""

MONTHS = "januarja|februarja|marca|aprila|maja|junija|julija|avgusta|septembra|oktobra|novembra|decembra"
"""Months as street names print them."""

MOVED_TO = r"\b(?:prestavljen|prestavlja|prestavi|preložen|premaknjen)\w*\s+(?:\w+\s+){0,2}na\s+(?:dan\s+)?$"
"""What stands before the new time of something."""

NOT_THEN = r"(?:\bin\s+|,\s*|\()ne\s+(?:več\s+)?(?:v\s+|dne\s+)?$"
"""What stands before a time at which it is not."""

AGAIN = (
    r"\s*,?\s*(?:je\s+)?(?:dela\s+prost|praznik)|\s*,?\s*(?!in\s)(?:pa\s+)?(?:\w+\s+){0,2}?(?:spet|znova)\b(?!\s+(?:zapr"
    r"|mote|preki|od\b))"
)
"""What follows a time at which all is as it was."""

NEXT_DAY = r"\b(?:dan\s+(?:pozneje|kasneje)|naslednji\s+dan|naslednjega\s+dne)\s*(?:pa\s*)?$"
"""What stands before hours of the day after."""

CLOSES = r"\b(?:sprost|odprav|sanir|odstran|vzpostav|konč|zaključ|odpr[lt]|pritek|ponovno|dokonč|traja|umakn)\w*"
"""What stands between the moment of a beginning and that of an end."""

OVER = (
    r"\b(?:bil[aoi]?|bo|bodo|bosta|je|so)\b[^.!?]*\b(?:vzpostavljen|odpravljen|zaključen|končan|saniran|dokončan)[aoie]?\b"
    r"|\b(?:odpravil|sanira|konča|zaključi)l?[aoi]?\b"
)
"""What says of a moment that something is over at it."""

OPEN_END = (
    r"\b(?:kdaj|do\s+kdaj)\b[^.!?]*\bne\s+ve(?:mo|do|\b)|\bni\s+(?:še\s+)?znano\b"
    r"|\bdokler\s+ne\b|\bdo\s+(?:preklica|nadaljnjega|odprave|odpoklica)|\bza\s+nedoločen\s+čas|\btrajno\b"
)
"""What says that an end is not known."""

WEEKDAYS = (
    r"ponedelj\w+|tor(?:ek|ka|kom|kih)|sred[aeio]|sredah|četrt(?:ek|ka|kom)|pet(?:ek|ka|kom|kih)|sobot\w{1,2}"
    r"|nedelj\w{1,2}"
)
"""Names of weekdays, in any case."""

NEW_TERM = r"\bnov\w*\s+(?:termin|datum)\w*\b"
"""What a sentence says that names the time which holds instead of another."""

MEANWHILE = (
    r"\b(?:v\s+(?:tem|omenjenem|navedenem)\s+(?:času|obdobju)|v\s+teh\s+(?:urah|dneh)|takrat|medtem"
    r"|med\s+(?:deli|delom|posegom|izvajanjem))\b"
)
"""What says that something happens while works go on that were told before."""

BEGINS = r"\bstopi\w*\s+v\s+veljavo|\bzačne\w*\s+(?:\w+\s+)?veljati|\b(?:zapora|ukrep|prepoved|omejitev)\s+velja\b"
"""What says from when on something is in force that was told before."""

ASKED = r"\b(?:prosimo|pozivamo|naj|oddaj\w*|prevzame\w*|ne\s+vozite)\b[^§]*$"
"""What stands before a time until which somebody is asked to do, or not to do, something."""

WAS_SO = r"\bki\s+(?:je|so|sta)\b[^,§]*$"
"""What stands before a time from which on it was so until now."""

SAME_TIME = r"\bves\s+dan\b|\b(?:v|ob)\s+istem\s+času\b|\b(?:istočasno|sočasno|hkrati)\b|\bv\s+tem\s+(?:času|obdobju)\b"
"""What says that something happens when what was told before does."""

SAME_DAY = r"\b(?:istega\s+dne|isti\s+dan|ta\s+dan|ob\s+istem\s+dnevu)\b"
"""What says that hours are those of the day that was named before."""

WORKING_DAYS = r"\b(?:delovnik|delavnik)\w*|\bdelovn\w+\s+(?:dan|dne|dni|dneh|dneve)\b"
"""Days without Saturdays and Sundays."""

DOCUMENTS = "dovoljenj|odločb|sklep|odlok|soglasj|dopis|vlog"
"""How nouns of documents begin, whose day is none of the notice."""

NUMBERS = {
    "eno": 1,
    "dve": 2,
    "tri": 3,
    "štiri": 4,
    "pet": 5,
    "šest": 6,
    "sedem": 7,
    "osem": 8,
    "devet": 9,
    "deset": 10,
}
"""Numbers of hours."""

LENGTH = (
    r"\b(?:traja(?:l[aoi]?)?|predvidoma)\s+(?:(?:bo|predvidoma|približno|okoli|okrog)\s+){0,2}"
    rf"(?:(?P<count>[1-9]\d?|{'|'.join(NUMBERS)})\s+)?ur[eio]?\b(?!\s+(?:zjutraj|zvečer|popoldne|in\s+(?:pol|četrt|\d)))"
)
"""What tells for how many hours something goes on."""

SAID = (
    r"(?:sporoči|obvesti|zapisa|poveda|pojasni|deja|doda|napoveda|objavi|opozori|potrdi|navede|sprej|odloči|skleni)l[aoie]?"
    r"|navedl[aie]|sprejel[aie]?"
)
"""What somebody did who announced something before a page tells it."""

COMES_INTO_FORCE = r"zače|priče|velja|stopi|nastopi|traja|vzpostav|zaprl|zapira"
"""How verbs begin that tell from when what is announced is in force."""
