"""Every place an article names, and which one is meant: decided once, for the article as a whole.

`mentions` finds the names, `senses` chooses among the places of a name by what else the article
names. The propositions of the article are read with the same decisions, so that a place means the
same in the list and in a claim.
"""

from ouidire.extraction.places.atlas import Atlas, atlas_of

__all__ = ["Atlas", "atlas_of"]
