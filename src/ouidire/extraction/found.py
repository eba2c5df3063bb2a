"""What the parts of extraction hand each other: relations found, and clauses that become assertions."""

from __future__ import annotations

from dataclasses import dataclass

from ouidire.model import (
    Act,
    Assertion,
    AttributionRecord,
    HopRole,
    Passage,
    SourceKind,
    Span,
    TimeExpression,
    Toponym,
)

__all__ = ["Found", "FoundHop", "FoundRelation", "Unit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundHop:
    """One speaker in a chain, as found.

    Attributes:
        spans: Empty for an implicit source.
        head: Token index of the source's head; None where there is none.
        cue: Words that tie this hop to the next (*cités par*), None where the relation's cue does.
        cue_lemma: Lemma of the verb in those words (*citer*).
    """

    role: HopRole
    kind: SourceKind
    anonymity: int
    spans: tuple[Span, ...] = ()
    head: int | None = None
    cue: Span | None = None
    cue_act: Act | None = None
    cue_lemma: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRelation:
    """A source-cue-content relation with its chain.

    Attributes:
        cue: The whole verb group or frame (PolNeAR).
        cue_head: Token index of the verb, noun or preposition that is the cue.
        construction: clausal, frame, inverted, quote, nominal, infinitive, participle, colon,
            passive, impersonal, morphological, adjectival, support (a verb with a noun of saying);
            naming: hearsay by the words around a phrase (*an alleged theft*), which is no relation to
            show by itself.
        polarity: ``"-"`` where the cue is negated.
        modality: Word that modifies the cue (*could*, *refuse*), None otherwise.
        chain: Origin first, then relays; never empty (implicit source: one hop without spans).
        parent: Index, in the tuple of relations, of the relation this one is nested in.
        entry: Id of the lexicon entry that fired.
        quoted: Whether (part of) the content stands in quotation marks.
        presupposes: Whether the cue needs an earlier claim (*confirm*, *deny*).
        author: How far the author leans, from the entry: -2 antifactive … +2 factive.
    """

    cue: Span
    cue_head: int
    lemma: str
    act: Act
    content: tuple[Span, ...]
    chain: tuple[FoundHop, ...]
    construction: str
    polarity: str = "+"
    modality: str | None = None
    parent: int | None = None
    entry: str = ""
    quoted: bool = False
    presupposes: bool = False
    author: int = 0

    @property
    def spans(self) -> tuple[Span, ...]:
        """All its words: cue, content, and the speakers with the words that tie them."""
        speakers = (span for hop in self.chain for span in hop.spans)
        ties = (hop.cue for hop in self.chain if hop.cue is not None)
        return (self.cue, *self.content, *speakers, *ties)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A clause or noun phrase that becomes an assertion.

    Attributes:
        head: Token index of its predicate (verb, predicate noun or adjective, or event noun).
        tokens: Token indices that belong to it, in text order.
        span: From its first token to its last (final punctuation left out).
        passage: The passage it stands in.
        relation: Index of the innermost relation it is content of; None for the author's voice.
        nominal: Whether it is a noun phrase rather than a clause.
        speech: Index of the relation whose speech event this unit is; None otherwise.
    """

    head: int
    tokens: tuple[int, ...]
    span: Span
    passage: Passage
    relation: int | None = None
    nominal: bool = False
    speech: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What extraction finds in one article: its claims, every relation behind them, every time, every place name."""

    assertions: tuple[Assertion, ...] = ()
    attributions: tuple[AttributionRecord, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Toponym, ...] = ()
