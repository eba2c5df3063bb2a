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

__all__ = ["Assessed", "assess", "conclude", "extract", "relate"]


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
        times=found.times,
    )
    resolved = resolution.resolve(raw, analysis, pack, world)
    labelled = replace(resolved, assertions=tuple(_labelled(one) for one in resolved.assertions))
    links = linking.compared(labelled, world, assessment.is_compared)
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
    links, copies = relate(items, world, judgements=judgements, no_copies=no_copies)
    return Assessed(links=links, copies=copies, claims=conclude(items, links, copies, world))


def relate(
    items: Sequence[Extraction],
    world: World,
    *,
    judgements: Sequence[Judgement] = (),
    no_copies: Container[frozenset[str]] = frozenset(),
    fresh: Container[str] | None = None,
) -> tuple[tuple[Link, ...], tuple[Copy, ...]]:
    """Link articles and find what one took from another; the first half of `assess`.

    Args:
        fresh: Ids of articles; only links and copies with a side in one of them. Each depends on its two
            articles alone, so those of a set can be found part by part.

    """
    ordered = tuple(sorted(items, key=lambda item: item.article.id))
    found = linking.copies(ordered, fresh)
    copies = tuple(c for c in found if frozenset({c.from_, c.to}) not in no_copies)
    return linking.link(ordered, world, judgements, copied=copies, fresh=fresh), copies


def conclude(
    items: Sequence[Extraction],
    links: Sequence[Link],
    copies: Sequence[Copy],
    world: World,
    *,
    newest: str | None = None,
) -> tuple[Claim, ...]:
    """Make the claims of linked articles; the second half of `assess`.

    Articles that no link, copy or page ties to others may be left out: the claims of the rest stay the same.

    Args:
        newest: ISO date of the newest article of all, as of which claims age; of `items` where None.

    """
    ordered = tuple(sorted(items, key=lambda item: item.article.id))
    ids = tuple(one.id for item in ordered for one in item.assertions)
    clusters = linking.cluster(ids, links)
    tied = [one for one in links if one.relation is not Relation.UNRELATED]
    return assessment.assess(ordered, tied, clusters, copies, world, newest=newest)


def _labelled(assertion: Assertion) -> Assertion:
    label, row = assessment.label(assertion)
    return replace(assertion, label=label, label_rule=row)
