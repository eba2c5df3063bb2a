"""French attribution with precision: every attribution of 250 PUD news sentences and of 20 articles, by two readers."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from eval.attribution import fits
from eval.data import jsonl
from eval.metrics import Counts, Row, bootstrap, match
from eval.product import records

__all__ = ["ARTICLES", "GOLD", "articles", "french", "marked"]

GOLD = Path(__file__).parent / "french_gold"
ARTICLES = Path(__file__).parent / "article_gold"

Marks = dict[str, list[dict[str, Any]]]


def marked(reader: str, gold: Path = GOLD) -> Marks:
    """Return what reader `a` or `b` marked, by id; what has no cue (a quotation that goes on) is left out."""
    return {
        row["id"]: [mark for mark in row["attributions"] if mark["cue"]]
        for row in jsonl(gold / f"{reader}.jsonl")
    }


def french(data: Path) -> tuple[dict[str, float], list[Row]]:
    """Score the product against each reader, and the readers against each other.

    Nested relations count. One row per sentence, for reader `a`; intervals resample PUD's documents.
    """
    texts = {f"pud:{item['id']}": item["fr"] for item in jsonl(data / "linking" / "pud.dev.jsonl")}
    readers = {name: marked(name) for name in "ab"}
    found = {key: records(texts[key], "fr") for key in readers["a"]}
    return _figures("french", readers, found, _by_document), _rows(readers["a"], found)


def articles(folder: Path) -> tuple[dict[str, float], list[Row]]:
    """Score the product on whole articles against each reader; the texts lie outside the repository.

    Args:
        folder: Text files named by id; one that is not the text that was marked is left out.

    """
    digests = {row["id"]: row["sha256"] for row in jsonl(ARTICLES / "a.jsonl")}
    texts = {key: (folder / f"{key}.txt").read_text(encoding="utf-8") for key in digests}
    same = [key for key in digests if sha256(texts[key].encode()).hexdigest() == digests[key]]
    readers = {name: {k: m for k, m in marked(name, ARTICLES).items() if k in same} for name in "ab"}
    found = {key: records(texts[key], "fr") for key in same}
    return _figures("articles", readers, found, list), _rows(readers["a"], found)


def _figures(
    name: str, readers: dict[str, Marks], found: Marks, documents: Callable[[list[Row]], list[Row]]
) -> dict[str, float]:
    figures: dict[str, float] = {}
    for reader, gold in readers.items():
        rows = _rows(gold, found)
        low, high = bootstrap(documents(rows), lambda r: Counts.over(r).f1)
        counts = Counts.over(rows)
        figures |= {
            f"{name}.{reader}.f1": counts.f1,
            f"{name}.{reader}.f1.low95": low,
            f"{name}.{reader}.f1.high95": high,
            f"{name}.{reader}.precision": counts.precision,
            f"{name}.{reader}.recall": counts.recall,
            f"{name}.{reader}.n": counts.gold,
        }
    figures[f"{name}.agreement.f1"] = Counts.over(_rows(readers["a"], readers["b"])).f1
    return figures


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
