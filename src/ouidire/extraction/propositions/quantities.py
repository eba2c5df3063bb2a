"""How many, or how much: the number of a unit, its bounds, and what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ouidire.extraction.propositions.events import Event
from ouidire.extraction.propositions.numbers import Number, number_at
from ouidire.extraction.propositions.tree import relation
from ouidire.extraction.propositions.words import Words, class_of
from ouidire.languages import Analysis, Token
from ouidire.model import Bound, Quantity

__all__ = ["Counted", "find_quantity"]

# An approximate number stands for this much on either side (LANGUAGE.md §4, row 6).
_TOLERANCE = 0.1
_PERCENT = "percent"
_CORE = frozenset({"nsubj", "obj", "obl", "root"})
_KINDS = {"about": Bound.APPROX, "many": Bound.VAGUE, "vague": Bound.VAGUE, "unknown": Bound.UNDISCLOSED}


@dataclass(frozen=True, slots=True)
class Counted:
    """A number found in a unit: tokens ``[first, last]``, its value, and the token it counts."""

    first: int
    last: int
    number: Number
    bound: Bound
    noun: int | None
    unit: str | None


def find_quantity(
    analysis: Analysis, event: Event, inside: Sequence[int], taken: frozenset[int], words: Words
) -> Quantity | None:
    """Return the quantity of a unit; the one that counts the nearest participant where several do.

    Args:
        inside: Tokens of the unit, in order.
        taken: Tokens that belong to a date or a duration.

    """
    if event.type == "meta.undisclosed":
        return _gap(analysis, inside, words)
    rows = _all(analysis, inside, taken, words)
    one = _single(analysis, event, inside, words) if not rows else None
    if one:
        rows = [one]
    if not rows:
        return None
    best = min(rows, key=lambda row: (_distance(analysis, row, event), row.first))
    return _quantity(analysis, best, event, inside, words)


def _gap(analysis: Analysis, inside: Sequence[int], words: Words) -> Quantity | None:
    """What is not known: *le nombre de soldats*."""
    for k in inside:
        if not words.is_kind(analysis.tokens[k], "counted"):
            continue
        below = [t.i for t in analysis.children(k, "nmod") if t.i > k]  # not *their* number
        last = below[0] if below and below[0] in inside else k
        first = min([k, *(t.i for t in analysis.children(k, "det"))])
        of = class_of(analysis.tokens, last, words) or analysis.tokens[last].lemma.lower()
        return Quantity(
            span=analysis.span(first, last + 1), of=of if last != k else None, bound=Bound.UNDISCLOSED
        )
    return None


def _all(analysis: Analysis, inside: Sequence[int], taken: frozenset[int], words: Words) -> list[Counted]:
    tokens = [analysis.tokens[k] for k in inside]
    rows: list[Counted] = []
    n = 0
    while n < len(tokens):
        found = number_at(tokens, n, words) if tokens[n].i not in taken else None
        if (
            found is None
            or not _counts(tokens, n, found, words)
            or _is_length(tokens, n + found.length, words)
        ):
            n += 1
            continue
        rows.append(_counted(analysis, tokens, n, found, words))
        n += found.length
        while n < len(tokens) and tokens[n].i <= rows[-1].last:
            n += 1
    return _ranges(tokens, rows, words)


def _is_length(tokens: Sequence[Token], n: int, words: Words) -> bool:
    """Whether a word for a stretch of time follows (*deux ans*, *10-week*): an age or a duration."""
    at = n + 1 if n < len(tokens) and tokens[n].text == "-" else n
    hit = words.calendar.at(tokens, at) if at < len(tokens) else None
    return hit is not None and any(kind == "unit" for kind, _ in hit[1])


def _counts(tokens: Sequence[Token], n: int, found: Number, words: Words) -> bool:
    """Leave out articles, names with a number (*grade 4*) and compounds, which count nothing."""
    token = tokens[n]
    if found.kind == "fraction":
        return True
    after = tokens[n + found.length] if n + found.length < len(tokens) else None
    if found.kind == "vague" and found.length == 1:
        plural = after is not None and any(t.feats.get("Number") == "Plur" for t in tokens[n + 1 : n + 4])
        return relation(token) in {"det", "amod", "nummod"} and plural
    if found.kind == "exact" and found.length == 1 and found.value == 1:
        return token.upos == "NUM" and relation(token) == "nummod" and token.head > token.i
    if found.kind == "exact" and found.length == 1 and token.upos in {"DET", "PRON", "PROPN"}:
        return token.upos != "DET" or token.feats.get("NumType") == "Card"
    if found.kind == "exact" and relation(token) == "nummod" and 0 <= token.head < token.i:
        at = n + found.length
        unit = words.units.at(tokens, at) if at < len(tokens) else None
        return unit is not None or words.units.at(tokens, n - 1) is not None
    joined = after is not None and after.text.startswith("-") and after.start == tokens[n].end
    return not joined


def _counted(analysis: Analysis, tokens: Sequence[Token], n: int, found: Number, words: Words) -> Counted:
    last = n + found.length - 1
    first, bound = n, _KINDS.get(found.kind, Bound.EXACT)
    symbol = words.units.ending(tokens, n - 1) if n and tokens[n - 1].upos == "SYM" else None
    first -= symbol[0] if symbol else 0
    before = words.bounds.ending(tokens, first - 1) if first else None
    if before:
        first, bound = first - before[0], Bound(before[1])
    unit = (0, symbol[1]) if symbol else _unit(tokens, last + 1, words)
    if found.kind == "fraction":
        unit, bound = (0, _PERCENT), Bound(before[1]) if before else Bound.EXACT
    share = unit is not None and unit[1] == _PERCENT
    end = last + unit[0] if unit else last
    noun = None if unit and not share else _noun(analysis, tokens, (n, end), words)
    if (
        share
        and found.kind != "fraction"
        and words.role_words.at(tokens, min(end + 1, len(tokens) - 1)) != (1, "of")
    ):
        noun = None
    after = _bound_after(tokens, end, noun, words) if not before else None
    bound = after or bound
    return Counted(tokens[first].i, tokens[end].i, found, bound, noun, unit[1] if unit else None)


def _bound_after(tokens: Sequence[Token], end: int, noun: int | None, words: Words) -> Bound | None:
    """Return the bound behind the number or behind what it counts (*dix soldats au moins*)."""
    for at in (end + 1, end + 2):
        found = words.bounds_after.at(tokens, at) if at < len(tokens) else None
        if found and (at == end + 1 or tokens[end + 1].i == noun):
            return Bound(found[1])
    return None


def _unit(tokens: Sequence[Token], at: int, words: Words) -> tuple[int, str] | None:
    """Return (number of tokens, unit) of the measure at `at`, with *of* before it (*deux millions d'euros*)."""
    if at >= len(tokens):
        return None
    found = words.units.at(tokens, at)
    of = words.role_words.at(tokens, at)
    if found or of is None or of != (1, "of") or at + 1 >= len(tokens):
        return found
    below = words.units.at(tokens, at + 1)
    return (below[0] + 1, below[1]) if below else None


def _noun(analysis: Analysis, tokens: Sequence[Token], at: tuple[int, int], words: Words) -> int | None:
    """Return the token of what is counted: the head of the number, or what it is *of*."""
    n, last = at
    for token in tokens[n : last + 1]:
        if relation(token) in {"nummod", "det", "amod"} and token.head != token.i:
            head = analysis.tokens[token.head]
            if head.upos in {"NOUN", "PROPN", "ADJ", "SYM"} and not tokens[n].i <= head.i <= tokens[last].i:
                return head.i
    final = tokens[last]
    below = analysis.children(final.i, "nmod", "obl")
    if below:
        return below[0].i
    for token in tokens[last + 1 : last + 4]:
        if token.upos == "NOUN" or (token.upos == "ADJ" and words.classes.get(token.lemma.lower())):
            return token.i
        if token.upos not in {"ADP", "ADJ", "DET"}:
            break
    return None


def _ranges(tokens: Sequence[Token], rows: list[Counted], words: Words) -> list[Counted]:
    """Join two numbers into a range (*entre 10 et 20*, *10 to 20*): the second row takes both."""
    joined: list[Counted] = []
    for row in rows:
        before = joined[-1] if joined else None
        between = [t for t in tokens if before and before.last < t.i < row.first]
        if before and len(between) == 1 and before.bound in {Bound.RANGE, Bound.EXACT}:
            ranged = words.range_links.at(between, 0) is not None and (
                before.bound is Bound.RANGE or words.is_kind(between[0], "range_alone")
            )
            if ranged and before.number.value < row.number.value:
                number = Number(row.number.length, before.number.value, f"range:{row.number.value}")
                joined[-1] = Counted(before.first, row.last, number, Bound.RANGE, row.noun, row.unit)
                continue
        joined.append(row)
    return joined


def _single(analysis: Analysis, event: Event, inside: Sequence[int], words: Words) -> Counted | None:
    """*Un soldat a été tué*: one, where an indefinite article stands before one victim."""
    if not event.type.startswith("casualty"):
        return None
    for k in inside:
        token = analysis.tokens[k]
        if token.upos not in {"DET", "NUM", "PRON"} or not words.is_kind(token, "one"):
            continue
        head = analysis.tokens[token.head]
        counted = head.i != token.i and words.classes.get(head.lemma.lower()) is not None
        if counted and head.feats.get("Number") != "Plur" and relation(head) in _CORE:
            return Counted(token.i, head.i, Number(1, 1), Bound.EXACT, head.i, None)
    return None


def _distance(analysis: Analysis, row: Counted, event: Event) -> int:
    """Steps from the number to the event; units of measure count as far."""
    ends = {event.clause, event.noun}
    at = row.noun if row.noun is not None else row.last
    steps = 0
    token = analysis.tokens[at]
    while token.i not in ends and token.head != token.i and steps < 9:
        steps += 2 if relation(token) in {"nmod", "conj"} else 1
        token = analysis.tokens[token.head]
    return steps + (2 if row.unit else 0)


def _quantity(
    analysis: Analysis, row: Counted, event: Event, inside: Sequence[int], words: Words
) -> Quantity:
    n, lo, hi = _bounds(row)
    last = row.last
    if row.noun is not None and row.noun > last and row.noun - last <= 4:
        last = row.noun
    return Quantity(
        span=analysis.span(row.first, last + 1),
        of=_class(analysis, row, event, words),
        n=n,
        lo=lo,
        hi=hi,
        unit=row.unit,
        bound=row.bound,
        cumulative=_cumulative(analysis, event, inside, row, words),
    )


def _bounds(row: Counted) -> tuple[float | None, float | None, float | None]:
    value = row.number.value
    if row.bound is Bound.RANGE and row.number.kind.startswith("range:"):
        return None, value, float(row.number.kind.partition(":")[2])
    if row.bound is Bound.UNDISCLOSED:
        return None, None, None
    if row.bound is Bound.VAGUE:
        return None, value or None, None
    if row.bound is Bound.APPROX:
        return value, value * (1 - _TOLERANCE), value * (1 + _TOLERANCE)
    if row.bound is Bound.AT_LEAST:
        return value, value, None
    if row.bound is Bound.AT_MOST:
        return value, None, value
    return value, value, value


def _class(analysis: Analysis, row: Counted, event: Event, words: Words) -> str | None:
    if (
        row.noun is not None
        and event.type.startswith("casualty")
        and words.is_kind(analysis.tokens[row.noun], "others")
    ):
        return "people"
    if row.noun is not None:
        return class_of(analysis.tokens, row.noun, words) or analysis.tokens[row.noun].lemma.lower()
    return "people" if event.type.startswith("casualty") and row.unit is None else None


def _cumulative(analysis: Analysis, event: Event, inside: Sequence[int], row: Counted, words: Words) -> bool:
    """A running total: a toll is named, or *at least N dead*."""
    if any(words.is_kind(analysis.tokens[k], "toll") for k in inside):
        return True
    if not event.type.startswith("casualty"):
        return False
    noun = analysis.tokens[row.noun].lemma.lower() if row.noun is not None else ""
    return row.bound is Bound.AT_LEAST and noun in words.nouns
