"""Patterns over tokens: the small language in which the certainty lexicons are written.

A pattern is a row of elements divided by spaces. An element is alternatives divided by ``|``, then an
optional ``@UPOS``, then optional features ``{Fin,Past}`` (values, all of which must be there), then
an optional ``?``. An alternative is a form in lower case, ``=lemma``, or ``*`` for any token.
``…N`` is a gap of at most N tokens that crosses no full stop, colon or semicolon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from ouidire.errors import LexiconError
from ouidire.languages import Token

__all__ = ["Pattern", "PatternIndex", "compile_pattern"]

_ELEMENT = re.compile(r"^(?P<words>[^@{}?]+)(?:@(?P<upos>[A-Z|]+))?(?:\{(?P<feats>[\w,]+)\})?(?P<opt>\?)?$")
_GAP = re.compile(r"^…(?P<n>\d{1,2})$")
_WALLS = frozenset(".:;!?")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Element:
    forms: frozenset[str]
    lemmas: frozenset[str]
    any_word: bool
    upos: frozenset[str]
    feats: frozenset[str]
    optional: bool
    gap: int = 0

    def fits(self, token: Token) -> bool:
        """Whether a token is what this element asks for."""
        if self.upos and token.upos not in self.upos:
            return False
        if self.feats and not self.feats <= set(token.feats.values()):
            return False
        return (
            self.any_word
            or token.lower in self.forms
            or bool(self.lemmas and token.lemma.lower() in self.lemmas)
        )


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    Attributes:
        asked: For each element after the first that must be there and names words, those words.

    """

    elements: tuple[_Element, ...]
    asked: tuple[frozenset[str], ...] = ()

    def possible(self, words: frozenset[str]) -> bool:
        """Whether a sentence with these words, in lower case as written and as lemmas, may hold it at all."""
        return not any(element.isdisjoint(words) for element in self.asked)

    def match(self, tokens: tuple[Token, ...], at: int) -> int | None:
        """Return the position after the shortest match that starts at `at`; None where there is none."""
        return _match(self.elements, tokens, 0, at)


class PatternIndex(Generic[T]):
    """Patterns with what they stand for, by the form or lemma they start with."""

    def __init__(self, rows: Iterable[tuple[T, Pattern]]) -> None:
        self._forms: dict[str, list[tuple[int, T, Pattern]]] = {}
        self._lemmas: dict[str, list[tuple[int, T, Pattern]]] = {}
        self._open: list[tuple[int, T, Pattern]] = []
        for rank, (value, pattern) in enumerate(rows):
            row = (rank, value, pattern)
            first = pattern.elements[0]
            if first.any_word or first.optional or first.gap:
                self._open.append(row)
                continue
            for form in sorted(first.forms):
                self._forms.setdefault(form, []).append(row)
            for lemma in sorted(first.lemmas):
                self._lemmas.setdefault(lemma, []).append(row)

    def starting(self, token: Token) -> Sequence[tuple[int, T, Pattern]]:
        """Return the rows (rank, value, pattern) that may start at a token, lowest rank first."""
        by_form = self._forms.get(token.lower, ())
        by_lemma = self._lemmas.get(token.lemma.lower(), ())
        if not by_form and not by_lemma:
            return self._open  # nearly always, and nearly always empty
        return sorted([*by_form, *by_lemma, *self._open], key=_rank)


def _rank(row: tuple[int, object, Pattern]) -> int:
    return row[0]


def _match(elements: tuple[_Element, ...], tokens: tuple[Token, ...], n: int, at: int) -> int | None:
    if n == len(elements):
        return at
    element = elements[n]
    if element.gap:
        for skipped in range(element.gap + 1):
            if at + skipped > len(tokens):
                return None
            if skipped and tokens[at + skipped - 1].text in _WALLS:
                return None
            end = _match(elements, tokens, n + 1, at + skipped)
            if end is not None:
                return end
        return None
    if at < len(tokens) and element.fits(tokens[at]):
        end = _match(elements, tokens, n + 1, at + 1)
        if end is not None:
            return end
    return _match(elements, tokens, n + 1, at) if element.optional else None


@lru_cache(maxsize=None)
def compile_pattern(source: str) -> Pattern:
    """Compile a pattern.

    Raises:
        LexiconError: The pattern does not follow the grammar of this module.

    """
    elements = tuple(_element(part, source) for part in source.split())
    asked = (e.forms | e.lemmas for e in elements[1:] if not (e.any_word or e.optional or e.gap))
    return Pattern(elements, tuple(asked))


def _element(part: str, source: str) -> _Element:
    gap = _GAP.match(part)
    if gap:
        none: frozenset[str] = frozenset()
        return _Element(none, none, False, none, none, False, int(gap["n"]))
    match = _ELEMENT.match(part)
    if match is None:
        raise LexiconError(f"not a pattern element: {part!r}", where=source)
    words = match["words"].split("|")
    return _Element(
        forms=frozenset(w for w in words if not w.startswith("=") and w != "*"),
        lemmas=frozenset(w[1:] for w in words if w.startswith("=")),
        any_word="*" in words,
        upos=frozenset((match["upos"] or "").split("|")) - {""},
        feats=frozenset((match["feats"] or "").split(",")) - {""},
        optional=bool(match["opt"]),
    )
