"""What nobody says: a question word opens a clause, and the clause above it says that there is no answer.

*Neither side has said how many fighters it lost*; *where the fuel went, nobody could say*. The words of
not knowing that stand fixed are in a lexicon; here any denied or lacking governor of a question counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.extraction.clauses import Clause, ClauseKind
from ouidire.extraction.division import Division, Piece
from ouidire.extraction.subordination import Link
from ouidire.model import Marker, MarkerClass

__all__ = ["unanswered"]

_DEPRELS = frozenset({"ccomp", "csubj", "obj", "xcomp", "acl", "obl", "advcl", "dep", "parataxis"})


def unanswered(division: Division, pieces: Sequence[Piece]) -> dict[int, Marker]:
    """Map positions of pieces to the marker that says they are left open by a governor that has no answer."""
    found: dict[int, Marker] = {}
    for clause in division.clauses.items:
        opener = _opener(division, clause)
        if opener is None or clause.parent is None:
            continue
        host = division.clauses.items[clause.parent]
        if not _lacks(division, host, clause):
            continue
        inside = {clause.index, *(c.index for c in division.clauses.below(clause.index))}
        words = division.analysis.span(opener, opener + 1)
        marker = Marker(span=words, class_=MarkerClass.UNDISCLOSED, strength=3)
        for n, piece in enumerate(pieces):
            here = piece.clause is not None and (piece.clause.index in inside or piece.clause == host)
            if here and piece.unit.speech is None:
                found[n] = marker
    return found


def _opener(division: Division, clause: Clause) -> int | None:
    """Return the question word that opens a clause (*how many*, *ce que*); None for other clauses."""
    tokens = division.analysis.tokens
    head = tokens[clause.head]
    if clause.kind is ClauseKind.RELATIVE:
        above = tokens[head.head]
        return above.i if above.i in division.listed.questions and above.upos == "PRON" else None
    if clause.kind is ClauseKind.MAIN or head.deprel.partition(":")[0] not in _DEPRELS:
        return None
    words = [i for i in clause.tokens if tokens[i].upos not in {"PUNCT", "ADP", "CCONJ"}]
    link = division.links.get(clause.index)
    temporal = head.deprel.startswith("advcl") and link is not None and link[0] is Link.TIME
    if not words or words[0] not in division.listed.questions or words[0] == clause.head or temporal:
        return None
    return words[0]


def _lacks(division: Division, host: Clause, clause: Clause) -> bool:
    """Whether the governor of a question is denied, or says by itself that the answer is missing."""
    if division.has(host, MarkerClass.NEGATION, MarkerClass.UNDISCLOSED):
        return True
    return any(i in division.listed.lacking for i in host.tokens if i not in clause.tokens)
