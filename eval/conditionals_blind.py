"""French conditionals of press text nobody on the project had read: two readers, and the product.

The labels are in ``conditional_gold``; the sentences are the publishers' and stay outside the
repository (``README.md`` there says where they come from).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from eval.conditionals import HEARSAY, shortest
from eval.data import jsonl
from eval.labels import SHOWN_AS_SO
from eval.metrics import Counts, Row, bootstrap
from eval.product import extraction

__all__ = ["GOLD", "agreement", "conditionals_blind", "labelled"]

GOLD = Path(__file__).parent / "conditional_gold"

Labels = dict[str, dict[str, Any]]


def labelled(reader: str) -> Labels:
    """Return the labels of reader `a` or `b` by id."""
    return {row["id"]: row for row in jsonl(GOLD / f"{reader}.jsonl")}


def agreement(one: Labels, other: Labels) -> tuple[float, float]:
    """Return the share of ids on which two readers agree, and Cohen's kappa (1960)."""
    pairs = [(one[key]["label"], other[key]["label"]) for key in sorted(one)]
    observed = sum(a == b for a, b in pairs) / len(pairs)
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[label] * right[label] for label in left) / len(pairs) ** 2
    return observed, (observed - chance) / (1 - chance) if chance < 1 else 1.0


def conditionals_blind(texts: Path) -> tuple[dict[str, float], list[Row]]:
    """Score hearsay against each reader, and what the product shows of all conditionals.

    Args:
        texts: JSON lines with ``id``, ``before`` (the sentence before), ``sentence``, ``form``, ``at``.

    """
    readers = {name: labelled(name) for name in "ab"}
    items = {item["id"]: item for item in jsonl(texts)}
    known = [key for key in sorted(readers["a"]) if _is_same(items.get(key), readers["a"][key])]
    found = {key: _found(items[key]) for key in known}
    kept = [key for key in known if readers["a"][key]["label"] != "NONE"]
    shown = sum(found[key]["label"] in SHOWN_AS_SO for key in kept)
    share, kappa = agreement(*readers.values())
    figures = {"blind.n": float(len(kept)), "blind.readers.agree": share, "blind.readers.kappa": kappa}
    for name, gold in readers.items():
        rows = [_row(key, gold, found[key]) for key in kept]
        low, high = bootstrap(rows, lambda r: Counts.over(r).f1)
        counts = Counts.over(rows)
        figures |= {
            f"blind.{name}.hearsay": float(counts.gold),
            f"blind.{name}.hearsay.f1": counts.f1,
            f"blind.{name}.hearsay.f1.low95": low,
            f"blind.{name}.hearsay.f1.high95": high,
            f"blind.{name}.hearsay.precision": counts.precision,
            f"blind.{name}.hearsay.recall": counts.recall,
        }
    figures["blind.never_asserted"] = 1 - shown / max(1, len(kept))
    return figures, [_row(key, readers["a"], found[key]) for key in kept]


def _is_same(item: Mapping[str, Any] | None, label: Mapping[str, Any]) -> bool:
    return item is not None and sha256(item["sentence"].encode()).hexdigest() == label["sha256"]


def _found(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return the shortest assertion the form stands in, read with the sentence before it."""
    before = f"{item['before']} " if item["before"] else ""
    at = len(before) + item["at"]
    assertions = extraction(before + item["sentence"], "fr")["assertions"]
    holding = [a for a in assertions if a["start"] <= at < a["end"]]
    return shortest(holding) or {"label": None, "conditional": None}


def _row(key: str, gold: Labels, found: Mapping[str, Any]) -> Row:
    hearsay = gold[key]["label"] == "REP"
    said = found["conditional"] == HEARSAY or found["label"] == "HEDGED_REPORTED"
    return Row(key, int(hearsay), int(said), int(hearsay and said))
