"""How long a search takes, what the vocabulary costs, and how big the index is beside others.

    python benchmarks/search.py                            100,000 records of the made-up portals, in a temporary folder
    python benchmarks/search.py --keep FILE                goes on with the archive in FILE, or makes it
    python benchmarks/search.py --records 1000000 --bulk   most of them copied from the first 100,000, texts as they are

Times are those of ``Archive.find`` with snippets and counts, of the words that most records hold, of pairs of them, and
of phrases: every query three times, the best counts. A machine that is busy is slow: look at the ratios.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from pathlib import Path
from statistics import median, quantiles

from newsarchive.archive import Archive, words
from newsarchive.archive.words import lemmas
from newsarchive.demo import Portal
from newsarchive.items import Record

PORTALS = ("wordpress", "modern", "classic")
BATCH = 500
SAMPLE = 100_000
"""Records that are made and stored the normal way; of more, the rest is copied with --bulk."""
NOTED = 20_000
"""Records whose words are noted in an empty vocabulary."""
COMMON = "SELECT term FROM temp.terms WHERE length(term) > 3 ORDER BY doc DESC LIMIT ?"
COPIED = (
    "kind, site, title, lead, body, source, section, language, published, published_raw, modified, evidence, "
    "digest, word_count, extractor, first_seen, last_seen"
)
COPY = f"""
INSERT INTO records ({COPIED}, url, address)
SELECT {COPIED}, url || '?' || :turn, address || '?' || :turn FROM records WHERE id > :first AND id <= :last ORDER BY id
"""
COPY_AUTHORS = """
INSERT INTO record_authors (record, position, author) SELECT record - :first + :before, position, author
FROM record_authors WHERE record > :first AND record <= :last
"""
PORTION = 20_000
"""Records that are copied at once."""
PARTS = {
    "index": ("records_fts_data", "records_fts_idx", "records_fts_docsize"),
    "vocabulary": ("term_lemma", "term_lemma_lemma", "term_lemma_folded"),
    "records": ("records",),
}
"""What is weighed, by its tables and their indexes."""
PAGES = "SELECT sum(pgsize) FROM dbstat WHERE name = ?"
OTHERS = {
    "the plain index": "unicode61 remove_diacritics 2",
    "trigram": "trigram",
}
"""Indexes beside which ours is measured, by their tokenizers."""


def made(records: int) -> Iterator[Record]:
    """Give records of the made-up portals."""
    for kind in PORTALS:
        portal = Portal(kind, records=records // len(PORTALS) + 1)
        template = portal.template
        for number in template.world.heads:
            yield template.record(template.world.story(number), f"http://127.0.0.1:{portal.port}")


def fill(archive: Archive, records: int) -> None:
    """Store what is missing, the normal way, and tell what a record takes and what of it is the vocabulary."""
    held = archive.connection.value("SELECT count(*) FROM records")
    if held >= records:
        return  # going through those that are made takes minutes
    spent, noted, stored = 0.0, 0.0, 0
    rest = islice(made(records), held, records)
    while batch := list(islice(rest, BATCH)):
        started = time.process_time()
        with archive.transaction():
            for record in batch:
                archive.save(record)
        spent += time.process_time() - started
        noted += _noting(archive, batch)
        stored += len(batch)
    if stored:
        print(f"stored {stored:,} records: {spent / stored * 1000:.2f} ms of CPU each")
        print(f"  of that, words that are known: {noted / stored * 1000:.2f} ms")


def _noting(archive: Archive, batch: list[Record]) -> float:
    started = time.process_time()
    for record in batch:
        words.note(archive.connection, record.title, record.lead, record.body)
    return time.process_time() - started


def vocabulary(archive: Archive) -> None:
    """Tell what it takes to build the vocabulary: from nothing, as records are saved, and from its own terms."""
    texts = list(archive.connection.rows("SELECT title, lead, body FROM records ORDER BY id LIMIT ?", (NOTED,)))
    lemmas.cache_clear()
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "archive.db") as empty:
        started = time.process_time()
        with empty.transaction():
            for row in texts:
                words.note(empty.connection, *row)
        spent = time.process_time() - started
        print(f"vocabulary of {len(texts):,} records from nothing: {spent / len(texts) * 1000:.3f} ms of CPU a record")
        started = time.process_time()
        number = empty.relemmatize()
        print(f"  its {number:,} words looked up anew: {time.process_time() - started:.1f} s of CPU")


def copy(archive: Archive, records: int) -> None:
    """Fill up with copies of the first records and their authors, under other addresses."""
    connection = archive.connection
    while (held := connection.value("SELECT count(*) FROM records")) < records:
        first = held % SAMPLE
        values = {"turn": held // SAMPLE, "first": first, "last": min(first + PORTION, SAMPLE, first + records - held)}
        with connection.transaction():
            before = connection.value("SELECT max(id) FROM records")
            connection.execute(COPY, values)
            connection.execute(COPY_AUTHORS, {**values, "before": before})
        print(f"copied: {held + values['last'] - first:,} records", flush=True)


def queries(archive: Archive) -> list[str]:
    """Give common words, pairs of them, and phrases."""
    connection = archive.connection
    connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'records_fts', 'row')")
    common = [row[0] for row in connection.rows(COMMON, (400,))][::10]
    connection.execute("DROP TABLE temp.terms")
    pairs = [f"{one} {two}" for one, two in pairwise(common[::2])]
    return [*common, *pairs, '"motena oskrba"', '"dobava pitne vode"', "velenje OR celje", "voda -plin", "zapor*"]


def timed(ask: Callable[[str], object], asked: list[str]) -> list[tuple[float, float]]:
    """Give the milliseconds of wall time and of CPU that each query takes."""
    return [min(_once(ask, query) for _ in range(3)) for query in asked]


def _once(ask: Callable[[str], object], query: str) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    ask(query)
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def tell(name: str, times: list[tuple[float, float]]) -> None:
    """Print the middle and the end of times."""
    for clock, column in (("wall", 0), ("CPU", 1)):
        spent = [one[column] for one in times]
        high = quantiles(spent, n=20, method="inclusive")[-1]
        print(f"{name:26} {clock:4} p50 {median(spent):7.1f} ms   p95 {high:7.1f} ms   most {max(spent):7.1f} ms")


def search(archive: Archive) -> None:
    """Print how long queries take, and in the same run what others take for their single words."""
    asked = queries(archive)
    started = time.perf_counter()
    archive.find(asked[0])
    archive.find(asked[0])
    print(f"the first two searches of a process: {(time.perf_counter() - started) * 1000:.0f} ms")
    tell("find, best first", timed(archive.find, asked))
    tell("find, newest first", timed(lambda query: archive.find(query, order="newest"), asked))
    site = archive.sites()[0].id
    tell("find, one site", timed(lambda query: archive.find(query, site=site), asked))
    single = [query for query in asked if query.isalpha()]
    scan = "SELECT count(*) FROM records WHERE title LIKE ?1 OR lead LIKE ?1 OR body LIKE ?1"
    tell("LIKE, one word, no order", timed(lambda one: archive.connection.value(scan, (f"%{one}%",)), single[:5]))


def sizes(archive: Archive) -> None:
    """Print the bytes of the index and the vocabulary, beside those of other indexes over the first texts."""
    connection = archive.connection
    for name, tables in PARTS.items():
        held = sum(connection.value(PAGES, (table,)) or 0 for table in tables)
        print(f"{name}: {held / 1e6:.1f} MB")
    for name, tokenizer in OTHERS.items():
        other = sqlite3.connect("")
        other.execute(f"CREATE VIRTUAL TABLE t USING fts5(title, lead, body, content='', tokenize='{tokenizer}')")
        texts = connection.rows("SELECT id, title, lead, body FROM records ORDER BY id LIMIT 20000")
        other.executemany("INSERT INTO t (rowid, title, lead, body) VALUES (?, ?, ?, ?)", map(tuple, texts))
        bytes_ = other.execute("SELECT sum(length(block)) FROM t_data").fetchone()[0]
        print(f"  {name}, of the first 20,000 records: {bytes_ / 1e6:.1f} MB")


def measure(path: Path, records: int, *, bulk: bool) -> None:
    """Fill an archive and print everything about it."""
    with Archive(path) as archive:
        fill(archive, min(records, SAMPLE) if bulk else records)
        if bulk:
            copy(archive, records)
        vocabulary(archive)
        sizes(archive)
    with Archive(path, readonly=True) as archive:
        search(archive)


def main() -> None:
    """Measure in a temporary folder, or an archive that is kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=SAMPLE)
    parser.add_argument("--keep", type=Path, help="the archive, made or gone on with")
    parser.add_argument("--bulk", action="store_true", help="copy all but the first 100,000")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(options.keep or Path(folder) / "archive.db", options.records, bulk=options.bulk)


if __name__ == "__main__":
    main()
