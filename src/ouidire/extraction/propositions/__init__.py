"""What a clause says, in types and identifiers that are the same in every language."""

from ouidire.extraction.propositions.proposition import proposition
from ouidire.extraction.propositions.times import read_times, times
from ouidire.extraction.propositions.words import words_of

__all__ = ["proposition", "read_times", "times", "words_of"]
