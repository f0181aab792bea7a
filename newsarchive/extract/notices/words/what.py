"""What tells a service, an action and a status. Data only."""

from __future__ import annotations

SERVICES = {
    "heating": r"toplot|ogrevanj|ogrevn|vročevod|topl\w+\s+(?:sanitarn\w+\s+)?vod|sanitarn\w+\s+topl|kotlovnic"
    r"|radiator",
    "gas": r"\bplin|zemeljsk\w+\s+plin",
    "waste": r"odpadk|\bodvoz|\bsmeti?\b|smetar|kosovn|embalaž|biološk\w+\s+razgr|\bpapir\w{0,2}\b|zbirn\w+\s+(?:center"
    r"|centr)|zabojnik|ekološk\w+\s+otok",
    "water": r"pitn\w+\s+vod|vodovod|oskrb\w+\s+z\s+vodo|brez\s+vode|dobav\w*\s+vode|prekuhava|vodooskrb"
    r"|porab\w+\s+vode|rab\w+\s+vode|\bz\s+vodo\b|poln\w+\s+bazen|zaliva"
    r"|cevovod|vodohran|hidrant|\bvod[aeo]\b|vodn\w+\s+(?:tlak|omrež|vir)|zajetj",
    "electricity": r"elektri|elektro\b|transformator|\bTP\b|nizkonapetostn|daljnovod|izklop\w*\s+(?:elektrik|TP)"
    r"|razsvetljav|električn|\bnapetost|napajanj|\bbrez\s+toka|daljnovod",
    "telecom": r"telefonij|telefonsk\w+\s+(?:številk|lini|omrežj|storit|povezav|promet|central)|internet"
    r"|optičn\w+\s+omrež"
    r"|televizijsk\w+\s+signal|telekomunikacij|mobiln\w+\s+(?:omrež|signal|telefon)|telefonira|po\s+telefonu"
    r"|televizi|kabelsk\w+\s+(?:omrež|televiz)|\bT-2\b"
    r"|(?:bazn\w+\s+postaj|signal(?!izacij))|telefoni\b|\btelefon\w*\s+ne\b|optičn\w+\s+(?:vozlišč|kabl)",
    "facility": r"bazen|plaž|univerz|knjižnic|\bpouk|žičnic|nihalk|smučišč|poslovilne?\s+vežic|izposoj|uradn\w+\s+ur"
    r"|poslovaln|objekt|dvoran|pokopališč|muzej|igrišč"
    r"|telovadnic|blagajn"
    r"|ambulant|zdravstven\w+\s+dom|lekarn|\bpošt[ae]\b|vrtec|vrtc|drsališč|kopališč|tržnic|galerij|upravn\w+\s+enot"
    r"|urad(?!ni\s+list)\w*\b|stavb|prostor|trgovin|športn\w+\s+park|stadion|kino\b|parkirišč|parkirn\w+\s+hiš"
    r"|veterinarsk|mrlišk\w+\s+vežic",
    "road": r"\bzapor[aeio]\b|promet|javn\w+\s+pot|\b(?:LC|JP|LZ|LK)\s?\d|\b[GR]\d-\d|vozišč|križišč"
    r"|krožišč|enosmer"
    r"|\bbrv(?:i|jo)?\b|\bprelaz|obvoz|nadvoz|podvoz|predor|\bprehod|pešpot|kolesarsk\w+\s+(?:pot|stez)"
    r"|\bvoziti\b|zapeljati|prevoz(?:en|n)|železnišk|parkiranj|vozn\w+\s+pas|avtocest|tovornjak|tovorn\w+\s+vozil",
}
"""For each service, the words that tell it; the first that matches wins."""

ISSUER_SERVICES = {
    "heating": r"toplar|energetik",
    "gas": r"\bplin",
    "waste": r"snaga|odpadk",
    "water": r"vodovod",
    "electricity": r"\belektro\b|elektrar",
    "telecom": r"telekom|kabelsk|telemach|\ba1\b|\bt-2\b",
    "road": r"\bdars\b|cestn\w+\s+podjetj|direkcij\w+\s+za\s+(?:ceste|infrastrukturo)",
    "facility": r"knjižnic|muzej|bazen|zavod\s+za\s+šport|upravn\w+\s+enot|\bdom\s|gledališč|lekarn|krajevni\s+urad",
}
"""For each service, words of the names of those who give only this one."""

