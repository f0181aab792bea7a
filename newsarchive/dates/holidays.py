"""Days that have a name, and the rule by which each falls."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar.

    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    step = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * step) // 451
    month, day = divmod(epact + step - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


Rule = Callable[[int], date]

_NAMES: dict[str, Rule] = {
    "bozic boz: bozica bozicu bozicem bozicni+dan bozicnega+dne": _fixed(12, 25),
    "bozicni+vecer: bozicnega+vecera bozicnem+veceru sveti+vecer svetega+vecera": _fixed(12, 24),
    "stefanovo: stefanovega stefanovem": _fixed(12, 26),
    "silvestrovo: silvestrovega silvestrovem silvestrski+vecer silvestrskega+vecera silvestrska+noc silvestrsko+noc "
    "silvestrski+noci staro+leto": _fixed(12, 31),
    "dan+samostojnosti+in+enotnosti: dnevu+samostojnosti+in+enotnosti dneva+samostojnosti+in+enotnosti "
    "dan+samostojnosti dnevu+samostojnosti dneva+samostojnosti": _fixed(12, 26),
    "novega+leta+dan: novoletni+dan novo+leto novega+leta novem+letu novim+letom": _fixed(1, 1),
    "trije+kralji: treh+kraljev treh+kraljih": _fixed(1, 6),
    "presernov+dan: presernov+praznik kulturni+praznik kulturnega+praznika kulturnem+prazniku presernovem+dnevu "
    "presernovega+dne presernovega+dneva dan+kulture presernovem+prazniku": _fixed(2, 8),
    "valentinovo: valentinovega valentinovem": _fixed(2, 14),
    "dan+zena: dnevu+zena dneva+zena dnevom+zena": _fixed(3, 8),
    "gregorjevo: gregorjevega gregorjevem": _fixed(3, 12),
    "materinski+dan: materinskega+dneva materinskega+dne materinskem+dnevu": _fixed(3, 25),
    "jurjevo: jurjevega jurjevem": _fixed(4, 24),
    "dan+upora+proti+okupatorju: dnevu+upora+proti+okupatorju dneva+upora+proti+okupatorju dan+upora dnevu+upora "
    "dneva+upora": _fixed(4, 27),
    "praznik+dela: praznika+dela prazniku+dela praznikom+dela prvi+maj prvega+maja prvem+maju "
    "prvim+majem prvomajski+praznik": _fixed(5, 1),
    "dan+drzavnosti: dnevu+drzavnosti dneva+drzavnosti dnevom+drzavnosti": _fixed(6, 25),
    "kresna+noc: kresno+noc kresni+noci": _fixed(6, 23),
    "marijino+vnebovzetje: marijinega+vnebovzetja marijinem+vnebovzetju veliki+smaren velikega+smarna": _fixed(8, 15),
    "mali+smaren: malega+smarna malem+smarnu": _fixed(9, 8),
    "dan+reformacije: dnevu+reformacije dneva+reformacije": _fixed(10, 31),
    "vsi+sveti: vseh+svetih vseh+svetnikov dan+spomina+na+mrtve dnevu+spomina+na+mrtve dneva+spomina+na+mrtve "
    "dan+mrtvih dnevu+mrtvih dneva+mrtvih": _fixed(11, 1),
    "martinovo: martinovega martinovem": _fixed(11, 11),
    "miklavzevo: miklavzevega miklavzevem": _fixed(12, 6),
    "dan+rudolfa+maistra: dnevu+rudolfa+maistra dneva+rudolfa+maistra": _fixed(11, 23),
    "dan+suverenosti: dnevu+suverenosti": _fixed(10, 25),
    "velika+noc: veliko+noc veliki+noci velike+noci veliko+nocjo velikonocna+nedelja velikonocno+nedeljo "
    "velikonocne+nedelje": easter,
    "velikonocni+ponedeljek: velikonocnega+ponedeljka velikonocnem+ponedeljku veliki+ponedeljek "
    "velikega+ponedeljka velikem+ponedeljku": _after_easter(1),
    "veliki+petek: velikega+petka velikem+petku": _after_easter(-2),
    "velika+sobota: veliko+soboto velike+sobote veliki+soboti": _after_easter(-1),
    "veliki+cetrtek: velikega+cetrtka velikem+cetrtku": _after_easter(-3),
    "cvetna+nedelja: cvetno+nedeljo cvetne+nedelje cvetni+nedelji": _after_easter(-7),
    "pustni+torek: pustnega+torka pustnem+torku": _after_easter(-47),
    "pustna+sobota: pustno+soboto pustne+sobote": _after_easter(-50),
    "pustna+nedelja: pustno+nedeljo pustne+nedelje": _after_easter(-49),
    "pustni+ponedeljek: pustnega+ponedeljka": _after_easter(-48),
    "pustni+cetrtek: debeli+cetrtek": _after_easter(-52),
    "pepelnica: pepelnico pepelnice pepelnici pepelnicna+sreda pepelnicno+sredo pepelnicne+srede": _after_easter(-46),
    "vnebohod: vnebohoda vnebohodu": _after_easter(39),
    "binkosti: binkostmi binkostna+nedelja binkostno+nedeljo": _after_easter(49),
    "binkostni+ponedeljek: binkostnega+ponedeljka": _after_easter(50),
}


def _spread() -> dict[tuple[str, ...], tuple[str, Rule]]:
    spread: dict[tuple[str, ...], tuple[str, Rule]] = {}
    for line, rule in _NAMES.items():
        names = line.replace(":", "").split()
        spread |= {tuple(name.split("+")): (names[0].replace("+", " "), rule) for name in names}
    return spread


NAMES = _spread()
"""Every case of every name, as folded words, with its head form and its rule."""

RULES = dict(NAMES.values())
"""Head form to the rule that gives the day in a year."""

FIRST_WORDS = frozenset(name[0] for name in NAMES)
LONGEST = max(len(name) for name in NAMES)
