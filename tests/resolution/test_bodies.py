"""Bodies named after their noun are bodies, whatever the tagger takes the name for."""

import pytest

import ouidire


@pytest.mark.parametrize(
    ("language", "text", "kind", "name"),
    [
        ("fr", "L'agence Boréale a annoncé la fermeture du port.", "wire_agency", "Boréale"),
        ("fr", "La chaîne Orsine a annoncé que le pont est fermé.", "media_outlet", "Orsine"),
        ("fr", "Le groupe Delmas dit que l'usine fermera.", "organisation", "groupe Delmas"),
        ("fr", "La société Perrin a annoncé que l'usine fermera.", "organisation", "société Perrin"),
        ("fr", "Le syndicat Martin dit que l'usine fermera.", "organisation", "syndicat Martin"),
        ("fr", "La fondation Karl Weiss dit que le camp est vide.", "organisation", "fondation Karl Weiss"),
        ("fr", "L'association Jeanne Morel dit que le camp est vide.", "organisation", "association Jeanne Morel"),
        ("fr", "Karl Weiss dit que le camp est vide.", "person", "Karl Weiss"),
        ("fr", "Le maire Karl Weiss dit que le camp est vide.", "person", "Karl Weiss"),
        ("en", "The Karl Weiss Foundation said the camp was empty.", "organisation", "Karl Weiss Foundation"),
        ("en", "The union Dockers First said the plant would close.", "organisation", "union Dockers First"),
        ("en", "Mayor Karl Weiss said the camp was empty.", "person", "Karl Weiss"),
    ],
)  # fmt: skip
def test_kind_and_name(language, text, kind, name):
    """The first speaker's kind and name."""
    found = ouidire.extract(text, language=language).assertions
    source = next(a.attribution.chain[0].source for a in found if a.attribution)

    assert (source.kind.value, source.name) == (kind, name)


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("fr", "Kiev affirme avoir repris la ville.", "UKR"),
        ("fr", "Moscou dément avoir frappé le barrage.", "RUS"),
        ("en", "Kyiv denied striking the dam.", "UKR"),
    ],
)
def test_a_capital_that_speaks_is_its_government(language, text, state):
    """The one who acts in what a capital says is the state."""
    found = ouidire.extract(text, language=language).assertions
    roles = [r for a in found if a.proposition.family != "speech" for r in a.proposition.roles]

    assert [r.referent for r in roles if r.role == "agent"] == [state]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", "Des manifestants se sont réunis à Moscou.", "gn:524901"),
        ("en", "A fire broke out in Moscow.", "gn:524901"),
    ],
)
def test_a_capital_in_which_something_happens_is_a_city(language, text, place):
    """The same name after a preposition of place."""
    found = ouidire.extract(text, language=language).assertions

    assert [a.proposition.place.referent for a in found if a.proposition.place] == [place]
