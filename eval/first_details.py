"""The first case's times, quantities and equipment: is each found where the gold has it, with its value?

Times are the article's time expressions, and the aspect of the claims for what the gold calls aspect or
a frequency that no period states (*toujours*, *déjà*, *régulières*). A gold interval that names both days
is compared day by day; *after* and *before* by which end is open and what they hang on. A number inside a time (*plusieurs
mois*) is right where the length is.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from eval.metrics import overlap

__all__ = ["details"]

Item = dict[str, Any]

_ASPECTS = {"STILL": "still", "ALREADY": "already", "REGULAR": "regularly"}
_EQUIPMENT = {"tube_artillery": "artillery.tube", "MLRS": "artillery.mlrs"}
_BOUNDS = {"UNDISCLOSED": "undisclosed", "VAGUE_SOME": "vague", "VAGUE_SEVERAL": "vague"}


def details(gold: Item, found: Item) -> dict[str, float]:
    """Return the share of the gold's times, quantities and equipment that came out right, and how many there are."""
    right = {
        "times": [_time(one, gold, found) for one in gold["timex"]],
        "quantities": [_quantity(one, found) for one in gold["quantities"]],
        "equipment": [_equipment(one, found) for one in gold["equipment"]],
    }
    shares = {f"first.{name}": sum(rows) / len(rows) for name, rows in right.items()}
    return shares | {f"first.{name}.n": len(rows) for name, rows in right.items()}


def _span(item: Item) -> list[list[int]]:
    return [[item["start"], item["end"]]]


def _time(one: Item, gold: Item, found: Item) -> bool:
    if one["value"] in _ASPECTS:
        wanted = _ASPECTS[one["value"]]
        return any(
            a["proposition"]["aspect"] == wanted and overlap(_span(a), _span(one))
            for a in found["assertions"]
        )
    return any(overlap(_span(t), _span(one)) and _same(t, one, gold) for t in found["times"])


def _same(time: Item, one: Item, gold: Item) -> bool:
    begin, until = one.get("interval") or (None, None)
    if one["value"] == "BEFORE":
        return time["begin"] is None and time["value"] in {"PAST_REF", "XXXX-XX-XX"}
    if one["value"] == "AFTER":
        return bool(time["begin"] == begin and time["anchor"] == "timex")
    if one["type"] == "DURATION":
        return bool(time["value"] == one["value"] and _hangs_on(time, one, gold))
    after = (date.fromisoformat(until) + timedelta(days=1)).isoformat() if until else None
    return (time["value"], time["begin"], time["until"]) == (one["value"], begin, after)


def _hangs_on(time: Item, one: Item, gold: Item) -> bool:
    """Whether a length ends with the time it is told from."""
    anchor = next(t for t in gold["timex"] if t["id"] == one["anchor"])
    return str(time["until"]).startswith(anchor["value"])


def _quantity(one: Item, found: Item) -> bool:
    wanted = _BOUNDS[one["status"]]
    counted = (a["proposition"]["quantity"] for a in found["assertions"])
    if any(q and overlap(_span(q), _span(one)) and q["bound"] == wanted for q in counted):
        return True
    lengths = [t for t in found["times"] if t["type"] == "DURATION" and overlap(_span(t), _span(one))]
    return wanted == "vague" and any("X" in t["value"] for t in lengths)


def _equipment(one: Item, found: Item) -> bool:
    wanted = _EQUIPMENT[one["class"]]
    every = (e for a in found["assertions"] for e in a["proposition"]["equipment"])
    return any(e["type"] == wanted and overlap(_span(e), _span(one)) for e in every)
