"""The keys under which an article finds those it may have to do with, as numbers a store can look up.

Two articles are linked or compared as texts only where they share a block, a shingle, or, in two
languages, a few details. A number is 64 bits of a hash: two keys that meet by chance cost a comparison
and change nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from hashlib import blake2b

from ouidire.gazetteer import World
from ouidire.linking.blocking import blocks
from ouidire.linking.located import locate
from ouidire.linking.reuse.nearness import day_of
from ouidire.linking.reuse.translated import SHARED, details
from ouidire.linking.reuse.verbatim import shingles
from ouidire.linking.times import FAR
from ouidire.model import Extraction

__all__ = ["Marks", "marks"]


@dataclass(frozen=True, slots=True)
class Marks:
    """What an article is found by.

    Attributes:
        day: Ordinal of the day of publication; None where undated.
        reach: Days between two articles within which they may meet.
        strong: One of these in common is enough.
        weak: Of these `least` must be shared, by articles in two languages.

    """

    day: int | None
    strong: frozenset[int]
    weak: frozenset[int]
    reach: int = FAR
    least: int = SHARED


def marks(item: Extraction, world: World) -> Marks:
    """Return the marks of an article."""
    return Marks(
        day=day_of(item),
        strong=_numbers("b", blocks(locate([item], world))) | _numbers("s", shingles(item)),
        weak=_numbers("d", details(item)),
    )


def _numbers(kind: str, keys: Iterable[Hashable]) -> frozenset[int]:
    return frozenset(_number(f"{kind}\0{key!r}") for key in keys)


def _number(text: str) -> int:
    return int.from_bytes(
        blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True
    )
