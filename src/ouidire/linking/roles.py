"""Compare participants role by role: referents first, then classes of nouns, then scope and detail."""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.linking.fit import Aspect, Fit, both
from ouidire.linking.located import Located
from ouidire.linking.names import name_fit, names_in
from ouidire.linking.places import referent_fit
from ouidire.linking.words import Scope, class_fit, content_words, head_class, scope_of
from ouidire.model import Role

__all__ = ["role_aspects", "role_fit", "roles_named"]

Side = tuple[Located, Role]


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
        return Aspect(name, Fit.LEFT if a else Fit.RIGHT, 8, f"only one side names the {name}")
    return Aspect(name, _sets_fit(a, b), 7, f"the {name}")


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
    if who is Fit.DISJOINT:
        return who
    what = _heads(left, right)
    named = who is Fit.EQUAL and left[1].referent is not None and _is_name(left) and _is_name(right)
    return who if named else both((who, what, _scopes(left, right)))


def _is_name(side: Side) -> bool:
    """Whether the words are the thing's own name rather than a description of part of it."""
    return head_class(side[1].head, side[0].language) is None


def _referents(left: Side, right: Side) -> Fit:
    a, b = left[1].referent, right[1].referent
    if a is not None and b is not None:
        return referent_fit(a, b)
    if a is None and b is None:
        names = names_of(left), names_of(right)
        if names[0] and names[1]:
            return name_fit(names[0], names[1])
        if not names[0] and not names[1]:
            return Fit.EQUAL
        return Fit.LEFT if names[0] else Fit.RIGHT
    described = right if b is None else left
    if names_of(described):
        return Fit.OPEN
    return Fit.LEFT if b is None else Fit.RIGHT


def names_of(side: Side) -> tuple[str, ...]:
    """Return the capitalised words of a filler, the one that merely begins a sentence left out."""
    item, role = side
    words = names_in(item.words(role.span))
    begins = role.span.start == item.assertion.sentence.start
    first = item.words(role.span).split(maxsplit=1)[:1]
    if begins and words and first and names_in(first[0])[:1] == words[:1]:
        return words[1:] if head_class(role.head, item.language) or len(words) > 1 else words
    return words


def _heads(left: Side, right: Side) -> Fit:
    a, b = _is_name(left), _is_name(right)
    if a != b and left[1].referent is not None and left[1].referent == right[1].referent:
        return Fit.RIGHT if a else Fit.LEFT  # a state's soldiers acting is that state acting
    fit = class_fit((left[1].head, left[0].language), (right[1].head, right[0].language))
    return both((fit, _details(left, right))) if fit is Fit.EQUAL else fit


def _details(left: Side, right: Side) -> Fit:
    """Compare the words around equal heads; only within one language, where words can be compared."""
    if left[0].language != right[0].language or left[1].referent is not None:
        return Fit.EQUAL
    a = content_words(left[0].words(left[1].span), left[0].language)
    b = content_words(right[0].words(right[1].span), right[0].language)
    if a == b or left[1].head != right[1].head:
        return Fit.EQUAL
    if b < a:
        return Fit.LEFT
    return Fit.RIGHT if a < b else Fit.OPEN


def _scopes(left: Side, right: Side) -> Fit:
    a, b = (scope_of(i.words(r.span), i.language) for i, r in (left, right))
    if a == b:
        return Fit.EQUAL
    if Scope.PART in {a, b}:
        return Fit.OPEN
    if Scope.SOME in {a, b}:
        return Fit.RIGHT if a is Scope.SOME else Fit.LEFT
    return Fit.EQUAL
