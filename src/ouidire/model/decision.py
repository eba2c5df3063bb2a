"""What people decide about a ledger: recorded, attributed, reversible, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ouidire.model.claim import Relation
from ouidire.model.span import Span

__all__ = ["Anchor", "Grade", "Judgement", "Reliability", "Ruling", "RulingKind", "Tombstone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where the words stand that a person judged; holds when another extractor cuts them otherwise.

    Attributes:
        article: Id of the article.
        span: Code points of its text.
        words: What stands there.

    """

    article: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's ruling on two assertions; recorded, reversible, attributed.

    Attributes:
        relation: "left RELATION right", as in `Link`.
        made_at: ISO time, UTC; of one person's judgements of a pair the newest holds.
        withdrawn: Whether it takes back what this person judged of the pair before.
        left_at: Where the words of `left` stand; None where nobody noted it.

    """

    left: str
    right: str
    relation: Relation
    judge: str
    made_at: str
    because: str = ""
    withdrawn: bool = False
    left_at: Anchor | None = None
    right_at: Anchor | None = None


class RulingKind(StrEnum):
    """What a ruling on two articles or two sources says."""

    NOT_A_COPY = "NOT_A_COPY"
    SAME_ORIGIN = "SAME_ORIGIN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A person's ruling that two articles are no copies, or that two sources are one origin.

    Attributes:
        left: Id of an article, or the referent of a source, else its name; as `right`.
        made_at: ISO time, UTC; of one person's rulings of a kind on a pair the newest holds.
        withdrawn: Whether it takes back what this person ruled before.

    """

    kind: RulingKind
    left: str
    right: str
    judge: str
    made_at: str
    because: str = ""
    withdrawn: bool = False


class Reliability(StrEnum):
    """The Admiralty letter of a source: typed by a person, never computed. F: cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """How reliable a person holds a source; the newest grade of a source holds, earlier ones are kept.

    Attributes:
        source: Its referent, else its name.
        made_at: ISO time, UTC.

    """

    source: str
    reliability: Reliability
    judge: str
    made_at: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left of an article that was erased: hashes, the reason, and who asked.

    Attributes:
        article: Its id.
        captures: Digests of the originals that were removed.
        rows: Table, id and digest of each row of evidence that was emptied or removed.
        made_at: ISO time, UTC.

    """

    article: str
    captures: tuple[str, ...]
    rows: tuple[str, ...]
    because: str
    asked_by: str
    made_at: str
