"""Links to origins, echoes, drift, status, label: pure functions, no I/O, always recomputable."""

from ouidire.assessment.claims import assess
from ouidire.assessment.drift import drifts_within, is_compared
from ouidire.assessment.label import label

__all__ = ["assess", "drifts_within", "is_compared", "label"]
