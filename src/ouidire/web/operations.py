"""An operation: an address, what may be asked of it, what it answers. The route table is made of these."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ouidire.engine.snapshot import Snapshot
from ouidire.errors import UnknownId
from ouidire.presentation.messages import read_in
from ouidire.web.clerk import Clerk, Errand
from ouidire.web.desk import Desk, tag_of
from ouidire.web.parameters import Parameter, read
from ouidire.web.problems import Problem, unknown
from ouidire.web.speaking import COOKIE, chosen, wanted_language
from ouidire.web.writing import Writing

__all__ = ["Asked", "Operation", "route"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: the ledger as it stands, what is asked of it, and the words it was asked in."""

    view: Snapshot
    values: Mapping[str, Any]
    request: Request

    @property
    def id(self) -> str:
        """The id in the address."""
        return str(self.request.path_params["id"])

    @property
    def desk(self) -> Desk:
        """The ledger."""
        desk: Desk = self.request.app.state.desk
        return desk

    @property
    def writing(self) -> Writing | None:
        """Who may write; None where nobody may."""
        writing: Writing | None = self.request.app.state.writing
        return writing

    def errand(self, id_: str) -> Errand | None:
        """Return what became of an errand; None where it is not known (any more)."""
        clerk: Clerk = self.request.app.state.clerk
        return clerk.told(id_)


@dataclass(frozen=True, slots=True)
class Operation:
    """One address, which answers GET and HEAD.

    Attributes:
        path: With ``{id}`` where an id stands.
        name: Of the operation, unique.
        says: One line.
        answers: Name of the schema of its answer; with ``[]`` after it for a list. Empty where it is none of ours.
        media: Type of the answer.

    """

    path: str
    name: str
    says: str
    answer: Callable[[Asked], Response]
    parameters: tuple[Parameter, ...] = ()
    answers: str = ""
    media: str = "application/json"
    paged: bool = False


def route(operation: Operation, base: str = "") -> Route:
    """Return the route of an operation, its paths under `base`."""

    def endpoint(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        values = read(operation.parameters, request.query_params)
        asked = Asked(desk.now(), values, request)
        tongue = "" if base else wanted_language(request)
        headers = {"ETag": _tag(asked, tongue), "Cache-Control": "no-cache"}
        if tongue:
            headers |= {"Vary": "Accept-Language, Cookie", "Content-Language": tongue}
        if headers["ETag"] in (part.strip() for part in request.headers.get("if-none-match", "").split(",")):
            return Response(status_code=304, headers=headers)
        try:
            with read_in(tongue):
                response = operation.answer(asked)
        except UnknownId as exc:
            with read_in(tongue):
                raise Problem(404, unknown(exc)) from exc
        response.headers.update(headers)
        if tongue and chosen(request):
            response.set_cookie(COOKIE, tongue, max_age=31_536_000, samesite="strict", httponly=True)
        return response

    path = operation.path.replace("{id}", "{id:path}") if operation.name == "source" else operation.path
    return Route(base + path, endpoint, methods=["GET"], name=operation.name)


def _tag(asked: Asked, tongue: str) -> str:
    """Return the entity tag of an answer: it moves with the ledger, and with an errand that it tells of."""
    errand = asked.errand(str(asked.values.get("done", "") or asked.request.path_params.get("id", "")))
    more = (tongue, "w" if tongue and asked.writing else "", errand.mark if errand else "")
    return tag_of(asked.view, *(part for part in more if part))
