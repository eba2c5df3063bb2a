"""Hearsay without a source, marked by an adverb or a set phrase: *reportedly*, *prétendument*."""

from __future__ import annotations

from collections.abc import Iterator

from ouidire.extraction.relations.drafts import Draft
from ouidire.extraction.relations.entries import AdverbEntry, Cues
from ouidire.extraction.relations.frames import match_forms
from ouidire.extraction.relations.tree import clause_head, hull, trim
from ouidire.languages import Analysis

__all__ = ["adverb_drafts"]


def adverb_drafts(analysis: Analysis, cues: Cues) -> Iterator[Draft]:
    """Yield a draft for each adverb of hearsay; its content is its clause without it."""
    by_word: dict[str, list[AdverbEntry]] = {}
    for entry in cues.adverbs:
        for form in entry.forms:
            by_word.setdefault(form.replace("'", "' ").split()[0], []).append(entry)
    for token in analysis.tokens:
        for entry in by_word.get(token.lower, ()):
            end = match_forms(analysis, entry.forms, token.i)
            content = _scope(analysis, token.i, end) if end else ()
            if entry.after and end:
                content = _after(analysis, end)
            if end and content:
                yield Draft(
                    cue=tuple(range(token.i, end)),
                    head=token.i,
                    lemma=entry.forms[0],
                    act=entry.act,
                    construction="adverbial",
                    content=content,
                    entry=entry.id,
                    author=entry.author,
                )
                break


def _after(analysis: Analysis, end: int) -> tuple[int, ...]:
    """Return the clause that follows a phrase such as *il semblerait que*."""
    if end >= analysis.sentence_of(end - 1).last:
        return ()
    start = analysis.tokens[end]
    root = clause_head(analysis, start.i)
    inside = [i for i in analysis.subtree(root) if i >= end]
    return trim(analysis, hull(inside)) if inside else ()


def _scope(analysis: Analysis, first: int, end: int) -> tuple[int, ...]:
    """Return the clause (or the phrase, where it modifies an adjective or noun) around an adverb."""
    cue = set(range(first, end))
    head = analysis.tokens[analysis.tokens[first].head]
    if head.i in cue:
        head = analysis.tokens[head.head]
    root = clause_head(analysis, head.i)
    inside = set(analysis.subtree(root)) - cue
    left = trim(analysis, hull(i for i in inside if i < first))
    right = trim(analysis, hull(i for i in inside if i >= end))
    return (*left, *right)
