"""Floors and frozen runs: a figure may rise, and falls only when somebody says so aloud."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.metrics import Row

__all__ = ["FLOORS", "broken", "freeze", "raise_floors"]

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"

EPSILON = 0.004
"""Slack per floor: one flipped item of about 250."""

LOWER_IS_BETTER = (
    "critical.rate",
    "variants.critical.rate",
    "held.critical.rate",
    "second.critical.rate",
    "second_held.critical.rate",
    "unread.critical.rate",
    "pairs.false_merges",
    "ecb.false_merges",
    "first.drifts.spurious",
    "translated.false_alarms",
)


def broken(figures: Mapping[str, float]) -> list[str]:
    """Return one line for every floor the figures miss."""
    lines = []
    for name, floor in json.loads(FLOORS.read_text(encoding="utf-8")).items():
        if name not in figures:
            continue
        value = figures[name]
        missed = value > floor + EPSILON if name in LOWER_IS_BETTER else value < floor - EPSILON
        if missed:
            lines.append(f"{name}: {value:.3f}, floor {floor:.3f}")
    return lines


def raise_floors(figures: Mapping[str, float], *, allow_regression: bool) -> list[str]:
    """Write the figures that have a floor as the new floors.

    Returns:
        Lines that say which floors would fall; nothing is written where there are any and
        `allow_regression` is false.
    """
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    falling = broken(figures)
    if falling and not allow_regression:
        return falling
    floors.update({name: round(figures[name], 4) for name in floors if name in figures})
    FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return []


def freeze(name: str, rows: Sequence[Row]) -> tuple[list[str], list[str]]:
    """Write the per-case results of a set and say what changed.

    Returns:
        Ids of the cases gained and lost against the run that was frozen before.
    """
    path = HERE / "frozen" / f"{name}.csv"
    before: dict[str, int] = {}
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as lines:
            before = {row["case"]: int(row["matched"]) for row in csv.DictReader(lines)}
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["case", "gold", "found", "matched"])
        writer.writerows([row.doc, row.gold, row.found, row.matched] for row in rows)
    gained = [r.doc for r in rows if r.doc in before and r.matched > before[r.doc]]
    lost = [r.doc for r in rows if r.doc in before and r.matched < before[r.doc]]
    return gained, lost
