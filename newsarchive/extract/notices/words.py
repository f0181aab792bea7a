"""The vocabulary of notices: what tells a service, an action, a status, an issuer, a place, a reason. Data only."""

from __future__ import annotations

SERVICES = {
    "heating": r"toplot|ogrevanj|vročevod|topl\w+\s+(?:sanitarn\w+\s+)?vod|sanitarn\w+\s+topl|kotlovnic|radiator",
    "gas": r"\bplin|zemeljsk\w+\s+plin",
    "waste": r"odpadk|odvoz|\bsmeti?\b|smetar|kosovn|embalaž|biološk\w+\s+razgr|\bpapir\b|zbirn\w+\s+(?:center|centr)|zabojnik|ekološk\w+\s+otok",
    "water": r"pitn\w+\s+vod|vodovod|oskrb\w+\s+z\s+vodo|brez\s+vode|dobav\w*\s+vode|prekuhava|vodooskrb"
    r"|porab\w+\s+vode"
    r"|cevovod|vodohran|hidrant|\bvod[aeo]\b|vodn\w+\s+(?:tlak|omrež|vir)|zajetj",
    "electricity": r"elektri|elektro\b|transformator|\bTP\b|nizkonapetostn|daljnovod|izklop\w*\s+(?:elektrik|TP)|razsvetljav|električn|\bbrez\s+toka|daljnovod",
    "telecom": r"telefonij|telefonsk\w+\s+(?:omrežj|storit|povezav|promet|central)|internet|optičn\w+\s+omrež"
    r"|televizijsk\w+\s+signal|telekomunikacij|mobiln\w+\s+(?:omrež|signal|telefon)|telefonira|po\s+telefonu|televizi|kabelsk\w+\s+(?:omrež|televiz)|\bT-2\b"
    r"|(?:bazn\w+\s+postaj|signal(?!izacij))|telefoni\b|\btelefon\w*\s+ne\b|optičn\w+\s+(?:vozlišč|kabl)",
    "facility": r"bazen|knjižnic|\bpouk|žičnic|nihalk|smučišč|poslovilne?\s+vežic|izposoj|uradn\w+\s+ur|poslovaln|objekt|dvoran|pokopališč|muzej|igrišč"
    r"|telovadnic|blagajn"
    r"|ambulant|zdravstven\w+\s+dom|lekarn|\bpošt[ae]\b|vrtec|vrtc|drsališč|kopališč|tržnic|galerij|upravn\w+\s+enot"
    r"|urad\w*\b|stavb|prostor|trgovin|športn\w+\s+park|stadion|kino\b|parkirišč|parkirn\w+\s+hiš|mrlišk\w+\s+vežic",
    "road": r"\bzapor[aeio]\b|promet|javn\w+\s+pot|\b(?:LC|JP|LZ|LK)\s?\d|\b[GR]\d-\d|vozišč|križišč"
    r"|krožišč|enosmer"
    r"|obvoz|nadvoz|podvoz|predor|\bprehod|pešpot|kolesarsk\w+\s+(?:pot|stez)"
    r"|železnišk|parkiranj|vozn\w+\s+pas|avtocest|tovornjak|tovorn\w+\s+vozil",
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
    "cancellation": r"\bpreklic\b|preklicuje|preklican[aoie]?\b|odpoved(?:an|uje)",
    "boil-water": r"prekuhava|prekuhajte|prevre(?:vanj|jte|ti)",
    "partial closure": r"deln\w+\s+(?:cestn\w+\s+|prometn\w+\s+)?zapor|polovičn\w+\s+zapor|izmeničn\w+\s+enosmer|polovic\w\s+vozišč|zoženj|zožen"
    r"|delno\s+(?:bo\s+)?(?:zaprt|zapor)|zaprt\w*\s+(?:bo\s+)?(?:en|polovic|desn|lev)\w*\s+(?:vozn|pas|vozišč|stran)",
    "closure": r"popoln\w+\s+(?:cestn\w+\s+|prometn\w+\s+)?zapor|\bzapor[aeio]\b|zaprt[aioe]?\b|zaprtj|zapirajo"
    r"|nedostopn|ne\s+bo\w*\s+(?:\w+\s+)?dostop|ne\s+dela(?:jo)?\b|ne\s+vozi(?:jo)?\b|ne\s+(?:bo\w*\s+)?(?:obratova|obratuj|spuščal|poslova|posluj|sprejema|odpr)|neprevoz|neprehod"
    r"|zapr(?:l|li|lo|la|emo|ejo)\b|zapira(?:mo|jo|ta)?\b|zapiral\w?\b|odprt\w*\s+šele"
    r"|ne\s+bo\w*\s+(?:\w+\s+){0,3}?(?:mogoče|možno|dalo|moč)\s+(?:\w+\s+){0,3}?(?:voziti|peljati|zapeljati|prevoziti|skozi|čez|priti|mimo|z\s+avtom)",
    "interruption": r"prekinj|prekinitev|prekinitv|izklop|brez\s+(?:\w+\s+)?(?:vode|elektri\w+|ogrevanj|plin|toplot"
    r"|interneta|energij|signal|dobav|oskrb|tok)|izpad|izklju(?:č|č)|ustavi(?:l[aoi]?|tev)\b|nedosegljiv|\bsuhe?\b|ugasn(?:e|ejo|eta|ila)\b|ne\s+bo\w*\s+mogl\w\s+telefonirati|presahn|zmanjkalo"
    r"|(?:vod[ae]|elektrike?|plina?|toplot[ae]|signal\w?|internet\w?|televizij\w|telefon\w{0,2}|storitve|ogrevanj\w|energij\w)\b"
    r"[^.!?]{0,60}?\bne\s+(?:bo\w*|deluje\w*|dela\w*)\b"
    r"|\bne\s+bo\w*\s+(?:\w+\s+){0,4}?(?:vode|elektrike|plina|toplote|toka|razsvetljave|ogrevanja|signala|interneta|energije|deloval|dosegljiv|pritekl)"
    r"|pritekl",
    "reduction": r"moten[aeoi]?\b|motnj|zmanjšan|nižj\w+\s+(?:tlak|pritisk)|(?:tlak|pritisk)\w*\s+(?:\w+\s+){0,4}?nižj|znižan\w*\s+(?:tlak|pritisk)"
    r"|(?:manjš|slabš|šibk)\w+\s+(?:tlak|pritisk)|\bzniža|hladnejš|slabš|šibkejš|okrnjen|oslablj|\bkaln|skaljen|ugasnjen|upad\w*\s+tlak",
    "restriction": r"zaprt\w*\s+za\s+(?:tovorn|hladilnik|vozila\s+(?:nad|s)|tranzit|avtobus)|omejit|omejen|prepoved|enosmer|ne\s+bo\w*\s+(?:mogoč|možn|dalo)|odsvetuj|ni\s+primern|oporečn",
}
"""For each action, the words that tell it; the first that matches wins."""

