"""TR-News (Kamalloo and Rafiei 2018): the place names of 118 English news articles and what they stand for.

Recognised: some place of the extraction overlaps the toponym. Resolved: its point lies within 161 km
of the gold one (100 miles, the usual bound), counted over the recognised toponyms that have gold
coordinates; an abstention is not resolved. Streets and buildings without gold coordinates count for
recognition. Adjectives of origin (*Turkish*) are toponyms in this set, and places with
``kind = "origin"`` in the product. The set does not mark every place, so precision is a lower bound.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from eval.data import jsonl
from eval.metrics import Row, bootstrap
from eval.product import extraction

__all__ = ["distance_km", "misplaced", "places"]

NEAR_KM = 161.0
"""One hundred miles."""

FAR_KM = 3000.0
"""Beyond this an error is counted as a wrong continent: no two points of one are as far apart, or hardly."""

_CLASSES = ("resolved", "not recognised", "abstained", "wrong continent", "other")


def places(data: Path) -> tuple[dict[str, float], list[Row]]:
    """Score recognition and resolution over articles."""
    rows: list[Row] = []
    for item in jsonl(data / "places" / "trnews.en.jsonl"):
        judged = list(_judged(item))
        row = Row(str(item["doc_id"]), len(judged), 0, sum(kind != "not recognised" for *_, kind in judged))
        located = [kind for gold, _, kind in judged if gold["lat"]]
        row.extra = {name: float(located.count(name)) for name in _CLASSES}
        listed = extraction(item["text"], item["lang"])["places"]
        row.found = len(listed)
        row.extra["listed right"] = float(sum(_fits(p, g) for p in listed for g in item["toponyms"]))
        rows.append(row)
    totals = Counter[str]()
    for row in rows:
        totals.update(row.extra)
    figures: dict[str, float] = {"places.recall": _recall(rows)}
    figures["places.recall.low"], figures["places.recall.high"] = bootstrap(rows, _recall)
    figures["places.resolved"] = _resolved(rows)
    figures["places.resolved.low"], figures["places.resolved.high"] = bootstrap(rows, _resolved)
    figures["places.precision"] = totals["listed right"] / max(1, sum(r.found for r in rows))
    figures |= {f"places.errors.{name.replace(' ', '_')}": int(totals[name]) for name in _CLASSES[1:]}
    figures["places.located.n"] = sum(int(totals[name]) for name in _CLASSES)
    figures["places.n"] = sum(r.gold for r in rows)
    return figures, rows


def misplaced(data: Path) -> list[str]:
    """Return the errors as lines: how often, class, words, what was found."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for item in jsonl(data / "places" / "trnews.en.jsonl"):
        for gold, place, kind in _judged(item):
            if kind != "resolved":
                seen[kind, gold["text"], str(place["referent"]) if place else ""] += 1
    return [f"  {n:3} {kind:16} {words:32} {found}" for (kind, words, found), n in seen.most_common()]


def _judged(item: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None, str]]:
    """Yield every toponym with the place that overlaps it, and how it came out."""
    found = extraction(item["text"], item["lang"])["places"]
    for gold in item["toponyms"]:
        start, end = gold["span"]
        over = [p for p in found if p["start"] < end and start < p["end"]]
        place = max(over, key=lambda p: min(p["end"], end) - max(p["start"], start), default=None)
        yield gold, place, _class(gold, place)


def _class(gold: dict[str, Any], place: dict[str, Any] | None) -> str:
    if place is None:
        return "not recognised"
    if place["lat"] is None:
        return "abstained"
    if not gold["lat"]:
        return "other"
    apart = distance_km((float(gold["lat"]), float(gold["lon"])), (place["lat"], place["lon"]))
    return "resolved" if apart <= NEAR_KM else "wrong continent" if apart > FAR_KM else "other"


def _fits(place: dict[str, Any], gold: dict[str, Any]) -> bool:
    return bool(place["start"] < gold["span"][1] and gold["span"][0] < place["end"])


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points (latitude, longitude in degrees), by the haversine formula."""
    (lat, lon), (lat_b, lon_b) = ((radians(p[0]), radians(p[1])) for p in (a, b))
    half = sin((lat_b - lat) / 2) ** 2 + cos(lat) * cos(lat_b) * sin((lon_b - lon) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))


def _recall(rows: Sequence[Row]) -> float:
    return sum(r.matched for r in rows) / max(1, sum(r.gold for r in rows))


def _resolved(rows: Sequence[Row]) -> float:
    seen = sum(sum(r.extra[name] for name in _CLASSES) - r.extra["not recognised"] for r in rows)
    return sum(r.extra["resolved"] for r in rows) / max(1.0, seen)
