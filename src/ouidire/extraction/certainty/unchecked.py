"""What *this could not be verified* is about: the statement before it, not the words it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.extraction.division import Division, Piece
from ouidire.extraction.wordlists import Hit
from ouidire.languages import Sentence
from ouidire.model import MarkerClass

__all__ = ["said_before"]

_POINTING = frozenset({"Dem", "Rel"})


def said_before(division: Division, pieces: Sequence[Piece], hit: Hit, at: int) -> tuple[int, ...]:
    """Return the pieces that a hit of class ``unverified`` is about, where it points back.

    It points back with a demonstrative or relative pronoun or with a noun for something said
    (*ces propos*, *the claim*, *un bilan invérifiable*). What it points at is what somebody is
    reported to have said earlier in the sentence, else what was said in the sentence before in
    the same paragraph, and there, where nobody is cited, what the author says.
    """
    if hit.entry.class_ is not MarkerClass.UNVERIFIED or not _points_back(division, hit, at):
        return ()
    sentence = division.analysis.sentence_of(at)
    start = min(hit.first, _phrase_start(division, sentence, at))
    here = [n for n, p in enumerate(pieces) if _in(p, sentence) and p.unit.tokens[0] < start]
    cited = [n for n in here if pieces[n].unit.relation is not None]
    if not cited and _is_aside(division, start):
        cited = [n for n in here if pieces[n].unit.speech is None]
    if cited:
        return tuple(cited)
    before = _before(division, sentence)
    if before is None:
        return ()
    there = [n for n, p in enumerate(pieces) if _in(p, before) and p.unit.speech is None]
    return tuple([n for n in there if pieces[n].unit.relation is not None] or there)


def _points_back(division: Division, hit: Hit, at: int) -> bool:
    tokens = division.analysis.tokens
    clause = division.clauses.of(at)
    near = {*range(hit.first, hit.last), *(clause.tokens if clause is not None else ()), tokens[at].head}
    if clause is not None and clause.parent is not None and tokens[clause.head].deprel == "conj":
        near.update(division.clauses.items[clause.parent].tokens)  # it shares the subject before it
    return any(
        (i in division.listed.claims and not _says_itself(division, i))
        or (tokens[i].upos in {"PRON", "DET"} and tokens[i].feats.get("PronType") in _POINTING)
        for i in near
    )


def _says_itself(division: Division, noun: int) -> bool:
    """Whether a noun for something said has its content with it (*reports of a blast*, *the claim that p*)."""
    below = division.analysis.children(noun, "acl", "ccomp", "nmod")
    named = (t for t in below if t.i > noun and t.deprel != "acl:relcl")
    return any(t.deprel != "nmod" or t.i in division.events for t in named)


def _phrase_start(division: Division, sentence: Sentence, at: int) -> int:
    """Return where the words begin that say so: the clause of a hit, or the noun it stands beside."""
    clause = division.clauses.of(at)
    noun = division.analysis.tokens[at].head
    if noun in division.listed.claims and sentence.first < noun:
        return noun
    return clause.tokens[0] if clause is not None else at


def _is_aside(division: Division, start: int) -> bool:
    """Whether words are set off from what stands before them (*, a claim that could not be checked*)."""
    before = division.analysis.tokens[start - 1] if start else None
    return (
        before is not None and before.upos == "PUNCT" and before.sent == division.analysis.tokens[start].sent
    )


def _in(piece: Piece, sentence: Sentence) -> bool:
    return sentence.first <= piece.unit.head < sentence.last


def _before(division: Division, sentence: Sentence) -> Sentence | None:
    if sentence.i == 0:
        return None
    before = division.analysis.sentences[sentence.i - 1]
    return before if before.block == sentence.block else None