SCHEDULED = (
    r"odvoz|prevzem|zbiranj|obratova|delovn\w+\s+čas|uradn\w+\s+ur|popis|odčitav|praznjenj|deratizacij"
    r"|škroplj|preizkus|čiščenj|čistil|pobiranj|razkuževanj|urnik|cepljenj|zamenjav|popravil"
)
"""What is announced without anything being cut off: the action is ``other``."""

STATUSES = {
    "cancelled": r"preklican|odpovedan|odpadl[aoie]?\b|odpade(?:jo)?\b|\bpreklic(?:uje|ujemo)\b|(?:^|\n)\W*preklic\b"
    r"|(?:zapor|izklop|prekinit)[^.!?]{0,120}\bne\s+bo\b(?!\s+(?:mogoč|možn|dalo|vod|elektr|plin|ogrev))",
    "changed": r"\bpodaljšan[aoie]?\b|\bprestavljen[aoie]?\b(?!\s+(?:k|h|pred|ob|za)\b)|\bpremaknjen[aoie]?\b(?!\s+na(?:prej|zaj))|\bpreložen[aoie]?\b"
    r"|\bspremenjen[aoie]?\b(?!\s+prometn)|se\s+(?:podaljša|podaljšuje|prestavi|prestavlja)|\bpodaljšuje(?:mo|jo)?\b|\bprestavlja(?:mo|jo)?\s+(?:\w+\s+){0,4}?na\s+(?:\d|pon|tor|sre|čet|pet|sob|ned)"
    r"|\bin\s+ne\s+\d|,\s+ne\s+\d{1,2}\.\s|ne\s+bo\s+[^.!?]{3,60}\s(?:ampak|temveč)\b|\b(?:premakni|prestavi)(?:ti|li)\b|(?:odpelj|odvoz|pobra|pobir)\w*[^.!?]{0,30}\bdan\s+(?:pozneje|prej|kasneje)|\bnov\s+termin\b[^.!?]{0,40}\sje\s"
    r"|sprememb[aoie]?\s*(?:termina|datuma|ure|urnika|odvoza|delovnega|:)|\bnamesto\s+(?:v|ob|do|od|§)"
    r"|napačno\s+(?:zapisal|naved)|\bprej\s+napovedan|novem\s+urniku|ki\s+bi\s+moral[aoie]?\s+biti|daljš[aei]\s+zapor"
    r"|(?:^|\n)\W*(?:sprememba|podaljšanje|podaljšan\w*|prestavljen\w*|preložen\w*|popravek)\b",
    "finished": r"(?<!bo )(?<!bodo )\bzaključen[aoie]?\b|\bodpravljen[aoie]?\b|(?:ponovno|spet|znova)\s+(?:vzpostavljen|odprt"
    r"|normaln|nemoten|teče|deluje|prevoz|pitna|ustrez|na\s+voljo)"
    r"|(?:je|so)\s+(?:spet|znova)\s+(?:odprt|prevoz)|\bkončan[aoi]?\b|\bsaniran[aoi]?\b|normalnem\s+obratovanju|(?:znova|spet|ponovno)\s+dosegljiv|je\s+(?:\w+\s+){0,3}od\s+[^.]{0,40}prevozn|so\s+(?:\w+\s+){0,6}popravili|je\s+(?:\w+\s+)?končal\b|so\s+(?:\w+\s+){0,2}končali"
    r"|ni\s+več\s+(?:potreb|treba|v\s+veljavi)|(?:je|so)\s+(?:\w+\s+){0,5}?vzpostavljen[aoie]?\b",
}
"""For each status other than announced, the words that tell it."""