ACTIONS = {
    "cancellation": r"\bpreklic\b|preklicuje|preklican[aoie]?\b|odpoved(?:an|al|uje)",
    "boil-water": r"prekuhava(?!nje\s+(?:vode\s+)?(?:zato\s+)?ni\s+(?!več))|prekuhajte|prevre(?:vanj|jte|ti)",
    "partial closure": r"^(?:polovičn|deln)\w*$|deln\w+\s+(?:cestn\w+\s+|prometn\w+\s+)?zap[oi]?r"
    r"|polovičn\w+\s+(?:cestn\w+\s+|prometn\w+\s+)?zap[oi]?r"
    r"|\bzapr?i?[rl]\w*\s+(?:le\s+|samo\s+)?(?:en|polovic|desn|lev)\w*\s+(?:vozn|pas|vozišč|stran)"
    r"|zaprt\w*\s+(?:\w+\s+)?vozn\w+\s+pas\b|\b(?:en\s+)?(?:vozni\s+)?pas\s+(?:\w+\s+)?zaprt|izmenič\w+\s+enosmer|polovic\w\s+vozišč|zoženj|zožen"
    r"|delno\s+(?:bo\s+)?(?:zaprt|zapor)|zaprt\w*\s+(?:bo\s+)?(?:en|polovic|desn|lev)\w*\s+(?:vozn|pas|vozišč|stran)",
    "closure": r"^popoln\w*$|popoln\w+\s+(?:cestn\w+\s+|prometn\w+\s+)?zapor|\bzapor[aeio]\b"
    r"|zaprt[aioe]?\b(?!\s+za\s+(?:tovorn|hladilnik|vozila|tranzit|avtobus))|zaprtj|zapirajo"
    r"|nedostopn|ne\s+bo\w*\s+(?:\w+\s+)?dostop|ne\s+dela(?:jo)?\b|ne\s+bo\w*\s+(?:\w+\s+)?delal|ne\s+vozi(?:jo)?\b"
    r"|ne\s+(?:bo\w*\s+)?(?:obratova|obratuj|spuščal|poslova|posluj|sprejema|odpr)|onemogoč|neprevoz|neprehod|\bni(?:so|sta)?\s+(?:\w+\s+)?(?:prevoz|prehod|dostop)[a-z]+"
    r"|zapr(?:l|li|lo|la|emo|ejo)\b|zapira(?:mo|jo|ta)?\b|zapiral\w?\b|odprt\w*\s+šele"
    r"|ne\s+bo\w*\s+(?:\w+\s+){0,3}?(?:mogoče|možno|dalo|moč)\s+(?:\w+\s+){0,3}?(?:voziti|peljati|zapeljati"
    r"|prevoziti|skozi|čez|priti|mimo|z\s+avtom)",
    "interruption": r"prekinj|prekini(?:l|ti\b|mo\b|jo\b)|prekinitev|prekinitv|izklop|izklaplja"
    r"|brez\s+(?:\w+\s+)?(?:vode"
    r"|elektri\w+|ogrevanj|plin|toplot"
    r"|interneta|televizij|telefon|energij|signal|dobav|oskrb|tok|napajanj|napetost)|izpad|izklju(?:č|č)|ustav(?:i(?:l[aoi]?|tev)|ljen[aoi]?|lja(?:jo|mo)?)\b|nedosegljiv"
    r"|\bsuhe?\b|ugasn(?:e|ejo|eta|ila)\b|ne\s+bo\w*\s+mogl\w\s+telefonirati|presahn|zmanjkalo"
    r"|(?:vod[ae]|elektrike?|plina?|toplot[ae]|signal\w?|internet\w?|televizij\w|telefon\w{0,2}|storitve"
    r"|ogrevanj\w|energij\w)\b"
    r"(?:(?!dokler)[^.!?]){0,60}?\bne\s+(?:bo\w*|deluje\w*|dela\w*)\b"
    r"|\bne\s+bo\w*\s+(?:\w+\s+){0,4}?(?:vode|elektrike|plina|toplote|toka|razsvetljave|ogrevanja|signala"
    r"|interneta|energije|deloval|dosegljiv|pritekl)"
    r"|\bne\s+bo\w*\s+imel\w*\s+(?:\w+\s+){0,3}?(?:vode|elektrike|plina|ogrevanja|toplote|toka|interneta|signala)"
    r"|pritekl|\b(?:vode|elektrike|plina|toplote|ogrevanja|toka)\s+(?:\w+\s+)?ni\b|\bni\s+(?:\w+\s+)?(?:vode|elektrike|plina|toplote|ogrevanja|toka)\b",
    "reduction": r"(?<!ne)moten[aeoi]?\b|motnj|zmanjšan|nižj\w+\s+(?:tlak|pritisk)|(?:tlak"
    r"|pritisk)\w*\s+(?:\w+\s+){0,4}?nižj|znižan\w*\s+(?:tlak|pritisk)"
    r"|(?:manjš|slabš|šibk)\w+\s+(?:tlak|pritisk)|\bzniža|\bzmanjša|hladnejš|slabš|šibkejš|okrnjen|oslablj|\bkaln"
    r"|(?<!lahko )\bmotn[aeo]?\b|skaljen"
    r"|ugasnjen|upad\w*\s+tlak",
    "restriction": r"\boviran\w*\s+promet|\bpromet\w{0,2}\s+(?:\w+\s+){0,2}?oviran"
    r"|zaprt\w*\s+za\s+(?:tovorn|hladilnik|vozila\s+(?:nad|s)|tranzit|avtobus)|omejit"
    r"|omejen|omejil|omejuje"
    r"|prepoved|enosmer|\bnaj\s+[^.!?]{0,60}?\bne\s|\bvarčn\w+\s+rab|na\s+voljo\s+(?:le|samo)\b|redukcij|(?:odprt|dela|obratova|poslova)\w*\s+(?:le|samo)\b|ne\s+bo\w*\s+(?:več\s+)?(?:mogoč|možn|dalo)|odsvetuj|ni\s+primern|oporečn",
}
"""For each action, the words that tell it; the first that matches wins."""

