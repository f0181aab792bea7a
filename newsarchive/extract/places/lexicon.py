"""The nouns of place names that their endings alone do not tell: how they are declined, and which head streets."""

from __future__ import annotations

from typing import Literal

Case = Literal["nom", "gen", "loc", "ins", "acc"]
"""The cases in which names are printed."""

ENDINGS: dict[str, dict[Case, tuple[str, ...]]] = {
    "m": {"gen": ("a", "u"), "loc": ("u",), "ins": ("om", "em"), "acc": ("=",)},
    "n": {"gen": ("a",), "loc": ("u",), "ins": ("om", "em"), "acc": ("=",)},
    "an": {"gen": ("ega",), "loc": ("em",), "ins": ("im",), "acc": ("=",)},
    "f": {"gen": ("e",), "loc": ("i",), "ins": ("o",), "acc": ("o",)},
    "i": {"gen": ("i",), "loc": ("i",), "ins": ("jo",), "acc": ("=",)},
    "v": {"gen": ("e",), "loc": ("i",), "ins": ("ijo",), "acc": ("=",)},
    "fp": {"gen": ("",), "loc": ("ah",), "ins": ("ami",), "acc": ("=",)},
    "np": {"gen": ("",), "loc": ("ih",), "ins": ("i",), "acc": ("=",)},
    "mp": {"gen": ("ov", "ev"), "loc": ("ih", "eh"), "ins": ("i", "mi"), "acc": ("e",)},
}
"""Oblique endings by declension: masculine, neuter, adjectival neuter, feminine in -a, in -ev, in a consonant, and the
plurals (feminine, neuter, masculine). ``=`` is the nominative itself."""

NOUNS = {
    "m": "trg log breg vrh hrib dol potok most park drevored prehod klanec/klanc kolodvor vrt prelaz Bohinj Ptuj Kranj"
    " Koper/Kopr Tolmin Devin Trzin Komen/Komn Črnomelj/Črnomlj Ljutomer Šentilj Šoštanj Radelj Majšperk Dragomer"
    " Boštanj Podlonk Jurklošter Lovrenc Sovodenj/Sovodnj Kašelj/Kašlj Videm/Vidm Razbor/Razborj Obrov Ročinj Tuhinj"
    " Miren/Mirn"
    " Telekom Center/Centr vodovod plinovod zavod obrat dom vrtec/vrtc urad center/centr štab predor muzej klub"
    " inštitut odbor svet teater bazen kamnolom koncesionar park upravljavec/upravljavc ponudnik operater"
    " upravnik plinovod Dars Adriaplin Telemach Kostak Petrol Simbio Nigrad Domplan Termoplan Saubermacher"
    " oddelek/oddelk inšpektorat arhiv stadion hotel kamp nadvoz podvoz viadukt blok laboratorij rob",
    "n": "Šmarje Debro brdo selo jezero mesto polje blato korito okno sedlo gumno naklo barje morje naselje"
    " nabrežje predmestje"
    " podjetje Elektro društvo ministrstvo gospodarstvo gledališče kopališče drsališče nadzorništvo"
    " veleposlaništvo združenje sodišče letališče odlagališče pokopališče središče križišče krožišče jedro"
    " Osredje Sleme/Slemen Preserje Šmartno parkirišče igrišče izposojevališče smučišče postajališče",
    "an": "Krško Laško Vransko Ljubno Cerkno Šmartno Dobrovo Senovo Jezersko Kozje/Kozj Trnovo Dovje/Dovj",
    "f": "cesta ulica steza obala kolonija soseska dolina gora stolpnica občina komunala energetika toplarna plinarna"
    " elektrarna elektrodistribucija snaga knjižnica šola uprava direkcija agencija policija služba bolnica bolnišnica"
    " družba zveza postaja ambulanta lekarna pošta galerija skupina organizacija čistilna kanalizacija"
    " infrastruktura fakulteta glasba gimnazija ljudska blagajna zadruga vodna kmetija poslovalnica zbornica"
    " dvorana zaščita enota univerza župnija banka tržnica zbiralnica gostilna restavracija trgovina tovarna"
    " telovadnica čakalnica žičnica garaža vežica cona",
    "v": "Lokev/Lokv Podcerkev/Podcerkv cerkev/cerkv bukev/bukv",
    "i": "Podpeč ploščad vas pot peč četrt skupnost ravan/ravn",
    "fp": "Ravne//Raven Laze//Laz Škale Brežice Jesenice Trbovlje//Trbovelj Domžale Vodice Radlje//Radelj Loke//Lok"
    " Poljane Rateče Moste Jarše Fužine Stožice Črnuče Medvode Pirniče Brezje//Brezij Zavodnje//Zavodenj Griže Liboje"
    " Petrovče Luče Dramlje//Dramelj Zreče Konjice Rače Hoče Moravče Cerklje//Cerkelj Gorje//Gorij Hrpelje//Hrpelj"
    " Štore Nazarje//Nazarij Prevalje//Prevalj Ruše Slatine Toplice Trate Brode Gameljne//Gameljn Braslovče Gorice"
    " Rovte Lašče Poljčane Pijavice Mlinše Žlebe//Žleb Tenetiše Dobrave Dole//Dol Goriče Jevnice Njive Planine Rečice"
    " Selce Zagorice Završe Zgoše Lipe Lome Podgrade",
    "np": "Korita//Korit Sedla//Sedel Vrtača Jezera//Jezer Gradišča//Gradišč Polja//Polj Sela//Sel Vrata//Vrat"
    " Jezerca//Jezerc Tla//Tal Brda//Brd Usta//Ust Drva",
    "mp": "Slaveči//Slaveč Beltinci Odranci Puconci Rogašovci Petrovci Šalovci Radenci Železniki Žiri Novaki"
    " Travniki Vrhovci Kozarji plinovodi",
}
"""Nouns by declension: nominative, then (after a slash, where it is not the plain one) the stem of the other cases,
then the genitive plural. A word in lower case may stand in either."""

