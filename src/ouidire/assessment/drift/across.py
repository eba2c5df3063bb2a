"""Drift between articles: copy and original, relay and origin, later and earlier of one outlet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ouidire.assessment.drift.dimensions import differences
from ouidire.assessment.drift.loaded import loaded_between
from ouidire.assessment.tellings import Telling
from ouidire.model import Drift

__all__ = ["drifts_across"]


def drifts_across(told: Sequence[Telling]) -> tuple[Drift, ...]:
    """Return the differences along the chain and over time between tellings of one claim, sorted.

    Only what the story says is compared; headlines are compared inside their article.
    """
    body = [t for t in told if not t.in_title]
    pairs = [(a, b) for a in body for b in body if _follows(a, b)]
    found = [d for a, b in pairs for d in differences(a.assertion, b.assertion)]
    found += [d for a, b in pairs for d in loaded_between((a.assertion, a.article), (b.assertion, b.article))]
    return tuple(sorted(found, key=lambda d: (d.to, d.from_, d.dimension)))


def _follows(a: Telling, b: Telling) -> bool:
    """Whether `b` is downstream of `a`, or a later telling by the same outlet."""
    if a.article.id == b.article.id:
        return False
    if a.article.id in b.copied_from:
        return True
    if a.home.key in _hops(b):
        return True
    return a.home.key == b.home.key and bool(a.date and b.date) and a.date < b.date


def _hops(telling: Telling) -> Iterable[str]:
    return {node.key for node in telling.chain}
