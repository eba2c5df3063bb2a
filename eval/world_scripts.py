"""Scripts of invented worlds, and what follows from them: origins, channels and status by hand.

Shares no code with the product: `truth` counts holders and tries every set of them.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

__all__ = [
    "OFFICIALS",
    "OWNERS",
    "SIDES",
    "VAGUE",
    "WIRES",
    "Telling",
    "Truth",
    "first_telling",
    "script",
    "truth",
]

OWNERS = {
    "The Quay": "Quay House", "Quay Evening": "Quay House", "Le Phare": "Phare SA", "Morrow Post": "Morrow Trust",
    "La Digue": "Digue Presse", "Harbour Radio": "Harbour Radio", "Le Rivage": "Rivage", "Vell Courier": "Vell Press",
}  # fmt: skip
WIRES = ("Gull News", "Agence Sirius")
NEUTRAL = ("Ada Ruiz", "Bo Lind", "Clara Venn")
# Speakers by the state they answer to; the first two states stand on one side.
OFFICIALS = {"Tomas Erl": "ARVEN", "Ilse Karst": "ARVEN", "Piet Sand": "BORMIA", "Mira Holt": "CALDOR"}
SIDES = {"ARVEN": "WEST", "BORMIA": "WEST", "CALDOR": "EAST"}
VAGUE = "?"
SUPPORTING = (
    "named",
    "named",
    "relayed",
    "passed_on",
    "cited",
    "vague",
    "own",
    "copied",
    "translated",
    "confirmed",
)

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of the claim.

    Attributes:
        chain: Who it came through, origin first, without the outlet; ``"?"`` for a shadow.
        of: For a copy or a translation, the number of the telling it was taken from.

    """

    outlet: str
    kind: str
    language: str
    chain: Path = ()
    of: int | None = None

    @property
    def home(self) -> str:
        """Whose the outlet is."""
        return OWNERS.get(self.outlet, self.outlet)


@dataclass(frozen=True, slots=True)
class Truth:
    """What follows from a script."""

    lo: int
    hi: int
    channels: int
    support: str
    contest: str


def script(seed: int) -> tuple[Telling, ...]:
    """Return the tellings of a world in the order of their days."""
    rng = random.Random(seed)
    outlets = rng.sample(sorted(OWNERS), rng.randint(1, 6))
    told: list[Telling] = []
    for outlet in outlets:
        told.append(_telling(rng, outlet, told))
    speakers = [t.chain[0] for t in told if t.kind in {"named", "confirmed"}]
    end = rng.random()
    free = [o for o in sorted(OWNERS) if o not in outlets]
    if end < 0.15 and free:
        others = [p for p in (*NEUTRAL, *OFFICIALS) if not _voices(told) & {_principal(p)}]
        told.append(Telling(free[0], "denied", rng.choice(("en", "fr")), (rng.choice(others),)))
    elif end < 0.3 and speakers and free:
        told.append(Telling(free[0], "retracted", rng.choice(("en", "fr")), (rng.choice(speakers),)))
    return tuple(told)


def _voices(told: Sequence[Telling]) -> set[str]:
    return {_principal(holder) for t in told for holder in t.chain}


def _telling(rng: random.Random, outlet: str, told: Sequence[Telling]) -> Telling:
    kind, language = rng.choice(SUPPORTING), rng.choice(("en", "fr"))
    plain = Telling(outlet, kind, language)
    person = rng.choice((*NEUTRAL, *OFFICIALS))
    sources = [n for n, t in enumerate(told) if t.of is None and t.home != plain.home]
    if kind in {"cited", "copied", "translated"}:
        if not sources:
            return replace(plain, kind="own")
        of = rng.choice(sources)
        if kind == "cited":
            return replace(plain, kind="cited", chain=(told[of].outlet,))
        other = {"en": "fr", "fr": "en"}[told[of].language]
        return replace(
            plain, of=of, language=told[of].language if kind == "copied" else other, chain=told[of].chain
        )
    chains: dict[str, Path] = {
        "named": (person,),
        "confirmed": (rng.choice(sorted(OFFICIALS)),),
        "relayed": (person, rng.choice(WIRES)),
        "passed_on": (rng.choice(WIRES),),
        "vague": (VAGUE,),
    }
    return replace(plain, chain=chains.get(kind, ()))


def _principal(holder: str) -> str:
    """Who answers for a holder: an official's state, an outlet's owner."""
    return OFFICIALS.get(holder, OWNERS.get(holder, holder))


def truth(told: Sequence[Telling]) -> Truth:
    """Count a script by hand: holders, roots, and the smallest set whose loss cuts the reader off."""
    back = {_principal(t.chain[0]) for t in told if t.kind == "retracted"}
    paths = [p for p in _paths(told) if not back & set(p)]
    roots = {p[0] for p in paths}
    known = {r for r in roots if not r.startswith(VAGUE)}
    sure = [p for p in paths if p[0] in known]
    support = _support(told, known, _cut(sure), back) if roots else "none"
    denied = any(t.kind == "denied" for t in told)
    contest = "retracted" if back and not known else "disputed" if denied else "none"
    return Truth(max(len(known), 1) if roots else 0, len(roots), _cut(paths), support, contest)


def _paths(told: Sequence[Telling]) -> list[Path]:
    """Every way from a root to the reader, as holders; a shadow is named by who first printed it."""
    supporting = [t for t in told if t.kind not in {"denied", "retracted"}]
    into: dict[str, set[str]] = {}
    for t in supporting:
        if t.of is not None:
            into.setdefault(t.home, set()).add(told[t.of].home)
            continue
        chain = [f"{VAGUE}{t.home}" if h == VAGUE else _principal(h) for h in t.chain]
        for a, b in itertools.pairwise([*chain, t.home]):
            into.setdefault(b, set()).add(a)
    silent = {t.home for t in supporting if t.kind == "own" and t.of is None}

    def behind(holder: str, ahead: frozenset[str]) -> Iterator[Path]:
        """Yield the ways to a holder that do not come back to one `ahead`: a ring has no root of its own."""
        if holder not in into:
            yield (f"{VAGUE}{holder}", holder) if holder in silent else (holder,)
        for before in sorted(into.get(holder, set()) - ahead):
            yield from ((*path, holder) for path in behind(before, ahead | {before}))

    homes = sorted({t.home for t in supporting})
    return [path for home in homes for path in behind(home, frozenset({home}))]


def _cut(paths: Sequence[Path]) -> int:
    holders = sorted({h for p in paths for h in p})
    for size in range(len(holders) + 1):
        for lost in itertools.combinations(holders, size):
            if all(set(lost) & set(p) for p in paths):
                return size
    return 0


def _support(told: Sequence[Telling], known: set[str], channels: int, back: set[str]) -> str:
    states = {r for r in known if r in SIDES}
    if len({SIDES[s] for s in states}) == len(set(SIDES.values())):
        return "confirmed_across_sides"
    one_side = known == states and len({SIDES[s] for s in states}) == 1
    if len(known) >= 2 and channels >= 2 and not one_side:
        return "corroborated"
    confirming = {
        _principal(first_telling(told, t).chain[0])
        for t in told
        if first_telling(told, t).kind == "confirmed"
    }
    if confirming & known - back:
        return "confirmed_by_party"
    return "attributed" if known else "vague"


def first_telling(told: Sequence[Telling], telling: Telling) -> Telling:
    """Return the telling itself, or the one it was taken from."""
    return telling if telling.of is None else told[telling.of]
