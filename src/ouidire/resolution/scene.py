"""All that resolution works on in one article."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ouidire.gazetteer import World
from ouidire.gazetteer.countries import Origins, origins
from ouidire.gazetteer.names import acronym_of
from ouidire.languages import Analysis, LanguagePack, Token
from ouidire.model import Article, Extraction, Passage, PassageRole, Span
from ouidire.resolution.entries import Words, words_of
from ouidire.resolution.nominals import Nominal, nominal_at
from ouidire.resolution.people import People

__all__ = ["Scene"]


@dataclass(frozen=True)
class Scene:
    """An article with its analysis, the word lists of its language, the world, and its persons."""

    article: Article
    passages: tuple[Passage, ...]
    analysis: Analysis
    words: Words
    origins: Origins
    world: World
    people: People

    @classmethod
    def of(cls, extraction: Extraction, analysis: Analysis, pack: LanguagePack, world: World) -> Scene:
        """Set the scene: word lists of the language, and the persons the article names."""
        folder: Any = pack.resources  # a Path: hashable, which Traversable does not promise
        words = words_of(folder)
        return cls(
            article=extraction.article,
            passages=extraction.passages,
            analysis=analysis,
            words=words,
            origins=origins(folder),
            world=world,
            people=People.of(analysis, words, _sources(extraction)),
        )

    def nominal_at(self, head: Token) -> Nominal:
        """Return the noun phrase that token `head` is the head of, without relative clauses."""
        if head.i not in self._nominals:
            self._nominals[head.i] = nominal_at(self.analysis, head, self.origins)
        return self._nominals[head.i]

    @cached_property
    def _nominals(self) -> dict[int, Nominal]:
        return {}

    @cached_property
    def things(self) -> dict[tuple[int, Span], Any]:
        """What phrases stand for, by head and span, as far as `naming.identify` was asked."""
        return {}

    @cached_property
    def day(self) -> str | None:
        """ISO date of publication, for what the world dates."""
        return self.article.published_at.date().isoformat() if self.article.published_at else None

    def role_at(self, offset: int) -> PassageRole | None:
        """Return the role of the passage an offset stands in; None outside all passages."""
        at = bisect_right(self._starts, offset) - 1
        return self.passages[at].role if at >= 0 and offset < self.passages[at].span.end else None

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(p.span.start for p in self.passages)

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """From the acronyms an article explains (*Organisation des ports du Nord (OPN)*) to the full name."""
        tokens = self.analysis.tokens
        found: dict[str, str] = {}
        for at in range(1, len(tokens) - 2):
            short = tokens[at + 1].text
            if tokens[at].text != "(" or tokens[at + 2].text != ")" or not short.isupper():
                continue
            for first in range(at - 2, max(-1, at - 11), -1):
                name = self.analysis.text[tokens[first].start : tokens[at - 1].end]
                if acronym_of(name, short):
                    found.setdefault(short, name)
                    break
        return found


def _sources(extraction: Extraction) -> tuple[Span, ...]:
    spans = {
        span
        for a in extraction.assertions
        if a.attribution is not None
        for hop in a.attribution.chain
        for span in hop.source.spans
    }
    return tuple(sorted(spans))
