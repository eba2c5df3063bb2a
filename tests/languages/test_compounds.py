"""Words with a hyphen that a tokenizer takes apart."""

import pytest

COMPOUNDS = [
    ("fr", "L'état-major a annoncé la prise du fort.", "état-major"),
    ("fr", "La Croix-Rouge accuse l'armée.", "Croix-Rouge"),
    ("fr", "Le chef-lieu est isolé.", "chef-lieu"),
    ("en", "The vice-president denied any role.", "vice-president"),
]


@pytest.mark.parametrize(("language", "text", "word"), COMPOUNDS)
def test_a_compound_is_one_subject(analyse, language, text, word):
    """One token with the whole word's span, the subject of its verb."""
    analysis = analyse(language, text)
    token = next(t for t in analysis.tokens if t.text == word)
    assert text[token.start : token.end] == word
    assert token.deprel.startswith("nsubj")


APART = [
    ("fr", "A-t-elle menti ?", "-elle"),
    ("fr", "Le mandat 2022-2023 est fini.", "2022"),
    ("fr", "Le port - fermé - rouvrira.", "-"),
    ("en", "A three-day truce began.", "three"),
]


@pytest.mark.parametrize(("language", "text", "part"), APART)
def test_clitics_numbers_and_dashes_stay_apart(analyse, language, text, part):
    """Only letters tied by a hyphen without blanks are joined."""
    assert part in [t.text for t in analyse(language, text).tokens]


def test_entities_keep_their_places(analyse):
    """A name after a joined word is still found at its words."""
    text = "L'état-major et la Croix-Rouge sont à Stockholm, a dit le consul de Norvège."
    analysis = analyse("fr", text)
    found = {analysis.span(e.first, e.last).of(text) for e in analysis.entities}
    assert {"Stockholm", "Croix-Rouge"} <= found