CONDITION = (
    r"\b(?:v\s+primeru|če|ob\s+slabem\s+vremenu|v\s+kolikor|kolikor|ko\s+bo\w*|dokler|do\s+takrat"
    r"|o\s+(?:preklic|podaljš|konc|zaključk)\w+)"
    r"\b[^.!?\n]*[.!?]?|\b(?:bo|bodo|bosta)\s+(?:\w+\s+){0,3}?(?:zaključen|odpravljen|vzpostavljen|končan)\w*"
    r"|\bnaj\s+bi\b[^.!?\n]*|\b(?:bomo|bodo)\s+spet\b"
    r"|\bdo\s+(?:preklica|nadaljnjega)\b"
)
"""What may happen, or will, is not what has happened."""

ASIDE = (
    r"pokliči|na\s+telefon|telefonsk\w+\s+števil|\btel\.|informacij|oglasi(?:te|jo)|vprašanj|obvesti(?:li|mo|te)|objavljen|dovoljenj|odločb|obvoz"
    r"|klici\s+na"
    r"|prosimo|hvala|postavite|pripravite|odložite|spremljajte|zahvaljuj|prijav|sporočilo|št\.\s*\d|poravnav|brošur|(?:med|času)\s+uradn\w+\s+ur"
)
"""Sentences with these words speak of something else than what is announced: their times are none of its windows."""

EXCEPTION = r"\bizjem|\brazen\b"
"""What a time stands behind at which the announced is not in force,"""
REOPENED = r"\bbo\w*\s+(?:\w+\s+){0,2}?(?:odprt|prevoz|prehod(?:en|n))"
"""and what it stands behind in a sentence that announces nothing else."""

