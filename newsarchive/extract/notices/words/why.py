"""What tells a reason. Data only."""

from __future__ import annotations

_REASON_WORDS = (
    "bo bodo bosta boste bomo imeli bi je sta so se ki kjer zato da brez manjši slabši nižji območje tlak"
    " dvakrat trikrat uvedla uvedel uvedlo takrat občasno neprevozna neprevozen neprehodna popolnoma popolna delno"
    " delna začasno predvidoma"
    " občasno odvoz"
    " skoraj kalna kalen prazna prazne prazni suha avtobusi avtobus vlaki vlak vozniki uporabniki odjemalci namesto"
    " župan županja občina podjetje policija direkcija šola plaža toplota oskrba internet signal televizija treba"
    " desna leva voda cesta ulica elektrika promet trajno dobava oskrba obvezno velja veljajo"
)
_REASON_PARTICIPLES = (
    "znižan zmanjšan zvišan moten prekinjen zaprt omejen preklican prestavljen podaljšan zaključen"
    " možn mogoč potrebn veljal urejen oviran nedostopn"
)
REASON_STOP = (
    rf"(?!popravilo\b)(?:(?:{'|'.join(_REASON_WORDS.split())})|(?:{'|'.join(_REASON_PARTICIPLES.split())})[aeoi]?"
    r"|sporoča\w*|obvešča\w*|odpade(?:jo)?|trenutno|ne|ni|spet|dalje|prihaja|odredil\w*|\w{2,}(?:ili|ali|ilo|alo"
    r"|rla|rli|rlo|dla|dli)|(?:izvaja|spira|čisti|menja|preveza|obnavlja|opravi|zapira)la|že|tudi|\w{3,}(?:uje"
    r"|ujejo|ajo|ejo|amo|imo|ujemo)"
    r"|\w{3,}(?<!vozi)(?:šče)|\w{3,}(?:lj|nj|[čšžr])(?:ena|eno)|(?:polovičn|deln|izmeničn)[ao]|(?:trajal|zapr|izklopi|izklaplja|prekini|ustavi|omeji|uvede?|podaljša|zače|konča|prestavi|premakni|obvesti|odpr|priče|odpoveda"
    r"|preklica|izpira|preverja|testira|gradi|asfaltira|obrezova|prazni|pobira|odpelja|odvaža|poslova|obratova|posreduj|izvede?)l[aoie]?"
    r"|prišl[aoi]|vas|vam|\w{2,}pad(?:el|la|lo|li)|trajal\w|delal[aoi]?|(?:\w{3,}(?:lj|nj)en|odpovedan|preklican)[aoi]?|podaljša|(?:presta|odpra|opra|obna|usta)vlja|prestavi|premakne|spremeni|začenja|ukinja|uvaja|zapira|prekinja"
    r"|ustavlja|\w{3,}(?:[aie]lec|[aie]vec|[ai]lci|[ai]vci|nica|telji)|uslužben(?:ci|ke)|stanovalci"
    r"|prebivalci|delavci|popoln\w)\b"
)
"""Words at which the naming of a reason ends."""

WITHOUT_SUPPLY = (
    r"\s+(?:\w+\s+)?(?:vod[eo]|elektri|tok|plin|toplot|ogrev|signal|internet|telefon|dobav|oskrb|napajanj|energij|§)"
)
"""What stands behind "brez" where it no longer tells why: "zaradi del brez vode", not "obdobja brez padavin"."""

MAY_MOVE = r"[^.;:]{0,90}?\b(?:spremeni|zamakn|premakn|prestav|podaljša)"
"""What stands behind a reason for which, perhaps, something is moved."""

REASONS = (
    r"\b(?:vzrok|razlog)\w{0,2}\s+(?:je\s+|so\s+)?(?:(?:pri|za|v)\s+)?(?:vseh|obeh|vsakem)\b[^.:]{0,30}:\s*|"
    r"\bkot\s+(?:razlog|vzrok)\s+navaja\w*\s+|\b[Pp]o\s+(?=prelom|okvar|poškodb|puščanj|neurj|požar|vdor)"
    r"|\b(?:vzrok|razlog)\w{0,2}\s+(?:za\s+)?\w+\s*:\s*|\bugotovljen\w*\s+(?=prisotnost|onesnaž|bakterij)|\b(?:povod|namen)(?:\s+(?:zapore|del|izklopa))?\s*:\s*|\b(?:zaradi|zavoljo|kot\s+posledica)\s+(?!kater|česar|čemer|tega\b)|\b(?:vzrok|razlog)\w{0,2}(?:\s+(?:v|za|obeh"
    r"|vseh)\b[^:.]{0,30})?\s*:\s*"
    r"|\bvzrok\s+\w+\s+ostaja\s+\w+,\s+|\b(?:je\s+)?potrebna\s+zaradi\s+|\b(?:vzrok|razlog)\s+(?:za\s+\w+\s+"
    r"|\w+\s+)?(?:je|so)(?:\s+bil[aoi]?)?\s+(?!dela\s+zaradi)"
)
"""How the naming of a reason begins."""

