"""What every answer passes: which hosts are served, and the headers that keep a page to itself."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ouidire.web.problems import Problem, answer_of

__all__ = ["HEADERS", "LOCAL", "Guard", "hostname", "is_loopback"]

LOCAL = ("localhost", "127.0.0.1", "[::1]")
"""Names that this machine has for itself."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
"""Of every answer; no script and no style but our own files, no frame, no referrer."""

_LONGEST = 16_000
"""Bytes of a path with its query beyond which nothing is looked at; every field filled in full has fewer."""


class Guard:
    """Refuses foreign hosts and overlong addresses, adds `HEADERS`, and lets HEAD have no body."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it here."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            elif head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        fault = self._fault(scope)
        if fault is None:
            await self._app(scope, receive, guarded)
        else:
            await answer_of(fault, scope["path"])(scope, receive, guarded)

    def _fault(self, scope: Scope) -> Problem | None:
        # A page of another site may reach this server under its own name (DNS rebinding).
        if hostname(Headers(scope=scope).get("host", "")) not in self._hosts:
            return Problem(421, "this server does not answer for that host; start it with --allow-host NAME")
        if len(scope.get("raw_path") or b"") + len(scope.get("query_string", b"")) > _LONGEST:
            return Problem(414, f"the address is over {_LONGEST} bytes; ask for less at once")
        return None


def hostname(host: str) -> str:
    """Return a Host header's name in lower case, without its port; brackets of an IPv6 address are kept."""
    host = host.strip().lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


def is_loopback(host: str) -> bool:
    """Whether an address to listen on is this machine's alone."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
