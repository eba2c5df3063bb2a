"""Who says so, and how it reached the page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ouidire.model.span import Span

__all__ = ["Act", "Attribution", "AttributionRecord", "Cue", "HopRole", "Relay", "Source", "SourceKind"]


class Act(StrEnum):
    """The speech act a cue carries (closed set of the interface contract)."""

    SAY = "say"
    ANNOUNCE = "announce"
    DISCLOSE = "disclose"
    REPORT = "report"
    RELAY = "relay"
    MENTION = "mention"
    CLAIM = "claim"
    INSIST = "insist"
    CONFIRM = "confirm"
    CORROBORATE = "corroborate"
    VERIFY = "verify"
    ADMIT = "admit"
    CLAIM_RESPONSIBILITY = "claim_responsibility"
    DENY = "deny"
    RETRACT = "retract"
    DOUBT = "doubt"
    SUSPECT = "suspect"
    ACCUSE = "accuse"
    WARN = "warn"
    ESTIMATE = "estimate"
    THINK = "think"
    KNOW = "know"
    WITNESS = "witness"
    SHOW = "show"
    PREDICT = "predict"
    PROMISE = "promise"
    THREATEN = "threaten"
    ORDER = "order"
    REQUEST = "request"
    STIPULATE = "stipulate"
    ASSESS = "assess"
    FEAR = "fear"
    HOPE = "hope"
    HINT = "hint"
    HEARSAY = "hearsay"
    UNKNOWN = "unknown"
    DECLINE = "decline"
    ATTITUDE = "attitude"


class SourceKind(StrEnum):
    """What sort of speaker a source is."""

    PERSON = "person"
    ROLE = "role"
    ORGANISATION = "organisation"
    STATE = "state"
    MEDIA_OUTLET = "media_outlet"
    WIRE_AGENCY = "wire_agency"
    DOCUMENT = "document"
    DOCUMENT_TREATY = "document_treaty"
    EXPERT_COLLECTIVE = "expert_collective"
    MEDIA_COLLECTIVE = "media_collective"
    ROLE_COLLECTIVE = "role_collective"
    EYEWITNESS = "eyewitness"
    SOCIAL_MEDIA = "social_media"
    ANONYMOUS = "anonymous"
    UNSPECIFIED_REPORTS = "unspecified_reports"
    IMPLICIT = "implicit"
    AUTHOR = "author"


class HopRole(StrEnum):
    """Whether a hop is the first speaker the text gives, or passed it on."""

    ORIGIN = "origin"
    RELAY = "relay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whom a content is attributed to (PARC 3: *source*).

    Attributes:
        anonymity: 0 named, 1 unique office, 2 non-unique role, 3 collective, 4 anonymous but
            described, 5 unidentifiable.
        name: The canonical name where the text or a table gives one.
        referent: Identifier of the thing meant; None until resolved or where resolution abstained.
        spans: Empty for an implicit source.
        antecedent: Earlier words this one takes up (*ils*, *le ministre*); None where it stands alone.

    """

    kind: SourceKind
    anonymity: int
    name: str | None = None
    referent: str | None = None
    spans: tuple[Span, ...] = ()
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words (or the verb ending) that mark an attribution; whole verb group (PARC 3: *cue*).

    Attributes:
        polarity: ``"+"``, or ``"-"`` where the cue itself is negated.
        modality: None, or the lemma-like word that modifies it (*could*, *refuser de*).

    """

    span: Span
    lemma: str
    act: Act
    polarity: str = "+"
    modality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """One hop: `source` as passed on under `cue` (PROV: ``wasQuotedFrom``)."""

    role: HopRole
    source: Source
    cue: Cue | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A content, its cue, and the chain it came through (PARC 3 attribution relation).

    Attributes:
        content: One or more spans, complementiser included (PolNeAR).
        chain: Who spoke first comes first; the publisher is implied last and never listed.

    """

    cue: Cue
    content: tuple[Span, ...]
    chain: tuple[Relay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionRecord:
    """One source-cue-content relation of an article, attitudes included, for interchange.

    Attributes:
        parent: `id` of the relation this one is nested in; None for the outermost.
        assertions: Ids of the assertions its content makes; empty for attitudes.

    """

    id: str
    parent: str | None
    act: Act
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    assertions: tuple[str, ...] = ()
