"""Invented worlds of who copies whom: scripted, rendered to text, read by the product, and counted.

Each world is one claim, told by several outlets through speakers, agencies, shadows and each other.
What its origins, channels and status are follows from the script, by a count of its own that
shares no code with the product. ``python -m eval.worlds [N [WRONG]]`` reads N worlds (500; about
half a second each) and prints the first WRONG of those that came out wrong. What it scores is the
whole way from text to status, so what extraction does not read counts against it too.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from eval.metrics import Row
from eval.world_scripts import (
    OFFICIALS,
    OWNERS,
    SIDES,
    VAGUE,
    WIRES,
    Telling,
    Truth,
    first_telling,
    script,
    truth,
)
from eval.world_texts import CLAIMS, FILLERS, FRAMES, NUMBERS, TITLES
from ouidire import pipeline
from ouidire.gazetteer import World, build_world
from ouidire.model import Article, Claim, Extraction

__all__ = ["MANY", "render", "worlds"]

MANY = 500
START = datetime(2031, 5, 4, 6, tzinfo=UTC)
PLACES = ("Ilsen", "Novska", "Tornby")


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


def render(seed: int, told: Sequence[Telling]) -> tuple[Article, ...]:
    """Write the articles of a world, each with filler of its own, a copy with its original's."""
    rng = random.Random(f"text {seed}")
    fillers = list(range(len(FILLERS)))
    rng.shuffle(fillers)
    place, number = rng.choice(PLACES), rng.choice(sorted(NUMBERS["en"]))
    kept: list[tuple[list[int], int, int]] = []
    out: list[Article] = []
    for n, t in enumerate(told):
        first = first_telling(told, t)
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
