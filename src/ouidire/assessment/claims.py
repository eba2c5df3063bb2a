"""Claims: what a cluster of assertions amounts to, with everything that follows from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from ouidire.assessment.bearing import bearings
from ouidire.assessment.drift import drifts_across
from ouidire.assessment.echoes import echoes
from ouidire.assessment.evidence import evidence
from ouidire.assessment.namesakes import joined
from ouidire.assessment.relations import claim_relations
from ouidire.assessment.revision import current, in_versions, version_state
from ouidire.assessment.standing import claim_label, clearest
from ouidire.assessment.status import Bearing, final, timeline
from ouidire.assessment.support import count, root_sides
from ouidire.assessment.tellings import Telling, tellings
from ouidire.codec import canonical
from ouidire.gazetteer import World
from ouidire.model import Claim, ClaimRelation, Copy, Drift, Extraction, Link, Occurrence

__all__ = ["assess", "claim_id"]

Cluster = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ledger:
    """What all claims are made from."""

    told: Mapping[str, Telling]
    links: Sequence[Link]
    copies: Sequence[Copy]
    drifts: Mapping[str, Sequence[Drift]]
    world: World
    newest: str


def claim_id(members: Iterable[str]) -> str:
    """Return a claim's id: a hash over the sorted ids of its assertions."""
    return "c:" + sha256(canonical(sorted(members))).hexdigest()[:24]


def assess(
    items: Sequence[Extraction],
    links: Sequence[Link],
    clusters: Sequence[Cluster],
    copies: Sequence[Copy],
    world: World,
    *,
    newest: str | None = None,
) -> tuple[Claim, ...]:
    """Make the claims of a set of articles; a pure function of the set, whatever its order.

    Args:
        newest: ISO date of the newest article of all, as of which claims age; of `items` where None.

    Returns:
        One claim per cluster that has an assertion outside boilerplate, sorted by id.

    """
    told = joined(in_versions(tellings(items, copies, world), items), links)
    groups = [tuple(sorted(m for m in members if m in told)) for members in clusters]
    groups = sorted({g for g in groups if g})
    as_of = _newest(told.values()) if newest is None else newest
    ledger = _Ledger(told, links, copies, _drifts(items), world, as_of)
    names = {member: claim_id(g) for g in groups for member in g}
    related = claim_relations(names, links)
    bearing = bearings(groups, links, told)
    made = [_claim(g, ledger, related.get(claim_id(g), ()), bearing[g]) for g in groups]
    return tuple(sorted(made, key=lambda c: c.id))


def _drifts(items: Sequence[Extraction]) -> dict[str, list[Drift]]:
    """Drifts inside articles, by either assertion."""
    out: dict[str, list[Drift]] = defaultdict(list)
    for item in items:
        for drift in item.drifts:
            for key in sorted({drift.from_, drift.to}):
                out[key].append(drift)
    return out


def _claim(members: Cluster, ledger: _Ledger, related: Sequence[ClaimRelation], bearing: Bearing) -> Claim:
    told = [ledger.told[m] for m in members]
    standing = current(told)
    counted = count([*standing, *bearing.withdrawn])
    graph = counted.graph
    repeats = echoes(standing, graph)
    steps = timeline(bearing, ledger.world, ledger.newest)
    best = clearest(standing, repeats)
    claim = Claim(
        id=claim_id(members),
        gloss=best.assertion.span.of(best.article.text),
        label=claim_label(standing, repeats),
        family=Counter(t.assertion.proposition.family for t in told).most_common(1)[0][0],
        as_of=_newest(told),
        origins=counted.origins,
        channels=counted.channels,
        sides=len(root_sides(graph.known_roots(), ledger.world, told)),
        bottleneck=graph.bottlenecks(),
        circular=graph.circular,
        status=final(steps),
        timeline=steps,
        assertions=tuple(_occurrence(t, told, repeats) for t in sorted(told, key=lambda t: t.order)),
        relations=tuple(related),
        drifts=_claim_drifts(told, ledger),
        copies=_claim_copies(told, ledger.copies),
    )
    return evidence(claim, told, graph, outside=bearing.outside())


def _newest(told: Iterable[Telling]) -> str:
    return max((t.published for t in told), default="")


def _occurrence(telling: Telling, told: Sequence[Telling], repeats: Mapping[str, str]) -> Occurrence:
    return Occurrence(
        id=telling.id,
        article=telling.article.id,
        ref=telling.article.ref,
        quote=telling.assertion.span.of(telling.article.text),
        label=telling.label,
        echo_of=repeats.get(telling.id),
        version=version_state(telling, told),
    )


def _claim_drifts(told: Sequence[Telling], ledger: _Ledger) -> tuple[Drift, ...]:
    found = [*drifts_across(told), *(d for t in told for d in ledger.drifts.get(t.id, ()))]
    unique = {(d.to, d.from_, d.dimension): d for d in found}
    return tuple(unique[key] for key in sorted(unique))


def _claim_copies(told: Sequence[Telling], copies: Sequence[Copy]) -> tuple[Copy, ...]:
    """Copies by which the claim travelled: the sentence was taken, and the original told it too."""
    here = {t.article.id for t in told}
    travelled = {(source, t.article.id) for t in told for source in t.copied_from if source in here}
    found = [c for c in copies if (c.from_, c.to) in travelled]
    return tuple(sorted(found, key=lambda c: (c.from_, c.to, c.kind)))
