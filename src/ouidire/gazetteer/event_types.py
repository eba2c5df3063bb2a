"""The types of event, the same in every language, with what PLOVER calls them.

The table ``event_types.csv`` gives for each type its PLOVER category and mode, the roles that a
subject, a direct object and a genitive play in it, and the type that undoes it.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["EventType", "event_type", "event_types", "is_state", "undoes"]

# Types that last: they hold as of their article rather than happen once.
STATES = (
    "military.presence",
    "military.participate",
    "military.demining",
    "territory.occupy",
    "state",
    "legal",
)


def is_state(kind: str) -> bool:
    """Whether a type is a state, which holds as of its article, rather than an event."""
    return any(kind == root or kind.startswith(root + ".") for root in STATES)


@dataclass(frozen=True, slots=True)
class EventType:
    """One row.

    Attributes:
        subject: Role of the subject of an active verb.
        object: Role of the direct object and of a passive's subject.
        genitive: Role of what an event noun is *of* (*le retrait des troupes*: agent).
        moves: Whether something changes place, so that *in* a place means *to* it.
        at_place: Whether its object is a place where it is a bare name (*retake Novska*).
        opposite: Type that ends or undoes it; empty for none.

    """

    type: str
    plover: str
    subject: str
    object: str
    genitive: str
    moves: bool
    at_place: bool
    opposite: str

    @property
    def family(self) -> str:
        """First part of the type."""
        return self.type.partition(".")[0]


@lru_cache(maxsize=1)
def event_types() -> dict[str, EventType]:
    """Return the table by type."""
    text = (files("ouidire.gazetteer") / "event_types.csv").read_text(encoding="utf-8")
    return {
        row["type"]: EventType(
            row["type"],
            row["plover"],
            row["subject"],
            row["object"],
            row["genitive"],
            row["moves"] == "yes",
            row["at_place"] == "yes",
            row["opposite"],
        )
        for row in csv.DictReader(text.splitlines())
    }


def event_type(type_: str) -> EventType:
    """Return the row of a type; of its family, then of *other*, where it has none of its own."""
    table = event_types()
    return table.get(type_) or table.get(type_.partition(".")[0]) or table["other"]


def undoes(a: str, b: str) -> bool:
    """Whether one of two types ends the state the other brings about (*deploy*, *withdraw*)."""
    return event_type(a).opposite == b or event_type(b).opposite == a
