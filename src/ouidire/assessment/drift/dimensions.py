"""In which respects two tellings of one claim differ, and which way (LANGUAGE.md section 5).

`differences` reads two assertions only; which pairs are worth reading is decided elsewhere. Every
dimension is named for what happens from `from_` to `to` and carries its direction: dropping a
hedge makes the telling stronger, the reverse makes it weaker.
"""

from __future__ import annotations

from collections.abc import Iterator

from ouidire.assessment.strength import HEDGED, RANK
from ouidire.model import (
    Assertion,
    Bound,
    Direction,
    Drift,
    Label,
    MarkerClass,
    Quantity,
    Relay,
    SourceKind,
    Span,
)

__all__ = ["differences"]

_STRONGER, _WEAKER, _CHANGED = Direction.STRONGER, Direction.WEAKER, Direction.CHANGED
_MODAL = frozenset({Label.PROBABLE, Label.EXPECTED, Label.POSSIBLE})
_LOOSE = frozenset({Bound.APPROX, Bound.AT_LEAST, Bound.RANGE, Bound.VAGUE})
# A telling at least this strong no longer shows the doubt of a weaker one.
_UNHEDGED = 4

Found = tuple[str, Direction, tuple[Span, ...]]


def differences(before: Assertion, after: Assertion) -> tuple[Drift, ...]:
    """Return the differences between two tellings; details only beside a difference of strength."""
    found = [*_certainty(before, after), *_sources(before, after), *_numbers(before, after)]
    if found:
        found += _details(before, after)
    return tuple(
        Drift(from_=before.id, to=after.id, dimension=dimension, direction=direction, words=words)
        for dimension, direction, words in sorted(found, key=lambda f: f[0])
    )


def _certainty(before: Assertion, after: Assertion) -> Iterator[Found]:
    a, b = before.label, after.label
    if a not in RANK or b not in RANK or a is None or b is None or RANK[a] == RANK[b]:
        return
    up = RANK[b] > RANK[a]
    low, high = (a, b) if up else (b, a)
    if RANK[high] < _UNHEDGED and not (low in HEDGED and high in _MODAL):
        return
    words = (_predicate(after) if up else _marks(after)) or (after.span,)
    direction = _STRONGER if up else _WEAKER
    if high is Label.PRESUPPOSED and low in HEDGED:
        yield "presupposition_upgrade", direction, words
    elif low in _MODAL:
        yield "modality_upgraded", direction, words
    elif low in HEDGED:
        yield "hedge_dropped", direction, words


def _predicate(one: Assertion) -> tuple[Span, ...]:
    """Where the unhedged verb stands: what is left of the assertion before its first participant ends."""
    return (one.span,)


def _marks(one: Assertion) -> tuple[Span, ...]:
    hedges = {m.span for c in one.commitments for m in c.markers if m.class_ is not MarkerClass.BOOSTER}
    return tuple(sorted(hedges))


def _chain(one: Assertion) -> tuple[Relay, ...]:
    """The hops the words name; an implicit source is none."""
    hops = one.attribution.chain if one.attribution is not None else ()
    return tuple(h for h in hops if h.source.spans and h.source.kind is not SourceKind.IMPLICIT)


def _sources(before: Assertion, after: Assertion) -> Iterator[Found]:
    a, b = _chain(before), _chain(after)
    if len(a) == len(b):
        return
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    direction = _STRONGER if longer is a else _WEAKER
    words = (after.span,) if longer is a else tuple(s for h in b for s in h.source.spans)
    if len(longer) >= 2:
        yield "chain_shortened", direction, words
    elif not shorter:
        yield "source_dropped", direction, words


def _numbers(before: Assertion, after: Assertion) -> Iterator[Found]:
    a, b = before.proposition.quantity, after.proposition.quantity
    if a is None or b is None or a.n is None or b.n is None:
        return
    words = (b.span,)
    if a.n != b.n:
        yield "number_altered", _CHANGED, words
    elif a.bound is not b.bound:
        yield from _bounds(a, b, words)


def _bounds(a: Quantity, b: Quantity, words: tuple[Span, ...]) -> Iterator[Found]:
    for loose, exact, direction in ((a, b, _STRONGER), (b, a, _WEAKER)):
        if exact.bound is not Bound.EXACT:
            continue
        if loose.bound in _LOOSE:
            yield "number_sharpened", direction, words
        elif loose.bound is Bound.AT_MOST:
            yield "bound_dropped", direction, words


def _details(before: Assertion, after: Assertion) -> Iterator[Found]:
    a, b = before.proposition, after.proposition
    if a.time is not None and b.time is None and a.time.anchor == "calendar":
        yield "time_dropped", _STRONGER, (after.span,)
    changed: list[Span] = []
    if a.place is not None and b.place is not None and not _same_place(before, after):
        changed.append(b.place.span)
    if a.type != b.type and not _contains(a.type, b.type):
        changed.append(after.span)
    changed.extend(_other_participants(before, after))
    if changed:
        yield "detail_changed", _CHANGED, tuple(sorted(set(changed)))


def _same_place(before: Assertion, after: Assertion) -> bool:
    a, b = before.proposition.place, after.proposition.place
    if a is None or b is None:
        return True
    if a.referent is None or b.referent is None:
        return a.relation == b.relation
    return a.referent == b.referent and a.relation == b.relation


def _contains(a: str, b: str) -> bool:
    return a.startswith(b + ".") or b.startswith(a + ".")


def _other_participants(before: Assertion, after: Assertion) -> Iterator[Span]:
    """Participants of the later telling in a role that the earlier gives to somebody else."""
    for role in after.proposition.roles:
        held = [r.referent for r in before.proposition.roles if r.role == role.role]
        if role.referent is not None and held and None not in held and role.referent not in held:
            yield role.span
