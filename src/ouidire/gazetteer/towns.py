"""The table of towns: too many to load for one article, so it is searched by halves.

``towns.csv`` has one tab-separated line a name, sorted by its bytes: folded name, number, what it
lies in, latitude, longitude, inhabitants in thousands. A number is GeoNames' own (``gn:NUMBER``) or,
after an ``f``, that of a county of the United States (FIPS 6-4; ``fips:NUMBER``). Made by
``tools/build_towns.py`` from GeoNames (see NOTICE).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["KnownPlace", "town_of", "towns_named"]


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """One row of a table of places.

    Attributes:
        kind: country, region, city, or area (a sea, a continent).
        parent: Id of what it lies in; empty where that is nothing we number.
        thousands: Inhabitants in thousands, for cities.
        small: Whether it stands in the table of towns: too little known to be meant by its bare name.

    """

    id: str
    kind: str
    parent: str
    lat: float | None
    lon: float | None
    thousands: int = 0
    small: bool = False


@lru_cache(maxsize=4096)
def towns_named(key: str) -> tuple[KnownPlace, ...]:
    """Return the towns and counties of a folded name (`place_key`), in the order of their numbers."""
    if not key.isascii():
        return ()
    table, wanted = _table(), key.encode() + b"\t"
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", start)
        if table[start : start + len(wanted)] < wanted:
            low = end + 1
        else:
            high = start
    found = []
    while table.startswith(wanted, low):
        end = table.find(b"\n", low)
        found.append(_place(table[low:end]))
        low = end + 1
    return tuple(found)


@lru_cache(maxsize=16384)
def town_of(id_: str) -> KnownPlace | None:
    """Return the row of a town or county, None where the table has none of this id."""
    scheme, _, number = id_.partition(":")
    table = _table()
    at = table.find(
        f"\t{'f' * (scheme == 'fips')}{number}\t".encode()
    )  # no other column is a whole number inside
    if at < 0:
        return None
    return _place(table[table.rfind(b"\n", 0, at) + 1 : table.find(b"\n", at)])


@lru_cache(maxsize=1)
def _table() -> bytes:
    return (files("ouidire.gazetteer") / "towns.csv").read_bytes()


def _id(number: str) -> str:
    return f"fips:{number[1:]}" if number.startswith("f") else f"gn:{number}"


def _place(line: bytes) -> KnownPlace:
    _, number, parent, lat, lon, thousands = line.decode().split("\t")
    kind = "region" if number.startswith("f") else "city"
    return KnownPlace(_id(number), kind, parent, float(lat), float(lon), int(thousands), small=True)
