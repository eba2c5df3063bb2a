"""Writes into the ledger, one thing after another, on a thread of its own; says what came of it."""

from __future__ import annotations

import logging
import queue
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from ouidire.engine import Added, Change
from ouidire.engine.changes import changes
from ouidire.engine.recording import Recorded
from ouidire.errors import OuidireError
from ouidire.web.desk import Desk

__all__ = ["Clerk", "Errand"]

T = TypeVar("T")
_KEPT = 200
"""Errands whose outcome is remembered."""

_log = logging.getLogger(__name__)


@dataclass(eq=False)
class Errand:
    """Something to be written, and what came of it.

    Attributes:
        recorded: The decision it takes in; None where it is none.
        added: What became of each document so far, of about `expected`.
        changes: What changed in the ledger, once `done`.
        fault: Why it could not be finished; empty where it could.

    """

    id: str = field(default_factory=lambda: secrets.token_urlsafe(9))
    recorded: Recorded | None = None
    added: list[Added] = field(default_factory=list)
    expected: int = 0
    changes: tuple[Change, ...] = ()
    fault: str = ""
    finished: threading.Event = field(default_factory=threading.Event)

    @property
    def done(self) -> bool:
        """Whether it is over."""
        return self.finished.is_set()

    @property
    def mark(self) -> str:
        """What moves whenever there is more to tell."""
        return f"{self.id}.{len(self.added)}.{int(self.done)}"


class Clerk:
    """Does errands in the order they come; what several ask for is drawn together once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._queue: queue.SimpleQueue[tuple[Errand, Callable[[Errand], None]]] = queue.SimpleQueue()
        self._known: dict[str, Errand] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def record(self, write: Callable[[], Recorded]) -> Errand:
        """Record a decision now, and draw what follows from it soon.

        Raises:
            UnknownId: As `write` does; nothing is recorded then.

        """
        self._desk.hold()
        try:
            one = write()
        except BaseException:
            self._desk.release()
            raise
        return self._take(Errand(recorded=one), lambda _errand: None)

    def give(self, work: Callable[[Errand], None], *, expected: int = 0) -> Errand:
        """Let `work` be done soon, and what follows from it drawn."""
        self._desk.hold()
        return self._take(Errand(expected=expected), work)

    def told(self, id_: str) -> Errand | None:
        """Return an errand by its id; None where it is not known (any more)."""
        return self._known.get(id_)

    def _take(self, errand: Errand, work: Callable[[Errand], None]) -> Errand:
        with self._lock:
            self._known[errand.id] = errand
            for old in list(self._known)[:-_KEPT]:
                del self._known[old]
            self._queue.put((errand, work))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="clerk", daemon=True)
                self._thread.start()
        return errand

    def _run(self) -> None:
        while True:
            batch = [self._queue.get()]
            while not self._queue.empty():
                batch.append(self._queue.get())
            self._serve(batch)

    def _serve(self, batch: list[tuple[Errand, Callable[[Errand], None]]]) -> None:
        before = self._desk.now()
        for errand, work in batch:
            errand.fault = _tried(lambda work=work, errand=errand: work(errand))  # type: ignore[misc]
        fault = ""
        try:
            after = self._desk.renew()
            found = changes(before.whole.claims, after.whole.claims)
        except Exception as exc:  # noqa: BLE001 (the clerk outlives what goes wrong)
            fault, found = _said(exc), ()
        self._desk.release(len(batch))
        for errand, _ in batch:
            errand.changes = found
            errand.fault = errand.fault or fault
            errand.finished.set()


def _tried(work: Callable[[], None]) -> str:
    try:
        work()
    except Exception as exc:  # noqa: BLE001 (one errand that fails stops no other)
        return _said(exc)
    return ""


def _said(exc: Exception) -> str:
    if isinstance(exc, OuidireError):
        return str(exc)
    _log.error("an errand failed", exc_info=exc)
    return "something broke here; the log of the server says what"
