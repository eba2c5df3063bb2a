"""The proposition lexicons of one language, turned once into dictionaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Any, Generic, TypeVar

from ouidire.extraction.propositions.entries import (
    BoundEntry,
    CalendarEntry,
    CountableEntry,
    EquipmentEntry,
    EventEntry,
    LightEntry,
    NumberEntry,
    PlaceEntry,
    PredicateEntry,
    SyntaxEntry,
)
from ouidire.languages import Token
from ouidire.lexicon import load_entries

__all__ = ["Phrases", "Words", "class_of", "words_of"]

T = TypeVar("T")

# Classes of countable nouns that act of their own will.
_PEOPLE = frozenset(
    {"soldiers", "troops", "civilians", "people", "children", "women", "men", "forces", "fighters"}
    | {"residents", "workers", "police", "army", "government", "protesters", "prisoners", "hostages"}
    | {"engineers", "officers", "journalists", "companies"}
    | {"criminals", "suspects", "students", "migrants", "refugees", "passengers"}
)


class Phrases(Generic[T]):
    """Phrases looked up token by token, longest first; a token matches by form or by lemma."""

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in pairs:
            parts = tuple(phrase.split())
            self._by_first.setdefault(parts[0], []).append((parts, value))
        for rows in self._by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def at(self, tokens: Sequence[Token], n: int) -> tuple[int, T] | None:
        """Return (number of tokens, value) of the longest phrase that starts at `tokens[n]`."""
        first = tokens[n]
        lemma = first.lemma.lower()
        keys = (first.lower,) if lemma == first.lower else (first.lower, lemma)
        best: tuple[int, T] | None = None
        for key in keys:
            for parts, value in self._by_first.get(key, ()):
                if (best is None or len(parts) > best[0]) and _fits(parts, tokens, n):
                    best = (len(parts), value)
                    break
        return best

    def every_at(self, tokens: Sequence[Token], n: int) -> Iterator[tuple[int, T]]:
        """Yield (number of tokens, value) of all phrases that start at `tokens[n]`."""
        first = tokens[n]
        for key in dict.fromkeys((first.lower, first.lemma.lower())):
            for parts, value in self._by_first.get(key, ()):
                if _fits(parts, tokens, n):
                    yield len(parts), value

    def ending(self, tokens: Sequence[Token], n: int) -> tuple[int, T] | None:
        """Return the longest phrase whose last token is `tokens[n]` (at most five tokens)."""
        for length in range(min(5, n + 1), 0, -1):
            found = self.at(tokens, n - length + 1)
            if found and found[0] == length:
                return found
        return None


def class_of(tokens: Sequence[Token], at: int, words: Words) -> str | None:
    """Return the class of the noun at `at`, two-word names (*police officer*) first."""
    token = tokens[at]
    lemma = token.lemma.lower()
    pairs = []
    if at:
        pairs += [f"{tokens[at - 1].lower} {lemma}"]
    if at + 2 < len(tokens):
        pairs += [f"{lemma} {tokens[at + 1].lower} {tokens[at + 2].lower}", f"{lemma} {tokens[at + 1].lower}"]
    for key in (*pairs, lemma, token.lower):
        found = words.classes.get(key)
        if found:
            return found
    return None


def _fits(parts: tuple[str, ...], tokens: Sequence[Token], n: int) -> bool:
    if n + len(parts) > len(tokens):
        return False
    for k in range(1, len(parts)):
        token = tokens[n + k]
        if parts[k] not in (token.lower, token.lemma.lower()):
            return False
    return True


class Words:
    """All lookups one language needs."""

    people = _PEOPLE

    def __init__(self, resources: Traversable) -> None:
        folder = resources / "lexicon"
        events = load_entries(folder / "events.toml", EventEntry)
        self.verbs: dict[str, EventEntry] = {
            w: e for e in reversed(events) for w in e.verbs if not e.object or " " in w
        }
        self.fitting: dict[tuple[str, str], EventEntry] = {
            (w, e.object): e for e in reversed(events) for w in e.verbs if e.object
        }
        self.nouns: dict[str, EventEntry] = {w: e for e in reversed(events) for w in e.nouns}
        self.adjectives: dict[str, EventEntry] = {w: e for e in reversed(events) for w in e.adjectives}
        self.fixed = {w: True for w in self.verbs if " " in w}
        self.noun_phrases = Phrases((w, e) for e in events for w in e.nouns if " " in w)
        predicates = load_entries(folder / "predicates.toml", PredicateEntry)
        self.keys = {w: e.key for e in reversed(predicates) for w in e.words}
        light = load_entries(folder / "light.toml", LightEntry)
        self.light: dict[str, list[LightEntry]] = {}
        for entry in light:
            for word in entry.words:
                self.light.setdefault(word, []).append(entry)
        countable = load_entries(folder / "countable.toml", CountableEntry)
        self.classes = {w: e.class_ for e in reversed(countable) for w in e.words if not e.unit}
        self.units = Phrases((w, e.class_) for e in countable if e.unit for w in e.words)
        equipment = load_entries(folder / "equipment.toml", EquipmentEntry)
        self.equipment = Phrases((w, e.type) for e in equipment for w in e.words)
        self._small_words(folder)

    def _small_words(self, folder: Traversable) -> None:
        numbers = load_entries(folder / "quantities.toml", NumberEntry)
        self.numbers = Phrases((w, e) for e in numbers for w in e.words if e.kind != "decimal")
        self.number_words = {
            w: e for e in numbers for w in e.words if e.kind in {"cardinal", "join", "scale"}
        }
        self.number_nouns = {
            part
            for e in numbers
            for w in e.words
            if e.kind in {"about", "many", "scale"}
            for part in w.split()[-2:]
        }
        self.decimal = next((e.words[0] for e in numbers if e.kind == "decimal"), ".")
        bounds = load_entries(folder / "bounds.toml", BoundEntry)
        self.bounds = Phrases((w, e.bound) for e in bounds if e.side == "before" for w in e.words)
        self.bounds_after = Phrases((w, e.bound) for e in bounds if e.side == "after" for w in e.words)
        self.range_links = Phrases((w, e.bound) for e in bounds if e.side == "between" for w in e.words)
        calendar = load_entries(folder / "calendar.toml", CalendarEntry)
        self.calendar = Phrases(
            (phrase, tuple((e.kind, e.value) for e in calendar if phrase in e.words))
            for phrase in sorted({w for e in calendar for w in e.words})
        )
        self.calendar_words = frozenset(w for e in calendar for w in e.words if " " not in w)
        self.month_first = any(e.kind == "order" and e.value == "month" for e in calendar)
        self.modals = frozenset(w for e in calendar if e.kind == "modal" for w in e.words)
        self.being = frozenset(w for e in calendar if e.kind == "being" for w in e.words)
        self.having = frozenset(w for e in calendar if e.kind == "having" for w in e.words)
        settings = load_entries(folder / "settings.toml", PlaceEntry)
        self.relations = Phrases((w, e.value) for e in settings if e.kind == "relation" for w in e.words)
        self.surfaces = frozenset(w for e in settings if e.kind == "surface" for w in e.words)
        self.directions = frozenset(w for e in settings if e.kind == "direction" for w in e.words)
        others = [e for e in settings if e.kind not in {"relation", "surface", "direction"}]
        self.place_nouns = {w: (e.kind, e.value) for e in others for w in e.words}
        syntax = load_entries(folder / "syntax.toml", SyntaxEntry)
        self.role_words = Phrases((w, e.value) for e in syntax if e.kind == "role" for w in e.words)
        self.kinds: dict[str, frozenset[str]] = {
            kind: frozenset(w for e in syntax if e.kind == kind for w in e.words)
            for kind in {e.kind for e in syntax}
        }
        self.aspects = Phrases((w, e.value) for e in syntax if e.kind == "aspect" for w in e.words)
        self.updates = Phrases((w, True) for e in syntax if e.kind == "update" for w in e.words)

    def keeps_number(self, token: Token) -> bool:
        """Whether a noun is a number (*dizaine*, *thousands*)."""
        return token.lemma.lower() in self.number_nouns or token.lower in self.number_nouns

    def is_kind(self, token: Token, kind: str) -> bool:
        """Whether a small word is of this kind, by form or lemma."""
        words = self.kinds.get(kind, frozenset())
        return token.lower in words or token.lemma.lower() in words


def words_of(resources: Traversable) -> Words:
    """Return the lookups of a language pack, by its `resources` folder (built once)."""
    key: Any = resources  # a Traversable promises no hash, though all have one
    found: Words = _words_of(key)
    return found


@lru_cache(maxsize=None)
def _words_of(resources: Any) -> Words:
    return Words(resources)
