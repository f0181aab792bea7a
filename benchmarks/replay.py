"""Does another program replay what was kept? pywb shows pages of an archive, byte by byte the same or not.

pywb is no dependency: install it beside (``python -m venv beside; beside/bin/pip install pywb``), then

    python benchmarks/replay.py DATA --pywb beside/bin [--pages 20] [--seed 1]

Every WARC file of the data folder is checked with ``warcio check`` and ``warcio index``, then put into a collection of
pywb in a temporary folder; random snapshots, revisits among them, are asked for unaltered (``id_``).
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from newsarchive.archive import Archive, Snapshot
from newsarchive.snapshots import Place, SnapshotError, load, walk

COLLECTION = "all"
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def main() -> None:
    """Check, replay, print what came out; exit 1 where anything differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--pywb", type=Path, required=True, help="the folder of wb-manager and wayback")
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    files = sorted(options.data.glob("warc/*/*.warc.gz"))
    sound = sum(passes(path) for path in files)
    print(f"warcio check and index pass on {sound} of {len(files)} files")
    chosen = choose(options.data, options.pages, options.seed)
    with tempfile.TemporaryDirectory() as folder, replaying(options.pywb, Path(folder), files) as port:
        same = sum(replayed(port, one) == kept(options.data, one) for one in chosen)
    print(f"pywb replays {same} of {len(chosen)} pages with the same bytes, {revisits(chosen)} of them revisits")
    sys.exit(sound < len(files) or same < len(chosen) or not chosen)


def passes(path: Path) -> bool:
    """Tell whether warcio finds the file sound and sees every record: broken gzip it takes for the end of the file."""
    check, index = (
        subprocess.run([sys.executable, "-m", "warcio.cli", command, path], capture_output=True, check=False)
        for command in ("check", "index")
    )
    try:
        records = sum(1 for _ in walk(path))
    except SnapshotError:
        return False
    return check.returncode == index.returncode == 0 and index.stdout.count(b"\n") == records


def choose(data: Path, number: int, seed: int) -> list[Snapshot]:
    """Choose pages at random."""
    with Archive(data / "archive.db", readonly=True) as archive:
        pages = [one for one in archive.snapshots() if one.status == 200 and one.mime == "text/html"]
    return random.Random(seed).sample(pages, min(number, len(pages)))


def revisits(chosen: list[Snapshot]) -> int:
    """Count those that repeat the payload of another."""
    return sum(one.original is not None for one in chosen)


def kept(data: Path, snapshot: Snapshot) -> bytes:
    """Give the body as the archive has it."""
    with Archive(data / "archive.db", readonly=True) as archive:
        original = None if snapshot.original is None else archive.snapshot(snapshot.original)
    return load(data, place(snapshot), place(original) if original else None).body


def place(snapshot: Snapshot) -> Place:
    """Give where a snapshot lies."""
    return Place(snapshot.file, snapshot.offset, snapshot.length or 0)


def replayed(port: int, snapshot: Snapshot) -> bytes:
    """Give the body as pywb sends it, with its content encoding."""
    stamp = re.sub(r"\D", "", snapshot.fetched_at)[:14]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with contextlib.closing(connection):
        connection.request("GET", f"/{COLLECTION}/{stamp}id_/{snapshot.url}")
        return connection.getresponse().read()


@contextlib.contextmanager
def replaying(pywb: Path, folder: Path, files: list[Path]) -> Iterator[int]:
    """Run pywb over the files, and give its port."""
    manager = [pywb.resolve() / "wb-manager"]
    subprocess.run([*manager, "init", COLLECTION], cwd=folder, check=True, **QUIET)
    copies = [shutil.copy(path, folder) for path in files]
    subprocess.run([*manager, "add", COLLECTION, *copies], cwd=folder, check=True, **QUIET)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [pywb.resolve() / "wayback", "-b", "127.0.0.1", "-p", str(port)]
    process = subprocess.Popen(command, cwd=folder, env=os.environ, **QUIET)
    try:
        wait(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def wait(port: int) -> None:
    """Wait until somebody listens."""
    for _ in range(300):
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.1)
    sys.exit("pywb does not answer")


if __name__ == "__main__":
    main()