FURTHER = r"\b(?:tudi|prav tako|nato|še|nadomestn\w+|enak[aoe]?|drug[aio]|ponovno bo)\b"
"""What a sentence says that adds times to those of a statement."""

FORMER = r"(?:\bnamesto|\bprvotno|\bsprva|\bs|\bz|\biz|napovedan\w*\s+za|načrtovan\w*\s+za|bi\s+moral\w?\s+biti)\s+(?:v\s+|do\s+|dne\s+|dneva\s+)?$"
"""What stands before the old time of something that is now at another."""

HOLIDAY = r"\b(?:praznik\w*|dnev(?:a|u))\s+$"
"""What stands before a day for which something is moved, and on which it is not."""

MOVED = r"prestav|premak|prelož|spremen|spremem|namesto|moral\w?\s+biti"
"""What a sentence says that also prints a time which no longer holds."""

VERBS = (
    r"(?:(?:obvešča|sporoča|opozarja|napoveduje|naznanja|poziva|poroča|odsvetuje)(?:mo|jo|ta)?\b"
    r"|(?:obvestil|sporočil|opozoril|napovedal|poročal)[ie]?\b|(?<=je )(?:obvestil|sporočil|opozoril|napovedal)[ao]\b)"
)
"""What an issuer does."""

AUDIENCE = (
    r"kdaj\b|kje\b|kako\b|kaj\b|ker\b|ki\b|izvajal|uporabnik|odjemalc|občan|krajan|vozni|prebival|strank|spoštovan|cenjen|vse\b|vas\b|naročnik|gospodinj"
    r"|obiskoval|lastnik"
    r"|stanoval|potrošnik|bralc|starš|član|meščan|javnost|udeležen"
    r"|tako\b|kot\b|danes\b|jutri\b|včeraj\b|zato\b|ob\b|hkrati\b|dodatno\b|še\b|o\b|zaradi\b|prav\b|pri\s+tem"
)
"""Whom the issuer tells it, and how; what heads a sentence so is not the issuer."""

ORGANISATIONS = (
    r"občin|komunal|javno\b|javnega\b|podjetj|jp\b|jkp\b|vodovod|elektr|energetik|toplarn|plin|snag|telekom"
    r"|zavod|knjižnic"
    r"|cestn|direkcij|agencij|krajevn|ks\b|uprav|ministrstv|policij|postaj|center|centr|zdravstven|muzej|društv"
    r"|zbirn|kabel"
    r"|režijsk|šol|vrtec|vrtc|župan|mestn|družb|skupnost|komite|nijz|arso|gasilsk|služb|vodn|telemach|a1\b|t-2"
    r"|bazen|terme"
    r"|koncesionar|upravljav|medobčinsk|čistilna|ceste\b|dars\b|urad\b|pošta\b|ambulant|lekarn"
)
"""How a word of a body's name begins."""

AREA_HEADS = (
    r"na\s+(?:(?:širšem|celotnem|ožjem|delu|vsem)\s+)?(?:območj(?:u|ih)|predel(?:u|ih))"
    r"|v\s+(?:delu\s+)?(?:naselj(?:u|ih)|zaselk(?:u|ih)|kraj(?:u|ih)|vas(?:i|eh)|(?-i:ulic)(?:i|ah)|sosesk(?:i|ah)"
    r"|stavb(?:i|ah))"
    r"|v\s+okolici|v\s+delih|v\s+(?:naslednjih|sledečih)\s+(?:krajih|naseljih|ulicah)\s*:"
    r"|za\s+stavb(?:o|e|i)|na\s+naslov(?:ih|u)|v\s+občin(?:i|ah)|v\s+krajevn(?:i|ih)\s+skupnost(?:i|ih)|za\s+(?:odjemalce"
    r"|uporabnike)\s+na\s+območju"
)
"""How the naming of an area begins; these words are no part of it."""

KEPT_HEADS = r"na\s+(?:odsek(?:u|ih)|relacij(?:i|ah))|med\s+naseljema"
"""The same, but they are a part of it."""

