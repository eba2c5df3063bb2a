"""Labels against minimal sentences: the micro-suite and the invented variants."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from eval.data import jsonl
from eval.metrics import Row, overlap, upper_bound
from eval.product import extraction

__all__ = ["CRITICAL", "SHOWN_AS_SO", "critical_figures", "main_assertion", "micro_suite"]

CRITICAL = {"HEDGED_REPORTED", "DENIED", "UNDISCLOSED", "UNVERIFIED", "HYPOTHETICAL", "NORMATIVE"}
SHOWN_AS_SO = {"ASSERTED", "PRESUPPOSED", "CONFIRMED"}


def main_assertion(found: dict[str, Any], cue: str | None) -> dict[str, Any] | None:
    """Pick the assertion a minimal sentence is about.

    The speech event around a content is no answer. Where the item names a cue, an assertion under
    that cue is preferred; then the first in the text.
    """
    text = found["article"]["text"]
    items = [a for a in found["assertions"] if a["proposition"]["family"] != "speech"] or found["assertions"]
    if cue and cue in text:
        at = text.index(cue)
        wanted = [[at, at + len(cue)]]
        under = [a for a in items if a["attribution"] and overlap([_cue(a)], wanted)]
        items = under or [a for a in items if overlap([[a["start"], a["end"]]], wanted)] or items
    return items[0] if items else None


def micro_suite(data: Path, languages: tuple[str, ...] = ("en", "fr")) -> tuple[dict[str, float], list[Row]]:
    """Score labels, sources and cues of the micro-suite, and critical errors."""
    rows: list[Row] = []
    for item in jsonl(data / "language" / "micro_suite.jsonl"):
        if item["lang"] not in languages:
            continue
        found = main_assertion(extraction(item["text"], item["lang"]), item["cue"])
        row = Row(
            item["id"], 1, int(found is not None), int(bool(found) and found["label"] == item["certainty"])
        )
        row.extra["critical"] = item["certainty"] in CRITICAL
        row.extra["critical_error"] = bool(row.extra["critical"] and found and found["label"] in SHOWN_AS_SO)
        row.extra["source"], row.extra["source_right"] = _source(item, found)
        row.extra["cue"], row.extra["cue_right"] = _cue_right(item, found)
        rows.append(row)
    total = len(rows)
    return {
        "micro.labels": sum(r.matched for r in rows) / total,
        "micro.sources": _share(rows, "source"),
        "micro.cues": _share(rows, "cue"),
        "micro.coverage": sum(r.found for r in rows) / total,
        "micro.n": total,
    }, rows


def critical_figures(rows: list[Row], prefix: str = "critical") -> dict[str, float]:
    """Print-ready critical error rate over rows that carry the tallies, with its upper 95 % bound."""
    items = [r for r in rows if r.extra.get("critical")]
    errors = sum(int(r.extra["critical_error"]) for r in items)
    return {
        f"{prefix}.rate": errors / max(1, len(items)),
        f"{prefix}.upper95": upper_bound(errors, len(items)),
        f"{prefix}.coverage": sum(r.found for r in items) / max(1, len(items)),
        f"{prefix}.n": len(items),
    }


def _share(rows: list[Row], name: str) -> float:
    asked = [r for r in rows if r.extra[name]]
    return sum(r.extra[f"{name}_right"] for r in asked) / max(1, len(asked))


def _cue(assertion: dict[str, Any]) -> list[int]:
    cue = assertion["attribution"]["cue"]
    return [cue["start"], cue["end"]]


def _source(item: dict[str, Any], found: dict[str, Any] | None) -> tuple[bool, bool]:
    if not item["source"]:
        return False, False
    chain = found["attribution"]["chain"] if found and found["attribution"] else []
    quotes = [s["quote"] for s in chain[0]["source"]["spans"]] if chain else []
    return True, any(item["source"] in q or q in item["source"] for q in quotes)


def _cue_right(item: dict[str, Any], found: dict[str, Any] | None) -> tuple[bool, bool]:
    if not item["cue"] or not item["act"]:
        return False, False
    if not found or not found["attribution"]:
        return True, False
    at = item["text"].find(item["cue"])
    return True, overlap([_cue(found)], [[at, at + len(item["cue"])]])
