"""Places, countries and types of event: tables and lookups."""

import pytest

from ouidire import languages
from ouidire.gazetteer.countries import alpha2_of, countries, origins
from ouidire.gazetteer.event_types import event_type, event_types, undoes
from ouidire.gazetteer.places import ancestors, gazetteer, local_id, place_of


def of(code):
    return languages.load(code).resources


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Kharkiv", "Kharkov"), ("Moscou", "Moscow"), ("Bande de Gaza", "Gaza Strip"), ("Londres", "London"),
        ("Cisjordanie", "West Bank"), ("Géorgie", "Georgia"), ("Donbass", "Donbas"), ("Alep", "Aleppo"),
        ("mer Rouge", "Red Sea"), ("Corée du Nord", "North Korea"), ("Crimée", "Crimea"),
    ],
)  # fmt: skip
def test_exonyms_meet(french, english):
    """Two names of one place give one id."""
    left, right = gazetteer(of("fr")).find(french), gazetteer(of("en")).find(english)

    assert left is not None
    assert left == right


def test_kind_and_country_narrow_a_name():
    """A city and its region share a name; the text may say which."""
    names = gazetteer(of("fr"))

    assert names.find("Koursk").kind == "city"
    assert names.find("Koursk", kind="region").id == "RU-KRS"
    assert names.find("Koursk", within="UA") is None


def test_unknown_names_are_not_guessed():
    """A name no table has stands for nothing; its local id does not depend on accents or case."""
    assert gazetteer(of("en")).find("Novska") is None
    assert local_id("Port-Lannéc") == local_id("port lannec") == "place:port-lannec"


def test_ancestors():
    """City, region, country."""
    assert ancestors("gn:538560") == ("RU-KRS", "RU")
    assert ancestors("place:novska") == ()


def test_coordinates_are_coarse():
    """No place is finer than a tenth of a degree."""
    place = place_of("gn:706483")

    assert place is not None
    assert place.lat == round(place.lat, 1)


@pytest.mark.parametrize(
    ("code", "word", "state"),
    [
        ("fr", "nord-coréennes", "PRK"), ("fr", "russe", "RUS"), ("fr", "grecques", "GRC"),
        ("en", "North Korean", "PRK"), ("en", "Dutch", "NLD"), ("fr", "congolais", None), ("en", "green", None),
    ],
)  # fmt: skip
def test_adjectives_of_origin(code, word, state):
    """All four forms in French; a word that fits two states stands for neither."""
    assert origins(of(code)).adjective(word) == state


def test_codes():
    """The table of countries has both codes."""
    assert alpha2_of("PRK") == "KP"
    assert len({row.alpha3 for row in countries()}) == len(countries())


def test_event_types_are_whole():
    """Roles are of the closed set, opposites exist, and every family has a row of its own or a default."""
    table = event_types()
    known = {"agent", "target", "with", "instrument", "recipient", "legal_basis", "theme", "speaker"}

    assert {r for row in table.values() for r in (row.subject, row.object, row.genitive)} <= known
    assert {row.opposite for row in table.values()} - {""} <= set(table)
    assert event_type("speech.confirm").subject == "speaker"
    assert undoes("military.deploy", "military.withdraw")


@pytest.mark.parametrize(
    ("code", "word", "state"),
    [
        ("fr", "eau", None),
        ("fr", "Eau", None),
        ("fr", "EAU", "ARE"),
        ("en", "us", None),
        ("en", "US", "USA"),
        ("en", "turkey", None),
        ("en", "Turkey", "TUR"),
        ("en", "chad", None),
        ("fr", "mali", None),
        ("fr", "Mali", "MLI"),
    ],
)
def test_a_common_noun_is_no_state(code, word, state):
    """Names of states are written with a capital, acronyms in capitals."""
    assert origins(languages.load(code).resources).state(word) == state
    assert (gazetteer(languages.load(code).resources).find(word) is None) == (state is None)


def test_adjectives_of_origin_are_written_as_listed():
    """*polish* is a verb in English; French writes *malien* small."""
    assert origins(languages.load("en").resources).adjective("polish") is None
    assert origins(languages.load("en").resources).adjective("Polish") == "POL"
    assert origins(languages.load("fr").resources).adjective("malien") == "MLI"
