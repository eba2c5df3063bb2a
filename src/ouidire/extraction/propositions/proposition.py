"""A unit's proposition: event, participants, place, time, quantity, equipment, polarity."""

from __future__ import annotations

from ouidire.extraction.found import Unit
from ouidire.extraction.propositions.events import Event, find_event
from ouidire.extraction.propositions.participants import as_roles
from ouidire.extraction.propositions.polarity import is_negated, is_prospective
from ouidire.extraction.propositions.quantities import find_quantity
from ouidire.extraction.propositions.roles import arguments
from ouidire.extraction.propositions.settings import Finder, Where, places_in
from ouidire.extraction.propositions.special import by_equipment, by_participants, reread, with_mode
from ouidire.extraction.propositions.times import Found, Timed
from ouidire.extraction.propositions.words import Words, words_of
from ouidire.gazetteer.countries import origins
from ouidire.gazetteer.event_types import event_type
from ouidire.gazetteer.places import gazetteer, place_of
from ouidire.languages import Analysis, LanguagePack
from ouidire.model import Act, Equipment, Place, Proposition, Role, TimeExpression

__all__ = ["proposition", "where_of"]

# Types whose object is the place that is left.
_LEFT = frozenset({"leave", "displacement", "displacement.evacuate", "military.withdraw"})


def proposition(
    unit: Unit, analysis: Analysis, where: Where, *, timed: Timed = (), act: Act | None = None
) -> Proposition:
    """Return what a unit says, without who says it.

    Args:
        where: Of the article's language and places.
        timed: The time expressions of the article (`read_times`); the unit's own are chosen from them.
        act: For the unit of a speech event, what it does; its type is then ``speech.<act>``.

    """
    words = where.words
    inside = tuple(k for k in unit.tokens if 0 <= k < len(analysis.tokens)) or (unit.head,)
    equipment = _equipment(analysis, inside, words)
    event = find_event(analysis, unit.head, words)
    event = reread(analysis, event, inside, words, armed=bool(equipment))
    prospective = is_prospective(analysis, event, words)
    time, taken = _time(analysis, event, inside, timed)
    roles = as_roles(analysis, event, arguments(analysis, event, (inside, taken), where), where, taken=taken)
    type_ = f"speech.{act.value if act else 'unknown'}" if unit.speech is not None else event.type
    if type_ == event.type:
        kinds = tuple(e.type for e in equipment)
        type_ = by_participants(event, by_equipment(with_mode(type_, kinds), kinds), roles, words)
    return Proposition(
        family=type_.partition(".")[0],
        type=type_,
        plover=event_type(type_).plover,
        predicate=event.predicate,
        polarity=_polarity(analysis, event, words),
        prospective=prospective,
        update=_is_update(analysis, inside, words),
        aspect=_aspect(analysis, event, inside, words),
        roles=roles,
        time=time,
        place=_place(analysis, event, (inside, taken), where, roles),
        quantity=find_quantity(analysis, event, inside, taken | _covered(analysis, inside, equipment), words),
        equipment=equipment,
    )


def where_of(pack: LanguagePack, places: Finder | None = None) -> Where:
    """Return what places of a language are read with.

    Args:
        places: What the names of the article stand for; the bare table where left out.

    """
    return Where(words_of(pack.resources), places or gazetteer(pack.resources), origins(pack.resources))


def _equipment(analysis: Analysis, inside: tuple[int, ...], words: Words) -> tuple[Equipment, ...]:
    tokens = [analysis.tokens[k] for k in inside]
    found: list[Equipment] = []
    n = 0
    while n < len(tokens):
        hit = words.equipment.at(tokens, n)
        if hit:
            span = analysis.span(tokens[n].i, tokens[n + hit[0] - 1].i + 1)
            found.append(Equipment(span=span, type=hit[1]))
        n += hit[0] if hit else 1
    return tuple(found)


