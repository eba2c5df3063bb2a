"""Calendar words as the time rules see them: by class, at a position in a sequence of tokens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ouidire.extraction.propositions.moments import Clock, Moment
from ouidire.extraction.propositions.numbers import Number, number_at
from ouidire.extraction.propositions.words import Words
from ouidire.languages import Token

__all__ = ["Hit", "Reader", "Rule"]

_YEAR_FIRST, _YEAR_LAST = 1800, 2100

_REACH = 7
"""How many pieces from its start an expression must name a time (*depuis un peu plus de trois mois*)."""
_CORE = frozenset(
    [
        "month",
        "weekday",
        "weekday_short",
        "unit",
        "day",
        "season",
        "holiday",
        "vague",
        "since_last",
        "reference_day",
        "often",
        "tens",
        "daytime",
        "noon",
        "hour_mark",
        "meridiem",
        "part_whole",
        "unit_letter",
    ]
)
"""Kinds of words that name a time; the others only lead to one."""
_OPENING = _CORE | frozenset(
    [
        "since",
        "before_ago",
        "before_in",
        "before",
        "after",
        "until",
        "from_on",
        "approx",
        "article",
        "range_from",
        "during",
        "each",
        "per",
        "part",
        "last",
        "next",
        "this",
        "past",
        "reference",
        "earlier",
        "later",
        "whole",
        "half_of",
        "one",
        "night_of",
        "at",
        "number_led",
        "ordinal",
        "in_year",
        "year_word",
        "mark",
        "month_word",
        "coming",
        "skip",
    ]
)
"""Kinds of words that can come first in an expression."""

Hit = tuple[int, Moment | None]
"""How many pieces an expression takes, and what it means; None where a rule gave up on it."""


class Reader:
    """One sequence of pieces, the words of its language, and the clock of its article."""

    def __init__(self, tokens: Sequence[Token], words: Words, clock: Clock, rules: Rules = ((), ())) -> None:
        self.tokens = tokens
        self.words = words
        self.clock = clock
        self.rules, self.plain_rules = rules
        self.ended = -1  # index after the last expression that was read
        self._matches: dict[int, dict[str, tuple[int, str]]] = {}
        self._cores: dict[int, bool] = {}
        self._numbers: dict[int, Number | None] = {}
        self._plain: dict[int, Hit | None] = {}

    def read(self, n: int) -> Hit | None:
        """Try the rules at piece `n`, first one wins."""
        self._plain.clear()  # what was read there hangs on the clock, which moves on
        return self._first(self.rules, n)

    def plain(self, n: int) -> Hit | None:
        """Try the rules for times on their own: no range, no *since*, no clock time."""
        if n not in self._plain:
            self._plain[n] = self._first(self.plain_rules, n)
        return self._plain[n]

    def turn(self, clock: Clock) -> None:
        """Read on by another clock; what was read by the last one is forgotten."""
        if clock != self.clock:
            self.clock = clock
            self._plain.clear()

    def _first(self, rules: Sequence[Rule], n: int) -> Hit | None:
        for rule in rules:
            found = rule(self, n) if n < len(self.tokens) else None
            if found and found[1] is not None:
                return found
        return None

    def matches(self, n: int) -> dict[str, tuple[int, str]]:
        """Return the calendar words that start at `n`: by kind the (length, value) of the longest."""
        if not 0 <= n < len(self.tokens):
            return {}
        found = self._matches.get(n)
        if found is None:
            found = self._matches[n] = {}
            for length, meanings in self.words.calendar.every_at(self.tokens, n):
                for kind, value in meanings:
                    if kind not in found or length > found[kind][0]:
                        found[kind] = (length, value)
        return found

    def may_start(self, n: int) -> bool:
        """Whether an expression can start at `n`: an opening word, and a word of time or digits close behind."""
        token = self.tokens[n]
        opening = token.text[0].isdigit() or not _OPENING.isdisjoint(self.matches(n))
        if not opening and self.number(n) is None:
            return False
        return any(self._is_core(k) for k in range(n, min(n + _REACH, len(self.tokens))))

    def _is_core(self, n: int) -> bool:
        found = self._cores.get(n)
        if found is None:
            digits = self.tokens[n].text[0].isdigit()
            found = self._cores[n] = digits or not _CORE.isdisjoint(self.matches(n))
        return found

    def kind(self, n: int, *kinds: str) -> tuple[int, str] | None:
        """Return (length, value) if a calendar word of one of these kinds starts at `n`."""
        found = self.matches(n)
        if not found:
            return None
        best: tuple[int, str] | None = None
        for kind in kinds:
            hit = found.get(kind)
            if hit is not None and (best is None or hit[0] > best[0]):
                best = hit
        return best

    def skip(self, n: int, *kinds: str) -> int:
        """Return the index after any words of these kinds."""
        while (hit := self.kind(n, *kinds)) is not None:
            n += hit[0]
        return n

    def lower(self, n: int) -> str:
        """Return the lower-cased text at `n`, empty outside the sequence."""
        return self.tokens[n].lower if 0 <= n < len(self.tokens) else ""

    def upos(self, n: int) -> str:
        """Return the part of speech at `n`, empty outside the sequence."""
        return self.tokens[n].upos if 0 <= n < len(self.tokens) else ""

    def glued(self, n: int) -> bool:
        """Whether nothing stands between piece `n` and the one before."""
        return 0 < n < len(self.tokens) and self.tokens[n].start == self.tokens[n - 1].end

    def number(self, n: int) -> Number | None:
        """Return the number that starts at `n`."""
        if n >= len(self.tokens):
            return None
        if n not in self._numbers:
            self._numbers[n] = number_at(self.tokens, n, self.words)
        return self._numbers[n]

    def digits(self, n: int, longest: int = 2) -> int | None:
        """Return the whole number written in at most `longest` digits at `n`."""
        text = self.lower(n)
        return int(text) if text.isascii() and text.isdigit() and len(text) <= longest else None

    def year_at(self, n: int) -> int | None:
        """Return the year written at `n`."""
        found = self.digits(n, 4)
        return found if found is not None and _YEAR_FIRST <= found <= _YEAR_LAST else None

    def ordinal(self, n: int) -> tuple[int, int] | None:
        """Return (length, number) of an ordinal (*3rd*, *1er*, *troisième*, *twenty-first*)."""
        named = self.kind(n, "ordinal")
        if named:
            return named[0], int(named[1])
        number = self.digits(n)
        ending = self.kind(n + 1, "ordinal_ending") if number is not None and self.glued(n + 1) else None
        if number is not None and ending:
            return 1 + ending[0], number
        tens = self.number(n)
        if tens is None or tens.value not in {20, 30} or tens.kind != "exact":
            return None
        at = n + tens.length + (self.lower(n + tens.length) == "-")
        ones = self.kind(at, "ordinal")
        return (at + ones[0] - n, int(tens.value) + int(ones[1])) if ones and int(ones[1]) < 10 else None

    def day_at(self, n: int) -> tuple[int, int] | None:
        """Return (length, day) of the day of the month written at `n` (*26*, *26th*, *1er*, *third*)."""
        found = self.ordinal(n)
        if found is None:
            number = self.digits(n)
            found = (1, number) if number is not None else None
        return found if found and 1 <= found[1] <= 31 else None

    def year_after(self, n: int) -> tuple[int, int | None]:
        """Return (index after, year) of a year that may follow a month, past a comma or *of*."""
        for at in (n, n + 1):
            year = self.year_at(at)
            joined = self.lower(n) in {"-", "/"} and self.glued(n) and self.glued(n + 1)
            if year is not None and (
                at == n or joined or self.lower(n) == "," or self.kind(n, "of", "in_year")
            ):
                return at + 1, year
        of = self.kind(n, "of")
        at = n + of[0] if of else n
        short = self.digits(at)
        if short is not None and 32 <= short <= 99 and (of or self.upos(at + 1) in {"PUNCT", ""}):
            return at + 1, 1900 + short
        spelled = self.spelled_year(n)
        return (n + spelled[0], spelled[1]) if spelled else (n, None)

    def spelled_year(self, n: int) -> tuple[int, int] | None:
        """Return (length, year) of *two thousand and five*, *nineteen eighty-six*, *mille neuf cent douze*."""
        first = self.number(n)
        if first is None or first.kind != "exact" or self.lower(n)[:1].isdigit():
            return None
        if _YEAR_FIRST <= first.value <= _YEAR_LAST and not first.value % 1:
            return first.length, int(first.value)
        second = self.number(n + first.length) if 18 <= first.value <= 20 else None
        if second is None or not 10 <= second.value <= 99 or self.lower(n + first.length)[:1].isdigit():
            return None
        return first.length + second.length, int(first.value * 100 + second.value)

    def is_plural(self, n: int) -> bool:
        """Whether the word at `n` stands in the plural."""
        token = self.tokens[min(n, len(self.tokens) - 1)]
        return token.feats.get("Number") == "Plur" or (
            token.lower.endswith("s") and token.feats.get("Number") != "Sing"
        )


Rule = Callable[[Reader, int], "Hit | None"]
Rules = tuple[Sequence[Rule], Sequence[Rule]]
