"""The permanent, searchable memory of regional news."""

__version__ = "0.1.0"
