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

from ouidire.extraction.places.reader import Mention
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
# Votes of unsure names that make a small town possible, and the most they weigh.
_ENOUGH = 0.5
_HINT = 1.0
# A city supports its region and country by its bare name if it is so many times the next of that name.
_DOMINANT = 10


class Senses:
    """The places the names of one article stand for."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._support = _support(mentions)
        self._hints = _hints(mentions)
        self._named = max(1.0, sum(v for k, v in self._support.items() if len(k) == 2))
        bound: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            if mention.within:
                bound[place_key(mention.name)].add(mention.within)
        self._bound = {key: min(ids) for key, ids in bound.items() if len(ids) == 1}
        self._chosen: dict[tuple[str, str, str], KnownPlace | None] = {}

    def of(self, mention: Mention) -> KnownPlace | None:
        """Return the place a mention stands for; None where it is unknown or two remain."""
        if mention.origin or (len(mention.candidates) == 1 and not mention.candidates[0].small):
            return mention.candidates[0]
        key = place_key(mention.name)
        within = mention.within or self._bound.get(key, "")
        if (key, within, mention.kind) not in self._chosen:
            rows = [row for row in mention.candidates if row.kind == mention.kind] or mention.candidates
            self._chosen[key, within, mention.kind] = self._choose(key, rows, within)
        return self._chosen[key, within, mention.kind]

    def _choose(self, key: str, rows: Sequence[KnownPlace], within: str) -> KnownPlace | None:
        if within:
            rows = [row for row in rows if within in ancestors(row.id)]
        else:
            rows = [row for row in rows if not row.small or self._is_supported(key, row)]
        weight = {row.id: self._weight(key, row) for row in rows}
        ranked = sorted(rows, key=lambda row: (-weight[row.id], row.id))
        if len(ranked) < 2:
            return ranked[0] if ranked else None
        best, second = ranked[0], ranked[1]
        if best.id in ancestors(second.id):
            return best
        if second.id in ancestors(best.id):  # a city in what bears its name: a country is the one meant
            return second if second.kind == "country" else best
        return best if weight[best.id] - weight[second.id] >= _LEAD else None

    def _is_supported(self, key: str, row: KnownPlace) -> bool:
        return any(self._support[id_] or self._hint(key, id_) >= _ENOUGH for id_ in ancestors(row.id))

    def _hint(self, key: str, id_: str) -> float:
        """How much the other names of the article that are not sure themselves speak for a region."""
        return sum(weight for name, weight in self._hints.get(id_, {}).items() if name != key)

    def _weight(self, key: str, row: KnownPlace) -> float:
        weight = _KIND.get(row.kind, log10(1000 * max(1, row.thousands)))
        if row.kind == "region" and row.small:
            weight = _KIND["region"] - 1
        for id_ in ancestors(row.id):
            count = self._support[id_]
            if not count:
                weight += min(_HINT, self._hint(key, id_))
            if count and len(id_) == 2:
                weight += _COUNTRY + _COUNTRY_SHARE * min(1.0, count / self._named)
            elif count:
                weight += _REGION + _REGION_SHARE * min(1.0, count / self._named)
        return weight


def _hints(mentions: Sequence[Mention]) -> dict[str, dict[str, float]]:
    """For each region and country, what the names that may lie in it say for it: one vote a name, shared
    among the regions its places lie in.
    """
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for mention in mentions:
        if mention.origin or _sure(mention.candidates) is not None or mention.part:
            continue
        over = {id_ for row in mention.candidates if row.kind == "city" for id_ in ancestors(row.id)}
        for whole in ([i for i in over if len(i) == 2], [i for i in over if len(i) != 2]):
            for id_ in whole:
                found[id_][place_key(mention.name)] = 1 / len(whole)
    return found


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
    if cities and not cities[0].small and not countries:
        clear = len(cities) == 1 or cities[0].thousands >= _DOMINANT * cities[1].thousands
        return cities[0] if clear else None
    return None
