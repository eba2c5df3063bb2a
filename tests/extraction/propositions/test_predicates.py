"""Events that no type names bear one key in both languages, and so do their participants."""

import pytest

PAIRS = [
    ("Des soldats gardent le chantier.", "Soldiers are guarding the site.", "other.guard"),
    ("Les ouvriers ont installé une antenne.", "Workers have set up an antenna.", "other.install"),
    ("La police a escorté le convoi.", "Police escorted the convoy.", "other.escort"),
    ("Les rebelles ont bloqué la route.", "Rebels blocked the road.", "other.block"),
    ("Les ouvriers ont déblayé les décombres.", "Workers cleared the rubble.", "other.clear"),
    ("Le parlement a abrogé la loi.", "Parliament repealed the law.", "other.repeal"),
    ("La banque a remboursé les clients.", "The bank reimbursed customers.", "other.repay"),
    ("Les voisins ont éteint l'incendie.", "Neighbours put out the fire.", "other.turn_off"),
    ("Les médecins ont confiné le village.", "Doctors quarantined the village.", "other.quarantine"),
    ("Les habitants manquent d'eau.", "Residents lack water.", "other.lack"),
]


@pytest.mark.parametrize(("french", "english", "type_"), PAIRS, ids=lambda x: x[:30])
def test_one_key(say, french, english, type_):
    """Type and predicate are the same; the family stays *other*."""
    found = say("fr", french)[0], say("en", english)[0]

    assert [p.type for p in found] == [type_, type_]
    assert {p.family for p in found} == {"other"}
    assert found[0].predicate == found[1].predicate
