"""Where an export goes: stdout, or a file that has its name only once it is complete."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from newsarchive.cli.context import Failure

SUFFIX = ".part"
"""What is put behind the name of a file that is not complete."""


@contextmanager
def binary(output: Path | None, *, shown: bool) -> Iterator[IO[bytes]]:
    """Give stdout or the output's file for bytes; ``shown``: a terminal can show them."""
    if output is None:
        if not shown and sys.stdout.isatty():
            raise Failure("A terminal cannot show that: name a file with --output.")
        yield sys.stdout.buffer
        return
    with complete(output) as part, part.open("wb") as file:
        yield file


@contextmanager
def complete(output: Path) -> Iterator[Path]:
    """Give a path that takes the output's name at the end; a device or pipe is written to, never replaced."""
    try:
        with _part(output) as part:
            yield part
    except OSError as error:
        raise Failure(f"{output} cannot be written ({error.strerror}): name another file with --output.") from error


@contextmanager
def _part(output: Path) -> Iterator[Path]:
    special = output.exists() and not output.is_file()
    part = output if special else output.with_name(output.name + SUFFIX)
    try:
        yield part
        if not special:
            part.replace(output)
    finally:
        if not special:
            part.unlink(missing_ok=True)
