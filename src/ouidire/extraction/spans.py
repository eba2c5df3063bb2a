"""Stretches of words: from token indices to trimmed spans, and which span holds which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ouidire.languages import Analysis
from ouidire.model import Span

__all__ = ["covers_token", "hull", "overlap", "tokens_in", "trimmed"]

_EDGE = " \t\n\r\u00a0\u202f\u200b.,;:!?…«»“”„\"'‘’()[]–—-*•·"
_OPENING = {")": "(", "]": "["}


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return ``[start, end)`` without punctuation, quotation marks and white space at its edges.

    An apostrophe or a full stop that belongs to a word stays only inside; a closing bracket stays where
    its opening one is inside. None where nothing is left.
    """
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        opening = _OPENING.get(text[end - 1])
        if opening and opening in text[start:end]:
            break
        end -= 1
    return Span(start, end) if start < end else None


def hull(analysis: Analysis, tokens: Sequence[int]) -> Span | None:
    """Return the trimmed span from the first to the last of some tokens."""
    if not tokens:
        return None
    return trimmed(analysis.text, analysis.tokens[tokens[0]].start, analysis.tokens[tokens[-1]].end)


def covers_token(analysis: Analysis, spans: Iterable[Span], i: int) -> bool:
    """Whether token `i` lies wholly in one of some spans."""
    token = analysis.tokens[i]
    return any(s.start <= token.start and token.end <= s.end for s in spans)


def tokens_in(analysis: Analysis, spans: Iterable[Span], tokens: Iterable[int]) -> tuple[int, ...]:
    """Return those of some tokens that lie in one of some spans."""
    held = tuple(spans)
    return tuple(i for i in tokens if covers_token(analysis, held, i))


def overlap(left: Span, right: Span) -> bool:
    """Whether two spans share a character."""
    return left.start < right.end and right.start < left.end
