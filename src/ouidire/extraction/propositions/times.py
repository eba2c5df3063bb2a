"""When: time expressions by rules over calendar words, one rule for all orders of the words.

Rules see classes of words (month, weekday, unit, …) from the lexicon, so *26 avril 2025*, *26
April 2025* and *April 26, 2025* are one rule set. What no rule reads stays unread: no guess.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ouidire.extraction.propositions import moments
from ouidire.extraction.propositions.moments import Clock, Moment
from ouidire.extraction.propositions.numbers import number_at
from ouidire.extraction.propositions.words import Words
from ouidire.languages import Token

__all__ = ["Found", "find_times"]

_YEAR_FIRST, _YEAR_LAST = 1800, 2100
_DAYTIME = {"MO": "TMO", "AF": "TAF", "EV": "TEV", "NI": "TNI", "MI": "TMI"}


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression: tokens ``[first, last]`` of the sequence that was read."""

    first: int
    last: int
    moment: Moment


Rule = Callable[["_Reader", int], "tuple[int, Moment | None] | None"]


def find_times(tokens: Sequence[Token], words: Words, clock: Clock) -> list[Found]:
    """Return the time expressions in a sequence of tokens, in order, none overlapping."""
    reader = _Reader(tokens, words, clock)
    found: list[Found] = []
    n = 0
    while n < len(tokens):
        hit = reader.read(n)
        if hit and hit[1] is not None:
            found.append(Found(n, n + hit[0] - 1, hit[1]))
            n += hit[0]
        else:
            n += 1
    return found


