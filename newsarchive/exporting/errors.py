"""What keeps an export from being made."""

from __future__ import annotations


class ExportError(Exception):
    """The export cannot be made; the text is one sentence that names the next step."""
