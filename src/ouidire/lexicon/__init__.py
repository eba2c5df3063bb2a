"""Lexicons: data files, read and checked. No language's words appear in this package.

A lexicon file ``NAME.toml`` holds ``[[entry]]`` tables, each with at least an `id`, and an
`examples` list whose items run as tests; each kind of entry is a dataclass, and a file is read
into a tuple of them.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from ouidire.codec import decode
from ouidire.errors import LexiconError

__all__ = ["load_entries"]

T = TypeVar("T")


def load_entries(file: Traversable, as_: type[T]) -> tuple[T, ...]:
    """Read and check a lexicon file.

    Args:
        as_: A frozen dataclass with an `id: str` field; keys of the file are its fields.

    Returns:
        Entries in file order; empty where the file does not exist.

    Raises:
        ExceptionGroup: One `LexiconError` per fault, each naming its place.

    """
    key: Any = (file, as_)  # the types of neither promise a hash, though both have one
    entries: tuple[T, ...] = _load(key)
    return entries


@lru_cache(maxsize=None)
def _load(key: tuple[Any, Any]) -> tuple[Any, ...]:
    file, as_ = key
    if not file.is_file():
        return ()
    rows = tomllib.loads(file.read_text(encoding="utf-8")).get("entry", [])
    faults: list[Exception] = []
    entries: list[Any] = []
    seen: set[str] = set()
    for n, row in enumerate(rows):
        where = f"{file.name}$.entry[{n}]"
        try:
            entries.append(decode(row, as_))
        except ValueError as exc:
            faults.append(LexiconError(str(exc), where=where))
        if row.get("id") in seen:
            faults.append(LexiconError(f"duplicate id {row.get('id')!r}", where=where))
        seen.add(row.get("id", ""))
    if faults:
        raise ExceptionGroup(f"{file.name}: {len(faults)} faulty entries", faults)
    return tuple(entries)
