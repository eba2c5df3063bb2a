"""The certainty lexicons of a language, and where their entries occur."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ouidire.extraction.patterns import PatternIndex, compile_pattern
from ouidire.languages import Analysis, LanguagePack, Sentence
from ouidire.lexicon import load_entries
from ouidire.model import MarkerClass

__all__ = ["NAMING", "Hit", "MarkerEntry", "entries", "occurrences"]


NAMING = frozenset({"noun", "phrase", "compound", "object", "subject"})
"""Scopes of entries whose words bear on what a phrase names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerEntry:
    """Words that shift certainty, and how far they reach.

    Attributes:
        patterns: See `ouidire.extraction.patterns`.
        scope: ``clause`` the clause they stand in; ``complement`` the clauses below them, theirs being
            no claim of its own; ``gap`` a clause that is itself a statement of not knowing;
            ``sentence`` all after them in the sentence; ``article`` that and the rest of the paragraph;
            ``noun`` the noun they modify; ``phrase`` the noun or infinitive phrase after them (*the threat
            of a strike*); ``compound`` the noun before the noun they are (*a strike threat*); ``object``
            what the verb they are is done to (*plans the closure*, *the closure was planned*);
            ``subject`` what they are said of (*the kidnapping was a hoax*); ``own`` a
            claim of its own, made of the words from the match to the end of its phrase; ``cue`` only
            where they modify a cue, the content under it; ``uncited`` the author's claim they stand in,
            where they have not become a cue themselves.
        negates: Whether they turn the polarity as well (*unlikely*).
        author_only: Whether they count only where nobody is cited (a plain future).
        blocks: Whether a hit only keeps weaker entries from firing there.
        events: Whether they count only where the phrase names an event (*a plan for a strike*, not
            *a plan for the garden*).

    """

    id: str
    class_: MarkerClass
    patterns: tuple[str, ...]
    strength: int = 2
    scope: str = "clause"
    negates: bool = False
    author_only: bool = False
    blocks: bool = False
    events: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One occurrence: tokens ``[first, last)``."""

    entry: MarkerEntry
    first: int
    last: int


@lru_cache(maxsize=None)
def entries(pack: LanguagePack, name: str) -> tuple[MarkerEntry, ...]:
    """Return the entries of one lexicon file of a pack; empty where it has none."""
    return load_entries(pack.resources / "lexicon" / f"{name}.toml", MarkerEntry)


@lru_cache(maxsize=None)
def _index(pack: LanguagePack, name: str) -> PatternIndex[tuple[int, MarkerEntry]]:
    return PatternIndex(
        ((rank, entry), compile_pattern(source))
        for rank, entry in enumerate(entries(pack, name))
        for source in entry.patterns
    )


def occurrences(analysis: Analysis, sentence: Sentence, pack: LanguagePack, name: str) -> tuple[Hit, ...]:
    """Return where entries of a lexicon occur in a sentence; of overlapping ones the longest, then the first.

    A word may name one phrase and have another done to it (*deny the accusations of fraud*): where it is a
    phrase they bear on, only hits of the same scope compete.
    """
    index = _index(pack, name)
    tokens = analysis.tokens[sentence.first : sentence.last]
    words = analysis.words_in(sentence)
    hits: list[tuple[int, int, int, Hit]] = []
    for at, token in enumerate(tokens):
        for _, (rank, entry), pattern in index.starting(token):
            end = pattern.match(tokens, at) if pattern.possible(words) else None
            if end is not None and end > at:
                hits.append((-(end - at), rank, at, Hit(entry, sentence.first + at, sentence.first + end)))
    chosen: list[Hit] = []
    for *_, hit in sorted(hits, key=lambda h: h[:3]):
        if all(hit.last <= c.first or c.last <= hit.first or _apart(hit, c) for c in chosen):
            chosen.append(hit)
    return tuple(sorted((h for h in chosen if not h.entry.blocks), key=lambda h: h.first))


def _apart(hit: Hit, other: Hit) -> bool:
    """Whether two hits bear on different phrases, by their scopes."""
    both = {hit.entry.scope, other.entry.scope}
    return len(both) == 2 and both <= NAMING
