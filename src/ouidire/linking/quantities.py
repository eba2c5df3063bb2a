"""Compare counts as intervals: bounds open, approximate numbers within a tenth."""

from __future__ import annotations

from math import inf

from ouidire.linking.fit import Fit, both
from ouidire.linking.words import class_fit
from ouidire.model import Bound, Quantity

__all__ = ["TOLERANCE", "interval", "is_gap", "quantity_fit"]

# Approximate numbers differ by at most this share of the larger (LANGUAGE.md 4, row 6).
TOLERANCE = 0.10
_ROUNDED = frozenset({Bound.APPROX, Bound.VAGUE})


def is_gap(quantity: Quantity | None) -> bool:
    """Whether the words say that the number is not given."""
    return quantity is not None and quantity.bound is Bound.UNDISCLOSED


def interval(quantity: Quantity) -> tuple[float, float] | None:
    """Return the counts compatible with the words, None where no number can be read."""
    n, bound = quantity.n, quantity.bound
    lo, hi = quantity.lo, quantity.hi
    if n is None and lo is None and hi is None:
        return None
    if bound is Bound.AT_LEAST:
        return _first(lo, n, 0.0), inf
    if bound is Bound.AT_MOST:
        return 0.0, _first(hi, n, inf)
    if bound is Bound.APPROX and n is not None:
        return n * (1 - TOLERANCE), n * (1 + TOLERANCE)
    if bound is Bound.EXACT and n is not None:
        return n, n
    return _first(lo, n, 0.0), _first(hi, n, inf)


def _first(*values: float | None) -> float:
    return next(v for v in values if v is not None)


def quantity_fit(left: Quantity, right: Quantity, languages: tuple[str, str]) -> Fit:
    """Compare two counts that both give a number.

    ``DISJOINT`` only where the same thing is counted; of different or unknown things: ``OPEN``.
    """
    of = _counted_fit(left, right, languages)
    spans = interval(left), interval(right)
    if of in {Fit.OPEN, Fit.DISJOINT} or spans[0] is None or spans[1] is None:
        return Fit.OPEN
    numbers = _interval_fit(spans[0], spans[1], rounded=bool({left.bound, right.bound} & _ROUNDED))
    if of is Fit.EQUAL:
        return numbers
    if numbers is Fit.DISJOINT:  # fewer of the part than of the whole is no conflict
        part, whole = (spans[0], spans[1]) if of is Fit.LEFT else (spans[1], spans[0])
        return Fit.DISJOINT if part[0] > whole[1] else Fit.OPEN
    return both((of, numbers))


def _counted_fit(left: Quantity, right: Quantity, languages: tuple[str, str]) -> Fit:
    if left.unit != right.unit:
        return Fit.OPEN
    if left.of is None or right.of is None:
        return Fit.EQUAL if left.unit is not None or left.of == right.of else Fit.OPEN
    return class_fit((left.of, languages[0]), (right.of, languages[1]))


def _interval_fit(a: tuple[float, float], b: tuple[float, float], *, rounded: bool) -> Fit:
    if a == b:
        return Fit.EQUAL
    if a[1] < b[0] or b[1] < a[0]:
        return Fit.DISJOINT
    if rounded and inf not in {a[1], b[1]}:
        return Fit.EQUAL
    if b[0] <= a[0] and a[1] <= b[1]:
        return Fit.LEFT
    if a[0] <= b[0] and b[1] <= a[1]:
        return Fit.RIGHT
    return Fit.OPEN
