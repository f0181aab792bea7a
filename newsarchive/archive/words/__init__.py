"""The words of the archive and their dictionary forms: by these, a search for one form finds the others."""

from newsarchive.archive.words.folding import fold, words
from newsarchive.archive.words.lemmas import lemmas
from newsarchive.archive.words.vocabulary import fill, forget_unused, note, relemmatize

__all__ = ["fill", "fold", "forget_unused", "lemmas", "note", "relemmatize", "words"]
