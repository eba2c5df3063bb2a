"""Roles, polarity, plans, places: what stands around the event word."""

import pytest

from ouidire import languages
from ouidire.extraction.propositions import proposition, where_of
from ouidire.model import Act, Span
from tests.extraction.propositions.conftest import unit_of


def roles(found, text):
    return {(r.role, r.span.of(text)) for r in found.roles}


@pytest.mark.parametrize(
    ("code", "text", "role", "words"),
    [
        ("fr", "La police a arrêté deux suspects.", "agent", "La police"),
        ("fr", "La police a arrêté deux suspects.", "target", "deux suspects"),
        ("fr", "Deux suspects ont été arrêtés par la police.", "agent", "la police"),
        ("fr", "Deux suspects ont été arrêtés par la police.", "target", "Deux suspects"),
        ("en", "Two suspects were arrested by the police.", "agent", "the police"),
        ("en", "Two suspects were arrested by the police.", "target", "Two suspects"),
        ("en", "Rebels and soldiers attacked the port.", "agent", "soldiers"),
        ("fr", "Trois mineurs sont morts.", "target", "Trois mineurs"),
        ("en", "Three miners died.", "target", "Three miners"),
        ("en", "The army carried out strikes against the rebels.", "target", "the rebels"),
        ("fr", "L'armée a mené des frappes contre les rebelles.", "target", "les rebelles"),
        ("fr", "Le village a subi un bombardement.", "target", "Le village"),
    ],
)
def test_roles(say, code, text, role, words):
    """Who did what to whom, in the active, the passive and with light verbs."""
    assert (role, words) in roles(say(code, text)[0], text)


@pytest.mark.parametrize(
    ("code", "text", "word", "role", "words"),
    [
        ("fr", "Les soldats qui ont attaqué le port sont partis.", "attaqué", "agent", "Les soldats"),
        ("en", "The soldiers who attacked the port have left.", "attacked", "agent", "The soldiers"),
        ("fr", "Les rebelles avancent, menant des frappes.", "menant", "agent", "Les rebelles"),
        ("en", "The rebels advanced, shelling the plain.", "shelling", "agent", "The rebels"),
    ],
)
def test_inherited_subjects(say, code, text, word, role, words):
    """Relative clauses and participles take their subject from outside."""
    analysis = say(code, text)[1]
    head = next(t.i for t in analysis.tokens if t.text == word)

    assert (role, words) in roles(say(code, text, head=head)[0], text)


@pytest.mark.parametrize(
    ("code", "text", "polarity"),
    [
        ("fr", "L'armée n'a pas repris la colline.", "-"),
        ("en", "The army did not recapture the hill.", "-"),
        ("fr", "Aucun soldat n'a été tué.", "-"),
        ("en", "No soldier was killed.", "-"),
        ("fr", "Deux personnes ont été tuées.", "+"),
        ("fr", "L'attaque n'a fait que deux blessés.", "+"),
        ("en", "Two people were killed.", "+"),
    ],
)
def test_polarity(say, code, text, polarity):
    """*Pas* and *no* deny; *ne … que* restricts; *personnes* is no negation."""
    assert say(code, text)[0].polarity == polarity


@pytest.mark.parametrize(
    ("code", "text", "prospective"),
    [
        ("fr", "Le pays enverra mille soldats.", True),
        ("en", "The country will send a thousand soldiers.", True),
        ("fr", "Le pays prévoit d'envoyer mille soldats.", True),
        ("en", "The country plans to send a thousand soldiers.", True),
        ("fr", "Le pays a envoyé mille soldats.", False),
        ("en", "The country sent a thousand soldiers.", False),
    ],
)
def test_prospective(say, code, text, prospective):
    """Future tense, *will* and plans are of what is to come."""
    assert say(code, text)[0].prospective is prospective


@pytest.mark.parametrize(
    ("code", "text", "referent", "relation"),
    [
        ("fr", "Un pont a été détruit dans la région de Koursk.", "RU-KRS", "in"),
        ("en", "A bridge was destroyed in the Kursk region.", "RU-KRS", "in"),
        ("fr", "Un pont a été détruit près de Novska.", "place:novska", "near"),
        ("en", "A bridge was destroyed near Novska.", "place:novska", "near"),
        ("fr", "Un drone a été abattu sur le sol polonais.", "PL", "in"),
        ("en", "A drone was shot down on Polish soil.", "PL", "in"),
        ("fr", "L'armée mène des frappes depuis le territoire russe.", "RU", "from"),
        ("en", "Shots were fired from Russian territory.", "RU", "from"),
        ("en", "Fighting took place near the Ukrainian border.", "border:UA", "near"),
        ("fr", "Des combats ont eu lieu près de la frontière ukrainienne.", "border:UA", "near"),
    ],
)
def test_places(say, code, text, referent, relation):
    """Exonyms, regions, soil, borders, and names no table knows."""
    place = say(code, text)[0].place

    assert place is not None
    assert (place.referent, place.relation) == (referent, relation)


def test_every_span_is_inside_the_text(say):
    """Spans index the article's text."""
    text = "Au moins douze soldats ont été tués mardi par une frappe de drone à Kharkiv."
    found = say("fr", text)[0]
    spans = [r.span for r in found.roles] + [found.time.span, found.place.span, found.quantity.span]

    assert all(s.of(text) for s in spans + [e.span for e in found.equipment])


@pytest.mark.parametrize("code", languages.installed())
@pytest.mark.parametrize("text", ["?", "«", "12", "\x00 a", "de de de", "le", "« Oui", "!" * 300, "a " * 400])
def test_odd_text_does_not_crash(say, code, text):
    """Whatever stands there, a proposition comes out."""
    assert say(code, text)[0].type


def test_speech_events_are_typed_by_their_act():
    """The caller says what the speech event does."""
    from dataclasses import replace

    pack = languages.load("fr")
    text = "Le maire a confirmé la nouvelle."
    analysis = pack.analyse(text, (Span(0, len(text)),))
    unit = replace(unit_of(analysis, text), speech=0)
    found = proposition(unit, analysis, where_of(pack), act=Act.CONFIRM)

    assert (found.family, found.type) == ("speech", "speech.confirm")
