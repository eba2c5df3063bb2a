"""The ledger as requests see it: one snapshot, read again when the ledger has changed."""

from __future__ import annotations

import threading

import ouidire
from ouidire.engine import Ledger
from ouidire.engine.snapshot import Snapshot

__all__ = ["Desk", "tag_of"]


class Desk:
    """Hands every request the newest snapshot; many threads may ask at once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._held: Snapshot | None = None

    def now(self) -> Snapshot:
        """Return the ledger as it stands: the snapshot in hand, or a new one where its state has moved."""
        state = self._ledger.state()
        held = self._held
        if held is not None and held.state == state:
            return held
        with self._lock:
            if self._held is None or self._held.state != state:
                self._held = self._ledger.snapshot()
            return self._held

    def waiting(self, view: Snapshot) -> int:
        """Return how many articles were added that no rebuild has taken in yet."""
        return max(0, self._ledger.size() - len(view.articles))


def tag_of(view: Snapshot) -> str:
    """Return the entity tag of everything that is made of a snapshot by this version of the program."""
    return f'W/"{ouidire.__version__}-{view.state[:24]}"'
