"""The process that reads HTML: answers one page after another until its input closes."""

from __future__ import annotations

import logging
import os
import sys

import orjson

from ouidire.codec import decode, dumps
from ouidire.reading.html.answer import Note, Page, Question
from ouidire.reading.html.assemble import assemble, warm_up
from ouidire.reading.html.client import receive, send
from ouidire.reading.limits import DECODED_BYTES, WORKER_BYTES

__all__ = ["main"]


def main() -> None:
    """Read questions from standard input, write answers to standard output."""
    inbox = os.fdopen(os.dup(0), "rb")
    outbox = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not end up in an answer
    logging.disable(logging.CRITICAL)
    sys.setrecursionlimit(10_000)
    warm_up()
    _restrict()
    send(outbox, b"ready")
    while True:
        try:
            question = decode(orjson.loads(receive(inbox)), Question)
            body = receive(inbox, DECODED_BYTES)
        except EOFError:
            return
        send(outbox, dumps(_answer(body, question)))


def _answer(body: bytes, question: Question) -> Page:
    try:
        return assemble(body, question)
    except MemoryError:
        return _fault("limit:memory", f"reading it takes more than {WORKER_BYTES} bytes of memory")
    except Exception as exc:  # noqa: BLE001 (parsers raise anything; the answer says what)
        return _fault("html:crash", f"the HTML reader failed: {type(exc).__name__}: {str(exc)[:200]}")


def _fault(code: str, message: str) -> Page:
    return Page(fault=code, notes=(Note(level="error", code=code, message=message),))


def _restrict() -> None:
    """Give up what reading a page does not need; where the system has no such limits, go without."""
    try:
        import resource
    except ImportError:
        return
    for name, value in (("RLIMIT_AS", WORKER_BYTES), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0)):
        try:
            limit = getattr(resource, name)
            hard = resource.getrlimit(limit)[1]
            ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(limit, (ceiling, ceiling))
        except (AttributeError, ValueError, OSError):
            continue


if __name__ == "__main__":
    main()
