"""From scores to relations: which candidates stand, what a relation is worth, where to cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from eval.attribution import fits
from eval.metrics import Counts, Row, match, overlap

__all__ = ["added", "best_cut", "chosen", "labels", "row"]

Relation = dict[str, Any]


def labels(gold: Sequence[Relation], found: Sequence[Relation]) -> list[int]:
    """Return 1 for each found relation that fits some gold one, else 0."""
    return [int(any(fits(g, f) > 0 for g in gold)) for f in found]


def chosen(found: Sequence[Relation], scores: Sequence[float], cut: float) -> list[Relation]:
    """Return relations scored at or above the cut, best first, no two cues overlapping, none inside another."""
    ranked = sorted(range(len(found)), key=lambda n: (-scores[n], n))
    kept: list[Relation] = []
    for n in ranked:
        one = found[n]
        if scores[n] < cut:
            break
        if not any(overlap(one["cue"], k["cue"]) or overlap(one["cue"], k["content"]) for k in kept):
            kept.append(one)
    return kept


def added(grammar: Sequence[Relation], extra: Sequence[Relation]) -> list[Relation]:
    """Return the grammar's relations and those extra ones whose cue meets none of them."""
    free = [e for e in extra if not any(overlap(e["cue"], g["cue"] + g["content"]) for g in grammar)]
    return [*grammar, *free]


def row(doc: str, gold: Sequence[Relation], found: Sequence[Relation]) -> Row:
    """Return gold, found and matched of one document."""
    return Row(doc, len(gold), len(found), len(match(gold, found, fits)))


def best_cut(of: Callable[[float], Sequence[Row]]) -> float:
    """Return the cut of the grid .05 … .95 with the best F1 (the lowest of equals)."""
    grid = [n / 20 for n in range(1, 20)]
    return max(grid, key=lambda cut: (Counts.over(of(cut)).f1, -cut))
