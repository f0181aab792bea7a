"""What every command shares: the data folder, and how errors end a command."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import click
import platformdirs

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Context:
    """Where this invocation works."""

    data: Path
    """The data folder: ``archive.db``, ``warc/``, ``images/``."""

    @property
    def path(self) -> Path:
        """The archive's file."""
        return self.data / "archive.db"


class Failure(click.ClickException):
    """The work failed (exit 1): one sentence that names the next step."""

    exit_code = 1

    def show(self, file: object = None) -> None:
        """Print the sentence to stderr, without a traceback."""
        click.echo(f"newsarchive: {self.message}", err=True)


def default_data() -> Path:
    """Give the data folder to use when none is named: ``NEWSARCHIVE_DATA``, the checkout's, or the user's own."""
    named = os.environ.get("NEWSARCHIVE_DATA")
    if named:
        return Path(named)
    if (CHECKOUT / "scrapy.cfg").is_file():
        return CHECKOUT / "data"
    return Path(platformdirs.user_data_dir("newsarchive"))


def program() -> str:
    """Give what a person types to call this program: its name where it is on the path, else the way to it."""
    here = Path(sys.argv[0])
    if shutil.which("newsarchive") or here.name != "newsarchive":
        return "newsarchive"
    return os.path.relpath(here)
