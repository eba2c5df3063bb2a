"""One assertion as a row to draw: its words, its sentence cut into marked pieces, its chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ouidire.model import Article, Assertion, Extraction, Relay, SourceKind, Span, VersionState
from ouidire.presentation import words
from ouidire.presentation.messages import day_words, say
from ouidire.presentation.reasons import deciding

__all__ = [
    "Hop",
    "OccurrenceView",
    "Piece",
    "chain_text",
    "cut",
    "day",
    "occurrence",
    "outlet_name",
]

_OPENING = "«“\"‘'„("


@dataclass(frozen=True, slots=True)
class Hop:
    """One speaker in a chain, ready to print.

    Attributes:
        called: As quoted or named; empty where nobody is.
        known: What it is called elsewhere, where its own words do not tell.
        kind: What it is, where that is worth a note.
        role: origin, relay, or outlet for the publisher; `alone` where that speaks in its own voice.
        key: The same for every mention of one speaker, as far as that is known.
        language: Of its words; empty for a name of the publisher.

    """

    called: str
    role: str
    key: str
    known: str = ""
    kind: SourceKind | None = None
    language: str = ""
    alone: bool = False

    @property
    def words(self) -> str:
        """What it is called in a text: as quoted or named."""
        if self.called:
            return self.called
        return say("unnamed outlet") if self.role == "outlet" else say("nobody named")

    @property
    def note(self) -> str:
        """What to add in brackets; often nothing."""
        if self.alone:
            return say("own voice")
        kind = words.kind_word(self.kind) if self.kind else ""
        return ", ".join(part for part in (self._elsewhere, kind) if part)

    @property
    def name(self) -> str:
        """What to call it in a picture: its canonical name, else whom the words take up, else the words."""
        return self.known or self.words

    @property
    def _elsewhere(self) -> str:
        return self.known if self.known.casefold() not in self.called.casefold() else ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; `part` is claim, source, cue, marker, or empty for the rest."""

    words: str
    part: str


@dataclass(frozen=True, slots=True)
class OccurrenceView:
    """One assertion under a claim with its article and chain.

    Attributes:
        sentence: Pieces that together are the words of its sentence.
        echo: Id of the assertion it repeats; None where it repeats none.
        takes_up: Earlier words that its own stand for (*this information*); empty where they stand alone.
        said: ISO date on which it was said, as far as the text tells; else that of publication; else empty.
        dated: Whether the text tells.
        version: What became of it in newer versions of its page.

    """

    assertion: Assertion
    article: Article
    quote: str
    sentence: tuple[Piece, ...]
    hops: tuple[Hop, ...]
    echo: str | None
    takes_up: str
    said: str
    dated: bool
    version: VersionState = VersionState.CURRENT

    @property
    def context(self) -> str:
        """The quote, with an ellipsis on a side where its words break off in mid-sentence."""
        text, inner, outer = self.article.text, self.assertion.span, self.assertion.sentence
        before = text[outer.start : inner.start].rstrip()[-1:]
        after = text[inner.end : outer.end].lstrip()[:1]
        opens = "… " if before and before not in _OPENING and self.quote[:1].islower() else ""
        return f"{opens}{self.quote}{' …' if after.isalnum() else ''}"

    @property
    def when(self) -> str:
        """The day: of publication, or with *said* before it where the text tells on which it was said."""
        said = day_words(self.said)
        return say("said %(day)s", day=said) if self.dated else said or say("undated")

    @property
    def why(self) -> tuple[str, ...]:
        """The words that made its label what it is."""
        return deciding(self.assertion, self.article.text)

    @property
    def standing(self) -> str:
        """What became of it in newer versions of its page, in words; empty where it stands."""
        return words.VERSION[self.version]

    @property
    def where(self) -> str:
        """The outlet and the part of its article."""
        return f"{outlet_name(self.article)}, {words.PASSAGE[self.assertion.passage]}"

    @property
    def tone(self) -> str:
        """The colour class of its own label."""
        return words.LABEL_TONE[self.assertion.label] if self.assertion.label else "flat"

    @property
    def label(self) -> str:
        """Its own label, in words."""
        return words.LABEL[self.assertion.label] if self.assertion.label else ""