_USE = r"(?:(?:u?po)?rab|zaliva|zaliti|polnjenj|pranj|odvzem|točenj)"
RESTRICTS = (
    rf"\b(?:prepovedan|prepoved|omejit|omejen|omejuje|omeji)\w*\s+(?:(?!dobav|oskrb)\w+\s+){{0,3}}?{_USE}"
    rf"|\b{_USE}\w*\s+(?:\w+\s+){{0,5}}?(?:je|bo)\s+(?:\w+\s+){{0,2}}?(?:prepovedan|omejen)|\bvarčevalni\w*\s+ukrep"
    r"|\brabo\s+vode\s+omej"
)
"""What forbids or limits the use of what is short; more than that it is short."""

SCHEDULED = (
    r"odvoz|zbiraln|gostova|odpelj|prevzem|zbiranj|obratova|delovn\w+\s+čas|uradn\w+\s+ur|popis|odčitav|praznjenj|deratizacij"
    r"|vključevanj|vklop|začet\w+\s+(?:ogrev|kuril)|klorira|dezinfe[kc]|zatiranj|zap?r[ae]ševanj|škroplj|preizkus|čiščenj|čistil|pobiranj|razkuževanj|urnik|cepljenj|zamenjav|popravil"
)
"""What is announced without anything being cut off: the action is ``other``."""

