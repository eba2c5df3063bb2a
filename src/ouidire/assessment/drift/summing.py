"""Titles that sum up several passages: what the one best match leaves over is sought once more.

A takeaway may string together what the body tells in two sentences (*they use guns and scouts*).
The words that its best match does not bear out are looked for among the other sentences about the
same actor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ouidire.model import Assertion

__all__ = ["left_over", "overlap"]

# Letters that two forms of one word share in most inflections.
STEM = 6
_LONG = re.compile(r"\w{5,40}")
# Shorter words say too little by themselves to tie two sentences together.
_TELLING = 8


def _words(text: str) -> set[str]:
    return {w[:STEM].casefold() for w in _LONG.findall(text)}


def overlap(a: str, b: str) -> float:
    """Share of the longer words of the shorter text that stand in the other, by their first letters."""
    left, right = _words(a), _words(b)
    least = min(len(left), len(right))
    return len(left & right) / least if least else 0.0


def left_over(title: Assertion, best: Assertion, story: Iterable[Assertion], text: str) -> Assertion | None:
    """Return the other assertion about the title's actor that bears out what `best` does not."""
    rest = _telling(title.span.of(text)) - _words(best.span.of(text))
    actor = _agents(title)
    scored = [
        (len(rest & _telling(one.span.of(text))), one)
        for one in story
        if one.id != best.id and actor & _agents(one) and _plain(one) and one.proposition != best.proposition
    ]
    found = [(score, one) for score, one in scored if score]
    return min(found, key=lambda f: (-f[0], f[1].span))[1] if found else None


def _telling(text: str) -> set[str]:
    return {w[:STEM].casefold() for w in _LONG.findall(text) if len(w) >= _TELLING}


def _agents(one: Assertion) -> set[str]:
    named = [r for r in one.proposition.roles if r.role == "agent"]
    return {x for r in named for x in (r.referent, r.head) if x}


def _plain(one: Assertion) -> bool:
    return one.proposition.polarity == "+" and not one.proposition.prospective
