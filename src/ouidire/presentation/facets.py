"""By what claims can be narrowed down, and how many of those at hand there are of each."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ouidire.presentation.view import ClaimView

__all__ = ["KINDS", "Facet", "Facets", "Values", "values_of"]

KINDS = ("outlet", "language", "actor", "place", "month")
"""Kinds of values that come from the articles, in the order shown; label and status are the claim's own."""

Values = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """A value and how many claims have it."""

    value: str
    n: int


def values_of(view: ClaimView) -> Values:
    """Return kind and value of all that a claim can be narrowed down by, each once."""
    found: dict[tuple[str, str], None] = {}
    for item in view.occurrences:
        article = item.article
        if article.outlet:
            found["outlet", article.outlet] = None
        found["language", article.language] = None
        if article.published_at:
            found["month", f"{article.published_at:%Y-%m}"] = None
        for relay in item.assertion.attribution.chain if item.assertion.attribution else ():
            source = relay.source
            if source.name or len(source.spans) == 1:
                found["actor", source.name or " ".join(source.spans[0].of(article.text).split())] = None
        if place := item.assertion.proposition.place:
            found["place", " ".join(place.span.of(article.text).split())] = None
    return tuple(found)


class Facets:
    """What every claim can be narrowed down by, kept as numbers so that thousands are counted at once."""

    def __init__(self, views: Iterable[ClaimView]) -> None:
        numbers: dict[tuple[str, str], int] = {}
        self._of = {
            view.claim.id: tuple(numbers.setdefault(value, len(numbers)) for value in values_of(view))
            for view in views
        }
        self._values = tuple(numbers)

    def counted(self, ids: Iterable[str], most: int = 12) -> dict[str, Sequence[Facet]]:
        """Return for each kind the values of the claims `ids`, those of most claims first; months in order.

        Args:
            most: So many of each kind; months are all there.

        """
        counts = Counter(itertools.chain.from_iterable(self._of.get(id_, ()) for id_ in ids))
        found: dict[str, list[Facet]] = {kind: [] for kind in KINDS}
        for number, n in counts.items():
            kind, value = self._values[number]
            found[kind].append(Facet(value, n))
        for kind, facets in found.items():
            if kind == "month":
                facets.sort(key=lambda facet: facet.value)
            else:
                facets.sort(key=lambda facet: (-facet.n, facet.value))
                del facets[most:]
        return dict(found)
