"""What the tests of the language packs share: analysis of one paragraph, models loaded once."""

import pytest

from ouidire import languages
from ouidire.model import Span


@pytest.fixture(scope="session")
def analyse():
    """Analyse a text as one block."""

    def run(code, text):
        return languages.load(code).analyse(text, (Span(0, len(text)),))

    return run


@pytest.fixture(scope="session")
def arcs(analyse):
    """Analyse a text and return ``{word: (relation, head word)}`` (first occurrence of a word)."""

    def run(code, text):
        analysis = analyse(code, text)
        found = {}
        for token in analysis.tokens:
            found.setdefault(token.text, (token.deprel, analysis.tokens[token.head].text))
        return found

    return run
