"""The pattern language of the certainty lexicons."""

import pytest

from ouidire.errors import LexiconError
from ouidire.extraction.patterns import compile_pattern
from ouidire.languages import Token


def row(*words):
    """Tokens from words; ``word/UPOS/Feat``."""
    tokens = []
    for i, word in enumerate(words):
        form, _, rest = word.partition("/")
        upos, _, feats = rest.partition("/")
        values = {f"F{n}": v for n, v in enumerate(feats.split(",")) if v}
        tokens.append(Token(i, i * 10, i * 10 + 5, form, form, upos or "X", values, i, "dep", 0))
    return tuple(tokens)


@pytest.mark.parametrize(
    ("pattern", "words", "end"),
    [
        ("il pleut", ("Il", "pleut"), 2),
        ("il|elle pleut", ("elle", "pleut"), 2),
        ("may@AUX", ("may/AUX",), 1),
        ("may@AUX", ("May/PROPN",), None),
        ("*{Fin,Past}", ("went/VERB/Fin,Past",), 1),
        ("*{Fin,Past}", ("go/VERB/Fin",), None),
        ("not yet? known", ("not", "known"), 2),
        ("not …2 known", ("not", "so", "well", "known"), 4),
        ("not …1 known", ("not", "so", "well", "known"), None),
        ("not …3 known", ("not", ".", "known"), None),
    ],
)
def test_match(pattern, words, end):
    """A pattern matches what its grammar says, from the first token on."""
    assert compile_pattern(pattern).match(row(*words), 0) == end


def test_faulty_pattern_is_named():
    """A pattern outside the grammar is an error of the lexicon."""
    with pytest.raises(LexiconError, match="not a pattern element"):
        compile_pattern("a{b")
