"""Compare participants role by role: referents first, then classes of nouns, then scope and detail."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ouidire.linking.distinctions import filler_fit
from ouidire.linking.fit import Aspect, Fit, both
from ouidire.linking.located import Located
from ouidire.linking.names import STEM, fold, name_fit, names_in
from ouidire.linking.people import is_one_person
from ouidire.linking.referents import is_written, referent_fit
from ouidire.linking.words import Scope, class_fit, content_words, head_class, proper, scope_of
from ouidire.model import Quantity, Role

__all__ = ["called", "role_aspects", "role_fit", "roles_named", "speaks_of_some"]

Side = tuple[Located, Role]

# Classes of agents that are events themselves (*the blast killed eight*).
CAUSES = frozenset({"accident", "attacks", "bombings", "earthquake", "explosion", "fire", "flood", "storm"})

# A name, or a few, after a space.
_APPOSED = re.compile(r"(?: [^\W\d_a-z][\w'’-]{1,40}){1,4}")

_NAMED = frozenset({"state", "person", "organisation", "place"})


def roles_named(item: Located, name: str) -> tuple[Role, ...]:
    """Return the participants in a role."""
    return tuple(r for r in item.assertion.proposition.roles if r.role == name)


def role_aspects(left: Located, right: Located) -> tuple[Aspect, ...]:
    """Compare every role that either side fills, in the order of their names."""
    names = sorted(
        {r.role for x in (left, right) for r in x.assertion.proposition.roles if not _is_told(x, r)}
    )
    return tuple(_role_aspect(left, right, name) for name in names)


def _role_aspect(left: Located, right: Located, name: str) -> Aspect:
    a, b = ([(x, r) for r in roles_named(x, name) if not _is_told(x, r)] for x in (left, right))
    if not a or not b:
        if name == "agent" and all(_is_cause(*side) for side in (a or b)):
            return Aspect(name, Fit.EQUAL, 9, "only one side names the cause")
        if _one_place(left, right) and all(_is_the_place(*side) for side in (a or b)):
            return Aspect(name, Fit.EQUAL, 9, "only one side makes the place a participant")
        return Aspect(name, Fit.LEFT if a else Fit.RIGHT, 8, f"only one side names the {name}")
    return Aspect(name, _sets_fit(a, b), 7, f"the {name}")


def _is_told(item: Located, role: Role) -> bool:
    """Whether a filler is no more than part of the event's own words (*clear mines*, *open fire*)."""
    own = {fold(w) for w in item.assertion.proposition.predicate.split()[1:]}
    return bool(own) and {fold(w).rstrip("s") for w in phrase((item, role)).split()} <= own


def _is_the_place(item: Located, role: Role) -> bool:
    place = item.assertion.proposition.place
    return place is not None and role.referent is not None and role.referent == place.referent


def _is_cause(item: Located, role: Role) -> bool:
    """Whether an agent is what happened (*the blast killed*) rather than who did it."""
    return head_class(*_head((item, role))) in CAUSES and role.referent is None


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
    return both((who, _heads(left, right), _scopes(left, right), filler_fit(left, right)))


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
    if _one_place(left[0], right[0]):
        a, b = _elsewhere(a, left[0]), _elsewhere(b, right[0])
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
    return proper(phrase(side), role.head, item.language, begins=begins) or _apposed(side)


def _apposed(side: Side) -> tuple[str, ...]:
    """Return the name that stands right behind a noun without one (*the lawyer* Aron Velk)."""
    item, role = side
    if role.referent is not None or not role.head:
        return ()
    found = _APPOSED.match(item.article.text, role.span.end, item.assertion.span.end)
    return names_in(found.group()) if found is not None else ()


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
    fit = class_fit(_head(left), _head(right))
    return both((fit, _details(left, right))) if fit is Fit.EQUAL else fit


