"""What a newsroom knows beforehand: names, sides, principals, parties, owners (the world file).

`World` holds it as read, dated where the file dates it; `load_world` reads TOML or JSON files and
merges them, later ones winning. Changing a world changes assessments, never evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ouidire.gazetteer.names import Surfaces, fold, state_of
from ouidire.model import Outlet

__all__ = ["Dated", "Interest", "Opposition", "World"]


@dataclass(frozen=True)
class Dated:
    """A value that holds on the days ``[since, until)``; ISO dates, None where open."""

    value: str
    since: str | None = None
    until: str | None = None

    def holds(self, on: str | None) -> bool:
        """Whether it holds on an ISO date; an unknown day fits only what has no bounds."""
        return _in_force(self.since, self.until, on)


@dataclass(frozen=True)
class Opposition:
    """Two sides that stand against each other on the days ``[since, until)``."""

    sides: tuple[str, str]
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class Interest:
    """What it means when a side says a thing: `value` is against, self-serving, or neutral.

    Attributes:
        event: Event family or role of the event, as the file names it; ``"*"`` for any.
        speaker_side: A side, or ``"*"`` for any.

    """

    event: str
    speaker_side: str
    value: str


def _in_force(since: str | None, until: str | None, on: str | None) -> bool:
    if on is None:
        return since is None and until is None
    return (since is None or since <= on) and (until is None or on < until)


@dataclass(frozen=True)
class World:
    """Everything the world files say. All parts may be empty.

    Attributes:
        names: Referent to its surface names.
        sides: Side to its members.
        parties: Referents that are parties to the events.
        same_principal: Referent to whom it answers to (itself a referent).
        outlets: Outlet by name as written.
        wires: Names of agencies beyond the table.
        metonyms: Surface (a seat, a capital) to the referent it stands for.
        one_origin: Groups of referents or names that a person judged to be one origin; never read
            from a file.

    """

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sides: Mapping[str, tuple[Dated, ...]] = field(default_factory=dict)
    opposed: tuple[Opposition, ...] = ()
    parties: tuple[Dated, ...] = ()
    interest: tuple[Interest, ...] = ()
    same_principal: Mapping[str, tuple[Dated, ...]] = field(default_factory=dict)
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    wires: tuple[str, ...] = ()
    metonyms: Mapping[str, tuple[Dated, ...]] = field(default_factory=dict)
    one_origin: tuple[frozenset[str], ...] = ()

    @cached_property
    def surfaces(self) -> Surfaces:
        """`names` as an index over whole words."""
        return Surfaces(dict(self.names))

    @cached_property
    def _seats(self) -> dict[str, tuple[Dated, ...]]:
        return {fold(seat): held for seat, held in self.metonyms.items()}

    def referent_of(self, name: str) -> str | None:
        """Return the referent that has exactly this surface name (case, accents, hyphens aside)."""
        return self.surfaces.exactly(name)

    def metonym(self, name: str, on: str | None = None) -> str | None:
        """Return what a seat stands for on an ISO date; None where nothing or several do."""
        held = {d.value for d in self._seats.get(fold(name), ()) if d.holds(on)}
        return min(held) if len(held) == 1 else None

    def sides_of(self, referent: str, on: str | None = None) -> tuple[str, ...]:
        """Return the sides a referent, or whom it answers to, is on, sorted."""
        line = self.principals(referent, on)
        return tuple(
            sorted(
                side
                for side, members in self.sides.items()
                if side in line or any(m.value in line and m.holds(on) for m in members)
            )
        )

    def are_opposed(self, a: str, b: str, on: str | None = None) -> bool:
        """Whether two sides stand against each other on an ISO date."""
        return any({a, b} == set(o.sides) and _in_force(o.since, o.until, on) for o in self.opposed)

    def is_party(self, referent: str, on: str | None = None) -> bool:
        """Whether a referent, or whom it answers to, is a party to the events."""
        line = self.principals(referent, on)
        return any(p.value in line and p.holds(on) for p in self.parties)

    def principals(self, referent: str, on: str | None = None) -> tuple[str, ...]:
        """Return `referent` and all it answers to, nearest first; rings are cut.

        A state's body answers to its state where the files say nothing else of it.
        """
        line = [referent]
        while True:
            told = self.same_principal.get(line[-1])
            state = state_of(line[-1]) if told is None else None
            above = {d.value for d in told or () if d.holds(on)} | ({state} if state else set())
            above -= set(line)
            if len(above) != 1:
                return tuple(line)
            line.append(min(above))

    def principal_of(self, referent: str, on: str | None = None) -> str:
        """Return the one a referent finally answers to: itself where nobody."""
        return self.principals(referent, on)[-1]

    def origin_of(self, *names: str | None) -> str | None:
        """Return what stands for the group that holds one of these referents or names; None where none does."""
        return self._origins.get(next((key for n in names if n and (key := fold(n)) in self._origins), ""))

    @cached_property
    def _origins(self) -> dict[str, str]:
        return {fold(name): min(map(fold, group)) for group in self.one_origin for name in group}

    def outlet(self, name: str) -> Outlet | None:
        """Return what the files say of an outlet."""
        return self._outlets_folded.get(fold(name))

    @cached_property
    def _outlets_folded(self) -> dict[str, Outlet]:
        return {fold(name): outlet for name, outlet in self.outlets.items()}

    def is_wire(self, name: str) -> bool:
        """Whether the files call `name` an agency."""
        return fold(name) in {fold(w) for w in self.wires}

    def as_data(self) -> dict[str, Any]:
        """Return the world as one plain table in the shape of the world file."""
        return {
            "names": {k: list(v) for k, v in self.names.items()},
            "sides": {k: [_plain(d) for d in v] for k, v in self.sides.items()},
            "opposed": [
                {"sides": list(o.sides), "since": o.since, "until": o.until}
                if o.since or o.until
                else [*o.sides]
                for o in self.opposed
            ],
            "parties": [_plain(d) for d in self.parties],
            "interest": [vars(i).copy() for i in self.interest],
            "same_principal": {k: [_plain(d) for d in v] for k, v in self.same_principal.items()},
            "outlets": {
                k: {"kind": o.kind, "owner": o.owner} | ({"reviewed": True} if o.reviewed else {})
                for k, o in self.outlets.items()
            },
            "wires": list(self.wires),
            "metonyms": {k: [_plain(d) for d in v] for k, v in self.metonyms.items()},
        }


def _plain(dated: Dated) -> Any:
    if dated.since is None and dated.until is None:
        return dated.value
    return {"value": dated.value, "since": dated.since, "until": dated.until}
