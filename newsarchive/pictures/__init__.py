"""Pictures as files: what a file truly is, its size and likeness, and where it is kept.

Nothing here believes a name or a header: :func:`identify` looks inside, :func:`store` names by content.
"""

from newsarchive.pictures.identifying import LARGEST, identify
from newsarchive.pictures.keeping import checksum, files, path_of, remove, store, sweep
from newsarchive.pictures.likeness import distance
from newsarchive.pictures.picture import MOST_PIXELS, NoPicture, Picture
from newsarchive.pictures.types import SHOWN

__all__ = [
    "LARGEST",
    "MOST_PIXELS",
    "SHOWN",
    "NoPicture",
    "Picture",
    "checksum",
    "distance",
    "files",
    "identify",
    "path_of",
    "remove",
    "store",
    "sweep",
]
