"""Noun classes and scope words, from the language packs' lexicons (``heads``, ``scopes``)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from ouidire import languages
from ouidire.errors import LanguageError
from ouidire.lexicon import load_entries
from ouidire.linking.classes import nested
from ouidire.linking.fit import Fit
from ouidire.linking.names import names_in

__all__ = [
    "HeadEntry",
    "LightEntry",
    "Scope",
    "ScopeEntry",
    "class_fit",
    "content_words",
    "entries_of",
    "head_class",
    "proper",
    "scope_of",
    "small_words",
]

T = TypeVar("T")


class Scope(StrEnum):
    """How much of what a noun phrase names is meant."""

    ALL = "all"
    SOME = "some"
    PART = "part"
    NONE = "none"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class HeadEntry:
    """A class of nouns; `class_` is a dotted path shared by all languages."""

    id: str
    class_: str
    lemmas: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScopeEntry:
    """Words a noun phrase of this scope begins with."""

    id: str
    scope: Scope
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LightEntry:
    """Forms of auxiliaries."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@lru_cache(maxsize=None)
def _heads(language: str) -> dict[str, str]:
    return {lemma: e.class_ for e in entries_of(language, "heads", HeadEntry) for lemma in e.lemmas}


@lru_cache(maxsize=None)
def _scopes(language: str) -> tuple[tuple[str, Scope], ...]:
    forms = {(f, e.scope) for e in entries_of(language, "scopes", ScopeEntry) for f in e.forms}
    order = list(Scope)
    return tuple(sorted(forms, key=lambda pair: (-len(pair[0]), order.index(pair[1]), pair[0])))


def entries_of(language: str, name: str, as_: type[T]) -> tuple[T, ...]:
    """Return the entries of a pack's lexicon; none where no pack or no file is there."""
    try:
        pack = languages.load(language.partition("-")[0])
    except LanguageError:
        return ()
    return load_entries(pack.resources / "lexicon" / f"{name}.toml", as_)


def _plain(text: str) -> str:
    return text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def head_class(head: str, language: str) -> str:
    """Return the class of a head: extraction's own class, the lexicon's, or else the word itself."""
    return _heads(language).get(_plain(head), head)


def class_fit(left: tuple[str, str], right: tuple[str, str]) -> Fit:
    """Compare two (head, language) pairs; unlike words are ``OPEN``, never disjoint."""
    return nested(head_class(*left), head_class(*right))


@lru_cache(maxsize=16384)
def scope_of(phrase: str, language: str) -> Scope:
    """Return how much of what it names a noun phrase means, by the words it begins with."""
    text = _plain(phrase) + " "
    for form, scope in _scopes(language):
        if text.startswith(form) and (form.endswith("'") or not text[len(form)].isalnum()):
            return scope
    return Scope.BARE


@lru_cache(maxsize=None)
def small_words(language: str) -> frozenset[str]:
    """Return words that mean little alone: articles and quantifiers, auxiliaries."""
    light = {form for entry in entries_of(language, "auxiliaries", LightEntry) for form in entry.forms}
    return frozenset(word for form, _ in _scopes(language) for word in form.split()) | light


def proper(phrase: str, head: str, language: str, *, begins: bool = False) -> tuple[str, ...]:
    """Return the names in a noun phrase: its capitalised words, without its own noun and articles.

    Args:
        begins: Whether the phrase begins a sentence, so that its first capital means nothing.

    """
    first, _, rest = phrase.partition(" ")
    plain = begins or first.casefold() in small_words(language)
    own = head_class(head, language)
    names = names_in(rest if plain else phrase)
    return tuple(n for n in names if not own or not _is_noun(n, own, language))


def _is_noun(name: str, class_: str, language: str) -> bool:
    """Whether a capitalised word is the noun itself (*Hestrel Dam*); classes are named in the plural."""
    return head_class(name, language) == class_ or class_.startswith(name.removesuffix("y"))


@lru_cache(maxsize=16384)
def content_words(phrase: str, language: str) -> frozenset[str]:
    """Return the folded words of a phrase that carry meaning: longer than three letters, no scope word."""
    small = small_words(language)
    words = "".join(c if c.isalnum() else " " for c in _plain(phrase)).split()
    return frozenset(word.rstrip("s") for word in words if len(word) > 3 and word not in small)
