"""Compare identifiers of places, states, bodies and people."""

from __future__ import annotations

import re
from functools import lru_cache

from ouidire.gazetteer import World
from ouidire.gazetteer.countries import countries
from ouidire.gazetteer.places import ancestors
from ouidire.linking.fit import Fit
from ouidire.linking.names import name_fit

__all__ = ["is_written", "line_of", "referent_fit"]

# Ids made of written names, which another spelling would make otherwise.
_WRITTEN = ("place:", "ref:")
_PLACE = "place:"
# How languages end the name of one country (*Karvelia*, *la Karvélie*).
_ENDING = re.compile(r"(?<=[^\W\d_]{4})(?:ia|ie|ien|ya)$")


@lru_cache(maxsize=1)
def _alpha2() -> dict[str, str]:
    return {row.alpha3: row.alpha2 for row in countries()}


@lru_cache(maxsize=16384)
def line_of(referent: str) -> tuple[str, ...]:
    """Return a place and what it lies in, nearest first; a state by its alpha-2 code."""
    place = _alpha2().get(referent, referent)
    return (place, *ancestors(place))


def referent_fit(left: str, right: str, world: World) -> Fit:
    """Compare two referents: a part, or who answers to the other, says more than the whole."""
    if left == right:
        return Fit.EQUAL
    a, b = line_of(left), line_of(right)
    if a[0] == b[0]:
        return Fit.EQUAL
    if b[0] in a or right in world.principals(left):
        return Fit.LEFT
    if a[0] in b or left in world.principals(right):
        return Fit.RIGHT
    if left.startswith(_PLACE) and right.startswith(_PLACE) and _spelled(left) == _spelled(right):
        return Fit.EQUAL
    if left.startswith(_WRITTEN) and right.startswith(_WRITTEN):
        return name_fit(_words(left), _words(right))
    return Fit.OPEN if left.startswith(_WRITTEN) or right.startswith(_WRITTEN) else Fit.DISJOINT


def is_written(referent: str) -> bool:
    """Whether an identifier is only the written name of what no table knows."""
    return referent.startswith(_WRITTEN)


def _spelled(place: str) -> tuple[str, ...]:
    """The words of a place's name without articles and the ending a language gives it."""
    words = _words(place)
    return tuple(_ENDING.sub("", w) for w in words if len(w) > 2) or words


def _words(referent: str) -> tuple[str, ...]:
    return tuple(referent.partition(":")[2].replace("-", " ").replace(":", " ").split()) or ("",)
