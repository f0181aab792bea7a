"""What tells an area. Data only."""

from __future__ import annotations

AREA_HEADS = (
    r"na\s+(?:(?:širšem|celotnem|ožjem|delu|vsem|višje|nižje|nekaterih|posameznih|ležečih|višjih|nižjih)\s+){0,2}(?:območj(?:u|ih)|predel(?:u|ih))"
    r"|za\s+(?:(?:naslednj|sledeč)[aei]\s+)?(?:vasi|naselj[aei]|območj[aei]|zaselke|ulice|kraje)"
    r"|v\s+(?:mestn|četrtn)(?:i|ih)\s+(?:četrt(?:i|ih)|skupnost(?:i|ih))"
    r"|v\s+(?:delu\s+)?(?:(?-i:naselj)(?:u|ih)|zaselk(?:u|ih)|kraj(?:u|ih)|vas(?:i|eh)|(?-i:ulic)(?:i|ah)|sosesk(?:i|ah)"
    r"|stavb(?:i|ah))"
    r"|v\s+okolici|v\s+(?:(?:višje|nižje)\s+)?(?:\w+\s+)?(?:delih|legah|predelih)|v\s+(?:naslednjih|sledečih)\s+(?:krajih|naseljih|ulicah)\s*:"
    r"|(?:stavb|blok|hiš|objekt)(?:am|om)(?=\s+(?-i:[A-ZČŠŽ]))|v\s+(?:blok|hiš|objekt|stolpnic)(?:ih|ah)(?=\s+(?-i:[A-ZČŠŽ]))"
    r"|za\s+(?:stavb(?:o|e|i)|objekte?)|na\s+naslov(?:ih|u)|v\s+občin(?:i|ah)|v\s+krajevn(?:i|ih)\s+skupnost(?:i|ih)"
    r"|za\s+(?:odjemalce"
    r"|uporabnike)\s+na\s+območju"
)
"""How the naming of an area begins; these words are no part of it."""

KEPT_HEADS = (
    r"na\s+(?:odsek(?:u|ih)|relacij(?:i|ah))|med\s+naseljema"
    r"|v\s+(?:obrtni|industrijski|poslovni|stanovanjski|obrtno-industrijski|gospodarski)\s+coni"
)
"""The same, but they are a part of it."""

NOMINATIVE_HEADS = (
    r"coni|(?:hiš|blok|objekt|stolpnic)(?:am|om|ah|ih)|četrt|sosesk|stavb|naselj|zaselk|kraj|vas|naslov|občin|skupnost"
)
"""Behind a head with one of these words a name is printed in the nominative."""

STREET_HEADS = (
    r"[Cc]est(?:a|e|i|o)|[Uu]lic(?:a|e|i|o)|[Tt]rg(?:a|u|om)?|[Pp]ot(?:i|jo)?|[Ss]tez(?:a|e|i|o)|[Nn]aselj(?:e"
    r"|a|u|em)|[Nn]abrežj(?:e|a|u)"
    r"|[Dd]revored(?:a|u)?|[Mm]ost(?:a|u)?|[Bb]rv(?:i|jo)?|[Pp]rehod(?:a|u)?|[Kk]lan(?:ec|ca|cu)|[Oo]bal(?:a|e|i)"
)
"""Nouns of street names, in any case."""

