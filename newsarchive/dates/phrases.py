"""The large parts of the grammar: how dates, clock times and periods join to the expressions of a text.

A rule is the name of the function of `readings` that understands it, and a pattern over atoms and connecting words.
The first that matches wins, so the longer expressions stand first.
"""

from __future__ import annotations

MACROS = {
    "W": "(wd|wa)",
    "ON": "(on|for|at)",
    "ABOUT": "(about|latest|including|already|all|some)",
    "NEAR": "(some? (before|after) | (about|latest|including){1,3})",
    "PART": "(comma? in? early? part hours_plural? | comma? in? early? (part|part_adjective) (day_time|hours_plural))",
    "DATE": "(date|moment)",
    "DAY": "(full|date|moment|wd|deictic|holiday|nth)",
    "BARE": "((W comma?)? (ord|ords) comma?)",
    "LOOSE": "((W comma?)? (ord|ordword|num) comma?)",
    "AND": "(comma? (and|or) | comma)",
    "DAYS": "(((BARE|DAY PART?) AND ON?){0,15} DAY)",
    "HOUR": "(clock|hm|hn|hw|loose)",
    "EARLY_HOUR": "(HOUR|ord|num|zero|ords|ordword)",
    "OPEN_WINDOW": "(from ABOUT{0,2} HOUR part? onward? | ABOUT{0,2} till ABOUT{0,2} HOUR part?)",
    "WINDOWS": "((from (ord|num) till (ord|num) AND){0,3} (window|OPEN_WINDOW) (AND (window|OPEN_WINDOW)){0,5})",
    "AT": "(NEAR? at NEAR? (EARLY_HOUR AND at?){0,6} HOUR part?)",
    "ALONE": "((clock|hm) part?)",
    "NEAR_HOUR": "(NEAR (clock|hm|hn) part? | about hw part? | NEAR hw part)",
    "HOURS": "(ABOUT{0,2} WINDOWS|AT|NEAR_HOUR)",
    "JOIN": "(comma|bar|dash|colon|slash)? (every day_noun comma?)? ON? day_time?",
    "START": "a:((DAY|LOOSE)) PART? (comma? (at|from)? ABOUT? ac:(HOUR part?) | open ac:(HOUR part?) close)? comma?",
    "CLOSE": "ABOUT{0,2} ON? b:(DAY) PART?"
    " (JOIN hours:(window) | comma? (at|till)? ABOUT? bc:(HOUR part?) | open bc:(HOUR part?) close)?",
    "WHOLE": "(period|decade|century|year|month|month_in|named|season|weekend|unit|span)",
    "PERIOD": "(share WHOLE | stage WHOLE | WHOLE)",
    "LAST_PERIOD": "(share WHOLE | stage WHOLE | period|decade|century|year|month|month_in|named|bare)",
    "SHORT": "(month|month_in|named|year|bare|period|century|decade)",
    "WEEKLY": "(every ordword? wd (AND every? wd){0,6} | ON wds (AND wds){0,6} | every workday? day_noun"
    " | every workday | ON workdays | ON weekends)",
}

GROUPS: list[tuple[str, str]] = [
    ("full", "deictic open (ON? W comma?)? DATE close"),
    ("full", "(holiday|wd) open (ON? W comma?)? date close"),
    ("full", "deictic comma? ON? (W PART? comma? ON?)? DATE"),
    ("full", "W PART? comma? ON? DATE"),
    ("full", "DATE open W close"),
    ("full", "holiday comma? ON? (W comma?)? date"),
    ("full", "deictic comma? ON? wd"),
    ("full", "deictic comma ON? holiday"),
    ("ords", "ord (AND ord){1,20}"),
    ("window", "from ABOUT{0,2} EARLY_HOUR part? comma? (till|dash) till? ABOUT{0,2} HOUR part? (next day_noun)?"),
    ("window", "between ABOUT? EARLY_HOUR part? and HOUR part?"),
    ("window", "(hm|clock|ord|num|hn|zero) (dash|till) (hm|clock|hn|loose)"),
]
"""What becomes one sign before the expressions are looked for: a day said in several ways, and hours from … to."""

