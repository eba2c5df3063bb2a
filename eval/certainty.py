"""Certainty of events: MEANTIME (four classes) and UDS-IH2 (a scale from -3 to 3), both English.

Both data sets annotate single predicates; the product answers per clause. A predicate gets the
answer of the shortest assertion that covers it; one that no assertion covers counts as the most
frequent class, so that silence earns nothing over the baseline.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from eval.data import jsonl
from eval.metrics import Row
from eval.product import extraction

__all__ = ["meantime", "uds"]

POSITIVE, NEGATIVE, UNCERTAIN, OPEN = "certain+", "certain-", "possible/probable", "underspecified"

CLASSES = {
    "POSSIBLE": UNCERTAIN,
    "PROBABLE": UNCERTAIN,
    "HEDGED_REPORTED": UNCERTAIN,
    "DOUBTED": UNCERTAIN,
    "NON_ASSERTED": UNCERTAIN,
    "DENIED": NEGATIVE,
    "HYPOTHETICAL": OPEN,
    "QUESTION": OPEN,
    "UNDISCLOSED": OPEN,
    "UNVERIFIED": OPEN,
    "NORMATIVE": OPEN,
}
"""Class by label; the labels that are not named here hold the event for certain."""

HELD = {"CT+": POSITIVE, "CT-": NEGATIVE, "Uu": OPEN, "CTu": OPEN}
"""Class by what the first speaker stands for; the values that are not named here leave it uncertain."""

SCALE = {POSITIVE: 3.0, NEGATIVE: -3.0, UNCERTAIN: 1.0, OPEN: 0.0}
"""UDS asks whether the event has happened or is happening."""


def meantime(data: Path) -> tuple[dict[str, float], list[Row]]:
    """Score MEANTIME dev: macro-F1 over the four classes, and the baseline that calls all certain."""
    pairs: list[tuple[str, str]] = []
    rows: list[Row] = []
    for doc in jsonl(data / "certainty" / "meantime.dev.en.jsonl"):
        asked = [e for e in doc["events"] if e.get("certainty")]
        found = extraction(doc["text"], doc["lang"], _iso(doc["dct"]))["assertions"]
        here = [(_gold(e), _class(found, e["span"])) for e in asked]
        rows.append(Row(doc["doc_id"], len(here), len(here), sum(g == f for g, f in here)))
        pairs += here
    return {
        "meantime.macro_f1": _macro(pairs),
        "meantime.baseline": _macro([(g, POSITIVE) for g, _ in pairs]),
        "meantime.accuracy": sum(g == f for g, f in pairs) / max(1, len(pairs)),
        "meantime.n": len(pairs),
    }, rows


def uds(data: Path) -> tuple[dict[str, float], list[Row]]:
    """Score UDS-IH2 dev: Pearson correlation of the value of the class with the annotated mean."""
    gold: list[float] = []
    found: list[float] = []
    for item in jsonl(data / "certainty" / "uds.dev.en.jsonl"):
        assertions = extraction(item["text"], "en")["assertions"]
        for target in item["targets"]:
            gold.append(target["label"])
            found.append(_happened(assertions, target["span"]))
    return {"uds.pearson": _pearson(gold, found), "uds.n": len(gold)}, []


def _happened(assertions: list[dict[str, Any]], span: list[int]) -> float:
    """Return the value of the class of a predicate.

    What is only expected has not happened, nor has it not; what a speaker hopes, fears or asks for counts
    as far as he stands for it.
    """
    over = _shortest(assertions, span)
    if over is not None and over["label"] == "EXPECTED":
        return SCALE[OPEN]
    if over is not None and over["label"] == "ATTRIBUTED":
        speaker = next((c["factuality"] for c in over["commitments"] if c["holder"] == 0), "CT+")
        return SCALE[HELD.get(speaker, UNCERTAIN)]
    return SCALE[_class(assertions, span)]


def _iso(day: str | None) -> str | None:
    """Return the day, or None where the data set has none or wrote it the other way round."""
    return day if day and re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) else None


def _gold(event: dict[str, Any]) -> str:
    if event["certainty"] in ("POSSIBLE", "PROBABLE"):
        return UNCERTAIN
    if event["certainty"] == "UNDERSPECIFIED":
        return OPEN
    return NEGATIVE if event["polarity"] == "NEG" else POSITIVE


def _shortest(assertions: list[dict[str, Any]], span: list[int]) -> dict[str, Any] | None:
    over = [a for a in assertions if a["start"] <= span[0] and span[1] <= a["end"]]
    return min(over, key=lambda a: a["end"] - a["start"], default=None)


def _class(assertions: list[dict[str, Any]], span: list[int]) -> str:
    shortest = _shortest(assertions, span)
    if shortest is None:
        return POSITIVE
    kind = CLASSES.get(shortest["label"], POSITIVE)
    negated = shortest["proposition"]["polarity"] == "-"
    return NEGATIVE if kind == POSITIVE and negated else kind


def _macro(pairs: list[tuple[str, str]]) -> float:
    right = Counter(g for g, f in pairs if g == f)
    gold, found = Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
    return sum(2 * right[c] / (gold[c] + found[c]) for c in gold) / max(1, len(gold))


def _pearson(xs: list[float], ys: list[float]) -> float:
    n = len(xs)
    mx, my = sum(xs) / n, sum(ys) / n
    over = sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True))
    under = (sum((x - mx) ** 2 for x in xs) * sum((y - my) ** 2 for y in ys)) ** 0.5
    return over / under if under else 0.0
