"""WARC files that others wrote become records, with their pages in our own files."""

import gzip
import hashlib
import random
import shutil
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importing.conftest import SITE
from importing.foreign import STYLES, message, packed, page, record, wget
from newsarchive.archive import Archive
from newsarchive.archive.buried import inscription
from newsarchive.crawl.lock import SiteIsBusyError, SiteLock
from newsarchive.demo.images import picture
from newsarchive.extract import reader_version
from newsarchive.snapshots import Place, load

URL = "https://portal.si/novice/nov-most"
LATER = "2025-05-01T10:00:00Z"
LIST = b"<html><h1>Novice</h1><ul>%s</ul></html>" % b"".join(
    b"<li><a href='/novice/%d'>Zelo dolg naslov novice</a></li>" % n for n in range(9)
)


def exchange(data, archive, url):
    """Load the page of a record from our own files."""
    snapshot = archive.snapshot(archive.get(url).snapshot)
    return load(data, Place(snapshot.file, snapshot.offset, snapshot.length))


@pytest.mark.parametrize("packing", ["records", "whole", "plain"])
@pytest.mark.parametrize("style", STYLES)
def test_a_page_becomes_a_record(write, bring, archive, style, packing):
    report = bring(write((URL, message(page())), style=STYLES[style], packing=packing))
    assert (report.records, report.broken) == ({"new": 1}, [])
    stored = archive().get(URL)
    assert (stored.record.title, stored.record.published) == ("Nov most", None)
    assert stored.record.site == "portal"
    assert stored.first_seen.startswith("2024-05-01T10:00:00")
    assert stored.extractor == reader_version(SITE)


@pytest.mark.parametrize("style", STYLES)
def test_the_page_is_copied_with_its_request(write, bring, archive, data, style, tmp_path):
    file = write((URL, message(page(), X_Own="yes")), style=STYLES[style])
    bring(file)
    file.unlink()
    kept = exchange(data, archive(), URL)
    assert kept.body == page()
    assert ("X-Own", "yes") in kept.headers
    assert ("Cookie", "a=b") in kept.request_headers
    assert kept.fetched_at.isoformat().startswith("2024-05-01T10:00:00")


def test_a_second_import_adds_nothing(write, bring, archive, data):
    file = write((URL, message(page())), ("https://portal.si/novice", message(LIST)))
    bring(file)
    before = {path: path.read_bytes() for path in (data / "warc").rglob("*.gz")}
    again = bring(file)
    assert (again.records, again.snapshots) == ({"unchanged": 1}, 0)
    assert {path: path.read_bytes() for path in (data / "warc").rglob("*.gz")} == before
    assert len(archive().runs()) == 1
    assert len(archive().versions(1)) == 1


def test_several_captures_of_one_second_make_versions_once(write, bring, archive):
    texts = {URL: "Most gradijo že tri leta.", f"{URL}/": "Most bo odprt jutri.", f"{URL}?fbclid=1": "Most je odprt."}
    file = write(*((url, message(page(text=text))) for url, text in texts.items()))
    bring(file)
    again = bring(file)
    assert again.records == {"unchanged": 3}
    assert len(archive().versions(1)) == 3


def test_the_run_is_noted_with_its_manifest(write, bring, archive, data):
    bring(write((URL, message(page()))))
    (run,) = archive().runs()
    assert (run.site, run.outcome, run.new, run.stats) == ("portal", "partial", 1, {"import": "tuji.warc.gz"})
    assert run.manifest == hashlib.sha256((data / "manifests" / "000001.json").read_bytes()).hexdigest()


def test_an_import_is_no_sign_that_a_portal_was_crawled_to_its_end(write, bring, archive):
    bring(write((URL, message(page()))))
    assert archive().settled("portal") is None


def test_our_files_are_sealed(write, bring, archive):
    bring(write((URL, message(page()))))
    (warc,) = archive().warcs("portal")
    assert warc.sha256


def test_captures_are_taken_in_order_of_date(write, bring, archive):
    old, new = message(page(text="Most gradijo že tri leta.")), message(page())
    bring(write((URL, new, LATER), (URL, old)))
    versions = archive().versions(1)
    assert [(one.seen_at[:4], one.cause) for one in versions] == [("2024", "published"), ("2025", "edited")]
    assert "danes odprl" in archive().get(1).record.body