STATUSES = {
    "cancelled": r"preklica[nl]|odpoveda[nl]|odpad(?:l[aoie]?|ejo|e)\b|\bpreklic(?:uje|ujemo)\b|(?:^|\n)\W*preklic\b"
    r"|(?:zapor|izklop|prekinit)[^.!?]{0,120}\bne\s+bo\b(?!\s+(?:mogoč|možn|dalo|vod|elektr|plin|ogrev))"
    r"|\b(?:zapore|izklopa|prekinitve|prireditve|odvoza)\b(?:[^.!?]|(?<=\d)\.){0,120}(?:napovedan|načrtovan|predviden)\w*"
    r"(?:[^.!?]|(?<=\d)\.){0,80}\bne\s+bo(?:do|sta)?\b",
    "changed": r"\bpodaljšan[aoie]?\b|\bprestavljen[aoie]?\b(?!\s+(?:k|h|pred|ob|za)\b)"
    r"|\bpremaknjen[aoie]?\b(?!\s+na(?:prej|zaj))|\bpreložen[aoie]?\b"
    r"|(?<!ne bo )(?<!ne bodo )\bspremenjen[aoie]?\b(?!\s+(?:prometn|delovn|odpiraln|vozn|urnik))|se\s+(?:podaljša"
    r"|podaljšuje"
    r"|prestavi|prestavlja)|\bpodaljšuje(?:mo"
    r"|jo)?\b|\bprestavlja(?:mo|jo)?\s+(?:\w+\s+){0,4}?na\s+(?:\d|pon|tor|sre|čet|pet|sob|ned)"
    r"|\bin\s+ne\s+\d|,\s+ne\s+\d{1,2}\.\s|ne\s+bo\s+[^.!?]{3,60}\s(?:ampak|temveč)\b|\b(?:premakni"
    r"|prestavi)(?:ti|li)\b|(?:odpelj|odvoz|pobra|pobir)\w*[^.!?]{0,30}\bdan\s+(?:pozneje|prej|kasneje)"
    r"|\bnov\s+termin\b[^.!?]{0,40}\sje\s"
    r"|sprememb[aoie]?\s*(?:termina|datuma|ure|urnika|odvoza|delovnega|:)|\bnamesto\s+(?:v|ob|do|od|§)"
    r"|napačno\s+(?:zapisal|naved)|\bprej\s+napovedan|novem\s+urniku|ki\s+bi\s+moral[aoie]?\s+biti|daljš[aei]\s+zapor|bi\s+(?:se\s+)?moral\w?\s+(?:\w+\s+)?(?:konč|zaključ|izteč)\w+"
    r"|(?:^|\n)\W*(?:sprememba(?!\s+(?:vozn|prometn|pot[ie]))|podaljšanje|podaljšan\w*|prestavljen\w*|preložen\w*|popravek)\b",
    "finished": r"ne\s+velja(?:jo|ta)?\s+več|\bpreklicuje\w*\s+(?:\w+\s+){0,2}?(?:omejit|prepoved|prekuhav)"
    r"|(?<!bo )(?<!bodo )\bzaključen[aoie]?\b|\bodpravljen[aoie]?\b|(?:ponovno|spet"
    r"|znova)\s+(?:vzpostavljen|odprt"
    r"|normaln|nemoten|teče|poteka|topl[aoi]?\b|deluje|prevoz|pitna|ustrez|na\s+voljo)"
    r"|\b(?:je|so)\s+(?:spet|znova)\s+(?:odprt|prevoz)|\bkončan[aoi]?\b|\bsaniran[aoi]?\b|normalnem\s+obratovanju"
    r"|(?:znova|spet|ponovno)\s+dosegljiv|je\s+(?:\w+\s+){0,3}od\s+[^.]{0,40}prevozn"
    r"|\b(?:so|je)\s+(?:\w+\s+){0,6}(?:(?:odpravil|saniral)[aoi]?|popravil[ai]?)\b|je\s+(?:\w+\s+)?končal[ao]?\b|so\s+(?:\w+\s+){0,2}končali"
    r"|ni\s+več\s+(?:potreb|treba|v\s+veljavi)|\b(?:je|so)\s+(?:\w+\s+){0,5}?vzpostavljen[aoie]?\b",
}
"""For each status other than announced, the words that tell it."""

CONDITION = (
    r"\b(?:v\s+primeru|če|ob\s+slabem\s+vremenu|v\s+kolikor|kolikor|ko\s+bo\w*|dokler|do\s+takrat"
    r"|o\s+(?:preklic|podaljš|konc|zaključk)\w+)"
    r"\b[^.!?\n]*[.!?]?|\b(?:bo|bodo|bosta)\s+(?:\w+\s+){0,3}?(?:zaključen|odpravljen|vzpostavljen|končan)\w*"
    r"|\bnaj\s+bi\b[^.!?\n]*|\b(?:bomo|bodo|bo|bosta)\b[^.!?\n]{0,30}\b(?:spet|znova|ponovno)\b[^.!?\n]*"
    r"|\bdo\s+(?:preklica|nadaljnjega)\b"
    r"|(?-i:(?:^|(?<=\.\s)|(?<=\n))Od)\s(?:(?!\b(?:je|so)\b)(?:[^.!?\n]|(?<=\d)\.))*"
)
"""What may happen, or will, is not what has happened."""

