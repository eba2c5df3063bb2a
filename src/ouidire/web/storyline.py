"""The page of claims in time and space."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import orjson
from starlette.responses import Response

from ouidire.model import Claim
from ouidire.presentation import map_svg, places, storyline_svg
from ouidire.presentation.messages import Spoken
from ouidire.presentation.storyline import Clock, Entry, Window, entries, window_of
from ouidire.presentation.view import ClaimView
from ouidire.web.operations import Asked, Operation
from ouidire.web.parameters import DAY, FILTERS, PAGING, Parameter, one_of, page_of, read_day, wanted
from ouidire.web.rendering import address, as_markup, listing
from ouidire.web.shapes import countries
from ouidire.web.showing import page_with

__all__ = ["STORYLINE", "STORYLINE_API"]

CLOCKS: Spoken[Clock] = Spoken(
    {
        Clock.HAPPENED: "when it is told to have happened",
        Clock.SAID: "when it was said",
        Clock.PUBLISHED: "when it was published",
        Clock.CAPTURED: "when it was captured",
    }
)
_ROWS = 40
_CLOCK = Parameter(
    "clock",
    "Which time is meant; by default when it is told to have happened.",
    {"type": "string", "enum": ["", *Clock]},
    one_of(list(Clock)),
)
_PERIOD = (
    Parameter("from", "First day that is shown, by that clock.", DAY, read_day),
    Parameter("to", "Last day that is shown, by that clock.", DAY, read_day),
)


def _asked(asked: Asked) -> tuple[list[ClaimView], Clock, tuple[Entry, ...], Window | None]:
    views = asked.view.views
    claims: tuple[Claim, ...] = asked.view.claims(wanted(asked.values))
    chosen = [views[claim.id] for claim in claims if claim.id in views and claim.family != "speech"]
    clock = Clock(asked.values.get("clock", Clock.HAPPENED))
    found = entries(chosen, clock, asked.view.captured)
    return chosen, clock, found, window_of(found, asked.values.get("from"), asked.values.get("to"))


def _page(asked: Asked) -> Response:
    chosen, clock, found, window = _asked(asked)
    given = {p.name: asked.request.query_params.get(p.name, "") for p in (*FILTERS, _CLOCK, *_PERIOD)}
    inside = [entry for entry in found if window and window.holds(entry)]
    rows: dict[str, list[Entry]] = {}
    for entry in inside:
        rows.setdefault(entry.view.claim.id, []).append(entry)
    page = page_of([asked.view.views[id_] for id_ in rows], asked.values, lambda v: v.claim.id, size=_ROWS)
    drawn = [(view, rows[view.claim.id]) for view in page.items]
    links = [address("claims", view.claim.id) for view, _ in drawn]
    places_ = places.spots(chosen)
    searches = [listing("/search", given, place=spot.id, clock="", to="", **{"from": ""}) for spot in places_]
    picture = (
        storyline_svg.draw(drawn, found, window, clock=clock, links=(links, _period(given))) if window else ""
    )
    return page_with(
        asked,
        "storyline.html.j2",
        given=given,
        clock=clock,
        clocks=CLOCKS,
        found=found,
        window=window,
        latest=max((entry.high for entry in found), default=None),
        page=page,
        listed=[entry for _, mine in drawn for entry in mine],
        picture=as_markup(picture),
        borders=bool(countries()),
        map=as_markup(map_svg.draw(places_, searches, countries())),
        spots=list(zip(places_, searches, strict=True)),
        claims=len(chosen),
    )


def _period(given: dict[str, str]) -> Callable[[date, date], str]:
    return lambda first, last: listing(
        "/storyline", given, **{"from": first.isoformat(), "to": last.isoformat()}
    )


def _api(asked: Asked) -> Response:
    _, clock, found, window = _asked(asked)
    page = page_of([e for e in found if window and window.holds(e)], asked.values, _key)
    headers = {"X-Total-Count": str(page.total)}
    if page.next:
        where = listing(asked.request.url.path, dict(asked.request.query_params), cursor=page.next)
        headers["Link"] = f'<{where}>; rel="next"'
    body = [_record(entry, clock) for entry in page.items]
    return Response(orjson.dumps(body), media_type="application/json", headers=headers)


def _key(entry: Entry) -> str:
    return f"{entry.item.assertion.id} {entry.begin} {entry.until}"


def _record(entry: Entry, clock: Clock) -> dict[str, Any]:
    place = entry.item.assertion.proposition.place
    return {
        "claim": entry.view.claim.id,
        "assertion": entry.item.assertion.id,
        "gloss": entry.view.claim.gloss,
        "clock": clock.value,
        "begin": entry.begin.isoformat() if entry.begin else None,
        "until": entry.until.isoformat() if entry.until else None,
        "words": entry.words,
        "told": entry.told,
        "place": {"referent": place.referent, "lat": place.lat, "lon": place.lon} if place else None,
    }


_ASKED = (*FILTERS, _CLOCK, *_PERIOD, *PAGING)
STORYLINE = Operation(
    "/storyline", "storyline", "Claims in time and space.", _page, _ASKED, media="text/html"
)
STORYLINE_API = Operation(
    "/storyline",
    "timeline",
    "Claims in time: each with its interval, oldest first.",
    _api,
    _ASKED,
    "moment[]",
    paged=True,
)