class _Reader:
    """Rules over one sequence of tokens; each returns (length, moment) or None."""

    def __init__(self, tokens: Sequence[Token], words: Words, clock: Clock) -> None:
        self.tokens = tokens
        self.words = words
        self.clock = clock

    def read(self, n: int) -> tuple[int, Moment | None] | None:
        """Try the rules at token `n`, first one wins."""
        for rule in _RULES:
            found = rule(self, n)
            if found and found[1] is not None:
                return found
        return None

    def kind(self, n: int, *kinds: str) -> tuple[int, str] | None:
        """Return (length, value) if a calendar word of one of these kinds starts at `n`."""
        if n >= len(self.tokens):
            return None
        hit = self.words.calendar.at(self.tokens, n)
        return (hit[0], hit[1][1]) if hit and hit[1][0] in kinds else None

    def skip(self, n: int, *kinds: str) -> int:
        """Return the index after any words of these kinds."""
        while (hit := self.kind(n, *kinds)) is not None:
            n += hit[0]
        return n

    def year_at(self, n: int) -> int | None:
        """Return the year written at `n`."""
        if n < len(self.tokens):
            text = self.tokens[n].text
            if len(text) == 4 and text.isascii() and text.isdigit() and _YEAR_FIRST <= int(text) <= _YEAR_LAST:
                return int(text)
        return None

    def day_at(self, n: int) -> int | None:
        """Return the day of the month written at `n` (*26*, *26th*, *1er*)."""
        if n >= len(self.tokens):
            return None
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

    def calendar_date(self, n: int) -> tuple[int, Moment | None] | None:
        """*26 avril 2025*, *April 26, 2025*, *le mardi 6 mai*."""
        at = self.skip(n, "article")
        named = self.kind(at, "weekday")
        if named:
            at += named[0]
            if at < len(self.tokens) and self.tokens[at].text == ",":
                at += 1
            at = self.skip(at, "article")
        day = self.day_at(at)
        month = self.kind(self.skip(at + 1, "of"), "month") if day else None
        if day and month:
            end, year = self.year_after(self.skip(at + 1, "of") + month[0])
        else:
            month = self.kind(at, "month")
            day = self.day_at(at + month[0]) if month else None
            if not (month and day):
                return None
            end, year = self.year_after(at + month[0] + 1)
        number = int(month[1])
        found = moments.day(year or self.clock.year_for(number, day), number, day)
        return end - n, found

    def numeric_date(self, n: int) -> tuple[int, Moment | None] | None:
        """*2025-04-26*, *26/04/2025* (the first two of these day-first outside the year-first form)."""
        text = self.tokens[n].text
        if not 8 <= len(text) <= 10 or not text[0].isdigit():
            return None
        for mark in "-/.":
            parts = text.split(mark)
            if len(parts) == 3 and all(p.isascii() and p.isdigit() for p in parts):
                first, second, third = (int(p) for p in parts)
                if len(parts[0]) == 4:
                    return 1, moments.day(first, second, third) if second in range(1, 13) else None
                if len(parts[2]) == 4 and second in range(1, 13):
                    return 1, moments.day(third, second, first)
        return None

    def day_range(self, n: int) -> tuple[int, Moment | None] | None:
        """*du 3 au 5 mai*, *from 3 to 5 May*, *May 3-5*."""
        at = self.kind(n, "range_from")
        start = n + at[0] if at else n
        start = self.skip(start, "article")
        first = self.day_at(start)
        link = self.kind(start + 1, "range_to") if first else None
        if not first or not link:
            return None
        second_at = self.skip(start + 1 + link[0], "article")
        last = self.day_at(second_at)
        month = self.kind(self.skip(second_at + 1, "of"), "month") if last else None
        if not last or not month:
            return None
        end, year = self.year_after(self.skip(second_at + 1, "of") + month[0])
        number = int(month[1])
        year = year or self.clock.year_for(number, first)
        return end - n, _joined(moments.day(year, number, first), moments.day(year, number, last))

    def month_range(self, n: int) -> tuple[int, Moment | None] | None:
        """*entre mars et juin 2025*, *from Monday to Friday*."""
        opening = self.kind(n, "range_from")
        if not opening:
            return None
        one = self._plain(n + opening[0])
        link = self.kind(n + opening[0] + one[0], "range_to") if one else None
        two = self._plain(n + opening[0] + one[0] + link[0]) if one and link else None
        if not one or not link or not two or one[1] is None or two[1] is None:
            return None
        first, last = one[1], two[1]
        if first.begin and last.begin and first.begin > last.begin:
            first = Moment(first.value, _year_before(first.begin), first.until, first.anchor)
        return opening[0] + one[0] + link[0] + two[0], _joined(first, last)

    def _plain(self, n: int) -> tuple[int, Moment | None] | None:
        at = self.skip(n, "article")
        for rule in (
            _Reader.calendar_date, _Reader.month_year, _Reader.bare_weekday, _Reader.deictic_day, _Reader.bare_year
        ):  # fmt: skip
            found = rule(self, at) if at < len(self.tokens) else None
            if found and found[1]:
                return found[0] + at - n, found[1]
        return None

    def month_year(self, n: int) -> tuple[int, Moment | None] | None:
        """*novembre 2025*, *début mai*, *in late November*, *la fin du mois de mars*."""
        part = self.kind(n, "part")
        at = self.skip(n + part[0], "article", "of", "month_word") if part else n
        named = self.kind(at, "month")
        if not named:
            return None
        token = self.tokens[at]
        if token.upos in {"AUX", "VERB"}:
            return None
        number = int(named[1])
        end, year = self.year_after(at + named[0])
        moved, step = self.kind(end, "last", "next") if year is None else None, 0
        if moved and self.clock.today:
            step = moved[0]
            year = _year_of(number, self.clock.today, moved[1])
        found = moments.month(year or self.clock.year_for(number), number, part[1] if part else "")
        return end + step - n, found

    def season(self, n: int) -> tuple[int, Moment | None] | None:
        """*été 2025*, *last winter*, *l'hiver dernier*."""
        before = self.kind(n, "last", "next", "this")
        at = n + before[0] if before else n
        named = self.kind(at, "season")
        if not named:
            return None
        end, year = self.year_after(at + named[0])
        after = self.kind(end, "last", "next") if year is None else None
        moved = before or after
        if year is None and (moved is None or self.clock.today is None):
            return None
        if year is None and self.clock.today is not None and moved is not None:
            first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[named[1]]
            year = _year_of(first, self.clock.today, moved[1])
        return end + (after[0] if after else 0) - n, moments.quarter_like(year, named[1])

    def bare_year(self, n: int) -> tuple[int, Moment | None] | None:
        """*en 2025*, *début 2025*, *the end of 2024*."""
        part = self.kind(n, "part")
        at = self.skip(n + part[0], "article", "of", "year_word") if part else n
        year = self.year_at(at)
        if year is None:
            return None
        if not part and not self._reads_as_year(n):
            return None
        return at + 1 - n, moments.year(year, part[1] if part else "")

    def _reads_as_year(self, n: int) -> bool:
        before = self.tokens[n - 1] if n else None
        after = self.tokens[n + 1] if n + 1 < len(self.tokens) else None
        counts = after is not None and after.upos in {"NOUN", "ADJ", "SYM"}
        led = before is not None and before.upos in {"ADP", "DET", "SCONJ", "NOUN", "PUNCT"}
        return (before is None or led) and not counts

    def bare_weekday(self, n: int) -> tuple[int, Moment | None] | None:
        """*mardi*, *last Tuesday*, *mardi prochain*, *Tuesday night*."""
        before = self.kind(n, "last", "next", "this")
        at = n + before[0] if before else n
        named = self.kind(at, "weekday")
        if not named:
            return None
        end = at + named[0]
        after = self.kind(end, "last", "next")
        moved = before or after
        end += after[0] if after else 0
        daytime = self.kind(end, "daytime")
        end += daytime[0] if daytime else 0
        found = _weekday(int(named[1]), moved[1] if moved else "", self.clock)
        return end - n, _with_daytime(found, daytime)

    def deictic_day(self, n: int) -> tuple[int, Moment | None] | None:
        """*hier*, *yesterday morning*, *ce matin*, *tonight*."""
        found = self.kind(n, "day")
        if not found:
            return None
        end = n + found[0]
        daytime = self.kind(end, "daytime")
        offset, _, part = found[1].partition(" ")
        moment = moments.span_of("day", int(offset), self.clock)
        return end + (daytime[0] if daytime else 0) - n, _with_daytime(moment, daytime or ((0, part) if part else None))

    def moved_unit(self, n: int) -> tuple[int, Moment | None] | None:
        """*la semaine dernière*, *last week*, *ce mois-ci*, *next year*, *the past three months*."""
        start = self.skip(n, "article")
        before = self.kind(start, "last", "next", "this")
        at = start + before[0] if before else start
        number = number_at(self.tokens, at, self.words) if at < len(self.tokens) else None
        at += number.length if number else 0
        inner = self.kind(at, "last", "next") if number else None
        at += inner[0] if inner else 0
        unit = self.kind(at, "unit")
        if not unit:
            return None
        end = at + unit[0]
        after = None if before or inner else self.kind(end, "last", "next", "this_after")
        moved = before or inner or after
        if not moved:
            return None
        end += after[0] if after else 0
        offset = {"last": -1, "next": 1}.get(moved[1], 0)
        if number or (before and _is_plural(self.tokens[at]) and offset):
            amount = number.value if number and number.kind in {"exact", "about"} else None
            return end - n, moments.duration(amount, unit[1], self.clock, direction=offset or -1)
        return end - n, moments.span_of(unit[1], offset, self.clock)

    def ago(self, n: int) -> tuple[int, Moment | None] | None:
        """*il y a trois jours*, *three days ago*, *dans deux semaines*, *in two weeks*."""
        opening = self.kind(n, "before_ago", "before_in")
        at = n + opening[0] if opening else n
        at = self.skip(at, "approx")
        number = number_at(self.tokens, at, self.words) if at < len(self.tokens) else None
        indefinite = self.kind(at, "one") if number is None else None
        if number is None and indefinite is None:
            return None
        at += number.length if number else indefinite[0] if indefinite else 0
        at = self.skip(at, "of")
        unit = self.kind(at, "unit")
        if not unit:
            return None
        end = at + unit[0]
        closing = self.kind(end, "ago")
        if not opening and not closing:
            return None
        end += closing[0] if closing else 0
        direction = 1 if opening and opening[1] == "+" else -1
        if number and number.kind not in {"exact", "about"}:
            return end - n, moments.vague("PAST_REF" if direction < 0 else "FUTURE_REF")
        return end - n, moments.ago(number.value if number else 1, unit[1], self.clock, direction=direction)

    def since(self, n: int) -> tuple[int, Moment | None] | None:
        """*depuis mardi*, *since 2022*, *depuis plusieurs mois*, *for three days*."""
        opening = self.kind(n, "since", "during")
        if not opening:
            return None
        start = self.skip(n + opening[0], "article")
        stretch = self._stretch(start, -1 if opening[1] == "since" else 0)
        if stretch:
            return start + stretch[0] - n, stretch[1]
        inner = self.read(start) if start < len(self.tokens) and opening[1] == "since" else None
        if inner is None or inner[1] is None:
            return None
        return start + inner[0] - n, inner[1].open_ended(self.clock.today)

    def _stretch(self, n: int, direction: int) -> tuple[int, Moment | None] | None:
        """A length of time: *trois jours*, *plusieurs mois*, *months*."""
        at = self.skip(n, "approx")
        number = number_at(self.tokens, at, self.words) if at < len(self.tokens) else None
        one = self.kind(at, "one") if number is None else None
        end = at + (number.length if number else one[0] if one else 0)
        end = self.skip(end, "of")
        unit = self.kind(end, "unit")
        if not unit or (number is None and one is None and not _is_plural(self.tokens[end])):
            return None
        exact = 1.0 if one else number.value if number and number.kind in {"exact", "about"} else None
        return end + unit[0] - n, moments.duration(exact, unit[1], self.clock, direction=direction)

    def vague(self, n: int) -> tuple[int, Moment | None] | None:
        """*auparavant*, *recently*, *à l'époque*."""
        found = self.kind(n, "vague")
        return (found[0], moments.vague(found[1])) if found else None


