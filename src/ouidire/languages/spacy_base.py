"""What the packs that use spaCy share: from a `Doc` to Universal Dependencies tokens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ouidire.languages.analysis import Analysis, Entity, Sentence, Token
from ouidire.languages.words import Word, settle
from ouidire.model import Span

__all__ = ["SpacyPack"]

_ENTITY = {
    "PERSON": "PER",
    "PER": "PER",
    "ORG": "ORG",
    "NORP": "MISC",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "LOC",
}


def _unchanged(words: list[Word]) -> None:
    """Leave a sentence as the parser gave it."""


class SpacyPack:
    """A language pack over a spaCy pipeline that is an installed package.

    Args:
        package: The pack's own package, whose folder holds the lexicon.
        repair: Rewrites the words of one sentence in place.

    """

    def __init__(
        self,
        code: str,
        model: str,
        *,
        package: str,
        repair: Callable[[list[Word]], None] = _unchanged,
        capabilities: Sequence[str] = (),
    ) -> None:
        self.code = code
        self.resources: Traversable = files(package)
        self.capabilities = frozenset({"tokens", "lemmas", "heads", "entities", *capabilities})
        self._model = model
        self._repair = repair

    @cached_property
    def _nlp(self) -> Callable[[str], Any]:
        import spacy

        return spacy.load(self._model)

    def analyse(self, text: str, blocks: tuple[Span, ...]) -> Analysis:
        """See `LanguagePack.analyse`."""
        building = _Building(text)
        for n, block in enumerate(blocks):
            self._append(self._nlp(block.of(text)), block.start, n, building)
        return building.done()

    def _append(self, doc: Any, offset: int, block: int, building: _Building) -> None:
        where: dict[int, int] = {}
        for sent in doc.sents:
            kept = [t for t in sent if not t.is_space]
            place = {t.i: n for n, t in enumerate(kept)}
            words = [_word(t, n, place, offset) for n, t in enumerate(kept)]
            if not words:
                continue
            self._repair(words)
            settle(words)
            first = building.add(words, block)
            where.update({i: first + n for i, n in place.items()})
        for ent in doc.ents:
            inside = [where[t.i] for t in ent if t.i in where]
            if inside:
                building.entities.append(Entity(inside[0], inside[-1] + 1, _ENTITY.get(ent.label_, "MISC")))


def _word(token: Any, i: int, place: dict[int, int], offset: int) -> Word:
    start = offset + token.idx
    return Word(
        i,
        start,
        start + len(token),
        token.text,
        token.lemma_,
        token.pos_,
        token.morph.to_dict(),
        place.get(token.head.i, i),
        "root" if token.dep_ == "ROOT" else token.dep_,
        token.tag_,
    )


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
