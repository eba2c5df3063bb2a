"""Records what a person decides while looking at a snapshot, and says what was decided so far.

Nothing is made anew here: whoever records brings the derived state up to date when it suits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ouidire import storage
from ouidire.engine.deciding import grades, in_force
from ouidire.engine.judging import Verdict, graded, judged, taken_back
from ouidire.errors import UnknownId
from ouidire.model import Extraction, Grade, Judgement, Ruling
from ouidire.presentation.citations import Citation
from ouidire.storage import Decision, Store

__all__ = ["Recorded", "record_grade", "record_verdict", "recorded", "take_back"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A decision in the ledger.

    Attributes:
        id: Of its row.
        holds: Whether it is in force: not taken back, not overtaken by a later one.

    """

    id: str
    decision: Decision
    holds: bool

    @property
    def about(self) -> frozenset[str]:
        """Ids or names of what it is about."""
        one = self.decision
        return frozenset({one.source} if isinstance(one, Grade) else {one.left, one.right})


def recorded(store: Store) -> tuple[Recorded, ...]:
    """Return every decision, newest first."""
    judgements, rulings = storage.decisions(store, Judgement), storage.decisions(store, Ruling)
    letters = storage.decisions(store, Grade)
    found: Iterable[Decision] = (*judgements, *rulings, *letters)
    holding: set[Decision] = {*in_force(judgements), *in_force(rulings), *grades(store).values()}
    all_ = (Recorded(storage.decision_id(one), one, one in holding) for one in found)
    return tuple(sorted(all_, key=lambda one: (one.decision.made_at, one.id), reverse=True))


def record_verdict(
    store: Store, items: tuple[Extraction, ...], verdict: Verdict, *, a: str, b: str
) -> Recorded:
    """Record a verdict on two assertions, articles or sources.

    Raises:
        UnknownId: One of them is not there, or is several.

    """
    return _record(store, judged(store, verdict, a, b, items=items))


def record_grade(
    store: Store, known: tuple[Citation, ...], name: str, letter: str, *, by: str, because: str = ""
) -> Recorded:
    """Record how reliable a person holds a source.

    Raises:
        UnknownId: No source is called so, or several are.

    """
    return _record(store, graded(known, name, letter, by=by, because=because))


def take_back(store: Store, id_: str, *, by: str, because: str = "") -> Recorded:
    """Record that a person takes a decision back.

    Raises:
        UnknownId: There is none with this id, it does not hold any more, or somebody else made it.

    """
    one = next((one for one in recorded(store) if one.id == id_), None)
    if one is None:
        raise UnknownId(f"no decision has this id @ {id_}; see what was decided")
    if not one.holds:
        raise UnknownId(f"it does not hold any more @ {id_}; see what was decided")
    if one.decision.judge != by:
        raise UnknownId(f"only who decided takes it back @ {id_}; decide otherwise instead")
    return _record(store, taken_back(one.decision, because=because))


def _record(store: Store, decision: Decision) -> Recorded:
    return Recorded(storage.add_decision(store, decision), decision, holds=True)
