"""Reading a text as far as labels, each text once per run."""

from dataclasses import replace
from functools import lru_cache

import pytest

from ouidire.assessment.label import label
from ouidire.extraction import extract
from ouidire.languages import load
from ouidire.model import Article, Passage, PassageRole, Span


def lines(text):
    """One body passage for each line that is not blank."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Passage(role=PassageRole.BODY, span=Span(at, at + len(line))))
        at += len(line) + 1
    return tuple(found)


@lru_cache(maxsize=None)
def read(text, language):
    """What extraction finds in a text, with labels."""
    pack = load(language)
    passages = lines(text)
    analysis = pack.analyse(text, tuple(p.span for p in passages))
    article = Article(id="sha256:test", ref="test", language=language, text=text)
    found = extract(article, passages, analysis, pack)
    labelled = []
    for assertion in found.assertions:
        word, row = label(assertion)
        labelled.append(replace(assertion, label=word, label_rule=row))
    return replace(found, assertions=tuple(labelled))


@pytest.fixture(scope="session")
def found():
    """A function from text and language to what extraction finds in it."""
    return read


@pytest.fixture(scope="session")
def about():
    """A function from text, language and words to the claim that holds them (no speech event if possible)."""

    def pick(text, language, words):
        holding = [a for a in read(text, language).assertions if words in a.span.of(text)]
        contents = [a for a in holding if a.proposition.family != "speech"] or holding
        return min(contents, key=lambda a: len(a.span), default=None)

    return pick
