"""Calendar words as the time rules see them: by class, at a position in a sequence of tokens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ouidire.extraction.propositions.moments import Clock, Moment
from ouidire.extraction.propositions.words import Words
from ouidire.languages import Token

__all__ = ["Hit", "Reader", "Rule"]

_YEAR_FIRST, _YEAR_LAST = 1800, 2100

Hit = tuple[int, Moment | None]
"""How many tokens an expression takes, and what it means; None where a rule gave up on it."""


class Reader:
    """One sequence of tokens, the words of its language, and the clock of its article."""

    def __init__(
        self, tokens: Sequence[Token], words: Words, clock: Clock, rules: Sequence[Rule] = ()
    ) -> None:
        self.tokens = tokens
        self.words = words
        self.clock = clock
        self.rules = rules
        self._matches: dict[int, tuple[tuple[int, tuple[tuple[str, str], ...]], ...]] = {}

    def read(self, n: int) -> Hit | None:
        """Try the rules at token `n`, first one wins."""
        for rule in self.rules:
            found = rule(self, n)
            if found and found[1] is not None:
                return found
        return None

    def matches(self, n: int) -> tuple[tuple[int, tuple[tuple[str, str], ...]], ...]:
        """Return the calendar phrases that start at `n` (looked up once)."""
        found = self._matches.get(n)
        if found is None:
            found = self._matches[n] = tuple(self.words.calendar.every_at(self.tokens, n))
        return found

    def may_start(self, n: int) -> bool:
        """Whether an expression can start at `n`: a calendar word, a digit, or a number word."""
        first = self.tokens[n].text[:1]
        return bool(first.isdigit() or self.matches(n) or self.words.numbers.at(self.tokens, n))

    def kind(self, n: int, *kinds: str) -> tuple[int, str] | None:
        """Return (length, value) if a calendar word of one of these kinds starts at `n`."""
        if n >= len(self.tokens):
            return None
        best: tuple[int, str] | None = None
        for length, meanings in self.matches(n):
            for kind, value in meanings:
                if kind in kinds and (best is None or length > best[0]):
                    best = (length, value)
        return best

    def skip(self, n: int, *kinds: str) -> int:
        """Return the index after any words of these kinds."""
        while (hit := self.kind(n, *kinds)) is not None:
            n += hit[0]
        return n

    def year_at(self, n: int) -> int | None:
        """Return the year written at `n`."""
        if n < len(self.tokens):
            text = self.tokens[n].text
            if (
                len(text) == 4
                and text.isascii()
                and text.isdigit()
                and _YEAR_FIRST <= int(text) <= _YEAR_LAST
            ):
                return int(text)
        return None

    def day_at(self, n: int) -> int | None:
        """Return the day of the month written at `n` (*26*, *26th*, *1er*)."""
        if n >= len(self.tokens):
            return None
        first = self.kind(n, "first")
        if first:
            return int(first[1])
        text = self.tokens[n].lower
        for ending in ("st", "nd", "rd", "th", "er", "ᵉʳ"):
            text = text.removesuffix(ending) if text[:1].isdigit() else text
        if text.isascii() and text.isdigit() and 1 <= int(text) <= 31 and len(text) <= 2:
            return int(text)
        return None

    def year_after(self, n: int) -> tuple[int, int | None]:
        """Return (index after, year) of a year that may follow a month, past a comma or *of*."""
        for at in (n, n + 1):
            year = self.year_at(at)
            if year is not None and (at == n or self.tokens[n].lower in {",", "de", "of"}):
                return at + 1, year
        return n, None


Rule = Callable[[Reader, int], "Hit | None"]
