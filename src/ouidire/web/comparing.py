"""The page that lays two articles side by side, and the same for programs."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.responses import Response

from ouidire.engine.comparing import CLAIM, Comparison, Row, compare
from ouidire.engine.snapshot import Snapshot
from ouidire.linking.reuse import Likeness
from ouidire.model import Article, Span
from ouidire.presentation.differences import unlike
from ouidire.presentation.messages import Spoken
from ouidire.presentation.occurrences import OccurrenceView, Piece, cut
from ouidire.web.operations import Asked, Operation
from ouidire.web.parameters import Parameter, words_up_to
from ouidire.web.showing import page_with

__all__ = ["COMPARE", "COMPARE_API"]

HOW: Spoken[str] = Spoken(
    {
        Likeness.VERBATIM.value: "word for word",
        Likeness.REWORDED.value: "reworded",
        Likeness.TRANSLATED.value: "translated",
        CLAIM: "the same claim, in other words",
        "left": "only in the first",
        "right": "only in the second",
    }
)
"""How a sentence stands in the other article."""

_PAIRS = 200
_SIDE = {"type": "string", "maxLength": 100}
_BOTH = (
    Parameter("a", "Id of an article, or the beginning of it.", _SIDE, words_up_to(100)),
    Parameter("b", "The other.", _SIDE, words_up_to(100)),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row ready to print.

    Attributes:
        left: Pieces of the sentence, part ``differs`` where the other has no like; as `right`.
        ours: The claims of the left one, as they stand there; `theirs` those of the right.
        otherwise: Whether a claim that both make bears another label on the other side.

    """

    how: str
    row: Row
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    over: Mapping[str, str]
    ours: list[OccurrenceView]
    theirs: list[OccurrenceView]

    @property
    def otherwise(self) -> bool:
        pairs = itertools.product(self.row.ours, self.row.theirs)
        told = {one.assertion.id: one.label for one in (*self.ours, *self.theirs)}
        return any(told[a] != told[b] for a, b in pairs if self.over[a] == self.over[b])


def _page(asked: Asked) -> Response:
    view, given = asked.view, asked.values
    if "a" not in given or "b" not in given:
        return page_with(
            asked, "compare_choose.html.j2", pairs=_known(view), versions=list(view.versions.values())
        )
    found = compare(view, view.extraction(given["a"]), view.extraction(given["b"]))
    values = {
        "found": found,
        "lines": [_line(view, found, row) for row in found.rows],
        "how": HOW,
        "counts": [(how, found.count(how)) for how in HOW if found.count(how)],
        "one_page": found.left.article.url and found.left.article.url == found.right.article.url,
    }
    return page_with(asked, "compare.html.j2", **values)


def _line(view: Snapshot, found: Comparison, row: Row) -> Line:
    how = row.how or ("left" if row.left else "right")
    marks: tuple[Sequence[Span], Sequence[Span]] = ((), ())
    if row.left and row.right and how == Likeness.REWORDED:
        marks = unlike((found.left.article.text, row.left), (found.right.article.text, row.right))
    return Line(
        how,
        row,
        _pieces(found.left.article, row.left, marks[0]),
        _pieces(found.right.article, row.right, marks[1]),
        view.over,
        [view.occurrence(id_) for id_ in row.ours],
        [view.occurrence(id_) for id_ in row.theirs],
    )


def _pieces(article: Article, whole: Span | None, marks: Sequence[Span]) -> tuple[Piece, ...]:
    return cut(article.text, whole, [(span, "differs") for span in marks]) if whole else ()


def _known(view: Snapshot) -> list[tuple[Article, Article]]:
    """Return pairs of articles that share text, newest first."""
    found = {(copy.from_, copy.to) for copies in view.copies.values() for copy in copies}
    order = view.article_ids
    pairs = sorted((p for p in found if p[0] in order and p[1] in order), key=lambda p: (-order[p[1]], p))
    return [(view.extraction(a).article, view.extraction(b).article) for a, b in pairs[:_PAIRS]]


def _api(asked: Asked) -> Response:
    view, given = asked.view, asked.values
    found = compare(view, view.extraction(given.get("a", "")), view.extraction(given.get("b", "")))
    return Response(orjson.dumps(_record(found)), media_type="application/json")


def _record(found: Comparison) -> dict[str, Any]:
    rows = [
        {
            "left": _side(found.left.article, row.left, row.ours),
            "right": _side(found.right.article, row.right, row.theirs),
            "how": row.how or None,
            "moved": row.moved,
            "claims": list(row.shared),
        }
        for row in found.rows
    ]
    return {"left": found.left.article.id, "right": found.right.article.id, "rows": rows}


def _side(article: Article, span: Span | None, ids: Sequence[str]) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"start": span.start, "end": span.end, "quote": span.of(article.text), "assertions": list(ids)}


COMPARE = Operation("/compare", "compare", "Two articles side by side.", _page, _BOTH, media="text/html")
COMPARE_API = Operation(
    "/compare",
    "comparison",
    "Two articles side by side, sentence by sentence; give both.",
    _api,
    _BOTH,
    "comparison",
)
