"""Sentences to propositions: analysis by the real packs, loaded once; one unit per sentence."""

from datetime import UTC, datetime

import pytest

from ouidire import languages
from ouidire.extraction.found import Unit
from ouidire.extraction.propositions import proposition, read_times, where_of, words_of
from ouidire.model import Article, Passage, PassageRole, Span

WEDNESDAY = datetime(2025, 5, 7, 12, tzinfo=UTC)


def unit_of(analysis, text, head=None):
    """The first sentence as one unit, its root as head unless another token is given."""
    sentence = analysis.sentences[0]
    tokens = tuple(range(sentence.first, sentence.last))
    root = next((k for k in tokens if analysis.tokens[k].head == k), tokens[0])
    passage = Passage(role=PassageRole.BODY, span=Span(0, len(text)))
    return Unit(head=root if head is None else head, tokens=tokens, span=sentence.span, passage=passage)


@pytest.fixture(scope="session")
def say():
    """Return a function: language and sentence to (proposition, analysis)."""

    def of(code, text, published=WEDNESDAY, head=None):
        pack = languages.load(code)
        analysis = pack.analyse(text, (Span(0, len(text)),))
        article = Article(id="sha256:0", ref="t", language=code, text=text, published_at=published)
        timed = read_times(analysis, article, words_of(pack.resources))
        return proposition(unit_of(analysis, text, head), analysis, where_of(pack), timed=timed), analysis

    return of
