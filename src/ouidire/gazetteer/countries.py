"""Countries: their codes, their names and the adjectives of origin, per language.

Codes come from ``countries.csv`` here; names and adjectives from each language's folder, so that
a new language brings its own. A word that fits two countries (*congolais*) stands for neither.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

__all__ = ["Country", "Origins", "alpha2_of", "countries", "origins"]


@dataclass(frozen=True, slots=True)
class Country:
    """One state or territory.

    Attributes:
        capital: Id of its capital in the table of places; empty where it has none there.
        lat: Latitude of the capital in whole degrees.

    """

    alpha3: str
    alpha2: str
    capital: str
    lat: float | None
    lon: float | None


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """Return the table of countries, in the order of their alpha-3 codes."""
    text = (files("ouidire.gazetteer") / "countries.csv").read_text(encoding="utf-8")
    return tuple(
        Country(
            row["alpha3"],
            row["alpha2"],
            row["capital"],
            float(row["lat"]) if row["lat"] else None,
            float(row["lon"]) if row["lon"] else None,
        )
        for row in csv.DictReader(text.splitlines())
    )


def alpha2_of(alpha3: str) -> str:
    """Return the alpha-2 code of a country, empty where it is unknown."""
    return _alpha2().get(alpha3, "")


@lru_cache(maxsize=1)
def _alpha2() -> dict[str, str]:
    return {row.alpha3: row.alpha2 for row in countries()}


class Origins:
    """Names of states and adjectives of origin in one language."""

    def __init__(self, resources: Traversable) -> None:
        names: dict[str, set[str]] = defaultdict(set)
        adjectives: dict[str, set[str]] = defaultdict(set)
        listed: dict[str, str] = {}
        file = resources / "lexicon" / "countries.csv"
        rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines()) if file.is_file() else ()
        for row in rows:
            for name in filter(None, row["names"].split("|")):
                names[_plain(name)].add(row["alpha3"])
                listed[_plain(name)] = name
            for word in filter(None, row["adjectives"].split("|")):
                adjectives[_plain(word)].add(row["alpha3"])
                listed.setdefault(_plain(word), word)
        self._names = {word: min(codes) for word, codes in names.items() if len(codes) == 1}
        self._adjectives = {word: min(codes) for word, codes in adjectives.items() if len(codes) == 1}
        self._listed = listed

    def state(self, name: str) -> str | None:
        """Return the alpha-3 code of the state called `name`, None where there is none."""
        found = self._names.get(_plain(name))
        return found if found and self._is_cased(name) else None

    def adjective(self, word: str) -> str | None:
        """Return the alpha-3 code an adjective of origin stands for, None where it is none."""
        found = self._adjectives.get(_plain(word))
        return found if found and self._is_cased(word) else None

    def _is_cased(self, word: str) -> bool:
        """Whether a word is written as a name: *eau* is no state though *EAU* is, nor is *us* or *turkey*."""
        listed = self._listed[_plain(word)]
        if listed.isupper():
            return word.isupper()
        return not listed[:1].isupper() or word[:1] != word[:1].lower()


def origins(resources: Traversable) -> Origins:
    """Return the names and adjectives of a language pack, by its `resources` folder (built once)."""
    key: Any = resources  # a Traversable promises no hash, though all have one
    found: Origins = _origins(key)
    return found


@lru_cache(maxsize=None)
def _origins(resources: Any) -> Origins:
    return Origins(resources)


def _plain(word: str) -> str:
    """Lower case, plain apostrophes and hyphens; accents stay (*côte* is not *cote*)."""
    return (
        word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        .replace("\N{NON-BREAKING HYPHEN}", "-")
        .casefold()
    )
