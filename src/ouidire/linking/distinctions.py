"""Words that make another thing or another event of what otherwise reads alike.

*Twelve more people* are not the twelve, *the former governor* is not the governor, and who tried
to enter did not. The words are data (``distinctions.toml`` of the packs); their keys are shared by
all languages, so that *ancien* and *former* meet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ouidire.linking.fit import Fit
from ouidire.linking.located import Located
from ouidire.linking.words import entries_of
from ouidire.model import Role

__all__ = ["DistinctionEntry", "distinctions", "event_fit", "filler_fit"]

_WORD = re.compile(r"\w+(?:-\w+)*")
# The number of a brigade or a district (*3rd*, *3e*), which counts nothing.
_ORDINAL = re.compile(r"\b(\d{1,4})(?:st|nd|rd|th|er|re|e|ème|º)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DistinctionEntry:
    """Forms that bring in a distinction.

    Attributes:
        key: Name of the distinction, shared by all languages; a number for ordinals.
        on: ``"filler"`` or ``"event"``.
        unless_next: Words after which the form means something else.

    """

    id: str
    key: str
    on: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    unless_next: tuple[str, ...] = ()


@lru_cache(maxsize=None)
def _table(language: str, on: str) -> tuple[tuple[tuple[str, ...], str, frozenset[str]], ...]:
    found = (e for e in entries_of(language, "distinctions", DistinctionEntry) if e.on == on)
    return tuple((_split(form), e.key, frozenset(e.unless_next)) for e in found for form in e.forms)


def _split(text: str) -> tuple[str, ...]:
    return tuple(w for word in _WORD.findall(text.casefold()) for w in word.split("-"))


@lru_cache(maxsize=16384)
def distinctions(text: str, language: str, on: str) -> frozenset[str]:
    """Return the keys of the distinctions whose words stand in `text`."""
    words = _split(text)
    found = set()
    for form, key, stops in _table(language, on):
        for n in range(len(words) - len(form) + 1):
            if words[n : n + len(form)] == form and not stops & set(words[n + len(form) : n + len(form) + 1]):
                found.add(key)
    return frozenset(found)


def filler_fit(left: tuple[Located, Role], right: tuple[Located, Role]) -> Fit:
    """Compare what distinguishes two fillers: ``DISJOINT`` for two ordinals, ``OPEN`` for any other difference."""
    a, b = _of_filler(*left), _of_filler(*right)
    if a == b:
        return Fit.EQUAL
    numbers = [{k for k in keys if k.isdigit()} for keys in (a, b)]
    return Fit.DISJOINT if all(numbers) and not numbers[0] & numbers[1] else Fit.OPEN


def _of_filler(item: Located, role: Role) -> frozenset[str]:
    p, said = item.assertion.proposition, list(item.words(role.span))
    keys = distinctions("".join(said), item.language, "filler")
    for part in (p.quantity, p.time):
        if part is not None:
            for n in range(max(part.span.start, role.span.start), min(part.span.end, role.span.end)):
                said[n - role.span.start] = " "
    return keys | frozenset(_ORDINAL.findall("".join(said)))


def event_fit(left: Located, right: Located) -> Fit:
    """Compare whether an event is told as having come about: attempted, all but, or merely possible."""
    a, b = (distinctions(_without_time(x), x.language, "event") for x in (left, right))
    return Fit.EQUAL if a == b else Fit.OPEN


def _without_time(item: Located) -> str:
    """An assertion's words without its time: *in May* is no *may*."""
    span, time = item.assertion.span, item.assertion.proposition.time
    if time is None or not span.covers(time.span):
        return item.words(span)
    text = item.article.text
    return f"{text[span.start : time.span.start]}, {text[time.span.end : span.end]}"
