"""The support axis: the highest step of the scale that a set of tellings satisfies (rules R1 to R6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from ouidire.assessment.interest import AGAINST, interest_of, is_party, sides_of
from ouidire.assessment.nodes import Node
from ouidire.assessment.provenance import Provenance, build
from ouidire.assessment.strength import CONFIRMING
from ouidire.assessment.tellings import Telling
from ouidire.gazetteer import World
from ouidire.model import Act, OriginCount, Support

__all__ = ["Count", "count", "root_sides", "support"]

_PARTY_ACTS = CONFIRMING - {Act.VERIFY}


@dataclass(frozen=True, slots=True)
class Count:
    """A claim's origins and the graph they were counted on."""

    graph: Provenance
    origins: OriginCount
    channels: int


def count(told: Sequence[Telling]) -> Count:
    """Count the independent origins of a claim, after cutting what was taken back."""
    graph = build([t for t in told if t.supports])
    withdrawn = _withdrawn(told, graph)
    if withdrawn:
        graph.cut(withdrawn)
    roots = graph.roots()
    sure = sum(graph.is_known(r) and r.sure for r in roots)
    known = sum(graph.is_known(r) for r in roots)
    origins = OriginCount(
        lo=max(sure, 1) if roots else 0,
        hi=known + (len(roots) - known),
        roots=tuple(sorted(r.name for r in roots)),
    )
    return Count(graph, origins, graph.channels(roots))


def _withdrawn(told: Sequence[Telling], graph: Provenance) -> set[str]:
    """Origins that took the claim back, and for a publisher's correction its earlier pages."""
    gone: set[str] = set()
    kept = {t.home.key for t in told if t.withdrawn_by is None}
    for telling in told:
        if telling.withdrawn_by is not None:  # the publisher withdrew the page
            gone.add(f"page:{telling.article.id}")
            gone.update({telling.home.key} - kept)
        if not telling.retracts:
            continue
        if not telling.corrects:
            gone.add(telling.chain[0].key)
        else:  # the publisher's own correction
            gone.add(telling.home.key)
            gone.update(p for p, home in graph.homes.items() if home == telling.home.key)
    return gone


def support(
    told: Sequence[Telling], counted: Count, world: World, beside: Sequence[Telling] = ()
) -> tuple[Support, int]:
    """Return the support of a claim and the rule that gives it; rule 9 where all was taken back.

    Args:
        beside: Confirmations of claims from which this one follows (R12); they count as
            confirmations, not as origins.

    """
    graph = counted.graph
    if not graph.roots():
        return Support.NONE, 9
    alive = [t for t in told if t.supports and _stands(t, graph)]
    gone = {t.chain[0].key for t in told if t.retracts and t.chain}
    alive += [t for t in beside if t.chain and t.chain[0].key not in gone]
    known = graph.known_roots()
    parties = [t for t in alive if is_party(t, world)]
    if _opposing(known, world, alive):
        return Support.CONFIRMED_ACROSS_SIDES, 6
    if any(interest_of(t, world) == AGAINST and t.act in {*_PARTY_ACTS, Act.SAY} for t in parties):
        return Support.ADMITTED, 4
    if _corroborated(known, graph, parties, world):
        return Support.CORROBORATED, 5
    if any(t.act in _PARTY_ACTS for t in parties):
        return Support.CONFIRMED_BY_PARTY, 3
    return (Support.ATTRIBUTED, 2) if known else (Support.VAGUE, 1)


def _stands(telling: Telling, graph: Provenance) -> bool:
    """Whether the telling's origin is still in the graph after cuts."""
    held = {a for a, _ in graph.dates}
    page = f"page:{telling.article.id}"
    return page in held and (not telling.chain or telling.chain[0].key in held)


def _corroborated(known: Sequence[Node], graph: Provenance, parties: Sequence[Telling], world: World) -> bool:
    sure = [r for r in known if r.sure]
    if len(sure) < 2 or graph.channels(sure) < 2:
        return False
    speakers = {t.chain[0].key for t in parties if t.chain}
    if not all(r.key in speakers for r in sure):
        return True
    # Parties of one side do not corroborate each other; where no side is known they might be allies.
    return len(root_sides(sure, world, parties)) > 1


def root_sides(roots: Sequence[Node], world: World, told: Sequence[Telling]) -> tuple[str, ...]:
    """Return the sides of identifiable roots, sorted; a root on several sides counts for none."""
    day = max((t.date for t in told), default="")
    found = [sides_of(r.referent, world, day) for r in roots]
    return tuple(sorted({sides[0] for sides in found if len(sides) == 1}))


def _opposing(known: Sequence[Node], world: World, told: Sequence[Telling]) -> bool:
    day = max((t.date for t in told), default="") or None
    sides = root_sides(known, world, told)
    return any(world.are_opposed(a, b, day) for a, b in combinations(sides, 2))
