"""A dossier as rows to draw: pure look-ups over claims and extractions, no decisions of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ouidire.model import (
    Article,
    Assertion,
    Claim,
    Dossier,
    Drift,
    Extraction,
    Label,
    Relay,
)
from ouidire.presentation import words

__all__ = ["ClaimView", "DriftView", "Hop", "OccurrenceView", "chain_text", "claim_views", "outlet_name"]


@dataclass(frozen=True, slots=True)
class Hop:
    """One speaker in a chain, ready to print: `words` as quoted or named, `note` in brackets."""

    words: str
    note: str
    role: str


@dataclass(frozen=True, slots=True)
class OccurrenceView:
    """One assertion under a claim with its article and chain; `echo` where it repeats another."""

    assertion: Assertion
    article: Article
    quote: str
    sentence: str
    cue: str
    hops: tuple[Hop, ...]
    echo: str | None


@dataclass(frozen=True, slots=True)
class DriftView:
    """Two wordings side by side; `marked` are the words of `to` that differ."""

    drift: Drift
    before: OccurrenceView
    after: OccurrenceView
    marked: tuple[tuple[str, bool], ...]
    says: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with everything a reader needs beside it."""

    claim: Claim
    number: int
    occurrences: tuple[OccurrenceView, ...]
    drifts: tuple[DriftView, ...]
    relations: tuple[tuple[str, Claim], ...]

    @property
    def best(self) -> OccurrenceView:
        """The occurrence whose words are the gloss, else the first that is no echo."""
        for item in self.occurrences:
            if item.quote == self.claim.gloss:
                return item
        return next((o for o in self.occurrences if o.echo is None), self.occurrences[0])

    @property
    def label(self) -> str:
        """The label in words."""
        return words.LABEL[self.claim.label]

    @property
    def tone(self) -> str:
        """The colour class of the label."""
        return words.LABEL_TONE[self.claim.label]

    @property
    def origins(self) -> str:
        """Origins as an interval."""
        return f"[{self.claim.origins.lo}, {self.claim.origins.hi}]"

    @property
    def status(self) -> str:
        """Status in words, both axes."""
        support = words.SUPPORT[self.claim.status.support]
        contest = words.CONTEST[self.claim.status.contest]
        return f"{support}; {contest}" if contest else support

    @property
    def verdict(self) -> str:
        """One sentence: support, contest, origins, bottleneck. Words of the rules, no judgement."""
        claim = self.claim
        if claim.label is Label.NORMATIVE:
            return "A rule, not an event: it says what is to be done, not that it was."
        if claim.label is Label.UNDISCLOSED:
            return "An explicit gap: the text says that this is not known or not disclosed."
        parts = [self.status[:1].upper() + self.status[1:]]
        parts.append(_origins_words(claim))
        if claim.bottleneck and len(self.occurrences) > 1:
            parts.append(f"every route runs through {', '.join(claim.bottleneck)}")
        return "; ".join(parts) + "."


def claim_views(dossier: Dossier) -> tuple[ClaimView, ...]:
    """Join claims with the words they rest on, in the order of the dossier.

    Occurrences whose extraction is not in the dossier are left out; a claim with none is dropped.
    """
    where = {a.id: (a, x) for x in dossier.extractions for a in x.assertions}
    claims = {c.id: c for c in dossier.claims}
    found = {i: _occurrence(a, x, None) for i, (a, x) in where.items()}
    views: list[ClaimView] = []
    for claim in dossier.claims:
        rows = tuple(_occurrence(*where[o.id], o.echo_of) for o in claim.assertions if o.id in where)
        if not rows:
            continue
        drifts = tuple(_drift(d, found) for d in claim.drifts if d.from_ in where and d.to in where)
        relations = tuple((r.relation.value, claims[r.claim]) for r in claim.relations if r.claim in claims)
        views.append(ClaimView(claim, len(views) + 1, rows, drifts, relations))
    return tuple(views)


def chain_text(hops: Sequence[Hop]) -> str:
    """Return a chain as one line, first speaker first."""
    return " → ".join(f"{h.words} ({h.note})" if h.note else h.words for h in hops)


def outlet_name(article: Article) -> str:
    """Return what to call the publisher of an article."""
    return article.outlet or "unnamed outlet"


def _occurrence(assertion: Assertion, extraction: Extraction, echo: str | None) -> OccurrenceView:
    article = extraction.article
    attribution = assertion.attribution
    hops = [_hop(relay, article.text) for relay in attribution.chain] if attribution else []
    hops.append(Hop(outlet_name(article), "" if hops else "own voice", "outlet"))
    return OccurrenceView(
        assertion,
        article,
        assertion.span.of(article.text),
        assertion.sentence.of(article.text),
        attribution.cue.span.of(article.text) if attribution else "",
        tuple(hops),
        echo,
    )


def _hop(relay: Relay, text: str) -> Hop:
    source = relay.source
    note = words.kind_word(source.kind)
    if source.spans:
        said = " … ".join(span.of(text) for span in source.spans)
    else:
        said, note = source.name or "nobody named", note if source.name else ""
    if source.name and source.name.casefold() not in said.casefold():
        note = f"{source.name}, {note}" if note else source.name
    return Hop(said, note, relay.role.value)


def _drift(
    drift: Drift,
    found: Mapping[str, OccurrenceView],
) -> DriftView:
    after = found[drift.to]
    marked = _marked(after.assertion, after.article.text, drift)
    weaker = drift.direction.value == "weaker"
    return DriftView(
        drift, found[drift.from_], after, marked, words.dimension(drift.dimension, weaker=weaker)
    )


def _marked(assertion: Assertion, text: str, drift: Drift) -> tuple[tuple[str, bool], ...]:
    """Cut the words of an assertion into stretches that differ and stretches that do not."""
    start, end = assertion.span.start, assertion.span.end
    pieces: list[tuple[str, bool]] = []
    at = start
    for span in sorted(drift.words):
        left, right = max(span.start, at), min(span.end, end)
        if left >= right:
            continue
        if left > at:
            pieces.append((text[at:left], False))
        pieces.append((text[left:right], True))
        at = right
    if at < end:
        pieces.append((text[at:end], False))
    return tuple(pieces)


def _origins_words(claim: Claim) -> str:
    lo, hi = claim.origins.lo, claim.origins.hi
    count = f"{lo}" if lo == hi else f"{lo} to {hi}"
    noun = "independent origin" if hi == 1 else "independent origins"
    echoes = sum(1 for o in claim.assertions if o.echo_of)
    tail = f", {echoes} echo{'es' if echoes != 1 else ''} not counted" if echoes else ""
    return f"{count} {noun}{tail}"
