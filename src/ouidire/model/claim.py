"""What the ledger makes of many assertions: claims, links, origins, status."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ouidire.model.assertion import Drift
from ouidire.model.certainty import Label
from ouidire.model.revision import VersionState
from ouidire.model.span import Span

__all__ = [
    "AlignedPair",
    "Claim",
    "ClaimRelation",
    "Contest",
    "Copy",
    "CopyKind",
    "Evidence",
    "Link",
    "Occurrence",
    "OriginCount",
    "Relation",
    "Status",
    "StatusChange",
    "Support",
]


class Relation(StrEnum):
    """How the proposition of one assertion stands to that of another."""

    SAME = "SAME"
    ENTAILS = "ENTAILS"
    ENTAILED_BY = "ENTAILED_BY"
    CONTRADICTS = "CONTRADICTS"
    UPDATES = "UPDATES"
    UPDATED_BY = "UPDATED_BY"
    FILLS_GAP = "FILLS_GAP"
    RELATED = "RELATED"
    UNRELATED = "UNRELATED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A judged pair of assertions, `left` < `right`; "left RELATION right" for ENTAILS and
    FILLS_GAP's "right fills left's gap", UPDATES "right updates left".

    Attributes:
        rows: Rows of the decision table that fired, the deciding one last.
        why: One sentence.
        judge: ``"table/1"`` or a person's name.

    """

    left: str
    right: str
    relation: Relation
    rows: tuple[int, ...]
    why: str = ""
    judge: str = "table/1"


class CopyKind(StrEnum):
    """How a text was taken over."""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedPair:
    """Two stretches that say the same, one in each of two articles."""

    from_: Span
    to: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One article took text from another; ids of articles, the older first.

    Attributes:
        ordered: False where publication dates do not tell which is the older; the ids then stand
            in their own order.

    """

    from_: str
    to: str
    declared: bool
    kind: CopyKind
    evidence: tuple[AlignedPair, ...] = ()
    ordered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginCount:
    """Between how many and how many independent origins; never a single number.

    Attributes:
        roots: Names of the origins, sorted.

    """

    lo: int
    hi: int
    roots: tuple[str, ...] = ()


class Support(StrEnum):
    """How far a claim is supported, lowest first."""

    NONE = "none"
    VAGUE = "vague"
    ATTRIBUTED = "attributed"
    CONFIRMED_BY_PARTY = "confirmed_by_party"
    CORROBORATED = "corroborated"
    ADMITTED = "admitted"
    CONFIRMED_ACROSS_SIDES = "confirmed_across_sides"


class Contest(StrEnum):
    """How far a claim is contested."""

    NONE = "none"
    DISPUTED = "disputed"
    DENIED_BY_ACCUSED = "denied_by_accused"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Support axis times contest axis. Not a truth value."""

    support: Support
    contest: Contest


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """One step of a claim's status.

    Attributes:
        date: ISO date the evidence bears; empty where it is undated.
        rule: Number of the status rule (R1 to R15).
        assertion: Id of the assertion that brought it.

    """

    date: str
    support: Support
    contest: Contest
    rule: int
    assertion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One assertion as it stands under a claim.

    Attributes:
        article: Id of the article.
        echo_of: Id of the assertion it repeats; None where it is not an echo.
        version: What became of it in newer versions of its page; only `CURRENT` ones and what was removed
            in silence count.

    """

    id: str
    article: str
    ref: str
    quote: str
    label: Label
    echo_of: str | None = None
    version: VersionState = VersionState.CURRENT


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRelation:
    """How one claim stands to another ("this RELATION that"), with the rows that fired."""

    claim: str
    relation: Relation
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a derived value is what it is.

    Attributes:
        of: What it explains: ``"origins"``, ``"status"``, ``"link"``, ``"echo"``, ``"label"``.
        rule: Id of the rule with its version, e.g. ``"R3/1"``.
        says: One sentence a person can read.
        rests_on: Ids of assertions or articles.

    """

    of: str
    rule: str
    says: str
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The same proposition across assertions, with all that was derived from them.

    Attributes:
        id: ``"c:"`` and a hash over the sorted ids of its assertions.
        gloss: The words of its clearest assertion.
        label: Label of its strongest identified occurrence.
        as_of: ISO date of its newest dated assertion; empty where all are undated.
        channels: Size of the minimum vertex cut between origins and the reader.
        sides: How many sides its origins belong to; origins without a known side count none.

    """

    id: str
    gloss: str
    label: Label
    family: str
    as_of: str
    origins: OriginCount
    channels: int
    sides: int
    bottleneck: tuple[str, ...] = ()
    circular: tuple[tuple[str, ...], ...] = ()
    status: Status
    timeline: tuple[StatusChange, ...] = ()
    assertions: tuple[Occurrence, ...] = ()
    relations: tuple[ClaimRelation, ...] = ()
    drifts: tuple[Drift, ...] = ()
    copies: tuple[Copy, ...] = ()
    evidence: tuple[Evidence, ...] = ()
