"""The conditional is found whatever the tagger says, and parsed as a verb."""

import pytest

PRESS = [
    ("Des soldats norrandais utiliseraient des drones.", "utiliseraient", "utiliser", "root"),
    ("Le navire transporterait des armes vers le port.", "transporterait", "transporter", "root"),
    ("Les contrats porteraient sur douze avions.", "porteraient", "porter", "root"),
    ("Le suspect, qui voyagerait sous un faux nom, se cache.", "voyagerait", "voyager", "acl:relcl"),
]


@pytest.mark.parametrize(("text", "form", "lemma", "deprel"), PRESS)
def test_press_conditional(analyse, text, form, lemma, deprel):
    """Mood, lemma and place in the clause are those of a finite verb."""
    token = next(t for t in analyse("fr", text).tokens if t.text == form)

    assert (token.upos, token.lemma, token.deprel) == ("VERB", lemma, deprel)
    assert token.feats["Mood"] == "Cnd"
    assert token.feats["VerbForm"] == "Fin"


def test_compound_conditional(analyse):
    """The mood of a past conditional is on its auxiliary."""
    analysis = analyse("fr", "Le garde aurait tué deux hommes.")
    auxiliary = next(t for t in analysis.tokens if t.text == "aurait")

    assert (auxiliary.feats["Mood"], auxiliary.lemma, auxiliary.deprel) == ("Cnd", "avoir", "aux:tense")
    assert analysis.tokens[auxiliary.head].text == "tué"


def test_a_name_is_no_conditional(analyse):
    """*Marais* and the like stay names."""
    analysis = analyse("fr", "Le conseil de Serait a voté.")

    assert [t.text for t in analysis.tokens if t.feats.get("Mood") == "Cnd"] == []


def test_typographic_apostrophe_is_read_as_plain(analyse):
    """Lemmas and relations do not depend on the apostrophe."""
    plain, curly = ("D'après l'armée, l'île n'a pas été prise.", "D’après l’armée, l’île n’a pas été prise.")

    def bare(text):
        return [(t.lemma, t.upos, t.deprel, t.head) for t in analyse("fr", text).tokens]

    assert bare(plain) == bare(curly)
    assert analyse("fr", curly).tokens[0].text == "D’"


def test_inverted_clitic_makes_a_verb(analyse):
    """*dit-on* is a finite verb, wherever it stands."""
    for text in ("Dit-on vrai ?", "Le feu a pris dans la cave, dit-on."):
        token = next(t for t in analyse("fr", text).tokens if t.lower == "dit")

        assert (token.upos, token.lemma, token.feats.get("Mood")) == ("VERB", "dire", "Ind")
