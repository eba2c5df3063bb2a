"""Where claims are told to have happened: places to draw and to list, never finer than the text names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ouidire.gazetteer.places import place_of
from ouidire.presentation.messages import Spoken
from ouidire.presentation.view import ClaimView

__all__ = ["PRECISION", "Spot", "bounds", "spots"]

PRECISION: Spoken[str] = Spoken(
    {
        "city": "a town; drawn to a tenth of a degree, about 10 km",
        "town": "a town; drawn to a tenth of a degree, about 10 km",
        "region": "a region; its middle, approximate",
        "country": "a country; its middle, approximate",
        "area": "a large area; its middle, approximate",
        "": "as placed by the world file or the text; how exactly is not known",
    }
)
"""How exact a point is, by kind of place."""


@dataclass(slots=True)
class Spot:
    """A place that claims name.

    Attributes:
        id: Of the gazetteer or the ledger; `kind` is empty where no table has it.
        lat: Degrees, with `lon`; None where nobody knows.
        names: As the texts write it.
        views: The claims, in their order.

    """

    id: str
    kind: str
    lat: float | None
    lon: float | None
    names: Counter[str] = field(default_factory=Counter)
    views: list[ClaimView] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What the texts call it most often."""
        return max(sorted(self.names), key=lambda name: (self.names[name], len(name)))

    @property
    def placed(self) -> bool:
        """Whether it can be drawn."""
        return self.lat is not None and self.lon is not None

    @property
    def precision(self) -> str:
        """How exact its point is, in words."""
        return PRECISION.get(self.kind, PRECISION[""])


def spots(views: Iterable[ClaimView]) -> tuple[Spot, ...]:
    """Return the places of claims, those with most claims first."""
    found: dict[str, Spot] = {}
    for view in views:
        for item in view.occurrences:
            place = item.assertion.proposition.place
            if place is None:
                continue
            words = " ".join(place.span.of(item.article.text).split())
            key = place.referent or words.casefold()
            known = place_of(place.referent) if place.referent else None
            spot = found.setdefault(key, Spot(key, known.kind if known else "", place.lat, place.lon))
            if spot.lat is None:
                spot.lat, spot.lon = place.lat, place.lon
            spot.names[words] += 1
            if view not in spot.views[-1:]:
                spot.views.append(view)
    return tuple(sorted(found.values(), key=_order))


def _order(spot: Spot) -> tuple[int, str]:
    return (-len(spot.views), spot.id)


def bounds(found: Sequence[Spot]) -> tuple[float, float, float, float]:
    """Return west, south, east and north around the points of `found`, with room."""
    lons = [spot.lon for spot in found if spot.lon is not None]
    lats = [spot.lat for spot in found if spot.lat is not None]
    room = max(max(lons) - min(lons), max(lats) - min(lats), 4.0) * 0.25
    return (
        max(min(lons) - room, -180.0),
        max(min(lats) - room, -90.0),
        min(max(lons) + room, 180.0),
        min(max(lats) + room, 90.0),
    )
