"""The model as JSON, and back: the only file that knows both.

Three conventions tie the dataclasses to the interface contract:

* a field called ``span`` is flattened to ``start``, ``end`` and ``quote`` beside its siblings;
  any other span becomes an object with those three keys (``quote`` only where the text is known);
* a trailing underscore of a field name is dropped (``from_``, ``class_``);
* `AttributionRecord` spans are bare ``[start, end]`` pairs.
"""

from __future__ import annotations

import dataclasses
import types
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import orjson

from ouidire.model import AttributionRecord, Span

__all__ = ["canonical", "decode", "dumps", "encode", "loads"]

T = TypeVar("T")


def encode(value: Any, text: str | None = None) -> Any:
    """Turn a model value into JSON-ready data.

    Args:
        text: The text spans point into; gives each span its `quote`.

    Raises:
        IndexError: A span ends after `text` does.

    """
    if isinstance(value, Span):
        return _span(value, text)
    if isinstance(value, AttributionRecord):
        return _record(value)
    if dataclasses.is_dataclass(value):
        return _object(value, text)
    if isinstance(value, tuple | list):
        return [encode(item, text) for item in value]
    if isinstance(value, dict):
        return {str(key): encode(item, text) for key, item in value.items()}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return value


def decode(data: Any, as_: type[T]) -> T:
    """Build a model value of type `as_` from what `encode` made.

    Raises:
        ValueError: A key is missing or unknown, or a value does not fit; the message names its path.

    """
    return _decode(data, as_, "$")  # type: ignore[no-any-return]


def dumps(value: Any, text: str | None = None) -> bytes:
    """Encode a model value as JSON bytes, keys in field order."""
    return orjson.dumps(encode(value, text))


def loads(data: bytes | str, as_: type[T]) -> T:
    """Decode JSON bytes into a model value of type `as_`."""
    return decode(orjson.loads(data), as_)


def canonical(value: Any) -> bytes:
    """Encode as canonical JSON for hashing: sorted keys, no white space."""
    return orjson.dumps(encode(value), option=orjson.OPT_SORT_KEYS)


def _span(span: Span, text: str | None) -> dict[str, Any]:
    out: dict[str, Any] = {"start": span.start, "end": span.end}
    if text is not None:
        out["quote"] = span.of(text)
    return out


def _record(value: AttributionRecord) -> dict[str, Any]:
    out = {name: encode(getattr(value, name)) for name, _ in _fields(AttributionRecord)}
    for name in ("source", "cue", "content"):
        out[name] = [[span.start, span.end] for span in getattr(value, name)]
    return out


def _object(value: Any, text: str | None) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name, _ in _fields(value.__class__):
        item = getattr(value, name)
        if name == "span" and isinstance(item, Span):
            out.update(_span(item, text))
        elif isinstance(item, bytes):
            continue
        else:
            out[name.rstrip("_")] = encode(item, text)
    return out


@lru_cache(maxsize=None)
def _fields(cls: Any) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(cls)
    return tuple((field.name, hints[field.name]) for field in dataclasses.fields(cls))


def _decode(data: Any, as_: Any, where: str) -> Any:
    origin = get_origin(as_)
    if origin in (Union, types.UnionType):
        return _decode_union(data, as_, where)
    if origin is tuple:
        if not isinstance(data, list):
            raise ValueError(f"expected a list @ {where}")
        return tuple(_decode(item, get_args(as_)[0], f"{where}[{n}]") for n, item in enumerate(data))
    if as_ is Span:
        return _decode_span(data, where)
    if dataclasses.is_dataclass(as_):
        return _decode_object(data, as_, where)
    if as_ is datetime:
        return datetime.fromisoformat(data)
    if as_ is float:
        return float(data)
    if isinstance(as_, type) and issubclass(as_, StrEnum):
        try:
            return as_(data)
        except ValueError as exc:
            raise ValueError(f"{exc} @ {where}") from None
    if isinstance(as_, type) and not isinstance(data, as_):
        raise ValueError(f"expected {as_.__name__} @ {where}")
    return data


def _decode_union(data: Any, as_: Any, where: str) -> Any:
    arms = [arm for arm in get_args(as_) if arm is not type(None)]
    if data is None:
        return None
    if len(arms) == 1:
        return _decode(data, arms[0], where)
    for arm in arms:
        if isinstance(arm, type) and isinstance(data, arm):
            return data
    raise ValueError(f"no arm of {as_} fits @ {where}")


def _decode_span(data: Any, where: str) -> Span:
    try:
        if isinstance(data, list):
            start, end = data
        else:
            start, end = data["start"], data["end"]
        return Span(start, end)
    except (KeyError, TypeError, ValueError) as exc:
        raise ValueError(f"not a span: {exc} @ {where}") from None


def _decode_object(data: Any, as_: Any, where: str) -> Any:
    if not isinstance(data, dict):
        raise ValueError(f"expected an object @ {where}")
    known: dict[str, Any] = {}
    seen: set[str] = set()
    for name, hint in _fields(as_):
        key = name.rstrip("_")
        if name == "span" and hint is Span:
            known[name] = _decode_span(data, where)
            seen |= {"start", "end", "quote"}
        elif key in data:
            known[name] = _decode(data[key], hint, f"{where}.{key}")
            seen.add(key)
    if unknown := sorted(set(data) - seen):
        raise ValueError(f"unknown keys {unknown} @ {where}")
    try:
        return as_(**known)
    except TypeError as exc:
        raise ValueError(f"{exc} @ {where}") from None
