"""Claim pairs: how two statements relate, and whether differing ones are merged."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

from eval.metrics import Row
from ouidire.engine.relating import Statement, relate_texts

__all__ = ["claim_pairs"]

PUBLISHED_AT = datetime(2025, 5, 7, tzinfo=UTC)


def claim_pairs(data: Path, languages: tuple[str, ...] = ("en", "fr")) -> tuple[dict[str, float], list[Row]]:
    """Score the relation of each pair; a false merge is SAME where the gold says otherwise."""
    rows: list[Row] = []
    false_merges = 0
    with (data / "language" / "claim_pairs.tsv").open(encoding="utf-8") as lines:
        for item in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if item["lang_a"] not in languages or item["lang_b"] not in languages:
                continue
            sides = [
                Statement(text=item[side], language=item[f"lang_{side}"], published_at=PUBLISHED_AT)
                for side in ("a", "b")
            ]
            relation = relate_texts(*sides).relation.value
            rows.append(Row(item["id"], 1, 1, int(relation == item["relation"])))
            false_merges += relation == "SAME" and item["relation"] != "SAME"
    return {
        "pairs.accuracy": sum(r.matched for r in rows) / max(1, len(rows)),
        "pairs.false_merges": false_merges,
        "pairs.n": len(rows),
    }, rows
