"""Who publishes: agencies, newspapers, broadcasters (the table `outlets.csv`, ours).

Owners and kinds are as commonly known in 2025 and meant for counting independent routes; a world
file overrides any of them.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ouidire.gazetteer.names import fold

__all__ = ["KnownOutlet", "known_outlet", "known_outlets", "outlet_inside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOutlet:
    """One row of the table.

    Attributes:
        kind: wire, state_wire, newspaper, magazine, or broadcaster.
        country: ISO 3166 alpha-3 of its seat.
        owner: Group or state it belongs to; None where it stands alone or we do not know.
        aliases: Other names it goes by.

    """

    name: str
    kind: str
    country: str
    owner: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def is_wire(self) -> bool:
        """Whether it is a news agency."""
        return self.kind.endswith("wire")

    @property
    def referent(self) -> str:
        """Identifier of the outlet, the same in every article."""
        return f"ref:{fold(self.name)}"


@lru_cache(maxsize=1)
def known_outlets() -> tuple[KnownOutlet, ...]:
    """Return the table in file order."""
    text = (files("ouidire.gazetteer") / "outlets.csv").read_text(encoding="utf-8")
    return tuple(
        KnownOutlet(
            name=row["name"],
            kind=row["kind"],
            country=row["country"],
            owner=row["owner"] or None,
            aliases=tuple(filter(None, row["aliases"].split("|"))),
        )
        for row in csv.DictReader(text.splitlines())
    )


@lru_cache(maxsize=1)
def _by_name() -> dict[str, KnownOutlet]:
    return {fold(name): outlet for outlet in known_outlets() for name in (outlet.name, *outlet.aliases)}


def known_outlet(name: str) -> KnownOutlet | None:
    """Return the outlet that goes by exactly `name` (case, accents and hyphens aside)."""
    return _by_name().get(fold(name))


def outlet_inside(phrase: str) -> KnownOutlet | None:
    """Return the one outlet whose name stands, capitalised as a name, in `phrase`.

    *L'agence de presse sud-coréenne Yonhap* holds Yonhap; *le monde entier* holds no newspaper.
    None where two different outlets stand in it.
    """
    words = phrase.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").replace("'", "' ").split()
    found = [
        outlet
        for first in range(len(words))
        for last in range(first + 1, min(len(words), first + 6) + 1)
        if (outlet := _named(words[first:last])) is not None
    ]
    longest = [
        o for o in found if not any(o is not p and fold(o.name) in fold(p.name).split() for p in found)
    ]
    return longest[0] if longest and len({o.name for o in longest}) == 1 else None


def _named(words: list[str]) -> KnownOutlet | None:
    outlet = _by_name().get(fold(" ".join(words)))
    if outlet is None or not words[0][:1].isupper():
        return None
    short = len(fold(outlet.name)) <= 4 or (len(words) == 1 and len(fold(words[0])) <= 4)
    bare = "".join(c for c in "".join(words) if c.isalpha())
    return outlet if not short or bare.isupper() or outlet.name == " ".join(words).strip(",.;:") else None
