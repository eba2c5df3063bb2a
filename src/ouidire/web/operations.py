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
from ouidire.web.desk import Desk, tag_of
from ouidire.web.parameters import Parameter, read
from ouidire.web.problems import Problem

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
        view = desk.now()
        tag = tag_of(view)
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        if tag in (part.strip() for part in request.headers.get("if-none-match", "").split(",")):
            return Response(status_code=304, headers=headers)
        try:
            response = operation.answer(Asked(view, values, request))
        except UnknownId as exc:
            raise Problem(404, str(exc).partition(" @ ")[0] + "; look in the lists") from exc
        response.headers.update(headers)
        return response

    path = operation.path.replace("{id}", "{id:path}") if operation.name == "source" else operation.path
    return Route(base + path, endpoint, methods=["GET"], name=operation.name)
