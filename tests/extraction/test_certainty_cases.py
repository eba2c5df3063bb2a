"""Invented sentences by phenomenon: labels right, and nothing open shown as so."""

import tomllib
from importlib.resources import files

import pytest

LANGUAGES = ("en", "fr")
SHOWN_AS_SO = {"ASSERTED", "PRESUPPOSED", "CONFIRMED"}
FLOOR = 0.95


def groups(language):
    """The groups of a language's case file."""
    file = files(f"ouidire.languages.{language}") / "cases" / "certainty.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))["group"]


def outcomes(language, about):
    """Every item with the label it was given."""
    for group in groups(language):
        for text, words in group["items"]:
            found = about(text, language, words)
            yield group, text, found.label.value if found else None


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_the_cases(language, about):
    """At least 95 in 100 of the invented cases have their label."""
    rows = list(outcomes(language, about))
    misses = [(g["phenomenon"], got, text) for g, text, got in rows if got not in g["labels"]]

    assert 1 - len(misses) / len(rows) >= FLOOR, misses


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_open_is_shown_as_so(language, about):
    """No case that is hedged, denied, undisclosed, hypothetical or a norm is shown as a fact."""
    errors = [
        (g["phenomenon"], got, text)
        for g, text, got in outcomes(language, about)
        if not SHOWN_AS_SO.intersection(g["labels"]) and got in SHOWN_AS_SO
    ]

    assert errors == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_cases_are_answered(language, about):
    """Silence is no skill: nearly every case gets an answer."""
    rows = list(outcomes(language, about))

    assert sum(got is not None for *_, got in rows) / len(rows) >= 0.95
