"""What is said without who says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ouidire.model.span import Span

__all__ = ["Bound", "Equipment", "Place", "Proposition", "Quantity", "Role", "TimeExpression", "Toponym"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A participant of an event.

    Attributes:
        role: agent, target, with, instrument, recipient, legal_basis, condition, theme, speaker.
        referent: Identifier of who or what is meant (a state by ISO 3166 alpha-3); None if unresolved.
        reading: ``"state"``, ``"person"``, ``"group"``, ``"organisation"``, ``"place"``, ``"thing"``;
            for a name that could be several.
        antecedent: Earlier words this one takes up (*ces troupes*, *elles*); None where it stands alone.

    """

    role: str
    span: Span
    referent: str | None = None
    reading: str | None = None
    head: str = ""
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """When, in ISO-TimeML terms.

    Attributes:
        value: TIMEX3 value, e.g. ``"2025-11"``, ``"PXM"``, ``"PAST_REF"``.
        begin: ISO date the interval starts on; None where open or unknown.
        until: ISO date on which it is over (exclusive); None where open or unknown.
        anchor: ``"calendar"``, ``"publication"``, ``"timex"`` (a time mentioned before), or ``"none"``.
        type: As in TIMEX3: ``"DATE"``, ``"TIME"``, ``"DURATION"`` (how long) or ``"SET"`` (how often).

    """

    span: Span
    value: str
    begin: str | None = None
    until: str | None = None
    anchor: str = "none"
    type: str = "DATE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where. `relation` is in, near, from, or to; coordinates are no finer than the text."""

    span: Span
    referent: str | None = None
    relation: str = "in"
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name of an article and what it stands for there; coordinates are no finer than the text.

    Attributes:
        form: ``"name"``; ``"origin"`` for an adjective or noun of origin (*Turkish*, *les Turcs*);
            ``"part"`` for a name inside that of a body (*the Texas Rangers*).
        kind: country, region, city, or area (a sea, a continent); empty where unknown.
        referent: Its id as in `Place`; None where several places of the name stay possible.
            An unknown town whose region stands beside it has the coordinates of the region.
        candidates: Ids of those, at most five, sorted.

    """

    span: Span
    form: str = "name"
    kind: str = ""
    referent: str | None = None
    candidates: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None


class Bound(StrEnum):
    """How a number is bounded."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    VAGUE = "vague"
    UNDISCLOSED = "undisclosed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many, or how much.

    Attributes:
        of: Lemma of what is counted, in the language of the text's lexicon class
            (*soldiers*, *civilians*, *people*, …) where it has one.
        n: The number as stated; None where none is.
        lo: Lowest count compatible with the words; None where open.
        hi: Highest; None where open.
        cumulative: Whether it is a running total (a death toll).

    """

    span: Span
    of: str | None = None
    n: float | None = None
    lo: float | None = None
    hi: float | None = None
    unit: str | None = None
    bound: Bound = Bound.EXACT
    cumulative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment:
    """A thing events are done with, by a small open taxonomy (``artillery.tube``)."""

    span: Span
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What is said: event, roles, time, place, quantity, equipment, polarity.

    Attributes:
        family: First part of `type`; ``"other"`` where no lexicon names the event.
        type: Dotted event type, e.g. ``"attack.artillery"``, ``"speech.confirm"``.
        plover: PLOVER category and mode, or empty.
        predicate: Lemma of the event word, kept for every family.
        prospective: Whether it is said of the future.
        update: Whether the words mark a figure overtaking an earlier one (*rose to*, *est passé à*).
        aspect: ``"still"``, ``"already"``, ``"again"``, ``"no_longer"``, ``"regularly"``; None where no word says so.

    """

    family: str
    type: str
    plover: str = ""
    predicate: str = ""
    polarity: str = "+"
    prospective: bool = False
    update: bool = False
    aspect: str | None = None
    roles: tuple[Role, ...] = ()
    time: TimeExpression | None = None
    place: Place | None = None
    quantity: Quantity | None = None
    equipment: tuple[Equipment, ...] = ()
