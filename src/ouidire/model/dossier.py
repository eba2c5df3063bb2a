"""What a person reads: claims about one course of events, and the articles they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from ouidire.model.article import Issue
from ouidire.model.assertion import Extraction
from ouidire.model.claim import Claim, Link

__all__ = ["Dossier"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Claims about one course of events, with the articles in which their words stand.

    A rendering needs nothing else.

    Attributes:
        title: What was asked for, or the name of the ledger.
        as_of: ISO date of the newest dated article; empty where all are undated.
        claims: In reading order (`Claim.id` breaks ties); plain speech events come last.
        extractions: The articles the claims rest on, oldest first, undated ones last.
        links: The judged pairs between assertions of `claims`.
        issues: What went wrong with documents of the ledger; `Issue.where` names each.
        world: Names of the world files that were in force, joined by commas; empty without one.

    """

    title: str
    as_of: str = ""
    claims: tuple[Claim, ...] = ()
    extractions: tuple[Extraction, ...] = ()
    links: tuple[Link, ...] = ()
    issues: tuple[Issue, ...] = ()
    world: str = ""

    def extraction(self, article: str) -> Extraction:
        """Return the extraction of the article with this id.

        Raises:
            KeyError: The dossier does not rest on it.

        """
        for item in self.extractions:
            if item.article.id == article:
                return item
        raise KeyError(article)
