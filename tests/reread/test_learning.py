"""The end of a crawl: what its pages teach, and what was read without it."""

from dataclasses import replace

import pytest

from newsarchive.crawl.learned import learned
from newsarchive.extract import reader_version
from newsarchive.items import Site
from newsarchive.reread import Options, Rereader, Rereading
from newsarchive.reread import Portal as Declared
from newsarchive.reread.learning import Lesson, teach
from newsarchive.reread.sampling import SAMPLE, sample
from tests.extract.portals import SIDE, STREETS, notice
from tests.reread.kept import Kept, page

SITE = Site("obcina", "http://obcina.test/", items={"notice": r"^/obvestila/\d+$"})
HOME = "http://obcina.test/obvestila/"


def line(number):
    return f"Danes od {number % 5 + 7}. do 13. ure bo na {STREETS[number % len(STREETS)]} motena oskrba z vodo."


class Crawled(Kept):
    """A data folder into which crawls of a portal bring pages."""

    def begin(self):
        self.run = self.archive.start_run(self.site.name)

    def bring(self, numbers, at="2026-01-27T10:00:00Z", html=notice):
        """Read pages as a crawl does that knows what is learned by now."""
        template = learned(self.archive, self.site.name)
        return [
            self.crawl(f"{HOME}{n}", html(n)[1], at, template=template, extractor=reader_version(self.site, template))
            for n in numbers
        ]

    def end(self, **counts):
        self.writer.close()
        lesson = teach(self.data, self.site, **counts)
        self.archive.finish_run(self.run, "finished", {}, {})
        return lesson

    def bodies(self):
        return {stored.record.url.rpartition("/")[2]: stored.record.body for stored in self.archive.records()}

    def causes(self):
        return [version.cause for stored in self.archive.records() for version in self.archive.versions(stored.id)]


@pytest.fixture
def kept(tmp_path):
    kept = Crawled(tmp_path, SITE)
    yield kept
    kept.close()


def design(number):
    """A page of another design: all else, but no less misleading."""
    title = f"Motena oskrba na {STREETS[number % len(STREETS)]}"
    side = "".join(f"<p>{text}</p>" for text in SIDE)
    text = f'<div class="x"><h1>{title}</h1><div class="y"><p>{line(number)}</p></div></div>'
    return title, f'<html><body><div class="w">{text}<div class="z">{side}</div></div></body></html>'


def test_what_was_read_without_the_template_is_read_again_before_the_crawl_ends(kept):
    kept.begin()
    kept.bring(range(12))
    assert SIDE[0] in kept.bodies()["3"]
    lesson = kept.end()
    assert lesson.counts() == {"version": 1, "pages": 12, "read again": 12, "changed": 12}
    assert kept.bodies() == {str(n): line(n) for n in range(12)}


def test_that_makes_no_versions(kept):
    kept.begin()
    kept.bring(range(12))
    kept.end()
    assert kept.causes() == ["published"] * 12
    assert {version.body for number in range(1, 13) for version in kept.archive.versions(number)} == {
        line(n) for n in range(12)
    }


def test_a_finished_crawl_equals_a_rereading(kept):
    kept.begin()
    kept.bring(range(12))
    kept.end()
    report = Rereading(kept.data, Declared(SITE), Options(every=True, cores=1)).run()
    assert (report.read, report.changed) == (12, 0)
    assert Rereading(kept.data, Declared(SITE), Options(cores=1)).run().read == 0


def test_the_order_of_pages_makes_no_difference(kept, tmp_path):
    other = Crawled(tmp_path / "other", SITE)
    for one, numbers in ((kept, range(12)), (other, reversed(range(12)))):
        one.begin()
        one.bring(numbers)
        one.end()
    assert other.archive.template("obcina").body == kept.archive.template("obcina").body
    assert other.bodies() == kept.bodies()
    other.close()


def test_the_next_crawl_uses_it_from_the_start(kept):
    kept.begin()
    kept.bring(range(12))
    kept.end()
    kept.begin()
    kept.bring([12], "2026-01-28T10:00:00Z")
    assert kept.bodies()["12"] == line(12)
    assert kept.end(fits=1).counts() == {}
    assert kept.causes() == ["published"] * 13


def test_few_pages_teach_nothing_until_there_are_enough(kept):
    kept.begin()
    kept.bring(range(5))
    assert kept.end() == Lesson()
    kept.begin()
    kept.bring(range(5, 10), "2026-01-28T10:00:00Z")
    assert kept.end().version == 1
    assert kept.bodies() == {str(n): line(n) for n in range(10)}
    assert sorted(kept.causes()) == ["published"] * 10 + ["reread"] * 5


