"""Compare participants role by role: referents first, then classes of nouns, then scope and detail."""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.linking.fit import Aspect, Fit, both
from ouidire.linking.located import Located
from ouidire.linking.names import STEM, fold, name_fit, names_in
from ouidire.linking.people import is_one_person
from ouidire.linking.referents import is_written, referent_fit
from ouidire.linking.words import Scope, class_fit, content_words, head_class, proper, scope_of
from ouidire.model import Role

__all__ = ["called", "role_aspects", "role_fit", "roles_named", "speaks_of_some"]

Side = tuple[Located, Role]

# Classes of agents that are events themselves (*the blast killed eight*).
CAUSES = frozenset({"accident", "attacks", "explosion", "fire"})

_NAMED = frozenset({"state", "person", "organisation", "place"})


def roles_named(item: Located, name: str) -> tuple[Role, ...]:
    """Return the participants in a role."""
    return tuple(r for r in item.assertion.proposition.roles if r.role == name)


def role_aspects(left: Located, right: Located) -> tuple[Aspect, ...]:
    """Compare every role that either side fills, in the order of their names."""
    names = sorted({r.role for x in (left, right) for r in x.assertion.proposition.roles})
    return tuple(_role_aspect(left, right, name) for name in names)


def _role_aspect(left: Located, right: Located, name: str) -> Aspect:
    a = [(left, r) for r in roles_named(left, name)]
    b = [(right, r) for r in roles_named(right, name)]
    if not a or not b:
        if name == "agent" and all(_is_cause(r) for _, r in (a or b)):
            return Aspect(name, Fit.EQUAL, 9, "only one side names the cause")
        return Aspect(name, Fit.LEFT if a else Fit.RIGHT, 8, f"only one side names the {name}")
    return Aspect(name, _sets_fit(a, b), 7, f"the {name}")


def _is_cause(role: Role) -> bool:
    """Whether an agent is what happened (*the blast killed*) rather than who did it."""
    return role.head in CAUSES and role.referent is None


def _sets_fit(left: Sequence[Side], right: Sequence[Side]) -> Fit:
    """Compare two sets of fillers; all of one inside the other makes the larger set the fuller."""
    table = [[role_fit(a, b) for b in right] for a in left]
    if len(left) == len(right) == 1:
        return table[0][0]
    found_left = [any(f is Fit.EQUAL for f in row) for row in table]
    found_right = [any(row[n] is Fit.EQUAL for row in table) for n in range(len(right))]
    if all(found_left) and all(found_right):
        return Fit.EQUAL
    if all(found_left):
        return Fit.RIGHT
    if all(found_right):
        return Fit.LEFT
    apart = all(f is Fit.DISJOINT for row in table for f in row)
    return Fit.DISJOINT if apart else Fit.OPEN


def role_fit(left: Side, right: Side) -> Fit:
    """Compare two fillers of one role."""
    who = _referents(left, right)
    if who is Fit.DISJOINT or (who is Fit.EQUAL and _is_name(left) and _is_name(right)):
        return who
    return both((who, _heads(left, right), _scopes(left, right)))


def _is_name(side: Side) -> bool:
    """Whether the words are the thing's own name rather than a description of it or of part of it."""
    return side[1].reading in _NAMED and side[1].referent is not None


def _referents(left: Side, right: Side) -> Fit:
    a, b = left[1].referent, right[1].referent
    if a is not None and b is not None:
        if is_written(a) and is_written(b) and _one_name(left, right):
            return Fit.EQUAL  # *Hestrel Dam* and *the Hestrel dam*, whatever the identifier is made of
        if _are_people(left, right) and is_one_person(a, b, (left[0].setting, right[0].setting)):
            return Fit.EQUAL
        return referent_fit(a, b, left[0].world)
    known = b if a is None else a
    if known is None or is_written(known):
        return _written(left, right)
    if names_of(right if b is None else left):
        return Fit.OPEN
    return Fit.LEFT if b is None else Fit.RIGHT


def _one_name(left: Side, right: Side) -> bool:
    """Whether two phrases give things of one class one name; *Mr Orlo* and *Mr Vasch* share no class."""
    heads = (left[1].head, left[0].language), (right[1].head, right[0].language)
    return names_of(left) == names_of(right) != () and class_fit(*heads) is Fit.EQUAL


def _are_people(*sides: Side) -> bool:
    return all(role.reading == "person" for _, role in sides)


