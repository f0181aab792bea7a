"""What tells who announces. Data only."""

from __future__ import annotations

VERBS = (
    r"(?:(?:obvešča|sporoča|opozarja|napoveduje|naznanja|poziva|poroča|odsvetuje|razglaša)(?:mo|jo|ta)?\b"
    r"|(?:obvestil|sporočil|opozoril|napovedal|poročal)[ie]?\b"
    r"|(?<=\bje )(?:obvestil|sporočil|opozoril|napovedal)[ao]\b)"
)
"""What an issuer does."""

AUDIENCE = (
    r"skladno\b|v\s+skladu|na\s+podlagi|kdaj\b|kje\b|kako\b|kaj\b|ker\b|ki\b|izvajal|uporabnik"
    r"|odjemalc|občan|krajan|vozni|prebival|strank"
    r"|spoštovan|cenjen|vse\b|vas\b|naročnik|gospodinj"
    r"|obiskoval|lastnik"
    r"|stanoval|porabnik|kupc|stranke|potrošnik|bralc|starš|član|meščan|javnost|udeležen"
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
    r"|koncesionar|upravljav|medobčinsk|čistilna|ceste\b|dars\b|urad\b|oddel(?:ek|ka)\b|sektor|pošta\b|ambulant|lekarn"
)
"""How a word of a body's name begins."""

BODIES = frozenset(
    "občina komunala podjetje vodovod plinovod elektro energetika toplarna plinarna elektrarna"
    " elektrodistribucija ponudnik operater snaga telekom zavod"
    " knjižnica muzej pošta odlagališče dom vrtec šola uprava direkcija agencija policija postaja služba"
    " bolnišnica družba skupnost"
    " enota urad center štab zveza društvo klub ministrstvo inštitut lekarna ambulanta galerija gledališče odbor"
    " infrastruktura kanalizacija bazen kamnolom koncesionar upravljavec plinarna režija obrat"
    " inšpektorat redarstvo univerza fakulteta gimnazija banka župnija arhiv sodišče zbornica tržnica"
    " zadruga plinovodi drsališče kopališče park oddelek laboratorij".split()
)
"""Nouns of bodies that announce, in the nominative."""

FOR_WHAT = (
    r"šport|ravnanj|infrastruktur|gospodar|cest[eo]\b|kultur|zaposl|distribucij|komunal|zdravj|zdravst|okolj|varst|varov|promet|gradben|stanovanj|vod[eo]\b"
    r"|oskrb|energetik|turiz|razvoj|mladin|izobraž|notranj|finan|kmetij|gozdov|upravljanj|vzdržev|socialn|pomoč|javn|zaščit|reševan"
)
"""What a body is for, as its name tells."""

GROUNDS = ("zbirni center", "letno ")
"""How the names of grounds begin that others keep, and that announce nothing."""

NAMES = frozenset("Dars Adriaplin Telemach Kostak Petrol Simbio Nigrad Domplan Termoplan Saubermacher".split())
"""Names of bodies that are declined and need nothing beside them."""

NAME_NOUNS = (
    r"(?:dom|center|zavod|šola|krajina|mesto|vas|dvorana|zaščite|polje|gora|gorica|dolina|trg|toplice"
    r"|kulture|upokojencev|starejših|občine|podjetje|društvo|zadruga|sistema)\b"
)
"""Nouns in lower case that belong to a body's name."""

NAME_REGIONS = (
    r"(?:Paki|Savinji|Dravi|Muri|Sotli|Krki|Koroškem|Dravskem|Savinjski|Slovenskih|Gorenjskem|Dolenjskem|Jezeru"
    r"|Soči|Kolpi|Meži|Ščavnici|Pesnici|Bolski|Pohorju)"
)
"""What stands behind "ob", "na" or "v" in the names of towns."""

LEGAL_FORMS = (
    r"(?:(?:d\.\s?(?:o\.\s?o\.|d\.|n\.\s?o\.)|[sk]\.\s?[pd]\.|z\.\s?(?:o\.\s?o\.|b\.\s?o\.))|s\.p\."
    r"|javno\s+podjetje\b|javni\s+zavod\b)"
)
"""What stands at the end of a firm's name."""