def test_after_a_kill_the_next_crawl_does_what_is_left(kept, monkeypatch):
    kept.begin()
    kept.bring(range(12))
    with monkeypatch.context() as patch:
        patch.setattr("newsarchive.reread.learning.Rereading", None)
        with pytest.raises(TypeError):
            teach(kept.data, SITE)
    assert SIDE[0] in kept.bodies()["3"]
    kept.begin()
    assert kept.end().counts() == {"read again": 12, "changed": 12}
    assert kept.causes() == ["published"] * 12


def test_a_template_that_changes_nothing_is_kept_and_not_applied(kept):
    plain = replace(SITE, selectors={"body": "td:nth-child(2)"})
    kept.site = plain
    kept.begin()
    kept.bring(range(12))
    lesson = kept.end()
    assert lesson.counts() == {"version": 1, "pages": 12}
    template = learned(kept.archive, "obcina")
    assert not template.active
    assert reader_version(plain, template) == reader_version(plain)


def test_a_new_design_is_learned_beside_the_old_one(kept):
    kept.begin()
    kept.bring(range(12))
    kept.end()
    kept.begin()
    kept.bring(range(12, 24), "2026-02-27T10:00:00Z", design)
    assert SIDE[0] in kept.bodies()["13"]
    assert kept.end(misfits=12).version == 2
    assert kept.bodies() == {str(n): line(n) for n in range(24)}
    assert kept.causes() == ["published"] * 24
    assert Rereading(kept.data, Declared(SITE), Options(every=True, cores=1)).run().changed == 0


def test_some_odd_pages_are_no_new_design(kept):
    kept.begin()
    kept.bring(range(24))
    kept.end()
    kept.begin()
    kept.bring(range(24, 34), "2026-02-27T10:00:00Z", design)
    assert kept.end(fits=20, misfits=10).version is None


def test_a_template_of_few_pages_grows(kept):
    for first in range(0, 40, 10):
        kept.begin()
        kept.bring(range(first, first + 10), f"2026-02-{first // 10 + 1:02}T10:00:00Z")
        kept.end()
    pages = [one.pages for one in kept.archive.templates("obcina")]
    assert pages == [10, 20, 40]


def test_records_that_another_version_has_read_are_left_to_reread(kept):
    kept.begin()
    old = kept.crawl(f"{HOME}100", notice(100)[1], extractor="0.0.1+00000000")
    kept.bring(range(12))
    kept.end()
    assert kept.archive.get(old).extractor == "0.0.1+00000000"
    assert SIDE[0] in kept.archive.get(old).record.body
    Rereading(kept.data, Declared(SITE), Options(cores=1)).run()
    assert kept.archive.get(old).record.body == line(100)


def test_a_portal_that_nobody_declared_teaches_too(kept):
    kept.site = Site("obcina", "http://obcina.test/")
    kept.begin()
    kept.bring(range(12))
    kept.end()
    assert kept.bodies() == {str(n): line(n) for n in range(12)}


def test_what_cannot_be_read_is_no_lesson(kept):
    def refine(record, tree):
        if record.url.endswith("3"):
            raise ValueError(record.url)
        return record

    kept.begin()
    kept.bring(range(12))
    kept.site = replace(SITE, refine=refine)
    assert kept.end().pages == 11


def test_the_sample_is_the_same_whoever_asks_and_has_every_kind(kept):
    kept.site = replace(SITE, items={"notice": r"^/obvestila/\d+$", "article": "^/novice/"})
    kept.begin()
    kept.bring(range(120))
    for number in range(5):
        kept.crawl(f"http://obcina.test/novice/{number}", page(f"Novica {number}"))
    chosen = sample(kept.archive, "obcina", enough=20)
    assert len(set(chosen)) == SAMPLE
    urls = [kept.archive.snapshot(number).url for number in chosen]
    assert sum("/novice/" in url for url in urls) == 5
    assert sample(kept.archive, "obcina", enough=20) == chosen


def test_an_edit_is_told_from_the_template(kept):
    kept.begin()
    number = kept.bring(range(12))[3]
    kept.end()
    rereader = Rereader(kept.data, kept.archive, SITE)
    assert rereader(kept.archive.get(number)).body == line(3)
