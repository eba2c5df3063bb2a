"""Universal Dependencies tokens: the interlingua between packs and stages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from ouidire.model import Span

__all__ = ["Analysis", "Entity", "Sentence", "Token"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word (Universal Dependencies 2; basic dependencies, v2 labels with subtypes).

    Attributes:
        i: Index in `Analysis.tokens`.
        start: Offset of the first code point in the article's text.
        end: Offset after the last.
        lemma: Lower-cased except for proper nouns.
        feats: UD features, e.g. ``{"Mood": "Cnd", "Tense": "Pres"}``.
        head: Index of the head; the token's own index at a root.
        deprel: e.g. ``"nsubj:pass"``, ``"obl:agent"``, ``"acl:relcl"``.
        sent: Index in `Analysis.sentences`.
        lower: The text in lower case with a typographic apostrophe made plain.
        relation: `deprel` without its subtype.

    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: dict[str, str]
    head: int
    deprel: str
    sent: int
    lower: str = field(init=False, repr=False, compare=False)
    relation: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Fold the text and cut the relation once: they are asked for many times for every token."""
        folded = self.text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        object.__setattr__(self, "lower", folded)
        object.__setattr__(self, "relation", self.deprel.partition(":")[0])

    @property
    def is_verbal(self) -> bool:
        """Whether it is a verb or auxiliary."""
        return self.upos in {"VERB", "AUX"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: token range ``[first, last)``, its span, and the index of its block."""

    i: int
    first: int
    last: int
    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: token range ``[first, last)``; label PER, ORG, LOC, GPE or MISC."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """The analysed text; token indices are positions in `tokens`."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    _children: tuple[tuple[int, ...], ...] = field(repr=False, default=())
    _starts: tuple[int, ...] = field(repr=False, default=())
    _named: tuple[Entity | None, ...] = field(repr=False, default=())
    _words: tuple[frozenset[str], ...] = field(repr=False, default=())

    @classmethod
    def build(
        cls,
        text: str,
        tokens: tuple[Token, ...],
        sentences: tuple[Sentence, ...],
        entities: tuple[Entity, ...],
    ) -> Analysis:
        """Index children by head, tokens by offset and entities by token."""
        children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        named: list[Entity | None] = [None] * len(tokens)
        for entity in reversed(entities):
            named[entity.first : entity.last] = [entity] * (entity.last - entity.first)
        return cls(
            text,
            tokens,
            sentences,
            entities,
            tuple(tuple(c) for c in children),
            tuple(token.start for token in tokens),
            tuple(named),
            tuple(_words(tokens[s.first : s.last]) for s in sentences),
        )

    def entity_at(self, i: int) -> Entity | None:
        """Return the entity that token `i` is in; of two, the first."""
        return self._named[i]

    def children(self, i: int, *deprels: str) -> tuple[Token, ...]:
        """Return the children of token `i` in text order, of the given relations if any.

        A relation without a subtype matches its subtypes too (``nsubj`` finds ``nsubj:pass``).
        """
        below = self._children[i]
        if not below:
            return ()
        found = [self.tokens[c] for c in below]
        if not deprels:
            return tuple(found)
        return tuple([t for t in found if t.deprel in deprels or t.relation in deprels])

    def subtree(self, i: int) -> tuple[int, ...]:
        """Return the indices of token `i` and all below it, in text order."""
        todo, seen = [i], {i}
        while todo:
            for child in self._children[todo.pop()]:
                if child not in seen:
                    seen.add(child)
                    todo.append(child)
        return tuple(sorted(seen))

    def ancestors(self, i: int) -> Iterator[Token]:
        """Yield the head of token `i`, its head, and so on up to the root."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def span(self, first: int, last: int) -> Span:
        """Return the span of tokens ``[first, last)``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def words_in(self, sentence: Sentence) -> frozenset[str]:
        """Return the words of a sentence in lower case, as written and as lemmas."""
        return self._words[sentence.i]

    def sentence_of(self, i: int) -> Sentence:
        """Return the sentence token `i` is in."""
        return self.sentences[self.tokens[i].sent]

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """Return the sentences that share a token with `span`."""
        found = self.within(span)
        return self.sentences[found[0].sent : found[-1].sent + 1] if found else ()

    def within(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that lie wholly inside `span`."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end, lo=first)
        return tuple([t for t in self.tokens[first:last] if t.end <= span.end])


def _words(tokens: tuple[Token, ...]) -> frozenset[str]:
    return frozenset([t.lower for t in tokens]) | frozenset([t.lemma.lower() for t in tokens])
