"""Clauses set into others in French: verbs of saying with their subject after them, relatives."""

import pytest

ASIDES = [
    ("Le barrage a cédé, a annoncé la préfecture.", "annoncé", "préfecture", "cédé"),
    ("Le barrage a cédé lundi, annonce la mairie dans un communiqué.", "annonce", "mairie", "cédé"),
    ("La centrale, assure l'exploitant, ne présente aucun danger.", "assure", "exploitant", "présente"),
    ("« Le pont tient et rien ne menace la ville », a-t-elle expliqué.", "expliqué", "-elle", "tient"),
    ("« Nous sommes prêts », a dit à la radio, lundi, un officier.", "dit", "officier", "prêts"),
    ("« La ville est tombée », écrit sur son compte la députée.", "écrit", "députée", "tombée"),
    ("« Ce n'est pas vrai ! », s'est-elle exclamée.", "exclamée", "-elle", "vrai"),
]


@pytest.mark.parametrize(("text", "verb", "subject", "host"), ASIDES)
def test_an_aside_hangs_on_its_host(analyse, text, verb, subject, host):
    """Its verb is a ``parataxis`` of the host's predicate and has its subject after it."""
    analysis = analyse("fr", text)
    token = next(t for t in analysis.tokens if t.text == verb)
    assert (token.upos, token.deprel, analysis.tokens[token.head].text) == ("VERB", "parataxis", host)
    assert [t.text for t in analysis.children(token.i, "nsubj")] == [subject]


NONE = [
    "Le ministre, interrogé lundi, a annoncé la fermeture du port.",
    "Le directeur de la banque entre 1987 et 1990, Ivo Kalden, a souligné l'implication du port.",
    "La Suède a condamné l'attaque, a rappelé son ambassadeur et a annoncé des sanctions.",
    "Il est venu, a vu et a vaincu.",
]


@pytest.mark.parametrize("text", NONE)
def test_one_more_predicate_is_no_aside(analyse, text):
    """A verb whose subject stands before it keeps its object."""
    analysis = analyse("fr", text)
    assert "parataxis" not in {t.deprel for t in analysis.tokens if t.upos == "VERB"}


def test_a_relative_clause_ends_before_the_verb_of_its_subject(analyse):
    """What follows the second comma is the main clause again."""
    analysis = analyse("fr", "Le préfet, qui assure que la digue tient, a quitté la ville.")
    deprels = {t.text: (t.deprel, analysis.tokens[t.head].text) for t in analysis.tokens}
    assert deprels["assure"] == ("acl:relcl", "préfet")
    assert deprels["préfet"] == ("nsubj", "quitté")
    assert deprels["tient"] == ("ccomp", "assure")
