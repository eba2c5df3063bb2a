"""Headlines in Title Case or CAPITALS, shown to the parser in the case running text would use.

A tagger takes *Governor Says Blast Damaged Dam* for one long name. A word the article also writes
in small letters is shown in small letters, and so is a verb of the dictionary that the article
nowhere writes with a capital in running text; the rest keep their capital: they may be names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

__all__ = ["natural", "words_in_use"]

_WORD = re.compile(r"[^\W\d_]{1,40}")
_SHARE = 0.75
"""Share of longer words with a capital from which a block counts as set in capitals."""


def words_in_use(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words the text writes in small letters, and those it writes with a capital (lower-cased).

    Lines set in capitals and the first words of lines count for nothing.
    """
    small: set[str] = set()
    names: set[str] = set()
    for line in text.splitlines():
        words = _WORD.findall(line)
        if _is_set_in_capitals(words):
            continue
        small.update(w for w in words if w.islower())
        names.update(w.lower() for w in words[1:] if w[0].isupper())
    return frozenset(small), frozenset(names - small)


def _is_set_in_capitals(words: Sequence[str]) -> bool:
    longer = [w for w in words if len(w) > 3 and w[:1].isalpha()]
    return len(longer) >= 3 and sum(w[:1].isupper() for w in longer) >= _SHARE * len(longer)


def natural(words: Sequence[str], is_small: Callable[[str], bool]) -> list[str]:
    """Return the words as running text would write them; unchanged unless most have a capital.

    Args:
        is_small: Whether running text writes a lower-case word without a capital.

    """
    if not _is_set_in_capitals(words):
        return list(words)
    longer = [w for w in words if len(w) > 3 and w[:1].isalpha()]
    shouted = sum(w.isupper() for w in longer) >= _SHARE * len(longer)
    shown: list[str] = []
    for i, word in enumerate(words):
        if not word[:1].isupper():
            shown.append(word)
        elif is_small(word.lower()):
            shown.append(word.capitalize() if i == 0 else word.lower())
        else:
            shown.append(word.capitalize() if shouted and len(word) > 4 else word)
    return shown
