"""JSON Schema of what the HTTP API alone answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ouidire import model

__all__ = ["comparison", "facets", "moment", "recorded", "work"]

_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_NUMBER: dict[str, Any] = {"type": "integer", "minimum": 0}
_FLAG: dict[str, Any] = {"type": "boolean"}
_NULL: dict[str, Any] = {"type": "null"}


def comparison() -> dict[str, Any]:
    """Return the schema of two articles side by side."""
    side = _object({"start": _NUMBER, "end": _NUMBER, "quote": _TEXT, "assertions": _TEXTS})
    row = {
        "left": {"anyOf": [side, _NULL]},
        "right": {"anyOf": [side, _NULL]},
        "how": {"enum": ["verbatim", "reworded", "translated", "claim", None]},
        "moved": _FLAG,
        "claims": _TEXTS,
    }
    return _object({"left": _TEXT, "right": _TEXT, "rows": {"type": "array", "items": _object(row)}})


def facets() -> dict[str, Any]:
    """Return the schema of the counts of a search."""
    row = _object({"value": _TEXT, "n": {"type": "integer", "minimum": 1}})
    kinds = ("label", "support", "contest", "outlet", "language", "actor", "place", "month")
    return _object({kind: {"type": "array", "items": row} for kind in kinds})


def moment() -> dict[str, Any]:
    """Return the schema of a claim in time."""
    degrees = {"type": ["number", "null"]}
    day = {"anyOf": [{"type": "string", "format": "date"}, _NULL]}
    place = _object({"referent": {"type": ["string", "null"]}, "lat": degrees, "lon": degrees})
    return _object(
        {
            "claim": _TEXT,
            "assertion": _TEXT,
            "gloss": _TEXT,
            "clock": {"enum": ["happened", "said", "published", "captured"]},
            "begin": day,
            "until": day,
            "words": _TEXT,
            "told": _FLAG,
            "place": {"anyOf": [place, _NULL]},
        }
    )


def recorded(of: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    """Return the schema of a decision with its id; `of` makes that of a type of the model."""
    arms = [of(noun, quoted=False) for noun in (model.Judgement, model.Ruling, model.Grade)]
    return _object({"id": _TEXT, "noun": _TEXT, "decision": {"anyOf": arms}, "holds": _FLAG}, ("holds",))


def work(of: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    """Return the schema of what came of an errand; `of` makes that of a type of the model."""
    change = _object({"kind": _TEXT, "claim": _TEXT, "gloss": _TEXT, "says": _TEXT})
    added = {"place": _TEXT, "outcome": _TEXT, "new": _FLAG, "assertions": _NUMBER}
    added["issues"] = of(tuple[model.Issue, ...], quoted=False)
    return _object(
        {
            "id": _TEXT,
            "done": _FLAG,
            "fault": _TEXT,
            "recorded": {"anyOf": [recorded(of), _NULL]},
            "added": {"type": "array", "items": _object(added)},
            "expected": _NUMBER,
            "changes": {"type": "array", "items": change},
        }
    )


def _object(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}
