"""What commands print, on terminals that know few letters and on disks that are full."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.archived import MOST


def printed(data, *words, stdout=subprocess.PIPE, encoding="ascii"):
    command = [sys.executable, "-m", "newsarchive.cli", "--data", str(data), *words]
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "LANG": "C"}
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, env=environment, timeout=60, check=False)


def test_letters_that_a_terminal_lacks_are_escaped(data):
    done = printed(data, "search", "zupan")
    assert (done.returncode, done.stderr) == (0, b"1 found (article 1; demo 1).\n")
    assert b"Most \\u010dez Pako" in done.stdout


def test_letters_that_a_terminal_has_are_shown(data):
    assert "Most čez Pako".encode("cp1250") in printed(data, "show", "1", encoding="cp1250").stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1250", "utf-8"])
def test_json_is_json_on_every_terminal(data, encoding):
    done = printed(data, "show", "1", "--json", encoding=encoding)
    assert json.loads(done.stdout.decode(encoding)) == MOST.to_dict()


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_an_export_is_utf8_on_every_terminal(data, form):
    done = printed(data, "export", "--format", form)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == printed(data, "export", "--format", form, encoding="utf-8").stdout
    assert "Most čez Pako" in done.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["export"], ["search", "most"], ["show", "1", "--json"], ["runs"]], ids=" ".join)
def test_no_room_for_the_output_is_told(data, words):
    with Path("/dev/full").open("w") as full:
        done = printed(data, *words, stdout=full)
    assert done.returncode == 1
    told = done.stderr.decode()
    assert told.startswith("newsarchive: The system stopped the work ([Errno 28] No space left on device): mend that")
    assert told.count("\n") == 1
