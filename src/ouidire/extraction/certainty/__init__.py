"""How sure each holder is: markers, conditions, and the factuality they leave."""

from ouidire.extraction.certainty.commitments import commitments
from ouidire.extraction.certainty.conditions import Conditions, find_conditions
from ouidire.extraction.certainty.marks import (
    LEXICONS,
    Marks,
    find_hits,
    lay,
    marked_clauses,
    silent_clauses,
)
from ouidire.extraction.certainty.reach import anchor, bearing, leaning, under
from ouidire.extraction.wordlists import NAMING, Hit, MarkerEntry, entries, occurrences

__all__ = [
    "LEXICONS",
    "NAMING",
    "Conditions",
    "Hit",
    "MarkerEntry",
    "Marks",
    "anchor",
    "bearing",
    "commitments",
    "entries",
    "find_conditions",
    "find_hits",
    "lay",
    "leaning",
    "marked_clauses",
    "occurrences",
    "silent_clauses",
    "under",
]
