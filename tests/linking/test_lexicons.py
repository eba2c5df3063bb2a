"""Every entry of the linking lexicons says what it is for."""

import pytest

from ouidire import languages
from ouidire.lexicon import load_entries
from ouidire.linking.distinctions import DistinctionEntry, distinctions
from ouidire.linking.words import HeadEntry, LightEntry, ScopeEntry, content_words, head_class, scope_of

CASES = [
    pytest.param(code, entry, id=entry.id)
    for code in ("fr", "en")
    for name, as_ in (("heads", HeadEntry), ("scopes", ScopeEntry))
    for entry in load_entries(languages.load(code).resources / "lexicon" / f"{name}.toml", as_)
]


@pytest.mark.parametrize(("code", "entry"), CASES)
def test_examples(code, entry):
    """A head's examples have its class, a scope's begin with it."""
    assert entry.examples
    for example in entry.examples:
        if isinstance(entry, HeadEntry):
            assert head_class(example, code) == entry.class_
        else:
            assert scope_of(example, code) is entry.scope


@pytest.mark.parametrize("code", ["fr", "en"])
def test_no_noun_has_two_classes(code):
    """Each lemma stands once."""
    entries = load_entries(languages.load(code).resources / "lexicon" / "heads.toml", HeadEntry)
    lemmas = [lemma for e in entries for lemma in e.lemmas]

    assert len(lemmas) == len(set(lemmas))


@pytest.mark.parametrize("code", ["fr", "en"])
def test_auxiliaries_mean_nothing_alone(code):
    """The examples are no words that make a difference."""
    for entry in load_entries(languages.load(code).resources / "lexicon" / "auxiliaries.toml", LightEntry):
        assert entry.examples
        assert not any(content_words(example, code) for example in entry.examples)


@pytest.mark.parametrize("code", ["fr", "en"])
def test_no_class_is_a_noun_of_another(code):
    """A class that extraction gives stands for itself, whatever the nouns of the lexicon."""
    known = {entry.class_ for case in CASES if isinstance(entry := case.values[1], HeadEntry)}

    assert all(head_class(name, code) == name for name in known)


@pytest.mark.parametrize("code", ["fr", "en"])
def test_distinctions(code):
    """Every entry is found in its examples; both languages know the same keys."""
    file = languages.load(code).resources / "lexicon" / "distinctions.toml"
    entries = load_entries(file, DistinctionEntry)
    for entry in entries:
        assert entry.examples
        for example in entry.examples:
            assert distinctions(example, code, entry.on) == {entry.key}

    assert {e.key for e in entries} == {
        "further",
        "former",
        "coming",
        "deputy",
        "few",
        "mock",
        "1",
        "2",
        "3",
    } | {
        "attempted",
        "almost",
        "possible",
    }


def test_what_follows_may_undo_a_distinction():
    """*May have sent* is a doubt about what happened, not another event."""
    assert distinctions("the state may have sent troops", "en", "event") == frozenset()
    assert distinctions("l'État pourrait avoir envoyé des troupes", "fr", "event") == frozenset()
