"""One line for each thing, for terminals and pipes; control characters of a text never reach them."""

from __future__ import annotations

from collections.abc import Iterator

from ouidire.model import (
    Article,
    Assertion,
    Claim,
    Comparison,
    Drift,
    Evidence,
    Extraction,
    Grade,
    Judgement,
    Ruling,
)

__all__ = [
    "claim_line",
    "decision_line",
    "drift_lines",
    "evidence_line",
    "extraction_lines",
    "safe",
    "version_lines",
]

_SHORT = 26
"""Characters of an id, or of a name, that are shown."""


def safe(text: str) -> str:
    """Return `text` on one line, without characters that speak to the terminal or turn its direction."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def claim_line(claim: Claim) -> str:
    """Return a claim: short id, label, origins, words, status."""
    counted = f"[{claim.origins.lo},{claim.origins.hi}]"
    status = claim.status.support.value
    status += "" if claim.status.contest.value == "none" else f", {claim.status.contest.value}"
    status += "; differs on the way" if claim.drifts else ""
    return f"{claim.id[:10]}  {claim.label.value:15} {counted:6} {safe(claim.gloss)}  ({status})"


def extraction_lines(item: Extraction) -> Iterator[str]:
    """Yield an article's title, where it is from and its language, then each assertion with its label and chain."""
    article, number = item.article, len(item.assertions)
    name = article.title or ("standard input" if article.ref == "-" else article.ref)
    where = "" if article.ref in {"-", name} else f"{article.ref}, "
    yield safe(f"{name} ({where}{article.language}, {number} assertion{'s' * (number != 1)})")
    for one in item.assertions:
        label = one.label.value if one.label else "?"
        yield f"  {label:15} {safe(one.span.of(item.article.text))}{_chain(one, item.article.text)}"


def drift_lines(drift: Drift, article: Article, *, before: str, after: str) -> Iterator[str]:
    """Yield a drift: what changes and where, the words it started from, and those it came to."""
    where = safe(f"{article.outlet or article.ref}: {article.title}".rstrip(": "))
    yield f"{drift.dimension} ({drift.direction.value})  {where}"
    yield f"  from {drift.from_[:10]}  « {safe(before)} »"
    yield f"  to   {drift.to[:10]}  « {safe(after)} »"


def version_lines(one: Comparison) -> Iterator[str]:
    """Yield two versions of a page, and each change between them with the words on both sides."""
    days = [v.published_at or v.captured_at or "undated" for v in (one.before, one.after)]
    yield safe(f"{one.page}: {days[0][:16]} → {days[1][:16]} (by the time they were {one.ordered_by})")
    if one.after.withdrawn:
        yield "  the publisher says that the page is withdrawn"
    if not one.revisions:
        yield "  the same claims in the same words"
    for change in one.revisions:
        names = ", ".join(dict.fromkeys(d.dimension for d in change.drifts))
        yield f"  {change.kind.value}{', in silence' if change.silent else ''}{f' ({names})' if names else ''}"
        for side, id_, words in (("from", change.before, change.was), ("to", change.after, change.now)):
            if id_ is not None:
                yield f"    {side:4} {id_[:10]}  « {safe(words or '')} »"


def evidence_line(item: Evidence) -> str:
    """Return one reason with its rule."""
    return f"{item.of}: {safe(item.says)} ({item.rule})"


def decision_line(one: Judgement | Ruling | Grade) -> str:
    """Return what a person decided, who and when, with the reason."""
    if isinstance(one, Grade):
        says = f"{one.source} graded {one.reliability.value}"
    else:
        word = one.relation.value if isinstance(one, Judgement) else one.kind.value
        says = f"{one.left[:_SHORT]} {word} {one.right[:_SHORT]}" + (" withdrawn" if one.withdrawn else "")
    because = f": {one.because}" if one.because else ""
    return safe(f"{one.made_at[:10]}  {says}, by {one.judge}{because}")


def _chain(assertion: Assertion, text: str) -> str:
    if assertion.attribution is None:
        return ""
    hops = [
        " … ".join(safe(span.of(text)) for span in relay.source.spans) or relay.source.name or "nobody named"
        for relay in assertion.attribution.chain
    ]
    return f"  — {' → '.join(hops)}"
