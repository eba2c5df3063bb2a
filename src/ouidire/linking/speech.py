"""Compare two speech events: one where the same speaker did the same sort of thing with one content."""

from __future__ import annotations

from collections.abc import Callable

from ouidire.linking.fit import Fit, both
from ouidire.linking.located import Located
from ouidire.linking.roles import role_fit, roles_named
from ouidire.linking.times import time_aspect
from ouidire.model import Link, Relation

__all__ = ["speech_relation"]

# Acts that differ in tone only: to confirm and to admit both own up to what was said before.
_ACTS = (
    frozenset({"confirm", "admit", "corroborate", "verify"}),
    frozenset({"announce", "disclose"}),
    frozenset({"deny"}),
    frozenset({"retract"}),
    frozenset({"accuse"}),
    frozenset({"claim_responsibility"}),
    frozenset({"promise"}),
    frozenset({"warn", "threaten"}),
    frozenset({"order", "request"}),
    frozenset({"decline"}),
)
_SPEAKERS = ("speaker", "agent")


def speech_relation(left: Located, right: Located, compare: Callable[[Located, Located], Link]) -> Relation:
    """Return SAME where act class, speaker, time and content agree, else RELATED.

    Args:
        compare: How contents are compared.

    """
    if _act_class(left) != _act_class(right) or _speakers(left, right) is not Fit.EQUAL:
        return Relation.RELATED
    if left.assertion.proposition.polarity != right.assertion.proposition.polarity:
        return Relation.RELATED
    if both((time_aspect(left, right).fit,)) is not Fit.EQUAL:
        return Relation.RELATED
    return Relation.SAME if _same_content(left, right, compare) else Relation.RELATED


def _act_class(item: Located) -> frozenset[str]:
    act = item.assertion.proposition.type.partition(".")[2]
    return next((group for group in _ACTS if act in group), frozenset({act}))


def _speakers(left: Located, right: Located) -> Fit:
    a, b = (next((roles_named(x, n) for n in _SPEAKERS if roles_named(x, n)), ()) for x in (left, right))
    if len(a) != 1 or len(b) != 1:
        return Fit.OPEN
    return role_fit((left, a[0]), (right, b[0]))


def _same_content(left: Located, right: Located, compare: Callable[[Located, Located], Link]) -> bool:
    if not left.contents or len(left.contents) != len(right.contents):
        return False
    return all(
        any(x.id == y.id or compare(x, y).relation is Relation.SAME for y in right.contents)
        for x in left.contents
    )
