"""Invented sentences, some twelve or more to a phenomenon and language: labels, sources, cues, critical errors.

Half of them (`open.jsonl`) is there to be read by whoever mends the rules; the other half
(`held.jsonl`) is there to be counted, not read. A second set was written later by others who had seen
neither the first nor the rules, and was parted before anyone read it, by the parity of the SHA-256 of
each id: `second_open.jsonl` even, `second_held.jsonl` odd. All are our own writing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from eval.data import jsonl
from eval.labels import CRITICAL, SHOWN_AS_SO, critical_figures
from eval.metrics import Row, iou, overlap
from eval.product import extraction

__all__ = ["FOLDER", "READ", "UNREAD", "breakdown", "mistakes", "variants"]

FOLDER = Path(__file__).resolve().parent / "variants"

READ = {"variants": "open", "second": "second_open"}
"""Files by name of set: those there to be read."""

UNREAD = {"held": "held", "second-held": "second_held"}
"""Files by name of set: those only counted."""

FOUND_FROM = 0.5
"""A claim counts as found where an assertion covers at least this share of it."""


def variants(name: str) -> tuple[dict[str, float], list[Row]]:
    """Score one set of variants.

    Args:
        name: ``variants``, ``held``, ``second`` or ``second-held``.

    Returns:
        Figures named ``<name>.…`` (with an underscore for the dash), and a row per item.
    """
    rows = [_row(item) for item in _items(name)]
    prefix = name.replace("-", "_")
    found = [r for r in rows if r.found]
    return {
        f"{prefix}.labels": sum(r.matched for r in rows) / len(rows),
        f"{prefix}.labels.of_found": sum(r.matched for r in found) / max(1, len(found)),
        f"{prefix}.coverage": len(found) / len(rows),
        f"{prefix}.sources": _share(rows, "source"),
        f"{prefix}.cues": _share(rows, "cue"),
        f"{prefix}.n": len(rows),
    } | critical_figures(rows, f"{prefix}.critical"), rows


def breakdown(name: str) -> list[tuple[str, int, int, int, int]]:
    """Return per phenomenon and language: name, n, found, right, critical errors."""
    counts: dict[str, Counter[str]] = {}
    for item in _items(name):
        row = _row(item)
        tally = counts.setdefault(f"{item['phenomenon']} {item['lang']}", Counter())
        tally += Counter(n=1, found=row.found, right=row.matched)
        tally["critical"] += int(row.extra["critical_error"])
    return [(k, c["n"], c["found"], c["right"], c["critical"]) for k, c in sorted(counts.items())]


def mistakes(name: str) -> list[str]:
    """Return a line for every item of a set that came out wrong or not at all."""
    lines = []
    for item in _items(name):
        row = _row(item)
        if row.matched:
            continue
        mark = "!!" if row.extra["critical_error"] else "  "
        lines.append(
            f"{mark} {item['id']} {item['phenomenon']}: {item['certainty']} "
            f"came out {row.extra['label'] or 'as nothing'}: {item['text']} [{item['claim']}]"
        )
    return lines


def _items(name: str) -> Iterable[dict[str, Any]]:
    return jsonl(FOLDER / f"{(READ | UNREAD)[name]}.jsonl")


def _row(item: dict[str, Any]) -> Row:
    text = item["text"]
    at = text.index(item["claim"])
    claim = [[at, at + len(item["claim"])]]
    found = _about(extraction(text, item["lang"]), claim)
    accepted = {item["certainty"], *item.get("also", ())}
    row = Row(item["id"], 1, int(found is not None), int(found is not None and found["label"] in accepted))
    row.extra["critical"] = item["certainty"] in CRITICAL
    shown = found["label"] if found else None
    row.extra["critical_error"] = bool(
        row.extra["critical"] and shown in SHOWN_AS_SO and shown not in accepted
    )
    row.extra["label"] = shown  # type: ignore[assignment]
    _compare(row, item, found)
    return row


def _about(found: dict[str, Any], claim: list[list[int]]) -> dict[str, Any] | None:
    """Return the assertion about the claim: the best fit among those that cover enough of it."""
    size = claim[0][1] - claim[0][0]
    best: tuple[float, int, dict[str, Any]] | None = None
    for at, assertion in enumerate(found["assertions"]):
        if assertion["proposition"]["family"] == "speech":
            continue
        spans = [[assertion["start"], assertion["end"]]]
        shared = sum(max(0, min(e, claim[0][1]) - max(s, claim[0][0])) for s, e in spans)
        if shared < FOUND_FROM * size:
            continue
        fit = iou(spans, claim)
        if best is None or fit > best[0]:
            best = (fit, at, assertion)
    return best[2] if best else None


def _compare(row: Row, item: dict[str, Any], found: dict[str, Any] | None) -> None:
    attribution = found["attribution"] if found else None
    chain = attribution["chain"] if attribution else []
    quotes = [s["quote"] for s in chain[0]["source"]["spans"]] if chain else []
    wanted = item["source"]
    row.extra["source"] = bool(wanted)
    row.extra["source_right"] = bool(wanted) and any(wanted in q or q in wanted for q in quotes)
    row.extra["cue"] = bool(item["cue"] and wanted)
    row.extra["cue_right"] = bool(row.extra["cue"] and attribution and _meets(item, attribution))


def _meets(item: dict[str, Any], attribution: dict[str, Any]) -> bool:
    at = item["text"].find(item["cue"])
    cue = attribution["cue"]
    return overlap([[cue["start"], cue["end"]]], [[at, at + len(item["cue"])]])


def _share(rows: list[Row], name: str) -> float:
    asked = [r for r in rows if r.extra[name]]
    return sum(r.extra[f"{name}_right"] for r in asked) / max(1, len(asked))
