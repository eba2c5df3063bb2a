"""Passages to assertions: who says what, under which words, and how sure each of them is.

`extract` is the front door. Relations (`relations`) and clauses (`clauses`) are found first; `units`
divides one by the other; words (`certainty`), conditions and moods (`conditional`) are then laid on the
units; `propositions` says what each is about; `assemble` makes the rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ouidire.extraction.assemble import Material, assemble
from ouidire.extraction.certainty import find_conditions, find_hits, lay, marked_clauses, silent_clauses
from ouidire.extraction.clauses import find_clauses
from ouidire.extraction.conditional import Scene, read_conditionals
from ouidire.extraction.division import Division, divide
from ouidire.extraction.found import Found
from ouidire.extraction.marking import (
    implied_relations,
    mark_conditionals,
    mark_conditions,
    mark_sources,
    mark_times,
    prune,
)
from ouidire.extraction.places import atlas_of
from ouidire.extraction.presupposed import (
    claim_nouns,
    event_nouns,
    mark_presupposed,
    presupposed,
    raising,
)
from ouidire.extraction.propositions import proposition, where_of
from ouidire.extraction.relations import find_relations
from ouidire.extraction.sifting import sift
from ouidire.extraction.subordination import clause_links
from ouidire.languages import Analysis, LanguagePack
from ouidire.model import Article, Passage

__all__ = ["Found", "extract"]


def extract(article: Article, passages: Sequence[Passage], analysis: Analysis, pack: LanguagePack) -> Found:
    """Return the assertions, relations and place names of an article, in text order.

    Abstains (finds nothing) where the pack has no parser. Labels are left to the label table.

    Args:
        passages: In text order; boilerplate makes no assertion.
        analysis: Of the same text.

    """
    if "heads" not in pack.capabilities or not analysis.tokens:
        return Found()
    clauses = find_clauses(analysis)
    links = clause_links(analysis, clauses, pack)
    relations = sift(find_relations(passages, analysis, pack), analysis, clauses, links, pack)
    hits = find_hits(analysis, pack)
    division = Division(
        analysis=analysis,
        clauses=clauses,
        relations=relations,
        passages=passages,
        links=links,
        silent=silent_clauses(analysis, clauses, hits),
        events=event_nouns(analysis, pack),
        raising=raising(analysis, pack),
        marked=marked_clauses(analysis, clauses, hits),
        claims=claim_nouns(analysis, pack),
    )
    pieces = presupposed(division, divide(division, hits), hits, pack)
    marks = lay(division, pieces, hits)
    conditions = find_conditions(analysis, clauses, links, pack, division.governed)
    mark_conditions(division, pieces, marks, conditions)
    scene = Scene(analysis, clauses, relations, links, frozenset(conditions.hypothetical), pack)
    mark_conditionals(division, pieces, marks, read_conditionals(scene))
    mark_times(division, pieces, marks)
    mark_sources(division, pieces, marks)
    mark_presupposed(division, pieces, marks)
    pieces, marks = prune(division, pieces, marks)
    cut, related = implied_relations(division, pieces, marks)
    atlas = atlas_of(passages, analysis, pack)
    atlas = atlas_of(passages, analysis, pack)
    told = [proposition(p.unit, analysis, article, where_of(pack, atlas)) for p in cut]
    found = Material(article, analysis, relations=related, pieces=cut, marks=marks, propositions=told)
    return replace(assemble(found), places=atlas.toponyms)
