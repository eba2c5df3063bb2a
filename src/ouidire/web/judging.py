"""What a person may judge on a page, and what people judged so far, ready to show."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ouidire.engine.recording import Recorded
from ouidire.engine.snapshot import Snapshot
from ouidire.model import Grade, Judgement, Reliability, RulingKind
from ouidire.presentation.messages import say
from ouidire.presentation.occurrences import OccurrenceView, day, outlet_name
from ouidire.presentation.view import ClaimView
from ouidire.web.rendering import address

__all__ = ["DecisionView", "End", "choices", "decided_of_claim", "shown"]

_FEW = 40
"""Statements of a kind that are offered to choose from."""


@dataclass(frozen=True, slots=True)
class End:
    """One of the two a decision is about; `href` where it can be looked at, empty where it is not there any more."""

    words: str
    href: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """A decision, ready to print.

    Attributes:
        verdict: What was ruled of the pair; empty for a grade, whose `letter` it is.
        mine: Whether who looks made it.

    """

    id: str
    left: End
    right: End
    verdict: str
    letter: Reliability | None
    by: str
    at: str
    because: str
    holds: bool
    withdrawn: bool
    mine: bool


def shown(view: Snapshot, decisions: Iterable[Recorded], by: str) -> list[DecisionView]:
    """Return decisions ready to print; `by` is who looks, empty where nobody may write."""
    return [_shown(view, one, by) for one in decisions]


def decided_of_claim(view: Snapshot, mine: ClaimView) -> list[Recorded]:
    """Return what was decided of the assertions, copies and first speakers of a claim."""
    ids = {one.id for one in mine.claim.assertions} | set(mine.claim.origins.roots)
    ids |= {x for copy in mine.claim.copies for x in (copy.from_, copy.to)}
    return [one for one in view.decisions if one.about & ids]


def choices(view: Snapshot, mine: ClaimView) -> list[tuple[str, list[OccurrenceView]]]:
    """Return the statements that may be judged against each other: this claim's, then those of claims near it."""
    near = dict.fromkeys(other.id for _, other in mine.relations if other.id in view.views)
    thread = view.threads.get(mine.claim.id)
    near |= dict.fromkeys(one.claim.id for one in (thread.claims if thread else ()))
    others = [view.views[id_].best for id_ in near if id_ != mine.claim.id]
    own = [mine.best, *(one for one in mine.occurrences if one is not mine.best)]
    if len(own) + len(others) < 2:
        return []
    return [(say("This claim"), own[:_FEW]), (say("Claims near it"), others[:_FEW])]


def _shown(view: Snapshot, one: Recorded, by: str) -> DecisionView:
    decision = one.decision
    letter = decision.reliability if isinstance(decision, Grade) else None
    left, right = _ends(view, one)
    verdict = ""
    if not isinstance(decision, Grade):
        verdict = decision.relation.value if isinstance(decision, Judgement) else decision.kind.value
    return DecisionView(
        id=one.id,
        left=left,
        right=right,
        verdict=verdict,
        letter=letter,
        by=decision.judge,
        at=decision.made_at,
        because=decision.because,
        holds=one.holds,
        withdrawn=not isinstance(decision, Grade) and decision.withdrawn,
        mine=bool(by) and decision.judge == by and letter is not Reliability.F,
    )


def _ends(view: Snapshot, one: Recorded) -> tuple[End, End]:
    decision = one.decision
    if isinstance(decision, Grade):
        return _source(view, decision.source), End("")
    if isinstance(decision, Judgement):
        left_words = decision.left_at.words if decision.left_at else decision.left
        right_words = decision.right_at.words if decision.right_at else decision.right
        return _claim(view, decision.left, left_words), _claim(view, decision.right, right_words)
    if decision.kind is RulingKind.NOT_A_COPY:
        return _article(view, decision.left), _article(view, decision.right)
    return _source(view, decision.left), _source(view, decision.right)


def _claim(view: Snapshot, id_: str, words: str) -> End:
    if view.over.get(id_) in view.views:
        mine = view.views[view.over[id_]]
        tongue = next((o.article.language for o in mine.occurrences if o.assertion.id == id_), "")
        return End(words, address("claims", id_), tongue)
    return End(words)


def _article(view: Snapshot, id_: str) -> End:
    if id_ not in view.article_ids:
        return End(id_[:19])
    article = view.extraction(id_).article
    return End(
        f"{outlet_name(article)}, {day(article)}: {article.title or article.ref}", address("articles", id_)
    )


def _source(view: Snapshot, name: str) -> End:
    known: Collection[str] = [c.name for c in view.sources if name in {c.key, c.name}]
    return End(next(iter(known)), address("sources", name)) if known else End(name)
