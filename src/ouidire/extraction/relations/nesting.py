"""From drafts to relations: spans, quotations taken whole, one relation per cue, who is nested in whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ouidire.extraction.found import FoundRelation
from ouidire.extraction.relations.chains import chain_of
from ouidire.extraction.relations.drafts import Draft
from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.quotations import Quotations
from ouidire.extraction.relations.sources import can_speak
from ouidire.extraction.relations.tree import spans_of
from ouidire.languages import Analysis
from ouidire.model import Act, SourceKind, Span

__all__ = ["finish", "nest", "union"]

_BIDDING = frozenset({Act.REQUEST, Act.ORDER})
_DECISIVE = frozenset({Act.CONFIRM, Act.ADMIT, Act.CORROBORATE, Act.VERIFY, Act.DENY, Act.RETRACT})
_OPENING = 4  # code points: a preposition and a blank


def finish(analysis: Analysis, cues: Cues, quotes: Quotations, draft: Draft) -> FoundRelation | None:
    """Turn a draft into a relation; None where no content is left."""
    cue = analysis.span(draft.cue[0], draft.cue[-1] + 1)
    inside = set(draft.content) - set(draft.cue)
    content = union([*spans_of(analysis, inside), *draft.extra])
    quoted = False
    if draft.quotable:
        content, quoted = _whole_quotes(quotes, content, cue)
    around = quotes.at(cue.start)
    if around is not None and around.covers(cue):
        content = tuple(
            Span(max(s.start, around.start), min(s.end, around.end))
            for s in content
            if s.start < around.end and around.start < s.end
        )
    if not content:
        return None
    chain = chain_of(analysis, cues, draft)
    if draft.kinds and chain[-1].kind not in draft.kinds:
        return None
    if draft.speaker and chain[0].head is not None and not can_speak(analysis, cues, chain[0].head):
        return None
    return FoundRelation(
        cue=cue,
        cue_head=draft.head,
        lemma=draft.lemma,
        act=_act(analysis, cues, draft, chain[0].kind),
        content=content,
        chain=chain,
        construction=draft.construction,
        polarity=draft.polarity,
        modality=draft.modality,
        entry=draft.entry,
        quoted=quoted,
        presupposes=draft.presupposes,
        author=draft.author,
    )


def _act(analysis: Analysis, cues: Cues, draft: Draft, kind: SourceKind) -> Act:
    """Return the act; norms stipulate; what an earlier version of an article said is taken back."""
    edition = draft.source is not None and cues.has("edition", analysis.tokens[draft.source])
    if edition and any(cues.has("earlier", t) for t in analysis.children(draft.source or 0, "amod")):
        return Act.RETRACT
    if kind is SourceKind.DOCUMENT_TREATY and draft.document_act is not None:
        return draft.document_act
    return draft.act


def _whole_quotes(quotes: Quotations, content: tuple[Span, ...], cue: Span) -> tuple[tuple[Span, ...], bool]:
    """Extend a content over the whole of each quotation it touches, unless the cue stands in it too."""
    spans = list(content)
    quoted = False
    for span in content:
        for quote in quotes.between(span.start, span.end):
            if quote.covers(cue):
                continue
            quoted = True
            spans.append(quote)
    return union(spans), quoted


def union(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Merge overlapping spans."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def nest(relations: Sequence[FoundRelation]) -> tuple[FoundRelation, ...]:
    """Drop doubles, order by cue, and point each relation at the smallest one its cue lies in."""
    ordered = sorted(_unspent(_distinct(relations)), key=lambda r: (r.cue, r.content))
    parents = [_parent(ordered, k) for k in range(len(ordered))]
    ordered = [_bidden(ordered, relation, parents[k]) for k, relation in enumerate(ordered)]
    return tuple(
        replace(relation, parent=None if _loops(parents, k) else parents[k])
        for k, relation in enumerate(ordered)
    )


def _bidden(relations: Sequence[FoundRelation], relation: FoundRelation, parent: int | None) -> FoundRelation:
    """Take the act off a cue that somebody is asked to use: whoever is asked to confirm p has not done so.

    The cue opens what is asked for, or stands right after its preposition or whoever is asked (*asked X to confirm p*).
    """
    outer = None if parent is None else relations[parent]
    if outer is None or outer.act not in _BIDDING or relation.act not in _DECISIVE:
        return relation
    cue = relation.cue
    asked = [s for s in relation.chain[0].spans if 0 <= cue.start - s.end <= _OPENING]
    starts = [first.start - span.start for first in (cue, *asked) for span in outer.content]
    opens = any(0 <= start <= _OPENING for start in starts)
    return replace(relation, act=outer.act, modality=outer.lemma) if opens else relation


def _distinct(relations: Sequence[FoundRelation]) -> list[FoundRelation]:
    """Keep one relation per cue head, the one with the longest cue."""
    best: dict[int, FoundRelation] = {}
    for relation in relations:
        other = best.get(relation.cue_head)
        if other is None or len(relation.cue) > len(other.cue):
            best[relation.cue_head] = relation
    return list(best.values())


def _unspent(relations: Sequence[FoundRelation]) -> list[FoundRelation]:
    """Drop relations whose cue is a hop of another's chain (*citant*) or part of a longer cue."""
    hops = {hop.cue for relation in relations for hop in relation.chain if hop.cue is not None}
    return [
        r
        for r in relations
        if not any(hop.covers(r.cue) for hop in hops)
        and not any(o.cue.covers(r.cue) and len(o.cue) > len(r.cue) for o in relations)
    ]


def _parent(relations: Sequence[FoundRelation], k: int) -> int | None:
    cue = relations[k].cue
    holders = [
        (sum(len(s) for s in other.content), n)
        for n, other in enumerate(relations)
        if n != k and any(span.covers(cue) for span in other.content)
    ]
    return min(holders)[1] if holders else None


def _loops(parents: Sequence[int | None], k: int) -> bool:
    """Whether following parents from `k` comes back to it, `k` being the first of the ring."""
    ring = [k]
    here = parents[k]
    while here is not None and here not in ring:
        ring.append(here)
        here = parents[here]
    return here == k and k == min(ring)
