"""Quotations that go on: further sentences of direct speech under one cue, and speech announced by a colon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ouidire.extraction.found import FoundRelation
from ouidire.extraction.relations.nesting import union
from ouidire.extraction.relations.quotations import Quotations
from ouidire.model import Act, Passage, PassageRole, Span

__all__ = ["carry_on", "opened"]

_QUOTES = "\"'«»\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
_MARKS = " \t\u00a0\u202f.,;:!?…—–-()[]"


def opened(text: str, passages: Sequence[Passage], quotes: Quotations, after: int) -> tuple[Span, ...]:
    """Return what a colon at the end of a paragraph (or sentence) opens: quoted stretches, else the next passage."""
    following = [p for p in passages if p.span.end > after and p.role is not PassageRole.BOILERPLATE]
    found: list[Span] = []
    for n, passage in enumerate(following):
        start = max(passage.span.start, after)
        if not text[start : passage.span.end].strip(_MARKS):
            continue
        inside, whole = _leading(text, quotes, Span(start, passage.span.end))
        found.extend(inside)
        if not whole:
            return tuple(found) if found or n == 0 else _plain(text, passage)
    return tuple(found)


def _plain(text: str, passage: Passage) -> tuple[Span, ...]:
    stretch = passage.span.of(text)
    start = passage.span.start + len(stretch) - len(stretch.lstrip())
    end = passage.span.start + len(stretch.rstrip())
    return (Span(start, end),) if start < end else ()


def _leading(text: str, quotes: Quotations, span: Span) -> tuple[tuple[Span, ...], bool]:
    """Return the quotations a span begins with, and whether nothing but them stands in it."""
    found: list[Span] = []
    here = span.start
    for quote in quotes.between(span.start, span.end):
        if quote.start < span.start or text[here : quote.start].strip(_MARKS):
            break
        found.append(quote)
        here = quote.end
    return tuple(found), not text[here : span.end].strip(_MARKS)


def carry_on(
    relations: Sequence[FoundRelation],
    passages: Sequence[Passage],
    quotes: Quotations,
    sentences: Sequence[Span],
    text: str,
) -> tuple[FoundRelation, ...]:
    """Give each unattributed quoted sentence to the speaker of the quotation before it."""
    out = list(relations)
    last: int | None = None
    for passage in passages:
        if passage.role is PassageRole.BOILERPLATE:
            continue
        last = _in_passage(out, passage, quotes, sentences, text, last)
    return tuple(out)


def _in_passage(
    out: list[FoundRelation],
    passage: Passage,
    quotes: Quotations,
    sentences: Sequence[Span],
    text: str,
    last: int | None,
) -> int | None:
    """Scan one passage; return the relation whose quotation it ends in, None where it does not."""
    inside = [s for s in sentences if passage.span.covers(s)]
    alive = last
    for quote in quotes.between(passage.span.start, passage.span.end):
        owners = [
            k
            for k, r in enumerate(out)
            if r.act is not Act.ATTITUDE and _touches(r, quote) and not quote.covers(r.cue)
        ]
        if owners:
            alive = owners[-1]
            continue
        if alive is not None and _alone(quote, inside, text):
            out[alive] = replace(out[alive], content=union([*out[alive].content, quote]), quoted=True)
        elif _alone(quote, inside, text):
            alive = None
    ends = quotes.at(max(passage.span.start, passage.span.end - 1)) or quotes.at(
        max(passage.span.start, passage.span.end - 2)
    )
    return alive if ends is not None else None


def _touches(relation: FoundRelation, quote: Span) -> bool:
    return any(span.start < quote.end and quote.start < span.end for span in relation.content)


def _alone(quote: Span, sentences: Sequence[Span], text: str) -> bool:
    """Whether the sentences a quotation touches hold nothing but it."""
    touched = [
        s
        for s in sentences
        if text[max(s.start, quote.start) : min(s.end, quote.end)].strip(_MARKS + _QUOTES)
    ]
    if not touched:
        return False
    before = text[touched[0].start : quote.start] if touched[0].start < quote.start else ""
    behind = text[quote.end : touched[-1].end] if quote.end < touched[-1].end else ""
    return not before.strip(_MARKS) and not behind.strip(_MARKS + _QUOTES)
