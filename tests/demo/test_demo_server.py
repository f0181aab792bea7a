"""The portal over HTTP."""

import http.client
import socket
import subprocess
import sys
import time
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from newsarchive.demo import Portal, PortInUseError, move, requests, running, running_all

from conftest import path_of  # isort: skip


@pytest.fixture(scope="module")
def base():
    with running(Portal("wordpress", records=60, hostile=True)) as base:
        yield base


def status(url, **headers):
    try:
        with urlopen(Request(url, headers=headers), timeout=10) as answer:
            return answer.status
    except HTTPError as error:
        return error.code


def test_it_serves_what_the_portal_answers(base):
    truth = Portal("wordpress", records=60).truth(base)
    url, fact = list(truth.items())[5]
    with urlopen(url, timeout=10) as answer:
        assert fact.record.title in answer.read().decode().replace("&#x27;", "'")
    assert status(base + "ni-take-strani/") == 404


def test_it_answers_304(base):
    with urlopen(base + "novice/", timeout=10) as answer:
        tag = answer.headers["ETag"]
    assert status(base + "novice/", **{"If-None-Match": tag}) == 304


def test_it_keeps_connections_open(base):
    host = http.client.HTTPConnection(base.split("/")[2])
    for path in ("/", "/novice/", "/robots.txt"):
        host.request("GET", path)
        assert host.getresponse().read()
    host.close()


def test_it_answers_head_requests(base):
    with urlopen(Request(base, method="HEAD"), timeout=10) as answer:
        assert answer.read() == b""


def test_it_remembers_what_it_was_asked(base):
    urlopen(base + "feed/", timeout=10).close()
    assert "/feed/" in requests(base)
    assert not any(path.startswith("/_demo") for path in requests(base))


def test_half_a_page_is_cut_off(base):
    path = Portal("wordpress", records=60, hostile=True).hostility.path("cut-off")
    with urlopen(base.rstrip("/") + path, timeout=10) as answer, pytest.raises(http.client.IncompleteRead):
        answer.read()


def test_a_slow_page_comes_whole(base):
    path = Portal("wordpress", records=60, hostile=True).hostility.path("slow")
    start = time.monotonic()
    with urlopen(base.rstrip("/") + path, timeout=10) as answer:
        assert answer.read().endswith(b"</html>\n")
    assert time.monotonic() - start > 2


def test_a_running_portal_moves_in_time():
    tomorrow = Portal("modern", records=60, day=2)
    with running(Portal("modern", records=60)) as base:
        new = [url for url, fact in tomorrow.truth(base).items() if fact.appeared == 2]
        assert {status(url) for url in new} == {404}
        move(base, 2)
        assert {status(url) for url in new} == {200}


def test_the_child_ends_with_the_block():
    with running(Portal("classic", records=5)) as base:
        port = int(base.split(":")[2].rstrip("/"))
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_the_child_ends_with_its_parent():
    code = (
        "import os, sys\nfrom newsarchive.demo import *\nblock = running(Portal('classic', records=5))\n"
        "print(block.__enter__(), flush=True)\nos._exit(9)\n"
    )
    base = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stdout.strip()
    port = int(base.split(":")[2].rstrip("/"))
    for _ in range(50):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return
        time.sleep(0.1)
    pytest.fail("the portal outlived its parent")


def test_three_portals_side_by_side():
    with running_all([Portal(name, records=5) for name in ("wordpress", "modern", "classic")]) as bases:
        assert len(set(bases)) == 3
        assert [status(base) for base in bases] == [200] * 3


def test_pages_can_be_prepared_before_the_first_visit():
    portal = Portal("classic", records=20, page_bytes=40_000)
    with running(portal, warm=True) as base:
        for url in list(portal.truth(base))[:3]:
            with urlopen(url, timeout=10) as answer:
                assert 37_000 < len(answer.read()) < 43_000


def test_a_taken_port_is_named():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(PortInUseError, match=str(port)), running(Portal("modern", records=5), port):
            pass


def test_path_of():
    assert path_of("http://127.0.0.1:1/a/b?c=1") == "/a/b?c=1"
