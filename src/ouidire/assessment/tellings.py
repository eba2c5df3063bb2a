"""One claim as told: an assertion with its article, its day, and the chain it came through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ouidire.assessment.nodes import Node, publisher, source_node
from ouidire.assessment.staff import is_own_staff
from ouidire.assessment.strength import counts_as_support
from ouidire.gazetteer import World
from ouidire.model import (
    Act,
    Article,
    Assertion,
    Copy,
    Extraction,
    HopRole,
    Label,
    MarkerClass,
    PassageRole,
    Source,
    Span,
    Stance,
)

__all__ = ["LAST", "Telling", "tellings"]

# Undated tellings come after all dated ones: they are never first.
LAST = "9999-99-99"
# Aligned sentences from which on an article is a copy with all that it says of sources.
THICK = 3
_TITLES = frozenset({PassageRole.HEADLINE, PassageRole.TAKEAWAY, PassageRole.SUBHEAD, PassageRole.CAPTION})


@dataclass(frozen=True, slots=True)
class Telling:
    """An occurrence of a claim.

    Attributes:
        date: ISO date of the act of speech where the text gives one, else of publication; empty
            where neither is known.
        chain: Who it came through, origin first; empty for the author's own voice.
        credits: Outlets the whole article says it draws on.
        copied_from: Articles whose text the sentence was taken from.
        adds_source: Whether it names a source beside little copied text: one that the original,
            which shares a sentence or two, need not have.
        newer: Articles that are newer versions of its page.
        withdrawn_by: The telling of a newer version by which the publisher withdraws the page; None where there is
            none.
        is_own_report: Whether the outlet says that its own people saw it.

    """

    assertion: Assertion
    article: Article
    date: str
    home: Node
    chain: tuple[Node, ...]
    credits: tuple[Node, ...] = ()
    copied_from: tuple[str, ...] = ()
    is_own_report: bool = False
    adds_source: bool = False
    newer: tuple[str, ...] = ()
    withdrawn_by: Telling | None = None

    @property
    def id(self) -> str:
        """Id of the assertion."""
        return self.assertion.id

    @property
    def order(self) -> tuple[str, str]:
        """Sort key: by date, undated last; the story before its titles, then by id."""
        return self.date or LAST, f"{int(self.in_title)}{self.id}"

    @property
    def published(self) -> str:
        """ISO date of the article; empty where it is undated."""
        at = self.article.published_at
        return "" if at is None else at.date().isoformat()

    @property
    def label(self) -> Label:
        """Label of the assertion; the weakest one where none was given."""
        return self.assertion.label or Label.NON_ASSERTED

    @property
    def supports(self) -> bool:
        """Whether it says that the claim is so, or that somebody holds it to be so.

        What somebody said and the outlet could not check has been said all the same.
        """
        if self.assertion.stance is not Stance.SUPPORT:
            return False
        unchecked = self.label is Label.UNVERIFIED and bool(self.chain) and self.act is not Act.VERIFY
        return unchecked or counts_as_support(self.label)

    @property
    def retracts(self) -> bool:
        """Whether it takes the claim back."""
        return self.label is Label.RETRACTED

    @property
    def corrects(self) -> bool:
        """Whether the publisher takes back its own words, whoever they were from."""
        marks = {m.class_ for c in self.assertion.commitments if c.holder == "author" for m in c.markers}
        own = not self.chain or MarkerClass.CORRECTION in marks or self.act is not Act.RETRACT
        return self.retracts and own

    @property
    def denies(self) -> bool:
        """Whether somebody says by it that the claim is not so."""
        return self.assertion.stance is Stance.CONTEST and not self.retracts

    @property
    def act(self) -> Act:
        """The act of its cue where the cue is affirmed and unmodified, else plain saying."""
        attribution = self.assertion.attribution
        if attribution is None or attribution.cue.polarity == "-" or attribution.cue.modality is not None:
            return Act.SAY
        return attribution.cue.act

    @property
    def speaker(self) -> Source | None:
        """The first speaker the text gives."""
        attribution = self.assertion.attribution
        if attribution is None:
            return None
        return next((h.source for h in attribution.chain if h.role is HopRole.ORIGIN), None)

    @property
    def in_title(self) -> bool:
        """Whether it stands in a headline or the like rather than in the story."""
        return self.assertion.passage in _TITLES


def tellings(items: Sequence[Extraction], copies: Iterable[Copy], world: World) -> dict[str, Telling]:
    """Return every assertion outside boilerplate as a telling, by id, in the order of ids."""
    taken: dict[str, list[Copy]] = {}
    for copy in copies:
        taken.setdefault(copy.to, []).append(copy)
    made: dict[str, Telling] = {}
    for item in items:
        dates = _speech_dates(item)
        outlets = tuple(_credit_nodes(item, world))
        for one in item.assertions:
            if one.passage is not PassageRole.BOILERPLATE:
                sources = _copied_from(one, taken.get(item.article.id, ()))
                thin = all(
                    len(c.evidence) < THICK for c in taken.get(item.article.id, ()) if c.from_ in sources
                )
                made[one.id] = _telling(one, item.article, world, (dates, outlets, sources, thin))
    return {key: made[key] for key in sorted(made)}


def _telling(
    one: Assertion,
    article: Article,
    world: World,
    rest: tuple[Mapping[str, str], tuple[Node, ...], tuple[str, ...], bool],
) -> Telling:
    dates, outlets, sources, thin = rest
    home = publisher(article, world)
    hops = one.attribution.chain if one.attribution is not None else ()
    nodes = [source_node(hop.source, article, world) for hop in hops]
    chain = tuple(n for n in nodes if n.key != home.key)
    own = bool(hops) and is_own_staff(hops[0].source, article.text, article.language)
    published = article.published_at.date().isoformat() if article.published_at is not None else ""
    return Telling(
        assertion=one,
        article=article,
        date=dates.get(one.id, published),
        home=home,
        chain=chain,
        credits=tuple(n for n in outlets if n.key != home.key),
        copied_from=sources,
        is_own_report=own,
        adds_source=thin and bool(chain),
    )


def _speech_dates(item: Extraction) -> dict[str, str]:
    """Days on which contents were said, from the speech events around them; not from a date inside
    the content (*his statement of 14 March*) or beside the speaker (*who had denied it on Saturday*).
    """
    out: dict[str, str] = {}
    known = {one.id: one for one in item.assertions}
    for one in sorted(item.assertions, key=lambda a: a.id):
        time = one.proposition.time
        if one.proposition.family == "speech" and time is not None and time.begin is not None:
            for about in one.refers_to:
                if about not in known or not any(
                    s.covers(time.span) for s in _said_or_speaking(known[about])
                ):
                    out.setdefault(about, time.begin[:10])
    return out


def _said_or_speaking(one: Assertion) -> Iterable[Span]:
    hops = one.attribution.chain if one.attribution is not None else ()
    return (one.span, *(span for hop in hops for span in hop.source.spans))


def _credit_nodes(item: Extraction, world: World) -> Iterable[Node]:
    for name in sorted({credit.name for credit in item.credits}):
        source = Article(id="", ref=name, language=item.article.language, text="", outlet=name)
        yield publisher(source, world)


def _copied_from(one: Assertion, copies: Iterable[Copy]) -> tuple[str, ...]:
    """Articles from which the assertion's sentence was taken."""
    found = {
        copy.from_
        for copy in copies
        for pair in copy.evidence
        if pair.to.start < one.span.end and one.span.start < pair.to.end
    }
    return tuple(sorted(found))