FOR_ALL = (
    r"\bv\s+(?:vseh|obeh|vsakem)\s+(?:primer|kraj|naselj)\w*"
    r"|\b(?:vzrok|razlog)\w{0,2}\s+(?:je\s+|so\s+)?(?:(?:pri|za|v)\s+)?(?:vseh|obeh|vse|obe)\b"
)
"""What says of a reason that it is that of all notices of a page."""

WORKS_NOUNS = "gradnj|obnov|sanacij|rekonstrukcij|prenov|popravil|izgradnj|rušenj"
"""How nouns of works begin that say on what they are done."""

WORKS = (
    r"(?:zamenjav|sanacij|obnov|menjav|popravil|okvar|vzdrževa(?!l)|čiščenj|gradnj|posek|sečnj|priklop|prevezav|revizij|meritv"
    r"|polaganj|remont|priključit|selit|montaž|preizkus|obrezovanj|podiranj|odstranitev|odstranjevanj|nadgradnj|prestavitev|inventur"
    r"|asfaltiranj"
    r"|rekonstrukcij|burj|dela)[a-zčšž]*"
)
"""How a reason begins that telegram style puts behind a comma or into brackets."""

FAULTS_ENDED = (
    r"(?:okvar|napak|počen)\w*\b[^,.;:]{0,60}(?=,\s+(?:zaradi\s+kater|ki\s))|(?:okvara"
    r"|napaka)\b[^,.;:]{0,60}?(?=\s+(?:je|bo|naj)\s[^.]*?(?:odprav|sanir|poprav))"
)
"""A reason that is told only as over."""

DOING = (
    r"(?:izvajal|opravil|opravljal|izvedl|potekal)\w{1,2}|(?:izvaja|opravlja|poteka)(?:jo|mo|ta)?"
    r"|(?:poteka|izvaja)|gre\s+za|zaradi"
)
"""Verbs that stand before the works themselves: "bomo izvajali zamenjavo droga", "potekala bo menjava opreme"."""

UNDER_WAY = r"(?:potekal|trajal|opravljen|izveden|zaključen|končan|dokončan)"
"""How a verb begins that says of works that they go on, or are over: "bo remont kotlovnice potekal"."""

ANNOUNCED = (
    r"(?:(?:te|tega|popoln\w+|deln\w+|napovedan\w+|načrtovan\w+|začasn\w+)\s+)?"
    r"(?:moten|prekinitv|prekinjen|zapor|izklop|zaprtj)\w*"
)
"""How a reason begins that is what is announced itself: "stroškov zaradi motene dobave"."""

_WORK_VERBS = (
    "menja|zamenja|nadgraje|nadgradi|polaga|položi|obnavlja|obnovi|gradi|popravlja|popravi|sanira|asfaltira|prenavlja"
    "|prenovi|ureja|vgrajeva|vgradi|prestavlja|podira|priklaplja|čisti|prevezova|montira"
)
WORKING = (
    rf"\b(?:bodo|bomo|bo|bosta)\s(?:\w+\s)?(?P<reason>(?:{_WORK_VERBS})(?:va)?l[aio]?\s[^.;:,]{{4,80}})"
    rf"|^(?!ureja)(?P<now>(?:{_WORK_VERBS})(?:jo|mo)\s[^.;:,]{{4,80}})"
    r"|\bje\s(?P<broke>(?:počil|pregorel|odpovedal|zatajil|podrl|udaril)[aoi]?\s[^.;:,]{3,60})"
)
"""Clauses that tell what is being done, or what broke: "bodo menjali pragove", "je počila cev"."""

BECAUSE = r"\bker\s+(?:(?:se|bo|bodo|bomo|bosta|je|so|sta|smo)\s+){1,2}(?!ne\b|treba|mogoč|možn)"
"""What stands before a reason that is a clause."""

ADVICE = r"\b(?:\w{2,}(?:ite|jte)|prosimo|pozor)\b"
"""Words of a sentence that tells people what to do."""

DONE = r"(?:bo|bodo|bosta|poteka(?:jo)?|pomeni(?:jo)?|traja(?:jo)?)\s"
"""What stands behind works that are the subject of a sentence."""