def occurrence(
    assertion: Assertion,
    extraction: Extraction,
    *,
    echo: str | None = None,
    said: str = "",
    version: VersionState = VersionState.CURRENT,
) -> OccurrenceView:
    """Lay out an assertion of `extraction`; `said` is the date it bears where that is not the publication's."""
    article = extraction.article
    attribution = assertion.attribution
    hops = [_hop(relay, article) for relay in attribution.chain] if attribution else []
    outlet = article.outlet or ""
    hops.append(Hop(outlet, "outlet", f"outlet:{outlet.casefold()}", alone=not hops))
    return OccurrenceView(
        assertion,
        article,
        assertion.span.of(article.text),
        _sentence(assertion, article.text),
        tuple(hops),
        echo,
        _takes_up(assertion, extraction),
        said or (article.published_at.date().isoformat() if article.published_at else ""),
        bool(said),
        version,
    )


def chain_text(hops: Sequence[Hop]) -> str:
    """Return a chain as one line, first speaker first."""
    return " → ".join(f"{h.words} ({h.note})" if h.note else h.words for h in hops)


def outlet_name(article: Article) -> str:
    """Return what to call the publisher of an article."""
    return article.outlet or say("unnamed outlet")


def day(article: Article, *, otherwise: str | None = None) -> str:
    """Return the day of publication, ISO or as the language that is read writes it; else `otherwise`."""
    if article.published_at is None:
        return say("undated") if otherwise is None else otherwise
    return day_words(article.published_at.date().isoformat())


def cut(text: str, whole: Span, parts: Iterable[tuple[Span, str]]) -> tuple[Piece, ...]:
    """Cut the words of `whole` along `parts`; where two overlap, the one given last wins."""
    names = [""] * len(whole)
    for span, name in parts:
        left, right = max(span.start, whole.start), min(span.end, whole.end)
        if left < right:
            names[left - whole.start : right - whole.start] = [name] * (right - left)
    pieces: list[Piece] = []
    start = 0
    for at in range(1, len(names) + 1):
        if at == len(names) or names[at] != names[start]:
            pieces.append(Piece(text[whole.start + start : whole.start + at], names[start]))
            start = at
    return tuple(pieces)


def _sentence(assertion: Assertion, text: str) -> tuple[Piece, ...]:
    parts = [(assertion.span, "claim")]
    if assertion.attribution:
        parts += [(span, "source") for relay in assertion.attribution.chain for span in relay.source.spans]
        parts += [(relay.cue.span, "cue") for relay in assertion.attribution.chain if relay.cue]
        parts.append((assertion.attribution.cue.span, "cue"))
        parts += [(assertion.span, "claim")] if _says_itself(assertion) else []
    parts += [(m.span, "marker") for c in assertion.commitments for m in c.markers if m.strength > 0]
    whole = Span(
        min(assertion.sentence.start, assertion.span.start), max(assertion.sentence.end, assertion.span.end)
    )
    return cut(text, whole, parts)


def _says_itself(assertion: Assertion) -> bool:
    """Whether the cue is the claim's own verb (a press conditional), so that marking it would hide the claim."""
    cue = assertion.attribution.cue.span if assertion.attribution else None
    return cue is not None and assertion.span.covers(cue)


def _takes_up(assertion: Assertion, extraction: Extraction) -> str:
    for back in extraction.back_references:
        if back.span == assertion.span and not back.ambiguous:
            meant = next((a for a in extraction.assertions if a.id in back.assertions), None)
            if meant and meant.span != assertion.span:
                return meant.span.of(extraction.article.text)
    return ""


def _hop(relay: Relay, article: Article) -> Hop:
    source = relay.source
    said = " … ".join(span.of(article.text) for span in source.spans) or source.name or ""
    known = source.name or (source.antecedent.of(article.text) if source.antecedent else "")
    key = (known or said).casefold() if known or source.spans else f"nobody:{article.id}"
    return Hop(
        said,
        relay.role.value,
        source.referent or key,
        known,
        source.kind if said else None,
        article.language if source.spans else "",
    )
