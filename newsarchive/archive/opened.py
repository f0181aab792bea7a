"""The archive's file: opened, upgraded, closed."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from newsarchive.archive.connection import Connection
from newsarchive.archive.migrations import upgrade


class Opened:
    """An open archive file; the arguments are those of :class:`~newsarchive.archive.Archive`."""

    def __init__(
        self, path: Path | str, *, readonly: bool = False, timeout: float = 10.0, shared: bool = False
    ) -> None:
        self.path = Path(path)
        self.connection = Connection(self.path, readonly=readonly, timeout=timeout, shared=shared)
        try:
            upgrade(self.connection)
        except BaseException:
            self.connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    def standing(self) -> AbstractContextManager[None]:
        """Let several questions be answered from one state of the archive, whatever others write meanwhile."""
        return self.connection.standing()

    def transaction(self) -> AbstractContextManager[None]:
        """Put several calls into one transaction: all of them count, or none."""
        return self.connection.transaction()
