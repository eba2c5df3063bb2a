"""Keeps answers as they were sent, until the ledger moves: what is asked often is worked out once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ouidire.web.desk import Desk
from ouidire.web.speaking import wanted_language

__all__ = ["Keeper"]

_MOST = 32_000_000
"""Bytes of all answers kept."""

_LARGEST = 512_000
_NEVER = (b"done=", b"lang=")
_MOVING = ("/work/", "/api/v1/work/", "/assets/")

Key = tuple[str, bytes, str, bool, str]


@dataclass(frozen=True, slots=True)
class _Answer:
    start: Message
    body: bytes


class Keeper:
    """Answers from what it has where nothing moved, else passes on and keeps what comes back.

    Keeps plain answers to GET only: none that sets a cookie, tells of an errand, is streamed or large.
    """

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app = app
        self._desk = desk
        self._lock = threading.Lock()
        self._kept: OrderedDict[Key, _Answer] = OrderedDict()
        self._bytes = 0
        self._state = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        key = _key(scope)
        state = await run_in_threadpool(self._desk.standing) if key else ""
        if key is None or not state:
            await self._app(scope, receive, send)
            return
        if found := self._find(key, state):
            await send(dict(found.start))
            await send({"type": "http.response.body", "body": found.body})
            return
        await self._app(scope, receive, self._listening(key, state, send))

    def _listening(self, key: Key, state: str, send: Send) -> Send:
        started: list[Message] = []

        async def listens(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.append(message)
            elif message["type"] == "http.response.body" and started:
                whole = not message.get("more_body", False)
                if whole and _keeps(started[0]) and len(message.get("body", b"")) <= _LARGEST:
                    self._keep(key, state, _Answer(_copied(started[0]), message.get("body", b"")))
                started.clear()  # of a streamed answer only the first part is looked at
            await send(message)

        return listens

    def _find(self, key: Key, state: str) -> _Answer | None:
        with self._lock:
            if state != self._state:
                self._kept.clear()
                self._bytes, self._state = 0, state
                return None
            found = self._kept.get(key)
            if found:
                self._kept.move_to_end(key)
            return found

    def _keep(self, key: Key, state: str, answer: _Answer) -> None:
        with self._lock:
            if state != self._state or key in self._kept:
                return
            self._kept[key] = answer
            self._bytes += len(answer.body)
            while self._bytes > _MOST:
                _, old = self._kept.popitem(last=False)
                self._bytes -= len(old.body)


def _key(scope: Scope) -> Key | None:
    """Return what tells one answer from another; None for what is never kept."""
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(_MOVING):
        return None
    query = scope.get("query_string", b"")
    request = Request(scope)
    if (
        any(name in query for name in _NEVER)
        or "if-none-match" in request.headers
        or "range" in request.headers
    ):
        return None
    zipped = "gzip" in request.headers.get("accept-encoding", "")
    return scope["path"], query, request.headers.get("host", ""), zipped, wanted_language(request)


def _keeps(start: Message) -> bool:
    names = {name.lower() for name, _ in start.get("headers", ())}
    return start["status"] == 200 and b"etag" in names and b"set-cookie" not in names


def _copied(start: Message) -> Message:
    return {**start, "headers": [(bytes(name), bytes(value)) for name, value in start.get("headers", ())]}