def _head(side: Side) -> tuple[str, str]:
    """A filler's head with its language; *nobody* is no people."""
    item, role = side
    nobody = not role.head and scope_of(item.words(role.span), item.language) is Scope.NONE
    return ("people" if nobody else role.head), item.language


def _details(left: Side, right: Side) -> Fit:
    """Compare the words around equal heads."""
    a, b = _described(left), _described(right)
    if _one_place(left[0], right[0]):
        a, b = a - _place_words(left[0]), b - _place_words(right[0])
    if left[0].language != right[0].language:
        return _translated(left, right, (a, b))
    if a == b or not (a or b):
        return Fit.EQUAL
    if b < a:
        return Fit.LEFT
    return Fit.RIGHT if a < b else Fit.OPEN


def _translated(left: Side, right: Side, words: tuple[frozenset[str], frozenset[str]]) -> Fit:
    """Compare descriptions in two languages: what cannot be matched on both sides may be anything."""
    if left[1].referent is not None or right[1].referent is not None:
        return Fit.EQUAL
    a, b = (
        {w: head_class(w, side[0].language) for w in said}
        for side, said in zip((left, right), words, strict=True)
    )
    own = {head_class(side[1].head, side[0].language) for side in (left, right)}
    known = (set(a.values()) & set(b.values())) | own
    stems = {fold(w)[:STEM] for w in a} & {fold(w)[:STEM] for w in b}
    rest = [[w for w, c in x.items() if c not in known and fold(w)[:STEM] not in stems] for x in (a, b)]
    return Fit.OPEN if len(rest[0]) > 1 and len(rest[1]) > 1 else Fit.EQUAL


def _one_place(left: Located, right: Located) -> bool:
    """Whether both are said of one place, so that its name beside a filler makes no difference."""
    a, b = left.assertion.proposition.place, right.assertion.proposition.place
    return a is not None and b is not None and a.referent is not None and a.referent == b.referent


def _elsewhere(names: tuple[str, ...], item: Located) -> tuple[str, ...]:
    place = item.assertion.proposition.place
    there = () if place is None else names_in(item.words(place.span))
    return tuple(n for n in names if n not in there)


def _place_words(item: Located) -> frozenset[str]:
    place = item.assertion.proposition.place
    return frozenset() if place is None else content_words(item.words(place.span), item.language)


def _described(side: Side) -> frozenset[str]:
    """The words that describe a filler, without those that count it."""
    item, role = side
    said = content_words(phrase(side), item.language)
    said |= frozenset(name.rstrip("s") for name in _taken_up(side))
    quantity = item.assertion.proposition.quantity
    if quantity is None or not _overlaps(quantity, role):
        return said
    counting = item.words(quantity.span).split()
    counted = counting[-1:] if len(counting) > 1 else []
    return said - content_words(" ".join(counting), item.language) | (
        said & content_words(" ".join(counted), item.language)
    )


def speaks_of_some(item: Located, name: str) -> bool:
    """Whether a role is filled by only some of what it names."""
    return any(_scope((item, r)) in {Scope.SOME, Scope.PART} for r in roles_named(item, name))


def _scope(side: Side) -> Scope:
    """How much is meant; before a number *some* and the like only round it."""
    item, role = side
    found = scope_of(phrase(side), item.language)
    counted = item.assertion.proposition.quantity
    rounds = counted is not None and counted.n is not None and counted.span.start <= role.span.start
    return Scope.BARE if found is Scope.SOME and rounds and _overlaps(counted, role) else found


def _overlaps(quantity: Quantity | None, role: Role) -> bool:
    return (
        quantity is not None and quantity.span.start < role.span.end and role.span.start < quantity.span.end
    )


def _scopes(left: Side, right: Side) -> Fit:
    a, b = _scope(left), _scope(right)
    if a == b:
        return Fit.EQUAL
    if Scope.PART in {a, b}:
        return Fit.OPEN
    if Scope.SOME in {a, b}:
        return Fit.RIGHT if a is Scope.SOME else Fit.LEFT
    return Fit.EQUAL
