"""The table of outlets is sound and finds names, not words."""

import pytest

from ouidire.gazetteer.outlets import known_outlet, known_outlets, outlet_inside


def test_the_table_is_sound():
    """Names and aliases lead to one outlet each; kinds and countries are from closed sets."""
    names = [n for o in known_outlets() for n in (o.name, *o.aliases)]

    assert len(known_outlets()) > 150
    assert len(names) == len(set(names))
    assert {o.kind for o in known_outlets()} == {"wire", "state_wire", "newspaper", "magazine", "broadcaster"}
    assert all(len(o.country) == 3 and o.country.isupper() for o in known_outlets())


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("l’agence de presse sud-coréenne Yonhap", "Yonhap"),
        ("l'AFP", "Agence France-Presse"),
        ("the Russian news agency TASS", "TASS"),
        ("le quotidien Le Monde", "Le Monde"),
        ("The New York Times", "The New York Times"),
        ("le monde entier", None),
        ("the times", None),
        ("la carte (map)", None),
        ("Reuters et l’AFP", None),
        ("Interfax-Ukraine", "Interfax-Ukraine"),
        ("", None),
    ],
)
def test_outlets_in_a_phrase(phrase, name):
    """A name in a phrase is found; a common word is not; two outlets abstain."""
    found = outlet_inside(phrase)

    assert (found.name if found else None) == name


def test_aliases_share_one_referent():
    """An agency has one identifier under all its names."""
    assert known_outlet("AFP").referent == known_outlet("agence france presse").referent
    assert known_outlet("AFP").is_wire
