"""A unit's proposition: event, participants, place, time, quantity, equipment, polarity."""

from __future__ import annotations

from ouidire.extraction.found import Unit
from ouidire.extraction.propositions.events import Event, find_event, with_mode
from ouidire.extraction.propositions.moments import Clock
from ouidire.extraction.propositions.participants import as_roles
from ouidire.extraction.propositions.polarity import is_negated, is_prospective
from ouidire.extraction.propositions.quantities import find_quantity
from ouidire.extraction.propositions.roles import arguments
from ouidire.extraction.propositions.settings import Finder, Where, places_in
from ouidire.extraction.propositions.special import by_equipment, by_participants, reread
from ouidire.extraction.propositions.times import Found, find_times
from ouidire.extraction.propositions.words import Words, words_of
from ouidire.gazetteer.countries import origins
from ouidire.gazetteer.event_types import event_type
from ouidire.gazetteer.places import gazetteer, place_of
from ouidire.languages import Analysis, LanguagePack
from ouidire.model import Act, Article, Equipment, Place, Proposition, Role, TimeExpression

__all__ = ["proposition", "where_of"]

# Types whose object is the place that is left.
_LEFT = frozenset({"leave", "displacement", "displacement.evacuate", "military.withdraw"})


def proposition(
    unit: Unit, analysis: Analysis, article: Article, where: Where, *, act: Act | None = None
) -> Proposition:
    """Return what a unit says, without who says it.

    Args:
        where: Of the article's language and places.
        act: For the unit of a speech event, what it does; its type is then ``speech.<act>``.

    """
    words = where.words
    inside = tuple(k for k in unit.tokens if 0 <= k < len(analysis.tokens)) or (unit.head,)
    equipment = _equipment(analysis, inside, words)
    event = find_event(analysis, unit.head, words)
    event = reread(analysis, event, inside, words, armed=bool(equipment))
    prospective = is_prospective(analysis, event, words)
    time, taken = _time(analysis, event, inside, words, _clock(article, future=prospective))
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


def _clock(article: Article, *, future: bool) -> Clock:
    return Clock(article.published_at.date() if article.published_at else None, future)


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
    analysis: Analysis, event: Event, inside: tuple[int, ...], words: Words, clock: Clock
) -> tuple[TimeExpression | None, frozenset[int]]:
    """Return the time of the event, and the tokens that any time expression of the unit takes."""
    tokens = [analysis.tokens[k] for k in inside]
    rows = find_times(tokens, words, clock)
    taken = frozenset(tokens[k].i for row in rows for k in range(row.first, row.last + 1))
    if not rows:
        return None, taken
    best = min(rows, key=lambda row: (_distance(analysis, event, tokens[row.first].i, row), row.first))
    moment = best.moment
    first, last = tokens[best.first].i, tokens[best.last].i
    return (
        TimeExpression(
            span=analysis.span(first, last + 1),
            value=moment.value,
            begin=moment.begin.isoformat() if moment.begin else None,
            until=moment.until.isoformat() if moment.until else None,
            anchor=moment.anchor,
        ),
        taken,
    )


def _distance(analysis: Analysis, event: Event, at: int, row: Found) -> int:
    """Definite before vague, then steps up to the event; another clause in between costs more."""
    steps = 0 if row.moment.begin or row.moment.anchor == "calendar" else 20
    token = analysis.tokens[at]
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
