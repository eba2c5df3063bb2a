"""What the words that introduce a clause make of it: a condition, a purpose, a time, a contrast."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ouidire.extraction.clauses import Clause, Clauses, is_finite
from ouidire.extraction.patterns import PatternIndex, compile_pattern
from ouidire.languages import Analysis, LanguagePack, Token
from ouidire.lexicon import load_entries

__all__ = ["Link", "SubordinatorEntry", "clause_links"]


class Link(StrEnum):
    """The bearing of a subordinate clause on what it hangs on."""

    CONDITION = "condition"
    EXCEPTION = "exception"
    CONCESSION = "concession"
    PURPOSE = "purpose"
    BEFORE = "before"
    TIME = "time"
    CAUSE = "cause"
    QUESTION = "question"
    MANNER = "manner"
    CONTRAST = "contrast"
    ALTERNATIVE = "alternative"
    AGAINST = "against"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubordinatorEntry:
    """Words that introduce a subordinate clause.

    Attributes:
        patterns: See `ouidire.extraction.patterns`; matched at the clause's first words.

    """

    id: str
    link: Link
    patterns: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


_TEMPORAL = frozenset({Link.BEFORE, Link.TIME})
_REACH = 3  # words that may stand before the subordinator in its clause (an adverb, a conjunction)


def clause_links(
    analysis: Analysis, clauses: Clauses, pack: LanguagePack
) -> dict[int, tuple[Link, int, int]]:
    """Map clause index to its link and the tokens ``[first, last)`` that make it."""
    found = _index(pack)
    links: dict[int, tuple[Link, int, int]] = {}
    for clause in clauses.items:
        best = _best(analysis, clauses, clause, found)
        if best is not None:
            links[clause.index] = best
    return links


@lru_cache(maxsize=None)
def _index(pack: LanguagePack) -> PatternIndex[SubordinatorEntry]:
    found = load_entries(pack.resources / "lexicon" / "subordinators.toml", SubordinatorEntry)
    return PatternIndex((entry, compile_pattern(source)) for entry in found for source in entry.patterns)


def _best(
    analysis: Analysis, clauses: Clauses, clause: Clause, found: PatternIndex[SubordinatorEntry]
) -> tuple[Link, int, int] | None:
    sentence = analysis.sentence_of(clause.head)
    tokens = analysis.tokens[sentence.first : sentence.last]
    best: tuple[int, int, SubordinatorEntry, int] | None = None
    for at in _starts(analysis, clause):
        for _, entry, pattern in found.starting(analysis.tokens[at]):
            end = pattern.match(tokens, at - sentence.first)
            if end is None or end == at - sentence.first or sentence.first + end > clause.head:
                continue
            last = analysis.tokens[sentence.first + end - 1]
            if clauses.owner[last.i] != clause.index or _is_preposition(analysis, entry, last):
                continue
            length = sentence.first + end - at
            if best is None or length > best[0]:
                best = (length, at, entry, sentence.first + end)
    return None if best is None else (best[2].link, best[1], best[3])


def _is_preposition(analysis: Analysis, entry: SubordinatorEntry, word: Token) -> bool:
    """Whether a word of time stands before a noun, and so opens no clause (*Before the vote, she resigned*)."""
    nominal = analysis.tokens[word.head].upos in {"NOUN", "PROPN", "NUM"}
    return entry.link in _TEMPORAL and word.deprel == "case" and nominal


def _starts(analysis: Analysis, clause: Clause) -> tuple[int, ...]:
    """Return the tokens a subordinator of this clause may start at: its first words, those before them."""
    own = [i for i in clause.tokens if analysis.tokens[i].upos != "PUNCT"]
    starts = set(own[:_REACH])
    for first in {*own[:1], *clause.marks}:
        for i in range(first, max(-1, first - _REACH - 1), -1):
            token = analysis.tokens[i]
            if token.sent != analysis.tokens[first].sent or is_finite(token) or token.upos == "PUNCT":
                break
            starts.add(i)
    return tuple(sorted(i for i in starts if i < clause.head))
