"""Slovene endings: by which a form of a word leads to its dictionary form.

Each line has endings of forms, then ``>`` and the endings of dictionary forms that they may stand for; ``-`` is none.
"""

from __future__ import annotations

from collections import defaultdict

VERBS = """
l la lo li le > ti
im iš i imo ite ijo iva ita > iti eti
am aš a amo ate ajo ava ata > ati
em eš e emo ete ejo > eti ati ti
ujem uješ uje ujemo ujete ujejo > ovati evati
jem ješ je jemo jete jejo > ati
"""
ADJECTIVES = """
ega emu em im ih imi ima a e o i > - i
na ne no ni nega nemu nem nim nih nimi nima > en
ka ke ko ki kega kemu kem kim kih kimi kima > ek
ra re ro ri rega remu rem rim rih rimi rima > er
la le lo li lega lemu lem lim lih limi lima > el
"""
NOUNS = """
a u om em i ov ev e ih oma ema ama > -
ja ju jem ji jev je jih jema jama > -
ca cu cem ci cev ce cih > ec
e i o ah am ami ama - > a
a u om em i ih oma ema > o e
i ijo ih im mi jo e > -
"""
SHORTEST = 2
"""Letters that are left of a word when its ending is taken off, at least."""

Table = dict[str, tuple[str, ...]]


def table(*lines: str) -> Table:
    """Give for each ending of a form those of the dictionary forms.

    >>> table("em eš > eti ti", "em > -")
    {'em': ('eti', 'ti', ''), 'eš': ('eti', 'ti')}
    """
    found: dict[str, list[str]] = defaultdict(list)
    for line in "\n".join(lines).strip().splitlines():
        forms, _, bases = line.replace("-", "''").partition(">")
        for form in forms.split():
            found[form.strip("'")] += (base.strip("'") for base in bases.split())
    return {form: tuple(dict.fromkeys(bases)) for form, bases in found.items()}


def bases(word: str, endings: Table) -> set[str]:
    """Give what may be the dictionary form of a word, by its ending.

    >>> sorted(bases("trdil", table(VERBS)))
    ['trditi']
    """
    cuts = range(max(len(word) - LONGEST, SHORTEST), len(word) + 1)
    return {word[:cut] + base for cut in cuts for base in endings.get(word[cut:], ())}


LONGEST = max(map(len, " ".join((VERBS, ADJECTIVES, NOUNS)).split()))