ASIDE = (
    r"(?:direktor|vodja|predsedni|župan|tajni|nadzor|kontaktn\w+\s+oseb|odgovorn\w+\s+oseb)\w*(?:\s\w+)?\s*:|pokliči|na\s+telefon|telefonsk\w+\s+števil|\btel\.|informacij(?!sk)|oglasi(?:te|jo)|vprašanj|obvesti(?:li|mo|te)"
    r"|objavljen|dovoljenj|odločb|obvoz"
    r"|klici\s+na|cistern"
    r"|prosimo|hvala|postavite|pripravite|odložite|spremljajte|zahvaljuj|prijav|sporočilo"
    r"|(?<!hišna )(?<!hišne )(?<!stavbah )št\.\s*\d|poravnav"
    r"|stranke\s+(?:se\s+)?(?:lahko|naj)|lahko\s+(?:\w+\s+){0,3}?(?:oddaj|uredi|prevzam|dvign|opravi)\w*|v\s+prostorih|nadomestn\w+\s+(?:lokacij|prostor)"
    r"|\bnadzira|\bdostop\w*\s+(?:\w+\s+){0,2}?(?:omogočen|mogoč)|nujn\w+\s+primer|dežurn\w+\s+(?:ambulant|lekarn|zdravni)|brošur|(?:ostal|drug)\w+\s+(?:dni|dneh|dneve)\b|obračuna|nevšečnost|(?:med|času)\s+uradn\w+\s+ur"
)
"""Sentences with these words speak of something else than what is announced: their times are none of its windows."""

ON_BASIS = (
    r"(?:na\s+podlagi|v\s+skladu\s+[sz]|skladno\s+[sz]|po)\s+(?:(?:\d+\.|\w+)\s+){0,5}?"
    r"(?:dovoljenj|odločb|odlok|sklep|člen|zakon|pravilnik)\w*(?:\s+o\s+[^,(]{3,60}(?=\s\())?(?:\s+št\.\s*[\d/-]+)?(?:\s+\([^()]*\))?"
)
"""How the naming of a legal ground reads."""

CLOSES_WAY = (
    r"\bzapor\w{1,3}\s+(?:(?!vod|plin|elektri|toplot|v\b|na\b|pri\b)[a-zčšž]+\s+){0,3}?"
    r"(?:cest|ulic|poti\b|odsek|mostu|nadvoz|podvoz|vozišč|vozn)"
)
"""What says that a way is closed: its service is the road, though the works be on a main below it."""

CUTS_SUPPLY = r"\b(?:izpad|prekin|moten|motn|brez)\w*\s+(?:\w+\s+){0,2}?(?:oskrb|dobav|napajanj)"
"""What says that a supply is cut off or disturbed."""

GROUNDS_FIRST = (
    r"^(?:Na podlagi|V skladu [sz]|Skladno [sz])\s(?=[^\n]{0,160}?(?:člen|odlok|zakon|pravilnik|sklep|dovoljenj))"
    r"(?:(?!\.\s[A-ZČŠŽ][a-zčšž])[^\n]){10,900}?,\s+(?P<first>[vos])(?=(?:as\s+)?\w*(?:vešč|poroč))"
)
"""Legal grounds at the beginning of a line, up to who announces: they speak of all that may be."""

ROAD_NOUNS = r"\bcest|\bulic|\btrg\w{0,2}\b|(?-i:\bmost\w{0,2}\b)|\bpot(?:i|jo)?\b|\bhišn\w+\s+številk"
"""Nouns that only say where, unless nothing else is told."""

FLOWING = frozenset(("heating", "gas", "water", "electricity", "telecom"))
"""Services that are not closed but cut off."""

FAULT = r"\b(?:okvar|napak|počil|počen|puščanj|pretrgan|motnj)"
"""What has cut something off."""

DROPPED = r"\bodpade(?:jo)?\b|\bodpadl[aoie]?\b|\bne\s+bo(?:mo|do)?\s+(?:pobira|odvaža|odpelja)"
"""What says that something scheduled does not take place."""
