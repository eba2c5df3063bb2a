"""French conditionals in context: hearsay against the rest, and what is shown of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from eval.data import jsonl
from eval.metrics import Counts, Row
from eval.product import extraction

__all__ = ["HEARSAY", "shortest", "wikinews"]

HEARSAY = "hearsay"


def wikinews(data: Path) -> tuple[dict[str, float], list[Row]]:
    """Score the 76 Wikinews conditionals: hearsay P, R, F1, and the share never shown as asserted."""
    rows: list[Row] = []
    shown = 0
    for n, item in enumerate(jsonl(data / "language" / "cond_wikinews_gold.jsonl")):
        found = _at(extraction(item["sentence"], "fr"), item["form"])
        kind = found["conditional"] if found else None
        gold = item["label"] == "REP"
        said = kind == HEARSAY or bool(found and found["label"] == "HEDGED_REPORTED")
        rows.append(Row(f"wikinews-{n:03d}", int(gold), int(said), int(gold and said)))
        shown += bool(found and found["label"] in {"ASSERTED", "PRESUPPOSED", "CONFIRMED"})
    counts = Counts.over(rows)
    return {
        "conditional.hearsay.f1": counts.f1,
        "conditional.hearsay.precision": counts.precision,
        "conditional.hearsay.recall": counts.recall,
        "conditional.never_asserted": 1 - shown / max(1, len(rows)),
        "conditional.n": len(rows),
    }, rows


def _at(found: dict[str, Any], form: str) -> dict[str, Any] | None:
    """Return the shortest assertion whose words hold the conditional form."""
    return shortest([a for a in found["assertions"] if form.lower() in a["quote"].lower()])


def shortest(assertions: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the assertion of the fewest words: the clause itself, not what it stands in."""
    return min(assertions, key=lambda a: a["end"] - a["start"], default=None)
