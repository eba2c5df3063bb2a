"""Phrases, noun phrases and verb groups are the stretches a reader would mark."""

import pytest

from ouidire.languages.phrases import finite_verb, noun_phrase, phrase, verb_group

GROUPS = [
    ("fr", "La chute du pont n'a pas encore été confirmée.", "confirmée", "n'a pas encore été confirmée"),
    ("fr", "Le maire ne confirme pas la chute.", "confirme", "ne confirme pas"),
    ("en", "The fall has not been formally confirmed by the mayor.", "confirmed", "has not been formally confirmed"),
    ("en", "Where did the old mayor say it fell?", "say", "say"),
    ("en", "The army said it fell.", "said", "said"),
    ("en", "The mayor pointed out the error.", "pointed", "pointed out"),
]  # fmt: skip


def index(analysis, word):
    return next(t.i for t in analysis.tokens if t.text == word)


@pytest.mark.parametrize(("code", "text", "word", "expected"), GROUPS)
def test_verb_group(analyse, code, text, word, expected):
    """Auxiliaries, negation and what stands between belong to the verb; a subject does not."""
    analysis = analyse(code, text)

    assert verb_group(analysis, index(analysis, word)).of(text) == expected


def test_noun_phrase_leaves_preposition_and_clause(analyse):
    """The preposition is not part of a source; the relative clause may be cut."""
    text = "According to the old minister, who lives in Oslo, nobody fled."
    analysis = analyse("en", text)
    head = index(analysis, "minister")

    assert noun_phrase(analysis, head, relative=False).of(text) == "the old minister"
    assert noun_phrase(analysis, head).of(text) == "the old minister, who lives in Oslo"


def test_noun_phrase_of_a_predicate(analyse):
    """Subject and copula of a nominal predicate stay outside."""
    text = "The mayor is now the head of the army."
    analysis = analyse("en", text)

    assert noun_phrase(analysis, index(analysis, "head")).of(text) == "the head of the army"


def test_phrase_keeps_pairs(analyse):
    """A closing bracket stays where its opening one is inside."""
    text = "The Norse Guard (NG) fled."
    analysis = analyse("en", text)

    assert phrase(analysis, index(analysis, "Guard")).of(text) == "The Norse Guard (NG)"


def test_finite_verb(analyse):
    """Finiteness may sit on the auxiliary."""
    analysis = analyse("fr", "Le maire aurait quitté la ville.")

    assert finite_verb(analysis, index(analysis, "quitté")).text == "aurait"
