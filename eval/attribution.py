"""Attribution against PolNeAR (English, exhaustive) and ASFALDA (French, recall only)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.data import jsonl
from eval.metrics import Counts, Row, bootstrap, characters, iou, match, overlap
from eval.product import outermost, records

__all__ = ["asfalda", "content_fits", "fits", "polnear"]

ROLES = ("source", "cue", "content")


def polnear(data: Path, limit: int | None = None) -> tuple[dict[str, float], list[Row]]:
    """Score PolNeAR dev: match F1 (metric 1), all three right (1b), source among the matched (3)."""
    rows, three = [], []
    for n, doc in enumerate(jsonl(data / "attribution" / "polnear.dev.en.jsonl")):
        if limit is not None and n >= limit:
            break
        found = outermost(doc["text"], "en")
        gold = [g for g in doc["attributions"] if g["cue"]]
        pairs = match(gold, found, fits)
        row = Row(doc["doc_id"], len(gold), len(found), len(pairs))
        sourced = [(gold[g], found[f]) for g, f in pairs if gold[g]["source"]]
        row.extra["sourced"] = len(sourced)
        row.extra["source_right"] = sum(overlap(g["source"], f["source"]) for g, f in sourced)
        row.extra |= _characters(gold, found)
        rows.append(row)
        three.append(_all_three(doc["doc_id"], gold, found))
    f1, all_three = Counts.over(rows), Counts.over(three)
    low, high = bootstrap(rows, lambda sample: Counts.over(sample).f1)
    return {
        "polnear.match.f1": f1.f1,
        "polnear.match.f1.low95": low,
        "polnear.match.f1.high95": high,
        "polnear.match.precision": f1.precision,
        "polnear.match.recall": f1.recall,
        "polnear.three.f1": all_three.f1,
        "polnear.source.overlap": sum(r.extra["source_right"] for r in rows)
        / max(1.0, sum(r.extra["sourced"] for r in rows)),
        **{f"polnear.{role}.characters.f1": _character_f1(rows, role) for role in ROLES},
        "polnear.n": f1.gold,
    }, rows


def _characters(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, float]:
    """Count the code points each role covers in a document: gold, found, both."""
    tallies: dict[str, float] = {}
    for role in ROLES:
        wanted = characters([s for item in gold for s in item[role]])
        offered = characters([s for item in found for s in item[role]])
        tallies[f"{role}.gold"] = len(wanted)
        tallies[f"{role}.found"] = len(offered)
        tallies[f"{role}.both"] = len(wanted & offered)
    return tallies


def _character_f1(rows: list[Row], role: str) -> float:
    gold, found, both = (sum(r.extra[f"{role}.{part}"] for r in rows) for part in ("gold", "found", "both"))
    return 2 * both / max(1.0, gold + found)


def asfalda(data: Path) -> tuple[dict[str, float], list[Row]]:
    """Score ASFALDA dev: recall of speech attributions by content IoU, and negatives kept out."""
    rows: list[Row] = []
    negatives = kept_out = 0
    for doc in jsonl(data / "attribution" / "asfalda.dev.fr.jsonl"):
        gold = [g for g in doc["attributions"] if g["kind"] == "speech" and g["content"]]
        if not gold and not doc["other_sense"]:
            continue
        found = records(doc["text"], "fr")
        pairs = match(gold, found, content_fits)
        rows.append(Row(doc["doc_id"], len(gold), len(found), len(pairs)))
        for item in doc["other_sense"]:
            negatives += 1
            kept_out += not any(overlap(item["target"], f["cue"]) for f in found)
    counts = Counts.over(rows)
    low, high = bootstrap(rows, lambda sample: Counts.over(sample).recall)
    return {
        "asfalda.speech.recall": counts.recall,
        "asfalda.speech.recall.low95": low,
        "asfalda.speech.recall.high95": high,
        "asfalda.negatives.kept_out": kept_out / max(1, negatives),
        "asfalda.negatives.n": negatives,
        "asfalda.n": counts.gold,
    }, rows


def _at_least(value: float) -> float:
    return value if value >= 0.5 else 0.0


def content_fits(gold: dict[str, Any], found: dict[str, Any]) -> float:
    """Content IoU where it is at least .5, else 0; for gold without cues of our kind."""
    return _at_least(iou(gold["content"], found["content"]))


def fits(gold: dict[str, Any], found: dict[str, Any]) -> float:
    """Content IoU where the cues overlap and it is at least .5, else 0 (metric 1)."""
    return content_fits(gold, found) if overlap(gold["cue"], found["cue"]) else 0.0


def _all_three(doc: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Row:
    wanted = [g for g in gold if g["source"] and g["content"]]
    offered = [f for f in found if f["source"]]
    pairs = match(wanted, offered, lambda g, f: fits(g, f) if _source_fits(g["source"], f["source"]) else 0.0)
    return Row(doc, len(wanted), len(offered), len(pairs))


def _source_fits(a: Any, b: Any) -> bool:
    inside = any((t <= s and e <= f) or (s <= t and f <= e) for s, e in a for t, f in b)
    return inside or iou(a, b) >= 0.5
