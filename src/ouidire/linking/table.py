"""The decision table for two assertions (LANGUAGE.md section 4): the first row that fires wins.

Certainty is no part of it: *seraient présents* and *sont présents* are one claim.
"""

from __future__ import annotations

from ouidire.linking.distinctions import event_fit
from ouidire.linking.events import (
    ends_state,
    is_irreal,
    is_norm,
    is_speech,
    is_state,
    one_actor,
    type_fit,
)
from ouidire.linking.fit import Aspect, Fit, both
from ouidire.linking.located import Located
from ouidire.linking.places import place_aspect, same_ground
from ouidire.linking.quantities import interval, is_gap, quantity_fit
from ouidire.linking.residue import residue_fit
from ouidire.linking.roles import role_aspects, speaks_of_some
from ouidire.linking.speech import speech_relation
from ouidire.linking.times import is_later, time_aspect
from ouidire.linking.words import class_fit
from ouidire.model import Bound, Label, Link, Quantity, Relation

__all__ = ["JUDGE", "relate"]

JUDGE = "table/1"

# The least that *some*, *several* and *how many* give; the scope of the words says as much.
SEVERAL = 2

Verdict = tuple[Relation, tuple[int, ...], str]


def relate(left: Located, right: Located) -> Link:
    """Judge one pair: "left RELATION right", in the order given.

    ``UPDATES`` means right updates left, ``FILLS_GAP`` that right fills left's gap.
    """
    relation, rows, why = _kinds(left, right) or _events(left, right)
    return Link(left=left.id, right=right.id, relation=relation, rows=rows, why=why, judge=JUDGE)


def _kinds(left: Located, right: Located) -> Verdict | None:
    """Row 1: things of different kinds."""
    if is_speech(left) and is_speech(right):
        return speech_relation(left, right, relate)
    if is_speech(left) != is_speech(right):
        return Relation.RELATED, (1,), "one is an act of speech, the other what may be said in one"
    if is_norm(left) != is_norm(right):
        return Relation.RELATED, (1,), "one says what is stipulated, the other what happens"
    if is_irreal(left) != is_irreal(right):
        return Relation.RELATED, (1,), "one is a condition or a question, the other is not"
    return None


def _events(left: Located, right: Located) -> Verdict:
    aspects = {a.name: a for a in (place_aspect(left, right), time_aspect(left, right))}
    aspects |= {a.name: a for a in role_aspects(left, right)}
    if verdict := _gap(left, right, aspects):
        return verdict
    types = type_fit(left.assertion.proposition.type, right.assertion.proposition.type)
    if types is Fit.DISJOINT or not _same_predicate(left, right):
        return _families(left, right, aspects)
    if left.assertion.proposition.prospective != right.assertion.proposition.prospective:
        return Relation.RELATED, (10,), "one speaks of what is to come, the other of what is"
    if event_fit(left, right) is not Fit.EQUAL:
        return Relation.RELATED, (10,), "one was attempted, missed or merely possible"
    aspects["type"] = Aspect("type", types, 7, "the kinds of event")
    return _disjoint(left, aspects) or _contents(left, right, aspects)


def _gap(left: Located, right: Located, aspects: dict[str, Aspect]) -> Verdict | None:
    """Row 4, tried before the families: a gap's own family is no event's."""
    open_left, open_right = _leaves_open(left), _leaves_open(right)
    a, b = left.assertion.proposition.quantity, right.assertion.proposition.quantity
    if a is None or b is None or open_left == open_right or not (_gives(a) or _gives(b)):
        return None
    apart = any(aspects[n].fit is Fit.DISJOINT for n in ("place", "time", "agent", "target") if n in aspects)
    if apart or not _same_counted(left, right):
        return None
    if open_left:
        return Relation.FILLS_GAP, (4,), "the left leaves the number open, the right gives one"
    return Relation.RELATED, (4,), "the right leaves open the number that the left gives"


def _leaves_open(item: Located) -> bool:
    """Whether a number is not given: by its own words, or since *how many* is what is not disclosed."""
    quantity = item.assertion.proposition.quantity
    unsaid = item.assertion.label is Label.UNDISCLOSED and quantity is not None and not _gives(quantity)
    return is_gap(quantity) or unsaid


def _gives(quantity: Quantity | None) -> bool:
    """Whether a count says more than that there are some, or several."""
    if quantity is None or is_gap(quantity):
        return quantity is not None
    some = quantity.bound is Bound.VAGUE and quantity.n is None and (quantity.lo or 0) <= SEVERAL
    return not some and interval(quantity) is not None