_RULES: tuple[Rule, ...] = (
    _Reader.since,
    _Reader.day_range,
    _Reader.month_range,
    _Reader.calendar_date,
    _Reader.numeric_date,
    _Reader.season,
    _Reader.ago,
    _Reader.moved_unit,
    _Reader.bare_weekday,
    _Reader.deictic_day,
    _Reader.month_year,
    _Reader.bare_year,
    _Reader.vague,
)


def _joined(first: Moment | None, last: Moment | None) -> Moment | None:
    if first is None or last is None:
        return None
    if first.begin and last.until and first.begin >= last.until:
        return None
    return Moment(f"{first.value}/{last.value}", first.begin, last.until, first.anchor)


def _weekday(number: int, moved: str, clock: Clock) -> Moment | None:
    """A day of the week: the last one (today included), or the next where it is to come."""
    today = clock.today
    if today is None:
        return Moment(f"XXXX-WXX-{number}", anchor="none")
    back = (today.isoweekday() - number) % 7
    if moved == "last" and back == 0:
        back = 7
    ahead = 7 - back if back else 7
    try:
        at = today + timedelta(days=ahead) if moved == "next" or (clock.future and not moved) else today - timedelta(days=back)
    except OverflowError:
        return None
    return Moment(at.isoformat(), at, at + timedelta(days=1), "publication")


def _with_daytime(found: Moment | None, daytime: tuple[int, str] | None) -> Moment | None:
    if found is None or daytime is None or found.begin is None:
        return found
    return Moment(found.value + _DAYTIME.get(daytime[1], ""), found.begin, found.until, found.anchor)


def _is_plural(token: Token) -> bool:
    return token.feats.get("Number") == "Plur" or token.lower.endswith("s")


def _year_of(month_: int, today: date, moved: str) -> int:
    """Year of the last or next month or season that starts in month `month_`."""
    if moved == "next":
        return today.year + (month_ <= today.month)
    if moved == "last":
        return today.year - (month_ >= today.month)
    return today.year


def _year_before(at: date) -> date:
    return at.replace(year=at.year - 1, day=min(at.day, 28))
