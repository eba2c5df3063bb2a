"""The search page, and its counts for programs."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable
from typing import Any

import orjson
from starlette.responses import Response

from ouidire.model import Claim, Contest, Label, Support
from ouidire.web.operations import Asked, Operation
from ouidire.web.parameters import FILTERS, PAGING, SPEECH, page_of, wanted
from ouidire.web.showing import page_with

__all__ = ["FACETS", "SEARCH"]

_SIZE = 25
_ASKED = (*FILTERS, SPEECH)


def _found(asked: Asked) -> tuple[list[Claim], list[Claim]]:
    """Return the claims that fit, and those of them that are shown."""
    views = asked.view.views
    found = [claim for claim in asked.view.claims(wanted(asked.values)) if claim.id in views]
    return found, found if "speech" in asked.values else [c for c in found if c.family != "speech"]


def _page(asked: Asked) -> Response:
    found, shown = _found(asked)
    page = page_of(shown, asked.values, lambda claim: claim.id, size=_SIZE)
    given = {p.name: asked.request.query_params.get(p.name, "") for p in _ASKED}
    more = asked.view.facets.counted(claim.id for claim in shown)
    return page_with(
        asked,
        "search.html.j2",
        page=page,
        views=[asked.view.views[claim.id] for claim in page.items],
        given=given,
        hidden=len(found) - len(shown),
        labels=_counts((claim.label for claim in shown), Label),
        supports=_counts((claim.status.support for claim in shown), Support),
        contests=_counts((claim.status.contest for claim in shown), Contest)[1:],
        facets=more,
        months=[(facet, *_month(facet.value)) for facet in more["month"]],
        languages=asked.view.languages,
        all_labels=list(Label),
        statuses=[*Support, *list(Contest)[1:]],
    )


def _counts(values: Iterable[Any], order: Iterable[Any]) -> list[tuple[Any, int]]:
    counts = Counter(map(id, values))  # members of an enumeration are one each; their hashes are slow
    return [(value, counts[id(value)]) for value in order]


def _month(iso: str) -> tuple[str, str]:
    """Return the first and the last day of a month."""
    year, month = (int(part) for part in iso.split("-"))
    return f"{iso}-01", f"{iso}-{calendar.monthrange(year, month)[1]:02}"


def _api(asked: Asked) -> Response:
    _, shown = _found(asked)
    body: dict[str, list[dict[str, Any]]] = {
        "label": _rows(_counts((claim.label for claim in shown), Label)),
        "support": _rows(_counts((claim.status.support for claim in shown), Support)),
        "contest": _rows(_counts((claim.status.contest for claim in shown), Contest)),
    }
    for kind, facets in asked.view.facets.counted((claim.id for claim in shown), most=1000).items():
        body[kind] = [{"value": facet.value, "n": facet.n} for facet in facets]
    return Response(orjson.dumps(body), media_type="application/json")


def _rows(counts: Iterable[tuple[Any, int]]) -> list[dict[str, Any]]:
    return [{"value": value.value, "n": n} for value, n in counts if n]


SEARCH = Operation("/search", "search", "Claims.", _page, (*_ASKED, *PAGING), media="text/html")
FACETS = Operation(
    "/facets", "facets", "By what a search can be narrowed down, with counts.", _api, _ASKED, "facets"
)