def _covered(analysis: Analysis, inside: tuple[int, ...], found: tuple[Equipment, ...]) -> frozenset[int]:
    """Tokens of names of equipment: *multiple* of *multiple rocket launchers* counts nothing."""
    return frozenset(
        k
        for k in inside
        for e in found
        if e.span.start <= analysis.tokens[k].start and analysis.tokens[k].end <= e.span.end
    )


def _time(
    analysis: Analysis, event: Event, inside: tuple[int, ...], timed: Timed
) -> tuple[TimeExpression | None, frozenset[int]]:
    """Return the time of the event, and the tokens that any time expression of the unit takes."""
    own = frozenset(inside)
    rows = [row for row in timed if own.intersection(range(row.first, row.last + 1))]
    taken = frozenset(k for row in rows for k in range(row.first, row.last + 1) if k in own)
    when = [row for row in rows if row.last in own and _says_when(analysis, row)]
    if not when:
        return None, taken
    best = min(when, key=lambda row: (_distance(analysis, event, row), row.first))
    return best.expression(), taken


def _says_when(analysis: Analysis, row: Found) -> bool:
    """Leave out a length that only measures something (*trois ans de prison*, *a 12-hour flight*)."""
    if row.moment.kind != "length":
        return True
    head = _head(analysis, row)
    led = any(t.deprel == "case" and row.first <= t.i <= row.last for t in analysis.children(head))
    return led or analysis.tokens[head].deprel.partition(":")[0] in {"obl", "advmod"}


def _head(analysis: Analysis, row: Found) -> int:
    """Return the token of an expression whose head lies outside it."""
    for k in range(row.last, row.first - 1, -1):
        if not row.first <= analysis.tokens[k].head <= row.last or analysis.tokens[k].head == k:
            return k
    return row.last


def _distance(analysis: Analysis, event: Event, row: Found) -> int:
    """Definite before vague, then steps up to the event; another clause in between costs more."""
    definite = row.moment.kind != "vague" and (row.moment.begin or row.moment.anchor == "calendar")
    steps = 0 if definite else 20
    token = analysis.tokens[row.first]
    for _ in range(8):
        if token.i in {event.clause, event.noun} or token.head == token.i:
            break
        token = analysis.tokens[token.head]
        steps += 4 if token.upos == "VERB" and token.i != event.clause else 1
    return steps


def _place(
    analysis: Analysis,
    event: Event,
    read: tuple[tuple[int, ...], frozenset[int]],
    where: Where,
    roles: tuple[Role, ...],
) -> Place | None:
    """Return the place a preposition gives; else the place the event is done to (*fled Novska*)."""
    found = places_in(analysis, event, *read, where)
    if found:
        return found[0]
    for role in roles:
        if role.reading == "place" and role.role in {"target", "theme"} and role.referent:
            row = place_of(role.referent)
            return Place(
                span=role.span,
                referent=role.referent,
                relation="from" if event.type in _LEFT else "in",
                lat=row.lat if row else None,
                lon=row.lon if row else None,
            )
    return None


def _polarity(analysis: Analysis, event: Event, words: Words) -> str:
    """A gap is always negative: *not disclosed* and *unknown* say one thing."""
    return "-" if event.type == "meta.undisclosed" or is_negated(analysis, event, words) else "+"


def _is_update(analysis: Analysis, inside: tuple[int, ...], words: Words) -> bool:
    tokens = [analysis.tokens[k] for k in inside]
    return any(words.updates.at(tokens, n) for n in range(len(tokens)))


def _aspect(analysis: Analysis, event: Event, inside: tuple[int, ...], words: Words) -> str | None:
    """Return what an adverb or adjective beside the event says of its course (*toujours*, *already*, *à nouveau*)."""
    tokens = [analysis.tokens[k] for k in inside]
    ends = {event.clause, event.noun}
    for n, token in enumerate(tokens):
        found = words.aspects.at(tokens, n)
        last = tokens[n + found[0] - 1] if found else token
        beside = {token.i, token.head, last.head, analysis.tokens[token.head].head}
        if found and ends & beside:
            return found[1]
    return None
