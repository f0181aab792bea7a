"""What can go wrong with snapshots: one sentence for the person, in every exception."""

from __future__ import annotations


class SnapshotError(Exception):
    """A snapshot cannot be written or read; the text is one sentence that names the next step."""


class MissingFile(SnapshotError):  # noqa: N818 - what is missing says more than "Error"
    """The file is not in the data folder."""


class Corrupt(SnapshotError):  # noqa: N818 - the word that the sentence uses
    """A file ends too early or holds what cannot be read; what lies before :attr:`offset` is whole."""

    def __init__(self, sentence: str, offset: int, *, cut: bool = False) -> None:
        super().__init__(sentence)
        self.offset = offset
        """Where the record that cannot be read begins, in bytes."""
        self.cut = cut
        """Whether the file only ends too early, as a killed process leaves it."""