HEADLINES = (
    r"(?:Zapor|Prekin|Obvest|Motn|Moten|Izklop|Odvoz|Preklic|Sprem|Delov|Urnik|Brez|Dela|Zapr|Oskrb|Poziv"
    r"|Omejit|Prekuh)"
)
"""How what is announced begins, behind a body and a dash in a title."""

ADJECTIVES = (
    r"(?:Suh[aoe]|Nov[aoe]|Star[aoe]|Bel[aoe]|Črn[aoe]|Dolg[aoe]|Velik[aoe]|Mal[aoe]|Rdeč[aoe]|Zelen[aoe]|Visok[aoe]|Bistr[aoe]|Čist[aoe]"
    r"|Svet[aoe]|[A-ZČŠŽ][a-zčšž]+(?:sk|šk|nj)[aoe])"
)
"""Adjectives of a name whose noun is printed in lower case: "Vodovod Suha krajina"."""

NO_NOUNS = (
    r"(?:uje|(?<!nar)(?<!drž)ava|eva|ira|ša|ča|aja|ja|je|mo|jo|la|lo|le|zaradi|pa|da|na|za|se|vse|svoje|kot|že|še|do)"
)
"""How words end that stand behind such an adjective and are no nouns."""

NO_FIRMS = (
    r"bo|bodo|bosta|bomo|je|so|sta|smo|da|ker|ki|in|ter|na|v|iz|po|od|do|s|z|pri|zaradi|podjetj\w+|družb\w+|operater\w*|izvajal\w+|izvajalec|upravljav\w+|koncesionar\w*"
    r"|[Pp]odjetje|[Dd]ružba|[Oo]perater|[Ii]zvajalec|[Ii]zvedba|[Oo]rganizator|[Nn]adzor|[Uu]pravljavec|[Kk]oncesionar|[Oo]bčin\w+|[Ii]nvestitor|[Vv]aš\w*|[Hh]vala|[Vv]se|[Dd]anes|[Jj]utri|[Zz]a|[Pp]o|[Nn]a|[Vv]|[Oo]d|[Zz]aradi|obvešča|sporoča"
)
"""Words that are no part of such a name."""

CONTACTS = (
    r"\s*(?:\((?:tel|gsm|mob|dežurn|e-|www|info)[^()]*\)?|,?\s+(?:tel|gsm|mob|fax|faks)\b|,\s*(?:dežurn\w+|klicni|kontaktn\w+)"
    r"|,\s*(?:[A-ZČŠŽ]\w+\s){1,4}\d+\s?[a-z]?,\s*\d{4}\s|,\s*\d{4}\s+[A-ZČŠŽ]"
    r"|,?\s+(?:dne\s+)?\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\b).*$"
)
"""What stands behind the name of who signs, and is none of it: telephones, an address, a date."""

GROUND_BODIES = (
    r"(?:\w+\s)?(?:bazen|kopališče|drsališče|tržnica|park|parkirišče|dvorana|urad|izposojevališče"
    r"|center|pokopališče|igrišče)\b"
)
"""Bodies that others keep, where those sign."""

BARE = frozenset("podjetje podjetja družba upravljavec koncesionar upravnik ponudnik operater".split())
"""Nouns that are no part of a name which stands behind them: "iz podjetja Adria plin"."""

BRANDS = (
    r"Vodovodi? in kanalizacija|T-2|A1(?: Slovenija)?|Telemach|NIJZ|ARSO|DARS|Dars|VOKA SNAGA|VO-KA"
    r"|PUP-Saubermacher|PUP|VOC \w+"
    r"|(?:Slovenske )?[Žž]eleznice|Slovenske železnice|Pošta Slovenije|Adria plin|Eles|SODO|Marprom|Arriva|JEKO|Jeko"
)
"""Names of bodies that hold no such noun, as they are printed in the nominative."""

BRAND_TAILS = r"Slovenija|Slovenije"
"""What can stand behind one."""

SAYING = (
    r"(?:pojasnjuj|navaj|dodaj|pravi|poudarj|zagotavlj|napovedu|pričaku|sporoč|obvešč|obvest|opozarj|opozor|navedl"
    r"|pojasnil|povedal|poslal|piše|zapisal|potrdil|poroč|objav|prosi|zahvaljuj|opravičuj|svetu|priporoč|razlaga)\w*"
)
"""Verbs of saying, beside those of announcing."""

