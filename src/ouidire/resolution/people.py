"""Persons named in an article: which words name somebody, and which names are one person's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ouidire.gazetteer.names import fold, person_key, same_person
from ouidire.languages import Analysis, Token
from ouidire.model import Span
from ouidire.resolution.entries import Words

__all__ = ["People", "person_name", "whole_name"]

_LONGEST = 6
_NO_PERSON = frozenset({"ORG", "GPE", "LOC"})


@dataclass(frozen=True, slots=True)
class People:
    """The full names an article gives, in text order, one per person."""

    full: tuple[str, ...]

    @classmethod
    def of(cls, analysis: Analysis, words: Words, sources: Sequence[Span] = ()) -> People:
        """Collect the full names (two words or more) of the persons an article names.

        Args:
            sources: Words of sources, whose names count even where the tagger saw none.

        """
        full: list[str] = []
        for entity in analysis.entities:
            if entity.label != "PER":
                continue
            first, last = _whole(analysis, entity.first, entity.last, words)
            name = _bare(analysis.tokens[first:last], words)
            _note(name, full)
        for span in sources:
            _note(person_name(analysis, span, words) or "", full)
        return cls(tuple(full))

    def named(self, name: str) -> str | None:
        """Return the full name `name` is short for or a spelling of; None where several fit.

        A single name is short for a full one that it ends, or, as in Korean, begins.
        """
        fitting = [known for known in self.full if same_person(name, known)]
        if not fitting and len(fold(name).split()) == 1:
            fitting = [known for known in self.full if _ends(known, name)]
            fitting = fitting or [known for known in self.full if _begins(known, name)]
        elif not fitting:
            fitting = [known for known in self.full if _within(known, name) or _within(name, known)]
        if len(fitting) > 1:
            return None
        return fitting[0] if fitting else name

    def referent(self, name: str) -> str:
        """Return the identifier of a named person, the same in every article."""
        return f"ref:{person_key(name)}"


def _note(name: str, full: list[str]) -> None:
    if len(fold(name).split()) >= 2 and not any(same_person(name, known) for known in full):
        full.append(name)


def person_name(analysis: Analysis, span: Span, words: Words) -> str | None:
    """Return the name of the person `span` stands for, not of one it merely mentions.

    *Le chef d’état-major, Ivan Morel* is Ivan Morel; *le porte-parole de la présidente Ana Morel* and
    *the wife of Ivan Morel* are not the one they mention.
    """
    tokens = analysis.within(span)
    if not tokens:
        return None
    for first, last in _candidates(analysis, tokens, words):
        low = min(tokens[0].i, first)
        if not _is_complement(analysis, low, first, words) and not _owns(analysis, last):
            return _bare(analysis.tokens[first:last], words) or None
    return None


def _candidates(analysis: Analysis, tokens: Sequence[Token], words: Words) -> Sequence[tuple[int, int]]:
    """Token ranges that look like names of persons: entities, else names beside a title."""
    low, high = tokens[0].i, tokens[-1].i + 1
    entities = list(dict.fromkeys(e for i in range(low, high) if (e := analysis.entity_at(i)) is not None))
    found = [(e.first, e.last) for e in entities if e.label == "PER"]
    if found:
        found = [_whole(analysis, a, b, words) for a, b in found]
        return [(a, b) for a, b in found if analysis.tokens[b - 1].text[:1].isupper()]
    near = [e for e in entities if e.label in _NO_PERSON]
    other = {i for e in near for i in range(e.first, e.last)}
    runs: list[tuple[int, int]] = []
    for t in tokens:
        if t.upos != "PROPN" or t.i in other or t.lower in words.titles:
            continue
        if runs and runs[-1][1] == t.i:
            runs[-1] = (runs[-1][0], t.i + 1)
        else:
            runs.append((t.i, t.i + 1))
    titled = any(t.lower in words.titles or t.lemma.lower() in words.titles for t in tokens)
    return [(a, b) for a, b in runs if titled and b - a <= _LONGEST]


def _whole(analysis: Analysis, first: int, last: int, words: Words) -> tuple[int, int]:
    """Take in the names a tagger cut off: proper nouns beside it that belong to it."""
    inside = set(range(first, last))
    while first > 0 and analysis.entity_at(first - 1) is None and _belongs(analysis, first - 1, inside):
        if analysis.tokens[first - 1].lower in words.titles or last - first >= _LONGEST:
            break
        first -= 1
        inside.add(first)
    return first, last


def whole_name(analysis: Analysis, span: Span) -> Span | None:
    """Return the name a source was cut from at a hyphen (*un* of *Kim Jong-un*); None where it was not."""
    tokens = analysis.within(span)
    if not tokens or tokens[0].i < 2 or not _hyphen(analysis, tokens[0].i - 1):
        return None
    for e in analysis.entities:
        if e.label == "PER" and e.first < tokens[0].i and e.last >= tokens[0].i - 1:
            return Span(analysis.tokens[e.first].start, span.end)
    return None


def _hyphen(analysis: Analysis, i: int) -> bool:
    """Whether a hyphen without blanks around it ties the next word to the one before."""
    before, token, after = analysis.tokens[i - 1 : i + 2]
    return token.text == "-" and before.end == token.start and token.end == after.start


def _belongs(analysis: Analysis, i: int, inside: set[int]) -> bool:
    token = analysis.tokens[i]
    if token.upos != "PROPN" or token.deprel.partition(":")[0] not in {"compound", "flat", *_HEADS}:
        return False
    return token.head in inside or any(analysis.tokens[n].head == i for n in inside)


_HEADS = ("nsubj", "obj", "obl", "root", "conj", "appos", "nmod")


def _is_complement(analysis: Analysis, low: int, first: int, words: Words) -> bool:
    """Whether the name hangs on a preposition (*de la présidente* X), not on the phrase itself."""
    person = False
    for i in range(first - 1, low - 1, -1):
        token = analysis.tokens[i]
        if token.upos == "PUNCT" and token.text != "-":
            return False
        if token.upos in {"ADP", "SCONJ"}:
            return i > low and (person or i == first - 1 or _only_article(analysis, i, first))
        person = person or token.lower in words.titles or token.lemma.lower() in words.titles
    return False


def _only_article(analysis: Analysis, preposition: int, first: int) -> bool:
    return all(analysis.tokens[i].upos == "DET" for i in range(preposition + 1, first))


def _owns(analysis: Analysis, last: int) -> bool:
    """Whether a genitive follows (*Putin’s spokesman*)."""
    return (
        last < len(analysis.tokens)
        and analysis.tokens[last].lower in {"'s", "'"}
        and (analysis.tokens[last].upos == "PART")
    )


def _bare(tokens: Sequence[Token], words: Words) -> str:
    """Write a name as the text does, without titles before it, genitive or marks after it."""
    kept = list(tokens)
    while kept and (kept[0].lower in words.titles or kept[0].upos in {"DET", "PUNCT", "ADP"}):
        kept.pop(0)
    while kept and (kept[-1].lower in {"'s", "'"} or kept[-1].upos in {"PUNCT", "ADP"}):
        kept.pop()
    out = ""
    for n, token in enumerate(kept):
        out += " " * (n > 0 and token.start > kept[n - 1].end) + token.text
    return out


def _ends(full: str, short: str) -> bool:
    return person_key(full).split()[-1:] == person_key(short).split()


def _begins(full: str, short: str) -> bool:
    return fold(full).split()[:1] == fold(short).split()


def _within(long: str, short: str) -> bool:
    """First and last word of `short` are those of `long` (*John Fitzgerald Weber*, *John Weber*)."""
    a, b = person_key(long).split(), person_key(short).split()
    return len(a) > len(b) >= 2 and a[0] == b[0] and a[-1] == b[-1] and not set(b[1:-1]) - set(a)