PHRASES: list[tuple[str, str]] = [
    ("lifetime", "born DAY"),
    ("lifetime", "died DAY"),
    ("life_year", "(born|died) p:(bare)"),
    ("night", "in? ((previous|this|last|next) night)"),
    ("night", "(in night|part) (from|with|on) a:((DAY|LOOSE)) onto b:(DAY)"),
    ("night", "in night between a:((DAY|LOOSE)) and b:(DAY)"),
    ("night", "in night onto b:(DAY)"),
    ("monthly", "every nth (JOIN hours:((HOURS|ALONE)))?"),
    ("monthly", "every (ord|num) (in|onto) unit"),
    ("yearly", "every unit DAY"),
    ("yearly_weekday", "every date (JOIN hours:((HOURS|ALONE)))?"),
    ("weekly", "days:(WEEKLY) PART? JOIN hours:((HOURS|ALONE))"),
    ("weekly", "hours:(HOURS) days:(WEEKLY)"),
    ("weekly", "days:(WEEKLY)"),
    ("days", "ON? days:(wd) PART? hours:(between EARLY_HOUR and clock)"),
    ("stay", "from a:(DAY) comma? (for|lasting) ABOUT{0,2} p:(amount)"),
    ("stay", "p:(amount) comma? from a:(DAY)"),
    ("stretch", "ABOUT{0,2} from START till CLOSE"),
    ("stretch", "ABOUT{0,2} between ON? START and CLOSE"),
    ("stretch", "from START dash till? CLOSE"),
    ("stretch", "from ac:(HOUR part?) ON? a:(DAY) comma? till bc:(HOUR part?) ON? b:(DAY)"),
    ("stretch", "ON? START (dash|till) CLOSE"),
    ("since", "from START (onward | till revoked)"),
    ("days", "wd (AND ON? wd){1,4} comma? ON? days:(((ord|ords|date) AND){1,4} date) (JOIN hours:((HOURS|ALONE)))?"),
    ("days", "days:(DAYS) PART? JOIN hours:((HOURS|ALONE))"),
    ("days", "hours:((HOURS|clock)) ON? days:(DAY) PART?"),
    ("until", "ABOUT{0,2} till ABOUT{0,2} b:(DAY) PART? (comma? (at|till)? ABOUT? bc:(HOUR part?))?"),
    ("since", "from ABOUT? a:(DAY) PART? (comma? (at|from)? ABOUT? ac:(HOUR part?))? onward?"),
    ("days", "(NEAR ON?)? days:(DAYS) PART?"),
    ("ago", "about? ago"),
    ("duration", "(lasting|for) ABOUT{0,2} p:(amount)"),
    ("periods", "from p:(PERIOD|bare|ordword) till ABOUT? q:(LAST_PERIOD)"),
    ("periods", "between p:(PERIOD|bare|ordword) and q:(LAST_PERIOD)"),
    ("periods", "ON? p:(SHORT) (dash|till) q:(SHORT)"),
    ("period_until", "ABOUT{0,2} till ABOUT{0,2} q:(PERIOD|bare)"),
    ("period_since", "from p:(PERIOD|bare) (onward | till revoked)?"),
    ("period_list", "in? p:((month|month_in|named|year|period)) AND q:(period|year|month_in|month|bare)"),
    ("numbered_list", "from? (ord|ords|high) (AND|till|dash) p:(decade|century)"),
    ("period", "in p:(bare)"),
    ("period", "(across|between|for|at|on)? p:(PERIOD)"),
    ("revoked", "till revoked"),
    ("hours", "hours:(HOURS)"),
    ("hours", "hours:(clock part?)"),
    ("hours", "hours:(hw part)"),
    ("hours", "hours:(hm part?)"),
]  # fmt: skip
"""Every expression of time; the words before it that say only "in" or "on" are left out of it by `readings`."""