BY_WORDS_OF = (
    r"(?:navedb|besed|podatk|informacij|pojasnil|zagotovil|obvestil|sporočil|napoved|odločb"
    r"|odredb|sklep|nalog)\w*\s+$"
)
"""What stands before the genitive of who says something: "po navedbah Komunale Dol"."""

OFFICES = (
    r"(?:delavc\w+|uslužbenc\w+|uradn\w+\s+ur\w*|ekip\w|monterj\w+|vzdrževalc\w+|uporabnik\w*|naročnik\w*|poveljnik\w*|svet|skupina|komisija"
    r"|župan\w*|direktor\w*|omrežj\w|vodj\w*|štab\w*|predsedni\w*)\s+$"
)
"""What stands before the genitive of a body for which somebody decides."""

CONTRACTORS = r"izvajal\w*|izvajalec|izvedl\w*|izvaja\w*|investitor\w*|pogodben\w*|pokličite|obrnite|namesto"
"""Words of a sentence or a clause that names who does the work, or whom to ask, not who announces."""

DOES = (
    r"(?:prekini|ustavi|zapr|zapira|izklopi|izklaplja|zniža|zmanjša|izpira|prenavlja|obnavlja|odvaža|odpelja|pobira"
    r"|zamenja|menja|omeji|praznil?|preklica|odpoveda|vzdrževa|preveza|odklopi|gradi|polaga)(?:l[ao]?|el)"
)
"""What only those do who keep a network or a road."""

NAME_ENDS = (
    r"zaradi|svoj\w*|vse|uporabnik\w*|odjemalc\w*|občan\w*|voznik\w*|naročnik\w*|prebival\w*|krajan\w*|danes|jutri|v|na|ob|iz|s|z"
    r"|po|do|od|med|bo|je|so|že|torej|spet"
)
"""Words at which the name of an issuer of unknown make ends."""

ACTING = (
    r"(?:\w{3,}(?:uje|ira|ava|eva)|s|z|še|pa|že|danes|jutri|na|bo|bodo|bosta|je|so|ne|prosi|zapira|prenavlja|obnavlja|napoveduje|preklicuje"
    r"|podaljšuje|odreja|uvaja|izvaja"
    r"|menja|gradi|v|od|do|zaprt\w*|uporabnik\w*|odjemal\w+|občan\w*|krajan\w*|naročnik\w*|vozni\w+|strank\w*|obljublja|načrtuje|ima|tam|bi|svetuje|priporoča|zato|torej)\b"
)
"""What follows a body that does something."""

FIRST_PERSON = (
    r"\b(?:obveščamo|sporočamo|prosimo|bomo|smo|zapiramo|opravičujemo|\w{4,}(?:ujemo|amo|emo|imo)"
    r"|nas|naš\w*|spoštovan[aei]|cenjen[aei])\b"
)
"""Words of a text that its signer says of himself."""

NO_BODIES = r"TP|RTP|KS|ČS|MČ|VS|PŠ|OŠ|LC|JP\s\d|LZ|LK|DE|PE|OE|NN|SN|VN|ŽP|CZ|UE\b(?!\s)|FOTO|PLIN|VODA|NOVO"
"""Letters that are no body's: transformer stations, quarters, roads."""

THANKS = r"Hvala|Opravič|Prosimo|Srečno|Pozdrav|Lep"
"""How a last line begins that is no signature."""

OWN_VERBS = r"bomo|smo|\w{4,}(?:ujemo|amo|emo|imo)"
"""What people say of themselves."""

HOSTS = r"(?=[A-ZČŠŽ])(?:[A-ZČŠŽ]\w+\s){0,2}(?i:občin|komunal|vodovod|elektr|energetik|toplarn|plinarn)"
"""How the names of bodies begin that nobody is inside of but who works for them."""

THEIR_VERBS = r"bomo|smo|bodo|so|\w{4,}(?:ujemo|amo|emo|imo|ujejo|ajo|ejo|ijo)"
"""What people do."""