STREETS = frozenset(
    "cesta ulica trg pot steza naselje nabrežje drevored prehod park obala kolonija soseska most klanec ploščad".split()
)
"""Nouns that a street's name ends with, or begins with and then keeps the rest as it is ("Cesta na grad")."""

HOUSES = frozenset(
    "bolnica bolnišnica šola vrtec dom pošta lekarna ambulanta knjižnica muzej tržnica bazen dvorana urad enota"
    " poslovalnica parkirišče igrišče stadion drsališče galerija gledališče zbiralnica univerza"
    " gimnazija fakulteta prehod izposojevališče banka hotel gostilna restavracija trgovina tovarna bolnišnica"
    " telovadnica kamp predor nadvoz podvoz viadukt blok čakalnica smučišče letališče žičnica garaža"
    " laboratorij pokopališče odlagališče kopališče postajališče vežica most cona".split()
)
"""Nouns of houses and grounds that have a name of their own behind them, and keep it as it is."""

CENTRES = ("zbirn", "zdravstven", "kulturn", "športn", "reciklažn", "medgeneracijsk", "trgovsk", "poslovn")
"""How the adjectives begin with which "center" is a house, not the middle of a town."""

NO_FLEETING = frozenset("park mark turk volk polk majšperk".split())
"""Stems in two consonants that have no vowel between them in the nominative either."""

STEMS = (
    (r"(?<=[šr]tanj)$", "", "m"),
    (r"(?<=[zžsš])lj$", "elj", "m"),
    (r"(?<=[au]r)j$", "", "m"),
    (r"(?<=\w\wer)j$", "", "m"),
    (r"(?<=[ei]šč)$", "e", "n"),
    (r"(?<=stv)$", "o", "n"),
    (r"(?<=brd)$", "o", "n"),
    (r"(?<=štanj)$", "", "m"),
    (r"(?<=\w\welj)$", "", "m"),
    (r"(?<=[^aeiouj]j)$", "e", "n"),
    (r"(?<=\w\w\w[oe]v)$", "o", "n"),
    (r"(?<!er)(?<=[^aeiou])c$", "ec", "m"),
    (r"(?<=berk)$", "", "m"),
    (r"(?<=[^aeiou])k$", "ek", "m"),
    (r"(?<=[^aeioulr])r$", "er", "m"),
    (r"(?<=g)š$", "eš", "m"),
    (r"(?<=[mgčktdpbvzsžš])n$", "en", "m"),
    (r"(?<=[tr])l$", "el", "m"),
    (r"(?<=[ds])m$", "em", "m"),
    (r"$", "", "m"),
)
"""From the stem of a masculine or neuter noun to its nominative: the first whose pattern is found at its end is put in
the pattern's place; then its declension."""

RULES: dict[str, tuple[tuple[str, str | None, str], ...]] = {
    "gen": (
        (r"(?<=[cčšžj])ega$", "e", "an"),
        (r"ega$", "o", "an"),
        (r"a$", None, "m"),
        (r"e$", "a", "f"),
        (r"(st|peč|vas|ves)i$", r"\1", "i"),
        (r"(?<=[aeo]l)i$", "", "i"),
        (r"[io]$", "=", "mp"),
        (r"ij$", "je", "fp"),
        (r"cev$", "ci", "mp"),
        (r"[oe]v$", "i", "mp"),
        (r"(?<=[^aeiou])e(n|nj|lj)$", r"\1e", "fp"),
        (r"(?:ec|ek|ik|ar|or|er|ur|rad|vrh|log|reg|trg|hrib|aj|ej|oj)$", "=", "m"),
        (r"$", "e", "fp"),
    ),
    "loc": (
        (r"(?<=[cčšžj])em$", "e", "an"),
        (r"em$", "o", "an"),
        (r"u$", None, "m"),
        (r"i$", "a", "f"),
        (r"ah$", "e", "fp"),
        (r"[ie]h$", "i", "mp"),
        (r"$", "=", "m"),
    ),
    "ins": (
        (r"ami$", "e", "fp"),
        (r"[oe]m$", None, "m"),
        (r"im$", "o", "an"),
        (r"o$", "a", "f"),
        (r"$", "=", "mp"),
    ),
    "acc": (
        (r"o$", "a", "f"),
        (r"[^aeiou]$", "=", "m"),
        (r"$", "=", "fp"),
    ),
}
"""For each case, endings of a noun that the lexicon does not know, in order: what is put in their place in
the nominative, and the declension. ``None``: what is left is a stem, see :data:`STEMS`; ``=``: it is the nominative."""
