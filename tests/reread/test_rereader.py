"""The stored page of a record, read by today's reader: the same bytes give the record that the crawl gave."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.reread import Rereader
from reread.kept import SITE, page

URL = "https://portal.si/novice/nov-most"


@pytest.fixture
def again(kept):
    """Read the page of a record again."""

    def again(number, site=SITE):
        return Rereader(kept.data, kept.archive, site)(kept.archive.get(number))

    return again


def test_the_same_reader_reads_the_same(kept, again):
    number = kept.crawl(URL, page())
    assert again(number) == kept.archive.get(number).record


def test_the_record_knows_its_page(kept, again):
    number = kept.crawl(URL, page())
    assert again(number).snapshot == kept.archive.get(number).snapshot


def test_another_declaration_reads_otherwise(kept, again):
    number = kept.crawl(URL, page())
    assert again(number, replace(SITE, selectors={"lead": ".day"})).lead == "27. januar 2026 ob 9:12"


def test_packed_pages_are_unpacked(kept, again):
    number = kept.crawl(URL, page(), packed=True)
    assert again(number).title == "Nov most"


def test_the_character_set_of_the_header_counts(kept, again):
    html = page(title="Čas za šport").encode("cp1250")
    headers = [("Content-Type", "text/html; charset=windows-1250")]
    number = kept.crawl(URL, html, headers=headers)
    assert again(number).title == "Čas za šport"


def test_a_page_that_repeats_another_is_read_from_that(kept, again):
    kept.crawl(URL, page())
    number = kept.crawl(URL, page(), "2026-01-28T10:00:00Z")
    stored = kept.archive.get(number)
    assert kept.archive.snapshot(stored.snapshot).original is not None
    assert again(number).title == "Nov most"


def test_a_day_after_the_visit_is_no_day_of_publication(kept, again):
    html = page().replace("27. januar 2026", "27. januar 2031")
    number = kept.crawl(URL, html)
    assert again(number).published is None


def test_a_record_without_a_page(kept, again):
    record = replace(kept.archive.get(kept.crawl(URL, page())).record, url=URL + "-drugi", title="Drugi", snapshot=None)
    assert again(kept.archive.save(record).id) is None


def test_a_file_that_is_not_there(kept, again):
    number = kept.crawl(URL, page())
    for file in Path(kept.data / "warc").rglob("*.gz"):
        file.unlink()
    assert again(number) is None


def test_a_file_that_is_damaged(kept, again):
    number = kept.crawl(URL, page())
    (file,) = Path(kept.data / "warc").rglob("*.gz")
    whole = bytearray(file.read_bytes())
    place = kept.archive.snapshot(kept.archive.get(number).snapshot)
    whole[place.offset + 40] ^= 0xFF
    file.write_bytes(whole)
    assert again(number) is None


def test_what_today_would_be_no_record_is_no_reading(kept, again):
    def refine(record, tree):
        return replace(record, lead=None, body=None)

    assert again(kept.crawl(URL, page()), replace(SITE, refine=refine)) is None


def test_a_last_hand_that_fails_is_no_reading(kept, again):
    def refine(record, tree):
        raise LookupError("no such thing")

    assert again(kept.crawl(URL, page()), replace(SITE, refine=refine)) is None


def test_it_is_found_by_its_name(tmp_path):
    from scrapy.utils.misc import load_object

    assert load_object("newsarchive.reread.Rereader") is Rereader
    with Archive(tmp_path / "archive.db") as archive:
        assert Rereader(tmp_path, archive, None).site is None
