"""How far each holder stands for a unit: the weakest link for strength, the product for polarity."""

from __future__ import annotations

from ouidire.extraction.certainty.marks import Marks
from ouidire.extraction.found import FoundRelation
from ouidire.model import Act, Commitment, ConditionalKind, Factuality, HopRole, MarkerClass

__all__ = ["commitments"]

_CERTAIN, _PROBABLE, _POSSIBLE, _NONE = 3, 2, 1, 0

_SOURCE: dict[Act, tuple[int, str]] = {
    Act.DENY: (_CERTAIN, "-"),
    Act.RETRACT: (_CERTAIN, "-"),
    Act.DOUBT: (_PROBABLE, "-"),
    Act.THINK: (_PROBABLE, "+"),
    Act.ESTIMATE: (_PROBABLE, "+"),
    Act.ASSESS: (_CERTAIN, "+"),
    Act.SUSPECT: (_PROBABLE, "+"),
    Act.PREDICT: (_PROBABLE, "+"),
    Act.WARN: (_PROBABLE, "+"),
    Act.FEAR: (_POSSIBLE, "+"),
    Act.HINT: (_POSSIBLE, "+"),
    Act.MENTION: (_POSSIBLE, "+"),
    Act.HEARSAY: (_PROBABLE, "+"),
    Act.THREATEN: (_POSSIBLE, "+"),
    Act.HOPE: (_NONE, "+"),
    Act.REQUEST: (_NONE, "+"),
    Act.ORDER: (_NONE, "+"),
    Act.STIPULATE: (_NONE, "+"),
    Act.UNKNOWN: (_NONE, "+"),
    Act.DECLINE: (_NONE, "+"),
}
"""What the first speaker gives the content by speaking so; `CT+` for every act not named."""

_NEGATED: dict[Act, tuple[int, str]] = {
    Act.DENY: (_POSSIBLE, "+"),
    Act.DOUBT: (_PROBABLE, "+"),
    Act.THINK: (_PROBABLE, "-"),
}
"""The same where the cue is negated; `Uu` for every act not named."""

_LIMITS: tuple[tuple[int, frozenset[MarkerClass]], ...] = (
    (
        _NONE,
        frozenset(
            {
                MarkerClass.HYPOTHETICAL,
                MarkerClass.QUESTION,
                MarkerClass.DEONTIC,
                MarkerClass.UNVERIFIED,
                MarkerClass.OPEN,
            }
        ),
    ),
    (_POSSIBLE, frozenset({MarkerClass.POSSIBLE, MarkerClass.REPORTATIVE})),
    (
        _PROBABLE,
        frozenset(
            {MarkerClass.PROBABLE, MarkerClass.INFERENTIAL, MarkerClass.EXPECTED, MarkerClass.CONDITIONAL}
        ),
    ),
)
_BORROWED = frozenset({MarkerClass.REPORTATIVE, MarkerClass.CONDITIONAL})
_VALUES = {
    (_CERTAIN, "+"): Factuality.CERTAIN,
    (_PROBABLE, "+"): Factuality.PROBABLE,
    (_POSSIBLE, "+"): Factuality.POSSIBLE,
    (_CERTAIN, "-"): Factuality.CERTAINLY_NOT,
    (_PROBABLE, "-"): Factuality.PROBABLY_NOT,
    (_POSSIBLE, "-"): Factuality.POSSIBLY_NOT,
}


def commitments(marks: Marks, chain: tuple[FoundRelation, ...]) -> tuple[Commitment, ...]:
    """Return what the author and every hop stand for.

    Args:
        chain: The relations the unit is content of, innermost first; empty for the author's voice.

    """
    markers = tuple(sorted(marks.markers, key=lambda m: (m.span, m.class_)))
    author = Commitment(holder="author", factuality=_author(marks, chain), markers=markers)
    hops: list[Commitment] = []
    for depth, relation in enumerate(chain):
        for n, hop in enumerate(relation.chain):
            origin = depth == 0 and n == 0 and hop.role is HopRole.ORIGIN
            value = _source(marks, relation) if origin else Factuality.UNKNOWN
            hops.append(Commitment(holder=len(hops), factuality=value))
    return (author, *hops)


def _value(strength: int, polarity: str) -> Factuality:
    return _VALUES.get((strength, polarity), Factuality.UNKNOWN)


def _limit(marks: Marks) -> int:
    """Return the strength the weakest marker leaves."""
    if marks.conditional in {ConditionalKind.HYPOTHETICAL, ConditionalKind.UNCERTAIN}:
        return _NONE
    for strength, classes in _LIMITS:
        if marks.has(*classes):
            return strength
    return _CERTAIN


def _times(left: str, right: str) -> str:
    return "+" if left == right else "-"


def _author(marks: Marks, chain: tuple[FoundRelation, ...]) -> Factuality:
    own = "-" if marks.negative else "+"
    if marks.has(MarkerClass.ANTIFACTIVE, MarkerClass.CORRECTION):
        return _value(_CERTAIN, _times(own, "-"))
    if marks.has(MarkerClass.UNDISCLOSED):
        return Factuality.CERTAIN_UNKNOWN
    if chain:
        return _leaning(marks, chain, own)
    if marks.has(*_BORROWED) or marks.conditional is ConditionalKind.HEARSAY:
        return Factuality.UNKNOWN
    if marks.has(MarkerClass.DOUBT):
        return _value(_PROBABLE, _times(own, "-"))
    return _value(_limit(marks), own)


def _leaning(marks: Marks, chain: tuple[FoundRelation, ...], own: str) -> Factuality:
    """Return the author's value for what others say: unknown unless every cue is factive."""
    factive = all(r.author >= 2 and r.polarity == "+" for r in chain)
    if factive and not marks.has(*_BORROWED) and marks.conditional is None:
        return _value(_limit(marks), own)
    if all(r.author <= -2 for r in chain[:1]):
        return _value(_CERTAIN, _times(own, "-"))
    return Factuality.UNKNOWN


def _source(marks: Marks, relation: FoundRelation) -> Factuality:
    own = "-" if marks.negative else "+"
    table, default = (_SOURCE, (_CERTAIN, "+")) if relation.polarity == "+" else (_NEGATED, (_NONE, "+"))
    strength, polarity = table.get(relation.act, default)
    return _value(min(strength, _limit(marks)), _times(own, polarity))
