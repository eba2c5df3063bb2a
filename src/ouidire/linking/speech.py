"""Compare two speech events: one where the same speaker did the same sort of thing with one content."""

from __future__ import annotations

from collections.abc import Callable

from ouidire.linking.fit import Fit
from ouidire.linking.located import Located
from ouidire.linking.roles import role_fit, roles_named
from ouidire.linking.times import time_aspect
from ouidire.linking.worth import is_worth
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

Verdict = tuple[Relation, tuple[int, ...], str]


def speech_relation(left: Located, right: Located, compare: Callable[[Located, Located], Link]) -> Verdict:
    """Judge two acts of speech: one act, two acts about one matter, or nothing to each other.

    SAME where act class, speaker, polarity, time and content agree; RELATED where the contents
    have to do with each other, or one speaker does the same sort of thing; else UNRELATED.

    Args:
        compare: How contents are compared.

    """
    alike = _act_class(left) == _act_class(right)
    one_speaker = _speakers(left, right) is Fit.EQUAL
    if alike and one_speaker and _one_moment(left, right) and _same_content(left, right, compare):
        return Relation.SAME, (9,), "two acts of speech; the same one"
    if _one_matter(left, right, compare):
        return Relation.RELATED, (1,), "two acts of speech about one matter"
    if one_speaker:
        return Relation.RELATED, (1, 10), "one speaker, but not about one matter"
    return Relation.UNRELATED, (1,), "two acts of speech by others about something else"


def _one_moment(left: Located, right: Located) -> bool:
    if left.assertion.proposition.polarity != right.assertion.proposition.polarity:
        return False
    return time_aspect(left, right).fit is Fit.EQUAL


def _one_matter(left: Located, right: Located, compare: Callable[[Located, Located], Link]) -> bool:
    return any(is_worth(x, y, compare(x, y)) for x in left.contents for y in right.contents if x.id != y.id)


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