def test_an_older_capture_becomes_an_earlier_version(write, bring, archive):
    bring(write((URL, message(page()), LATER)))
    bring(write((URL, message(page(text="Most gradijo že tri leta.")))))
    stored = archive().get(1)
    assert "danes odprl" in stored.record.body
    assert (stored.first_seen[:4], stored.last_seen[:4]) == ("2024", "2025")
    assert [one.seen_at[:4] for one in archive().versions(1)] == ["2024", "2025"]


def test_the_same_text_again_is_only_seen_again(write, bring, archive):
    report = bring(write((URL, message(page())), (URL, message(page(image="drugi.png")), LATER)))
    assert report.records == {"new": 1, "unchanged": 1}
    assert len(archive().versions(1)) == 1
    assert archive().get(1).last_seen.startswith("2025")


def test_what_is_no_item_is_kept_but_is_no_record(write, bring, archive):
    report = bring(write(("https://portal.si/", message(page())), ("https://portal.si/novice", message(LIST))))
    assert (report.records, report.passed, report.snapshots) == ({}, {"no item": 2}, 2)
    assert not list(archive().records())


def test_redirects_become_aliases(write, bring, archive):
    sent = message(b"", 301, Location="/novice/nov-most")
    bring(write((URL, message(page())), ("https://portal.si/?p=17", sent)))
    assert archive().get(1).record.aliases == ["https://portal.si/?p=17"]


WALL = "https://portal.si/soglasje"


def test_a_wall_that_sends_its_visitors_back_makes_no_record_of_two(write, bring, archive):
    def visit(path, title, minute):
        there, back = (message(b"", 302, Location=one) for one in (WALL, path))
        answers = ((path, there), (WALL, back), (path, message(page(title, f"To je {title} v občini."))))
        return [
            (f"https://portal.si{one}" if one != WALL else one, block, f"2024-05-01T10:{minute}:0{second}Z")
            for second, (one, block) in enumerate(answers)
        ]

    first = write(*visit("/novice/most", "Most", 10), file="prva.warc.gz")
    bring(first)
    report = bring(first, write(*visit("/novice/cesta", "Cesta", 11), file="druga.warc.gz"))
    assert report.records == {"unchanged": 1, "new": 1}
    assert [one.record.aliases for one in archive().records()] == [[], []]


def test_packed_and_chunked_bodies(write, bring, archive, data):
    body = gzip.compress(page())
    chunks = b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    block = message(chunks, Content_Encoding="gzip", Transfer_Encoding="chunked")
    bring(write((URL, block)))
    assert archive().get(URL).record.title == "Nov most"
    assert exchange(data, archive(), URL).body == body


def test_a_revisit_is_another_sight(write, bring, archive, data, tmp_path):
    records = wget(URL, message(page()))
    revisit = {"WARC_Target_URI": URL, "WARC_Date": LATER, "WARC_Refers_To_Target_URI": URL}
    records.append(record(message(b""), WARC_Type="revisit", WARC_Refers_To_Date="2024-05-01T10:00:00Z", **revisit))
    file = tmp_path / "tuji.warc.gz"
    file.write_bytes(packed(records))
    assert bring(file).records == {"new": 1, "unchanged": 1}
    assert archive().get(URL).last_seen.startswith("2025")


def test_a_revisit_of_what_is_in_another_file(bring, tmp_path):
    revisit = record(message(b""), WARC_Type="revisit", WARC_Target_URI=URL, WARC_Date=LATER)
    file = tmp_path / "tuji.warc.gz"
    file.write_bytes(packed([revisit]))
    assert bring(file).passed == {"repeats what is in another file": 1}


# pictures

PICTURE = picture("/wp-content/uploads/2026/01/znak-10000.png").body


def test_pictures_of_records_are_kept(write, bring, archive, data):
    shown, other = "https://portal.si/slike/most.png", "https://portal.si/slike/ograja.png"
    image = message(PICTURE, mime="image/png")
    report = bring(write((shown, image), (other, image), (URL, message(page()))))
    assert report.pictures == 1
    row = archive().connection.row("SELECT i.path, x.status FROM record_images x JOIN images i ON i.id = x.image")
    assert row["status"] == "kept"
    assert (data / row["path"]).read_bytes() == PICTURE


def test_a_picture_that_is_none_leaves_its_record_waiting(write, bring, archive):
    image = message(b"<html>ni slike</html>", mime="image/png")
    report = bring(write((URL, message(page())), ("https://portal.si/slike/most.png", image)))
    assert (report.pictures, report.records["new"]) == (0, 1)
    assert archive().connection.value("SELECT status FROM record_images") == "listed"


# whose pages

