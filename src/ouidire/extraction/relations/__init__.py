"""Who says so: source-cue-content relations with their chains, nested to any depth.

The scheme is PolNeAR's (source, cue, content; whole verb group as cue, complementiser in the
content), with nesting and chains added. Words are in the language packs; the syntax is Universal
Dependencies 2, with surface fall-backs where parsers are known to fail.
"""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.extraction.found import FoundRelation
from ouidire.extraction.relations.adverbs import adverb_drafts
from ouidire.extraction.relations.colons import colon_drafts, signature_drafts
from ouidire.extraction.relations.continuation import carry_on, opened
from ouidire.extraction.relations.drafts import Draft
from ouidire.extraction.relations.entries import Cues, cues_of
from ouidire.extraction.relations.frames import frame_drafts
from ouidire.extraction.relations.misread import mistaken_drafts
from ouidire.extraction.relations.nesting import finish, nest
from ouidire.extraction.relations.nominal import nominal_drafts
from ouidire.extraction.relations.quotations import Quotations
from ouidire.extraction.relations.verbal import verbal_drafts
from ouidire.languages import Analysis, LanguagePack
from ouidire.model import Passage

__all__ = ["find_relations"]


def find_relations(
    passages: Sequence[Passage], analysis: Analysis, pack: LanguagePack
) -> tuple[FoundRelation, ...]:
    """Return the relations of an article in the order of their cues.

    Abstains (no relations) where the pack has no parser or no lexicon of cues.
    """
    if "heads" not in pack.capabilities or not analysis.tokens:
        return ()
    cues = cues_of(pack)
    quotes = Quotations(analysis.text, passages)
    found: list[FoundRelation] = []
    for draft in _drafts(analysis, cues, quotes, passages):
        if draft.open:
            draft.extra = opened(analysis.text, passages, quotes, _end(analysis, draft))
            draft.quoted = True
        relation = finish(analysis, cues, quotes, draft)
        if relation:
            found.append(relation)
    sentences = [sentence.span for sentence in analysis.sentences]
    return nest(carry_on(nest(found), passages, quotes, sentences, analysis.text))


def _end(analysis: Analysis, draft: Draft) -> int:
    return analysis.sentence_of(draft.head).span.end


def _drafts(analysis: Analysis, cues: Cues, quotes: Quotations, passages: Sequence[Passage]) -> list[Draft]:
    return [
        *frame_drafts(analysis, cues),
        *verbal_drafts(analysis, cues, quotes),
        *nominal_drafts(analysis, cues),
        *adverb_drafts(analysis, cues),
        *mistaken_drafts(analysis, cues),
        *colon_drafts(analysis, cues, quotes, passages),
        *signature_drafts(analysis, cues, quotes, passages),
    ]
