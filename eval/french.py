"""French attribution with precision: every attribution of 250 PUD news sentences, by two readers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.attribution import fits
from eval.data import jsonl
from eval.metrics import Counts, Row, bootstrap, match
from eval.product import records

__all__ = ["GOLD", "french", "marked"]

GOLD = Path(__file__).parent / "french_gold"

Marks = dict[str, list[dict[str, Any]]]


def marked(reader: str) -> Marks:
    """Return what reader `a` or `b` marked, by sentence id."""
    return {row["id"]: row["attributions"] for row in jsonl(GOLD / f"{reader}.jsonl")}


def french(data: Path) -> tuple[dict[str, float], list[Row]]:
    """Score the product against each reader, and the readers against each other.

    Nested relations count. One row per sentence, for reader `a`; intervals resample PUD's documents.
    """
    texts = {f"pud:{item['id']}": item["fr"] for item in jsonl(data / "linking" / "pud.dev.jsonl")}
    readers = {name: marked(name) for name in "ab"}
    found = {key: records(texts[key], "fr") for key in readers["a"]}
    figures: dict[str, float] = {}
    for name, gold in readers.items():
        rows = _rows(gold, found)
        low, high = bootstrap(_by_document(rows), lambda r: Counts.over(r).f1)
        counts = Counts.over(rows)
        figures |= {
            f"french.{name}.f1": counts.f1,
            f"french.{name}.f1.low95": low,
            f"french.{name}.f1.high95": high,
            f"french.{name}.precision": counts.precision,
            f"french.{name}.recall": counts.recall,
            f"french.{name}.n": counts.gold,
        }
    figures["french.agreement.f1"] = Counts.over(_rows(readers["a"], readers["b"])).f1
    return figures, _rows(readers["a"], found)


def _rows(gold: Marks, found: Marks) -> list[Row]:
    return [
        Row(key, len(marks), len(found[key]), len(match(marks, found[key], fits)))
        for key, marks in gold.items()
    ]


def _by_document(rows: list[Row]) -> list[Row]:
    """Add up the sentences of a PUD document: the id but for its last three digits."""
    documents: dict[str, list[Row]] = {}
    for row in rows:
        documents.setdefault(row.doc[:-3], []).append(row)
    return [
        Row(key, sum(r.gold for r in part), sum(r.found for r in part), sum(r.matched for r in part))
        for key, part in documents.items()
    ]