OTHER = "https://drugi.si/novice/nov-most-cez-reko-je-odprt"


def test_hosts_that_nobody_declared_are_sites_of_their_own(write, bring, archive):
    bring(write((OTHER, message(page())), ("https://drugi.si/novice", message(LIST))))
    assert archive().get(OTHER).record.site == "drugi.si"
    assert [one.url for one in archive().snapshots()] == [OTHER], "of others only items are kept"


def test_a_host_without_items_is_no_site(write, bring, archive):
    bring(write(("https://oglasi.si/okvir", message(LIST))))
    assert archive().sites() == []


def test_pages_of_others_can_be_given_to_a_site(write, bring, archive):
    bring(write(("https://stari-portal.si/clanki/most", message(page()))), named=SITE)
    assert archive().get("https://stari-portal.si/clanki/most").record.site == "portal"


def test_only_some_hosts(write, bring, archive):
    report = bring(write((URL, message(page())), (OTHER, message(page()))), only=["drugi.si"])
    assert (report.records, report.passed) == ({"new": 1}, {"not asked for": 1})
    assert archive().get(URL) is None


# what must not come in, and what is broken


@pytest.fixture
def bury(data):
    """Have an address forgotten before anything is imported."""

    def bury(url):
        with Archive(data / "archive.db") as opened:
            opened.connection.execute("INSERT INTO forgets (at, reason) VALUES ('2026-01-01T00:00:00.000Z', 'prošnja')")
            opened.connection.execute("INSERT INTO tombstones VALUES (?, 1)", (inscription(url),))

    return bury


def test_what_was_forgotten_is_passed_over(write, bring, bury, data):
    bury(URL)
    report = bring(write((URL, message(page()))))
    assert (report.passed, report.snapshots) == ({"forgotten on purpose": 1}, 0)
    assert not (data / "warc").exists() or not list((data / "warc").rglob("*.gz"))


@pytest.mark.parametrize("dry", [True, False])
def test_what_was_forgotten_is_passed_over_under_any_address(write, bring, bury, data, dry):
    bury(URL)
    html = page().replace(b"<head>", b'<head><link rel="canonical" href="%s">' % URL.encode())
    sent = ("https://portal.si/?p=17", message(b"", 301, Location="/novice/drugi-most"), "2024-05-01T11:00:00Z")
    report = bring(
        write((f"{URL}-2", message(html)), ("https://portal.si/novice/b", message(page("Drug"))), sent), dry=dry
    )
    assert (report.passed["forgotten on purpose"], report.records) == (1, {"new": 1})
    kept = b"".join(gzip.decompress(file.read_bytes()) for file in (data / "warc").rglob("*.gz"))
    assert b"nov-most" not in kept


def test_what_cannot_be_stored_does_not_stop_the_others(write, bring, archive):
    """Its page is kept: another reader may read it better."""

    def refine(record, tree):
        return replace(record, section=object()) if "slab" in record.url else record

    site = replace(SITE, refine=refine)
    report = bring(write((f"{URL}-slab", message(page())), (URL, message(page()))), declared=[site])
    assert (report.records, report.passed, report.snapshots) == ({"new": 1}, {"cannot be stored": 1}, 2)
    assert [(run.outcome, run.new) for run in archive().runs()] == [("partial", 1)]


def test_a_digest_that_is_not_true(write, bring, tmp_path):
    file = tmp_path / "tuji.warc"
    file.write_bytes(packed(wget(URL, message(page())), "plain").replace(b"danes", b"nikol"))
    assert bring(file).passed == {"wrong digest": 1}


def test_a_response_that_was_cut_off_by_its_writer(bring, tmp_path):
    fields = {"WARC_Target_URI": URL, "WARC_Date": LATER, "WARC_Truncated": "length"}
    file = tmp_path / "tuji.warc.gz"
    file.write_bytes(packed([record(message(page()), WARC_Type="response", **fields)]))
    assert bring(file).passed == {"cut off": 1}


@pytest.mark.parametrize("packing", ["records", "plain", "whole"])
def test_a_file_that_breaks_gives_what_lies_before(write, bring, archive, packing):
    noise = random.Random(1)
    texts = [
        " ".join(noise.choices("most reka cesta občina župan šola vrtec gasilci".split(), k=400)) for _ in range(9)
    ]
    pages = [(f"{URL}-{n}", message(page(title=f"Most {n}", text=text))) for n, text in enumerate(texts)]
    file = write(*pages, packing=packing)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) * 2 // 3])
    report = bring(file)
    assert 2 <= report.records["new"] < 9
    assert "cut off" in report.broken[0] or "cannot be read" in report.broken[0]


