"""Every place name of an article: found, chosen by what else the article names, or left open."""

from itertools import pairwise

import pytest

import ouidire


def places(text, language="en"):
    """Words of each place with its id."""
    found = ouidire.extract(text, language=language)
    return {found.article.text[p.span.start : p.span.end]: p for p in found.places}


@pytest.mark.parametrize(
    ("language", "text", "words", "referent"),
    [
        # The region or country right after a name decides.
        ("en", "A barge sank in London, Ontario, on Monday.", "London", "gn:6058560"),
        ("en", "A barge sank in London, Ky., on Monday.", "London", "gn:4298960"),
        ("en", "A barge sank in London on Monday.", "London", "gn:2643743"),
        ("en", "The barge left Moscow, Idaho, on Monday.", "Moscow", "gn:5601538"),
        ("en", "The barge left Moscow on Monday.", "Moscow", "gn:524901"),
        ("en", "A barge burned in Paris, Texas, overnight.", "Paris", "gn:4717560"),
        # What else the article names decides where nothing follows.
        ("en", "Kentucky police closed a road. The barge in London burned. Kentucky pays.", "London", None),
        ("en", "The barge burned in Kirkland. Washington state and Seattle sent help.", "Kirkland", "gn:5799841"),
        # Abbreviations of regions.
        ("en", "A man from Ada, Okla., was hurt.", "Okla.", "US-OK"),
        ("en", "A man from Ada, Okla., was hurt.", "Ada", "gn:4529096"),
        ("en", "Officials in N.C. closed the bridge.", "N.C.", "US-NC"),
        # Counties, regions, seas, continents, adjectives of origin.
        ("en", "A fire started in Laurel County in Kentucky.", "Laurel County", "fips:21125"),
        ("en", "Ships left the Black Sea.", "Black Sea", "x:black-sea"),
        ("en", "Snow fell across Northern Ireland.", "Northern Ireland", "GB-NIR"),
        ("en", "Snow fell in British Columbia.", "British Columbia", "CA-BC"),
        ("en", "The Lebanese minister spoke.", "Lebanese", "LB"),
        ("en", "Snow fell in Quebec.", "Quebec", "CA-QC"),
        ("fr", "Un dépôt a brûlé dans la région de Koursk.", "Koursk", "RU-KRS"),
        ("fr", "Un dépôt a brûlé à Koursk, en Russie.", "Koursk", "gn:538560"),
        ("fr", "Le ministre libanais a parlé.", "libanais", "LB"),
        ("fr", "Des navires ont quitté la mer Noire.", "mer Noire", "x:black-sea"),
        ("fr", "La neige est tombée en Écosse.", "Écosse", "GB-SCT"),
    ],
)  # fmt: skip
def test_what_a_name_stands_for(language, text, words, referent):
    """One name, one place; none where the evidence leaves two."""
    found = places(text, language)

    assert words in found, sorted(found)
    assert referent is None or found[words].referent == referent


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Paris Holm sold the barge.", "Paris"),
        ("Mr Jordan sold the barge.", "Jordan"),
        ("Turkey was served for dinner, he said.", "dinner"),
        ("The price rose. In March, hope returned.", "March"),
        ("Miss Holm paid in cash.", "Miss"),
        ("He was 300 m from the door.", "m"),
    ],
)
def test_what_is_no_place(text, words):
    """People, months and common nouns are no places."""
    assert words not in places(text)


def test_an_unknown_town_keeps_its_name_and_has_no_point():
    """A name no table knows gets a local id, as in propositions."""
    found = places("The barge sank near Velmarov on Monday.")["Velmarov"]

    assert (found.referent, found.lat, found.kind) == ("place:velmarov", None, "")


def test_an_unknown_town_of_a_named_region_lies_in_it():
    """Coordinates are no finer than what is known: those of the region."""
    found = places("The barge sank in Velmarov, Kentucky, on Monday.")["Velmarov"]

    assert found.referent == "place:velmarov"
    assert (found.lat, found.lon) == (37.9, -85.5)


def test_a_small_town_is_never_meant_without_support():
    """A real small town abroad bears the name of an invented one: nothing speaks for it."""
    assert places("Rebels attacked Novska on Monday.").get("Novska") is None or (
        places("Rebels attacked Novska on Monday.")["Novska"].referent == "place:novska"
    )
    assert places("Rebels in Croatia attacked the port in Novska on Monday.")["Novska"].kind == "city"


def test_two_that_stay_close_are_left_open():
    """Two cities of one size, and no word about the country."""
    found = places("Police in Birmingham closed a road. Alabama and England both have one.")["Birmingham"]

    assert found.referent is None or found.referent.startswith("gn:")
    assert found.referent or len(found.candidates) > 1


def test_a_claim_means_the_same_place_as_the_list():
    """The proposition's place is the article's."""
    text = "A barge sank in London on Monday. London, Ontario, is dry."
    found = ouidire.extract(text, language="en")
    listed = {p.referent for p in found.places if p.span.of(text) == "London"}

    assert listed == {"gn:6058560"}
    assert found.assertions[0].proposition.place.referent == "gn:6058560"


def test_a_name_inside_that_of_a_body_is_marked():
    """It is in the list for who searches by place, and says that it is only part of a name."""
    found = places("An officer of the University of Kentucky lives in Louisville.")

    assert found["Kentucky"].form == "part"
    assert found["Louisville"].form == "name"


def test_a_dateline_names_its_place():
    """It is cut off as boilerplate, and read all the same."""
    found = places("RUSSELLVILLE, Ark. (AP) - A barge sank on Monday in the river. Two men were hurt.\n")

    assert found["RUSSELLVILLE"].referent == "gn:4129397"
    assert found["Ark."].referent == "US-AR"


def test_order_and_spans():
    """In text order, none over another, each with its words."""
    text = "From Paris to Moscow, French and Russian trains cross Poland, Belarus and western Germany."
    found = ouidire.extract(text, language="en").places
    spans = [(p.span.start, p.span.end) for p in found]

    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert [p.span.of(text) for p in found][:2] == ["Paris", "Moscow"]
