"""Headlines in Title Case or CAPITALS, shown to the parser in the case running text would use.

A tagger takes *Governor Says Blast Damaged Dam* for one long name. A word the article also writes
in small letters is shown in small letters; the rest keep their capital, since they may be names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["natural", "small_words"]

_SMALL = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,40}(?![^\W\d_])")
_SHARE = 0.75
"""Share of longer words with a capital from which a block counts as set in capitals."""


def small_words(text: str) -> frozenset[str]:
    """Return the words that occur in small letters somewhere in the text."""
    return frozenset(w for w in _SMALL.findall(text) if w.islower())


def natural(words: Sequence[str], small: frozenset[str]) -> list[str]:
    """Return the words as running text would write them; unchanged unless most have a capital.

    Args:
        small: Words known to be written in small letters.

    """
    letters = [w for w in words if w[:1].isalpha()]
    longer = [w for w in letters if len(w) > 3]
    capital = [w for w in longer if w[:1].isupper()]
    if len(longer) < 3 or len(capital) < _SHARE * len(longer):
        return list(words)
    shouted = sum(w.isupper() for w in longer) >= _SHARE * len(longer)
    shown: list[str] = []
    for i, word in enumerate(words):
        if not word[:1].isupper():
            shown.append(word)
        elif word.lower() in small:
            shown.append(word.capitalize() if i == 0 else word.lower())
        else:
            shown.append(word.capitalize() if shouted and len(word) > 4 else word)
    return shown
