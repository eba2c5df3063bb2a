"""Credits and datelines: where an article as a whole says whose words it uses.

No wire is named here: any capitalised name counts that stands in the construction of a credit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ouidire.segmentation.entries import Vocabulary
from ouidire.segmentation.names import is_capitalised, name_list
from ouidire.text import fold

__all__ = ["CreditFound", "credit_line", "dateline", "trailing_credit"]

_DASH = re.compile(r"\s{0,3}(?:[\u2012-\u2015]|--?)(?:\s{1,3}|(?=[\w\u00ab\"\u201c]))|:\s{1,3}")
_PAREN = re.compile(r"\(([^()\n]{2,80})\)")
_TRAILING = re.compile(r"\(([^()\n]{2,80})\)\s{0,3}\.?\Z")
_LOWER_TAIL = re.compile(r"((?:\s[^\W\d_]{5,20}){1,2})\s{0,3}[.)\]]{0,3}\Z")  # *Presse canadienne*
_TOKEN = re.compile(r"[\w'\u2019.-]+")
_SENTENCE_END = (".", "!", "?", "\u2026", "\u00bb", '"', "\u201d")
_DATELINE_CHARS = 120
_LINE_WORDS = 15
_PLACE_WORDS = 3
_OWN_WORDS = 3  # of the outlet before the credit; titles run longer (*… Charged with Two Counts of …*)
_NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class CreditFound:
    """A credit in a paragraph: offsets in the paragraph and the names.

    Attributes:
        start: Where the construction starts.
        end: Where it ends.
        names: Empty for a dateline that names a place only.
        head: For a dateline, offset of the first word after it.

    """

    start: int
    end: int
    names: tuple[str, ...]
    head: int = 0


def credit_line(text: str, words: Vocabulary, *, kind: str = "credit") -> CreditFound | None:
    """Return the credit a whole line is (*Avec AFP*, *Source: X*, *Le Large avec X et Y*).

    Args:
        kind: Entries to go by: ``credit``, or ``photo`` for whom a picture is from.

    """
    if len(_TOKEN.findall(text)) > _LINE_WORDS:
        return None
    first = len(text) - len(text.lstrip("([\u2014\u2013-*/ "))
    for start in (first, _after_names(text, first, words)):
        found = _lead(text, start, words, kind=kind) if start is not None else None
        if found and start != first and any(len(name.split()) > _NAME_WORDS for name in found.names):
            continue
        if found:
            tail = _LOWER_TAIL.match(text, found.end)
            end = tail.end(1) if tail else found.end
            if not text[end:].strip(" .)]/*\u2014\u2013-"):
                names = (*found.names[:-1], found.names[-1] + text[found.end : end])
                return CreditFound(first, end, names)
    return None


def trailing_credit(text: str, words: Vocabulary, *, last: bool) -> CreditFound | None:
    """Return the credit in brackets that ends a paragraph: *… dit-elle. (avec AFP)*.

    Args:
        last: Whether it is one of the last paragraphs; only there a bare name counts, since
            brackets elsewhere hold asides.

    """
    match = _TRAILING.search(text, max(0, len(text) - 100))
    if not match:
        return None
    inside, offset = match.group(1), match.start(1)
    found = _lead(inside, 0, words)
    if found and not inside[found.end :].strip(" ."):
        return CreditFound(match.start(), match.end(), found.names)
    before = text[: match.start()].rstrip()
    names = name_list(text, offset, words)
    whole = names is not None and names.end == match.end(1)
    if not names or not whole or not before.endswith(_SENTENCE_END):
        return None
    if last or all(name.isupper() and len(name) > 1 for name in names.names):
        return CreditFound(match.start(), match.end(), names.names)
    return None


def dateline(text: str, words: Vocabulary, *, lede: bool = True) -> CreditFound | None:
    """Return the dateline a paragraph starts with: *PORT-LANNEC, 3 mars (Agence X) —*.

    Args:
        lede: Whether it is the first paragraph; only there a place alone, or one that is not in
            capitals, makes a dateline.

    """
    head = text[:_DATELINE_CHARS]
    paren = _PAREN.search(head)
    if paren and _is_place(head[: paren.start()]):
        place = head[: paren.start()]
        dash = _DASH.match(head, paren.end()) or _dated_dash(head, paren.end())
        names = name_list(paren.group(1), 0, words)
        shouted = _is_shouted(place)
        fits = shouted or not place.strip() or (lede and dash is not None)
        if names and names.end == len(paren.group(1).rstrip()) and fits and (dash or shouted):
            after = dash.end() if dash else paren.end() + 1
            return CreditFound(paren.start(), paren.end(), names.names, _skip_space(text, after))
    dash = _DASH.search(head) if lede else None
    if (
        dash
        and not dash.group().startswith(":")
        and _is_shouted(head[: dash.start()])
        and dash.end() < len(text)
    ):
        return CreditFound(0, dash.start(), (), _skip_space(text, dash.end()))
    return None


def _lead(text: str, at: int, words: Vocabulary, *, kind: str = "credit") -> CreditFound | None:
    """Read credit words and the names after them from offset `at`."""
    folded = fold(text[at:])
    for entry in words.of(kind):
        match = entry.find(folded)
        if not match:
            continue
        after = _skip_space(text, at + match.end())
        if text[after : after + 1] == ":":
            after = _skip_space(text, after + 1)
        names = name_list(text, after, words)
        if names:
            return CreditFound(at, names.end, names.names)
    return None


def _after_names(text: str, at: int, words: Vocabulary) -> int | None:
    names = name_list(text, at, words)
    short = names is not None and len(text[at : names.end].split()) <= _OWN_WORDS
    return _skip_space(text, names.end) if names and short else None


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _dated_dash(head: str, at: int) -> re.Match[str] | None:
    """Find the dash after a date that follows the bracket: *(X), 3 mars —*."""
    dash = _DASH.search(head, at)
    return (
        dash
        if dash and any(c.isdigit() for c in head[at : dash.start()]) and dash.start() - at < 30
        else None
    )


def _is_place(words: str) -> bool:
    """Whether words before a bracket can be a place and a date: capitals, numbers, and words beside numbers."""
    tokens = _TOKEN.findall(words)
    if len(tokens) > 8:
        return False
    for n, token in enumerate(tokens):
        near = tokens[max(0, n - 1) : n + 2]
        if not is_capitalised(token) and not any(c.isdigit() for t in near for c in t):
            return False
    return not words.rstrip().endswith((".", "!", "?")) or len(tokens) < 3


def _is_shouted(words: str) -> bool:
    """Whether words are a place in capitals, perhaps with a date after a comma."""
    place = words.partition(",")[0].strip()
    letters = [c for c in place if c.isalpha()]
    if len(letters) < 3 or len(place.split()) > _PLACE_WORDS or "'" in place or "\u2019" in place:
        return False
    return all(c.isupper() for c in letters) and _is_place(words)
