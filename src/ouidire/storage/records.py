"""What goes into a ledger and comes out of it, as values."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from ouidire.codec import canonical
from ouidire.model import Article, Capture, Claim, Copy, Extraction, Issue, Link

__all__ = ["Derived", "Document", "Facet", "StoredDocument", "World"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document as it was met, read or not.

    Attributes:
        outcome: ok, partial, failed or refused.
        capture: None where no bytes were had.
        article: None where nothing was read.

    """

    place: str
    outcome: str
    capture: Capture | None = None
    article: Article | None = None
    issues: tuple[Issue, ...] = ()

    @property
    def id(self) -> str:
        """The same bytes from the same place, read as the same article, are one document.

        A document that gave no article is told apart by what went wrong with it.
        """
        identity = {
            "capture": self.capture.sha256 if self.capture else "",
            "place": self.place,
            "article": self.article,
            "outcome": self.outcome,
            "issues": () if self.article else sorted({issue.code for issue in self.issues}),
        }
        return f"d:{hashlib.sha256(canonical(identity)).hexdigest()[:24]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A document as the ledger has it; `captured_at` is an ISO time, None where no bytes were had."""

    id: str
    place: str
    outcome: str
    article: Article | None
    issues: tuple[Issue, ...]
    captured_at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A world file as it was loaded; of one name the newest is in force."""

    name: str
    sha256: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A value a claim can be found by: `kind` is actor, place, language, day or outlet."""

    claim: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Everything that was made of the evidence; replaced as a whole.

    Attributes:
        claims: In reading order.
        names: For each claim, in the same order, the names and places it can be searched by.
        fingerprint: Of the evidence it was made of.

    """

    claims: tuple[Claim, ...]
    names: tuple[str, ...]
    facets: tuple[Facet, ...]
    links: tuple[Link, ...]
    copies: tuple[Copy, ...]
    articles: tuple[Extraction, ...]
    fingerprint: str
