"""What a paragraph looks like: byline, boilerplate, caption, subhead, headline."""

from __future__ import annotations

import re

from ouidire.segmentation.credit_lines import credit_line
from ouidire.segmentation.entries import LineEntry, Vocabulary
from ouidire.segmentation.lines import FINAL, Paragraph
from ouidire.segmentation.names import name_list
from ouidire.text import fold, quoted

__all__ = [
    "after_takeaway_heading",
    "entry_for",
    "is_date_line",
    "is_headline",
    "is_subhead",
    "is_sundry",
    "opens_list",
]

_WORD = re.compile(r"\w+(?:['\u2019.-]\w+)*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OPENING = ("\u00ab", '"', "\u201c", "\u201e", "\u2018", "'", "|")
_BROKEN_OFF = ("-", "\u2013", "\u2014", "|", "/", "'", "\u2019")
_SEPARATORS = (":", "-", "\u2013", "\u2014", ">", "|", "/", "\u00bb", "\u2192", "(", "!")
_SUBHEAD_WORDS = 12
_HEADLINE_WORDS = 25


def entry_for(paragraph: Paragraph, kind: str, words: Vocabulary) -> LineEntry | None:
    """Return the first entry of `kind` whose construction a paragraph is."""
    folded = fold(paragraph.text)
    count = len(_WORD.findall(folded[:2_000]))
    for entry in words.of(kind):
        if count > entry.words:
            continue
        match = entry.find(folded)
        if (
            match
            and _rest_fits(paragraph.text, match.end(), entry, words)
            and not _in_quotes(paragraph.text, match)
        ):
            return entry
    return None


def after_takeaway_heading(paragraph: Paragraph, words: Vocabulary) -> int | None:
    """Return the offset in a paragraph after a heading of key points and its colon.

    The paragraph's length where it is a heading alone; None where it is neither.
    """
    folded = fold(paragraph.text)
    for entry in words.of("takeaways"):
        match = entry.find(folded)
        if not match:
            continue
        rest = re.compile(r"[\s]{0,3}(?::|\u2013|\u2014)?[\s]{0,3}").match(folded, match.end())
        end = rest.end() if rest else match.end()
        if end >= len(folded.rstrip()):
            return len(paragraph.text)
        if ":" in folded[match.end() : end] and entry.place != "whole":
            return end
    return None


def is_sundry(paragraph: Paragraph, words: Vocabulary, known: frozenset[str]) -> bool:
    """Whether a paragraph is a byline, a date line, a credit, or boilerplate.

    Args:
        known: Folded author and outlet of the article; a line of just that is a byline.

    """
    return (
        fold(paragraph.text) in known
        or entry_for(paragraph, "byline", words) is not None
        or entry_for(paragraph, "boilerplate", words) is not None
        or credit_line(paragraph.text, words) is not None
        or credit_line(paragraph.text, words, kind="photo") is not None
        or is_date_line(paragraph.text)
    )


def opens_list(paragraph: Paragraph, words: Vocabulary) -> bool:
    """Whether a boilerplate line is followed by links that belong to it."""
    entry = entry_for(paragraph, "boilerplate", words)
    return entry is not None and entry.opens


def is_date_line(text: str) -> bool:
    """Whether a line is a date: a year, and at least half of up to eight words with digits."""
    tokens = _WORD.findall(text[:200])
    if not 1 <= len(tokens) <= 8 or not _YEAR.search(text[:200]):
        return False
    return sum(any(c.isdigit() for c in token) for token in tokens) * 2 >= len(tokens)


def is_subhead(paragraph: Paragraph) -> bool:
    """Whether a paragraph has the shape of a subhead: short, no final punctuation, no quotation."""
    if paragraph.heading:
        return True
    text = paragraph.text
    count = len(_WORD.findall(text[:500]))
    if paragraph.bullet or not 1 <= count <= _SUBHEAD_WORDS:
        return False
    if text.endswith(FINAL + _BROKEN_OFF) or text.startswith(_OPENING):
        return False
    first = next((c for c in text if c.isalpha()), "a")
    return not first.islower()


def is_headline(paragraph: Paragraph, following: tuple[Paragraph, ...], *, dated: bool = False) -> bool:
    """Whether the first line of a text without a title is its headline.

    It is when sentences follow and it has no full stop, or is in title case; and when a dateline
    follows.

    Args:
        dated: Whether the next paragraph starts with a dateline.

    """
    words = _WORD.findall(paragraph.text[:1_000])
    if paragraph.heading:
        return True
    if paragraph.bullet or not 2 <= len(words) <= _HEADLINE_WORDS:
        return False
    if dated:
        return True
    long = [word for word in words if len(word) > 3]
    capitals = sum(not word[0].islower() for word in long)
    titled = len(long) >= 4 and capitals * 7 >= len(long) * 6 and paragraph.text.count(". ") == 0
    if not titled and paragraph.text.endswith((".", ":", ";", ",", "\u2026")):
        return False
    body = [p for p in following[:6] if not p.bullet and p.text.endswith(FINAL)]
    return any(len(_WORD.findall(p.text)) > max(len(words), 8) for p in body)


def _rest_fits(text: str, at: int, entry: LineEntry, words: Vocabulary) -> bool:
    if entry.rest == "digits":
        return any(c.isdigit() for c in text[at:])
    if entry.rest == "title":
        rest = text[at:].strip()
        return not rest or rest.startswith(_SEPARATORS) or not text.endswith((".", "\u00bb", '"', "\u201d"))
    if entry.rest == "names":
        start = at
        while start < len(text) and (text[start].isspace() or text[start] == ":"):
            start += 1
        names = name_list(text, start, words)
        return names is not None and _is_byline_tail(text[names.end :].strip())
    return True


def _is_byline_tail(tail: str) -> bool:
    """Whether what follows the names of a byline may: nothing, or a place or an office after a comma."""
    if not tail.strip(" .,|\u2013\u2014-)"):
        return True
    return (
        tail.startswith((",", "|", "-", "\u2013", "("))
        and len(tail.split()) <= 6
        and not tail.endswith(FINAL[:4])
    )


def _in_quotes(text: str, match: re.Match[str]) -> bool:
    core = match.start() + (len(match.group()) - len(match.group().lstrip(' \u00ab"\u201c')))
    return any(start <= core < end for start, end in quoted(text) if end - start < len(text) or start > 0)
