"""Verbs that the French tagger misses in short sentences, and nouns it is right about."""

import pytest

MISSED = [
    ("La Suède dément la frappe.", "dément", "démentir", "Suède"),
    ("La fondation dément tout versement.", "dément", "démentir", "fondation"),
    ("Le ministère dément avoir payé une rançon.", "dément", "démentir", "ministère"),
    ("Le consul doute du bilan.", "doute", "douter", "consul"),
    ("Le procureur juge l'enquête close.", "juge", "juger", "procureur"),
    ("Le syndicat critique la décision.", "critique", "critiquer", "syndicat"),
    ("Le Kremlin vante une victoire.", "vante", "vanter", "Kremlin"),
    ("La Suède dément la frappe, mais l'armée la confirme.", "dément", "démentir", "Suède"),
]


@pytest.mark.parametrize(("text", "form", "lemma", "subject"), MISSED)
def test_a_missed_verb_heads_its_clause(analyse, text, form, lemma, subject):
    """The verb is finite, has its own lemma and the subject before it."""
    analysis = analyse("fr", text)
    verb = next(t for t in analysis.tokens if t.text == form)
    assert (verb.upos, verb.lemma, verb.feats.get("VerbForm")) == ("VERB", lemma, "Fin")
    assert [t.text for t in analysis.children(verb.i, "nsubj")] == [subject]


NOUNS = [
    ("Un dément a blessé sa voisine.", "dément"),
    ("C'est un projet dément.", "dément"),
    ("La situation critique de la ville inquiète le maire.", "critique"),
    ("Une annonce de la mairie surprend les pêcheurs.", "annonce"),
    ("Une nouvelle frappe sur le port.", "frappe"),
    ("Le juge des enfants confirme la peine.", "juge"),
    ("Il souligne les relations entre le port et la ville.", "entre"),
]


@pytest.mark.parametrize(("text", "form"), NOUNS)
def test_no_verb_is_made_of_a_noun(analyse, text, form):
    """A homograph in the place of a noun, adjective or preposition stays one."""
    token = next(t for t in analyse("fr", text).tokens if t.text == form)
    assert token.upos != "VERB"
