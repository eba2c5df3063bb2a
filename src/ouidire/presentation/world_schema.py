"""The JSON Schema of a world file; the reader in ``gazetteer`` is stricter and says what is wrong where."""

from __future__ import annotations

from typing import Any

__all__ = ["world"]

_NAME = {"type": "string", "minLength": 1}
_DAY = {"type": "string", "format": "date"}
_SPAN = {"since": _DAY, "until": _DAY, "note": {"type": "string"}}


def world() -> dict[str, Any]:
    """Return the schema; every part may be left out."""
    dated = {"anyOf": [_NAME, _table({"value": _NAME, "name": _NAME, "referent": _NAME, **_SPAN})]}
    several = {"anyOf": [dated, {"type": "array", "items": dated}]}
    named = {"anyOf": [several, _table({"names": several, "note": {"type": "string"}}, "names")]}
    pair = {"type": "array", "items": _NAME, "minItems": 2, "maxItems": 2}
    outlet = _table({"owner": _NAME, "kind": _NAME, "country": _NAME, "note": {"type": "string"}})
    interest = _table({"event": _NAME, "speaker_side": _NAME, "value": _NAME}, "value")
    parts = {
        "names": _map(named),
        "sides": _map(several),
        "opposed": {"type": "array", "items": {"anyOf": [pair, _table({"sides": pair, **_SPAN}, "sides")]}},
        "parties": {"type": "array", "items": dated},
        "interest": {"type": "array", "items": interest},
        "same_principal": _map(several),
        "outlets": _map(outlet),
        "wires": {"type": "array", "items": _NAME},
        "metonyms": _map(several),
    }
    return _table(parts)


def _map(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": item}


def _table(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required)}
