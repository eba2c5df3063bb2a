"""Compare where: by referent and what contains it, else by name."""

from __future__ import annotations

from ouidire.linking.fit import Aspect, Fit
from ouidire.linking.located import Located
from ouidire.linking.names import name_fit, names_in
from ouidire.linking.words import Scope, scope_of
from ouidire.model import Place

__all__ = ["place_aspect", "referent_fit"]


def place_aspect(left: Located, right: Located) -> Aspect:
    """Compare the places of two assertions."""
    a, b = left.assertion.proposition.place, right.assertion.proposition.place
    if a is None and b is None:
        return Aspect("place", Fit.EQUAL)
    if a is None or b is None:
        return Aspect("place", Fit.RIGHT if a is None else Fit.LEFT, 8, "only one side names a place")
    if a.referent is not None and b.referent is not None:
        fit = referent_fit(a.referent, b.referent)
    else:
        fit = _by_words(left.words(a.span), right.words(b.span), (left.language, right.language))
    if fit is not Fit.DISJOINT and (a.relation != b.relation or _is_part(left, a) != _is_part(right, b)):
        fit = Fit.OPEN
    return Aspect("place", fit, 3 if fit is Fit.DISJOINT else 7, "the places")


def referent_fit(left: str, right: str) -> Fit:
    """Compare two place referents; one that contains the other is the wider."""
    if left == right:
        return Fit.EQUAL
    if _contains(right, left):
        return Fit.LEFT
    return Fit.RIGHT if _contains(left, right) else Fit.DISJOINT


def _contains(outer: str, inner: str) -> bool:
    return inner.startswith(outer + "-")


def _by_words(left: str, right: str, languages: tuple[str, str]) -> Fit:
    a, b = names_in(left), names_in(right)
    if a and b:
        return name_fit(a, b)
    same = languages[0] == languages[1] and left.casefold() == right.casefold()
    return Fit.EQUAL if same else Fit.OPEN


def _is_part(item: Located, place: Place) -> bool:
    return scope_of(item.words(place.span), item.language) is Scope.PART