NOMINATIVE_HEADS = r"sosesk|stavb|naselj|zaselk|kraj|vas|naslov|občin|skupnost"
"""Behind a head with one of these words a name is printed in the nominative."""

STREET_HEADS = (
    r"[Cc]est(?:a|e|i|o)|[Uu]lic(?:a|e|i|o)|[Tt]rg(?:a|u|om)?|[Pp]ot(?:i|jo)?|[Ss]tez(?:a|e|i|o)|[Nn]aselj(?:e"
    r"|a|u|em)|[Nn]abrežj(?:e|a|u)"
    r"|[Dd]revored(?:a|u)?|[Mm]ost(?:a|u)?|[Pp]rehod(?:a|u)?|[Kk]lan(?:ec|ca|cu)|[Oo]bal(?:a|e|i)"
)
"""Nouns of street names, in any case."""

MONTHS = "januarja|februarja|marca|aprila|maja|junija|julija|avgusta|septembra|oktobra|novembra|decembra"
"""Months as street names print them."""

_STOP_WORDS = (
    "bo bodo bosta bomo bi je sta so se si ste smo ni naj bila bil bilo bili bile trenutno spet znova ponovno nemotena vodo tlak zaradi brez ki kjer kar ker da za danes jutri pa zato vendar"
    " ne boste saj čez skozi vključno dne dnevno dvakrat trikrat ponoči podnevi zvečer dopoldne popoldne dve dveh treh"
    " faza fazah"
)
_STOP_STEMS = (
    "velja potek predvid začasn ovir moten motn prekin popoln deln polovičn izmeničn zaprt zapor omejen omejit"
    " obvezn prekuh dobav oskrb odvoz izklop napoved načrtov preklic prestav podaljš zaključ izved izvaj spremen"
    " zmanjš niž občasn kratkotrajn krajš mogoč možn prepoved vsak sporoč obvešč zaprl odprt urejen ostal nedostop"
    " potreb ukinj ukrep"
    " odpravljen odpad pritekl pretekl prestal pest"
)
STOP = rf"(?:(?:{'|'.join(_STOP_WORDS.split())})|(?:{'|'.join(_STOP_STEMS.split())})\w*)\b"
"""Words at which the naming of an area ends: whole ones, and beginnings."""

_REASON_WORDS = (
    "bo bodo bosta boste bomo imeli bi je sta so se ki kjer zato da brez manjši slabši nižji območje tlak dvakrat trikrat uvedla uvedel uvedlo takrat občasno popolnoma popolna delno delna začasno predvidoma občasno odvoz"
    " dobava oskrba obvezno velja veljajo"
)
_REASON_PARTICIPLES = (
    "moten prekinjen zaprt omejen preklican prestavljen podaljšan zaključen potrebn veljal urejen oviran nedostopn"
)
REASON_STOP = (
    rf"(?:(?:{'|'.join(_REASON_WORDS.split())})|(?:{'|'.join(_REASON_PARTICIPLES.split())})[aeoi]?"
    r"|sporoča\w*|obvešča\w*|odpade(?:jo)?|trenutno|ne|ni|spet|dalje|prihaja|odredil\w*|\w{2,}(?:ili|ali|ilo|alo|rla|rli|rlo|dla|dli)|(?:izvaja|spira|čisti|menja|preveza|obnavlja|opravi|zapira)la|že|tudi|\w{3,}(?:uje|ujejo|ajo|ejo|amo|imo|ujemo)"
    r"|\w{3,}(?<!vozi)(?:šče))\b"
)
"""Words at which the naming of a reason ends."""

REASONS = (
    r"\bpovod\s*:\s*|\b(?:zaradi|zavoljo|kot\s+posledica)\s+|\b(?:vzrok|razlog)\w{0,2}(?:\s+(?:v|za|obeh|vseh)\b[^:.]{0,30})?\s*:\s*"
    r"|\bvzrok\s+\w+\s+ostaja\s+\w+,\s+|\b(?:je\s+)?potrebna\s+zaradi\s+|\b(?:vzrok|razlog)\s+(?:za\s+\w+\s+|\w+\s+)?(?:je|so)(?:\s+bil[aoi]?)?\s+(?!dela\s+zaradi)"
)
"""How the naming of a reason begins."""

