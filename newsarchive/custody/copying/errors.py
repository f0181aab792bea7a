"""What can go wrong with a copy of the archive."""


class BackupError(Exception):
    """Nothing was copied, or not all; the text is one sentence that names the next step."""
