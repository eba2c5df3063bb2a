"""The same words: a long sentence that stands in two articles says the same thing in both.

Propositions hold what extraction understood of a sentence; where the words themselves are one, so
is what they say, provided that neither the day nor a place or a person tells them apart. Short
sentences (*he declined to comment*) stand in any story and tell nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ouidire.linking.fit import Fit
from ouidire.linking.located import Located
from ouidire.linking.names import names_in
from ouidire.linking.places import place_aspect
from ouidire.linking.roles import role_aspects
from ouidire.linking.setting import share_setting
from ouidire.linking.times import reach, time_aspect
from ouidire.linking.words import small_words

__all__ = ["is_apart", "is_one_sentence", "said", "spelled"]

# Words with meaning that a sentence needs before its wording is its own (LANGUAGE.md section 5).
LONG = 8

_WORD = re.compile(r"\w+")

Words = tuple[str, ...]


@lru_cache(maxsize=65536)
def _words(text: str) -> Words:
    return tuple(word.casefold() for word in _WORD.findall(text))


def spelled(item: Located) -> tuple[bool, Words]:
    """Return whether an assertion is an act of speech, and its folded words."""
    return item.assertion.proposition.family == "speech", _words(item.words(item.assertion.span))


def said(item: Located) -> Words:
    """Return the folded words of a long sentence; empty for one too short to be known by them."""
    words = _words(item.words(item.assertion.sentence))
    small = small_words(item.language)
    telling = sum((len(w) > 3 or w.isdigit()) and w not in small for w in words)
    return words if telling >= LONG else ()


def _placed(item: Located) -> tuple[int, tuple[bool, Words]]:
    """Where in its sentence an assertion stands, counted in words, and its own words."""
    sentence, span = item.assertion.sentence, item.assertion.span
    before = item.article.text[sentence.start : max(sentence.start, span.start)]
    return len(_words(before)), spelled(item)


def is_one_sentence(a: Located, b: Located) -> bool:
    """Whether two articles of one time have an assertion in one long sentence, word for word.

    The sentence must itself name or count something, or the stories be set in one place: there
    are sentences that fit every fire.
    """
    if a.language != b.language or a.article.id == b.article.id or not said(a) or said(a) != said(b):
        return False
    if _placed(a) != _placed(b) or is_apart(a, b):
        return False
    if a.published is None or b.published is None:
        return False
    if abs(a.published - b.published) > min(reach(a), reach(b)):
        return False
    return _names_something(a) or share_setting(a.setting, b.setting)


def _names_something(item: Located) -> bool:
    sentence = item.words(item.assertion.sentence)
    return any(c.isdigit() for c in sentence) or bool(names_in(sentence.partition(" ")[2]))


def is_apart(a: Located, b: Located) -> bool:
    """Whether day, place or a participant says that two assertions are of two events."""
    aspects = (time_aspect(a, b), place_aspect(a, b), *role_aspects(a, b))
    one, other = a.assertion.proposition, b.assertion.proposition
    return one.polarity != other.polarity or any(x.fit is Fit.DISJOINT for x in aspects)