def _is_described(side: Side) -> bool:
    """Whether names only describe somebody: *the Orle goalkeeper* may well be called Tarn Velk."""
    item, role = side
    return role.reading not in _NAMED and not any(
        fold(role.head) == n for n in names_in(item.words(role.span))
    )


def _written(left: Side, right: Side) -> Fit:
    """Compare names no table knows; what one language writes small (*norvégien*) is still there."""
    a, b = called(left), called(right)
    if a and b:
        fit = name_fit(a, b)
        described = _is_described(left) != _is_described(right)
        return Fit.OPEN if described and fit is Fit.DISJOINT else fit
    if bool(a) == bool(b) or _mentions(right if a else left, a or b):
        return Fit.EQUAL
    return Fit.LEFT if a else Fit.RIGHT


def _mentions(side: Side, names: tuple[str, ...]) -> bool:
    text = fold(side[0].words(side[1].span))
    return all(name[:STEM] in text for name in names)


def names_of(side: Side) -> tuple[str, ...]:
    """Return the names in a filler's words, one that merely begins the sentence left out."""
    item, role = side
    begins = role.span.start == item.assertion.sentence.start and role.reading not in _NAMED
    return proper(phrase(side), role.head, item.language, begins=begins)


def phrase(side: Side) -> str:
    """Return a filler's words; a day that the tagger took for part of it is none of them."""
    item, role = side
    said, time = item.words(role.span), item.assertion.proposition.time
    if time is None or not (role.span.start <= time.span.end and time.span.start < role.span.end):
        return said
    before = item.article.text[role.span.start : max(role.span.start, time.span.start)]
    after = item.article.text[min(role.span.end, time.span.end) : role.span.end]
    return f"{before.strip()} {after.strip()}".strip() or said


def called(side: Side) -> tuple[str, ...]:
    """Return a filler's names, or those its article gives the one thing of its class (*the dam*)."""
    return names_of(side) or _taken_up(side)


def _taken_up(side: Side) -> tuple[str, ...]:
    """The names that a definite description without any takes up."""
    item, role = side
    if role.referent is not None or not role.head or names_of(side):
        return ()
    if scope_of(phrase(side), item.language) is not Scope.DEFINITE:
        return ()
    return item.setting.called.get(head_class(role.head, item.language), ())


def _heads(left: Side, right: Side) -> Fit:
    a, b = _is_name(left), _is_name(right)
    if a != b and left[1].referent is not None and left[1].referent == right[1].referent:
        return Fit.RIGHT if a else Fit.LEFT  # a state's soldiers acting is that state acting
    heads = (left[1].head, left[0].language), (right[1].head, right[0].language)
    fit = class_fit(*heads)
    return both((fit, _details(left, right))) if fit is Fit.EQUAL else fit


def _details(left: Side, right: Side) -> Fit:
    """Compare the words around equal heads; only within one language, where words can be compared."""
    if left[0].language != right[0].language:
        return Fit.EQUAL
    a, b = _described(left), _described(right)
    if a == b or not (a or b):
        return Fit.EQUAL
    if b < a:
        return Fit.LEFT
    return Fit.RIGHT if a < b else Fit.OPEN


def _described(side: Side) -> frozenset[str]:
    """The words that describe a filler, without those that count it."""
    item, role = side
    said = content_words(phrase(side), item.language)
    said |= frozenset(name.rstrip("s") for name in _taken_up(side))
    quantity = item.assertion.proposition.quantity
    if quantity is None or not (quantity.span.start < role.span.end and role.span.start < quantity.span.end):
        return said
    counting = item.words(quantity.span).split()
    counted = counting[-1:] if len(counting) > 1 else []
    return said - content_words(" ".join(counting), item.language) | (
        said & content_words(" ".join(counted), item.language)
    )


def speaks_of_some(item: Located, name: str) -> bool:
    """Whether a role is filled by only some of what it names."""
    return any(
        scope_of(item.words(r.span), item.language) in {Scope.SOME, Scope.PART}
        for r in roles_named(item, name)
    )


def _scopes(left: Side, right: Side) -> Fit:
    a, b = (scope_of(phrase(side), side[0].language) for side in (left, right))
    if a == b:
        return Fit.EQUAL
    if Scope.PART in {a, b}:
        return Fit.OPEN
    if Scope.SOME in {a, b}:
        return Fit.RIGHT if a is Scope.SOME else Fit.LEFT
    return Fit.EQUAL
