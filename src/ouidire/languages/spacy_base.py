"""What the packs that use spaCy share: from text blocks to Universal Dependencies tokens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ouidire.languages.analysis import Analysis, Entity, Sentence, Token
from ouidire.languages.boundaries import Abbreviations, parts, sentences
from ouidire.languages.casing import natural, words_in_use
from ouidire.languages.second_look import Mending
from ouidire.languages.spacy_engine import is_verb_or_function_word, load_pipeline
from ouidire.languages.words import Word, settle, word_of
from ouidire.model import Span

__all__ = ["SpacyPack"]

_LONGEST = 20_000
"""Characters the parser gets at once; a longer block is cut at white space."""

_BATCH = 32

_PLAIN = str.maketrans(
    {
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{THIN SPACE}": " ",
        "\N{FIGURE SPACE}": " ",
        "\N{NON-BREAKING HYPHEN}": "-",
    }
)
"""Typography the models were hardly trained on; one character for one, so offsets stay."""

_ENTITY = {
    "PERSON": "PER",
    "PER": "PER",
    "ORG": "ORG",
    "NORP": "MISC",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "LOC",
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """What the parser gets at once: a block or a part of one.

    Attributes:
        kept: Indices of the tokens that are not white space.
        offsets: Where each of those starts in the article's text.
        starts: Indices into `kept` at which a stretch for the parser begins.

    """

    block: int
    kept: tuple[int, ...]
    offsets: tuple[int, ...]
    lengths: tuple[int, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]


class SpacyPack:
    """A language pack over a spaCy pipeline that is an installed package.

    Args:
        package: The pack's own package, whose folder holds the lexicon.
        mending: What the pack changes before, after and between parses.

    """

    def __init__(
        self,
        code: str,
        model: str,
        *,
        package: str,
        mending: Mending,
        capabilities: Sequence[str] = (),
    ) -> None:
        self.code = code
        self.resources: Traversable = files(package)
        self.capabilities = frozenset({"tokens", "lemmas", "heads", "entities", *capabilities})
        self._model = model
        self._mending = mending

    @cached_property
    def _nlp(self) -> Any:
        return load_pipeline(self._model)

    @cached_property
    def _abbreviations(self) -> Abbreviations:
        return Abbreviations.load(self.resources)

    def analyse(self, text: str, blocks: tuple[Span, ...]) -> Analysis:
        """See `LanguagePack.analyse`."""
        building = _Building(text)
        plain = text.translate(_PLAIN)
        small, names = words_in_use(plain)

        def is_small(word: str) -> bool:
            return word in small or (word not in names and is_verb_or_function_word(self._nlp, word))

        prepared = [
            self._prepare(plain, piece, block=n, is_small=is_small)
            for n, block in enumerate(blocks)
            for piece in _pieces(plain, block)
            if not piece.of(plain).isspace()
        ]
        pieces = [piece for piece, _ in prepared]
        docs = self._nlp.pipe([doc for _, doc in prepared], batch_size=_BATCH)
        for piece, doc in zip(pieces, docs, strict=True):
            self._add(piece, doc, building)
        return building.done()

    def _prepare(
        self, plain: str, where: Span, *, block: int, is_small: Callable[[str], bool]
    ) -> tuple[_Piece, Any]:
        """Tokenize a piece, fix where its sentences begin, and choose what the parser sees."""
        doc = self._nlp.make_doc(where.of(plain))
        _join(doc, self._mending.joined)
        kept = [t.i for t in doc if not t.is_space]
        words = [doc[i].text for i in kept]
        # white space is its own token where it is more than one blank
        glued = [not doc[i].whitespace_ and (i + 1 >= len(doc) or not doc[i + 1].is_space) for i in kept]
        starts = parts(words, glued, self._abbreviations)
        piece = _Piece(
            block,
            tuple(kept),
            tuple(where.start + doc[i].idx for i in kept),
            tuple(len(w) for w in words),
            tuple(words),
            tuple(starts),
        )
        doc = _shown(doc, kept, words, self._mending.stand_in(natural(words, is_small)))
        begins = {kept[s] for s in starts}
        for token in doc:
            token.is_sent_start = token.i in begins
        return piece, doc

    def _add(self, piece: _Piece, doc: Any, building: _Building) -> None:
        """Append what the parser made of a piece."""
        ends = dict(zip(piece.starts, [*piece.starts[1:], len(piece.kept)], strict=True))
        base = len(building.tokens)
        for group in sentences(piece.words, piece.starts):
            stretches = [self._stretch(piece, doc, range(s, ends[s]), building.text) for s in group]
            building.add(_joined(stretches), piece.block)
        place = {i: n for n, i in enumerate(piece.kept)}
        starts = [token.start for token in building.tokens[base:]]
        for ent in doc.ents:
            inside = [piece.offsets[place[t.i]] for t in ent if t.i in place]
            if inside:  # a pack may have joined words, so their places count, not their numbers
                first, last = (base + bisect_right(starts, at) - 1 for at in (inside[0], inside[-1]))
                building.entities.append(Entity(first, last + 1, _ENTITY.get(ent.label_, "MISC")))

    def _stretch(self, piece: _Piece, doc: Any, numbers: range, text: str) -> list[Word]:
        """Return the words of one parsed stretch, repaired and made one tree."""
        place = {piece.kept[n]: n - numbers.start for n in numbers}
        words = [
            word_of(
                doc[piece.kept[n]],
                i=i,
                place=place,
                start=piece.offsets[n],
                text=text[piece.offsets[n] : piece.offsets[n] + piece.lengths[n]],
            )
            for i, n in enumerate(numbers)
        ]
        if self._mending.second_look is not None:
            words = self._mending.second_look.apply(self._nlp, words, [doc[piece.kept[n]] for n in numbers])
        self._mending.repair(words)
        settle(words)
        return words


def _join(doc: Any, joined: Callable[[list[str], list[bool]], Sequence[tuple[int, int]]]) -> None:
    """Make one token of those that are one word."""
    found = joined([t.text for t in doc], [not t.whitespace_ for t in doc])
    if found:
        with doc.retokenize() as retokenizer:
            for start, end in found:
                retokenizer.merge(doc[start:end])


def _shown(doc: Any, kept: Sequence[int], words: list[str], shown: list[str]) -> Any:
    """Return the document with other words in the same places."""
    if shown == words:
        return doc
    every = [t.text for t in doc]
    for i, word in zip(kept, shown, strict=True):
        every[i] = word
    return type(doc)(doc.vocab, words=every, spaces=[bool(t.whitespace_) for t in doc])


def _pieces(text: str, block: Span) -> Iterator[Span]:
    """Cut a block that is too long for the parser, after a line or a word where there is one."""
    start = block.start
    while block.end - start > _LONGEST:
        limit = start + _LONGEST
        at = max(text.rfind("\n", start + 1, limit), text.rfind(". ", start + 1, limit) + 1)
        if at <= start + _LONGEST // 2:
            at = max(at, text.rfind(" ", start + 1, limit))
        at = at if at > start else limit
        yield Span(start, at)
        start = at
    yield Span(start, block.end)


def _joined(stretches: list[list[Word]]) -> list[Word]:
    """Make one sentence of stretches in text order; the first given is the one that heads it."""
    if len(stretches) == 1:
        return stretches[0]
    main = stretches[0]
    ordered = sorted(stretches, key=lambda s: s[0].start)
    words: list[Word] = []
    roots: list[Word] = []
    for stretch in ordered:
        base = len(words)
        for word in stretch:
            if word.head == word.i:
                roots.append(word)
            word.i += base
            word.head += base
        words += stretch
    root = next(r for r in roots if any(r is w for w in main))
    for other in roots:
        if other is not root:
            other.head, other.deprel = root.i, "parataxis"
    return words


class _Building:
    """The analysis so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.entities: list[Entity] = []

    def add(self, words: Sequence[Word], block: int) -> int:
        """Append a sentence; return the index of its first token."""
        first, number = len(self.tokens), len(self.sentences)
        for w in words:
            self.tokens.append(
                Token(
                    first + w.i,
                    w.start,
                    w.end,
                    w.text,
                    w.lemma,
                    w.upos,
                    w.feats,
                    first + w.head,
                    w.deprel,
                    number,
                )
            )
        span = Span(words[0].start, words[-1].end)
        self.sentences.append(Sentence(number, first, len(self.tokens), span, block))
        return first

    def done(self) -> Analysis:
        """Freeze it."""
        return Analysis.build(self.text, tuple(self.tokens), tuple(self.sentences), tuple(self.entities))
