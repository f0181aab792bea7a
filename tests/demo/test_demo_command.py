"""``newsarchive demo``, as a person types it."""

import json
import os
import signal
import socket
import subprocess
import sys
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from newsarchive.cli import main
from newsarchive.cli.demo import _counted, _mistakes
from newsarchive.demo import Portal, score

COMMAND = [sys.executable, "-c", "from newsarchive.cli import main; main()"]


def demo(data, *options):
    words = [*COMMAND, "--data", str(data), "demo", "--records", "12", *options]
    return subprocess.run(words, capture_output=True, text=True, timeout=100, check=False)


@pytest.fixture(scope="module")
def port():
    """Three free ports in a row, so that a second demo has the addresses of the first."""
    for start in range(21_000, 40_000, 7):
        if all(_free(start + at) for at in range(3)):
            return str(start)
    pytest.skip("no free ports")


def _free(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


@pytest.fixture(scope="module")
def crawled(tmp_path_factory, port):
    data = tmp_path_factory.mktemp("data")
    return data, demo(data, "--port", port, "--json")


def test_everything_published_is_found_once(crawled):
    data, ended = crawled
    told = json.loads(ended.stdout)
    assert {site: (one["expected"], one["found"], one["stray"]) for site, one in told["scores"].items()} == {
        site: (12, 12, []) for site in ("demo", "demo-new", "demo-old")
    }
    assert (data / "archive.db").is_file()


def test_it_can_do_without_pictures(tmp_path):
    assert demo(tmp_path, "--port", "0", "--no-images").returncode == 0
    assert not list(tmp_path.glob("images/*/*"))


def test_the_exit_code_says_whether_it_was_perfect(crawled):
    _, ended = crawled
    perfect = all(one["perfect"] for one in json.loads(ended.stdout)["scores"].values())
    assert ended.returncode == (0 if perfect else 1)
    assert "Traceback" not in ended.stderr


def test_the_next_day_brings_only_what_is_new(crawled, port):
    data, _ = crawled
    ended = demo(data, "--port", port, "--day", "2", "--json")
    told = json.loads(ended.stdout)
    for crawl in told["crawls"]:
        assert crawl["counts"]["new"] == 1
        assert crawl["counts"]["changed"] == 1
    assert all(not one["missing"] and not one["stray"] for one in told["scores"].values())


def test_it_shows_people_what_came_out(crawled, port):
    data, _ = crawled
    ended = demo(data, "--port", port)
    for words in (
        "expected",
        "found",
        "published",
        "body recall",
        "In the archive: ",
        "Some searches:",
        "demo --day 2",
    ):
        assert words in ended.stdout
    assert "Traceback" not in ended.stderr


def test_a_taken_port_is_one_sentence(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ended = demo(tmp_path, "--port", str(min(port, 65_533)))
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert f"Port {port} is in use" in ended.stderr
    assert "--port" in ended.stderr


def test_a_file_that_is_no_archive_is_one_sentence(tmp_path):
    (tmp_path / "archive.db").write_text("this is no database, but it is long enough to look like a file " * 20)
    ended = demo(tmp_path, "--port", "0")
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("options", [["--records", "0"], ["--day", "0"], ["--port", "70000"], ["--nothing"]])
def test_wrong_usage(tmp_path, options):
    result = CliRunner().invoke(main, ["--data", str(tmp_path), "demo", *options])
    assert result.exit_code == 2


def test_serving_alone_lasts_until_it_is_stopped(tmp_path):
    words = [*COMMAND, "--data", str(tmp_path), "demo", "--serve", "--records", "5", "--port", "0"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as child:
        lines = [child.stdout.readline().strip() for _ in range(3)]
        bases = [line.split(": ")[1] for line in lines]
        for base in bases:
            with urlopen(base, timeout=10) as answer:
                assert answer.status == 200
        child.send_signal(signal.SIGINT)
        assert child.wait(10) == 0
    assert not (tmp_path / "archive.db").exists()


def test_mistakes_are_sentences():
    truth = Portal("classic", records=10).truth()
    records = [fact.record for fact in truth.values()]
    result = score(records[1:], truth)
    assert _counted(result) == (10, 9, 1, 0, 0, 0)
    assert _mistakes(result) == [f"missing: {records[0].url}"]
