"""Records taken out of a file or replaced; all others byte for byte."""

import os

import pytest

from newsarchive.snapshots import Corrupt, Drop, Exchange, Keep, Replace, load, rewrite, walk
from snapshots.made import AT, HTML, STAMP, URL, exchange, passes, plain, writer, written

SECRET = b"Cilka Zgled"


@pytest.fixture
def places(tmp_path):
    pages = [exchange(f"https://demo.example/{number}", HTML + SECRET * (number == 1)) for number in range(3)]
    return written(tmp_path, *pages)


@pytest.fixture
def path(tmp_path, places):
    return tmp_path / places[0].file


def raw(path, members):
    data = path.read_bytes()
    return [data[member.offset : member.offset + member.length] for member in members]


def only(url, verdict):
    """Decide about one address and keep all others."""
    return lambda member: verdict if member.url == url else Keep()


def test_nothing_changed_is_the_same_file(tmp_path, places, path):
    before = path.read_bytes()
    new = rewrite(tmp_path, places[0].file, lambda member: Keep())
    assert path.read_bytes() == before
    assert all(place.offset == offset for offset, place in new.items())


def test_a_dropped_response_takes_its_request_with_it(tmp_path, places, path):
    before = raw(path, walk(path))
    new = rewrite(tmp_path, places[0].file, only("https://demo.example/1", Drop()))
    assert raw(path, walk(path)) == before[:3] + before[5:]
    assert SECRET not in plain(path)
    assert b"demo.example/1" not in plain(path)
    assert new[places[1].offset] is None
    assert load(tmp_path, new[places[2].offset]).url == "https://demo.example/2"
    assert passes(path)


def test_a_replaced_response_is_marked(tmp_path, places, path):
    left = exchange("https://demo.example/1", HTML, request_headers=[("Host", "demo.example")])
    new = rewrite(tmp_path, places[0].file, only("https://demo.example/1", left))
    assert load(tmp_path, new[places[1].offset]) == left
    marked = {member.url for member in walk(path) if member.redacted}
    assert marked == {"https://demo.example/1"}
    assert [member.type for member in walk(path)] == ["warcinfo"] + ["response", "request"] * 3
    assert SECRET not in plain(path)
    assert passes(path)


def test_revisits_live_on_without_their_original(tmp_path):
    later = AT.replace(minute=30)
    with writer(tmp_path) as file:
        first = file.write(exchange())
        second = file.write(exchange("https://demo.example/2", fetched_at=later), original=(URL, STAMP))
        third = file.write(exchange("https://demo.example/3"), original=(URL, STAMP))
    full = load(tmp_path, second, first)
    verdicts = {
        first.offset: Drop(),
        second.offset: Replace(full),
        third.offset: Replace(load(tmp_path, third, first), (full.url, "2026-11-23T16:30:32.123Z")),
    }
    new = rewrite(tmp_path, first.file, lambda member: verdicts[member.offset])
    assert load(tmp_path, new[second.offset]) == full
    assert load(tmp_path, new[third.offset], new[second.offset]).body == HTML
    types = [(member.type, member.refers_to_url, member.redacted) for member in walk(tmp_path / first.file)]
    assert types[1::2] == [("response", None, None), ("revisit", full.url, None)]
    assert passes(tmp_path / first.file)


def test_only_responses_and_strangers_are_asked_about(tmp_path, places):
    asked = []
    rewrite(tmp_path, places[0].file, lambda member: asked.append(member.type) or Keep())
    assert asked == ["response"] * 3


def test_a_request_whose_response_lies_elsewhere_is_asked_about(tmp_path, places, path):
    requests = raw(path, [list(walk(path))[2]])
    path.write_bytes(requests[0])
    asked = []
    rewrite(tmp_path, places[0].file, lambda member: asked.append(member.type) or Drop())
    assert asked == ["request"]
    assert path.read_bytes() == b""


@pytest.mark.parametrize("where", ["read", "change", "replace"])
def test_what_goes_wrong_leaves_the_file_as_it_was(tmp_path, places, path, monkeypatch, where):
    if where == "read":
        path.write_bytes(path.read_bytes()[:-10])
    before = path.read_bytes()

    def change(member):
        if where == "change":
            raise OSError(28, "No space left on device")
        return Drop()

    if where == "replace":
        monkeypatch.setattr(os, "fsync", lambda number: (_ for _ in ()).throw(OSError(5, "Input/output error")))
    with pytest.raises((Corrupt, OSError)):
        rewrite(tmp_path, places[0].file, change)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_replacement_may_be_of_any_kind(tmp_path, places):
    verdict = Replace(Exchange(URL, AT, 410, [], b""), redacted=True)
    new = rewrite(tmp_path, places[0].file, only("https://demo.example/1", verdict))
    assert load(tmp_path, new[places[1].offset]).reason == "Gone"
