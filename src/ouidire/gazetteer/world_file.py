"""World files: TOML or JSON, read, checked, and merged into one `World`."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ouidire.errors import WorldError
from ouidire.gazetteer.world import Dated, Interest, Opposition, World
from ouidire.model import Outlet

__all__ = ["build_world", "load_world"]

PARTS = (
    "names", "sides", "opposed", "parties", "interest", "same_principal", "outlets", "wires", "metonyms",
)  # fmt: skip
LISTS = frozenset({"opposed", "parties", "interest", "wires"})
IGNORED = frozenset({"schema", "$schema", "note", "title"})
MAX_BYTES = 10_000_000


def load_world(paths: Iterable[str | Path]) -> World:
    """Read world files and merge them: of two entries with one key, the later file's wins.

    Raises:
        WorldError: A file cannot be read, or breaks the shape; the message names the place.

    """
    return build_world([(str(path), _read(Path(path))) for path in paths])


def build_world(tables: Iterable[tuple[str, Mapping[str, Any]]]) -> World:
    """Build a world from plain tables in file order, each with the place it came from.

    Raises:
        WorldError: A table breaks the shape.

    """
    merged: dict[str, Any] = {part: [] if part in LISTS else {} for part in PARTS}
    for where, table in tables:
        _merge(merged, _checked(table, where))
    parts: dict[str, Any] = {k: tuple(dict.fromkeys(v)) if k in LISTS else v for k, v in merged.items()}
    return World(**parts)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise WorldError(f"larger than {MAX_BYTES} bytes @ {path}; split the world file")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as exc:
        raise WorldError(f"cannot read: {exc} @ {path}; give a UTF-8 TOML or JSON file") from exc
    try:
        table = json.loads(text) if text.lstrip()[:1] in {"{", "["} and path.suffix != ".toml" else None
        table = tomllib.loads(text) if table is None else table
    except (ValueError, RecursionError) as exc:
        raise WorldError(f"not TOML or JSON: {exc} @ {path}; see the world file's reference") from exc
    if not isinstance(table, dict):
        raise WorldError(f"expected a table @ {path}; see the world file's reference")
    return table


def _merge(merged: dict[str, Any], table: Mapping[str, Any]) -> None:
    for part, value in table.items():
        if part in LISTS:
            again = {_key(item) for item in value}
            merged[part] = [item for item in merged[part] if _key(item) not in again] + list(value)
        else:
            merged[part] = {**merged[part], **value}


def _key(item: Any) -> Any:
    """What two items of a list part must share for the later to replace the earlier."""
    if isinstance(item, Opposition):
        return tuple(sorted(item.sides))
    if isinstance(item, Interest):
        return (item.event, item.speaker_side)
    return item.value if isinstance(item, Dated) else item


def _checked(table: Mapping[str, Any], where: str) -> dict[str, Any]:
    if unknown := sorted(set(table) - set(PARTS) - IGNORED):
        raise WorldError(f"unknown part {unknown[0]!r} @ {where}; parts are {', '.join(PARTS)}")
    return {part: _part(part, table[part], f"{where}$.{part}") for part in PARTS if part in table}


def _part(part: str, value: Any, where: str) -> Any:
    if part in LISTS:
        items = _list(value, where)
        return tuple(_item(part, item, f"{where}[{n}]") for n, item in enumerate(items))
    if not isinstance(value, dict):
        raise WorldError(f"expected a table @ {where}; write {part}.KEY = …")
    return {key: _entry(part, key, item, f"{where}.{key}") for key, item in value.items()}


def _item(part: str, item: Any, where: str) -> Any:
    if part == "wires":
        return _string(item, where)
    if part == "parties":
        return _dated(item, where)
    if part == "interest":
        table = _table(item, where, {"event", "speaker_side", "value"})
        return Interest(*(_string(table.get(k, "*"), where) for k in ("event", "speaker_side", "value")))
    table = _table(item, where, {"sides", "since", "until"}) if isinstance(item, dict) else {"sides": item}
    pair = tuple(_string(side, where) for side in _list(table.get("sides"), where))
    if len(pair) != 2:
        raise WorldError(f'expected two sides @ {where}; write ["SIDE", "OTHER"]')
    return Opposition((pair[0], pair[1]), _day(table.get("since"), where), _day(table.get("until"), where))


def _entry(part: str, key: str, item: Any, where: str) -> Any:
    if part == "outlets":
        table = _table(item, where, {"owner", "kind", "country", "note", "reviewed"})
        owner = table.get("owner")
        return Outlet(
            name=key,
            kind=_string(table.get("kind", "unknown"), where),
            owner=None if owner is None else _string(owner, where),
            reviewed=table.get("reviewed") is True,
        )
    if part == "names":
        named = _table(item, where, {"names", "note"}).get("names") if isinstance(item, dict) else item
        return tuple(_dated(name, f"{where}[{n}]").value for n, name in enumerate(_listed(named)))
    return tuple(_dated(one, f"{where}[{n}]") for n, one in enumerate(_listed(item)))


def _dated(item: Any, where: str) -> Dated:
    if isinstance(item, str):
        return Dated(_string(item, where))
    table = _table(item, where, {"value", "name", "referent", "since", "until", "note"})
    value = next((table[k] for k in ("value", "referent", "name") if k in table), None)
    return Dated(_string(value, where), _day(table.get("since"), where), _day(table.get("until"), where))


def _listed(item: Any) -> list[Any]:
    return item if isinstance(item, list) else [item]


def _list(item: Any, where: str) -> list[Any]:
    if not isinstance(item, list):
        raise WorldError(f"expected a list @ {where}; put it in brackets")
    return item


def _table(item: Any, where: str, keys: set[str]) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise WorldError(f"expected a table @ {where}; its keys are {', '.join(sorted(keys))}")
    if unknown := sorted(set(item) - keys):
        raise WorldError(f"unknown key {unknown[0]!r} @ {where}; keys are {', '.join(sorted(keys))}")
    return item


def _string(item: Any, where: str) -> str:
    if not isinstance(item, str) or not item.strip():
        raise WorldError(f"expected a name @ {where}; put it in quotes")
    return item


def _day(item: Any, where: str) -> str | None:
    if item is None:
        return None
    try:
        if isinstance(item, datetime):
            return item.date().isoformat()
        return (item if isinstance(item, date) else date.fromisoformat(item)).isoformat()
    except (TypeError, ValueError):
        raise WorldError(f"not a date: {item!r} @ {where}; write YYYY-MM-DD") from None
