"""What one document may cost: characters, seconds and memory.

The clock is the system's alarm and the memory limit the process's own, so both hold in the main
thread of a POSIX system only; elsewhere the limit of characters alone holds.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["CHARS", "MEMORY_BYTES", "SECONDS", "TookTooLong", "bounded"]

CHARS = 400_000
"""Of an article's text; the longest report of a newspaper has a fifth of that."""

SECONDS = 60.0
"""For one article, on the wall; a usual one takes one to three, the first a few more to load a model."""

MEMORY_BYTES = 3 * 2**30
"""Address space beyond what the process has when the article begins."""


class TookTooLong(BaseException):
    """The time for a document is over. No stage that catches `Exception` holds it up."""


@contextmanager
def bounded(seconds: float = SECONDS, memory: int = MEMORY_BYTES) -> Iterator[None]:
    """Run a block within limits.

    Raises:
        TookTooLong: It took more than `seconds`.
        MemoryError: It needed more than `memory` bytes.

    """
    with _clock(seconds), _ceiling(memory):
        yield


@contextmanager
def _clock(seconds: float) -> Iterator[None]:
    import signal

    usable = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not usable or signal.getitimer(signal.ITIMER_REAL)[0]:  # never take an alarm that others have set
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 5.0)  # again, should a destructor swallow the first
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _ceiling(memory: int) -> Iterator[None]:
    used = _address_space()
    if not used or threading.current_thread() is not threading.main_thread():
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = [used + memory, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)]
    resource.setrlimit(resource.RLIMIT_AS, (min(wanted), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _address_space() -> int:
    """Return how many bytes this process maps; 0 where the system does not tell."""
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as pages:
            return int(pages.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError, ValueError):
        return 0
