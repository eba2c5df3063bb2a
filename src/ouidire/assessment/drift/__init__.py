"""The same claim told otherwise: headline against body, copy against original, later against earlier."""

from ouidire.assessment.drift.across import drifts_across
from ouidire.assessment.drift.within import drifts_within, is_compared

__all__ = ["drifts_across", "drifts_within", "is_compared"]
