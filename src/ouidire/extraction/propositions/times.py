"""When: time expressions by rules over calendar words, one rule for all orders of the words.

Rules see classes of words (month, weekday, unit, …) from the lexicon, so *26 avril 2025*, *26
April 2025* and *April 26, 2025* are one rule set. What no rule reads stays unread: no guess.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ouidire.extraction.propositions import (
    clocktimes,
    dates,
    days,
    lengths,
    periods,
    reference,
    relative,
    spans,
    weeks,
)
from ouidire.extraction.propositions.moments import Clock, Moment
from ouidire.extraction.propositions.pieces import pieces
from ouidire.extraction.propositions.tense import Tense, tense_at
from ouidire.extraction.propositions.time_words import Reader, Rule
from ouidire.extraction.propositions.words import Words, words_of
from ouidire.languages import Analysis, LanguagePack, Token
from ouidire.model import Article, Span, TimeExpression

__all__ = ["Found", "Timed", "find_times", "read_times", "times"]


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression: its first and last token (indices of the analysis), its span, what it means."""

    first: int
    last: int
    span: Span
    moment: Moment

    def expression(self) -> TimeExpression:
        """Return it in the shape of the model."""
        moment = self.moment
        return TimeExpression(
            span=self.span,
            value=moment.value,
            begin=moment.begin.isoformat() if moment.begin else None,
            until=moment.until.isoformat() if moment.until else None,
            anchor=moment.anchor,
            type=self._type(),
        )

    def _type(self) -> str:
        value = self.moment.value
        if self.moment.kind == "set":
            return "SET"
        if value.startswith("P") and not value.endswith("_REF"):
            return "DURATION"
        return "TIME" if "T" in value.partition("/")[0] and not value.endswith("_REF") else "DATE"


Timed = tuple[Found, ...]
"""All time expressions of a text, in order, none overlapping."""

_PLAIN: tuple[Rule, ...] = (
    dates.calendar_date,
    dates.numeric_date,
    days.weekday_of_month,
    days.day_of_month,
    days.bare_day,
    days.holiday,
    reference.reference_day,
    weeks.week_number,
    weeks.numbered_week,
    weeks.counted_part,
    periods.quarter,
    periods.century,
    periods.decade,
    periods.part,
    periods.season,
    reference.reference_unit,
    relative.week_then_day,
    relative.moved_unit,
    relative.weekend,
    relative.weekday,
    relative.deictic_day,
    periods.month_year,
    periods.bare_year,
    reference.vague,
)
_RULES: tuple[Rule, ...] = (
    clocktimes.night,
    spans.since,
    relative.ago,
    lengths.every,
    spans.day_range,
    spans.years_range,
    spans.ranged,
    spans.beside,
    clocktimes.timed_day,
    Reader.plain,
    clocktimes.clock_time,
    lengths.whole,
    lengths.during,
    lengths.length,
    lengths.regularly,
)


def times(analysis: Analysis, article: Article, pack: LanguagePack) -> tuple[TimeExpression, ...]:
    """Return all time expressions of an article, in text order, none overlapping.

    Each is resolved on the clock of its article, on the tense of its clause, and on the times mentioned
    before it. Lengths (``P3D``), sets and vague times (``PAST_REF``) are among them, without an interval
    unless the text ties them to a day. An undated article keeps what it cannot know as ``X``.
    """
    return tuple(found.expression() for found in read_times(analysis, article, words_of(pack.resources)))


def read_times(analysis: Analysis, article: Article, words: Words) -> Timed:
    """Return the time expressions of an article with the tokens they take."""
    clock = Clock(article.published_at.date() if article.published_at else None)
    rows: list[Found] = []
    for sentence in analysis.sentences:
        tokens = analysis.tokens[sentence.first : sentence.last]
        found = find_times(tokens, words, clock, lambda token: tense_at(analysis, token.i, words))
        rows += found
        for row in found:
            clock = clock.after(row.moment)
    return tuple(rows)


def find_times(
    tokens: Sequence[Token], words: Words, clock: Clock, tense: Callable[[Token], Tense] | None = None
) -> list[Found]:
    """Return the time expressions in a sequence of tokens, in order, none overlapping.

    Args:
        clock: What relative times count from; `last` moves on as times are read.
        tense: Tells whether the clause of a token is past or to come; the clock's own if None.

    """
    parts = pieces(tokens, words)
    reader = Reader(parts, words, clock, (_RULES, _PLAIN))
    found: list[Found] = []
    n = 0
    while n < len(parts):
        size, moment = _at(reader, n, tense)
        if moment is not None:
            first, last = parts[n], parts[n + size - 1]
            found.append(Found(first.i, last.i, Span(first.start, last.end), moment))
            reader.clock = reader.clock.after(moment)
            reader.ended = n + size
        n += size
    return found


def _at(reader: Reader, n: int, tense: Callable[[Token], Tense] | None) -> tuple[int, Moment | None]:
    """Return (pieces to go on by, moment or None) at piece `n`."""
    if not reader.may_start(n):
        return 1, None
    idle = reader.kind(n, "skip")
    if idle:
        return idle[0], None
    if tense is not None:
        now = tense(reader.tokens[n])
        reader.clock = replace(reader.clock, future=now.future, past=now.past, narrated=now.narrated)
    hit = reader.read(n)
    return hit if hit and hit[1] is not None else (1, None)