_STOP_WORDS = (
    "bo bodo bosta bomo bi je sta so se si ste smo ni naj bila bil bilo bili bile trenutno spet znova ponovno"
    " nemotena vodo tlak zaradi brez ki kjer kar ker da za danes jutri pa zato vendar"
    " razen ne boste saj čez skozi vključno dne dnevno dvakrat trikrat ponoči podnevi zvečer"
    " dopoldne popoldne dve dveh treh neprevozn\\w+"
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

PLACE_NOUNS = (
    r"cest(?:a|e|i|o|ah)|ulic(?:a|e|i|o|ah)|trg\w{0,2}|pot(?:i|jo)?|naselj\w{0,2}|vas(?:i|jo|eh)?|zasel\w+"
    r"|občin(?:a|e|i|o|ah)|mest(?:o|a|u|ih)"
    r"|krajevn\w+|skupnost\w{0,2}|sosesk\w|predor\w?|most(?:u|a|om)?|nabrežj\w|drevored\w?|klan\w{1,2}|obal\w"
    r"|stez\w|polj\w"
    r"|hrib\w?|gor[aeio]|dol(?:in)?[aeiu]?|brd\w|log\w?|vrh\w?|potok\w?|jezer\w{1,2}|okolic\w|okoliš\w+"
    r"|križišč\w{1,2}|krožišč\w{1,2}|odcep\w?"
    r"|sel[aou]|selih|cerkev|rav(?:an|ni)|goric\w{1,2}|toplic\w{0,2}|rek[aeio]|hiš\w*|številk\w{1,4}|strani?|smer(?:i|eh)|dvor\w{0,2}|središč\w|grad(?:u|a|om)?|cerkv\w{1,2}|park\w{0,2}"
    r"|sistem\w?|središču|(?:park|igr|pokopal|postajal|kopal|dvor)išč\w{1,2}|bazen\w{0,2}|dvoran\w|dom(?:u|a|om)|šol\w|vrt(?:ec|ca|cu|cem)|cerkv\w|kapelic\w|gostiln\w"
    r"|trgovin\w|pošt\w|postaj\w|postajališč\w|viadukt\w|nadvoz\w{0,2}|podvoz\w{0,2}|prehod\w{0,2}|priključk\w{1,2}|priključ(?:ek|ka|kom)"
    r"|zadružn\w+|gasilsk\w+|pokopališk\w+|dvorišč\w|jedr\w|odsek\w{0,2}|izvod\w{0,2}|objekt\w{0,2}|con[aeio]|odjemal\w+|naprej"
)
"""Nouns of places in lower case that may stand behind a name."""

STATION = r"(?:R?TP|(?:transformatorsk|trafo)\w*\s?postaj\w{0,2}(?:\s+TP)?)"
"""What stands before the name of a transformer station."""

PEOPLE = r"(?:prebival|stanoval|krajan|uporabnik|odjemal|naročnik|gospodinjst|občan|vaščan)\w*"
"""Who lives at a place that is named behind them in the genitive."""

NO_PLACES = r"(?:T-2|A1|Telemach|Telekom|Elektr|Komunal|Vodovod|Energetik|Toplarn|Plinarn|Občin|Mestn)"
"""How names begin that stand there and are no places."""

_HOUSE_KINDS = (
    r"letn|zimsk|pokrit|odprt|notranj|zunanj|športn|večnamensk|mestn|krajevn|občinsk|osrednj|splošn|otrošk|zdravstven"
    r"|kulturn|gasilsk|osnovn|srednj|glasben|upravn|davčn|zbirn|nivojsk|železnišk|avtobusn|bencinsk|mrlišk|posloviln"
    r"|prometn|cestn|javn|velik|mal|nov|star|mejn|ljudsk|zadružn|planinsk|lovsk|župnijsk|mladinsk"
)
_HOUSES = (
    r"zbirn(?:i|ega|em)\s+cent(?:er|ra|ru)|upravn[aeio]\s+enot[aeio]|zdravstven(?:i|ega|em)\s+dom[au]?"
    r"|dom[au]?\s+(?:kulture|krajanov|starejših|upokojencev|občanov)|krajevn(?:i|ega|em)\s+urad[au]?"
    r"|(?:otroško\s+)?igrišč[aeu]|vežic[aeio]|nivojsk\w+\s+prehod[au]?|železnišk\w+\s+(?:prehod[au]?|postaj[aeio])"
    r"|odlagališč[aeu]|postajališč[aeu]|kopališč[aeu]|bazen[au]?|pokopališč[aeu]|drsališč[aeu]|smučišč[aeu]|knjižnic[aeio]|muzej[au]?"
    r"|poslovalnic[aeio]|izposojevališč[aeu]|dvoran[aeio]|parkirišč[aeu]|stadion[au]?|tržnic[aeio]|galerij[aeio]"
    r"|telovadnic[aeio]|lekarn[aeio]|ambulant[aeio]|vrt(?:ec|ca|cu)|čakalnic[aeio]|predor[au]?|viadukt[au]?|(?:pod|nad)voz[au]?"
    r"|prelaz(?:u|a)?(?=\s[A-ZČŠŽ])|(?:most(?:u|a)?|brv(?:i|jo)?)(?=\s(?:čez|v|na|pri)\s[A-ZČŠŽ])|pošt[aeio](?=\s(?:\d{4}\s)?(?!Slovenij)[A-ZČŠŽ])"
    r"|šol[aeio](?=\s[A-ZČŠŽ])|(?<!, )(?<!Območna )(?<!Distribucijska )enot[aeio](?=\s[A-ZČŠŽ])"
)
GROUNDS_NOUNS = (
    "pokopališče|kopališče|drsališče|smučišče|igrišče|parkirišče|bazen|stadion|muzej|knjižnica|dvorana|tržnica|galerija"
)
"""Houses and grounds that an adjective before them names."""

FACILITIES = rf"(?:(?:{_HOUSE_KINDS})(?:i|a|o|e|ega|em|emu)\s+)*(?:{_HOUSES})"
"""Houses and grounds that are themselves the place, with their name behind them."""

MORE_PLACES = r"\b(?:enako|isto)\s+velja|\btudi\s+(?:v|na|za|pri)\s"
"""What says that places are meant beside those that were told before."""

WITHOUT = (
    r"brez\s+(?:(?:pitne|tople|sanitarne|električne|toplotne)\s+){0,2}(?:vode|elektrike|energije|toka|plina|ogrevanja|toplote|interneta|signala"
    r"|napetosti|napajanja|oskrbe)(?:\s+(?:in|ter)\s+(?:pitne|tople|sanitarne)\s+vode)?"
)
"""What those lack whose places are the subject of the sentence: "brez vode bodo Log, Brdo in Dol"."""

GOVERNING = r"v|na|ob|pri|po|za|od|do|med|skozi|čez|iz|s|z|in|ter|zapor\w|del|območj\w|ulic|odsek\w|okolic\w|naslovih"
"""What stands before a name that is no subject."""
