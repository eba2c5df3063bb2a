"""What a ledger holds, sorted for looking things up: everything here follows from one dossier."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from ouidire.engine.differing import Differing, differing
from ouidire.model import Article, Assertion, Copy, Dossier, Extraction
from ouidire.presentation.differences import DriftView
from ouidire.presentation.facets import Facets
from ouidire.presentation.gathered import Told, told_by_source
from ouidire.presentation.messages import language, plain
from ouidire.presentation.moves import Move, moves
from ouidire.presentation.occurrences import OccurrenceView
from ouidire.presentation.overview import Overview, survey
from ouidire.presentation.threads import Sheet, Thread, lay_out
from ouidire.presentation.view import ClaimView

__all__ = ["Shelves"]

_BESIDE = 30
"""Articles before and after one in time that count as beside it."""


class Shelves:
    """Indexes over a dossier, each made when it is first asked for.

    Attributes:
        whole: Every claim, article and link.

    """

    whole: Dossier

    @cached_property
    def sheet(self) -> Sheet:
        """Everything laid out: threads, numbers, views."""
        return lay_out(self.whole)

    @cached_property
    def views(self) -> Mapping[str, ClaimView]:
        """Every claim as a reader sees it, by id, in the order of their numbers."""
        return {view.claim.id: view for view in (*self.sheet.claims, *self.sheet.speech)}

    @cached_property
    def threads(self) -> Mapping[str, Thread]:
        """The thread of each claim by its id; claims about who spoke have none."""
        return {view.claim.id: thread for thread in self.sheet.threads for view in thread.claims}

    @property
    def survey(self) -> Overview:
        """Counts, and where to look first, in the language that is read."""
        tag = "" if plain() else language()
        if tag not in self._surveys:
            self._surveys[tag] = survey(self.sheet)
        return self._surveys[tag]

    @cached_property
    def _surveys(self) -> dict[str, Overview]:
        return {}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Of its articles, sorted."""
        return tuple(sorted({article.language for article in self.articles}))

    @cached_property
    def moved(self) -> tuple[Move, ...]:
        """When statuses became others, newest first; of claims about who spoke none."""
        return tuple(moves(view.claim for view in self.sheet.claims))

    @cached_property
    def newest(self) -> tuple[ClaimView, ...]:
        """Claims by the day they are first told, newest first, undated ones last."""
        return tuple(sorted(self.sheet.claims, key=_newness, reverse=True))

    @cached_property
    def between(self) -> Mapping[str, tuple[DriftView, ...]]:
        """Differing wordings by the id of each article they stand in, each once."""
        found: dict[str, dict[tuple[str, str], DriftView]] = {}
        for view in self.views.values():
            for drift in view.drifts:
                ends = drift.before.assertion.id, drift.after.assertion.id
                for article in (drift.before.article.id, drift.after.article.id):
                    found.setdefault(article, {})[ends] = drift
        return {article: tuple(drifts.values()) for article, drifts in found.items()}

    @cached_property
    def copies(self) -> Mapping[str, tuple[Copy, ...]]:
        """Text taken over, by the id of each of its two articles."""
        found: dict[str, dict[tuple[str, str], Copy]] = {}
        for copy in (copy for claim in self.whole.claims for copy in claim.copies):
            for article in (copy.from_, copy.to):
                found.setdefault(article, {})[copy.from_, copy.to] = copy
        return {article: tuple(copies.values()) for article, copies in found.items()}

    @cached_property
    def told(self) -> Mapping[str, tuple[Told, ...]]:
        """What each source said or passed on, by `source_key`."""
        return told_by_source(self.views.values())

    @cached_property
    def drifts(self) -> tuple[Differing, ...]:
        """Where the wording changes on the way."""
        return differing(self.whole.extractions, self.whole.claims)

    @cached_property
    def over(self) -> Mapping[str, str]:
        """Id of the claim each assertion stands under."""
        return {one.id: claim.id for claim in self.whole.claims for one in claim.assertions}

    @cached_property
    def _assertions(self) -> Mapping[str, tuple[Assertion, Extraction]]:
        return {one.id: (one, item) for item in self.whole.extractions for one in item.assertions}

    @cached_property
    def _articles(self) -> Mapping[str, Extraction]:
        return {item.article.id: item for item in self.whole.extractions}

    @property
    def articles(self) -> tuple[Article, ...]:
        """Every article, oldest first, undated ones last."""
        return tuple(item.article for item in self.whole.extractions)

    @cached_property
    def article_ids(self) -> Mapping[str, int]:
        """Place of each article in the order of publication, by its id."""
        return {item.article.id: n for n, item in enumerate(self.whole.extractions)}

    @cached_property
    def facets(self) -> Facets:
        """What each claim can be narrowed down by."""
        return Facets(self.views.values())

    @cached_property
    def versions(self) -> Mapping[str, tuple[Article, ...]]:
        """Articles by their URL, where several were read of one, oldest first."""
        found: dict[str, list[Article]] = {}
        for article in self.articles:
            if article.url:
                found.setdefault(article.url, []).append(article)
        return {url: tuple(those) for url, those in found.items() if len(those) > 1}

    def beside(self, id_: str) -> tuple[str, ...]:
        """Return ids of the articles published around one."""
        at = self.article_ids[id_]
        return tuple(x.article.id for x in self.whole.extractions[max(at - _BESIDE, 0) : at + _BESIDE])

    def occurrence(self, id_: str) -> OccurrenceView:
        """Return an assertion that stands under a claim, ready to print."""
        view = self.views[self.over[id_]]
        return next(one for one in view.occurrences if one.assertion.id == id_)


def _newness(view: ClaimView) -> tuple[str, int]:
    return (view.earliest.said, -view.number)
