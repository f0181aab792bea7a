import pytest

from newsarchive.crawl.capture import UNSAVED
from newsarchive.monitor import SENTENCES, counts, explain, failures, outcome, summary

HOME = "https://portal.si/"


def stats(**own):
    return {f"newsarchive/{name.replace('__', '/').replace('_', ' ')}": value for name, value in own.items()}


@pytest.mark.parametrize(
    ("reason", "own", "held", "ended"),
    [
        ("finished", {"pages": 9, "new": 3}, 3, "finished"),
        ("finished", {"pages": 2, "lists_with_items": 1}, 3, "finished"),
        ("finished", {"pages": 2, "unchanged_lists": 1}, 3, "finished"),
        ("finished", {"pages": 2, "lists_with_items": 1}, 0, "empty"),
        ("finished", {"pages": 2}, 3, "empty"),
        ("finished", {}, 3, "failed"),
        ("finished", {"failed__timeout": 1}, 3, "failed"),
        ("finished", {"failed__http_403": 4}, 3, "refused"),
        ("finished", {"passed_over__robots.txt": 1}, 0, "refused"),
        ("finished", {"pages": 2, "lists_with_items": 1, "failed__http_403": 40}, 0, "refused"),
        ("finished", {"pages": 2, "lists_with_items": 1, "failed__timeout": 40}, 0, "failed"),
        ("limit", {"pages": 9, "new": 3}, 3, "partial"),
        ("shutdown", {"pages": 9, "new": 3}, 3, "interrupted"),
        ("too many failures", {"pages": 9, "new": 3, "failed__timeout": 30}, 3, "failed"),
        ("archive_failed", {"pages": 9}, 3, "failed"),
    ],
)
def test_how_a_crawl_ended(reason, own, held, ended):
    assert outcome(reason, stats(**own), held=held) == ended


def test_a_crawl_whose_last_page_could_not_be_written_has_failed():
    assert outcome("finished", {**stats(pages=9, new=3), UNSAVED: "There is no room."}) == "failed"


def test_a_crawl_with_since_is_partial():
    assert outcome("finished", stats(pages=1, new=1), partial=True) == "partial"


@pytest.mark.parametrize("reason", SENTENCES)
def test_every_reason_has_a_sentence_with_a_next_step(reason):
    told = explain(HOME, "failed", {f"newsarchive/failed/{reason}": 1})
    assert HOME in told
    assert told.endswith(".")
    assert told.count(". ") == 0


def test_the_most_frequent_failure_is_told():
    told = {"newsarchive/failed/timeout": 1, "newsarchive/failed/http 403": 9}
    assert "forbids this crawl (403)" in explain(HOME, "refused", told)


def test_an_unexpected_failure_names_the_commands_that_say_more():
    assert "newsarchive runs" in explain(HOME, "failed", {"newsarchive/failed/http 418": 1})


def test_what_the_archive_said_comes_first():
    assert explain(HOME, "failed", {"newsarchive/archive_error": "There is no room."}) == "There is no room."
    assert explain(HOME, "not begun", {"newsarchive/reason": "Another crawls."}) == "Another crawls."


def test_a_crawl_that_got_something_needs_no_explanation():
    assert explain(HOME, "finished", {"newsarchive/failed/timeout": 3, "newsarchive/pages": 9}) is None


def test_counts_and_summary():
    counted = {
        "downloader/request_count": 12,
        "newsarchive/new": 3,
        "newsarchive/failed/timeout": 2,
        "log_count/INFO": 7,
    }
    assert counts(counted) == {"requests": 12, "new": 3, "changed": 0, "unchanged": 0, "failed": 2}
    assert failures(counted) == {"timeout": 2}
    assert summary(counted, "finished") == {"reason": "finished", "failed": {"timeout": 2}, "new": 3}