def _same_counted(left: Located, right: Located) -> bool:
    a, b = left.assertion.proposition.quantity, right.assertion.proposition.quantity
    if a is None or b is None or a.of is None or b.of is None:
        return False
    if class_fit((a.of, left.language), (b.of, right.language)) is Fit.OPEN:
        return False
    kinds = left.assertion.proposition.type, right.assertion.proposition.type
    return type_fit(*kinds) is not Fit.DISJOINT or (any(_unspecific(k) for k in kinds) and a.of != "people")


def _unspecific(kind: str) -> bool:
    """Whether a gap is told without saying what happened to those who are counted."""
    return kind.partition(".")[0] in {"meta", "other"}


def _same_predicate(left: Located, right: Located) -> bool:
    """Outside the known families only one word in one language, or one key of all, is one event."""
    a, b = left.assertion.proposition, right.assertion.proposition
    if "other" not in {a.family, b.family}:
        return True
    named = a.type == b.type != "other"
    return (named or left.language == right.language) and a.predicate == b.predicate and bool(a.predicate)


def _families(left: Located, right: Located, aspects: dict[str, Aspect]) -> Verdict:
    """Row 2: kinds of event that cannot be one."""
    a, b = left.assertion.proposition, right.assertion.proposition
    ends = 1 if ends_state(a.type, b.type) else -1 if ends_state(b.type, a.type) else 0
    if ends and a.polarity == b.polarity == "+":
        return _state_change(left, right, aspects, ends)
    if _instrument_clash(left, right, aspects):
        return Relation.CONTRADICTS, (2, 3), "one event on one target cannot have been done in both ways"
    if a.family == b.family != "other" or _shared(aspects):
        return Relation.RELATED, (2,), f"different kinds of event: {a.type} and {b.type}"
    return Relation.UNRELATED, (2,), f"different kinds of event: {a.type} and {b.type}"


def _state_change(left: Located, right: Located, aspects: dict[str, Aspect], ends: int) -> Verdict:
    """A lasting state against what ends it; a change of only part of the actors ends nothing."""
    narrower = Fit.LEFT if ends == 1 else Fit.RIGHT  # the state's side may say more, never less
    fits = [aspects["agent"].fit] if "agent" in aspects else []
    fits.append(same_ground(left, right))
    change = right if ends == 1 else left
    if speaks_of_some(change, "agent") or any(f not in {Fit.EQUAL, narrower} for f in fits):
        return Relation.RELATED, (2,), "a state and a change that may concern others"
    later = _published_later(left, right)
    if later == ends:
        relation = Relation.UPDATES if ends == 1 else Relation.UPDATED_BY
        return relation, (2,), "the change is reported later than the state"
    if later == 0:
        return Relation.CONTRADICTS, (2,), "a state and what ends it, reported as of one time"
    return Relation.RELATED, (2,), "the state is reported again after the change"


def _published_later(left: Located, right: Located) -> int:
    if left.published is None or right.published is None or left.published == right.published:
        return 0
    return 1 if right.published > left.published else -1


def _instrument_clash(left: Located, right: Located, aspects: dict[str, Aspect]) -> bool:
    a, b = left.assertion.proposition, right.assertion.proposition
    same_parent = a.type.rpartition(".")[0] == b.type.rpartition(".")[0] == a.family
    if not same_parent or not one_actor(a.family) or a.family == "casualty" or "target" not in aspects:
        return False
    return both(aspects[n].fit for n in ("target", "place", "time")) is Fit.EQUAL


def _shared(aspects: dict[str, Aspect]) -> bool:
    same = {Fit.EQUAL, Fit.LEFT, Fit.RIGHT}
    return any(a.fit in same and a.row == 7 for a in aspects.values())


def _disjoint(left: Located, aspects: dict[str, Aspect]) -> Verdict | None:
    """Row 3: another place, another time, other actors."""
    apart = [n for n in ("place", "time", "agent", "target", "instrument") if _apart(aspects, n)]
    if not apart:
        return None
    rest = [a.fit for n, a in aspects.items() if n not in apart]
    held = all(f is not Fit.OPEN for f in rest)
    family = left.assertion.proposition.family
    if set(apart) <= {"agent", "instrument"} and held and _pinned(aspects) and one_actor(family):
        return Relation.CONTRADICTS, (3,), f"one event cannot have both: {' and '.join(apart)} differ"
    if apart == ["time"] and aspects["place"].row == 7 and aspects["place"].fit is Fit.EQUAL:
        return Relation.RELATED, (3,), "the like happened at the same place at another time"
    return Relation.UNRELATED, (3,), f"{' and '.join(apart)} differ"


def _apart(aspects: dict[str, Aspect], name: str) -> bool:
    return name in aspects and aspects[name].fit is Fit.DISJOINT


def _pinned(aspects: dict[str, Aspect]) -> bool:
    """Whether a target is the same on both sides, so that one event is meant."""
    return "target" in aspects and aspects["target"].fit is Fit.EQUAL


