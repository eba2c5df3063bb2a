"""World files: read and checked once, kept in the ledger in one plain form."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import orjson

from ouidire.codec import canonical
from ouidire.gazetteer import World, build_world, load_world
from ouidire.storage import Store

__all__ = ["digest", "from_files", "load", "stored"]


def load(store: Store, path: Path) -> bool:
    """Check a world file and keep it; return False where it is in force already.

    Raises:
        WorldError: It cannot be read or breaks the shape.

    """
    return store.add_world(path.name, canonical(load_world([path]).as_data()).decode())


def stored(store: Store) -> tuple[World, str]:
    """Return the world that is in force in a ledger, and the names of its files."""
    files = store.worlds()
    world = build_world((file.name, orjson.loads(file.body)) for file in files)
    return world, ", ".join(file.name for file in files)


def digest(world: World) -> str:
    """Return the hash of what a world says."""
    return f"sha256:{hashlib.sha256(canonical(world.as_data())).hexdigest()}"


def from_files(paths: Iterable[Path]) -> World:
    """Return the world that these files make, later ones winning."""
    return load_world(list(paths))
