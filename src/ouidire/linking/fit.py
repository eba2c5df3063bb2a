"""How one side of a pair stands to the other in one respect, and how respects add up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Aspect", "Fit", "both", "flip"]


class Fit(StrEnum):
    """One respect of a pair.

    ``LEFT``: the left side says more (it lies strictly inside the right). ``RIGHT``: the reverse.
    ``OPEN``: compatible as far as we can tell, but not known to be one.
    """

    EQUAL = "equal"
    LEFT = "left"
    RIGHT = "right"
    OPEN = "open"
    DISJOINT = "disjoint"


@dataclass(frozen=True, slots=True)
class Aspect:
    """The outcome of comparing one respect.

    Attributes:
        row: Row of the decision table it would fire (7 for narrower, 8 for missing on one side).
        says: What was compared, for the one-sentence reason.

    """

    name: str
    fit: Fit
    row: int = 0
    says: str = ""


def flip(fit: Fit) -> Fit:
    """Return the fit of the same pair read from the other side."""
    return {Fit.LEFT: Fit.RIGHT, Fit.RIGHT: Fit.LEFT}.get(fit, fit)


def both(fits: Iterable[Fit]) -> Fit:
    """Add up respects that must all hold: disjoint wins, then open, then the one direction."""
    seen = set(fits) - {Fit.EQUAL}
    if Fit.DISJOINT in seen:
        return Fit.DISJOINT
    if not seen:
        return Fit.EQUAL
    return seen.pop() if len(seen) == 1 else Fit.OPEN