def _contents(left: Located, right: Located, aspects: dict[str, Aspect]) -> Verdict:
    numbers = _numbers(left, right)
    a, b = left.assertion.proposition, right.assertion.proposition
    if a.polarity != b.polarity:
        return _opposite(left, right, aspects)
    rest = both(x.fit for x in aspects.values())
    if numbers.fit is Fit.DISJOINT:
        return _numbers_differ(left, right, rest)
    everything = [*aspects.values(), numbers]
    fit = both(x.fit for x in everything)
    if fit is Fit.EQUAL:
        return _same(left, right)
    if fit in {Fit.OPEN, Fit.DISJOINT}:
        doubt = sorted(x.name for x in everything if x.fit is not Fit.EQUAL)
        return Relation.RELATED, (10,), f"cannot tell whether one: {', '.join(doubt)}"
    return _narrower(fit, everything, negative=a.polarity == "-")


def _same(left: Located, right: Located) -> Verdict:
    """Row 9, unless one side's words plainly say more than was compared."""
    more = residue_fit(left, right)
    if more is Fit.EQUAL:
        return Relation.SAME, (9,), "everything compared is equal or within tolerance"
    if more is Fit.OPEN:
        return Relation.RELATED, (10,), "both say something more that was not compared"
    fuller = Aspect("words", more, 7, "words that the other side lacks")
    return _narrower(more, [fuller], negative=left.assertion.proposition.polarity == "-")


def _numbers(left: Located, right: Located) -> Aspect:
    a, b = (x.assertion.proposition.quantity for x in (left, right))
    a, b = (a if _gives(a) else None), (b if _gives(b) else None)  # *some* counts nothing
    if a is None and b is None:
        return Aspect("quantity", Fit.EQUAL)
    if a is None or b is None:
        return Aspect("quantity", Fit.RIGHT if a is None else Fit.LEFT, 8, "only one side gives a number")
    if is_gap(a) and is_gap(b):
        return Aspect("quantity", Fit.EQUAL)
    return Aspect("quantity", quantity_fit(a, b, (left.language, right.language)), 7, "the numbers")


def _opposite(left: Located, right: Located, aspects: dict[str, Aspect]) -> Verdict:
    """Row 5: a denial contradicts what says at least as much as it denies."""
    negative_left = left.assertion.proposition.polarity == "-"
    allowed = Fit.RIGHT if negative_left else Fit.LEFT
    if both(x.fit for x in aspects.values()) not in {Fit.EQUAL, allowed}:
        return Relation.RELATED, (10,), "one denies, but perhaps something else"
    later = _published_later(left, right)
    if later and is_state(left.assertion.proposition.type):
        relation = Relation.UPDATES if later == 1 else Relation.UPDATED_BY
        return relation, (5,), "a state held and, later, did not"
    return Relation.CONTRADICTS, (5,), "one says it is so, the other that it is not"


def _numbers_differ(left: Located, right: Located, rest: Fit) -> Verdict:
    """Row 6."""
    if rest in {Fit.OPEN, Fit.DISJOINT} or _parts_of_one_story(left, right):
        return Relation.RELATED, (10,), "the numbers differ, but perhaps of different events"
    a, b = left.assertion.proposition, right.assertion.proposition
    later = is_later(left, right)
    if a.update != b.update and later != (-1 if b.update else 1):
        relation = Relation.UPDATES if b.update else Relation.UPDATED_BY
        return relation, (6,), "the words themselves say that the number has changed"
    running = any(q is not None and q.cumulative for q in (a.quantity, b.quantity))
    if running and later:
        relation = Relation.UPDATES if later == 1 else Relation.UPDATED_BY
        return relation, (6,), "a running total, given again later"
    return Relation.CONTRADICTS, (6,), "the numbers exclude each other"


def _parts_of_one_story(left: Located, right: Located) -> bool:
    """Whether one article gives both numbers and takes neither back: then they count different things."""
    if left.article.id != right.article.id:
        return False
    a, b = left.assertion, right.assertion
    if a.label is Label.RETRACTED or b.label is Label.RETRACTED:
        return False
    return not all(x.proposition.quantity is not None and x.proposition.quantity.cumulative for x in (a, b))


def _narrower(fit: Fit, everything: list[Aspect], *, negative: bool) -> Verdict:
    """Rows 7 and 8; what is denied of more is denied of the less, so negatives turn it round."""
    fired = [x for x in everything if x.fit is fit]
    rows = tuple(sorted({x.row for x in fired}))
    left_entails = (fit is Fit.LEFT) != negative
    relation = Relation.ENTAILS if left_entails else Relation.ENTAILED_BY
    says = "; ".join(x.says for x in fired if x.says)
    return relation, rows, f"the {'left' if fit is Fit.LEFT else 'right'} says more: {says}"
