"""Numbers in running text: digits with separators, number words, and scales (*1,2 million*)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ouidire.extraction.propositions.entries import NumberEntry
from ouidire.extraction.propositions.words import Words
from ouidire.languages import Token

__all__ = ["Number", "number_at"]

_SPACES = str.maketrans("", "", "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE} ")
_LONGEST = 15


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sequence of tokens.

    Attributes:
        length: How many tokens it takes.
        kind: ``exact``; ``about`` (*une dizaine*), ``many`` (*dozens*: `value` is the least),
            ``vague`` (*several*), ``fraction`` (*two thirds*: `value` in percent),
            ``unknown`` (*an unknown number*).

    """

    length: int
    value: float
    kind: str = "exact"


def number_at(tokens: Sequence[Token], n: int, words: Words) -> Number | None:
    """Return the number that starts at `tokens[n]`, as long as it goes; None where none does."""
    found = _digits(tokens, n, words.decimal) or _spelled(tokens, n, words)
    if found is None:
        return None
    return _scaled(tokens, n, found, words)


def _digits(tokens: Sequence[Token], n: int, decimal: str) -> Number | None:
    value = _value(tokens[n].text, decimal)
    if value is None:
        return None
    length = 1
    if tokens[n].text.isdigit() and len(tokens[n].text) <= 3:
        while n + length < len(tokens) and _is_group(tokens, n + length):
            value = value * 1000 + int(tokens[n + length].text)
            length += 1
    return Number(length, value)


def _is_group(tokens: Sequence[Token], n: int) -> bool:
    """Whether a token is three digits one space after the last (*10 000*)."""
    text = tokens[n].text
    return len(text) == 3 and text.isascii() and text.isdigit() and tokens[n].start - tokens[n - 1].end == 1


def _value(text: str, decimal: str) -> float | None:
    plain = text.translate(_SPACES)
    if (
        not plain
        or len(plain) > _LONGEST
        or not plain.isascii()
        or not plain[0].isdigit()
        or not plain[-1].isdigit()
    ):
        return None
    other = "." if decimal == "," else ","
    if (
        decimal == ","
        and plain.count(other) == 1
        and decimal not in plain
        and len(plain.partition(other)[2]) != 3
    ):
        decimal, other = other, decimal  # a French text that writes *3.5*
    if plain.count(decimal) == 1 and not plain.replace(decimal, "").replace(other, "").isdigit():
        return None
    whole, _, part = plain.partition(decimal)
    groups = whole.split(other)
    if (
        any(len(g) != 3 for g in groups[1:])
        or not all(g.isdigit() for g in groups)
        or (part and not part.isdigit())
    ):
        return None
    return float("".join(groups) + (f".{part}" if part else ""))


def _spelled(tokens: Sequence[Token], n: int, words: Words) -> Number | None:
    """Read number words (*cent vingt-trois*, *two hundred and five*)."""
    total = current = 0.0
    length = used = 0
    kind = "exact"
    while n + length < len(tokens):
        if _hyphenated(tokens, n + length, current):
            length += 1
            continue
        hit = _entry(tokens, n + length, words)
        if hit is None:
            break
        size, entry = hit
        if entry.kind == "join" and not used:
            break
        if entry.kind == "cardinal":
            if used and not _adds(current, entry.value):
                break
            current += entry.value
        elif entry.kind == "scale" and entry.value >= 1000:
            total, current = total + max(current, 1) * entry.value, 0.0
        elif entry.kind == "scale":
            current = max(current, 1) * entry.value
        elif entry.kind != "join":
            if used:
                break
            return Number(size, entry.value, entry.kind)
        length += size
        if entry.kind != "join":
            used = length
    return Number(used, total + current, kind) if used and total + current else None


def _adds(current: float, value: float) -> bool:
    """Whether a number word goes on from the ones before: *twenty | one*, *two hundred | five*, *soixante | dix*."""
    below = current % 100
    if below == 0:
        return value < 100
    return (
        value < 10
        if below % 10 == 0 and below >= 20 and below not in {60, 80}
        else below in {60, 80} and value < 20
    )


def _hyphenated(tokens: Sequence[Token], n: int, current: float) -> bool:
    """Whether a hyphen of its own joins tens and ones here (*twenty | - | one*)."""
    tens = 20 <= current % 100 <= 90 and current % 10 == 0
    return tens and tokens[n].text == "-" and tokens[n].start == tokens[n - 1].end


def _entry(tokens: Sequence[Token], n: int, words: Words) -> tuple[int, NumberEntry] | None:
    """One number word, hyphenated compounds added up."""
    hit = words.numbers.at(tokens, n)
    if hit:
        return hit
    parts = [p for p in tokens[n].lower.split("-") if p]
    if not 2 <= len(parts) <= 4:
        return None
    value = 0.0
    for part in parts:
        entry = words.number_words.get(part)
        if entry is None or entry.kind not in {"cardinal", "join"}:
            return None
        value = value * entry.value if (value, entry.value) == (4, 20) else value + entry.value
    return 1, NumberEntry(id="", kind="cardinal", words=(), value=value)


def _scaled(tokens: Sequence[Token], n: int, found: Number, words: Words) -> Number:
    """Multiply by a scale that follows digits (*1,2 million*, *10 thousand*)."""
    at = n + found.length
    hit = words.numbers.at(tokens, at) if at < len(tokens) else None
    if found.kind == "exact" and hit and hit[1].kind == "scale" and tokens[n].text[:1].isdigit():
        return Number(found.length + hit[0], found.value * hit[1].value, found.kind)
    return found
