"""The entry kinds of the proposition lexicons; one dataclass per TOML file.

Every entry has an `id` and `examples`; both are run by tests. `words` are lemmas unless an
attribute says otherwise; a phrase is lemmas or forms with a blank between (tokens of the pack).
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "BoundEntry",
    "CalendarEntry",
    "CountableEntry",
    "EquipmentEntry",
    "EventEntry",
    "LightEntry",
    "NumberEntry",
    "PlaceEntry",
    "PredicateEntry",
    "SyntaxEntry",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry:
    """Lemmas that name one type of event.

    Attributes:
        type: Dotted type of ``event_types.csv``.
        verbs: Verb lemmas; ``"lemma particle"`` for a verb with a particle or fixed object.
        subject: Role of an active verb's subject, where it is not the type's own (*die*: target).
        genitive: Role of what the noun is *of*, where it is not the type's own.
        object: ``needed`` where the verbs mean it only with a direct object (*try a suspect*), ``none``
            where they mean it only without (*exports dropped*); empty for both.

    """

    id: str
    type: str
    object: str = ""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    subject: str = ""
    genitive: str = ""
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PredicateEntry:
    """Lemmas of family *other* that mean the same in every language: `key` is their one name."""

    id: str
    key: str
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LightEntry:
    """Words that carry an event named elsewhere.

    Attributes:
        slot: Where the event noun stands: ``obj``, ``obl`` (after one of `prepositions`), ``subj``
            (*take place*), ``xcomp`` (*continue to*), or ``noun`` (*opérations de déminage*).
        passive: Whether the subject undergoes the event (*subir une attaque*).
        alone: Type of the event where no event noun fills the slot; empty for *other*.

    """

    id: str
    slot: str
    words: tuple[str, ...]
    prepositions: tuple[str, ...] = ()
    passive: bool = False
    alone: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountableEntry:
    """Nouns of one class of things that news counts (*soldiers*, *bridges*)."""

    id: str
    class_: str
    words: tuple[str, ...]
    unit: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EquipmentEntry:
    """Phrases that name one kind of equipment."""

    id: str
    type: str
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberEntry:
    """Number words.

    Attributes:
        kind: ``cardinal``, ``scale`` (multiplies), ``about`` (*dizaine*), ``many`` (*dozens*),
            ``ordinal``, ``fraction`` (*half of*; `value` in percent), ``vague`` (*several*), ``unknown`` (*inconnu*), ``decimal``, ``join``.

    """

    id: str
    kind: str
    words: tuple[str, ...]
    value: float = 0
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundEntry:
    """Phrases beside a number that bound it; `side` is before, after or between."""

    id: str
    bound: str
    words: tuple[str, ...]
    side: str = "before"
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """Words of the calendar.

    Attributes:
        kind: ``month``, ``weekday``, ``unit``, ``day`` (whole days from the day of writing),
            ``last``, ``next``, ``this``, ``ago``, ``before_ago``, ``since``, ``part``, ``daytime``,
            ``season``, ``vague``, ``article``, ``range_from``, ``range_to``, ``several``, ``each``.
        value: Number of a month or weekday, offset in days, or the word of TIMEX3 it stands for.

    """

    id: str
    kind: str
    words: tuple[str, ...]
    value: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """Words about places.

    Attributes:
        kind: ``relation`` (prepositions, `value` is in, near, from, to), ``noun`` (*région*, `value`
            is the kind of place), ``surface`` (*sur*: too loose before an unknown name), ``soil`` (*territoire*), ``feature`` (*frontière*),
            ``direction`` (*nord*: part of the name it stands before).

    """

    id: str
    kind: str
    words: tuple[str, ...]
    value: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SyntaxEntry:
    """Small words that show a role, a negation, a plan, or a figure overtaken.

    Attributes:
        kind: ``role`` (prepositions; `value` is the role), ``negator``, ``not_determiner``,
            ``restrictor`` (*que* of *ne … que*), ``prospective``, ``update``, ``toll``,
            ``counted`` (*nombre*), ``disclose``, ``unknown``, ``failing`` (*fail to*), ``ground``
            (what is taken and lost), ``measure`` (what rises and falls), ``others`` (*others* were
            wounded), ``aspect`` (*still*; `value` is the aspect).

    """

    id: str
    kind: str
    words: tuple[str, ...]
    value: str = ""
    examples: tuple[str, ...] = ()
