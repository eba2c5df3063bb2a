"""Places: what a name stands for, in which region and country, and roughly where.

Ids are ISO 3166-1 alpha-2 for countries, ISO 3166-2 for regions, ``gn:NUMBER`` (GeoNames) for
cities and towns, ``fips:NUMBER`` for counties of the United States, ``x:NAME`` for regions and seas
that no standard numbers, and ``place:NAME`` for a name no table knows, so that two articles that
write the same unknown name still mean the same place. Coordinates are rounded to a tenth of a
degree (about 10 km) on purpose; those of a country or region are of its middle.

Tables: ``places.csv`` here holds no words; names stand in each language's folder. They are
built by ``tools/build_places.py`` and ``tools/build_towns.py`` from CLDR and GeoNames (see NOTICE).
Small towns have a table of their own (`towns`): a bare name alone never means one.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ouidire.gazetteer.countries import countries
from ouidire.gazetteer.towns import KnownPlace, town_of, towns_named

__all__ = ["Gazetteer", "KnownPlace", "ancestors", "gazetteer", "local_id", "place_key", "place_of"]

# A city is taken for the one meant if it is this many times as big as the next of its name.
_DOMINANT = 5


@lru_cache(maxsize=16384)
def place_key(name: str) -> str:
    """Return `name` without case, accents and punctuation, one space between words."""
    if name.isascii() and name.replace(" ", "").isalnum():  # most names: nothing to fold but case
        return " ".join(name.lower().split())
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def local_id(name: str) -> str:
    """Return the id of a place no table knows."""
    return f"place:{place_key(name).replace(' ', '-')}"


def place_of(id_: str) -> KnownPlace | None:
    """Return the row of a place, None where no table has it."""
    found = _places().get(id_)
    return found if found is not None or not id_.startswith(("gn:", "fips:")) else town_of(id_)


def ancestors(id_: str) -> tuple[str, ...]:
    """Return what a place lies in, nearest first (``gn:538560`` → ``RU-KRS``, ``RU``)."""
    found: list[str] = []
    row = place_of(id_)
    while row is not None and row.parent and row.parent not in found:
        found.append(row.parent)
        row = place_of(row.parent)
    return tuple(found)


class Gazetteer:
    """The names of places in one language."""

    def __init__(self, resources: Traversable) -> None:
        self._names: dict[str, list[str]] = defaultdict(list)
        self._acronyms: set[str] = set()
        self._short: dict[str, str] = {}
        alpha2 = {row.alpha3: row.alpha2 for row in countries()}
        for row in _rows(resources / "lexicon" / "countries.csv"):
            for name in row["names"].split("|"):
                self._add(name, alpha2.get(row["alpha3"], ""))
        for row in _rows(resources / "lexicon" / "places.csv"):
            for name in row["names"].split("|"):
                self._add(name, row["id"])

    def _add(self, name: str, id_: str) -> None:
        if "-" in id_ and (name.endswith(".") or (name.isupper() and len(name) < 4)):
            self._short[name] = id_
            return
        key = place_key(name)
        if key and id_ and id_ not in self._names[key]:
            self._names[key].append(id_)
        if name.isupper():
            self._acronyms.add(key)

    def find(self, name: str, *, kind: str = "", within: str = "") -> KnownPlace | None:
        """Return the place `name` stands for, None where no table has it or several fit.

        A word without a capital is a common noun and no place; an acronym is one only in capitals.

        Args:
            kind: The kind the text names (*the Kursk region*), if it does.
            within: The country the text names (alpha-2), if it does.

        """
        rows = self._known(name)
        if within:
            rows = [row for row in rows if within == row.id or within in ancestors(row.id)]
        if kind:
            rows = [row for row in rows if row.kind == kind] or rows
        return _likeliest(rows)

    def candidates(self, name: str) -> list[KnownPlace]:
        """Return all that `name` may stand for, small towns too; the context has to choose."""
        known = self._known(name)
        if name == name.lower() != name.upper():
            return known
        others = {row.id: row for row in towns_named(place_key(name))}
        for row in known:
            others.pop(row.id, None)
        return known + [place_of(id_) or row for id_, row in others.items()]

    def short_form(self, text: str) -> KnownPlace | None:
        """Return the region an abbreviation stands for (*Ky.*, *N.S.W.*), written exactly so."""
        id_ = self._short.get(text.replace("\N{NO-BREAK SPACE}", " "))
        return place_of(id_) if id_ else None

    def _known(self, name: str) -> list[KnownPlace]:
        key = place_key(name)
        if name == name.lower() != name.upper() or (key in self._acronyms and not name.isupper()):
            return []
        return [row for id_ in self._names.get(key, ()) if (row := place_of(id_))]


def _likeliest(rows: list[KnownPlace]) -> KnownPlace | None:
    """Countries and areas first, then one clear city, then one region."""
    for kind in ("country", "area"):
        first = [row for row in rows if row.kind == kind]
        if len(first) == 1:
            return first[0]
    cities = sorted((row for row in rows if row.kind == "city"), key=lambda row: (-row.thousands, row.id))
    regions = [row for row in rows if row.kind == "region"]
    if cities:
        clear = len(cities) == 1 or cities[0].thousands >= _DOMINANT * cities[1].thousands
        return cities[0] if clear else None
    own = [row for row in regions if row.id.startswith("x:")]
    if len(regions) == 1 or len(own) == 1:
        return own[0] if own else regions[0]
    return None


def gazetteer(resources: Traversable) -> Gazetteer:
    """Return the gazetteer of a language pack, by its `resources` folder (built once)."""
    key: Any = resources  # a Traversable promises no hash, though all have one
    found: Gazetteer = _gazetteer(key)
    return found


@lru_cache(maxsize=None)
def _gazetteer(resources: Any) -> Gazetteer:
    return Gazetteer(resources)


@lru_cache(maxsize=1)
def _places() -> dict[str, KnownPlace]:
    found = {
        row.alpha2: KnownPlace(row.alpha2, "country", "", row.lat, row.lon)
        for row in countries()
        if row.alpha2
    }
    for row in _rows(files("ouidire.gazetteer") / "places.csv"):
        lat, lon = (float(row[axis]) if row[axis] else None for axis in ("lat", "lon"))
        found[row["id"]] = KnownPlace(
            row["id"], row["kind"], row["parent"], lat, lon, int(row["thousands"] or 0)
        )
    return found


def _rows(file: Traversable) -> list[dict[str, str]]:
    if not file.is_file():
        return []
    lines = csv.reader(file.read_text(encoding="utf-8").splitlines())
    names = next(lines, [])
    return [dict(zip(names, line, strict=False)) for line in lines]
