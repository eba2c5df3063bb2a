"""The front door of extraction: ids, spans, relations, speech events, odd input."""

import pytest

from ouidire.languages import load
from ouidire.model import Act, ConditionalKind, MarkerClass, SourceKind, Stance

CONFIRMED = "Le préfet a confirmé que le pont avait cédé."
DENIED = "The council denied that the bridge was closed."
HEARSAY = "Le ferry aurait heurté un récif."
ODD = (
    "",
    "   \n\n  ",
    "«",
    "” « ’ ’ (",
    "a\x00b",
    "Si si si que que que.",
    "?" * 50,
    "Selon selon selon, « il » a dit que que",
    "mot " * 1500,
    "🦊 a dit : « 🦊 »",
)


def test_speech_event_and_content_are_two(found):
    """A confirmation is an assertion beside what is confirmed, and points at it."""
    speech, content = sorted(
        found(CONFIRMED, "fr").assertions, key=lambda a: a.proposition.family != "speech"
    )

    assert speech.attribution is None
    assert speech.proposition.type == "speech.confirm"
    assert speech.refers_to == (content.id,)
    assert content.attribution.cue.span.of(CONFIRMED) == "a confirmé"


def test_complementiser_is_in_the_content_but_not_in_the_claim(found):
    """PolNeAR's content keeps *que*; the assertion does not."""
    content = next(a for a in found(CONFIRMED, "fr").assertions if a.attribution)

    assert content.span.of(CONFIRMED) == "le pont avait cédé"
    assert content.attribution.content[0].of(CONFIRMED).startswith("que ")


def test_denial_contests(found):
    """What is denied is contested; that it was denied is not."""
    stances = {a.proposition.family: a.stance for a in found(DENIED, "en").assertions}

    assert stances.pop("speech") is Stance.SUPPORT
    assert set(stances.values()) == {Stance.CONTEST}


def test_bare_hearsay_has_an_implicit_source(found):
    """The verb group is the cue of a relation without a speaker."""
    (claim,) = found(HEARSAY, "fr").assertions

    assert claim.conditional is ConditionalKind.HEARSAY
    assert claim.attribution.cue.act is Act.HEARSAY
    assert claim.attribution.cue.span.of(HEARSAY) == "aurait heurté"
    assert claim.attribution.chain[0].source.kind is SourceKind.IMPLICIT
    assert claim.attribution.chain[0].source.anonymity == 5


def test_every_marker_cites_its_words(found):
    """Markers carry the words they rest on."""
    text = "Selon la mairie, le pont pourrait céder."
    (claim,) = found(text, "fr").assertions
    markers = [m for c in claim.commitments for m in c.markers]

    assert [(m.class_, m.span.of(text)) for m in markers] == [(MarkerClass.POSSIBLE, "pourrait")]


def test_records_name_their_assertions(found):
    """A relation lists the assertions its content makes."""
    result = found(CONFIRMED, "fr")
    (record,) = result.attributions

    assert record.assertions == tuple(a.id for a in result.assertions if a.attribution)


def test_ids_are_unique_and_repeatable(found):
    """Ids depend on the article and the words alone."""
    text = f"{CONFIRMED} {HEARSAY}"
    first = [a.id for a in found(text, "fr").assertions]
    found.cache_clear()

    assert [a.id for a in found(text, "fr").assertions] == first
    assert len(set(first)) == len(first)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_text_is_survived(found, language, text):
    """Unbalanced quotes, control characters and walls of words are read without a fault."""
    for assertion in found(text, language).assertions:
        assert assertion.span.of(text) == assertion.span.of(text).strip()
        assert assertion.sentence.covers(assertion.span)


def test_abstains_without_a_parser(found):
    """A pack that has no parser makes extraction find nothing."""
    from ouidire.extraction import Found, extract
    from ouidire.languages import Analysis
    from ouidire.model import Article

    class Bare:
        code = "xx"
        capabilities = frozenset({"tokens"})
        resources = load("fr").resources

    article = Article(id="sha256:x", ref="x", language="xx", text="x")

    assert extract(article, (), Analysis.build("x", (), (), ()), Bare()) == Found()
