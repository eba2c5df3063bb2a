"""Loaded terms: whose word it is, who adopts it, and what is none."""

import pytest

import ouidire
from ouidire import languages
from ouidire.assessment.drift.loaded import LoadedEntry, loaded_between, uses
from ouidire.lexicon import load_entries
from ouidire.model import Direction
from tests.linking import building as b


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_entry_is_found_in_its_examples(code):
    """A loaded word of each entry; the keys of one language are those of the other."""
    entries = load_entries(languages.load(code).resources / "lexicon" / "loaded.toml", LoadedEntry)
    assert {e.key for e in entries} == {
        "retake",
        "killed",
        "fighters",
        "war",
        "annexation",
        "government",
        "distance",
    }
    for entry in entries:
        assert entry.examples
        for example in entry.examples:
            found = ouidire.extract(example, language=code)
            said = [u for a in found.assertions for u in uses(a, found.article)]
            if entry.key == "distance":
                assert said
                assert not any(u.own for u in said if u.loaded)
            else:
                assert any(u.key == entry.key and u.loaded and u.own for u in said), example


def retaken(text, *, by=None, language="en", outlet="The Quay"):
    """Somebody retook a village, in some words."""
    attribution = b.through(b.source(by), span=b.words(text, by)) if by else None
    one = b.assertion(text, "territory.retake", attribution=attribution)
    item = b.extraction(b.article(text, outlet=outlet, language=language), one)
    return item.assertions[0], item.article


OWN = "Troops liberated the village of Orle."
NEUTRAL = "Troops recaptured the village of Orle."
QUOTED = "Troops “liberated” the village of Orle."
SAID = "The general said troops liberated the village of Orle."
FRENCH = "Les troupes ont libéré le village d'Orle."
FRENCH_NEUTRAL = "Les troupes ont repris le village d'Orle."


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (retaken(NEUTRAL), retaken(OWN), [Direction.STRONGER]),
        (retaken(OWN), retaken(NEUTRAL), [Direction.WEAKER]),
        (retaken(SAID, by="The general"), retaken(OWN), [Direction.STRONGER]),
        (retaken(QUOTED), retaken(OWN), [Direction.STRONGER]),
        (retaken(NEUTRAL), retaken(FRENCH, language="fr"), [Direction.STRONGER]),
        (retaken(FRENCH, language="fr"), retaken(FRENCH_NEUTRAL, language="fr"), [Direction.WEAKER]),
        (retaken(OWN), retaken(OWN), []),
        (retaken(NEUTRAL), retaken(QUOTED), []),
        (retaken(NEUTRAL), retaken(SAID, by="The general"), []),
        (retaken(NEUTRAL), retaken("Troops took the so-called liberated village of Orle."), []),
        (retaken("Troops entered Orle."), retaken(OWN), []),
    ],
)
def test_between_two_tellings(before, after, expected):
    """Adopting a word is stronger, giving it up weaker; in quotation marks or as a source's it is nobody's own."""
    assert [d.direction for d in loaded_between(before, after)] == expected


def drifts(text, language):
    """The loaded terms an article adopts: from whose words to its own."""
    found = ouidire.extract(text, language=language)
    where = {a.id: a.span.of(found.article.text) for a in found.assertions}
    return [(where[d.from_], where[d.to]) for d in found.drifts if d.dimension == "loaded_term"]


def test_an_outlet_adopts_the_word_of_whom_it_cites():
    """Said by a general in one sentence, by the outlet in the next."""
    text = "The general said that troops had liberated Orle. After the liberation of Orle, shops reopened."
    ((before, after),) = drifts(text, "en")

    assert "liberated" in before
    assert "liberation" in after


def test_the_word_of_a_speech_taken_over_beside_its_content():
    """What the speech was about, not what it said: the word is the speaker's all the same."""
    text = "Le général Aron Velk a fait cette annonce lors d'une réunion concernant la libération de la ville d'Orle."
    ((before, after),) = drifts(text, "fr")

    assert before.startswith("Le général")
    assert after == "la libération de la ville d'Orle"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The general said that troops had liberated Orle. Shops in Orle reopened on Monday.", "en"),
        (
            "The general said that troops had liberated Orle. After the “liberation” of Orle, shops reopened.",
            "en",
        ),
        (
            "La libération des otages a été annoncée par le ministre. La libération des otages a pris trois jours.",
            "fr",
        ),
        ("Troops liberated Orle on Monday.", "en"),
    ],
)
def test_no_counterpart_no_drift(text, language):
    """Not adopted, quoted, of another sense, or nobody else's word."""
    assert drifts(text, language) == []
