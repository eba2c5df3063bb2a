"""Who may write, and what a request that writes must show: its own origin, or a token; never too much."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, QueryParams, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ouidire.engine.snapshot import Snapshot
from ouidire.errors import UnknownId
from ouidire.web.clerk import Clerk
from ouidire.web.desk import Desk
from ouidire.web.guards import LOCAL, hostname
from ouidire.web.parameters import Parameter, read
from ouidire.web.problems import Problem, unknown
from ouidire.web.speaking import spoken_in

__all__ = ["FILES", "SHORT", "Deed", "Doing", "Writing", "deed_route", "is_own"]

SHORT = 65_536
"""Bytes of a form that decides something."""

FILES = 64_000_000
"""Bytes of a form with files."""

_FIELD = 6_000_000
_MANY = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """That a server writes, and for whom.

    Attributes:
        by: Whose decisions are recorded.
        pages: Whether its pages write too: without a login, so for this machine alone.
        token: What programs show; empty where none may write.

    """

    by: str
    pages: bool = True
    token: str = ""


@dataclass(frozen=True, slots=True)
class Doing:
    """One request that writes: the ledger as it stands, what is asked, and the files that came along."""

    view: Snapshot
    values: Mapping[str, Any]
    uploads: tuple[tuple[str, bytes], ...]
    request: Request

    @property
    def clerk(self) -> Clerk:
        """Who writes."""
        clerk: Clerk = self.request.app.state.clerk
        return clerk

    @property
    def by(self) -> str:
        """Whose decision it is."""
        writing: Writing = self.request.app.state.writing
        return writing.by


@dataclass(frozen=True, slots=True)
class Deed:
    """One address that writes, which takes POST.

    Attributes:
        name: Of the operation, unique.
        fields: What it takes, `required` those it cannot do without.
        answers: Name of the schema of its answer; empty for a page, which answers by leading on.
        most: Bytes of a body.

    """

    path: str
    name: str
    says: str
    does: Callable[[Doing], Response]
    fields: tuple[Parameter, ...] = ()
    required: tuple[str, ...] = ()
    answers: str = ""
    most: int = SHORT


def deed_route(deed: Deed, base: str = "") -> Route:
    """Return the route of a deed: of the API, with its token, where there is a `base`; else of the pages."""

    async def endpoint(request: Request) -> Response:
        _allow(request, by_token=bool(base))
        given, uploads = await (_json(request, deed) if base else _form(request, deed))
        values = read(deed.fields, given)
        for name in deed.required:
            if name not in values:
                raise Problem(400, "nothing is given", at=name)
        return await run_in_threadpool(_done, deed, values, uploads, request)

    return Route(base + deed.path, endpoint, methods=["POST"], name=deed.name)


def is_own(headers: Headers) -> bool:
    """Whether a browser says that a page of this server sent it (as Go's CrossOriginProtection asks)."""
    if site := headers.get("sec-fetch-site"):
        return site == "same-origin"
    host = headers.get("host", "").lower()
    return bool(host) and urlsplit(headers.get("origin", "")).netloc.lower() == host


def _allow(request: Request, *, by_token: bool) -> None:
    writing: Writing = request.app.state.writing
    if by_token:
        _check_token(request.headers, writing.token)
    elif not writing.pages or hostname(request.headers.get("host", "")) not in LOCAL:
        raise Problem(403, "pages write only on the machine that serves them; ask the API with a token")
    elif not is_own(request.headers):
        raise Problem(403, "this did not come from a page of this server; open the page and try again")


def _check_token(headers: Headers, token: str) -> None:
    if not token:
        raise Problem(403, "this server was started without a token for programs; see OUIDIRE_TOKEN")
    kind, _, shown = headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not hmac.compare_digest(shown.strip().encode(), token.encode()):
        raise Problem(401, "show the token as: Authorization: Bearer TOKEN")


async def _form(request: Request, deed: Deed) -> tuple[QueryParams, tuple[tuple[str, bytes], ...]]:
    _fits(request, deed.most)
    try:
        form = await request.form(max_files=_MANY, max_fields=_MANY, max_part_size=_FIELD)
    except HTTPException as exc:
        raise Problem(400, "the form cannot be read; send it as a browser does") from exc
    words = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    files = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
    uploads = tuple([(file.filename or "", await file.read()) for file in files if file.filename])
    await form.close()
    return QueryParams(words), uploads


async def _json(request: Request, deed: Deed) -> tuple[QueryParams, tuple[tuple[str, bytes], ...]]:
    _fits(request, deed.most)
    try:
        body = orjson.loads(await request.body())
    except orjson.JSONDecodeError as exc:
        raise Problem(400, "the body is no JSON; send an object") from exc
    if not isinstance(body, dict):
        raise Problem(400, "the body is no object; send one")
    known = {field.name for field in deed.fields}
    for name, value in body.items():
        if name not in known:
            raise Problem(400, f"a key is not known; there are: {', '.join(sorted(known))}")
        if not isinstance(value, str):
            raise Problem(400, "the value is no string", at=name)
        if not _is_text(value):
            raise Problem(400, "the value holds half of a character", at=name)
    return QueryParams(list(body.items())), ()


def _is_text(value: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in value)


def _fits(request: Request, most: int) -> None:
    """Refuse what is too long, or does not say how long it is; the server holds a body to what it says."""
    if "transfer-encoding" in request.headers:
        raise Problem(411, "the body does not say how long it is; send Content-Length")
    said = request.headers.get("content-length", "0")
    if not said.isascii() or not said.isdigit() or int(said) > most:
        raise Problem(413, f"over {most:,} bytes; send less at once")


def _done(
    deed: Deed, values: Mapping[str, Any], uploads: Sequence[tuple[str, bytes]], request: Request
) -> Response:
    desk: Desk = request.app.state.desk
    with spoken_in(request):
        try:
            return deed.does(Doing(desk.now(), values, tuple(uploads), request))
        except UnknownId as exc:
            raise Problem(409, unknown(exc)) from exc
