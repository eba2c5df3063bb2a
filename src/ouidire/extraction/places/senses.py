"""Choose which place of a name an article means, by what else it names; no guess where two stay close.

The evidence: how big a place is (log10 of its inhabitants), whether its country and its region are
named in the article and how often among all that are (after Leidner 2007 and Rauch et al. 2003), and
the region or country right after the name, which decides alone. One name has one sense in an
article (Gale et al. 1992), but for a name whose own region stands beside it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log10

from ouidire.extraction.places.mentions import Mention
from ouidire.gazetteer.places import ancestors, place_key
from ouidire.gazetteer.towns import KnownPlace

__all__ = ["Senses"]

# Weights of the evidence in powers of ten of inhabitants: a place whose region is named outweighs
# one some hundred times its size that nothing else in the article supports.
_REGION = 1.2
_REGION_SHARE = 1.0
_COUNTRY = 0.7
_COUNTRY_SHARE = 1.3
# What a place that has no count of inhabitants weighs.
_KIND = {"country": 7.0, "area": 6.8, "region": 5.6}
# The best must lead by this much; below it two remain, and none is chosen.
_LEAD = 0.45
# A city this big supports its region and country by its bare name.
_GREAT = 300
_DOMINANT = 10


class Senses:
    """The places the names of one article stand for."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._support = _support(mentions)
        self._named = max(1.0, sum(v for k, v in self._support.items() if len(k) == 2))
        bound: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            if mention.within:
                bound[place_key(mention.name)].add(mention.within)
        self._bound = {key: min(ids) for key, ids in bound.items() if len(ids) == 1}
        self._chosen: dict[tuple[str, str], KnownPlace | None] = {}

    def of(self, mention: Mention) -> KnownPlace | None:
        """Return the place a mention stands for; None where it is unknown or two remain."""
        if mention.origin or len(mention.candidates) == 1 and not mention.candidates[0].small:
            return mention.candidates[0]
        key = place_key(mention.name)
        within = mention.within or self._bound.get(key, "")
        if (key, within) not in self._chosen:
            self._chosen[key, within] = self._choose(mention.candidates, within)
        return self._chosen[key, within]

    def _choose(self, rows: Sequence[KnownPlace], within: str) -> KnownPlace | None:
        rows = [row for row in rows if not row.small or within or self._is_supported(row)]
        if within:
            inside = [row for row in rows if within in ancestors(row.id)]
            rows = inside or rows
        ranked = sorted(rows, key=lambda row: (-self._weight(row), row.id))
        if len(ranked) < 2:
            return ranked[0] if ranked else None
        best, second = ranked[0], ranked[1]
        if best.id in ancestors(second.id) or second.id in ancestors(best.id):
            return best  # a city and the region around it: the text means one or both
        return best if self._weight(best) - self._weight(second) >= _LEAD else None

    def _is_supported(self, row: KnownPlace) -> bool:
        return any(self._support[id_] for id_ in ancestors(row.id))

    def _weight(self, row: KnownPlace) -> float:
        weight = _KIND.get(row.kind, log10(1000 * max(1, row.thousands)))
        if row.kind == "region" and row.small:
            weight = _KIND["region"] - 1
        for id_ in ancestors(row.id):
            count = self._support[id_]
            if count and len(id_) == 2:
                weight += _COUNTRY + _COUNTRY_SHARE * min(1.0, count / self._named)
            elif count:
                weight += _REGION + _REGION_SHARE * min(1.0, count / self._named)
        return weight


def _support(mentions: Sequence[Mention]) -> Counter[str]:
    """Count how often each country and region is named, by names that stand for nothing else."""
    found: Counter[str] = Counter()
    for mention in mentions:
        rows = mention.candidates
        sure = _sure(rows)
        if sure is None:
            continue
        weight = 0.5 if sure.kind == "city" else 1.0
        for id_ in {sure.id, *ancestors(sure.id)}:
            if id_.startswith(("gn:", "fips:")):
                continue
            found[id_] += weight  # type: ignore[assignment]
    return found


def _sure(rows: Sequence[KnownPlace]) -> KnownPlace | None:
    """The place of a name that can hardly stand for another: a country, a region alone, a great city."""
    known = [row for row in rows if not row.small]
    countries = [row for row in known if row.kind == "country"]
    if len(countries) == 1 and len(known) == 1:
        return countries[0]
    if len(known) == 1 and known[0].kind in {"region", "area"}:
        return known[0]
    cities = sorted((row for row in rows if row.kind == "city"), key=lambda row: -row.thousands)
    if cities and cities[0].thousands >= _GREAT and not countries:
        clear = len(cities) == 1 or cities[0].thousands >= _DOMINANT * cities[1].thousands
        return cities[0] if clear else None
    return None
