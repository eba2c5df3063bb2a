"""Every certainty lexicon entry fires in its examples, and not in its counter-examples."""

import pytest

from ouidire.extraction.certainty import LEXICONS, entries, occurrences
from ouidire.extraction.conditional.words import ConditionalEntry
from ouidire.extraction.patterns import compile_pattern
from ouidire.extraction.subordination import SubordinatorEntry
from ouidire.languages import load
from ouidire.lexicon import load_entries
from ouidire.model import Span

LANGUAGES = ("en", "fr")
FILES = (*LEXICONS, "concession")


def analysed(text, language):
    """The analysis of one block."""
    return load(language).analyse(text, (Span(0, len(text)),))


def fired(text, language, name):
    """Ids of the entries of a lexicon that occur in a text."""
    analysis = analysed(text, language)
    return {
        hit.entry.id
        for sentence in analysis.sentences
        for hit in occurrences(analysis, sentence, load(language), name)
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_examples_fire(language, name):
    """An entry is found in each of its examples."""
    silent = [
        (entry.id, text)
        for entry in entries(load(language), name)
        for text in entry.examples
        if entry.id not in fired(text, language, name)
    ]

    assert silent == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_false_friends_do_not_fire(language, name):
    """An entry is found in none of its counter-examples."""
    wrong = [
        (entry.id, text)
        for entry in entries(load(language), name)
        for text in entry.not_examples
        if entry.id in fired(text, language, name)
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "kind"), [("subordinators", SubordinatorEntry), ("conditional", ConditionalEntry)]
)
def test_words_of_clauses_occur_in_their_examples(language, name, kind):
    """Subordinators and the words of the conditional are found in their examples."""
    silent = []
    for entry in load_entries(load(language).resources / "lexicon" / f"{name}.toml", kind):
        for text in entry.examples:
            tokens = analysed(text, language).tokens
            if not any(
                compile_pattern(p).match(tokens, at) for p in entry.patterns for at in range(len(tokens))
            ):
                silent.append((entry.id, text))

    assert silent == []
