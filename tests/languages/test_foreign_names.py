"""Names the French tagger does not know, and trees the English parser gets wrong."""

import pytest

import ouidire


def _told(text, language):
    """Return who says what: (words of the source, quote) for each assertion that is attributed."""
    found = ouidire.extract(text, language=language)
    return [
        (tuple(s.of(text) for r in one.attribution.chain for s in r.source.spans), one.span.of(text))
        for one in found.assertions
        if one.attribution is not None
    ]


@pytest.mark.parametrize(
    ("source", "verb"),
    [
        ("The Quay", "rapporte"),
        ("Gull News", "affirme"),
        ("Agence Sirius", "rapporte"),
        ("Radio Tormel", "annonce"),
        ("Kronos Media", "signale"),
    ],
)
def test_a_foreign_name_after_a_cue_verb_is_its_subject(source, verb):
    """However the tagger calls its words."""
    told = _told(f"Le pont de Vell a cédé, {verb} {source}.", "fr")

    assert ((source,), "Le pont de Vell a cédé") in told


def test_a_relay_with_a_foreign_name_comes_second():
    """The outlet that cites somebody passes his words on."""
    told = _told("Gull News, citant Tomas Erl, rapporte que le pont de Vell a cédé.", "fr")

    assert told == [(("Tomas Erl", "Gull News"), "le pont de Vell a cédé")]


def test_a_perfect_with_etre_is_no_passive():
    """Who comes back on a statement is who takes it back; on a place, nobody."""
    taken = ouidire.extract("La ministre est revenue sur ses propos.", language="fr")
    there = ouidire.extract("La ministre est revenue sur les lieux.", language="fr")

    assert "RETRACTED" in {one.label for one in taken.assertions}
    assert {one.label for one in there.assertions} == {"ASSERTED"}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor withdrew his statement that the bridge had collapsed.",
        "The mayor withdrew the claim that the bridge had collapsed.",
    ],
)
def test_what_somebody_takes_back_is_not_asserted(text):
    """Whose claim it was does not matter."""
    labels = {one.span.of(text): one.label for one in ouidire.extract(text, language="en").assertions}

    assert labels["the bridge had collapsed"] == "RETRACTED"


def test_a_number_after_a_date_counts_what_follows():
    """Two numbers in a row belong to two things."""
    (one,) = ouidire.extract("On 3 May 2031 fifteen people were killed in Ilsen.", language="en").assertions

    assert one.proposition.quantity is not None
    assert (one.proposition.quantity.n, one.proposition.time.value) == (15, "2031-05-03")


@pytest.mark.parametrize("front", ["", "on Monday ", "in Novska "])
def test_who_reports_last_is_the_relay(front):
    """Wherever the clause that was said begins."""
    told = _told(f"Ada Ruiz said that {front}the bridge collapsed, Gull News reported.", "en")

    assert told == [(("Ada Ruiz", "Gull News"), f"{front}the bridge collapsed")]


def test_a_frame_is_never_the_verb():
    """*According to X, quoted by Y* opens a sentence whose verb comes later."""
    told = _told("According to Tomas Erl, quoted by Gull News, on 3 May 2031 seven people were killed.", "en")

    assert [source for source, _ in told] == [("Tomas Erl", "Gull News")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tan Bek-sul a confirmé l’envoi de troupes.", "l’envoi de troupes"),
        ("Les troupes sont parties, a déclaré Tan Bek-sul.", "Les troupes sont parties"),
    ],
)
def test_a_name_with_a_small_part_is_one(text, said):
    """The hyphen in it cuts nothing off."""
    assert (("Tan Bek-sul",), said) in _told(text, "fr")


def test_what_a_treaty_provides_for_is_not_its_condition():
    """*Provides for aid if…*: the aid is the rule, the attack its condition."""
    text = "The treaty provides for military aid if either party is attacked."
    labels = {one.span.of(text): one.label for one in ouidire.extract(text, language="en").assertions}

    assert labels["military aid"] == "NORMATIVE"
    assert set(labels.values()) <= {"NORMATIVE", "HYPOTHETICAL"}


@pytest.mark.parametrize("outlet", ["Le Fanal", "Reuters", "L'agence Boréale"])
def test_who_cites_in_a_relative_clause_is_the_relay(outlet):
    """Whatever the parser takes the outlet for, it is the subject of the verb after the clause."""
    told = _told(f"{outlet}, qui cite la mairie, annonce que le pont a cédé.", "fr")

    assert told == [(("la mairie", outlet), "le pont a cédé")]
