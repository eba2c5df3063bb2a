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
from ouidire.web import api, openapi, pages
from ouidire.web.desk import Desk
from ouidire.web.guards import Guard, hostname
from ouidire.web.operations import Operation, route
from ouidire.web.problems import Problem, answer_of

__all__ = ["LOCAL", "create_app"]

LOCAL = ("localhost", "127.0.0.1", "[::1]")
"""Names that this machine has for itself."""

_SAID = {
    404: "there is no such page; look in the lists",
    405: "this server only reads: ask with GET or HEAD",
}


def create_app(ledger: Ledger, hosts: Iterable[str] = ()) -> ASGIApp:
    """Return the workbench over `ledger`, as an ASGI application; the ledger is read into memory.

    Args:
        hosts: Names beside `LOCAL` under which it may be asked.

    """
    routes = [
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
    app.state.desk.now()  # read here once, so that the first request is as fast as any
    return Guard(app, allowed)  # outside of everything: also what breaks is answered with its headers


@lru_cache(maxsize=1)
def _document() -> bytes:
    says = "This description."
    itself = Operation("/openapi.json", "openapi", says, lambda _asked: Response(), answers="")
    return orjson.dumps(openapi.document((*api.OPERATIONS, itself), api.BASE))


async def _description(_request: Request) -> Response:
    return Response(_document(), media_type="application/json", headers={"Cache-Control": "no-cache"})


def _look(_request: Request) -> Response:
    """Return the style of dossiers, which pages share."""
    return FileResponse(
        str(files("ouidire.presentation") / "templates" / "dossier.css"), media_type="text/css"
    )


async def _problem(request: Request, exc: Exception) -> Response:
    assert isinstance(exc, Problem)
    return answer_of(exc, request.url.path)


async def _refusal(request: Request, exc: Exception) -> Response:
    assert isinstance(exc, HTTPException)
    says = _SAID.get(exc.status_code, "this cannot be answered as asked")
    return answer_of(Problem(exc.status_code, says), request.url.path, dict(exc.headers or {}))


async def _accident(request: Request, _exc: Exception) -> Response:
    return answer_of(Problem(500, "something broke here; the log of the server says what"), request.url.path)
