"""The one word a person sees: the first row that fires of one table, and no other code decides it.

Rows are numbered as in the specification's precedence table (1 to 14).
"""

from __future__ import annotations

from collections.abc import Callable

from ouidire.model import Act, Assertion, ConditionalKind, Label, MarkerClass

__all__ = ["label"]

_CONFIRMING = frozenset({Act.CONFIRM, Act.CORROBORATE, Act.ADMIT, Act.VERIFY})


def label(assertion: Assertion) -> tuple[Label, int]:
    """Return the label of an assertion and the row that gave it.

    Reads the classes of its markers, the act and polarity of its cue, and the kind of its
    conditional; never words, spans, or other assertions.
    """
    view = _View(assertion)
    for row, test in _TABLE:
        found = test(view)
        if found is not None:
            return found, row
    return Label.ASSERTED, 14


class _View:
    """What the table may look at."""

    def __init__(self, assertion: Assertion) -> None:
        attribution = assertion.attribution
        self.classes = frozenset(m.class_ for c in assertion.commitments for m in c.markers)
        self.attributed = attribution is not None
        self.act = attribution.cue.act if attribution is not None else None
        self.affirmed = attribution is None or attribution.cue.polarity == "+"
        self.conditional = assertion.conditional

    def has(self, *classes: MarkerClass) -> bool:
        """Whether a marker of one of these classes stands on the assertion."""
        return bool(self.classes.intersection(classes))


def _retracted(view: _View) -> Label | None:
    if view.has(MarkerClass.CORRECTION) or (view.act is Act.RETRACT and view.affirmed):
        return Label.RETRACTED
    return None


def _open(view: _View) -> Label | None:
    if view.has(MarkerClass.HYPOTHETICAL) or view.conditional is ConditionalKind.HYPOTHETICAL:
        return Label.HYPOTHETICAL
    return Label.QUESTION if view.has(MarkerClass.QUESTION) else None


def _normative(view: _View) -> Label | None:
    ruled = view.act is Act.STIPULATE and view.affirmed
    return Label.NORMATIVE if ruled or view.has(MarkerClass.DEONTIC) else None


def _undisclosed(view: _View) -> Label | None:
    if view.has(MarkerClass.UNDISCLOSED):
        return Label.UNDISCLOSED
    if view.act is Act.UNKNOWN and view.affirmed:
        return Label.UNDISCLOSED
    return Label.UNDISCLOSED if view.act is Act.DISCLOSE and not view.affirmed else None


def _denied_by_author(view: _View) -> Label | None:
    return Label.DENIED if view.has(MarkerClass.ANTIFACTIVE) else None


def _denied(view: _View) -> Label | None:
    return Label.DENIED if view.act is Act.DENY and view.affirmed else None


def _unverified(view: _View) -> Label | None:
    failed = view.act is Act.VERIFY and not view.affirmed
    return Label.UNVERIFIED if failed or view.has(MarkerClass.UNVERIFIED) else None


def _hedged(view: _View) -> Label | None:
    hearsay = view.act is Act.HEARSAY or view.conditional is ConditionalKind.HEARSAY
    return Label.HEDGED_REPORTED if hearsay or view.has(MarkerClass.REPORTATIVE) else None


def _unclear(view: _View) -> Label | None:
    """A conditional of unknown kind; one that needs a speaker and has none; words that leave it open."""
    if view.has(MarkerClass.OPEN):
        return Label.NON_ASSERTED
    if view.conditional is ConditionalKind.UNCERTAIN:
        return Label.NON_ASSERTED
    if view.conditional is ConditionalKind.FUTURE_IN_PAST and not view.attributed:
        return Label.NON_ASSERTED
    return None


def _graded(view: _View) -> Label | None:
    disbelieved = view.act is Act.THINK and not view.affirmed
    if view.has(MarkerClass.DOUBT) or disbelieved or (view.act is Act.DOUBT and view.affirmed):
        return Label.DOUBTED
    if view.has(MarkerClass.POSSIBLE):
        return Label.POSSIBLE
    if view.has(MarkerClass.PROBABLE, MarkerClass.INFERENTIAL):
        return Label.PROBABLE
    if view.has(MarkerClass.EXPECTED):
        return Label.EXPECTED
    if view.conditional is ConditionalKind.MODAL:
        return Label.POSSIBLE
    return None


def _confirmed(view: _View) -> Label | None:
    return Label.CONFIRMED if view.act in _CONFIRMING and view.affirmed else None


def _attributed(view: _View) -> Label | None:
    return Label.ATTRIBUTED if view.attributed else None


def _presupposed(view: _View) -> Label | None:
    return Label.PRESUPPOSED if view.has(MarkerClass.PRESUPPOSITION) else None


_TABLE: tuple[tuple[int, Callable[[_View], Label | None]], ...] = (
    (1, _retracted),
    (2, _open),
    (3, _normative),
    (4, _undisclosed),
    (5, _denied_by_author),
    (6, _denied),
    (7, _unverified),
    (8, _hedged),
    (9, _unclear),
    (10, _graded),
    (11, _confirmed),
    (12, _attributed),
    (13, _presupposed),
)
