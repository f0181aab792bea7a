"""Does a search find what it should: sentences of a treebank as records, and its lemmas as queries.

    python benchmarks/retrieval.py sl_ssj-ud-dev.conllu           with lemmagen3 where it is installed
    python benchmarks/retrieval.py sl_ssj-ud-dev.conllu --plain   without it

Queries are all lemmas of nouns, names, adjectives and verbs that are in at least two sentences; to be found are the
sentences with a token of that lemma. Each is asked in three ways: as the lemma, as another form of it that the treebank
has, and as that form without č, š, ž. Beside them, names of two words that follow each other, as phrases; and what the
index finds by itself, without any knowledge of the language.
"""

from __future__ import annotations

import argparse
import importlib
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from unittest import mock

from newsarchive.archive import Archive
from newsarchive.archive.asking.spelling import Plain
from newsarchive.archive.words import fold, words
from newsarchive.items import Record

ASKED = frozenset(("NOUN", "PROPN", "ADJ", "VERB"))
LEAST = {"the lemma": (0.99, 0.94), "inflected": (0.99, 0.94), "without č, š, ž": (0.99, 0.94)}
"""Recall and precision that each way of asking must have."""
LEAST_NAMES = 0.97

Query = tuple[str, frozenset[int]]


@dataclass
class Bank:
    """What is said and asked: sentences by number, and for each lemma its sentences and forms."""

    texts: dict[int, str] = field(default_factory=dict)
    held: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    forms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    asked: set[str] = field(default_factory=set)
    names: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    name_forms: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, text: str, tokens: list[tuple[str, str, str]]) -> None:
        """Take in a sentence: its text and for each token form, lemma and part of speech."""
        number = len(self.texts) + 1
        self.texts[number] = text
        for form, lemma, part in tokens:
            self.held[lemma].add(number)
            self.forms[lemma][form] += 1
            self.asked |= {lemma} if part in ASKED and words(lemma) else set()
        for one, two in pairwise(tokens):
            if one[2] == two[2] == "PROPN" and words(one[1]) and words(two[1]):
                self.names[one[1], two[1]].add(number)
                self.name_forms[one[1], two[1]][f"{one[0]} {two[0]}"] += 1

    def queries(self, write: Callable[[str, Counter[str]], str]) -> list[Query]:
        """Give the queries, each written in one way."""
        lemmas = sorted(lemma for lemma in self.asked if len(self.held[lemma]) > 1)
        return [(write(lemma, self.forms[lemma]), frozenset(self.held[lemma])) for lemma in lemmas]

    def name_queries(self, write: Callable[[str, Counter[str]], str]) -> list[Query]:
        """Give the names as phrases."""
        found = sorted(self.names.items())
        return [(f'"{write(" ".join(name), self.name_forms[name])}"', frozenset(held)) for name, held in found]


def sentences(path: Path) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Read a file of Universal Dependencies; lemmas in small letters, as people type them."""
    for block in path.read_text("utf-8").split("\n\n"):
        lines = block.splitlines()
        text = next((line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")), None)
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        if text:
            yield text, [(row[1].lower(), row[2].lower(), row[3]) for row in rows if row[0].isdigit()]


def other_form(lemma: str, forms: Counter[str]) -> str:
    """Give the most frequent form that is not the lemma itself, where there is one."""
    return next((form for form, _ in forms.most_common() if form != lemma), lemma)


WAYS: dict[str, Callable[[str, Counter[str]], str]] = {
    "the lemma": lambda lemma, forms: lemma,
    "inflected": other_form,
    "without č, š, ž": lambda lemma, forms: fold(other_form(lemma, forms)),
}


def measure(archive: Archive, queries: Iterable[Query]) -> tuple[float, float, int]:
    """Give recall and precision, each the mean over all queries, and their number."""
    recalls, precisions = [], []
    for query, relevant in queries:
        found = {hit.id for hit in archive.search(query, limit=100_000)}
        recalls.append(len(found & relevant) / len(relevant))
        precisions.append(len(found & relevant) / len(found) if found else 1.0)
    return sum(recalls) / len(recalls), sum(precisions) / len(precisions), len(recalls)


def tell(archive: Archive, bank: Bank) -> bool:
    """Print all figures; tell whether they are what they must be."""
    good = True
    for way, write in WAYS.items():
        recall, precision, number = measure(archive, bank.queries(write))
        good &= recall >= LEAST[way][0] and precision >= LEAST[way][1]
        print(f"{number:5} lemmas, {way + ':':18} recall {recall:.4f}  precision {precision:.4f}")
    for way, write in WAYS.items():
        recall, precision, number = measure(archive, bank.name_queries(write))
        good &= recall >= LEAST_NAMES
        print(f"{number:5} names,  {way + ':':18} recall {recall:.4f}  precision {precision:.4f}")
    return good


def main() -> None:
    """Store the sentences, ask, and end with 1 where the figures are too low."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--plain", action="store_true", help="without lemmagen3")
    options = parser.parse_args()
    if options.plain:
        lemmas = importlib.import_module("newsarchive.archive.words.lemmas")
        mock.patch.object(lemmas, "_lemmagen", return_value=None).start()
    bank = Bank()
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "archive.db") as archive:
        with archive.transaction():
            for text, tokens in sentences(options.treebank):
                bank.add(text, tokens)
                number = len(bank.texts)
                saved = archive.save(Record("article", "bank", f"https://bank.example/{number}", title=None, body=text))
                assert saved.id == number
        good = tell(archive, bank)
        print("The index by itself:")
        with mock.patch("newsarchive.archive.asking.Speller", return_value=Plain()):
            tell(archive, bank)
    raise SystemExit(not good)


if __name__ == "__main__":
    main()
