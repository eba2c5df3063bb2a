"""Lists of capitalised names, as they stand in bylines, credits and datelines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ouidire.segmentation.entries import Vocabulary
from ouidire.text import fold

__all__ = ["NameList", "is_capitalised", "name_list"]

_WORD = re.compile(r"\w[\w'\u2019.&\u2010\u2011-]{0,40}")
_COMMA = re.compile(r"\s{0,3}[,/&;+]\s{0,3}")
_SPACE = re.compile(r"\s{1,3}")
_MAX_NAMES = 8
_MAX_WORDS = 6


@dataclass(frozen=True, slots=True)
class NameList:
    """Names and the offset after the last of them."""

    names: tuple[str, ...]
    end: int


def is_capitalised(word: str) -> bool:
    """Whether a word starts with a capital, or holds one (*eNCA*)."""
    return any(char.isupper() or char.istitle() for char in word[:2])


def name_list(text: str, at: int, words: Vocabulary) -> NameList | None:
    """Read names from offset `at`: ``l'AFP, Reuters et la Presse du Large``.

    Returns:
        None where no name starts there.

    """
    names: list[str] = []
    end = at
    while len(names) < _MAX_NAMES:
        found = _name(text, at, words)
        if found is None:
            break
        name, end = found
        names.append(name)
        separator = _separator(text, end, words)
        if separator is None:
            break
        at = separator
    return NameList(tuple(names), end) if names else None


def _name(text: str, at: int, words: Vocabulary) -> tuple[str, int] | None:
    """Read one name, its determiner skipped; words inside it may be linkers (*de*, *of*)."""
    at = _after_determiner(text, at, words)
    linkers = words.words("linker")
    start = end = at
    count = 0
    while count < _MAX_WORDS:
        match = _WORD.match(text, at)
        if not match:
            break
        word = match.group().rstrip(".'\u2019") if match.end() < len(text) or count else match.group()
        word = word.rstrip(".") if not _is_abbreviation(word) else word
        if is_capitalised(word):
            end = at + len(word)
        elif not (count and fold(word) in linkers):
            break
        count += 1
        space = _SPACE.match(text, at + len(word))
        if not space:
            break
        at = space.end()
    return (text[start:end], end) if end > start else None


def _is_abbreviation(word: str) -> bool:
    return len(word) > 2 and word.count(".") > 1  # A.F.P.


def _after_determiner(text: str, at: int, words: Vocabulary) -> int:
    low = fold(text[at : at + 40])
    for word in sorted(words.words("determiner"), key=lambda w: (-len(w), w)):
        if low.startswith(word) and not any(char.isupper() for char in text[at + 1 : at + len(word)]):
            if word.endswith("'"):
                return at + len(word)
            space = _SPACE.match(text, at + len(word))
            if space:
                return space.end()
    return at


def _separator(text: str, at: int, words: Vocabulary) -> int | None:
    comma = _COMMA.match(text, at)
    space = _SPACE.match(text, comma.end() if comma else at)
    after = space.end() if space else comma.end() if comma else at
    match = _WORD.match(text, after)
    if match and fold(match.group()) in words.words("joiner") and (space or comma):
        gap = _SPACE.match(text, match.end())
        return gap.end() if gap else None
    return comma.end() if comma else None
