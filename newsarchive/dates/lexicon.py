"""Every word of the grammar: its kinds and its values. A word may be of several kinds ("pet": five, and Friday)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsarchive.dates import holidays, numbers, words

Table = Mapping[str, int | str]


def adjectives(stems: str, value: int, endings: str = "i a o e ega emu em im ih ima imi") -> dict[str, int | str]:
    """Decline adjectives: ``prejsnj`` to every case of "prejšnji"."""
    return {stem + ending: value for stem in stems.split() for ending in endings.split()}


def plain(forms: str, value: str | int = 0) -> dict[str, str | int]:
    """Give every form the same value."""
    return dict.fromkeys(forms.split(), value)


UNITS: Table = (
    plain("sekunda sekundo sekunde sekund sekundi sekundama sekundami", "second")
    | plain("minuta minuto minute minut minuti minutama minutami minutah min", "minute")
    | plain("ura uro ure ur uri urama urami urah h", "hour")
    | plain("dan dnem dnevom dneva dni dnevi dnevoma dneh dnevih dnevu dnevov", "day")
    | plain("teden tedna tednu tednom tedni tednov tednoma tednih tedne", "week")
    | plain("vikend vikenda vikendu vikendom", "weekend")
    | plain("mesec meseca mesecu mesecem meseci mesecev mesecema mesecih mesece", "month")
    | plain("leto leta letu letom leti let letoma letih", "year")
    | plain("desetletje desetletja desetletju desetletjem desetletji desetletij desetletjema desetletjih", "decade")
    | plain("stoletje stoletja stoletju stoletjem stoletji stoletij stoletjema stoletjih", "century")
)

PARTS_OF_DAY: Table = (
    plain(
        "zjutraj jutro jutra jutru jutranjih jutranji dopoldne dopoldan dopoldneva dopoldnevu dopoldanskih", "morning"
    )
    | plain("popoldne popoldan popoldneva popoldnevu popoldanskih", "afternoon")
    | plain("zvecer vecer vecera veceru vecerom vecernih", "evening")
    | plain("ponoci nocnih", "night")
)

SEASONS: Table = (
    plain("spomladi pomlad pomladi pomladjo", 21)
    | plain("poleti poletje poletja poletju poletjem", 22)
    | plain("jeseni jesen jesenjo", 23)
    | plain("pozimi zima zime zimi zimo", 24)
)

KINDS: dict[str, Table] = {
    "month": words.MONTHS,
    "month_nominative": words.MONTHS_NOMINATIVE,
    "month_genitive": words.MONTHS_GENITIVE,
    "month_oblique": words.MONTHS_OBLIQUE,
    "month_short": words.MONTH_ABBREVIATIONS,
    "weekday": words.WEEKDAYS,
    "weekdays": words.WEEKDAYS_PLURAL,
    "weekday_short": {word: day for word, day in words.WEEKDAY_ABBREVIATIONS.items() if len(word) == 3}
    | {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6},
    "weekday_adjective": {
        form: day
        for day, stem in enumerate(
            ("ponedeljkov", "torkov", "sredin", "cetrtkov", "petkov", "sobotn", "nedeljsk")
        )
        for form in adjectives(stem, day)
        | plain(stem + " " + stem + "a", day)
    },
    "number": numbers.CARDINALS,
    "ordinal": numbers.ORDINALS,
    "roman": words.ROMAN,
    "hour_word": numbers.HOURS,
    "hour_one": plain("eni", 1),
    "before_word": numbers.BEFORE,
    "half": plain("pol"),
    "quarter": plain("cetrt"),
    "three": plain("tri"),
    "three_quarters": plain("tricetrt"),
    "unit": UNITS,
    "unit_one": {
        word: unit
        for word, unit in UNITS.items()
        if word in "teden tedna tednu tednom mesec meseca mesecu mesecem leto letu letom desetletje desetletja"
        " desetletju stoletje stoletja stoletju".split()
    },
    "unit_before": {
        word: unit
        for word, unit in UNITS.items()
        if word in "sekundo minuto uro tednom mesecem letom desetletjem stoletjem".split()
    },
    "unit_across": {word: unit for word, unit in UNITS.items() if word in "sekundo minuto uro".split()},
    "unit_accusative": {
        word: unit for word, unit in UNITS.items() if word in "minuto uro dan teden mesec leto".split()
    },
    "turn_genitive": {
        word: turn
        for word, turn in (adjectives("prejsnj minul pretekl zadnj", -1) | adjectives("prihodnj naslednj", 1)
                           | {"tega": 0}).items()
        if word.endswith("ega")
    },
    "hour_noun": plain("uri uro ure"),
    "minutes": plain("minut minute minuti minuto min"),
    "day_noun": plain("dan dne dnem dnevu dneva dnevom"),
    "days": plain("dni"),
    "day_plural": plain("dneh dnevih dni"),
    "hours_plural": plain("urah"),
    "day_time": plain("cas casu"),
    "week": plain("teden tedna tednu tednom"),
    "weekend": plain("vikend vikenda vikendu vikendom"),
    "weekends": plain("vikendih vikendi vikende"),
    "month_noun": plain("mesec meseca mesecu mesecem"),
    "year_noun": plain("leto leta letu letom"),
    "years": plain("leta letih letoma let leti leto letu letom"),
    "years_in": plain("letih"),
    "school": adjectives("solsk", 9) | adjectives("studijsk", 10),
    "decades": {
        form: value
        for value, stem in ((20, "dvajset"), (30, "trideset"), (40, "stirideset"), (50, "petdeset"), (60, "sestdeset"),
                            (70, "sedemdeset"), (80, "osemdeset"), (90, "devetdeset"))
        for form in (stem + "ih", stem + "a", stem + "e")
    },
    "century": plain("stoletje stoletja stoletju stoletjem"),
    "quarter_year": plain("cetrtletje cetrtletja cetrtletju cetrtletjem kvartal kvartala kvartalu"),
    "half_year": plain("polletje polletja polletju polletjem"),
    "halves": plain("polovica polovici polovico polovice"),
    "thirds": plain("tretjina tretjini tretjino tretjine"),
    "season": SEASONS,
    "season_alone": plain("spomladi poleti jeseni pozimi"),
    "stage": (
        plain("zacetek zacetku zacetka zacetkom", "start") | plain("sredi sredina sredini sredine sredino", "middle")
        | plain("konec koncu konca koncem", "end")
    ),
    "beginning": plain("zacetkom pricetkom zborom odhodom"),
    "birth": plain("roj rojen rojena"),
    "end": plain("konec koncu konca koncem"),
    "deictic": {
        "predvcerajsnjim": -2, "predvceraj": -2, "vceraj": -1, "danes": 0, "jutri": 1, "pojutrisnjem": 2,
        "sinoci": -1, "snoci": -1, "nocoj": 0, "drevi": 0, "davi": 0, "predsinocnjim": -2,
    },
    "deictic_adjective": (
        adjectives("vcerajsnj", -1) | adjectives("danasnj", 0) | adjectives("jutrisnj", 1) | adjectives("sinocnj", -1)
        | adjectives("nocojsnj", 0)
    ),
    "previous": adjectives("prejsnj minul pretekl", -1) | {"prejsnjo": -1},
    "last": adjectives("zadnj", -1),
    "next": adjectives("prihodnj naslednj", 1) | adjectives("prihajajoc", 1),
    "this": plain("ta to tega temu tem tej te", 0) | adjectives("tekoc", 0),
    "year_adverb": {"letos": 0, "lani": -1, "predlani": -2, "predlanskim": -2},
    "year_adjective": (
        adjectives("letosnj", 0) | adjectives("lansk lanskoletn", -1) | adjectives("predlansk", -2)
    ),
    "part": PARTS_OF_DAY,
    "part_alone": plain("zjutraj dopoldne dopoldan popoldne popoldan zvecer ponoci"),
    "part_adjective": adjectives("jutranj dopoldansk popoldansk vecern nocn", 0),
    "early": plain("zgodaj pozno kasno zgodnjih poznih zgodnje pozne") | adjectives("zgodnj pozn", 0),
    "night": plain("noc noci nocjo"),
    "noon": plain("opoldne opoldan poldne poldneva poldnevom poldnevu"),
    "midnight": plain("opolnoci polnoc polnoci polnocjo"),
    "from": plain("od"),
    "till": plain("do"),
    "between": plain("med"),
    "and": plain("in ter"),
    "or": plain("ali oz oziroma"),
    "at": plain("ob"),
    "in": plain("v"),
    "onto": plain("na"),
    "with": plain("s z"),
    "on": plain("v na dne za s z iz"),
    "after": plain("po"),
    "before": plain("pred"),
    "across": plain("cez"),
    "for": plain("za"),
    "ago": plain("nazaj"),
    "more": plain("vec dobrim dobro dobrima dobrimi skoraj slabim slabo slabima slabimi priblizno okoli okrog natanko"
                  " natancno manj vsega komaj"),
    "than": plain("kot"),
    "about": plain("okoli okrog priblizno predvidoma predvideno nekje cirka ca kakih"),
    "latest": plain("najkasneje najpozneje najdlje"),
    "including": plain("vkljucno vstevsi"),
    "some": plain("nekaj malo tik kmalu nekoliko"),
    "exact": plain("vse tocno natanko natancno"),
    "already": plain("ze sele"),
    "onward": plain("dalje naprej"),
    "further": plain("pa tja"),
    "revoked": plain("preklica nadaljnjega odpovedi"),
    "except": plain("razen"),
    "every": plain("vsak vsako vsake vsakega vsakem vsaki vsakih"),
    "workdays": plain("delavnikih delavnike delavniki"),
    "workday": adjectives("delovn", 0) | plain("delovnik delovnika"),
    "lasting": plain("traja trajajo trajal trajala trajalo trajale trajali trajati"),
    "festive": dict.fromkeys(holidays.FIRST_WORDS, 0),
    "letter_h": plain("h"),
    "letters_ih": plain("ih tih mih"),
    "letter_q": plain("q"),
    "letter_t": plain("t"),
    "letter_m": plain("m"),
    "letter_l": plain("l leta let"),
}  # fmt: skip
"""Kind to its folded words, each with its value."""

SIGNS: Mapping[str, str] = {
    ".": "dot", ",": "comma", ":": "colon", "/": "slash", "(": "open", ")": "close", "*": "born", "†": "died",
    "-": "dash", "–": "dash", "—": "dash", "‒": "dash", "−": "dash", "’": "apostrophe", "'": "apostrophe",
    "‘": "apostrophe", "|": "bar", "‑": "dash",
}  # fmt: skip
"""Punctuation of the grammar."""


def number_kinds(digits: str) -> tuple[str, ...]:
    """Say what a number may be: a day, a month, an hour, minutes, a year.

    >>> number_kinds("07")
    ('figure', 'day', 'mon', 'hour', 'minute', 'yy')
    """
    size = len(digits)
    if size > 4 or not digits.isascii():
        return ("figure", "stamp") if size == 8 and digits[:2] in ("19", "20") else ("figure",)
    value = int(digits)
    two = size == 2
    return tuple(
        kind
        for kind, fits in (
            ("figure", True),
            ("day", size < 3 and 1 <= value <= 31),
            ("mon", size < 3 and 1 <= value <= 12),
            ("hour", size < 3 and value <= 24),
            ("minute", two and value < 60),
            ("full_minute", two and value in (0, 15, 30, 45)),
            ("yy", two),
            ("tens", two and value % 10 == 0 and value > 0),
            ("year", size == 4 and 1000 <= value < 2200),
        )
        if fits
    )


def word_kinds(tables: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Turn the tables round: word to its kinds."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, forms in tables.items():
        for form in forms:
            found[form] = (*found.get(form, ()), kind)
    return found


WORDS = word_kinds(KINDS)
"""Every word of the grammar with its kinds."""
