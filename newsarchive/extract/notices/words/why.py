"""What tells a reason. Data only."""

from __future__ import annotations

_REASON_WORDS = (
    "bo bodo bosta boste bomo imeli bi je sta so se ki kjer zato da brez manjši slabši nižji območje tlak"
    " dvakrat trikrat uvedla uvedel uvedlo takrat občasno popolnoma popolna delno delna začasno predvidoma"
    " občasno odvoz"
    " dobava oskrba obvezno velja veljajo"
)
_REASON_PARTICIPLES = (
    "moten prekinjen zaprt omejen preklican prestavljen podaljšan zaključen potrebn veljal urejen oviran nedostopn"
)
REASON_STOP = (
    rf"(?:(?:{'|'.join(_REASON_WORDS.split())})|(?:{'|'.join(_REASON_PARTICIPLES.split())})[aeoi]?"
    r"|sporoča\w*|obvešča\w*|odpade(?:jo)?|trenutno|ne|ni|spet|dalje|prihaja|odredil\w*|\w{2,}(?:ili|ali|ilo|alo"
    r"|rla|rli|rlo|dla|dli)|(?:izvaja|spira|čisti|menja|preveza|obnavlja|opravi|zapira)la|že|tudi|\w{3,}(?:uje"
    r"|ujejo|ajo|ejo|amo|imo|ujemo)"
    r"|\w{3,}(?<!vozi)(?:šče))\b"
)
"""Words at which the naming of a reason ends."""

REASONS = (
    r"\bpovod\s*:\s*|\b(?:zaradi|zavoljo|kot\s+posledica)\s+|\b(?:vzrok|razlog)\w{0,2}(?:\s+(?:v|za|obeh"
    r"|vseh)\b[^:.]{0,30})?\s*:\s*"
    r"|\bvzrok\s+\w+\s+ostaja\s+\w+,\s+|\b(?:je\s+)?potrebna\s+zaradi\s+|\b(?:vzrok|razlog)\s+(?:za\s+\w+\s+"
    r"|\w+\s+)?(?:je|so)(?:\s+bil[aoi]?)?\s+(?!dela\s+zaradi)"
)
"""How the naming of a reason begins."""

FOR_ALL = r"\bv\s+(?:vseh|obeh|vsakem)\s+(?:primer|kraj|naselj)\w*"
"""What says of a reason that it is that of all notices of a page."""

WORKS = (
    r"(?:zamenjav|sanacij|obnov|menjav|popravil|okvar|vzdrževaln|čiščenj|gradnj|posek|sečnj|priklop|prevezav"
    r"|asfaltiranj"
    r"|rekonstrukcij|burj|dela)[a-zčšž]*"
)
"""How a reason begins that telegram style puts behind a comma or into brackets."""

FAULTS_ENDED = r"(?:okvara|napaka)\b[^,.;:]{0,60}?(?=\s+(?:je|bo|naj)\s[^.]*?(?:odprav|sanir|poprav))"
"""A reason that is told only as over."""
