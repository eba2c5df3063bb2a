"""What a clause says, in types and identifiers that are the same in every language."""

from ouidire.extraction.propositions.numbers import number_at
from ouidire.extraction.propositions.proposition import proposition, where_of
from ouidire.extraction.propositions.times import Timed, read_times, times
from ouidire.extraction.propositions.words import Words, words_of

__all__ = ["Timed", "Words", "number_at", "proposition", "read_times", "times", "where_of", "words_of"]
