"""What went wrong, as ``application/problem+json`` (RFC 9457) for programs and as a calm page for people."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import orjson
from starlette.responses import HTMLResponse, Response

from ouidire.errors import UnknownId
from ouidire.presentation.messages import Spoken, say
from ouidire.web.rendering import render

__all__ = ["API", "PROBLEM", "Problem", "answer_of", "unknown"]

API = "/api/"
TITLES: Spoken[int] = Spoken(
    {status: HTTPStatus(status).phrase for status in (400, 401, 403, 404, 405, 409, 411, 413, 414, 421, 500)}
)
"""What each status is called."""

PROBLEM = "application/problem+json"


_UNKNOWN: Spoken[str] = Spoken(
    {
        says: says
        for says in (
            "nothing here has this id",
            "no decision has this id",
            "it does not hold any more",
            "only who decided takes it back",
            "both are one assertion",
            "both are one",
            "look in the lists",
            "look in the lists of claims and articles",
            "see what was decided",
            "decide otherwise instead",
            "name another",
            "give more of it",
        )
    }
)
"""What ledgers say of what they do not have, where a page can say it in another language."""


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
    if path.startswith(API):
        title = HTTPStatus(problem.status).phrase
        body: dict[str, Any] = {"type": "about:blank", "title": title, "status": problem.status}
        body |= {"detail": problem.detail} | ({"parameter": problem.at} if problem.at else {})
        return Response(orjson.dumps(body), problem.status, media_type=PROBLEM, headers=headers)
    title = TITLES.get(problem.status, HTTPStatus(problem.status).phrase)
    page = render("problem.html.j2", title=title, problem=problem)
    return HTMLResponse(page, problem.status, headers=headers)


def unknown(exc: UnknownId) -> str:
    """Return what a ledger says of what it does not have, without the words of the request."""
    says, _, after = str(exc).partition(" @ ")
    step = after.partition("; ")[2] or "look in the lists"
    return f"{say(says)}; {say(step)}"