LABELS = {
    "issuer": r"izvajalec|izdajatelj|objavlja|upravljav(?:ec|ka)|distributer|podjetje|kdo|sporoča|obvešča"
    r"|izvajalec\s+storitve",
    "what": r"kaj|storitev|vrsta(?:\s+\w+)?|dogodek|ukrep|dejavnost|motnja|opis|zadeva|energent",
    "area": r"kje|območj[ea]|lokacij[ae]|kraj(?:i)?|naslovi?|ulic[ae]|naselj[ea]|odsek|relacija"
    r"|prizadeto\s+območje|cesta|TP|odjemalci",
    "when": r"kdaj|čas(?:\s+\w+)?|datum|dan|ur[ae]|termin|trajanje|obdobje|od\s*[-–]\s*do|začetek|pričetek|od"
    r"|predviden\s+čas",
    "end": r"konec|zaključek|do",
    "reason": r"razlog|vzrok|zakaj|namen",
    "status": r"stanje|status",
}
"""For each field, the words of a label before a colon, or of a table's head."""

LIST_MARK = r"\s*(?:[-–—•·*▪►]|\d{1,2}\)|[a-zčšž]\))\s+"
"""How an entry of a list begins."""

BODIES = frozenset(
    "občina komunala podjetje vodovod plinovod elektro energetika toplarna plinarna elektrarna elektrodistribucija ponudnik operater snaga telekom zavod"
    " knjižnica muzej pošta odlagališče dom vrtec šola uprava direkcija agencija policija postaja služba bolnišnica družba skupnost"
    " enota urad center štab zveza društvo klub ministrstvo inštitut lekarna ambulanta galerija gledališče odbor"
    " infrastruktura kanalizacija bazen kamnolom koncesionar upravljavec plinarna režija"
    " zadruga".split()
)
"""Nouns of bodies that announce, in the nominative."""

NAMES = frozenset("Dars Adriaplin Telemach Kostak Petrol Simbio Nigrad Domplan Termoplan Saubermacher".split())
"""Names of bodies that are declined and need nothing beside them."""

NAME_NOUNS = (
    r"(?:mesto|vas|dvorana|zaščite|polje|gora|gorica|dolina|trg|toplice|kulture|upokojencev|starejših|občine)\b"
)
"""Nouns in lower case that belong to a body's name."""

NAME_REGIONS = (
    r"(?:Paki|Savinji|Dravi|Muri|Sotli|Krki|Koroškem|Dravskem|Savinjski|Slovenskih|Gorenjskem|Dolenjskem|Jezeru)"
)
"""What stands behind "ob", "na" or "v" in the names of towns."""

BARE = frozenset("podjetje podjetja družba zavod upravljavec koncesionar upravnik ponudnik operater".split())
"""Nouns that are no part of a name which stands behind them: "iz podjetja Adria plin"."""

BRANDS = (
    r"T-2|A1(?: Slovenija)?|Telemach|NIJZ|ARSO|DARS|Dars|VOKA SNAGA|VO-KA|PUP-Saubermacher|PUP|VOC \w+"
    r"|(?:Slovenske )?[Žž]eleznice|Slovenske železnice|Pošta Slovenije|Adria plin|Eles|SODO|Marprom|Arriva|JEKO|Jeko"
)
"""Names of bodies that hold no such noun, as they are printed in the nominative."""

BRAND_TAILS = r"Slovenija|Slovenije"
"""What can stand behind one."""

SAYING = (
    r"(?:pojasnjuj|navaj|dodaj|pravi|poudarj|zagotavlj|napovedu|pričaku|sporoč|obvešč|obvest|opozarj|opozor|navedl"
    r"|pojasnil|povedal|poslal|piše|zapisal|potrdil|poroč|objav|prosi|svetu|priporoč|razlaga)\w*"
)
"""Verbs of saying, beside those of announcing."""

