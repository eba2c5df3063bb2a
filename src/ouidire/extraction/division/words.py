"""Which words of a clause make its unit, and where its predicate is."""

from __future__ import annotations

from ouidire.extraction.clauses import Clause, ClauseKind
from ouidire.extraction.division.scene import NEVER, Division, is_gap
from ouidire.extraction.found import FoundRelation
from ouidire.extraction.spans import covers_token, overlap, tokens_in
from ouidire.extraction.subordination import Link
from ouidire.languages import Analysis, Token
from ouidire.model import MarkerClass, Span

__all__ = ["clause_words", "content_part", "is_announced", "is_minor_relative", "predicate"]


def clause_words(division: Division, clause: Clause, relation: int | None, *, whole: bool) -> tuple[int, ...]:
    """Return the tokens of a clause's unit: its own, those of clauses that make no unit, less frames."""
    tokens = set(clause.tokens)
    if whole:
        sentence = division.analysis.sentence_of(clause.head)
        tokens.update(
            i for i in division.analysis.subtree(clause.head) if sentence.first <= i < sentence.last
        )
    else:
        for below in division.clauses.below(clause.index):
            if below.parent == clause.index and absorbed(division, below):
                tokens.update(below.tokens)
        for below in division.clauses.below(clause.index):
            link = division.links.get(below.index)
            if link is not None and below.parent == clause.index:
                tokens.difference_update(range(link[1], link[2]))
    kept = sorted(tokens)
    if relation is not None and not (whole and is_gap(division, relation)):
        found = division.relations[relation]
        inside = tokens_in(division.analysis, content_part(division, found, clause.head), kept)
        kept = list(inside) or kept
        away = (found.cue, *(s for hop in found.chain for s in hop.spans))
        kept = [i for i in kept if not covers_token(division.analysis, away, i)] or kept
    return _trim(division, clause, tuple(kept))


def content_part(division: Division, relation: FoundRelation, head: int) -> tuple[Span, ...]:
    """Return what a unit may span of a discontinuous content.

    Where only the cue stands between the pieces (*the army has | reportedly | retaken …*) that is all of
    it; where a speaker does (*"…", said X, "…"*) it is the piece that holds the predicate.
    """
    if len(relation.content) > 1:
        whole = Span(relation.content[0].start, relation.content[-1].end)
        if not any(overlap(s, whole) for hop in relation.chain for s in hop.spans):
            return (whole,)
    for span in relation.content:
        if covers_token(division.analysis, (span,), head):
            return (span,)
    return relation.content


def absorbed(division: Division, clause: Clause) -> bool:
    """Whether a clause makes no unit and leaves its words to the one it hangs on."""
    link = division.links.get(clause.index)
    if link is not None and link[0] in NEVER:
        return link[0] not in {Link.AGAINST, Link.ALTERNATIVE}
    return is_minor_relative(division, clause)


def is_announced(analysis: Analysis, head: Token) -> bool:
    """Whether a noun and an infinitive right after it make a headline of what is to come (*Port to close*)."""
    for verb in analysis.children(head.i, "advcl", "acl"):
        marks = [t for t in analysis.children(verb.i, "mark") if t.upos == "PART"]
        if verb.feats.get("VerbForm") == "Inf" and marks and marks[0].i == head.i + 1:
            return head.upos in {"NOUN", "PROPN"}
    return False


def is_minor_relative(division: Division, clause: Clause) -> bool:
    """Whether a clause only describes a noun (*who is also a doctor*, *the roads that lead to town*)."""
    if clause.kind is not ClauseKind.RELATIVE or clause.finite is None:
        return False
    if division.marked.get(clause.index, frozenset()) - {MarkerClass.NEGATION}:
        return False
    finite = division.analysis.tokens[clause.finite]
    if finite.feats.get("Mood") == "Cnd":
        return False
    if any(t.deprel == "cop" for t in division.analysis.children(clause.head)):
        return True
    return (
        clause.finite == clause.head
        and finite.feats.get("Tense") == "Pres"
        and not _is_set_off(division, clause)
    )


def _is_set_off(division: Division, clause: Clause) -> bool:
    """Whether a comma stands before a relative clause: then it adds a claim, else it picks out a thing."""
    words = [i for i in clause.tokens if division.analysis.tokens[i].upos != "PUNCT"]
    before = range(max(0, words[0] - 2), words[0]) if words else range(0)
    return any(division.analysis.tokens[i].text == "," for i in before)


_LEADING = frozenset({"cc", "mark", "punct", "discourse"})


def _trim(division: Division, clause: Clause, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Drop conjunctions, complementisers, subordinators and relative adverbs at the left edge."""
    analysis = division.analysis
    link = division.links.get(clause.index)
    opener = range(link[1], link[2]) if link is not None else range(0)
    first = 0
    while first < len(tokens) - 1:
        token = analysis.tokens[tokens[first]]
        relative = clause.kind is ClauseKind.RELATIVE and token.upos in {"ADV", "SCONJ"}
        where = clause.kind is ClauseKind.RELATIVE and not token.deprel.startswith(("nsubj", "det", "amod"))
        pronoun = where and token.feats.get("PronType") == "Rel"
        leading = token.deprel in _LEADING or token.upos in {"PUNCT", "CCONJ"}
        if not (leading or relative or pronoun or token.i in opener) or token.i == clause.head:
            break
        first += 1
    last = len(tokens)
    while last > first + 1 and analysis.tokens[tokens[last - 1]].upos in {"PUNCT", "CCONJ", "SPACE"}:
        last -= 1
    return tokens[first:last]


def predicate(division: Division, clause: Clause) -> int:
    """Return the predicate of a clause, below any modal or raising verb.

    A verb whose infinitive shares its subject (*devraient être retirées*, *is said to have left*) is
    not what is claimed; the infinitive is.
    """
    analysis, at = division.analysis, clause.head
    for _ in range(4):
        below = [t for t in analysis.children(at, "xcomp") if t.upos in {"VERB", "AUX", "ADJ", "NOUN"}]
        passive = bool(analysis.children(at, "aux:pass")) and bool(below) and below[0].is_verbal
        if not below or not (passive or at in division.raising):
            break
        at = below[0].i
    return at
