"""What pages write: a decision, a decision taken back, articles, what waits to be taken in."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.responses import RedirectResponse, Response

from ouidire.engine.judging import VERDICTS, Verdict
from ouidire.engine.recording import Recorded, record_grade, record_verdict, take_back
from ouidire.model import Reliability
from ouidire.web.clerk import Errand
from ouidire.web.parameters import Parameter, one_of, words_up_to
from ouidire.web.receiving import PAGE_DEED
from ouidire.web.writing import Deed, Doing

__all__ = ["BECAUSE", "DEEDS", "GRADE", "PAIR", "TAKEN_BACK", "grade", "judge", "withdraw"]

_PATIENCE = 8.0
"""Seconds a person waits for what follows from a decision before the page says that it is still being drawn."""

_BACK = re.compile(r"/(review|decisions|claims/|articles/|sources/|compare|storyline)[^\\\s]{0,1500}")


def _back(words: str) -> str:
    if not _BACK.fullmatch(words):
        raise ValueError("no page of this server to go back to")
    return words


_ID = {"type": "string", "minLength": 1, "maxLength": 300}
_WORDS = {"type": "string", "maxLength": 2000}
BACK = Parameter("back", "The page to go back to.", {"type": "string"}, _back)
BECAUSE = Parameter("because", "The reason, in your words.", _WORDS, words_up_to(2000))
PAIR = (
    Parameter("a", "Id of an assertion or article, or a source.", _ID, words_up_to(300)),
    Parameter("b", "The other.", _ID, words_up_to(300)),
    Parameter(
        "relation",
        "How a stands to b: of assertions; NOT_A_COPY of articles; SAME_ORIGIN of sources.",
        {"type": "string", "enum": list(VERDICTS)},
        one_of(VERDICTS),
    ),
)
GRADE = (
    Parameter("source", "Name or id of a source.", _ID, words_up_to(300)),
    Parameter("letter", "A to F.", {"type": "string", "enum": list(Reliability)}, one_of(list(Reliability))),
)
TAKEN_BACK = Parameter("decision", "Id of a decision of yours that holds.", _ID, words_up_to(300))


def judge(doing: Doing) -> Errand:
    """Record a verdict on a pair."""
    given = doing.values
    verdict = Verdict(says=given["relation"], by=doing.by, because=given.get("because", ""))
    view = doing.view

    def write() -> Recorded:
        return record_verdict(view.store, view.whole.extractions, verdict, a=given["a"], b=given["b"])

    return doing.clerk.record(write)


def grade(doing: Doing) -> Errand:
    """Record the letter of a source."""
    given, view = doing.values, doing.view

    def write() -> Recorded:
        because = given.get("because", "")
        return record_grade(
            view.store, view.sources, given["source"], given["letter"], by=doing.by, because=because
        )

    return doing.clerk.record(write)


def withdraw(doing: Doing) -> Errand:
    """Record that a decision is taken back."""
    given, view = doing.values, doing.view
    because = given.get("because", "")
    return doing.clerk.record(lambda: take_back(view.store, given["decision"], by=doing.by, because=because))


def lead_back(errand: Errand, back: str) -> Response:
    """Wait a little for what follows, then lead to the page `back`, which tells it."""
    errand.finished.wait(_PATIENCE)
    parts = urlsplit(back)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "done"]
    where = f"{parts.path}?{urlencode([*query, ('done', errand.id)])}"
    return RedirectResponse(f"{where}#done", status_code=303)


def _judge(doing: Doing) -> Response:
    return lead_back(judge(doing), doing.values.get("back", "/decisions"))


def _grade(doing: Doing) -> Response:
    return lead_back(grade(doing), doing.values.get("back", "/decisions"))


def _withdraw(doing: Doing) -> Response:
    return lead_back(withdraw(doing), doing.values.get("back", "/decisions"))


def _renew(doing: Doing) -> Response:
    errand = doing.clerk.give(lambda _errand: None)
    return RedirectResponse(f"/work/{errand.id}", status_code=303)


DEEDS = (
    Deed("/judgements", "judgePage", "Judge a pair.", _judge, (*PAIR, BECAUSE, BACK), ("a", "b", "relation")),
    Deed("/grades", "gradePage", "Grade a source.", _grade, (*GRADE, BECAUSE, BACK), ("source", "letter")),
    Deed(
        "/withdrawals",
        "withdrawPage",
        "Take a decision back.",
        _withdraw,
        (TAKEN_BACK, BECAUSE, BACK),
        ("decision",),
    ),
    PAGE_DEED,
    Deed("/renewals", "renewPage", "Take in what waits.", _renew),
)
"""What the pages can write."""
