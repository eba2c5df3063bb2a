"""Loaded terms: one side's word for a thing, adopted in an outlet's own voice without quotation marks.

The words are data (``loaded.toml`` of the packs): by concept, the words of a side and those that take
none. A word alone is no drift; it needs its counterpart: the source whose word it is in the same
article, or another telling of the claim that says it neutrally, in quotation marks or as a source's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ouidire import languages
from ouidire.errors import LanguageError
from ouidire.lexicon import load_entries
from ouidire.model import Article, Assertion, Direction, Drift, Extraction, PassageRole, Span
from ouidire.text.quotes import quoted

__all__ = ["LoadedEntry", "Use", "adopted", "loaded_between", "uses"]

DIMENSION = "loaded_term"
_DISTANCE = "distance"
# Letters before a word within which words of distance keep it at arm's length.
_NEAR = 30


@dataclass(frozen=True, slots=True)
class LoadedEntry:
    """The words for one concept: one side's, and those that take none."""

    id: str
    key: str
    types: tuple[str, ...]
    loaded: tuple[str, ...]
    neutral: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A word of the lists where it stands.

    Attributes:
        own: Whether it is the outlet's: attributed to nobody, neither quoted nor kept at a distance.

    """

    key: str
    loaded: bool
    span: Span
    own: bool


@dataclass(frozen=True, slots=True)
class _Words:
    pattern: re.Pattern[str]
    entries: tuple[tuple[str, LoadedEntry, bool], ...]


@lru_cache(maxsize=None)
def _words(language: str) -> _Words | None:
    try:
        pack = languages.load(language.partition("-")[0])
    except LanguageError:
        return None
    rows = [
        (form, entry, loaded)
        for entry in load_entries(pack.resources / "lexicon" / "loaded.toml", LoadedEntry)
        for loaded, forms in ((True, entry.loaded), (False, entry.neutral))
        for form in forms
    ]
    if not rows:
        return None
    rows.sort(key=lambda r: (-len(r[0]), r[0], not r[2]))
    every = "|".join(dict.fromkeys(re.escape(form) for form, _, _ in rows))
    return _Words(re.compile(rf"(?<!\w)(?:{every})(?!\w)"), tuple(rows))


def uses(one: Assertion, article: Article) -> tuple[Use, ...]:
    """Return the listed words of an assertion in the order of its text."""
    words = _words(article.language)
    if words is None:
        return ()
    text = _plain(article.text)
    marks = _quoted(text)
    found: list[Use] = []
    for match in words.pattern.finditer(text, one.span.start, one.span.end):
        span = Span(match.start(), match.end())
        for form, entry, loaded in words.entries:
            if form == match.group() and entry.key != _DISTANCE and _fits(entry, one):
                away = any(s < span.start and span.end < f for s, f in marks) or _at_a_distance(
                    words, text, span
                )
                found.append(Use(entry.key, loaded, span, one.attribution is None and not away))
                break
    return tuple(found)


@lru_cache(maxsize=512)
def _quoted(text: str) -> tuple[tuple[int, int], ...]:
    return quoted(text)


@lru_cache(maxsize=512)
def _plain(text: str) -> str:
    """Lower-case of the same length, with plain apostrophes."""
    return "".join(
        c.lower() if len(c.lower()) == 1 else c for c in text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    )


def _fits(entry: LoadedEntry, one: Assertion) -> bool:
    kind = one.proposition.type
    return not entry.types or any(kind == t or kind.startswith(t + ".") for t in entry.types)


def _at_a_distance(words: _Words, text: str, span: Span) -> bool:
    before = text[max(0, span.start - _NEAR) : span.start]
    near = before.rpartition(".")[2]
    forms = (form for form, entry, _ in words.entries if entry.key == _DISTANCE)
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", near) for form in forms)


def adopted(item: Extraction) -> Iterator[Drift]:
    """Yield where an article takes a source's loaded word for its own.

    The source's telling is sought among what is attributed or quoted with a word of the same
    concept, the nearest before first; else it is the act of speech in whose words the term stands.
    """
    told = [a for a in item.assertions if a.passage is not PassageRole.BOILERPLATE]
    found = [
        (a, u) for a in told if a.proposition.family != "speech" for u in uses(a, item.article) if u.loaded
    ]
    theirs = [(a, u) for a, u in found if not u.own]
    for one, use in found:
        if not use.own:
            continue
        near = [(a, u) for a, u in theirs if u.key == use.key and a.id != one.id]
        source = _nearest(one, near) or _speaking(one, told)
        if source is not None:
            yield _drift(source, one, Direction.STRONGER, use.span)


def _nearest(one: Assertion, near: Sequence[tuple[Assertion, Use]]) -> Assertion | None:
    before = [(a, u) for a, u in near if u.span.end <= one.span.start]
    chosen = (
        max(before, key=lambda p: (p[1].span, p[0].id)) if before else min(near, key=_place, default=None)
    )
    return None if chosen is None else chosen[0]


def _place(pair: tuple[Assertion, Use]) -> tuple[Span, str]:
    return pair[1].span, pair[0].id


def _speaking(one: Assertion, told: Sequence[Assertion]) -> Assertion | None:
    """The act of speech in whose own words an assertion stands that is not its content (*at a briefing on the …*)."""
    around = [
        a
        for a in told
        if a.proposition.family == "speech"
        and a.span.covers(one.span)
        and one.id not in a.refers_to
        and any(r.role == "speaker" for r in a.proposition.roles)
    ]
    return min(around, key=lambda a: (len(a.span), a.id), default=None)


def loaded_between(before: tuple[Assertion, Article], after: tuple[Assertion, Article]) -> tuple[Drift, ...]:
    """Compare the words of two tellings of one claim; both ways."""
    a, b = uses(*before), uses(*after)
    out: list[Drift] = []
    for use in b:
        others = [u for u in a if u.key == use.key]
        if not others:
            continue
        if use.loaded and use.own and not any(u.loaded and u.own for u in others):
            out.append(_drift(before[0], after[0], Direction.STRONGER, use.span))
        elif (
            not use.loaded
            and any(u.loaded for u in others)
            and not any(u.loaded for u in b if u.key == use.key)
        ):
            out.append(_drift(before[0], after[0], Direction.WEAKER, use.span))
    return tuple(out[:1])


def _drift(before: Assertion, after: Assertion, direction: Direction, span: Span) -> Drift:
    return Drift(from_=before.id, to=after.id, dimension=DIMENSION, direction=direction, words=(span,))
