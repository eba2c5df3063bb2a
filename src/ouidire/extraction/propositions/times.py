"""When: time expressions by rules over calendar words, one rule for all orders of the words.

Rules see classes of words (month, weekday, unit, …) from the lexicon, so *26 avril 2025*, *26
April 2025* and *April 26, 2025* are one rule set. What no rule reads stays unread: no guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ouidire.extraction.propositions import dates, relative
from ouidire.extraction.propositions.moments import Clock, Moment
from ouidire.extraction.propositions.time_words import Reader, Rule
from ouidire.extraction.propositions.words import Words
from ouidire.languages import Token

__all__ = ["Found", "find_times"]


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression: tokens ``[first, last]`` of the sequence that was read."""

    first: int
    last: int
    moment: Moment


_RULES: tuple[Rule, ...] = (
    relative.since,
    relative.beside,
    dates.day_range,
    dates.month_range,
    dates.calendar_date,
    dates.numeric_date,
    dates.season,
    relative.ago,
    relative.moved_unit,
    relative.bare_weekday,
    relative.deictic_day,
    dates.month_year,
    dates.bare_year,
    relative.vague,
)


def find_times(tokens: Sequence[Token], words: Words, clock: Clock) -> list[Found]:
    """Return the time expressions in a sequence of tokens, in order, none overlapping."""
    reader = Reader(tokens, words, clock, _RULES)
    found: list[Found] = []
    n = 0
    while n < len(tokens):
        if not reader.may_start(n):
            n += 1
            continue
        idle = reader.kind(n, "skip")
        if idle:
            n += idle[0]
            continue
        hit = reader.read(n)
        if hit and hit[1] is not None:
            found.append(Found(n, n + hit[0] - 1, hit[1]))
            n += hit[0]
        else:
            n += 1
    return found
