"""A site's stored pages read again: what is written, what is only told, where a stopped run goes on."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsarchive.archive import Archive, Reread
from newsarchive.archive.buried import inscription
from newsarchive.extract import reader_version
from newsarchive.items import Site
from newsarchive.reread import Options, Portal, Rereading
from newsarchive.reread import running as running_module
from reread.kept import SITE, Kept, page

OTHER = replace(SITE, selectors={"lead": ".day"})
HOME = "https://portal.si/novice/"


@pytest.fixture
def reread(kept):
    """Read a site again on one core."""

    def reread(site=SITE, hosts=(), tick=None, **options):
        options = Options(**{"cores": 1, **options})
        return Rereading(kept.data, Portal(site, frozenset(hosts)), options, tick).run()

    return reread


@pytest.fixture
def three(kept):
    """Three records; the numbers."""
    return [kept.crawl(f"{HOME}most-{n}", page(title=f"Most {n}", lead=f"Odprli so {n}. most.")) for n in (1, 2, 3)]


def causes(archive, number):
    return [version.cause for version in archive.versions(number)]


def test_nothing_is_read_that_todays_reader_has_read(three, reread):
    report = reread()
    assert (report.read, report.changed, report.new) == (0, 0, 0)


def test_all_reads_everything_and_changes_nothing(three, reread, kept):
    before = [kept.archive.get(number) for number in three]
    report = reread(every=True)
    assert (report.read, report.unchanged, report.changed) == (3, 3, 0)
    assert [kept.archive.get(number) for number in three] == before


def test_another_declaration_is_another_reader(three, reread, kept):
    report = reread(OTHER)
    assert (report.read, report.changed, report.new) == (3, 3, 0)
    assert report.fields["lead"] == 3
    assert {kept.archive.get(number).record.lead for number in three} == {"27. januar 2026 ob 9:12"}
    assert [causes(kept.archive, number) for number in three] == [["published", "reread"]] * 3


def test_a_record_knows_who_read_it_last(three, reread, kept):
    reread(OTHER)
    assert {kept.archive.get(number).extractor for number in three} == {reader_version(OTHER)}
    assert reread(OTHER).read == 0


def test_a_reading_is_no_sight(three, reread, kept):
    before = kept.archive.get(three[0])
    reread(OTHER)
    after = kept.archive.get(three[0])
    assert (after.first_seen, after.last_seen, after.snapshot) == (before.first_seen, before.last_seen, before.snapshot)


def test_examples_show_old_and_new(three, reread):
    example = reread(OTHER).examples["lead"][0]
    assert (example.url, example.old, example.new) == (
        f"{HOME}most-1",
        "Odprli so 1. most.",
        "27. januar 2026 ob 9:12",
    )


def test_a_field_beside_the_text_makes_no_version(three, reread, kept):
    def refine(record, tree):
        record.section = "Mostovi"
        return record

    report = reread(replace(SITE, refine=refine))
    assert (report.changed, report.fields["section"], report.fields["body"]) == (3, 3, 0)
    assert [causes(kept.archive, number) for number in three] == [["published"]] * 3


def test_a_dry_run_tells_the_same_and_writes_nothing(three, reread, kept):
    before = [kept.archive.get(number) for number in three]
    dry = reread(OTHER, dry=True)
    assert [kept.archive.get(number) for number in three] == before
    assert dry == reread(OTHER)


def test_only_pages_fetched_since(kept, reread):
    kept.crawl(HOME + "stari", page(title="Stari most"), "2026-01-02T10:00:00Z")
    late = kept.crawl(HOME + "novi", page(title="Novi most"), "2026-02-02T10:00:00Z")
    report = reread(OTHER, since="2026-02-01T00:00:00.000Z")
    assert (report.read, report.changed) == (1, 1)
    assert kept.archive.get(late).extractor == reader_version(OTHER)


def test_a_page_that_cannot_be_had_is_told_and_its_record_stays(three, reread, kept):
    for file in Path(kept.data / "warc").rglob("*.gz"):
        file.unlink()
    report = reread(OTHER)
    assert (report.changed, report.unreadable.total()) == (0, 3)
    assert "missing" in next(iter(report.unreadable))
    assert kept.archive.get(three[0]).record.lead == "Odprli so 1. most."
    assert kept.archive.get(three[0]).extractor == reader_version(SITE)


def test_a_record_without_a_page_is_told(kept, reread, three):
    kept.archive.save(replace(kept.archive.get(three[0]).record, url=HOME + "sam", title="Sam", snapshot=None))
    assert reread(OTHER).unreadable == {"no stored page": 1}


def test_a_last_hand_that_fails_is_told_page_by_page(three, reread):
    def refine(record, tree):
        if record.title == "Most 2":
            raise LookupError("no such thing")
        return record

    report = reread(replace(SITE, refine=refine))
    assert report.unreadable == {"reading failed (LookupError: no such thing)": 1}
    assert report.unchanged == 2


def test_what_would_be_no_item_is_told_and_never_deleted(three, reread, kept):
    report = reread(replace(SITE, items={"article": "^/clanki/"}))
    assert report.no_items == {"no item": 3}
    assert report.no_item_examples == [f"{HOME}most-{number}" for number in (1, 2, 3)]
    assert len(list(kept.archive.records())) == 3


def test_what_would_be_an_item_becomes_a_record_with_its_history(kept, reread, three):
    url = "https://portal.si/clanki/jez"
    first = kept.keep(url, page(title="Nov jez"), "2026-01-01T10:00:00Z")
    kept.keep(url, page(title="Nov jez", tail=2), "2026-01-02T10:00:00Z")
    last = kept.keep(url, page(title="Nov jez je odprt"), "2026-01-03T10:00:00Z")
    report = reread(replace(SITE, items={"article": "^/(novice|clanki)/[^/]+"}))
    assert (report.new, report.new_examples) == (1, [url])
    stored = kept.archive.get(url)
    assert stored.record.title == "Nov jez je odprt"
    assert (stored.first_seen[:10], stored.last_seen[:10], stored.snapshot) == ("2026-01-01", "2026-01-03", last)
    versions = kept.archive.versions(stored.id)
    assert [(one.cause, one.snapshot) for one in versions] == [("published", first), ("edited", last)]


def test_addresses_that_redirected_to_it_are_its_aliases(kept, reread, three):
    to = [("Location", "/clanki/jez"), ("Content-Type", "text/html")]
    kept.keep("https://portal.si/?p=17", b"", status=301, headers=[("Location", "/jez")])
    kept.keep("https://portal.si/jez", b"", status=302, headers=to)
    kept.keep("https://portal.si/clanki/jez", page(title="Nov jez"))
    reread(replace(SITE, items={"article": "^/(novice|clanki)/[^/]+"}))
    stored = kept.archive.get("https://portal.si/clanki/jez")
    assert set(stored.record.aliases) == {"https://portal.si/?p=17", "https://portal.si/jez"}


@pytest.mark.parametrize(
    ("html", "headers", "status"),
    [
        (page(), [("Content-Type", "image/png")], 200),
        (page(), [("Content-Type", "text/html")], 404),
        ("", [("Content-Type", "text/html")], 200),
        ("<html><title>404</title><h1>Strani ni mogoče najti</h1></html>", [("Content-Type", "text/html")], 200),
        ("<html><h1>Naslov brez besedila</h1></html>", [("Content-Type", "text/html")], 200),
        ("<rss version='2.0'><channel><title>x</title></channel></rss>", [("Content-Type", "text/html")], 200),
    ],
    ids=["picture", "error", "empty", "soft 404", "no text", "feed"],
)
def test_what_no_crawl_would_take_becomes_none(kept, reread, html, headers, status):
    kept.keep(HOME + "kaj", html, headers=headers, status=status)
    assert reread().new == 0
    assert not list(kept.archive.records())


def test_front_pages_and_pages_of_others_become_none(kept, reread):
    kept.keep("https://portal.si/", page())
    kept.keep("https://drugi.si/novice/most", page())
    assert reread().new == 0


def test_a_site_that_moved_owns_its_new_host(kept, reread, three):
    kept.keep("https://novi.si/novice/jez", page(title="Nov jez"))
    assert reread(OTHER, hosts=["novi.si"]).new == 1


ALIAS = '<head><link rel="shortlink" href="https://portal.si/?p=17">'
SENT = [("Location", "/novice/jez")]


@pytest.mark.parametrize("url", [f"{HOME}jez", "https://portal.si/?p=17", "https://portal.si/stara"])
@pytest.mark.parametrize("dry", [True, False])
def test_what_was_buried_stays_buried_under_all_its_addresses(kept, reread, three, url, dry):
    kept.keep(f"{HOME}jez", page(title="Nov jez").replace("<head>", ALIAS))
    kept.keep(f"{HOME}jez", page(title="Prenovljen jez"), "2026-01-28T10:00:00Z")
    kept.keep("https://portal.si/stara", "", status=301, headers=SENT)
    kept.keep(f"{HOME}ograja", page(title="Ograja", body="<p>Ograja ob reki je dotrajana in jo bodo zamenjali.</p>"))
    connection = kept.archive.connection
    connection.execute("INSERT INTO forgets (at, reason) VALUES ('2026-01-01T00:00:00.000Z', 'prošnja')")
    connection.execute("INSERT INTO tombstones (address, forgotten) VALUES (?, 1)", (inscription(url),))
    report = reread(OTHER, dry=dry)
    assert (report.new, report.new_examples) == (1, [f"{HOME}ograja"])
    assert kept.archive.get(f"{HOME}jez") is None


def test_one_record_that_cannot_be_stored_does_not_stop_the_others(three, reread, kept):
    def refine(record, tree):
        return replace(record, section=object()) if record.url.endswith("2") else record

    report = reread(replace(OTHER, refine=refine))
    assert (report.changed, report.unreadable) == (2, {"what was read cannot be stored": 1})
    assert [causes(kept.archive, number) for number in three] == [
        ["published", "reread"], ["published"], ["published", "reread"],
    ]  # fmt: skip


def test_an_address_that_can_be_no_alias_is_no_change(three, reread, kept):
    def refine(record, tree):
        return replace(record, aliases=["https://portal.si/", f"{HOME}most-1"])

    assert reread(replace(SITE, refine=refine)).unchanged == 3
    record = replace(kept.archive.get(2).record, aliases=["https://portal.si/", f"{HOME}most-1"])
    assert kept.archive.reread(2, record) == Reread("unchanged")


def test_an_undeclared_portals_pages_are_judged(tmp_path):
    kept = Kept(tmp_path / "data", Site("portal.si", "https://portal.si/"))
    kept.keep("https://portal.si/novice/nov-most-cez-reko", page())
    links = "".join(f"<li><a href='/novice/{n}'>Zelo dolg naslov novice številka {n}</a></li>" for n in range(9))
    kept.keep("https://portal.si/novice", f"<html><h1>Novice</h1><ul>{links}</ul></html>")
    report = Rereading(kept.data, Portal(kept.site), Options(cores=1)).run()
    assert report.new_examples == ["https://portal.si/novice/nov-most-cez-reko"]
    kept.close()


def test_a_record_that_was_crawled_meanwhile_is_left_alone(three, reread, kept, monkeypatch):
    spread = running_module.spread

    def meanwhile(*arguments):
        for portion in spread(*arguments):
            kept.crawl(f"{HOME}most-1", page(title="Most 1 je zaprt"), "2026-03-01T10:00:00Z")
            yield portion

    monkeypatch.setattr(running_module, "spread", meanwhile)
    reread(OTHER)
    first, second = (kept.archive.get(number).record for number in three[:2])
    assert (first.title, first.lead) == ("Most 1 je zaprt", "Odprli so most.")
    assert second.lead == "27. januar 2026 ob 9:12"


def test_a_stopped_run_goes_on(kept, reread, monkeypatch):
    monkeypatch.setattr(running_module, "TOGETHER", 2)
    for number in range(7):
        kept.crawl(f"{HOME}most-{number}", page(title=f"Most {number}"))

    def stop(report, total):
        assert total == 7
        if report.read == 4:
            raise KeyboardInterrupt

    stopped = reread(OTHER, tick=stop)
    assert (stopped.stopped, stopped.read) == (True, 4)
    rest = reread(OTHER)
    assert (rest.stopped, rest.read, rest.changed) == (False, 3, 3)


def test_two_cores_find_what_one_finds(kept, three, reread):
    kept.keep("https://portal.si/novice/jez", page(title="Nov jez"))
    alone = reread(OTHER, dry=True)
    assert reread(OTHER, dry=True, cores=2) == alone
    assert reread(OTHER, cores=2) == alone
    assert kept.archive.get(three[0]).record.lead == "27. januar 2026 ob 9:12"


def test_a_declaration_that_cannot_travel_is_read_in_this_process(kept, three, reread):
    report = reread(replace(SITE, refine=lambda record, tree: replace(record, section="Mostovi")), cores=2)
    assert report.fields["section"] == 3


def test_a_worker_that_dies_is_told(kept, three, monkeypatch):
    from newsarchive.reread import WorkerDiedError, pool

    monkeypatch.setattr(pool, "work", die)
    with pytest.raises(WorkerDiedError, match="run the command again"):
        Rereading(kept.data, Portal(OTHER), Options(cores=2)).run()
    assert kept.archive.get(three[0]).extractor == reader_version(SITE)


def die(task):
    import os

    os._exit(9)


def test_an_archive_without_the_site(tmp_path):
    Archive(tmp_path / "archive.db").close()
    assert Rereading(tmp_path, Portal(SITE), Options(cores=1)).run().read == 0
