"""``newsarchive restore``: a backup becomes the archive again."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from newsarchive.archive import ArchiveError
from newsarchive.cli.backup import ticking
from newsarchive.cli.context import Context, Failure
from newsarchive.cli.output import folded, note, say, say_json
from newsarchive.cli.progress import Steps
from newsarchive.custody.copying import BackupError, Restored
from newsarchive.custody.copying import restore as bring_back
from newsarchive.custody.locks import BusyError


@click.command()
@click.argument("path", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Replace the archive that is there, once the copy is known to be sound.")
@click.option("--json", "as_json", is_flag=True, help="Print what was restored as JSON.")
@click.pass_obj
def restore(context: Context, path: Path, force: bool, as_json: bool) -> None:
    """Bring the backup in PATH back into the data folder.

    The copy is made and verified first; what was there is replaced (with --force) only then. Records that were taken
    down after the backup was made are taken down again.
    """
    try:
        with Steps() as steps:
            restored = bring_back(path, context.data, force=force, tick=ticking(steps))
    except (ArchiveError, BackupError, BusyError, OSError) as error:
        raise Failure(str(error)) from error
    if as_json:
        say_json(dataclasses.asdict(restored))
    else:
        _print(restored, context.data)
    for text in restored.notes:
        note(text)


def _print(restored: Restored, data: Path) -> None:
    copied = restored.copied
    say(("restored  ", "bold"), f" {copied.files} files, {copied.bytes / 1_000_000:,.1f} MB")
    if restored.forgotten:
        say(f"{restored.forgotten} records that were taken down after the backup was made were taken down again.")
    say((f"The archive in {folded(str(data))} is the backup's, and sound.", "green"))
