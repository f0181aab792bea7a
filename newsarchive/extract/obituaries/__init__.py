"""What an obituary says: the name and its parts, birth, death, age, residence, ceremonies and mourners."""

from newsarchive.extract.obituaries.names import reading_case
from newsarchive.extract.obituaries.reading import read_obituaries

__all__ = ["read_obituaries", "reading_case"]
