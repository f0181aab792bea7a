"""Portals in a process of their own, for tests and for ``newsarchive demo``; it ends with its parent."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.request import urlopen

from newsarchive.demo.portal import CONTROL, Portal


class PortInUseError(OSError):
    """A port on which a portal should be served is in use; ``port`` says which."""

    def __init__(self, port: int) -> None:
        super().__init__(f"Port {port} is in use.")
        self.port = port


@contextmanager
def running(portal: Portal, port: int = 0, *, warm: bool = False) -> Iterator[str]:
    """Serve a portal like ``portal`` in a child process (0: on any free port) and give its base address.

    The child is a copy: what it was asked is told by :func:`requests`. ``warm`` prepares every page before the
    block begins, for benchmarks. A taken port is a :class:`PortInUseError`.
    """
    with running_all([portal], port, warm=warm) as bases:
        yield bases[0]


@contextmanager
def running_all(portals: Sequence[Portal], port: int = 0, *, warm: bool = False) -> Iterator[list[str]]:
    """Serve portals that differ only in their template, on ``port`` and the ports after it (0: any free ones)."""
    pipe = subprocess.PIPE
    command = [*_command(portals, port), *(["--warm"] if warm else [])]
    # A session of its own: Ctrl-C ends the crawl first, and the portal with it.
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, start_new_session=True) as child:  # noqa: S603
        try:
            assert child.stdout is not None
            word, *told = child.stdout.readline().split() or ["nothing"]
            if word == "taken":
                raise PortInUseError(int(told[0]))
            if word != "ready":
                raise RuntimeError("The made-up portal did not start.")
            yield told
        finally:
            _end(child)


def _command(portals: Sequence[Portal], port: int) -> list[str]:
    like = portals[0]
    options = {
        "--port": port,
        "--records": like.records,
        "--seed": like.seed,
        "--day": like.day,
        "--page-bytes": like.page_bytes,
    }
    words = [str(word) for name, value in options.items() if value is not None for word in (name, value)]
    names = [word for portal in portals for word in ("--template", portal.name)]
    flags = ["--until-eof", *(["--hostile"] if like.hostile else [])]
    return [sys.executable, "-m", "newsarchive.demo", *words, *names, *flags]


def _end(child: subprocess.Popen[str]) -> None:
    child.terminate()
    try:
        child.wait(5)
    except subprocess.TimeoutExpired:
        child.kill()


def requests(base: str) -> list[str]:
    """Give every path that a running portal was asked for, in order."""
    return list(_told(base, "requests")["requests"])


def move(base: str, day: int) -> None:
    """Let a running portal stand on another day."""
    _told(base, f"day/{day}")


def _told(base: str, command: str) -> dict[str, list[str]]:
    with urlopen(base.rstrip("/") + CONTROL + command, timeout=30) as answer:  # noqa: S310 (loopback)
        told: dict[str, list[str]] = json.load(answer)
        return told
