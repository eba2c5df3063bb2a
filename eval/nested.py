"""Chains against GUM: attributions whose content holds another attribution."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.data import jsonl
from eval.metrics import Row, iou, overlap
from eval.product import records

__all__ = ["nested_pairs"]


def nested_pairs(data: Path) -> tuple[dict[str, float], list[Row]]:
    """Score the nested pairs of GUM train.

    A pair counts as found where one of our relations lies over the inner source or cue with a
    content IoU of at least .5, and one that it is nested in lies over the outer source or cue.
    """
    rows: list[Row] = []
    for doc in jsonl(data / "attribution" / "gum.train.en.jsonl"):
        pairs = _nested(doc["attributions"])
        if not pairs:
            continue
        found = records(doc["text"], doc["lang"])
        hits = sum(_is_found(outer, inner, found) for outer, inner in pairs)
        rows.append(Row(doc["doc_id"], len(pairs), 0, hits))
    gold = sum(r.gold for r in rows)
    return {"gum.nested": sum(r.matched for r in rows) / max(1, gold), "gum.nested.n": gold}, rows


def _nested(items: list[dict[str, Any]]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [
        (outer, inner)
        for outer in items
        for inner in items
        if outer is not inner
        and inner["source_cue"]
        and all(any(s <= x and y <= e for s, e in outer["content"]) for x, y in inner["source_cue"])
    ]


def _is_found(outer: dict[str, Any], inner: dict[str, Any], found: list[dict[str, Any]]) -> bool:
    by_id = {r["id"]: r for r in found}
    for record in found:
        if not _lies_over(record, inner) or iou(record["content"], inner["content"]) < 0.5:
            continue
        above = by_id.get(record["parent"])
        while above is not None:
            if _lies_over(above, outer):
                return True
            above = by_id.get(above["parent"])
    return False


def _lies_over(record: dict[str, Any], gold: dict[str, Any]) -> bool:
    return overlap(record["cue"], gold["source_cue"]) or overlap(record["source"], gold["source_cue"])
