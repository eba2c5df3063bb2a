"""What a person reads: claims, and the articles their words stand in."""

from __future__ import annotations

from dataclasses import dataclass

from ouidire.model.article import Issue
from ouidire.model.assertion import Extraction
from ouidire.model.claim import Claim

__all__ = ["Dossier"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Claims about one course of events, with the articles in which their words stand.

    Attributes:
        as_of: ISO date of the newest dated article; empty where all are undated.
        claims: In reading order.
        extractions: The articles, by date then id.
        issues: What could not be read, and warnings.
        world: Name of the world file used; empty without one.
    """

    title: str
    as_of: str = ""
    claims: tuple[Claim, ...] = ()
    extractions: tuple[Extraction, ...] = ()
    issues: tuple[Issue, ...] = ()
    world: str = ""
