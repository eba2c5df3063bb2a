"""The application: routes, guards, and what is said when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

import orjson
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from ouidire.engine import Ledger
from ouidire.presentation.messages import Spoken, say
from ouidire.web import api, api_deeds, deeds, openapi, pages
from ouidire.web.clerk import Clerk
from ouidire.web.desk import Desk
from ouidire.web.guards import LOCAL, Guard, hostname
from ouidire.web.keeping import Keeper
from ouidire.web.operations import Operation, route
from ouidire.web.problems import Problem, answer_of
from ouidire.web.speaking import spoken_in
from ouidire.web.writing import Writing, deed_route

__all__ = ["create_app"]

_SAID: Spoken[int] = Spoken(
    {
        404: "there is no such page; look in the lists",
        405: "this address is not asked so; one that only reads takes GET and HEAD",
    }
)


def create_app(ledger: Ledger, hosts: Iterable[str] = (), writing: Writing | None = None) -> ASGIApp:
    """Return the workbench over `ledger`, as an ASGI application; the ledger is read into memory.

    Args:
        hosts: Names beside `LOCAL` under which it may be asked.
        writing: Who writes through it; nobody where it is None.

    """
    written = [
        *(deed_route(deed, api.BASE) for deed in api_deeds.DEEDS),
        *(deed_route(deed) for deed in deeds.DEEDS),
    ]
    routes = [
        *(written if writing else ()),
        Route(f"{api.BASE}/openapi.json", _description, name="openapi"),
        *(route(operation, api.BASE) for operation in api.OPERATIONS),
        *(route(operation) for operation in pages.PAGES),
        Route("/assets/dossier.css", _look, name="look"),
        Mount("/assets", StaticFiles(packages=[("ouidire.web", "assets")]), name="assets"),
    ]
    allowed = {*LOCAL, *(hostname(host) for host in hosts)}
    app = Starlette(
        routes=routes,
        middleware=[Middleware(GZipMiddleware, minimum_size=1024)],
        exception_handlers={Problem: _problem, HTTPException: _refusal, Exception: _accident},
    )
    app.state.desk = Desk(ledger)
    app.state.clerk = Clerk(app.state.desk)
    app.state.writing = writing
    app.state.desk.now()  # read here once, so that the first request is as fast as any
    kept = Keeper(app, app.state.desk)
    return Guard(kept, allowed)  # outside of everything: also what breaks is answered with its headers


@lru_cache(maxsize=2)
def _document(*, writes: bool) -> bytes:
    says = "This description."
    itself = Operation("/openapi.json", "openapi", says, lambda _asked: Response(), answers="")
    written = api_deeds.DEEDS if writes else ()
    return orjson.dumps(openapi.document((*api.OPERATIONS, itself), api.BASE, written))


async def _description(request: Request) -> Response:
    return Response(
        _document(writes=bool(request.app.state.writing)),
        media_type="application/json",
        headers={"Cache-Control": "no-cache"},
    )


def _look(_request: Request) -> Response:
    """Return the style of dossiers, which pages share."""
    return FileResponse(
        str(files("ouidire.presentation") / "templates" / "dossier.css"), media_type="text/css"
    )


async def _problem(request: Request, exc: Exception) -> Response:
    assert isinstance(exc, Problem)
    headers = {"WWW-Authenticate": "Bearer"} if exc.status == 401 else None
    with spoken_in(request):
        return answer_of(exc, request.url.path, headers)


async def _refusal(request: Request, exc: Exception) -> Response:
    assert isinstance(exc, HTTPException)
    with spoken_in(request):
        says = _SAID.get(exc.status_code) or say("this cannot be answered as asked")
        return answer_of(Problem(exc.status_code, says), request.url.path, dict(exc.headers or {}))


async def _accident(request: Request, _exc: Exception) -> Response:
    with spoken_in(request):
        says = "something broke here; the log of the server says what"
        return answer_of(Problem(500, says), request.url.path)