BY_WORDS_OF = r"(?:navedb|besed|podatk|informacij|pojasnil|zagotovil|obvestil|sporočil|napoved)\w*\s+$"
"""What stands before the genitive of who says something: "po navedbah Komunale Dol"."""

OFFICES = r"(?:delavc\w+|ekip\w|monterj\w+|vzdrževalc\w+|uporabnik\w*|naročnik\w*|poveljnik\w*|svet|skupina|komisija|župan\w*|direktor\w*|vodj\w*|štab\w*|predsedni\w*)\s+$"
"""What stands before the genitive of a body for which somebody decides."""

CONTRACTORS = r"izvajal\w*|izvajalec|izvedl\w*|izvaja\w*|investitor\w*|pogodben\w*|pokličite|obrnite|namesto"
"""Words of a sentence or a clause that names who does the work, or whom to ask, not who announces."""

NAME_ENDS = (
    r"zaradi|uporabnik\w*|odjemalc\w*|občan\w*|voznik\w*|naročnik\w*|prebival\w*|krajan\w*|danes|jutri|v|na|ob|iz|s|z"
    r"|po|do|od|med|bo|je|so|že|torej|spet"
)
"""Words at which the name of an issuer of unknown make ends."""

ACTING = (
    r"(?:še|pa|že|danes|jutri|na|bo|bodo|bosta|je|so|ne|prosi|zapira|prenavlja|obnavlja|napoveduje|preklicuje|podaljšuje|odreja|uvaja|izvaja"
    r"|menja|gradi|v|od|do|zaprt\w*|obljublja|načrtuje|ima|tam|bi|svetuje|priporoča|zato|torej)\b"
)
"""What follows a body that does something."""

FIRST_PERSON = (
    r"\b(?:obveščamo|sporočamo|prosimo|bomo|smo|zapiramo|opravičujemo|\w{4,}(?:ujemo|amo|emo|imo)|nas|naš\w*)\b"
)
"""Words of a text that its signer says of himself."""

PLACE_NOUNS = (
    r"cest(?:a|e|i|o|ah)|ulic(?:a|e|i|o|ah)|trg\w{0,2}|pot(?:i|jo)?|naselj\w{0,2}|vas(?:i|jo|eh)?|zasel\w+|občin(?:a|e|i|o|ah)|mest(?:o|a|u|ih)"
    r"|krajevn\w+|skupnost\w{0,2}|sosesk\w|predor\w?|most(?:u|a|om)?|nabrežj\w|drevored\w?|klan\w{1,2}|obal\w|stez\w|polj\w"
    r"|hrib\w?|gor[aeio]|dol(?:in)?[aeiu]?|brd\w|log\w?|vrh\w?|potok\w?|jezer\w{1,2}|okolic\w|okoliš\w+|križišč\w|krožišč\w|odcep\w?"
    r"|hiš\w*|številk\w|strani?|smer(?:i|eh)|dvor\w{0,2}|središč\w|grad(?:u|a|om)?|cerkv\w{1,2}|park\w{0,2}|sistem\w?|središču"
)
"""Nouns of places in lower case that may stand behind a name."""

PEOPLE = r"(?:prebival|stanoval|krajan|uporabnik|odjemal|naročnik|gospodinjst|občan|vaščan)\w*"
"""Who lives at a place that is named behind them in the genitive."""

NO_PLACES = r"(?:T-2|A1|Telemach|Telekom|Elektr|Komunal|Vodovod|Energetik|Toplarn|Plinarn|Občin|Mestn)"
"""How names begin that stand there and are no places."""

GOVERNING = r"v|na|ob|pri|po|za|od|do|med|skozi|čez|iz|s|z|in|ter|zapor\w|del|območj\w|ulic|odsek\w|okolic\w|naslovih"
"""What stands before a name that is no subject."""

MOVED_TO = r"\b(?:prestavljen|prestavlja|prestavi|preložen|premaknjen)\w*\s+(?:\w+\s+){0,2}na\s+(?:dan\s+)?$"
"""What stands before the new time of something."""

