"""A second copy of everything, made while crawls go on; and back."""

from newsarchive.custody.copying.backing import Copied, backup
from newsarchive.custody.copying.errors import BackupError
from newsarchive.custody.copying.restoring import Restored, restore

__all__ = ["BackupError", "Copied", "Restored", "backup", "restore"]
