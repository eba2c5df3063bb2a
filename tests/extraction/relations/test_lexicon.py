"""Every example of the cue lexicons makes its entry fire, and no counter-example does."""

from __future__ import annotations

import pytest

from ouidire.extraction.relations.entries import (
    AdverbEntry,
    FrameEntry,
    GrammarEntry,
    NounEntry,
    SourceEntry,
    VerbEntry,
    cues_of,
)
from ouidire.languages import load
from ouidire.lexicon import load_entries
from ouidire.model import Span
from tests.extraction.relations.conftest import Read

LANGUAGES = ["fr", "en"]
FILES = {
    "cue_verbs": VerbEntry,
    "cue_adjectives": VerbEntry,
    "cue_nouns": NounEntry,
    "frames": FrameEntry,
    "cue_adverbs": AdverbEntry,
}


def _entries(language: str, name: str, as_: type) -> tuple:
    return load_entries(load(language).resources / "lexicon" / f"{name}.toml", as_)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(FILES))
def test_examples_fire_and_counter_examples_do_not(read: Read, language: str, name: str) -> None:
    """One reading of all examples of a file, one line each."""
    rows = [
        (entry.id, example, wanted)
        for entry in _entries(language, name, FILES[name])
        for examples, wanted in ((entry.examples, True), (entry.not_examples, False))
        for example in examples
    ]
    text = "\n".join(example for _, example, _ in rows)
    seen = read(language, text)
    faults: list[str] = []
    start = 0
    for entry, example, wanted in rows:
        fired = {s.entry for s in seen if start <= s.start < start + len(example)}
        if (entry in fired) is not wanted:
            faults.append(f"{entry}: {example} -> {sorted(fired)}")
        start += len(example) + 1
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(FILES))
def test_every_entry_has_an_example(language: str, name: str) -> None:
    """An entry nobody can see at work is not checked by anything."""
    assert not [entry.id for entry in _entries(language, name, FILES[name]) if not entry.examples]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nouns_of_sources_tell_their_kind(read: Read, language: str) -> None:
    """The example of each noun for speakers, put in a frame, has the kind its entry says."""
    frame, rest = {"fr": ("Selon", "le pont est fermé."), "en": ("According to", "the bridge is closed.")}[
        language
    ]
    rows = [(e, x) for e in _entries(language, "source_nouns", SourceEntry) for x in e.examples]
    lines = [f"{frame} {example}, {rest}" for _, example in rows]
    seen = {s.start: s for s in read(language, "\n".join(lines)) if s.cue == frame}
    start = 0
    for (entry, example), line in zip(rows, lines, strict=True):
        assert start in seen, example
        assert seen[start].chain[0] == example
        assert seen[start].kinds[0] in {entry.kind.value, entry.plural and entry.plural.value}, example
        start += len(line) + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_small_words_are_found_in_their_examples(language: str) -> None:
    """Each closed class of grammar matches a word (or two) of its example."""
    pack = load(language)
    cues = cues_of(pack)
    for entry in _entries(language, "cue_grammar", GrammarEntry):
        for example in entry.examples:
            tokens = pack.analyse(example, (Span(0, len(example)),)).tokens
            assert any(cues.has(entry.role, token) for token in tokens), entry.id