NOT_THEN = r"(?:\bin\s+|,\s*|\()ne\s+(?:več\s+)?(?:v\s+|dne\s+)?$"
"""What stands before a time at which it is not."""

AGAIN = r"\s*,?\s*(?:je\s+)?(?:dela\s+prost|praznik)|\s*,?\s*(?:pa\s+)?(?:\w+\s+){0,2}?(?:spet|znova)\b(?!\s+(?:zapr|mote|preki|od\b))"
"""What follows a time at which all is as it was."""

NEXT_DAY = r"\b(?:dan\s+(?:pozneje|kasneje)|naslednji\s+dan|naslednjega\s+dne)\s*(?:pa\s*)?$"
"""What stands before hours of the day after."""

CLOSES = r"\b(?:odprav|sanir|odstran|vzpostav|konč|zaključ|odpr[lt]|pritek|ponovno|dokonč|umakn)\w*"
"""What stands between the moment of a beginning and that of an end."""

OPEN_END = r"\bdokler\s+ne\b|\bdo\s+(?:preklica|nadaljnjega|odprave|odpoklica)|\bza\s+nedoločen\s+čas|\btrajno\b"
"""What says that an end is not known."""

WEEKDAYS = r"ponedelj\w+|tor(?:ek|ka|kom|kih)|sred[aeio]|sredah|četrt(?:ek|ka|kom)|pet(?:ek|ka|kom|kih)|sobot\w{1,2}|nedelj\w{1,2}"
"""Names of weekdays, in any case."""

NO_BODIES = r"TP|RTP|KS|ČS|MČ|VS|PŠ|OŠ|LC|JP\s\d|LZ|LK|DE|PE|OE|NN|SN|VN|ŽP|CZ|UE\b(?!\s)|FOTO|PLIN|VODA|NOVO"
"""Letters that are no body's: transformer stations, quarters, roads."""

ROAD_NOUNS = r"\bcest|\bulic|\btrg\w{0,2}\b|\bmost\w{0,2}\b|\bpot(?:i|jo)?\b"
"""Nouns that only say where, unless nothing else is told."""

FLOWING = frozenset(("heating", "gas", "water", "electricity", "telecom"))
"""Services that are not closed but cut off."""

FAULT = r"\b(?:okvar|napak|počil|počen|puščanj|pretrgan|motnj)"
"""What has cut something off."""

DROPPED = r"\bodpade(?:jo)?\b|\bodpadl[aoie]?\b|\bne\s+bo(?:mo|do)?\s+(?:pobira|odvaža|odpelja)"
"""What says that something scheduled does not take place."""

THANKS = r"Hvala|Opravič|Prosimo|Srečno|Pozdrav|Lep"
"""How a last line begins that is no signature."""

OWN_VERBS = r"bomo|smo|\w{4,}(?:ujemo|amo|emo|imo)"
"""What people say of themselves."""

THEIR_VERBS = r"bomo|smo|bodo|so|\w{4,}(?:ujemo|amo|emo|imo|ujejo|ajo|ejo|ijo)"
"""What people do."""

FOR_ALL = r"\bv\s+(?:vseh|obeh|vsakem)\s+(?:primer|kraj|naselj)\w*"
"""What says of a reason that it is that of all notices of a page."""

WORKS = (
    r"(?:zamenjav|sanacij|obnov|menjav|popravil|okvar|vzdrževaln|čiščenj|gradnj|posek|sečnj|priklop|prevezav|asfaltiranj"
    r"|rekonstrukcij|burj|dela)[a-zčšž]*"
)
"""How a reason begins that telegram style puts behind a comma or into brackets."""

FAULTS_ENDED = r"(?:okvara|napaka)\b[^,.;:]{0,60}?(?=\s+(?:je|bo|naj)\s[^.]*?(?:odprav|sanir|poprav))"
"""A reason that is told only as over."""

NEW_TERM = r"\bnov\w*\s+(?:termin|datum)\w*\b"
"""What a sentence says that names the time which holds instead of another."""
