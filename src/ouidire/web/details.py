"""What the pages of one claim and of one article show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ouidire.engine.snapshot import Snapshot
from ouidire.model import Article, Claim, Copy, Evidence, Extraction, PassageRole, Relation
from ouidire.presentation import graph, graph_svg, timeline, words
from ouidire.presentation.gathered import by_origin
from ouidire.presentation.messages import Spoken
from ouidire.presentation.page import article_html
from ouidire.presentation.threads import Thread
from ouidire.presentation.view import ClaimView
from ouidire.web.judging import choices, decided_of_claim
from ouidire.web.rendering import address, as_markup

__all__ = ["Route", "Shared", "of_article", "of_claim"]

_KINDS: Spoken[str] = Spoken(
    {"told": "told", "denied": "denial", "echoed": "echo", "copied": "text copied without saying so"}
)
_NEARBY = 60
"""Articles that are offered to compare with."""

_LOOSE = (Relation.RELATED, Relation.UNRELATED)


@dataclass(frozen=True, slots=True)
class Route:
    """One step in the table behind the picture of a provenance."""

    from_: str
    to: str
    kind: str


@dataclass(frozen=True, slots=True)
class Shared:
    """Text that two articles have in common, with the words in this one."""

    copy: Copy
    other: Extraction
    older: bool
    quotes: tuple[str, ...]


def of_claim(view: Snapshot, claim: Claim) -> dict[str, Any]:
    """Return what the page of a claim shows."""
    mine = view.views[claim.id]
    drawn = graph.graph_of([mine])
    names = {node.key: node.words for node in drawn.nodes}
    near = _near(view, mine)
    strips = [Thread((one,)) for one in near]
    links = [address("claims", one.claim.id) for one in near]
    return {
        "view": mine,
        "groups": by_origin(mine),
        "graph": as_markup(graph_svg.draw(drawn, "graph")),
        "routes": [Route(names[e.from_], names[e.to], _KINDS[e.kind]) for e in drawn.edges],
        "timeline": as_markup(timeline.draw(strips, links)),
        "strips": near,
        "ties": _ties(view, mine, loose=False),
        "related": _ties(view, mine, loose=True),
        "back": address("claims", mine.best.assertion.id),
        "choices": choices(view, mine),
        "decisions": decided_of_claim(view, mine),
        "relations": [value.value for value in Relation],
        "why": _by_subject(view.why(claim.id)),
        "copies": [
            (copy, view.extraction(copy.from_).article, view.extraction(copy.to).article)
            for copy in claim.copies
        ],
    }


def _near(view: Snapshot, mine: ClaimView) -> list[ClaimView]:
    """Return a claim, then those of its thread, in their order; a claim about who spoke stands alone."""
    thread = view.threads.get(mine.claim.id)
    return [mine, *(one for one in thread.claims if one is not mine)][:12] if thread else [mine]


def _ties(view: Snapshot, mine: ClaimView, *, loose: bool) -> list[tuple[str, list[ClaimView]]]:
    found: dict[str, list[ClaimView]] = {}
    for relation, other in mine.relations:
        if (relation in _LOOSE) is loose and other.id in view.views:
            found.setdefault(words.RELATION[relation], []).append(view.views[other.id])
    return list(found.items())


def _by_subject(items: tuple[Evidence, ...]) -> list[tuple[str, list[Evidence]]]:
    found: dict[str, list[Evidence]] = {}
    for item in items:
        found.setdefault(item.of, []).append(item)
    return list(found.items())


def of_article(view: Snapshot, item: Extraction) -> dict[str, Any]:
    """Return what the page of an article shows."""
    ids = {one.id for one in item.assertions}
    over = {id_: view.over[id_] for id_ in ids if view.over.get(id_) in view.views}
    mine = {id_: view.views[claim] for id_, claim in over.items()}
    numbers = {id_: one.number for id_, one in mine.items()}
    links = {id_: address("claims", claim) for id_, claim in over.items()}
    drifts = view.between.get(item.article.id, ())
    stated = [one for one in item.assertions if one.id in mine and one.proposition.family != "speech"]
    return {
        "item": item,
        "article": item.article,
        "body": as_markup(article_html(item, numbers, links)),
        "claims": list({mine[one.id].number: mine[one.id] for one in stated}.values()),
        "inside": [drift for drift in drifts if drift.inside],
        "across": [drift for drift in drifts if not drift.inside],
        "shared": _shared(view, item),
        "others": _others(view, item),
        "greyed": any(p.role is PassageRole.BOILERPLATE for p in item.passages),
    }


def _shared(view: Snapshot, item: Extraction) -> list[Shared]:
    found = []
    for copy in view.copies.get(item.article.id, ()):
        older = copy.from_ == item.article.id
        spans = (pair.from_ if older else pair.to for pair in copy.evidence)
        quotes = tuple(span.of(item.article.text) for span in spans)
        other = view.extraction(copy.to if older else copy.from_)
        found.append(Shared(copy, other, older, quotes))
    return found


def _others(view: Snapshot, item: Extraction) -> list[Article]:
    """Return the articles one may want to compare with: those that share text or a claim first, then the next in time."""
    mine = sorted({view.over[one.id] for one in item.assertions if view.over.get(one.id) in view.views})
    near = dict.fromkeys(one.article for id_ in mine for one in view.views[id_].claim.assertions)
    shared = dict.fromkeys(x for copy in view.copies.get(item.article.id, ()) for x in (copy.from_, copy.to))
    same_page = [x.id for x in view.versions.get(item.article.url or "", ())]
    order = dict.fromkeys((*same_page, *shared, *near, *view.beside(item.article.id)))
    return [view.extraction(id_).article for id_ in list(order) if id_ != item.article.id][:_NEARBY]
