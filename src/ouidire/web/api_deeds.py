"""What programs write, with a token: under ``/api/v1``, as JSON."""

from __future__ import annotations

from typing import Any

import orjson
from starlette.responses import Response

from ouidire.codec import encode
from ouidire.engine.recording import Recorded
from ouidire.web.clerk import Errand
from ouidire.web.deeds import BECAUSE, GRADE, PAIR, TAKEN_BACK, grade, judge, withdraw
from ouidire.web.receiving import ARTICLE_FIELDS, add
from ouidire.web.writing import FILES, Deed, Doing

__all__ = ["DEEDS", "accepted", "recorded", "told"]


def recorded(one: Recorded) -> dict[str, Any]:
    """Return a decision with its id."""
    return {"id": one.id, "noun": type(one.decision).__name__, "decision": encode(one.decision)}


def told(errand: Errand) -> dict[str, Any]:
    """Return what became of an errand."""
    one = errand.recorded
    return {
        "id": errand.id,
        "done": errand.done,
        "fault": errand.fault,
        "recorded": recorded(one) if one else None,
        "added": [encode(item) for item in errand.added],
        "expected": errand.expected,
        "changes": [
            {"kind": x.kind, "claim": x.claim, "gloss": x.gloss, "says": x.says} for x in errand.changes
        ],
    }


def accepted(errand: Errand) -> Response:
    """Answer that an errand was taken, and where to ask what came of it."""
    headers = {"Location": f"/api/v1/work/{errand.id}"}
    return Response(orjson.dumps(told(errand)), 202, media_type="application/json", headers=headers)


def _judge(doing: Doing) -> Response:
    return accepted(judge(doing))


def _grade(doing: Doing) -> Response:
    return accepted(grade(doing))


def _withdraw(doing: Doing) -> Response:
    return accepted(withdraw(doing))


def _add(doing: Doing) -> Response:
    return accepted(add(doing))


DEEDS = (
    Deed(
        "/articles",
        "addArticle",
        "Add an article as text.",
        _add,
        ARTICLE_FIELDS,
        ("text",),
        "work",
        FILES,
    ),
    Deed(
        "/judgements",
        "judge",
        "Say how two assertions relate, that two articles are no copies, or that two sources are one origin.",
        _judge,
        (*PAIR, BECAUSE),
        ("a", "b", "relation"),
        "work",
    ),
    Deed(
        "/grades",
        "grade",
        "Set the Admiralty letter of a source.",
        _grade,
        (*GRADE, BECAUSE),
        ("source", "letter"),
        "work",
    ),
    Deed(
        "/withdrawals",
        "withdraw",
        "Take a decision back.",
        _withdraw,
        (TAKEN_BACK, BECAUSE),
        ("decision",),
        "work",
    ),
)
"""What programs can write."""
