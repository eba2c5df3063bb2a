"""Invented worlds of who copies whom: scripted, rendered to text, read by the product, and counted.

Each world is one claim, told by several outlets through speakers, agencies, shadows and each other.
What its origins, channels and status are follows from the script, by a count of its own that
shares no code with the product. ``python -m eval worlds`` or ``python -m eval.worlds N`` (which
prints the worlds that came out wrong).
"""

from __future__ import annotations

import itertools
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from eval.metrics import Row
from eval.world_texts import CLAIMS, FILLERS, FRAMES, NUMBERS, TITLES
from ouidire import pipeline
from ouidire.gazetteer import World, build_world
from ouidire.model import Article, Claim, Extraction

__all__ = ["MANY", "Telling", "Truth", "render", "script", "truth", "worlds"]

MANY = 500
START = datetime(2031, 5, 4, 6, tzinfo=UTC)
PLACES = ("Ilsen", "Novska", "Tornby")
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


def the_world() -> World:
    """What a newsroom knows of the invented world."""
    outlets = {name: {"kind": "newspaper", "owner": owner} for name, owner in OWNERS.items()}
    return build_world(
        [
            (
                "worlds",
                {
                    "names": {f"P-{name.split()[1].upper()}": [name] for name in OFFICIALS},
                    "same_principal": {f"P-{n.split()[1].upper()}": state for n, state in OFFICIALS.items()},
                    "sides": {side: [s for s in SIDES if SIDES[s] == side] for side in ("WEST", "EAST")},
                    "opposed": [["WEST", "EAST"]],
                    "parties": list(SIDES),
                    "wires": list(WIRES),
                    "outlets": outlets | {w: {"kind": "agency", "owner": w} for w in WIRES},
                },
            )
        ]
    )


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

    def behind(holder: str) -> Iterator[Path]:
        if holder not in into:
            yield (f"{VAGUE}{holder}", holder) if holder in silent else (holder,)
        for before in sorted(into.get(holder, ())):
            yield from ((*path, holder) for path in behind(before))

    return [path for home in sorted({t.home for t in supporting}) for path in behind(home)]


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
    confirming = {_principal(_first(told, t).chain[0]) for t in told if _first(told, t).kind == "confirmed"}
    if confirming & known - back:
        return "confirmed_by_party"
    return "attributed" if known else "vague"


def _first(told: Sequence[Telling], telling: Telling) -> Telling:
    return telling if telling.of is None else told[telling.of]


def render(seed: int, told: Sequence[Telling]) -> tuple[Article, ...]:
    """Write the articles of a world, each with filler of its own, a copy with its original's."""
    rng = random.Random(f"text {seed}")
    fillers = list(range(len(FILLERS)))
    rng.shuffle(fillers)
    place, number = rng.choice(PLACES), rng.choice(sorted(NUMBERS["en"]))
    kept: list[tuple[list[int], int, int]] = []
    out: list[Article] = []
    for n, t in enumerate(told):
        first = _first(told, t)
        many = len(FRAMES[t.language]["passed_on" if first.kind == "cited" else first.kind])
        if t.of is None:
            kept.append(([fillers.pop() for _ in range(4)], rng.randrange(99), rng.randrange(99)))
        else:
            kept.append(kept[t.of])
        lines, claim, frame = kept[n]
        said = _sentence(first, t.language, (claim, frame % many), (place, number))
        body = [FILLERS[f][t.language == "fr"] for f in lines]
        body.insert(1, said)
        title = rng.choice(TITLES[t.language]).format(p=place)
        day = START + timedelta(hours=5 * n)
        text = f"{title}\n\n{' '.join(body[:2])}\n\n{' '.join(body[2:])}\n"
        ref = f"world-{seed}-{n}"
        out.append(
            Article(
                id=f"sha256:{seed:032x}{n:032x}", ref=ref, title=title, outlet=t.outlet, owner=t.home,
                language=t.language, text=text, published_at=day,
            )
        )  # fmt: skip
    return tuple(out)


def _sentence(first: Telling, language: str, wording: tuple[int, int], told: tuple[str, int]) -> str:
    place, number = told
    plain, denied = CLAIMS[language][wording[0] % len(CLAIMS[language])]
    words = {"n": NUMBERS[language][number].lower(), "p": place}
    claim = plain.format(**words)
    kind = "passed_on" if first.kind == "cited" else first.kind
    frame = FRAMES[language][kind][wording[1]]
    chain = [h for h in first.chain if h != VAGUE] or [""]
    speaker, passer = chain[0], chain[-1]
    said = frame.format(
        c=claim, C=claim[0].upper() + claim[1:], d=denied.format(**words), s=speaker, w=passer
    )
    return said[0].upper() + said[1:]


def assessed(articles: Sequence[Article], world: World) -> tuple[Claim | None, list[Extraction], int]:
    """Read the articles; return the claim most of them tell, and how many tell it."""
    items = [pipeline.extract(article, world) for article in articles]
    made = pipeline.assess(items, world)
    killed = [c for c in made.claims if c.family == "casualty"]
    best = max(killed, key=lambda c: (len({o.article for o in c.assertions}), c.id), default=None)
    return best, items, len({o.article for o in best.assertions}) if best is not None else 0


def measure(seed: int, world: World) -> tuple[Truth, dict[str, Any]]:
    """Return what a world should give, and what it gave."""
    told = script(seed)
    wanted = truth(told)
    claim, _, many = assessed(render(seed, told), world)
    if claim is None:
        return wanted, {"origins": None, "channels": None, "status": None, "articles": (0, len(told))}
    return wanted, {
        "origins": (claim.origins.lo, claim.origins.hi),
        "channels": claim.channels,
        "status": (claim.status.support.value, claim.status.contest.value),
        "articles": (many, len(told)),
    }


def worlds(many: int = MANY, *, show: int = 0) -> tuple[dict[str, float], list[Row]]:
    """Score `many` worlds; `domains` is what counting outlets would have said of the origins."""
    world = the_world()
    rows: list[Row] = []
    right = dict.fromkeys(("origins", "channels", "status", "all", "merged", "domains"), 0)
    for seed in range(many):
        wanted, got = measure(seed, world)
        hits = {
            "origins": got["origins"] == (wanted.lo, wanted.hi),
            "channels": got["channels"] == wanted.channels,
            "status": got["status"] == (wanted.support, wanted.contest),
            "merged": got["articles"][0] == got["articles"][1],
            "domains": (wanted.lo, wanted.hi) == (got["articles"][1],) * 2,
        }
        hits["all"] = hits["origins"] and hits["channels"] and hits["status"]
        for name, hit in hits.items():
            right[name] += hit
        rows.append(Row(f"world-{seed}", 1, 1, int(hits["all"])))
        if show and not hits["all"]:
            show -= 1
            print(seed, wanted, got, *(f"\n    {t}" for t in script(seed)))
    return {f"worlds.{name}": count / many for name, count in right.items()} | {"worlds.n": many}, rows


if __name__ == "__main__":
    figures, _ = worlds(
        int(sys.argv[1]) if len(sys.argv) > 1 else MANY, show=int(sys.argv[2]) if len(sys.argv) > 2 else 5
    )
    for key, value in figures.items():
        print(f"{key:20} {value:.3f}")
