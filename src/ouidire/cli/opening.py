"""Opens what a command works on, by the settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ouidire.config import settings

if TYPE_CHECKING:
    from ouidire.engine import Ledger
    from ouidire.gazetteer import World

__all__ = ["ledger_at", "world_of"]


def ledger_at(path: str | None, *, world: list[Path] | None = None, create: bool = False) -> Ledger:
    """Open the ledger of the settings; world files given are put in force in it.

    Args:
        create: Whether to make one where there is none.

    """
    from ouidire.engine import open_ledger

    chosen = settings(ledger=path, world=tuple(world or ()))
    ledger = open_ledger(chosen.ledger, create=create)
    for file in chosen.world:
        ledger.load_world(file)
    return ledger


def world_of(files: list[Path] | None) -> World:
    """Return the world of the settings, where no ledger keeps one."""
    from ouidire.gazetteer import load_world

    return load_world(settings(world=tuple(files or ())).world)
