"""What the packs that use spaCy share: from a `Doc` to Universal Dependencies tokens."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ouidire.languages.analysis import Analysis, Entity, Sentence, Token
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


class SpacyPack:
    """A language pack over a spaCy pipeline that is an installed package."""

    capabilities = frozenset({"tokens", "lemmas", "heads", "entities"})

    def __init__(self, code: str, model: str, package: str) -> None:
        self.code = code
        self.resources: Traversable = files(package)
        self._model = model

    @cached_property
    def _nlp(self) -> Callable[[str], Any]:
        import spacy

        return spacy.load(self._model)

    def analyse(self, text: str, blocks: tuple[Span, ...]) -> Analysis:
        """See `LanguagePack.analyse`."""
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        entities: list[Entity] = []
        for n, block in enumerate(blocks):
            doc = self._nlp(block.of(text))
            self._append(doc, block.start, n, tokens, sentences, entities)
        return Analysis.build(text, tuple(tokens), tuple(sentences), tuple(entities))

    def _append(
        self,
        doc: Any,
        offset: int,
        block: int,
        tokens: list[Token],
        sentences: list[Sentence],
        entities: list[Entity],
    ) -> None:
        base = len(tokens)
        where = {t.i: base + n for n, t in enumerate(t for t in doc if not t.is_space)}
        for sent in doc.sents:
            words = [t for t in sent if not t.is_space]
            if not words:
                continue
            first, last = where[words[0].i], where[words[-1].i] + 1
            span = Span(offset + words[0].idx, offset + words[-1].idx + len(words[-1]))
            for t in words:
                head = where.get(t.head.i, where[t.i])
                tokens.append(
                    Token(
                        where[t.i],
                        offset + t.idx,
                        offset + t.idx + len(t),
                        t.text,
                        t.lemma_,
                        t.pos_,
                        t.morph.to_dict(),
                        head,
                        t.dep_.lower() if t.dep_ == "ROOT" else t.dep_,
                        len(sentences),
                    )
                )
            sentences.append(Sentence(len(sentences), first, last, span, block))
        for ent in doc.ents:
            inside = [where[t.i] for t in ent if t.i in where]
            if inside:
                entities.append(Entity(inside[0], inside[-1] + 1, _ENTITY.get(ent.label_, "MISC")))
