"""Words quoted at second hand, cue clauses that part a subject from its verb, accounts as frames."""

from __future__ import annotations

import pytest

from ouidire import extract
from ouidire.model import Label

_NOT_THE_AUTHORS = [
    ('"We will not leave," he was quoted by the Hestrel Times as saying.', "We will not leave"),
    ('"We will not leave," she was quoted as saying.', "We will not leave"),
    ("The mayor, police said, had resigned, and the council would meet on Monday.", "resigned"),
    ("By his own account, Teller never saw the contract.", "never saw the contract"),
    ("By most accounts, the bridge was unsafe for years.", "unsafe"),
    ("The dam held through the night, per the governor's office.", "held through the night"),
]


@pytest.mark.parametrize(("text", "part"), _NOT_THE_AUTHORS)
def test_what_others_say_is_not_asserted(text: str, part: str) -> None:
    """No assertion over the words of others is the author's own."""
    extraction = extract(text, language="en")
    held = [a for a in extraction.assertions if part in extraction.article.text[a.span.start : a.span.end]]
    assert held
    assert all(a.label.value != "ASSERTED" for a in held)


@pytest.mark.parametrize(
    "text", ["The plant makes ten tons per day.", "The mayor, Orla Finch, has resigned."]
)
def test_measures_and_names_are_no_sources(text: str) -> None:
    """A rate is no frame, and a name in apposition is no cue."""
    assert not extract(text, language="en").attributions


_UNLISTED = [
    ("The rebels gloated that the garrison had fled.", "the garrison had fled", "The rebels"),
    ("She was incensed that the mill had been sold.", "the mill had been sold", "She"),
    ("She is not convinced that the fire was an accident.", "the fire was an accident", "She"),
]


@pytest.mark.parametrize(("text", "part", "who"), _UNLISTED)
def test_a_clause_somebody_holds_is_theirs_whatever_the_verb(text: str, part: str, who: str) -> None:
    """A verb in no list with a clause as its object makes the clause its subject's."""
    extraction = extract(text, language="en")
    held = next(a for a in extraction.assertions if text[a.span.start : a.span.end] == part)
    assert held.label.value in {"ATTRIBUTED", "DOUBTED"}
    assert who in [text[s.start : s.end] for r in extraction.attributions for s in r.source]


@pytest.mark.parametrize(
    "text", ["It turned out that the garrison had fled.", "The lock ensured that the gate held."]
)
def test_what_brings_a_clause_about_does_not_say_it(text: str) -> None:
    """Nobody says what an expletive or a cause has for its clause."""
    assert not extract(text, language="en").attributions


@pytest.mark.parametrize(
    "text", ["L'usine accuse un recul de ses ventes.", "La banque centrale a relevé ses taux."]
)
def test_objects_that_make_another_verb(text: str) -> None:
    """*Accuser un recul* accuses nobody."""
    assert not extract(text, language="fr").attributions


def test_an_object_after_an_insertion_is_confirmed() -> None:
    """An insertion between a gerund of speech and its object does not lose it."""
    text = "En confirmant, au détour d'une phrase, la mort du général, le ministre a surpris."
    labels = {text[a.span.start : a.span.end]: a.label.value for a in extract(text, language="fr").assertions}
    assert labels["la mort du général"] == "CONFIRMED"


@pytest.mark.parametrize(
    "text", ["Before the vote, the mayor resigned.", "After the vote, the mayor resigned."]
)
def test_a_word_of_time_before_a_noun_opens_no_clause(text: str) -> None:
    """What happened before or after something is asserted, not taken for granted."""
    labels = {text[a.span.start : a.span.end]: a.label.value for a in extract(text, language="en").assertions}
    assert labels == {text.rstrip("."): "ASSERTED"}


def test_an_admission_is_no_identifiable_source() -> None:
    """*De son propre aveu* says that somebody admits it, and names nobody."""
    (held,) = extract("De son propre aveu, le gardien dormait.", language="fr").assertions
    assert held.label is Label.ATTRIBUTED
    assert [hop.source.anonymity for hop in held.attribution.chain] == [5]