def test_a_file_that_is_corrupt_in_its_midst(write, bring):
    pages = [(f"{URL}-{n}", message(page(title=f"Most {n}"))) for n in range(9)]
    file = write(*pages)
    whole = bytearray(file.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    file.write_bytes(whole)
    report = bring(file)
    assert 1 <= report.records["new"] < 9
    assert len(report.broken) == 1


@pytest.mark.parametrize("content", [b"", b"<html>no</html>", b"\x1f\x8b\x08garbage", b"PK\x03\x04wacz", b"\0" * 999])
def test_what_is_no_warc_file(bring, tmp_path, content):
    file = tmp_path / "to-ni-warc.gz"
    file.write_bytes(content)
    report = bring(file)
    assert "to-ni-warc.gz" in report.broken[0]
    assert report.records == {}


def test_a_file_that_is_not_there_does_not_stop_the_others(write, bring, tmp_path):
    report = bring(tmp_path / "nikjer.warc.gz", write((URL, message(page()))))
    assert "is missing" in report.broken[0]
    assert report.records == {"new": 1}


def test_a_last_hand_that_fails(write, bring):
    def refine(record, tree):
        raise LookupError

    report = bring(write((URL, message(page()))), declared=[replace(SITE, refine=refine)])
    assert report.passed == {"reading failed (LookupError)": 1}


def test_a_site_that_is_being_crawled(write, bring, data):
    lock = SiteLock(data, "portal")
    lock.take()
    with pytest.raises(SiteIsBusyError, match="portal"):
        bring(write((URL, message(page()))))
    lock.release()


def test_a_stopped_import_goes_on(write, bring, archive):
    file = write(*((f"{URL}-{n}", message(page(title=f"Most {n}", text=f"To je {n}. most."))) for n in range(5)))

    def stop(what, done, total):
        if done == 2:
            raise KeyboardInterrupt

    stopped = bring(file, tick=stop)
    assert (stopped.stopped, stopped.records) == (True, {"new": 2})
    assert archive().runs()[0].outcome == "interrupted"
    assert bring(file).records == {"unchanged": 2, "new": 3}


def test_what_a_killed_import_wrote_is_not_written_twice(write, bring, data, archive):
    """The copy lies in the WARC file, its row is missing: so a process that was killed between the two leaves it."""
    file = write((URL, message(page())))
    bring(file)
    with Archive(data / "archive.db") as opened:
        for sql in ("DELETE FROM records", "DELETE FROM snapshots", "UPDATE warcs SET sha256 = NULL, bytes = NULL"):
            opened.connection.execute(sql)
    (warc,) = (data / "warc").rglob("*.gz")
    before = warc.read_bytes()
    again = bring(file)
    assert (again.records, again.snapshots) == ({"new": 1}, 0)
    assert warc.read_bytes() == before


def test_a_dry_run_counts_and_writes_nothing(write, bring, data):
    image = ("https://portal.si/slike/most.png", message(PICTURE, mime="image/png"))
    file = write((URL, message(page())), (URL, message(page()), LATER), image)
    report = bring(file, dry=True)
    assert (report.records, report.pictures, report.snapshots) == ({"new": 1, "known": 1}, 1, 0)
    assert not data.exists()


def test_a_dry_run_knows_what_the_archive_holds(write, bring, data, tmp_path):
    file = write((URL, message(page())))
    bring(file)
    shutil.copytree(data, tmp_path / "before")
    assert bring(file, dry=True).records == {"known": 1}
    assert (data / "archive.db").read_bytes() == (tmp_path / "before" / "archive.db").read_bytes()


SHARE = st.floats(0, 0.999)
"""A place in a file whose length differs a little from time to time."""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["records", "plain", "whole"]), st.lists(st.tuples(SHARE, st.integers(0, 255))), SHARE)
def test_no_damage_makes_it_fail(write, bring, packing, bytes_there, end):
    file = write((URL, message(page())), (URL, message(b"", 301, Location="/novice/b")), packing=packing)
    whole = bytearray(file.read_bytes())
    for share, byte in bytes_there:
        whole[int(share * len(whole))] = byte
    file.write_bytes(whole[: round((1 - end) * len(whole))])
    report = bring(file, dry=True)
    assert report.records.total() <= 1
    assert all("tuji.warc.gz" in sentence for sentence in report.broken)
