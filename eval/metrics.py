"""Matching of spans and relations, as data/README.md of the development data defines it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

__all__ = ["Counts", "Row", "bootstrap", "characters", "iou", "match", "overlap", "upper_bound"]

Spans = Sequence[Sequence[int]]


@dataclass(slots=True)
class Row:
    """Gold, found and matched items of one document; extra tallies by name."""

    doc: str
    gold: int = 0
    found: int = 0
    matched: int = 0
    extra: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counts:
    """Precision, recall and F1 over documents."""

    gold: int
    found: int
    matched: int

    @classmethod
    def over(cls, rows: Sequence[Row]) -> Counts:
        """Add up documents."""
        return cls(sum(r.gold for r in rows), sum(r.found for r in rows), sum(r.matched for r in rows))

    @property
    def precision(self) -> float:
        """Share of the found that is gold."""
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def characters(spans: Spans) -> set[int]:
    """Return the code points spans cover."""
    return {i for start, end in spans for i in range(start, end)}


def iou(a: Spans, b: Spans) -> float:
    """Intersection over union of two sets of spans, in code points."""
    left, right = characters(a), characters(b)
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def overlap(a: Spans, b: Spans) -> bool:
    """Whether two sets of spans share a code point."""
    return any(s < f and t < e for s, e in a for t, f in b)


def match(
    gold: Sequence[dict], found: Sequence[dict], fits: Callable[[dict, dict], float]
) -> list[tuple[int, int]]:
    """Pair gold and found one to one, best fit first.

    Args:
        fits: A score above zero where the two may be paired.

    Returns:
        Index pairs (gold, found).
    """
    scored = sorted(
        ((s, g, f) for g, a in enumerate(gold) for f, b in enumerate(found) if (s := fits(a, b)) > 0),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, g, f in scored:
        if g not in used_gold and f not in used_found:
            pairs.append((g, f))
            used_gold.add(g)
            used_found.add(f)
    return pairs


def bootstrap(
    rows: Sequence[Row], of: Callable[[Sequence[Row]], float], rounds: int = 1000
) -> tuple[float, float]:
    """95 % interval of a figure by resampling documents (Efron 1979), with a fixed seed."""
    draw = random.Random(20261123)
    values = sorted(of(draw.choices(rows, k=len(rows))) for _ in range(rounds)) if rows else [0.0]
    return values[int(0.025 * len(values))], values[min(int(0.975 * len(values)), len(values) - 1)]


def upper_bound(errors: int, n: int) -> float:
    """Upper 95 % bound of a rate (Wilson 1927, one-sided z = 1.645)."""
    if not n:
        return 1.0
    z, p = 1.645, errors / n
    centre = p + z * z / (2 * n)
    spread = z * ((p * (1 - p) + z * z / (4 * n)) / n) ** 0.5
    return (centre + spread) / (1 + z * z / n)
