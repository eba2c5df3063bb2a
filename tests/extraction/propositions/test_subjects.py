"""Whose doing a clause tells: control, relative clauses, phrases hung too low, sums of money."""

import pytest

from tests.extraction.propositions.test_frames import roles


@pytest.mark.parametrize(
    ("code", "text", "word", "role", "words"),
    [
        ("fr", "Le maire accuse la société d'avoir détruit la digue.", "détruit", "agent", "la société"),
        ("fr", "Le général a demandé aux soldats d'évacuer le port.", "évacuer", "agent", "soldats"),
        ("fr", "La garde a empêché les pêcheurs de quitter le port.", "quitter", "agent", "les pêcheurs"),
        ("fr", "Le gouvernement a promis de rouvrir le pont.", "rouvrir", "agent", "Le gouvernement"),
        ("fr", "Le juge est soupçonné d'avoir volé un tableau.", "volé", "agent", "Le juge"),
        ("fr", "La décision du maire de fermer la gare surprend.", "fermer", "agent", "du maire"),
        ("en", "The mayor accused the firm of destroying the dyke.", "destroying", "agent", "the firm"),
        ("en", "The general asked the soldiers to evacuate the port.", "evacuate", "agent", "the soldiers"),
        ("en", "The union called on drivers to block the road.", "block", "agent", "drivers"),
        ("en", "The guard kept the crew from leaving the port.", "leaving", "agent", "the crew"),
        ("en", "The government promised to reopen the bridge.", "reopen", "agent", "The government"),
        ("en", "The judge is suspected of stealing a painting.", "stealing", "agent", "The judge"),
        ("en", "The bridge the rebels destroyed linked two towns.", "destroyed", "target", "The bridge"),
        ("fr", "Le pont, que les rebelles ont détruit, était ancien.", "détruit", "target", "Le pont"),
    ],
)
def test_control(say, code, text, word, role, words):
    """Who is accused or asked does it; who promises does it himself."""
    analysis = say(code, text)[1]
    head = next(t.i for t in analysis.tokens if t.text == word)

    assert (role, words) in roles(say(code, text, head=head)[0], text)


@pytest.mark.parametrize(
    ("code", "text", "word", "wanted"),
    [
        (
            "fr",
            "L'attaque du convoi par les rebelles a duré une heure.",
            "attaque",
            {("agent", "les rebelles"), ("target", "convoi")},
        ),
        (
            "fr",
            "La frappe de l'armée contre le dépôt a surpris.",
            "frappe",
            {("agent", "l'armée"), ("target", "le dépôt")},
        ),
        (
            "en",
            "The rebels' release of three hostages was a surprise.",
            "release",
            {("agent", "The rebels"), ("target", "three hostages")},
        ),
        (
            "en",
            "The attack on the convoy by rebels was brief.",
            "attack",
            {("agent", "rebels"), ("target", "the convoy")},
        ),
    ],
)
def test_event_nouns(say, code, text, word, wanted):
    """What an event is *of* undergoes it where its doer is named besides."""
    analysis = say(code, text)[1]
    head = next(t.i for t in analysis.tokens if t.text == word)

    assert wanted <= roles(say(code, text, head=head)[0], text)


@pytest.mark.parametrize(
    ("code", "text", "role", "words"),
    [
        ("fr", "La société a versé deux millions d'euros au ministre.", "theme", "deux millions d'euros"),
        ("fr", "La société a versé deux millions d'euros au ministre.", "recipient", "ministre"),
        ("en", "The firm paid two million euros to the minister.", "theme", "two million euros"),
        ("fr", "La société a licencié trois cents salariés.", "target", "trois cents salariés"),
        ("fr", "Le Japon a signé un accord avec la Corée du Sud.", "with", "la Corée du Sud"),
        ("en", "Japan signed an agreement with South Korea.", "with", "South Korea"),
        ("fr", "L'Union européenne a imposé des sanctions à la Russie.", "target", "la Russie"),
        ("en", "The European Union imposed sanctions on Russia.", "target", "Russia"),
    ],
)
def test_beside_the_object(say, code, text, role, words):
    """A sum is what is paid; agreements have a partner; measures a target."""
    assert (role, words) in roles(say(code, text)[0], text)
