"""Claims as rows to draw: pure look-ups over claims and extractions, no decisions of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ouidire.model import Assertion, Claim, Contest, Dossier, Drift, Extraction, Label, Relation, Support
from ouidire.presentation import words
from ouidire.presentation.differences import DriftView, drift_views
from ouidire.presentation.messages import say
from ouidire.presentation.occurrences import OccurrenceView, occurrence, outlet_name

__all__ = ["ClaimView", "SpeechView", "claim_views"]

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
"""A TIMEX3 value that is a year, a month or a day."""


@dataclass(frozen=True, slots=True)
class SpeechView:
    """A statement about who said, denied or confirmed a claim, with the words for when and where."""

    item: OccurrenceView
    when: str
    place: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with everything a reader needs beside it.

    Attributes:
        drifts: Those to or from its words, or the words that say who said it.
        relations: Other claims it is tied to, by kind of relation, in a fixed order.
        speech: Who said it, where the text makes that a statement of its own.

    """

    claim: Claim
    number: int
    occurrences: tuple[OccurrenceView, ...]
    drifts: tuple[DriftView, ...]
    relations: tuple[tuple[Relation, Claim], ...]
    speech: tuple[SpeechView, ...]

    @property
    def best(self) -> OccurrenceView:
        """The occurrence that stands for the claim: in words of its own, and no echo, where there is such a
        one; of those the one whose words are the gloss.
        """
        return min(
            self.occurrences,
            key=lambda o: (bool(o.takes_up), o.echo is not None, o.quote != self.claim.gloss),
        )

    @property
    def label(self) -> str:
        """The label in words."""
        return words.LABEL[self.claim.label]

    @property
    def tone(self) -> str:
        """The colour class of the label."""
        return words.LABEL_TONE[self.claim.label]

    @property
    def origins(self) -> str:
        """Origins as an interval."""
        return f"[{self.claim.origins.lo}, {self.claim.origins.hi}]"

    @property
    def contested(self) -> bool:
        """Whether its contest axis is anything but none."""
        return self.claim.status.contest is not Contest.NONE

    @property
    def supported(self) -> bool:
        """Whether more than an attribution stands behind it."""
        return self.claim.status.support not in {Support.NONE, Support.VAGUE, Support.ATTRIBUTED}

    @property
    def own_voice(self) -> bool:
        """Whether outlets alone say it, in their own voice."""
        return all(o.assertion.attribution is None for o in self.occurrences)

    @property
    def status(self) -> str:
        """Status in words, both axes; for a rule or a gap what that is."""
        if self.claim.label is Label.NORMATIVE:
            return say("a rule, not an event")
        if self.claim.label is Label.UNDISCLOSED:
            return say("a gap the text names")
        return words.status(self.claim.status, own_voice=self.own_voice)

    @property
    def verdict(self) -> str:
        """One sentence: support, contest, origins, sides, bottleneck. Words of the rules, no judgement."""
        claim = self.claim
        if claim.label is Label.NORMATIVE:
            return say("A rule, not an event: it says what is to be done, not that it was.")
        if claim.label is Label.UNDISCLOSED:
            return say("An explicit gap: the text says that this is not known or not disclosed.")
        parts = [self.status[:1].upper() + self.status[1:], words.origins(claim)]
        if claim.bottleneck and len(self.occurrences[0].hops) + len(self.occurrences) > 2:
            parts.append(say("every route runs through %(names)s", names=", ".join(claim.bottleneck)))
        return say("; ").join(p for p in parts if p) + "."

    @property
    def told_apart(self) -> tuple[SpeechView, ...]:
        """The statements of `speech` that stand in other sentences than the claim's own words."""
        own = {(o.article.id, o.assertion.sentence) for o in self.occurrences}
        return tuple(s for s in self.speech if (s.item.article.id, s.item.assertion.sentence) not in own)

    @property
    def earliest(self) -> OccurrenceView:
        """The occurrence that was told first, undated ones last."""
        return min(self.occurrences, key=lambda o: (o.said or "9999", o.article.id, o.assertion.span.start))

    @property
    def first(self) -> tuple[str, str, int]:
        """Where it is first told: a key to sort by."""
        item = self.earliest
        return (item.said or "9999", item.article.id, item.assertion.span.start)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who publishes it, sorted."""
        return tuple(sorted({outlet_name(o.article) for o in self.occurrences}))


def claim_views(dossier: Dossier) -> tuple[ClaimView, ...]:
    """Join claims with the words they rest on, in the order of the dossier.

    Occurrences whose extraction is not in the dossier are left out; a claim with none is dropped.
    """
    where = {a.id: (a, x) for x in dossier.extractions for a in x.assertions}
    known = {id_: occurrence(a, x) for id_, (a, x) in where.items()}
    spoken = _speeches(where, known)
    drifts = _by_end(drift_views(_drifts(dossier), known))
    claims = {c.id: c for c in dossier.claims}
    views: list[ClaimView] = []
    for claim in dossier.claims:
        rows = tuple(
            occurrence(*where[o.id], echo=o.echo_of, said=_said(o.id, spoken), version=o.version)
            for o in claim.assertions
            if o.id in where
        )
        if rows:
            told = {s.item.assertion.id: s for row in rows for s in spoken.get(row.assertion.id, ())}
            speech = tuple(told.values())
            ends = (*(row.assertion.id for row in rows), *told)
            mine = tuple({id(d): d for end in ends for d in drifts.get(end, ())}.values())
            relations = tuple((r.relation, claims[r.claim]) for r in claim.relations if r.claim in claims)
            views.append(ClaimView(claim, len(views) + 1, rows, mine, relations, speech))
    return tuple(views)


def _said(id_: str, spoken: Mapping[str, list[SpeechView]]) -> str:
    """Return the date an assertion bears by the statement that says who said it; empty without one."""
    return next((s.when for s in spoken.get(id_, ()) if s.when), "")


def _speeches(
    where: Mapping[str, tuple[Assertion, Extraction]], known: Mapping[str, OccurrenceView]
) -> dict[str, list[SpeechView]]:
    """Return, by assertion, the statements that say who said it."""
    found: dict[str, list[SpeechView]] = {}
    for one, item in where.values():
        if one.proposition.family == "speech":
            place = one.proposition.place
            where_said = place.span.of(item.article.text) if place else ""
            for id_ in one.refers_to:
                content = where[id_][0] if id_ in where else None
                view = SpeechView(known[one.id], _when(one, content), where_said)
                found.setdefault(id_, []).append(view)
    return found


def _when(speech: Assertion, content: Assertion | None) -> str:
    """Return the date of a speech event, unless it belongs to the words of its content or its speaker."""
    time = speech.proposition.time
    if time is None or not _DATE.fullmatch(time.value):
        return ""
    inside = [content.span] if content else []
    if content and content.attribution:
        inside += [span for hop in content.attribution.chain for span in hop.source.spans]
    return "" if any(span.covers(time.span) for span in inside) else time.value


def _by_end(drifts: tuple[DriftView, ...]) -> dict[str, list[DriftView]]:
    """Return drifts by the assertions at both of their ends."""
    found: dict[str, list[DriftView]] = {}
    for drift in drifts:
        for end in (drift.before.assertion.id, drift.after.assertion.id):
            found.setdefault(end, []).append(drift)
    return found


def _drifts(dossier: Dossier) -> Iterator[Drift]:
    for claim in dossier.claims:
        yield from claim.drifts
    for item in dossier.extractions:
        yield from item.drifts
