"""What is said to be false, to be binding or not to be known is never shown as stated."""

import pytest

import ouidire


def _labels(text, language):
    return {one.span.of(text): one.label.value for one in ouidire.extract(text, language=language).assertions}


@pytest.mark.parametrize(
    "text",
    [
        "The claim that the mayor had resigned proved false.",
        "The rumour that the mayor had resigned turned out to be untrue.",
        "Reports that the mayor had resigned proved wrong.",
    ],
)
def test_a_claim_that_proved_false(text):
    """The author denies it, whatever it was called."""
    assert _labels(text, "en")["the mayor had resigned"] == "DENIED"


@pytest.mark.parametrize("said", ["s'est révélée fausse", "s'est avérée infondée", "est fausse"])
def test_une_affirmation_fausse(said):
    """*Se révéler* says nothing of a speaker."""
    labels = _labels(f"L'affirmation selon laquelle le maire a démissionné {said}.", "fr")

    assert labels["le maire a démissionné"] == "DENIED"


def test_shall_binds():
    """A modal without a form by the tagger heads a clause all the same."""
    text = "Each side shall release all prisoners."

    assert _labels(text, "en") == {text[:-1]: "NORMATIVE"}


@pytest.mark.parametrize("adverb", ["pas", "toujours pas", "jamais"])
def test_ce_qui_n_a_pas_ete_dit(adverb):
    """*N'a pas dit combien*: the number is not known."""
    labels = _labels(f"L'entreprise n'a {adverb} dit combien d'ouvriers étaient blessés.", "fr")

    assert set(labels.values()) == {"UNDISCLOSED"}


def test_passer_pour():
    """What passes for so is hearsay."""
    labels = _labels("Le village passe pour être aux mains des rebelles.", "fr")

    assert set(labels.values()) == {"HEDGED_REPORTED"}


@pytest.mark.parametrize("subject", ["Elle", "Il", "La directrice", "Solène Arvor"])
def test_dementir_with_any_subject(subject):
    """The tagger takes *dément* for an adverb; after a pronoun too it is the verb."""
    labels = _labels(f"{subject} dément que la maintenance ait été négligée.", "fr")

    assert labels["la maintenance ait été négligée"] == "DENIED"
