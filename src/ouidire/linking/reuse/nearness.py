"""Which pairs of articles are compared as texts: they share something, within the reach of a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Hashable, Sequence

from ouidire.linking.times import FAR
from ouidire.model import Extraction

__all__ = ["day_of", "near_pairs", "within_reach"]


def day_of(item: Extraction) -> int | None:
    """Return the day of publication as a proleptic ordinal; None for an undated article."""
    at = item.article.published_at
    return None if at is None else at.date().toordinal()


def within_reach(left: int | None, right: int | None) -> bool:
    """Whether two days of publication are near enough; an undated article is near all."""
    return left is None or right is None or abs(left - right) <= FAR


def near_pairs(
    items: Sequence[Extraction],
    keys: Sequence[Collection[Hashable]],
    *,
    least: int = 1,
    fresh: Container[str] | None = None,
) -> list[tuple[int, int]]:
    """Return the pairs of indices of articles that share at least `least` keys, sorted.

    A pair depends on its two articles only, so the pairs of a set are those of its parts.

    Args:
        keys: Of each article.
        fresh: Ids of articles; only pairs with one of them.

    """
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for n, held in enumerate(keys):
        for key in held:
            holders[key].append(n)
    new = [fresh is None or item.article.id in fresh for item in items]
    days = [day_of(item) for item in items]
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        for n, a in enumerate(held):
            shared.update(
                (a, b) for b in held[n + 1 :] if (new[a] or new[b]) and within_reach(days[a], days[b])
            )
    return sorted(pair for pair, many in shared.items() if many >= least)
