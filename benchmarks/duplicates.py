"""Do near-duplicates find each other, and only they; what it costs to look for them, beside saving without looking.

    python benchmarks/duplicates.py                  600 records of each made-up portal, and pairs made from them
    python benchmarks/duplicates.py --records 2000   more

No two records of the made-up portals tell of the same: a link between two of them is a false one. The pairs are made
from them: press releases with another headline and without their last paragraph, or cut to half; notices that moved by
a day (to be linked); the same notice for other streets, articles with the same long ending (not to be linked).
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest import mock

from newsarchive.archive import Archive, duplicates
from newsarchive.archive.digest import word_count
from newsarchive.demo import Portal
from newsarchive.items import Record

BUDGET = 0.6
"""Milliseconds that linking an article of WORDS words may take where nothing is alike."""
WORDS = 400
DAYS = "ponedeljek torek sredo četrtek petek soboto nedeljo".split()
ENDING = (
    "Portal soustvarjajo naročniki, ki omogočajo neodvisno novinarstvo v regiji. Za objavo fotografij potrebujete "
    "pisno dovoljenje uredništva, besedila pa smete navajati z imenom vira in povezavo. Na novice se lahko naročite "
    "po elektronski pošti, oglaševalcem smo na voljo ob delavnikih. Vse pravice so pridržane."
)
STREETS = (
    "Cvetlična Sončna Šolska Lipova Hrastova Bukova Brezova Javorjeva Jesenova Smrekova Borova Gabrova Vrbova".split()
)
NOTICE = (
    "Komunalno podjetje Dolina obvešča uporabnike, da bo v {day}, {number}. maja, med 8. in 12. uro zaradi "
    "vzdrževalnih del na omrežju prekinjena dobava pitne vode na območju ulic {streets}. Uporabnike prosimo za "
    "razumevanje in jim svetujemo, da si pripravijo zalogo vode ter jo po končanih delih nekaj minut točijo."
)

Pair = tuple[Record, Record]


def portals(records: int) -> list[Record]:
    """Give the records of all made-up portals."""
    kinds = ("wordpress", "modern", "classic")
    return [fact.record for kind in kinds for fact in Portal(kind, records=records).truth().values()]


def shortened(record: Record, share: float) -> Record:
    """Print a press release under another headline and without its last paragraphs."""
    paragraphs = (record.body or "").split("\n\n")
    kept = max(1, min(len(paragraphs) - 1, round(share * len(paragraphs))))
    return replace(record, title="Vsebino povzemamo v celoti", body="\n\n".join(paragraphs[:kept]))


def moved(record: Record) -> Record:
    """Move a notice by a day."""
    body = re.sub("|".join(DAYS), lambda day: DAYS[(DAYS.index(day[0]) + 1) % 7], record.body or "")
    return replace(record, body=re.sub(r"\b(\d\d?)\. (?=\w+ 20|\d)", lambda day: f"{int(day[1]) + 1}. ", body))


def ended(record: Record) -> Record:
    """Put the portal's ending below an article."""
    return replace(record, body=f"{record.body}\n\n{ENDING}")


def streets(template: Record) -> Iterator[Record]:
    """Give notices of one issuer for different streets and days."""
    for number, (one, two) in enumerate(pairwise(STREETS)):
        body = NOTICE.format(day=DAYS[number % 7], number=number + 3, streets=f"{one} in {two}")
        yield replace(template, title=f"Motena oskrba z vodo: {one}", lead=None, body=body)


def two_by_two(records: list[Record]) -> list[Pair]:
    """Give the first with the second, the third with the fourth."""
    return list(zip(records[::2], records[1::2], strict=False))


def sets(found: list[Record]) -> dict[str, list[Pair]]:
    """Give pairs of records by what they are; those whose name begins with "not:" are no twins."""
    articles = [record for record in found if record.kind == "article" and word_count(record.body) > 100]
    notices = [record for record in found if record.kind == "notice"]
    street = list(streets(notices[0]))
    return {
        "press release, new headline, last paragraph cut": [(one, shortened(one, 0.85)) for one in articles],
        "press release, new headline, cut to 60 %": [(one, shortened(one, 0.6)) for one in articles],
        "notice moved by a day": [(one, moved(one)) for one in notices],
        "not: one issuer, other streets": two_by_two(street),
        "not: articles with the same long ending": [(ended(a), ended(b)) for a, b in two_by_two(articles)],
    }


