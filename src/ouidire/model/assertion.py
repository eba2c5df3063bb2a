"""One occurrence of a claim, and all that is found in one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ouidire.model.article import Article, Credit, Issue, Passage, PassageRole
from ouidire.model.attribution import Act, Attribution, AttributionRecord
from ouidire.model.certainty import Commitment, ConditionalKind, Label, Stance
from ouidire.model.proposition import Proposition, TimeExpression, Toponym
from ouidire.model.span import Span

__all__ = ["Assertion", "BackReference", "Direction", "Drift", "Extraction"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One occurrence: here, by them, through those, with that commitment. An immutable row.

    Attributes:
        id: ``"a:"`` and a content hash; depends on article, spans and cue, never on resolution.
        span: The words that make the assertion.
        label: None until the label table has been applied; never None in a ledger.
        label_rule: Row of the label table (1 to 14); 0 until applied.
        attribution: None for words the author says in their own voice.
        refers_to: Ids of assertions this one is about (a speech event and its content, a denial
            and what it denies).

    """

    id: str
    span: Span
    passage: PassageRole
    sentence: Span
    label: Label | None = None
    label_rule: int = 0
    act: Act = Act.SAY
    stance: Stance = Stance.SUPPORT
    attribution: Attribution | None = None
    commitments: tuple[Commitment, ...] = ()
    conditional: ConditionalKind | None = None
    proposition: Proposition
    refers_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BackReference:
    """Words that stand for a claim made earlier (*cette information*, *the denial*)."""

    span: Span
    assertions: tuple[str, ...] = ()
    ambiguous: bool = False


class Direction(StrEnum):
    """Which side of a drift is the stronger."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """The same claim with a different certainty, authority, number or scope.

    Attributes:
        from_: Inside an article the body; along a chain nearer the origin; in time the earlier.
        dimension: hedge_dropped, source_dropped, chain_shortened, act_upgraded,
            authority_swapped, number_sharpened, number_altered, bound_dropped,
            modality_upgraded, time_dropped, scope_broadened, detail_changed,
            presupposition_upgrade, loaded_term.
        direction: `STRONGER` means `to` is stronger than `from_`.
        words: Spans of `to`'s article that differ.

    """

    from_: str
    to: str
    dimension: str
    direction: Direction
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that was found in one article; `times` are its time expressions, whether a claim uses them or not."""

    article: Article
    passages: tuple[Passage, ...]
    assertions: tuple[Assertion, ...]
    attributions: tuple[AttributionRecord, ...] = ()
    back_references: tuple[BackReference, ...] = ()
    drifts: tuple[Drift, ...] = ()
    credits: tuple[Credit, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Toponym, ...] = ()
    issues: tuple[Issue, ...] = ()
