"""Event types: which contain which, which end which, and which happen once.

Types are dotted paths; a path contains those it is a prefix of. What follows from the meaning of
types rather than from their names is listed here.
"""

from __future__ import annotations

from ouidire.gazetteer.event_types import is_state
from ouidire.linking.fit import Fit
from ouidire.linking.located import Located
from ouidire.model import Act, ConditionalKind, Label

__all__ = [
    "block_family",
    "changes_state",
    "ends_state",
    "is_irreal",
    "is_norm",
    "is_speech",
    "is_state",
    "one_actor",
    "type_fit",
]

# A type on the left implies the type on the right without containing it by name.
IMPLIES = {"territory.retake": "territory.take"}

# Two sides of one event: what falls is taken.
MIRROR = {"territory.lose": "territory.take"}

# A lasting state, and what ends it for the same actor at the same place.
ENDS = (
    ("military.presence", "military.withdraw"),
    ("military.presence", "leave"),
    ("military.presence", "return"),
    ("military.participate", "military.withdraw"),
    ("territory.occupy", "territory.lose"),
    ("territory.occupy", "military.withdraw"),
    ("sanction", "sanction.lift"),
)

# Families compared with one another, because they speak of one course of events.
NEAR = {"leave": "military", "return": "military", "arrive": "military", "territory": "military"}

# Families of which each event has one doer, so that two doers of one event contradict.
ONE_ACTOR = frozenset({"attack", "damage", "capture", "abuse", "casualty"})

NORMS = ("legal.governed_by", "legal.obligation")


def _under(kind: str, roots: tuple[str, ...]) -> bool:
    return any(kind == root or kind.startswith(root + ".") for root in roots)


def type_fit(left: str, right: str) -> Fit:
    """Compare two dotted event types."""
    left, right = MIRROR.get(left, left), MIRROR.get(right, right)
    if left == right:
        return Fit.EQUAL
    if left.startswith(right + ".") or IMPLIES.get(left) == right:
        return Fit.LEFT
    if right.startswith(left + ".") or IMPLIES.get(right) == left:
        return Fit.RIGHT
    return Fit.DISJOINT


def ends_state(state: str, change: str) -> bool:
    """Whether an event of type `change` ends a state of type `state`."""
    return any(_under(state, (s,)) and _under(change, (c,)) for s, c in ENDS)


def changes_state(left: str, right: str) -> bool:
    """Whether one of two types ends what the other lasts as."""
    return ends_state(left, right) or ends_state(right, left)


def one_actor(family: str) -> bool:
    """Whether an event of this family has one doer."""
    return family in ONE_ACTOR


def is_speech(item: Located) -> bool:
    """Whether the assertion is that something was said."""
    return item.assertion.proposition.family == "speech"


def is_norm(item: Located) -> bool:
    """Whether it says what ought to be rather than what is."""
    one = item.assertion
    return one.label is Label.NORMATIVE or one.act is Act.STIPULATE or _under(one.proposition.type, NORMS)


def is_irreal(item: Located) -> bool:
    """Whether it is a condition or a question, which says of nothing that it is so."""
    one = item.assertion
    return one.conditional is ConditionalKind.HYPOTHETICAL or one.label in {
        Label.HYPOTHETICAL,
        Label.QUESTION,
    }


def block_family(item: Located) -> str:
    """Return the family under which an assertion looks for candidates."""
    proposition = item.assertion.proposition
    if proposition.family == "other" and proposition.type != "other":
        return proposition.type  # named by a key that is the same in every language
    if proposition.family == "other":
        return f"other:{item.language}:{proposition.predicate}"
    return NEAR.get(proposition.family, proposition.family)
