"""How sure each holder is: markers, conditions, and the factuality they leave."""

from ouidire.extraction.certainty.commitments import commitments
from ouidire.extraction.certainty.conditions import Conditions, find_conditions
from ouidire.extraction.certainty.marks import (
    LEXICONS,
    Marks,
    find_hits,
    lay,
    leaning,
    marked_clauses,
    silent_clauses,
    under,
)
from ouidire.extraction.wordlists import Hit, MarkerEntry, entries, occurrences

__all__ = [
    "LEXICONS",
    "Conditions",
    "Hit",
    "MarkerEntry",
    "Marks",
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
