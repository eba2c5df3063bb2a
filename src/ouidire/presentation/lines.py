"""One line for each thing, for terminals and pipes; control characters of a text never reach them."""

from __future__ import annotations

from collections.abc import Iterator

from ouidire.model import Assertion, Claim, Drift, Evidence, Extraction

__all__ = ["claim_line", "drift_lines", "evidence_line", "extraction_lines", "safe"]


def safe(text: str) -> str:
    """Return `text` on one line, without characters that speak to the terminal or turn its direction."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def claim_line(claim: Claim) -> str:
    """Return a claim: short id, label, words, origins, status."""
    origins = claim.origins
    contest = "" if claim.status.contest.value == "none" else f", {claim.status.contest.value}"
    drift = ", differs on the way" if claim.drifts else ""
    return (
        f"{claim.id[:10]}  {claim.label.value:15} {safe(claim.gloss)}  "
        f"[{origins.lo},{origins.hi}] {claim.status.support.value}{contest}{drift}"
    )


def extraction_lines(item: Extraction) -> Iterator[str]:
    """Yield an article's title and ref, then each assertion with its label and chain."""
    yield safe(f"{item.article.title or item.article.ref}  ({item.article.ref})")
    for one in item.assertions:
        label = one.label.value if one.label else "?"
        yield f"  {label:15} {safe(one.span.of(item.article.text))}{_chain(one, item.article.text)}"


def drift_lines(drift: Drift, item: Extraction) -> Iterator[str]:
    """Yield a drift and the words that differ; `item` holds the assertion drifted to."""
    text = item.article.text
    to = next(one for one in item.assertions if one.id == drift.to)
    yield f"{drift.dimension} ({drift.direction.value})  {safe(item.article.title or item.article.ref)}"
    yield f"  {drift.from_[:14]} → {drift.to[:14]}  {safe(to.span.of(text))}"
    if drift.words:
        yield f"  words: {'; '.join(safe(span.of(text)) for span in drift.words)}"


def evidence_line(item: Evidence) -> str:
    """Return one reason with its rule."""
    return f"{item.of}: {safe(item.says)} ({item.rule})"


def _chain(assertion: Assertion, text: str) -> str:
    if assertion.attribution is None:
        return ""
    hops = [
        " … ".join(safe(span.of(text)) for span in relay.source.spans) or relay.source.name or "nobody named"
        for relay in assertion.attribution.chain
    ]
    return f"  — {' → '.join(hops)}"
