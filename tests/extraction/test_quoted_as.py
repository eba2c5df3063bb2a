"""Words quoted at second hand, cue clauses that part a subject from its verb, accounts as frames."""

from __future__ import annotations

import pytest

from ouidire import extract

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