def filled(archive: Archive, records: Iterable[Record]) -> list[int]:
    """Store records, each at an address of its own; give their numbers."""
    own = (replace(one, url=f"https://primer.example/{place}", aliases=[]) for place, one in enumerate(records))
    return [archive.save(record).id for record in own]


def linked(pairs: list[Pair]) -> tuple[int, int]:
    """Give how many pairs are linked, and how many links there are between records of different pairs."""
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "archive.db") as archive:
        numbers = filled(archive, (record for pair in pairs for record in pair))
        place = {number: index // 2 for index, number in enumerate(numbers)}
        rows = archive.connection.rows("SELECT record, other FROM duplicates")
        same = [place[record] == place[other] for record, other in rows]
        return sum(same), len(same) - sum(same)


def quality(found: list[Record]) -> None:
    """Print how many pairs of each kind are linked, and precision and recall over all of them."""
    right = wrong = wanted = 0
    print(f"{'':52}{'pairs':>7}{'linked':>8}{'others linked':>15}")
    for name, pairs in sets(found).items():
        inside, across = linked(pairs)
        print(f"{name:52}{len(pairs):7}{inside:8}{across:15}")
        is_twin = not name.startswith("not:")
        right, wanted = right + is_twin * inside, wanted + is_twin * len(pairs)
        wrong += across + (not is_twin) * inside
    alone = sum(linked(two_by_two(found)))
    print(f"{'not: all records of three portals':52}{len(found) * (len(found) - 1) // 2:7}{alone:8}")
    print(f"precision {right / (right + wrong + alone):.4f}, recall {right / wanted:.4f}\n")


def measured(records: list[Record]) -> tuple[float, float]:
    """Give the milliseconds of CPU that saving a record takes, and those that looking for others like it takes."""
    spent = [0.0]

    def timed(*values: Any) -> None:
        started = time.process_time()
        look(*values)
        spent[0] += time.process_time() - started

    look = duplicates.link
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "archive.db") as archive:
        started = time.process_time()
        with mock.patch.object(duplicates, "link", timed):
            filled(archive, records)
        whole = time.process_time() - started
    return (whole - spent[0]) / len(records) * 1e3, spent[0] / len(records) * 1e3


def articles(found: list[Record]) -> list[Record]:
    """Give articles of WORDS words each, put together from sentences of two."""
    whole = [record for record in found if record.kind == "article"]
    joined = (replace(one, body=f"{one.body}\n\n{two.body}") for one, two in two_by_two(whole))
    return [replace(one, body=" ".join((one.body or "").split(" ")[:WORDS])) for one in joined]


def costs(found: list[Record]) -> None:
    """Print what looking costs beside a save that does not look, the best of three."""
    long, notices = articles(found), list(streets(found[0]))
    row = [replace(notices[0], body=f"{notices[0].body} {number}.") for number in range(500)]
    rows = {
        f"articles of {WORDS} words, nothing alike": long,
        f"articles of {WORDS} words, every second a twin": [one for a in long for one in (a, shortened(a, 0.85))],
        f"articles of {WORDS} words, the same ending": [ended(one) for one in long],
        "notices of 50 words for one street or another": [notices[number % len(notices)] for number in range(500)],
        "notices of 50 words, all of one row": row,
    }
    print(f"{'ms of CPU per record':52}{'save':>8}{'look':>8}{'times a save':>14}")
    for name, records in rows.items():
        save, look = map(min, zip(*(measured(records) for _ in range(3)), strict=True))
        print(f"{name:52}{save:8.2f}{look:8.2f}{look / save:14.2f}")
    print(f"budget for an article of {WORDS} words: {BUDGET} ms")


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=600, help="Records of each portal.")
    found = portals(parser.parse_args().records)
    quality(found)
    costs(found)


if __name__ == "__main__":
    main()
