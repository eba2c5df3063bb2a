"""Relations that the rest of extraction takes as they stand, and those it must not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ouidire.extraction.clauses import Clauses
from ouidire.extraction.found import FoundRelation
from ouidire.extraction.presupposed import NounUse, governing, words_of
from ouidire.extraction.subordination import Link
from ouidire.languages import Analysis, LanguagePack
from ouidire.model import Act, SourceKind

__all__ = ["sift"]


def sift(
    relations: Sequence[FoundRelation],
    analysis: Analysis,
    clauses: Clauses,
    links: dict[int, tuple[Link, int, int]],
    pack: LanguagePack,
) -> tuple[FoundRelation, ...]:
    """Return the relations that hold, re-indexed.

    Left out: what somebody says to the contrary of the sentence (*contrairement à ce qu'affirme X*), and
    laws that govern a thing instead of stating it (*la présence des troupes est régie par le traité*).
    Left out too: things taken away, not back (*les troupes ont été retirées*). A report or a study rules nothing: under a frame its act is saying.
    """
    rules = governing(analysis, pack)
    claims = words_of(analysis, pack, NounUse.CLAIM)
    kept = [
        n
        for n, r in enumerate(relations)
        if not _is_contrary(r, clauses, links)
        and r.cue_head not in rules
        and not _is_removal(r, analysis, clauses, claims)
    ]
    place = {old: new for new, old in enumerate(kept)}
    found: list[FoundRelation] = []
    for old in kept:
        relation = relations[old]
        parent = relation.parent
        while parent is not None and parent not in place:
            parent = relations[parent].parent
        act = Act.SAY if _is_report(relation) else relation.act
        found.append(replace(relation, act=act, parent=None if parent is None else place[parent]))
    return tuple(found)


def _is_contrary(relation: FoundRelation, clauses: Clauses, links: dict[int, tuple[Link, int, int]]) -> bool:
    clause = clauses.of(relation.cue_head)
    link = None if clause is None else links.get(clause.index)
    return link is not None and link[0] is Link.AGAINST


def _is_report(relation: FoundRelation) -> bool:
    framed = relation.construction == "frame" and relation.act is Act.STIPULATE
    return framed and relation.chain[0].kind is not SourceKind.DOCUMENT_TREATY


def _is_removal(
    relation: FoundRelation, analysis: Analysis, clauses: Clauses, claims: frozenset[int]
) -> bool:
    """Whether what is withdrawn is a thing and no words: no clause, no quotation, no noun of saying."""
    if relation.act is not Act.RETRACT or relation.quoted:
        return False
    inside = [t for span in relation.content for t in analysis.within(span)]
    clause = any(c.finite is not None for t in inside if (c := clauses.of(t.i)) and c.head == t.i)
    return not clause and not any(t.i in claims for t in inside)
