"""How sure each holder is: markers, conditions, and the factuality they leave."""

from ouidire.extraction.certainty.commitments import commitments
from ouidire.extraction.certainty.conditions import Conditions, find_conditions
from ouidire.extraction.wordlists import Hit, MarkerEntry, entries, occurrences
from ouidire.extraction.certainty.marks import LEXICONS, Marks, find_hits, lay, leaning, silent_clauses, under

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
    "occurrences",
    "silent_clauses",
    "under",
]
