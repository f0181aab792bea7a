"""The commands. Each is a module of its own, loaded only when it is called."""

from __future__ import annotations

import importlib
import io
import sys
from keyword import iskeyword
from pathlib import Path
from typing import Any

import click

from newsarchive import __version__
from newsarchive.cli.context import Context, Failure, default_data

COMMANDS = {
    "demo": "Serve the made-up portal, crawl it, show what came out.",
    "sites": "List the known sites, their records and last run.",
    "look": "Show what a page would become; write nothing.",
    "fixture": "Save a page with the record it must become, as a test.",
    "dates": "Show the spans of time that a text speaks of.",
    "crawl": "Crawl known sites, or any address.",
    "search": "Search the archive.",
    "show": "Show one record, whole.",
    "export": "Write records for other programs, or the pages they were read from.",
    "runs": "Show what the crawls did.",
    "reread": "Read stored pages again with today's reader.",
    "import": "Make records of other crawlers' WARC files.",
    "verify": "Check that everything is still what it was.",
    "backup": "Copy the whole archive, also while crawls go on.",
    "restore": "Bring a backup back.",
    "forget": "Take a record down everywhere.",
    "serve": "Open the archive in the browser.",
}
"""Every command with its one-line help, in the order of ``--help``."""


class Commands(click.Group):
    """Loads a command's module when it is asked for, so that ``--help`` and small commands start fast."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the system refuses it (a full disk behind stdout) ends it with a sentence."""
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")  # a terminal may know fewer letters than the news
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            raise  # click ends quietly when the reader goes away
        except OSError as error:
            raise Failure(f"The system stopped the work ({error}): mend that, then run the command again.") from error
        return result

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module and give its command; None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = getattr(importlib.import_module(f"newsarchive.cli.{name}"), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="newsarchive")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="The data folder (archive.db, warc/, images/). Default: NEWSARCHIVE_DATA, else ./data of the checkout, "
    "else the platform's folder for user data.",
)
@click.pass_context
def main(ctx: click.Context, data: Path | None) -> None:
    """Keep regional news: crawl portals, search and read what they published.

    Start with "newsarchive demo": it needs no network and shows everything on a made-up portal.
    """
    ctx.obj = Context(data or default_data())
