"""Passages to assertions: who says what, under which words, and how sure each of them is.

`extract` is the front door. Relations (`relations`) and clauses (`clauses`) are found first; `units`
divides one by the other; words (`certainty`), conditions and moods (`conditional`) are then laid on the
units; `propositions` says what each is about; `assemble` makes the rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.extraction.assemble import Material, assemble
from ouidire.extraction.certainty import (
    Hit,
    Marks,
    find_conditions,
    find_hits,
    lay,
    marked_clauses,
    silent_clauses,
)
from ouidire.extraction.clauses import find_clauses
from ouidire.extraction.conditional import Scene, read_conditionals
from ouidire.extraction.division import Division, Piece, divide
from ouidire.extraction.found import Found
from ouidire.extraction.governed import governed, kept_open
from ouidire.extraction.marking import (
    implied_relations,
    mark_conditionals,
    mark_conditions,
    mark_sources,
    mark_times,
)
from ouidire.extraction.places import atlas_of
from ouidire.extraction.presupposed import (
    event_nouns,
    listed,
    mark_presupposed,
    named_events,
    presupposed,
    raising,
)
from ouidire.extraction.propositions import proposition, read_times, where_of, words_of
from ouidire.extraction.relations import find_relations
from ouidire.extraction.sifting import sift
from ouidire.extraction.subordination import clause_links
from ouidire.extraction.tolls import split_tolls
from ouidire.extraction.unsettled import mark_unsettled, prune
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
        listed=listed(analysis, pack),
    )
    pieces, marks = _marked(division, hits, pack)
    cut, related = implied_relations(division, pieces, marks)
    words = words_of(pack.resources)
    timed = read_times(analysis, article, words)
    cut, marks = split_tolls(cut, marks, analysis, words, timed)
    atlas = atlas_of(passages, analysis, pack)
    where = where_of(pack, atlas)
    return assemble(
        Material(
            article=article,
            analysis=analysis,
            relations=related,
            pieces=cut,
            marks=marks,
            propositions=[proposition(p.unit, analysis, where, timed=timed) for p in cut],
            times=tuple(row.expression() for row in timed),
            places=atlas.toponyms,
        )
    )


def _marked(
    division: Division, hits: Sequence[Hit], pack: LanguagePack
) -> tuple[Sequence[Piece], Sequence[Marks]]:
    """Cut units from an article, and say of each how sure the words around it are."""
    analysis, clauses, links = division.analysis, division.clauses, division.links
    pieces = governed(division, divide(division, hits), hits, named_events(analysis, pack))
    pieces = presupposed(division, pieces, pack)
    marks = lay(division, pieces, hits)
    conditions = find_conditions(analysis, clauses, links, pack, division.governed)
    mark_conditions(division, pieces, marks, conditions)
    scene = Scene(analysis, clauses, division.relations, links, frozenset(conditions.hypothetical), pack)
    mark_conditionals(division, pieces, marks, read_conditionals(scene))
    mark_times(division, pieces, marks)
    mark_sources(division, pieces, marks)
    mark_presupposed(division, pieces, marks)
    mark_unsettled(division, pieces, marks, kept_open(division, hits))
    return prune(division, pieces, marks)
