"""One sentence for every derived value of a claim, so that ``why`` can answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ouidire.assessment.provenance import Provenance
from ouidire.assessment.tellings import Telling
from ouidire.model import Claim, Contest, Evidence, StatusChange

__all__ = ["evidence"]

# The sentences of LANGUAGE.md section 5, by number of rule.
RULES = {
    1: "only unnamed or implicit sources, or outlets that give no source, say this",
    2: "at least one identifiable source says this",
    3: "{who}, a party to the events, said it is so",
    4: "{who} said so, though it tells against the speaker's own side",
    5: "at least two separate origins, reaching us by at least two separate routes, say so",
    6: "sources of opposing sides say so",
    7: "an identifiable source outside the side accused says the opposite",
    8: "the only contradiction comes from the side accused",
    9: "the origin or publisher withdrew it, and every path through it was cut",
    12: "{who} confirmed a claim from which this one follows",
    13: "last reported {day}: it held as of its article, and nobody has reported it again in thirty days",
    15: "a later report has overtaken its number or its state",
}
_WITHDRAWN = 9
WITHDRAWN = "what stood against it was withdrawn"
GIVEN_UP = "whoever said the opposite has come round"


def evidence(
    claim: Claim, told: Sequence[Telling], graph: Provenance, *, outside: Sequence[Telling] = ()
) -> Claim:
    """Return the claim with a sentence for its label, origins, echoes, and each step of its status.

    Args:
        outside: Tellings of other claims that bear on its status.

    """
    by_id = {t.id: t for t in (*outside, *told)}
    says = [_label(claim, told), _origins(claim, graph), *_echoes(claim), *_rings(claim)]
    before = (None, *claim.timeline)
    says += [_step(step, last, by_id) for last, step in zip(before, claim.timeline, strict=False)]
    return replace(claim, evidence=tuple(says))


def _label(claim: Claim, told: Sequence[Telling]) -> Evidence:
    rests = tuple(sorted(t.id for t in told if t.label is claim.label))
    return Evidence(
        of="label",
        rule="label/1",
        says=f"{claim.label} is how the strongest telling by an identifiable source puts it, echoes and titles aside; "
        "without such a source, how the most cautious telling does",
        rests_on=rests,
    )


def _origins(claim: Claim, graph: Provenance) -> Evidence:
    known = [r.name for r in graph.known_roots()]
    vague = [r.name for r in graph.roots() if not graph.is_known(r)]
    parts = []
    if known:
        parts.append(f"identifiable origins: {', '.join(sorted(known))}")
    if vague:
        parts.append(f"without an identifiable source: {', '.join(sorted(vague))}")
    if claim.bottleneck:
        parts.append(f"every route passes {', '.join(claim.bottleneck)}")
    says = "; ".join(parts) or "no origin is left"
    rests = tuple(o.id for o in claim.assertions if o.echo_of is None)
    return Evidence(of="origins", rule="count/1", says=says, rests_on=rests)


def _echoes(claim: Claim) -> Iterator[Evidence]:
    for one in claim.assertions:
        if one.echo_of is not None:
            says = "it rests on what was already told, so it adds neither origins nor support"
            yield Evidence(of="echo", rule="R10/1", says=says, rests_on=(one.id, one.echo_of))


def _rings(claim: Claim) -> Iterator[Evidence]:
    for ring in claim.circular:
        says = f"{' and '.join(ring)} cite each other; the newest citation was cut"
        yield Evidence(of="origins", rule="ring/1", says=says, rests_on=())


def _step(step: StatusChange, last: StatusChange | None, by_id: Mapping[str, Telling]) -> Evidence:
    telling = by_id.get(step.assertion)
    who = (
        "another source" if telling is None else telling.chain[0].name if telling.chain else telling.home.name
    )
    day = "" if telling is None else telling.published
    says = RULES.get(step.rule, "the status changed").format(who=who, day=day)
    if last is not None and last.support is step.support and last.contest is not step.contest is Contest.NONE:
        says = WITHDRAWN if step.rule == _WITHDRAWN else GIVEN_UP
    dated = f"{step.date}: {says}" if step.date else f"undated: {says}"
    return Evidence(of="status", rule=f"R{step.rule}/1", says=dated, rests_on=(step.assertion,))
