"""The word lists resolution reads, per language (files in the pack's `lexicon` folder)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from ouidire.gazetteer.names import fold
from ouidire.lexicon import load_entries
from ouidire.model import Act

__all__ = [
    "Body",
    "ClaimNoun",
    "ClaimVerb",
    "EventNoun",
    "GroupNoun",
    "Metonym",
    "Pronoun",
    "SmallWords",
    "Title",
    "Words",
    "words_of",
]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimNoun:
    """A noun that stands for a claim made earlier (*annonce*, *accusation*).

    Attributes:
        acts: Acts the antecedent may have been said with, the most typical first; empty: any.
        speech: Whether the antecedent must be attributed to somebody.
        bare: Whether a definite article alone makes it an anaphor.

    """

    id: str
    lemmas: tuple[str, ...]
    acts: tuple[Act, ...] = ()
    speech: bool = False
    bare: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventNoun:
    """A noun that takes up an event told earlier (*attaque*, *coopération*).

    Attributes:
        families: Event families or dotted types the antecedent may have.
        predicates: Lemmas of event words that fit whatever their family.
        bare: Whether a definite article alone makes it an anaphor.

    """

    id: str
    lemmas: tuple[str, ...]
    families: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    bare: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupNoun:
    """Nouns for a group that take up one another (*des soldats* … *ces troupes*).

    Attributes:
        thing: Whether they are things, which say nothing.
        media: Whether they are publishers, whose name may stand beside the noun.

    """

    id: str
    lemmas: tuple[str, ...]
    thing: bool = False
    media: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronoun:
    """A pronoun, by its forms.

    Attributes:
        gender: UD value, empty where it shows none.
        stands_for: ``"entity"`` or ``"claim"``.
        person: Whether only persons are meant.
        last: Whether it picks the last named (*ce dernier*).

    """

    id: str
    forms: tuple[str, ...]
    gender: str = ""
    number: str = ""
    stands_for: str
    person: bool = False
    last: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Nouns for people.

    Attributes:
        rank: honorific, office, voice (speaks for a body), or role.

    """

    id: str
    lemmas: tuple[str, ...]
    rank: str
    gender: str = ""
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metonym:
    """A seat of government and the state it stands for when it speaks or acts."""

    id: str
    referent: str
    forms: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A noun for a public body, or for what a ministry is for.

    Attributes:
        key: Its name in identifiers, the same in every language; empty where it has none.
        topic: Whether it says what a body is for (*Défense*).

    """

    id: str
    key: str
    lemmas: tuple[str, ...]
    topic: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimVerb:
    """Verbs that bear on a claim made earlier (*démentir*).

    Attributes:
        act: What it amounts to.
        forms: Finite forms that taggers take for another part of speech (*dément*).
        alone: Whether it may stand without an object (*Kiev dément*).

    """

    id: str
    act: Act
    lemmas: tuple[str, ...]
    forms: tuple[str, ...] = ()
    alone: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallWords:
    """A small set of words.

    Attributes:
        use: ``"complement"`` (prepositions that tie a complement to an event noun), ``"impersonal"``
            (verbs whose *il* or *it* is nobody), or ``"perform"`` (verbs that make a claim noun a
            speech act: *faire une annonce*).

    """

    id: str
    use: str
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """All lists of one language, indexed by lemma or form; empty where the pack has none."""

    claim_nouns: dict[str, ClaimNoun]
    event_nouns: dict[str, tuple[EventNoun, ...]]
    groups: dict[str, frozenset[str]]
    things: frozenset[str]
    media: frozenset[str]
    pronouns: dict[str, tuple[Pronoun, ...]]
    titles: dict[str, Title]
    metonyms: dict[str, str]
    bodies: dict[str, Body]
    claim_verbs: dict[str, ClaimVerb]
    small: dict[str, frozenset[str]]


@lru_cache(maxsize=None)
def words_of(resources: Any) -> Words:
    """Return the word lists of a pack, by its `resources` folder."""
    folder: Any = resources / "lexicon"  # a Path: hashable, which Traversable does not promise
    groups = load_entries(folder / "group_nouns.toml", GroupNoun)
    small = load_entries(folder / "anaphora.toml", SmallWords)
    return Words(
        claim_nouns={x: e for e in load_entries(folder / "claim_nouns.toml", ClaimNoun) for x in e.lemmas},
        event_nouns=_many(load_entries(folder / "event_nouns.toml", EventNoun), "lemmas"),
        groups={
            lemma: frozenset(e.id for e in groups if lemma in e.lemmas) for g in groups for lemma in g.lemmas
        },
        things=frozenset(lemma for g in groups if g.thing for lemma in g.lemmas),
        media=frozenset(lemma for g in groups if g.media for lemma in g.lemmas),
        pronouns=_many(load_entries(folder / "pronouns.toml", Pronoun), "forms"),
        titles={x: e for e in load_entries(folder / "titles.toml", Title) for x in e.lemmas},
        metonyms={
            fold(form): e.referent
            for e in load_entries(folder / "metonyms.toml", Metonym)
            for form in e.forms
        },
        bodies={x: e for e in load_entries(folder / "bodies.toml", Body) for x in e.lemmas},
        claim_verbs={
            x: e for e in load_entries(folder / "claim_verbs.toml", ClaimVerb) for x in (*e.lemmas, *e.forms)
        },
        small={e.use: frozenset(e.words) for e in small},
    )


def _many(entries: Iterable[T], key: str) -> dict[str, tuple[T, ...]]:
    index: dict[str, list[T]] = {}
    for entry in entries:
        for word in getattr(entry, key):
            index.setdefault(word, []).append(entry)
    return {word: tuple(found) for word, found in index.items()}
