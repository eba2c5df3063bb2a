"""The first case: one real article with a full gold annotation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from eval.first_details import details
from eval.first_things import things
from eval.labels import CRITICAL, SHOWN_AS_SO
from eval.metrics import Row, iou, overlap
from eval.product import extraction

__all__ = ["first_case"]

PUBLISHED_AT = "2026-02-05"


def first_case(case: Path) -> tuple[dict[str, float], list[Row]]:
    """Score claims found, their labels, drifts, spans, times, quantities and equipment of the first case."""
    gold = json.loads((case / "gold.json").read_text(encoding="utf-8"))
    text = (case / "article.txt").read_text(encoding="utf-8")
    found = extraction(text, "fr", PUBLISHED_AT)
    rows = [_claim(claim, found["assertions"]) for claim in gold["claims"]]
    hits = [r for r in rows if r.found]
    right, spurious = _drifts(gold, found)
    return {
        "first.claims.found": len(hits) / len(rows),
        "first.claims.n": len(rows),
        "first.labels": sum(r.matched for r in hits) / max(1, len(hits)),
        "first.drifts.d1_d6": len(right),
        "first.drifts.spurious": spurious,
        "first.attributions.recall": _attributions(gold, found),
        "first.references": _references(gold, found),
        "first.spans.exact": float(_exact(found["assertions"], text)),
    } | things(gold, found) | details(gold, found), rows


def _claim(claim: dict[str, Any], assertions: list[dict[str, Any]]) -> Row:
    speech = bool(claim.get("is_speech_event"))
    candidates = [a for a in assertions if (a["proposition"]["family"] == "speech") == speech]
    span = [[claim["start"], claim["end"]]]
    best = max(candidates, key=lambda a: iou(span, [[a["start"], a["end"]]]), default=None)
    found = best is not None and iou(span, [[best["start"], best["end"]]]) >= 0.5
    row = Row(claim["id"], 1, int(found), int(bool(found and best and best["label"] == claim["certainty"])))
    row.extra["critical"] = claim["certainty"] in CRITICAL
    row.extra["critical_error"] = bool(
        row.extra["critical"] and found and best and best["label"] in SHOWN_AS_SO
    )
    return row


def _drifts(gold: dict[str, Any], found: dict[str, Any]) -> tuple[list[str], int]:
    claims = {c["id"]: [[c["start"], c["end"]]] for c in gold["claims"]}
    spans = {a["id"]: [[a["start"], a["end"]]] for a in found["assertions"]}
    right: set[str] = set()
    spurious: set[tuple[str, str]] = set()
    for drift in found["drifts"]:
        ids = [
            d["id"]
            for d in gold["drift"]
            if overlap(spans[drift["to"]], claims[d["stronger"]])
            and overlap(spans[drift["from"]], claims[d["weaker"]])
        ]
        right |= set(ids)
        if not ids and not _is_loaded(drift, gold):
            spurious.add((drift["from"], drift["to"]))
    return sorted(right & {f"D{n}" for n in range(1, 7)}), len(spurious)


def _is_loaded(drift: dict[str, Any], gold: dict[str, Any]) -> bool:
    """Whether a drift is one of the loaded terms, which the gold lists with the stance of the document."""
    terms = [[[t["span"]["start"], t["span"]["end"]]] for t in gold["doc"]["stance"]["loaded_terms"]]
    words = [[w["start"], w["end"]] for w in drift["words"]]
    return drift["dimension"] == "loaded_term" and any(overlap(words, term) for term in terms)


def _attributions(gold: dict[str, Any], found: dict[str, Any]) -> float:
    wanted = [a for a in gold["attributions"] if a["cue"] and a["content"]]
    hits = 0
    for item in wanted:
        cue = [[item["cue"]["start"], item["cue"]["end"]]]
        content = [[c["start"], c["end"]] for c in item["content"]]
        hits += any(
            overlap(r["cue"], cue) and iou(r["content"], content) >= 0.5 for r in found["attributions"]
        )
    return hits / len(wanted)


def _references(gold: dict[str, Any], found: dict[str, Any]) -> float:
    """Share of claim anaphors that point at (a span overlapping) the gold antecedent."""
    claims = {c["id"]: [[c["start"], c["end"]]] for c in gold["claims"]}
    spans = {a["id"]: [[a["start"], a["end"]]] for a in found["assertions"]}
    wanted = [r for r in gold["claim_refs"] if r["kind"] != "entity_anaphor"]
    hits = 0
    for item in wanted:
        anaphor = [[item["anaphor"]["start"], item["anaphor"]["end"]]]
        hits += any(
            overlap(anaphor, [[ref["start"], ref["end"]]])
            and any(
                overlap(spans[a], claims[c]) for a in ref["assertions"] for c in item["antecedent_claims"]
            )
            for ref in found["back_references"]
        )
    return hits / len(wanted)


def _exact(value: Any, text: str) -> bool:
    if isinstance(value, dict):
        if "quote" in value and text[value["start"] : value["end"]] != value["quote"]:
            return False
        return all(_exact(item, text) for item in value.values())
    if isinstance(value, list):
        return all(_exact(item, text) for item in value)
    return True
