"""Reading stored pages again with today's reader: no network, the same bytes, a better record."""

from newsarchive.reread.rereader import Rereader

__all__ = ["Rereader"]
