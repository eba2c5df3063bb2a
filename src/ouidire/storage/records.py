"""What goes into a ledger and comes out of it, as values."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from ouidire.codec import canonical
from ouidire.model import Article, Capture, Claim, Copy, Extraction, Issue, Link

__all__ = ["Derived", "Document", "Facet", "Shown", "StoredDocument", "Told", "World"]


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
class Told:
    """An article as the derived state knows it.

    Attributes:
        day: Proleptic ordinal of its publication; None where undated.
        page: What it is a version of; None where that is not known.
        strong: Numbers of which one in common makes two articles worth linking.
        weak: Numbers of which a few must be shared, by articles in two languages.

    """

    item: Extraction
    document: str = ""
    day: int | None = None
    page: str | None = None
    strong: frozenset[int] = frozenset()
    weak: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A claim as the derived state keeps it.

    Attributes:
        place: A text that sorts claims in reading order.
        ages: ISO date after which it must be made again though nothing it rests on moved; else empty.
        names: The names and places it can be searched by.
        facets: Values it can be found by.

    """

    claim: Claim
    place: str
    ages: str = ""
    names: str = ""
    facets: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What was made of the evidence, or of the part of it that was touched.

    Attributes:
        articles: Those that are new or were read again; their links and copies are all in `links` and `copies`.
        claims: All that rest on `around`.
        around: Ids of the articles whose claims were made anew; the earlier ones of these are thrown away.
        fingerprint: Of the evidence the whole now rests on.
        state: Further values to remember, by name.

    """

    articles: tuple[Told, ...]
    claims: tuple[Shown, ...]
    links: tuple[Link, ...]
    copies: tuple[Copy, ...]
    around: frozenset[str] = frozenset()
    fingerprint: str = ""
    state: tuple[tuple[str, str], ...] = ()
