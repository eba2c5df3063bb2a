"""The whole of ouidire on one screen: what comes in, what is made of it, where it goes.

::

    article → passages → tokens → assertions → referents → labels → links, drifts     one article
    extractions → copies, links → clusters → claims                                   all of them

Both halves are pure functions: of an article and a world, and of a set of extractions and a world.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from ouidire import assessment, extraction, languages, linking, resolution, segmentation
from ouidire.gazetteer import World
from ouidire.model import Article, Assertion, Claim, Copy, Extraction, Judgement, Link, PassageRole, Relation

__all__ = ["Assessed", "assess", "extract"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """Everything that follows from a set of extractions."""

    links: tuple[Link, ...]
    copies: tuple[Copy, ...]
    claims: tuple[Claim, ...]


def extract(article: Article, world: World) -> Extraction:
    """Take out of one article what it says, who says so, and how sure each of them is.

    Raises:
        LanguageNotInstalled: No pack reads the article's language.

    """
    pack = languages.load(article.language)
    passages = segmentation.passages(article, pack)
    blocks = tuple(p.span for p in passages if p.role is not PassageRole.BOILERPLATE)
    analysis = pack.analyse(article.text, blocks)
    found = extraction.extract(article, passages, analysis, pack)
    raw = Extraction(
        article=article,
        passages=passages,
        assertions=found.assertions,
        attributions=found.attributions,
        places=found.places,
        credits=segmentation.credits(article, passages, pack),
    )
    resolved = resolution.resolve(raw, analysis, pack, world)
    labelled = replace(resolved, assertions=tuple(_labelled(one) for one in resolved.assertions))
    links = linking.compared(labelled, world)
    return replace(labelled, drifts=assessment.drifts_within(labelled, links))


def assess(
    items: Sequence[Extraction],
    world: World,
    *,
    judgements: Sequence[Judgement] = (),
    no_copies: Container[frozenset[str]] = frozenset(),
) -> Assessed:
    """Make claims of what many articles say; the order of `items` does not matter.

    Args:
        judgements: What people ruled of pairs of assertions; it overrules the table.
        no_copies: Pairs of articles of which a person ruled that neither took from the other.

    """
    ordered = tuple(sorted(items, key=lambda item: item.article.id))
    copies = tuple(c for c in linking.copies(ordered) if frozenset({c.from_, c.to}) not in no_copies)
    links = linking.link(ordered, world, judgements, copied=copies)
    ids = tuple(one.id for item in ordered for one in item.assertions)
    clusters = linking.cluster(ids, links)
    tied = [one for one in links if one.relation is not Relation.UNRELATED]
    claims = assessment.assess(ordered, tied, clusters, copies, world)
    return Assessed(links=links, copies=copies, claims=claims)


def _labelled(assertion: Assertion) -> Assertion:
    label, row = assessment.label(assertion)
    return replace(assertion, label=label, label_rule=row)
