"""What a clause says, in types and identifiers that are the same in every language."""

from ouidire.extraction.propositions.proposition import proposition, where_of

__all__ = ["proposition", "where_of"]
