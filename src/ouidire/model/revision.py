"""Versions of a page: what became of what an older one said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ouidire.model.assertion import Drift

__all__ = ["Comparison", "Revision", "RevisionKind", "Version", "VersionState"]


class VersionState(StrEnum):
    """What became of an occurrence in newer versions of its page.

    ``CURRENT``: there is none, as far as publication dates tell. ``REPLACED``: a newer one tells the
    claim too. ``REMOVED``: the newer ones do not tell it, and do not say so. ``WITHDRAWN``: the publisher
    says that the page is withdrawn.
    """

    CURRENT = "current"
    REPLACED = "replaced"
    REMOVED = "removed"
    WITHDRAWN = "withdrawn"


class RevisionKind(StrEnum):
    """What became of a claim between two versions of a page."""

    REMOVED = "removed"
    ADDED = "added"
    ALTERED = "altered"
    SOFTENED = "softened"
    STRENGTHENED = "strengthened"
    RELABELLED = "relabelled"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One change between two versions of a page; never a retraction by itself.

    Attributes:
        before: Id of the older version's assertion; None for what is new.
        after: Id of the newer version's; None for what is gone.
        was: The words of `before`; `now` those of `after`.
        silent: Whether the newer version says of itself neither that it was corrected nor that it is withdrawn.
        drifts: In which respects the two differ, older to newer.

    """

    kind: RevisionKind
    before: str | None = None
    after: str | None = None
    was: str | None = None
    now: str | None = None
    silent: bool = True
    drifts: tuple[Drift, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a page.

    Attributes:
        article: Its id.
        published_at: ISO time; None where undated.
        captured_at: ISO time it was read; None where no bytes were had.
        withdrawn: Whether it says that the page is withdrawn.
        corrected: Whether it says that something in it was corrected.

    """

    article: str
    ref: str
    title: str
    published_at: str | None
    captured_at: str | None
    withdrawn: bool = False
    corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two neighbouring versions of a page, and what changed between them.

    Attributes:
        page: What names the page: its URL, or outlet and file.
        ordered_by: ``"published"``, or ``"captured"`` where publication does not tell which is older.
        revisions: In the order of the older text, then what is new.

    """

    page: str
    before: Version
    after: Version
    ordered_by: str
    revisions: tuple[Revision, ...] = ()
