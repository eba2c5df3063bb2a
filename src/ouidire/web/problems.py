"""What went wrong, as ``application/problem+json`` (RFC 9457) for programs and as a calm page for people."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import orjson
from starlette.responses import HTMLResponse, Response

from ouidire.web.rendering import render

__all__ = ["API", "PROBLEM", "Problem", "answer_of"]

API = "/api/"
PROBLEM = "application/problem+json"


class Problem(Exception):
    """A request that is not answered as asked.

    Attributes:
        status: The HTTP status.
        detail: What, and what to do next; shown as it is, so never words of a request's address.
        at: Name of the parameter it concerns; empty for none.

    """

    def __init__(self, status: int, detail: str, *, at: str = "") -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.at = at


def answer_of(problem: Problem, path: str, headers: dict[str, str] | None = None) -> Response:
    """Return the answer for a request of `path`."""
    title = HTTPStatus(problem.status).phrase
    if path.startswith(API):
        body: dict[str, Any] = {"type": "about:blank", "title": title, "status": problem.status}
        body |= {"detail": problem.detail} | ({"parameter": problem.at} if problem.at else {})
        return Response(orjson.dumps(body), problem.status, media_type=PROBLEM, headers=headers)
    page = render("problem.html.j2", title=title, problem=problem)
    return HTMLResponse(page, problem.status, headers=headers)
