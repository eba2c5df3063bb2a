"""What units are cut from, and the questions the cutting asks of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ouidire.extraction.clauses import Clause, Clauses
from ouidire.extraction.found import FoundRelation, Unit
from ouidire.extraction.spans import covers_token, tokens_in
from ouidire.extraction.subordination import Link
from ouidire.languages import Analysis
from ouidire.model import Act, MarkerClass, Passage, PassageRole

__all__ = ["EVENTS", "NEVER", "Division", "Listed", "Piece", "is_gap"]

EVENTS = frozenset(
    {
        Act.CONFIRM,
        Act.CORROBORATE,
        Act.VERIFY,
        Act.ADMIT,
        Act.DENY,
        Act.RETRACT,
        Act.ANNOUNCE,
        Act.ACCUSE,
        Act.CLAIM_RESPONSIBILITY,
        Act.DISCLOSE,
        Act.DECLINE,
        Act.WARN,
        Act.PROMISE,
        Act.THREATEN,
        Act.ORDER,
        Act.REQUEST,
    }
)
"""Acts that are events of their own: who confirmed what is a claim beside what was confirmed."""

NEVER = frozenset({Link.PURPOSE, Link.BEFORE, Link.MANNER, Link.AGAINST, Link.ALTERNATIVE})
"""Links of clauses that claim nothing by themselves."""

_GAPS = frozenset(
    {Act.VERIFY, Act.CONFIRM, Act.CORROBORATE, Act.DISCLOSE, Act.ANNOUNCE, Act.UNKNOWN, Act.SAY}
)
_JUDGING = frozenset({Act.DENY, Act.CONFIRM, Act.CORROBORATE, Act.VERIFY, Act.RETRACT, Act.DOUBT, Act.ADMIT})
_MAJORITY = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit and the clause it came from; None for a noun phrase.

    Attributes:
        named: Whether it stands inside another unit, as a phrase that names what is kept open there.

    """

    unit: Unit
    clause: Clause | None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """Tokens by what the lists of words say of them.

    Attributes:
        claims: Nouns that name something said.
        factive: Words whose complement is taken for granted.
        implicative: Verbs whose infinitive has been done (*had to admit*).
        ahead: Words before an infinitive or gerund that is not done (*without*).
        questions: Words that open an indirect question.
        lacking: Words that say that something is not known or not said.
        joining: Prepositions that join a participant to an event noun (*with*, *against*).

    """

    claims: frozenset[int] = frozenset()
    factive: frozenset[int] = frozenset()
    implicative: frozenset[int] = frozenset()
    ahead: frozenset[int] = frozenset()
    questions: frozenset[int] = frozenset()
    lacking: frozenset[int] = frozenset()
    joining: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Division:
    """What units are cut from.

    Attributes:
        silent: Clauses that are no claim of their own (*il est possible que*).
        events: Token indices of event nouns.
        raising: Token indices of verbs whose infinitive is what is claimed.
        marked: For every clause the classes of the markers that stand in it.
        listed: Tokens that word lists bear on.

    """

    analysis: Analysis
    clauses: Clauses
    relations: Sequence[FoundRelation]
    passages: Sequence[Passage]
    links: dict[int, tuple[Link, int, int]]
    silent: frozenset[int]
    events: frozenset[int]
    raising: frozenset[int]
    marked: dict[int, frozenset[MarkerClass]]
    listed: Listed = Listed()
    _near: dict[int, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def near(self, token: int) -> tuple[int, ...]:
        """Return the relations that have a word in the sentence of a token: all that can bear on it."""
        if not self._near:
            found: dict[int, set[int]] = {s.i: set() for s in self.analysis.sentences}
            for n, relation in enumerate(self.relations):
                found[self.analysis.tokens[relation.cue_head].sent].add(n)
                for span in relation.spans:
                    for sentence in self.analysis.sentences_in(span):
                        found[sentence.i].add(n)
            self._near.update((i, tuple(sorted(them))) for i, them in found.items())
        return self._near[self.analysis.tokens[token].sent]

    def passage(self, i: int) -> Passage | None:
        """Return the passage a token stands in, unless it is boilerplate."""
        start = self.analysis.tokens[i].start
        for passage in self.passages:
            if passage.span.start <= start < passage.span.end:
                return None if passage.role is PassageRole.BOILERPLATE else passage
        return None

    def depth(self, relation: int) -> int:
        """Return how deeply a relation is nested."""
        n = 0
        parent = self.relations[relation].parent
        while parent is not None and n < len(self.relations):
            n, parent = n + 1, self.relations[parent].parent
        return n

    def innermost(self, clause: Clause, but: int | None = None) -> int | None:
        """Return the innermost relation a clause is content of, other than `but`."""
        found = [
            n
            for n in self.near(clause.head)
            if n != but
            and self._holds(self.relations[n], clause)
            and not (but is not None and self._within(n, but))
        ]
        best = min(found, key=lambda n: (-self.depth(n), self._size(n), n), default=None)
        return None if best is None else self.raised(best)

    def raised(self, n: int) -> int:
        """Return the relation that decides on a content *X denied the claim that p*: the outer one.

        A noun for saying that is itself what was denied or confirmed is only its wording.
        """
        relation = self.relations[n]
        if relation.construction != "nominal" or relation.parent is None:
            return n
        outer = self.relations[relation.parent]
        if relation.chain[0].spans not in {(), outer.chain[0].spans}:
            return n
        return relation.parent if outer.act in _JUDGING else n

    def _within(self, inner: int, outer: int) -> bool:
        at: int | None = inner
        for _ in self.relations:
            if at is None:
                return False
            if at == outer:
                return True
            at = self.relations[at].parent
        return False

    def _size(self, n: int) -> int:
        return sum(len(s) for s in self.relations[n].content)

    def _holds(self, relation: FoundRelation, clause: Clause) -> bool:
        start = self.analysis.tokens[clause.tokens[0]].start
        end = self.analysis.tokens[clause.tokens[-1]].end
        if not any(s.start < end and start < s.end for s in relation.content):
            return False  # nearly always: a quick look before the words are counted
        if covers_token(self.analysis, relation.content, clause.head):
            return True
        words = [i for i in clause.tokens if self.analysis.tokens[i].upos != "PUNCT"]
        held = tokens_in(self.analysis, relation.content, words)
        return len(held) >= _MAJORITY * max(1, len(words))

    def has(self, clause: Clause | None, *classes: MarkerClass) -> bool:
        """Whether a marker of one of these classes stands in a clause."""
        return clause is not None and bool(self.marked.get(clause.index, frozenset()).intersection(classes))

    def governed(self, clause: Clause) -> bool:
        """Whether a clause is content of a relation whose cue is the clause above it, or under a gap."""
        if clause.parent is None:
            return False
        above = self.clauses.items[clause.parent]
        asked = any(
            self.clauses.owner[r.cue_head] == above.index
            and covers_token(self.analysis, r.content, clause.head)
            for r in self.relations
        )
        return asked or self.has(above, MarkerClass.UNDISCLOSED)

    def is_clause_head(self, token: int) -> bool:
        """Whether a token is the predicate of a clause."""
        clause = self.clauses.of(token)
        return clause is not None and clause.head == token


def is_gap(division: Division, n: int) -> bool:
    """Whether a relation says only that nothing was said: *le bilan n'a pas été communiqué*."""
    relation = division.relations[n]
    if relation.construction != "passive" or relation.act not in _GAPS:
        return False
    if any(hop.spans for hop in relation.chain):
        return False
    clause = division.clauses.of(relation.cue_head)
    marked = division.has(clause, MarkerClass.UNDISCLOSED, MarkerClass.UNVERIFIED)
    return relation.polarity == "-" or marked
