"""Compare where: by referent and what contains it, else by name."""

from __future__ import annotations

from ouidire.linking.fit import Aspect, Fit
from ouidire.linking.located import Located
from ouidire.linking.names import fold, name_fit, names_in
from ouidire.linking.referents import referent_fit
from ouidire.linking.setting import is_set_in
from ouidire.linking.words import Scope, scope_of
from ouidire.model import Place

__all__ = ["place_aspect", "same_ground"]


def place_aspect(left: Located, right: Located) -> Aspect:
    """Compare the places of two assertions."""
    a, b = left.assertion.proposition.place, right.assertion.proposition.place
    if a is None and b is None:
        return Aspect("place", Fit.EQUAL)
    if (a is None and _set_there(left, b)) or (b is None and _set_there(right, a)):
        return Aspect("place", Fit.EQUAL, 9, "one names the place, the story of the other is set there")
    if (a is None and _takes_part(left, b)) or (b is None and _takes_part(right, a)):
        return Aspect("place", Fit.EQUAL, 9, "one names the place as what it was done to")
    if a is None or b is None:
        return Aspect("place", Fit.RIGHT if a is None else Fit.LEFT, 8, "only one side names a place")
    if a.referent is not None and b.referent is not None:
        fit = referent_fit(a.referent, b.referent, left.world)
    else:
        fit = _by_words(left.words(a.span), right.words(b.span), (left.language, right.language))
    parts = _part(left, a), _part(right, b)
    apart = bool(parts[0]) != bool(parts[1]) or (left.language == right.language and parts[0] != parts[1])
    if fit is not Fit.DISJOINT and (a.relation != b.relation or apart):
        fit = Fit.OPEN
    return Aspect("place", fit, 3 if fit is Fit.DISJOINT else 7, "the places")


def _set_there(item: Located, place: Place | None) -> bool:
    if place is None or place.referent is None or place.relation != "in":
        return False
    return is_set_in(item.setting, place.referent)


def _takes_part(item: Located, place: Place | None) -> bool:
    """Whether the place another names is a participant here (*took Orle*), by whatever kind of name."""
    if place is None or place.referent is None or place.relation not in {"in", "from", "to"}:
        return False
    named = {
        r.referent.partition(":")[2] or r.referent for r in item.assertion.proposition.roles if r.referent
    }
    return (place.referent.partition(":")[2] or place.referent) in named


def same_ground(left: Located, right: Located) -> Fit:
    """Compare places by referent alone, whether something is there, comes there, or leaves it."""
    a, b = left.assertion.proposition.place, right.assertion.proposition.place
    if a is None or b is None or a.referent is None or b.referent is None:
        return Fit.EQUAL if a is b is None else Fit.OPEN
    return referent_fit(a.referent, b.referent, left.world)


def _by_words(left: str, right: str, languages: tuple[str, str]) -> Fit:
    a, b = names_in(left), names_in(right)
    if a and b:
        return name_fit(a, b)
    same = languages[0] == languages[1] and left.casefold() == right.casefold()
    return Fit.EQUAL if same else Fit.OPEN


def _part(item: Located, place: Place) -> str:
    """The words that make a place only part of what it names (*northern Orle*); empty for the whole."""
    within = item.words(place.span)
    before = item.article.text[item.assertion.sentence.start : place.span.start].split()[-1:]
    found = (p for p in (within, *before) if scope_of(p, item.language) is Scope.PART)
    return fold(next(found, "")).partition(" ")[0]
