"""Places on a map as an SVG element: a graticule, country shapes where they are at hand, labelled points.

An equirectangular projection that is true to scale along the middle parallel; no tiles, no other host.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape

from ouidire.presentation import words
from ouidire.presentation.messages import say
from ouidire.presentation.places import Spot, bounds

__all__ = ["Ring", "draw"]

Ring = Sequence[tuple[float, float]]
"""Longitude and latitude of the points around a stretch of land."""

_WIDTH, _TALLEST, _PAD = 1000, 640, 8
_GRIDS = (0.5, 1, 2, 5, 10, 20, 30)
_RADIUS = {"city": 5, "town": 5, "region": 14, "country": 20, "area": 26, "": 8}
_LINE = 15


def draw(found: Sequence[Spot], links: Sequence[str], shapes: Sequence[Ring] = ()) -> str:
    """Return the picture of the places that have coordinates; empty where none has.

    Args:
        links: Where each of `found` leads.
        shapes: Countries to draw below them.

    """
    placed = [(spot, link) for spot, link in zip(found, links, strict=True) if spot.placed]
    if not placed:
        return ""
    frame = _Frame(bounds([spot for spot, _ in placed]))
    says = say("Each place is named beside its mark; a dashed ring is approximate. The table says the same.")
    out = [
        (
            f'<svg class="map" viewBox="0 0 {_WIDTH} {frame.height}" role="group" aria-labelledby="map-title map-desc">'
            f'<title id="map-title">{escape(say("Where claims are told to have happened"))}</title>'
            f'<desc id="map-desc">{escape(says)}</desc><rect class="sea" width="{_WIDTH}" height="{frame.height}"/>'
        )
    ]
    out += [f'<path class="land" d="{path}"/>' for ring in shapes if (path := frame.path(ring))]
    out += frame.graticule()
    taken: list[tuple[float, float, float]] = []
    for spot, link in placed:
        out.append(_point(spot, link, frame.at(spot.lon or 0.0, spot.lat or 0.0), taken))
    return "".join(out) + "</svg>"


class _Frame:
    """Turns degrees into places on the picture."""

    def __init__(self, box: tuple[float, float, float, float]) -> None:
        self.west, south, self.east, self.north = box
        squeeze = max(math.cos(math.radians((south + self.north) / 2)), 0.2)
        self.scale = min(
            _WIDTH / max((self.east - self.west) * squeeze, 1e-6),
            _TALLEST / max(self.north - south, 1e-6),
        )
        self.across = self.scale * squeeze
        self.height = round((self.north - south) * self.scale)
        spare = (_WIDTH / self.across - (self.east - self.west)) / 2  # a tall box leaves room at both sides
        self.west, self.east = self.west - spare, self.east + spare
        self.south = south

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return round((lon - self.west) * self.across, 1), round((self.north - lat) * self.scale, 1)

    def path(self, ring: Ring) -> str:
        """Return a ring as a path; empty where no part of it can be seen."""
        lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
        if max(lons) < self.west or min(lons) > self.east or max(lats) < self.south or min(lats) > self.north:
            return ""
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in (self.at(*point) for point in ring)) + "z"

    def graticule(self) -> Iterator[str]:
        """Yield meridians and parallels with their degrees."""
        step = next((g for g in _GRIDS if (self.east - self.west) / g <= 9), _GRIDS[-1])
        for lon in _even(self.west, self.east, step):
            x, _ = self.at(lon, self.north)
            yield f'<path class="grid" d="M{x:g} 0V{self.height}"/>'
            yield f'<text class="degree" x="{x + 3:g}" y="{self.height - 4}">{_degrees(lon, "E", "W")}</text>'
        for lat in _even(self.south, self.north, step):
            _, y = self.at(self.west, lat)
            yield f'<path class="grid" d="M0 {y:g}H{_WIDTH}"/>'
            yield f'<text class="degree" x="4" y="{y - 3:g}">{_degrees(lat, "N", "S")}</text>'


def _even(low: float, high: float, step: float) -> Iterator[float]:
    first, last = math.ceil(low / step), math.floor(high / step)
    return (n * step for n in range(first, last + 1))


def _degrees(value: float, plus: str, minus: str) -> str:
    return f"{abs(value):g}° {plus if value > 0 else minus if value < 0 else ''}".rstrip()


def _point(spot: Spot, link: str, where: tuple[float, float], taken: list[tuple[float, float, float]]) -> str:
    x, y = where
    radius = _RADIUS.get(spot.kind, _RADIUS[""])
    exact = spot.kind in {"city", "town"}
    told = words.count(len(spot.views), "claim")
    label = f"{spot.name} ({len(spot.views)})"
    wide = 7.5 * len(label)
    left = x + radius + 5 + wide > _WIDTH - _PAD
    start = x - radius - 5 - wide if left else x + radius + 5
    at = y + 4
    while any(
        abs(at - other) < _LINE and start < end and begin < start + wide for other, begin, end in taken
    ):
        at += _LINE
    taken.append((at, start, start + wide))
    kind = "point" if exact else "point about"
    return (
        f'<a href="{escape(link)}" aria-label="{escape(f"{spot.name}: {told}; {spot.precision}")}">'
        f"<title>{escape(f'{spot.name}: {told}; {spot.precision}')}</title>"
        f'<circle class="{kind}" cx="{x:g}" cy="{y:g}" r="{radius}"/>'
        f'<text class="place" x="{start:g}" y="{at:g}">{escape(label)}</text></a>'
    )
