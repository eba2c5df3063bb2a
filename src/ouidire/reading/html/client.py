"""Reads HTML in a process of its own, which is killed when a page takes too long or too much.

The process persists (starting one per page would cost a hundred times the reading) and is
replaced after so many pages, after a breach, and after a fork of ours. Where no process can be
started the page is read here, guarded by size limits alone.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
from typing import IO

import orjson

from ouidire.codec import decode, dumps
from ouidire.errors import ReadError
from ouidire.reading.html.answer import Page, Question
from ouidire.reading.limits import EXTRACTED_CHARS, WALL_SECONDS, WORKER_DOCUMENTS

__all__ = ["Worker", "read_page"]

_START_SECONDS = 60.0  # importing the parsers on a busy machine
_ANSWER_BYTES = 8 * EXTRACTED_CHARS
_lock = threading.Lock()
_worker: Worker | None = None


class Worker:
    """One reading process and its pipes.

    Attributes:
        owner: Process id of whoever started it; pipes must not be shared after a fork.

    """

    def __init__(self, command: tuple[str, ...] | None = None) -> None:
        """Start the process.

        Raises:
            OSError: It cannot be started, or does not say that it is ready.

        """
        self.owner = os.getpid()
        self.documents = 0
        path = os.pathsep.join(p for p in sys.path if p)
        self._process = subprocess.Popen(  # noqa: S603 (our own module, no shell)
            command or (sys.executable, "-P", "-m", "ouidire.reading.html.worker"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1"},
        )
        if self._within(_START_SECONDS, lambda: receive(self._out)) != b"ready":
            self.stop()
            raise OSError("the HTML reader did not start")

    @property
    def _in(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _out(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout

    def ask(self, body: bytes, question: Question, seconds: float = WALL_SECONDS) -> bytes:
        """Send a page, wait for the answer.

        Raises:
            TimeoutError: None came in time; the process has been killed.
            EOFError: The process died, or answered more than it may.

        """
        self.documents += 1

        def exchange() -> bytes:
            send(self._in, dumps(question))
            send(self._in, body)
            return receive(self._out)

        return self._within(seconds, exchange)

    def stop(self) -> None:
        """Kill the process and close its pipes."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # unsent bytes of a page it no longer wants
                    pass

    def abandon(self) -> None:
        """Close our copies of the pipes; the process belongs to the one we were forked from."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                os.close(pipe.fileno())

    def _within(self, seconds: float, work: object) -> bytes:
        """Run `work` in a thread, for at most so long; killing the process ends the thread."""
        answers: list[bytes] = []

        def run() -> None:
            try:
                answers.append(work())  # type: ignore[operator]
            except (OSError, EOFError, ValueError):
                pass

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        thread.join(seconds)
        late = thread.is_alive()
        if late or not answers:
            self._process.kill()
            thread.join()
            self.stop()
        if late:
            raise TimeoutError
        if not answers:
            raise EOFError
        return answers[0]


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write a message: eight bytes of length, then its bytes."""
    pipe.write(len(message).to_bytes(8, "big"))
    pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes], limit: int = _ANSWER_BYTES) -> bytes:
    """Read a message.

    Raises:
        EOFError: The other end closed, or announces more than `limit` bytes.

    """
    head = pipe.read(8)
    size = int.from_bytes(head, "big")
    if len(head) < 8 or size > limit:
        raise EOFError
    message = pipe.read(size)
    if len(message) < size:
        raise EOFError
    return message


def read_page(body: bytes, *, url: str | None = None, charset: str | None = None) -> Page:
    """Read a page in the isolated process.

    Raises:
        ReadError: The page was refused (``limit:…``), or it broke the reader twice (``html:crash``).

    """
    question = Question(url=url, charset=charset)
    with _lock:
        page = _isolated(body, question)
    if page.fault:
        raise ReadError(page.notes[-1].message, code=page.fault, where=url or "page")
    return page


def _isolated(body: bytes, question: Question) -> Page:
    for _ in range(2):  # once more, alone: the first death may have been the last page's doing
        try:
            worker = _current()
        except (OSError, EOFError, TimeoutError):
            return _here(body, question)
        try:
            answer = worker.ask(body, question)
            return decode(orjson.loads(answer), Page)
        except TimeoutError:
            _drop()
            message = f"reading it took more than {WALL_SECONDS:g} seconds"
            raise ReadError(message, code="limit:time", where=question.url or "page") from None
        except (EOFError, ValueError):
            _drop()
    raise ReadError("it broke the HTML reader twice", code="html:crash", where=question.url or "page")


def _current() -> Worker:
    global _worker  # noqa: PLW0603 (the one process of this process)
    if _worker is not None and _worker.owner != os.getpid():
        _worker.abandon()
        _worker = None
    if _worker is not None and _worker.documents >= WORKER_DOCUMENTS:
        _drop()
    if _worker is None:
        _worker = Worker()
    return _worker


def _drop() -> None:
    global _worker  # noqa: PLW0603
    if _worker is not None and _worker.owner == os.getpid():
        _worker.stop()
    _worker = None


def _here(body: bytes, question: Question) -> Page:
    from ouidire.reading.html.assemble import assemble

    return assemble(body, question)


atexit.register(_drop)
os.register_at_fork(after_in_child=lambda: globals().update(_lock=threading.Lock())) if hasattr(
    os, "register_at_fork"
) else None
