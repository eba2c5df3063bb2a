"""Stretches of direct speech: pairs of quotation marks, paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ouidire.model import Passage, PassageRole, Span

__all__ = ["Quotations"]

_OPEN = {
    "«": "»",
    "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "„": "\N{LEFT DOUBLE QUOTATION MARK}",
}
_SINGLE = ("\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}")
_TYPED = ("``", "''", '"')
"""An opening mark as typed for TeX, and what may close it."""
_SYMMETRIC = ('"', "''")
_OPENERS = "([—–-\N{LEFT SINGLE QUOTATION MARK}'"
_BEFORE_SINGLE = '([—–:\N{LEFT DOUBLE QUOTATION MARK}"'
_MIN_WORDS_SINGLE = 3


class Quotations:
    """The quoted stretches of a text, marks included, outermost only, in text order.

    A quotation left open at the end of a paragraph runs to that end (the next paragraph opens it
    anew); an unpaired closing mark is ignored.
    """

    def __init__(self, text: str, passages: Sequence[Passage]) -> None:
        self.spans: tuple[Span, ...] = tuple(
            span
            for passage in passages
            if passage.role is not PassageRole.BOILERPLATE
            for span in _in_passage(text, passage.span)
        )
        self._starts = [span.start for span in self.spans]

    def at(self, offset: int) -> Span | None:
        """Return the quotation that covers `offset`."""
        k = bisect_right(self._starts, offset) - 1
        if k >= 0 and offset < self.spans[k].end:
            return self.spans[k]
        return None

    def between(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the quotations that touch ``[start, end)``."""
        k = max(0, bisect_right(self._starts, start) - 1)
        found: list[Span] = []
        while k < len(self.spans) and self.spans[k].start < end:
            if self.spans[k].end > start:
                found.append(self.spans[k])
            k += 1
        return tuple(found)


def _in_passage(text: str, span: Span) -> list[Span]:
    found: list[Span] = []
    i = span.start
    while i < span.end:
        closing = _closing(text, i, span.end)
        if closing is None:
            i += 1
            continue
        end = closing if closing > 0 else span.end
        found.append(Span(i, end))
        i = end
    return found


def _closing(text: str, i: int, end: int) -> int | None:
    """Return where the quotation opened at `i` ends; 0 if nowhere; None if nothing opens here."""
    mark = text[i]
    if mark in _OPEN:
        return _match(text, i, end, mark, _OPEN[mark])
    if text.startswith(_TYPED[0], i):
        ends = [k + len(mark) for mark in _TYPED[1:] if (k := text.find(mark, i + 2, end)) >= 0]
        return min(ends, default=0)
    for symmetric in _SYMMETRIC:
        if text.startswith(symmetric, i):
            return _twin(text, i, end, symmetric)
    if mark == _SINGLE[0]:
        return _single(text, i, end)
    if mark == "'":
        return _plain_single(text, i, end)
    return None


def _match(text: str, i: int, end: int, opening: str, closing: str) -> int:
    depth = 0
    for k in range(i, end):
        if text[k] == opening:
            depth += 1
        elif text[k] == closing:
            depth -= 1
            if depth == 0:
                return k + 1
    first = text.find(closing, i + 1, end)
    return first + 1 if first >= 0 else 0


def _twin(text: str, i: int, end: int, mark: str) -> int | None:
    """Pair marks that look alike: one that closes a word opens nothing, one before a word closes nothing."""
    size = len(mark)
    glued_left = i > 0 and not text[i - 1].isspace() and text[i - 1] not in _OPENERS
    if glued_left and (i + size >= end or not text[i + size].isalnum()):
        return None
    first = k = text.find(mark, i + size, end)
    while k >= 0 and text[k - 1].isspace() and k + size < end and not text[k + size].isspace():
        k = text.find(mark, k + size, end)
    if k < 0:
        k = first
    if k >= 0:
        return k + size
    return 0 if size == 1 and i + 1 < end and not text[i + 1].isspace() else None


def _plain_single(text: str, i: int, end: int) -> int | None:
    """Pair straight single marks: one after a blank opens, one after the end of a sentence or before a mark closes.

    An apostrophe does neither: a letter stands before it (*the fields' owner*), and no full stop.
    """
    opens = (i == 0 or text[i - 1].isspace() or text[i - 1] in _BEFORE_SINGLE) and i + 1 < end
    if not opens or not (text[i + 1].isupper() or text[i + 1].isdigit()):
        return None
    k = i
    while (k := text.find("'", k + 1, end)) >= 0:
        after = text[k + 1] if k + 1 < end else " "
        if text[k - 1] in ".,!?…" and not after.isalnum():
            return k + 1 if len(text[i + 1 : k].split()) >= _MIN_WORDS_SINGLE else None
    return None


def _single(text: str, i: int, end: int) -> int | None:
    """Pair single curly marks; the closing one is an apostrophe unless no letter follows."""
    k = i
    while True:
        k = text.find(_SINGLE[1], k + 1, end)
        if k < 0:
            return None
        if k + 1 >= end or not text[k + 1].isalnum():
            inside = text[i + 1 : k]
            return k + 1 if len(inside.split()) >= _MIN_WORDS_SINGLE else None
