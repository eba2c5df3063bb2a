"""The words the conditional cascade asks about, by the part they play."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ouidire.extraction.patterns import compile_pattern
from ouidire.languages import Analysis, LanguagePack
from ouidire.lexicon import load_entries

__all__ = ["ConditionalEntry", "Part", "present", "words_of"]


class Part(StrEnum):
    """What a word does to a conditional."""

    POSSIBLE = "possible"
    EXPECTED = "expected"
    DEONTIC = "deontic"
    WISH = "wish"
    SEEM = "seem"
    HAVE = "have"
    BE = "be"
    MOVED = "moved"
    EVALUATION = "evaluation"
    CONNECTIVE = "connective"
    PERHAPS = "perhaps"
    FRAME = "frame"
    PROJECTION = "projection"
    ANAPHOR = "anaphor"
    INDEFINITE = "indefinite"
    ONGOING = "ongoing"
    CONSEQUENCE = "consequence"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionalEntry:
    """Words that decide, or help decide, what a conditional stands for."""

    id: str
    part: Part
    patterns: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@lru_cache(maxsize=None)
def words_of(pack: LanguagePack, part: Part) -> tuple[str, ...]:
    """Return the patterns of a pack that play a part."""
    found = load_entries(pack.resources / "lexicon" / "conditional.toml", ConditionalEntry)
    return tuple(p for entry in found if entry.part is part for p in entry.patterns)


def present(analysis: Analysis, tokens: tuple[int, ...], patterns: tuple[str, ...]) -> int | None:
    """Return the first token at which one of some patterns matches inside `tokens`; None where none does."""
    row = tuple(analysis.tokens[i] for i in tokens)
    for at in range(len(row)):
        for source in patterns:
            end = compile_pattern(source).match(row, at)
            if end is not None and end > at:
                return tokens[at]
    return None
