"""How far a holder commits to what is said, and the label a person sees."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ouidire.model.span import Span

__all__ = ["Commitment", "ConditionalKind", "Factuality", "Label", "Marker", "MarkerClass", "Stance"]


class Factuality(StrEnum):
    """Certainty times polarity, relative to a holder (FactBank; Saurí and Pustejovsky 2009)."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    CERTAIN_UNKNOWN = "CTu"
    UNKNOWN = "Uu"


class MarkerClass(StrEnum):
    """What a marker does to certainty; the label table reads these and nothing else."""

    CONDITIONAL = "conditional"
    REPORTATIVE = "reportative"
    DISTANCE = "distance"
    INFERENTIAL = "inferential"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DOUBT = "doubt"
    EXPECTED = "expected"
    UNVERIFIED = "unverified"
    UNDISCLOSED = "undisclosed"
    HYPOTHETICAL = "hypothetical"
    QUESTION = "question"
    DEONTIC = "deontic"
    ANTIFACTIVE = "antifactive"
    PRESUPPOSITION = "presupposition"
    CORRECTION = "correction"
    VAGUE_SOURCE = "vague_source"
    OPEN = "open"
    NEGATION = "negation"
    APPROXIMATOR = "approximator"
    BOOSTER = "booster"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Words that shift certainty.

    Attributes:
        strength: 0 booster, 1 probable, 2 hedge, 3 strong hedge, 4 antifactive.

    """

    span: Span
    class_: MarkerClass
    strength: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What one holder stands for.

    Attributes:
        holder: ``"author"``, or the index of a hop in the attribution's chain.

    """

    holder: str | int
    factuality: Factuality
    markers: tuple[Marker, ...] = ()


class ConditionalKind(StrEnum):
    """What a French conditional stands for."""

    HEARSAY = "hearsay"
    MODAL = "modal"
    HYPOTHETICAL = "hypothetical"
    FUTURE_IN_PAST = "future_in_past"
    UNCERTAIN = "uncertain"


class Stance(StrEnum):
    """How an assertion stands to the claim it is an occurrence of."""

    SUPPORT = "support"
    CONTEST = "contest"
    NEUTRAL = "neutral"


class Label(StrEnum):
    """The one word a person sees; decided by the precedence table alone."""

    RETRACTED = "RETRACTED"
    HYPOTHETICAL = "HYPOTHETICAL"
    QUESTION = "QUESTION"
    NORMATIVE = "NORMATIVE"
    UNDISCLOSED = "UNDISCLOSED"
    DENIED = "DENIED"
    UNVERIFIED = "UNVERIFIED"
    HEDGED_REPORTED = "HEDGED_REPORTED"
    NON_ASSERTED = "NON_ASSERTED"
    DOUBTED = "DOUBTED"
    PROBABLE = "PROBABLE"
    POSSIBLE = "POSSIBLE"
    EXPECTED = "EXPECTED"
    CONFIRMED = "CONFIRMED"
    ATTRIBUTED = "ATTRIBUTED"
    PRESUPPOSED = "PRESUPPOSED"
    ASSERTED = "ASSERTED"
