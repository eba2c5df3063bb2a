"""Takes down what a person decides: of two assertions, two articles, two sources, or one source."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from ouidire import storage
from ouidire.engine.naming import article_called
from ouidire.errors import UnknownId
from ouidire.model import (
    Anchor,
    Claim,
    Extraction,
    Grade,
    Judgement,
    Relation,
    Reliability,
    Ruling,
    RulingKind,
)
from ouidire.presentation.citations import Citation, citations
from ouidire.storage import Decision, Store

__all__ = ["VERDICTS", "Verdict", "graded", "judged", "now", "taken_back"]

VERDICTS = (*(r.value for r in Relation), *(k.value for k in RulingKind))
"""What can be ruled of a pair: relations of assertions, NOT_A_COPY of articles, SAME_ORIGIN of sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person says of a pair.

    Attributes:
        says: One of `VERDICTS`.
        by: Who says so.
        withdrawn: True to take back what the same person said before.

    """

    says: str
    by: str
    because: str = ""
    withdrawn: bool = False


def now() -> str:
    """Return the time of a decision, ISO, UTC, to the microsecond: two on one pair are told apart."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def judged(
    store: Store,
    verdict: Verdict,
    a: str,
    b: str,
    *,
    items: tuple[Extraction, ...],
) -> Judgement | Ruling:
    """Return the decision that a verdict on `a` and `b` is, not yet recorded.

    Raises:
        UnknownId: One of the two is not there, is several, or both are one.

    """
    if verdict.says == RulingKind.NOT_A_COPY:
        return _ruling(
            RulingKind.NOT_A_COPY, article_called(store, a), article_called(store, b), verdict=verdict
        )
    if verdict.says == RulingKind.SAME_ORIGIN:
        claims = storage.claims(store)
        known = citations(items, claims)
        others = {item.article.outlet for item in items if item.article.outlet}
        others |= {root for claim in claims for root in claim.origins.roots}
        sides = (_origin(known, others, name) for name in (a, b))
        return _ruling(RulingKind.SAME_ORIGIN, *sides, verdict=verdict)
    left, right = _assertion(store, a), _assertion(store, b)
    if left == right:
        raise UnknownId(f"both are one assertion @ {left}; name another")
    anchors = _anchors(items, {left, right})
    return Judgement(
        left=left,
        right=right,
        relation=Relation(verdict.says),
        judge=verdict.by,
        made_at=now(),
        because=verdict.because,
        withdrawn=verdict.withdrawn,
        left_at=anchors.get(left),
        right_at=anchors.get(right),
    )


def graded(known: tuple[Citation, ...], name: str, letter: str, *, by: str, because: str = "") -> Grade:
    """Return the grade that a person gives to a source of the ledger, not yet recorded.

    Raises:
        UnknownId: No source is called so, or several are.

    """
    source = _source(known, name)
    return Grade(source=source, reliability=Reliability(letter), judge=by, made_at=now(), because=because)


def taken_back(decision: Decision, *, because: str = "") -> Decision:
    """Return what takes a decision back in the name of who made it, not yet recorded; a grade becomes F."""
    if isinstance(decision, Grade):
        return replace(decision, reliability=Reliability.F, made_at=now(), because=because)
    return replace(decision, withdrawn=True, made_at=now(), because=because)


def _ruling(kind: RulingKind, left: str, right: str, *, verdict: Verdict) -> Ruling:
    if left == right:
        raise UnknownId(f"both are one @ {left}; name another")
    return Ruling(
        kind=kind,
        left=left,
        right=right,
        judge=verdict.by,
        made_at=now(),
        because=verdict.because,
        withdrawn=verdict.withdrawn,
    )


def _assertion(store: Store, short: str) -> str:
    """Return the id of an assertion; a claim with a single one stands for it."""
    full = storage.full_id(store, short)
    if full.startswith("a:"):
        return full
    claim = storage.claim_with(store, full)
    members = claim.assertions if isinstance(claim, Claim) else ()
    if len(members) == 1:
        return members[0].id
    names = ", ".join(one.id[:10] for one in members)
    raise UnknownId(f"a claim of {len(members)} assertions @ {full[:10]}; judge one of them: {names}")


def _origin(known: tuple[Citation, ...], others: Collection[str], name: str) -> str:
    """Return the key of a source, else the name of an outlet or of a root as claims show it."""
    wanted = name.casefold()
    exact = any(wanted in {c.name.casefold(), (c.referent or "").casefold()} for c in known)
    if not exact and (same := [other for other in sorted(others) if other.casefold() == wanted]):
        return same[0]
    return _source(known, name)


def _source(known: tuple[Citation, ...], name: str) -> str:
    """Return the key of the one source with this name or referent, in any case; else of the one that holds it."""
    wanted = name.casefold()
    exact = [c for c in known if wanted in {c.name.casefold(), (c.referent or "").casefold()}]
    found = exact or [c for c in known if wanted in c.name.casefold()]
    if len(found) == 1:
        return found[0].key
    if not found:
        raise UnknownId(f"no source is called so @ {name}; try: ouidire sources")
    names = ", ".join(f"{c.name} ({c.kind})" for c in found[:5])
    raise UnknownId(f"{len(found)} sources are called so @ {name}; write one in full: {names}")


def _anchors(items: tuple[Extraction, ...], wanted: Collection[str]) -> dict[str, Anchor]:
    return {
        one.id: Anchor(article=item.article.id, span=one.span, words=one.span.of(item.article.text))
        for item in items
        for one in item.assertions
        if one.id in wanted
    }
