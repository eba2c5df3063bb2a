"""The ledger as requests see it: one snapshot, read again when the ledger has changed."""

from __future__ import annotations

import threading

import ouidire
from ouidire.engine import Ledger
from ouidire.engine.snapshot import Snapshot

__all__ = ["Desk", "tag_of"]


class Desk:
    """Hands every request the newest snapshot; many threads may ask at once.

    While something is being written it keeps handing out the one from before, which is whole, so
    that nobody waits and nobody sees decisions whose consequences are not drawn yet.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._held: Snapshot | None = None
        self._writers = 0

    def now(self) -> Snapshot:
        """Return the ledger as it stands: the snapshot in hand, or a new one where its state has moved."""
        held = self._held
        if held is not None and self._writers:
            return held
        state = self._ledger.state()
        if held is not None and held.state == state:
            return held
        with self._lock:
            if self._held is None or self._held.state != state:
                self._held = self._ledger.snapshot()
            return self._held

    def standing(self) -> str:
        """Return the state of the snapshot in hand where that is what `now` would return, else nothing."""
        held = self._held
        if held is None or (not self._writers and self._ledger.state() != held.state):
            return ""
        return held.state

    def hold(self) -> None:
        """Keep the snapshot in hand until `release` is called as often as this."""
        self.now()
        with self._lock:
            self._writers += 1

    def release(self, times: int = 1) -> None:
        """Let go of what `hold` kept."""
        with self._lock:
            self._writers -= times

    def renew(self) -> Snapshot:
        """Bring the ledger's derived state up to date, and read it."""
        self._ledger.refresh()
        fresh = self._ledger.snapshot()
        with self._lock:
            self._held = fresh
        return fresh

    def waiting(self, view: Snapshot) -> int:
        """Return how many articles were added that no rebuild has taken in yet."""
        return max(0, self._ledger.size() - len(view.articles))


def tag_of(view: Snapshot, *more: str) -> str:
    """Return the entity tag of everything that is made of a snapshot, and of `more`, by this version."""
    return f'W/"{"-".join((ouidire.__version__, view.state[:24], *more))}"'
