"""The small lexicons: every phrase is found where it stands, and every entry shows an example."""

import tomllib

import pytest

from ouidire import languages
from ouidire.extraction.propositions.words import Phrases, words_of
from ouidire.languages import Token

FILES = (
    "light", "countable", "equipment", "quantities", "bounds", "calendar", "settings", "syntax", "predicates"
)  # fmt: skip


def tokens_of(text):
    """Words split at blanks, forms as lemmas."""
    found, at = [], 0
    for n, word in enumerate(text.split()):
        found.append(Token(n, at, at + len(word), word, word.lower(), "X", {}, n, "root", 0))
        at += len(word) + 1
    return tuple(found)


@pytest.mark.parametrize("code", languages.installed())
@pytest.mark.parametrize("name", FILES)
def test_entries_have_examples(code, name):
    """A word list without an example cannot be checked by a reader."""
    file = languages.load(code).resources / "lexicon" / f"{name}.toml"
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["entry"]

    assert [
        e["id"] for e in entries if not e.get("examples") and e.get("kind") not in {"decimal", "join"}
    ] == []
    assert len({e["id"] for e in entries}) == len(entries)


@pytest.mark.parametrize("code", languages.installed())
def test_numbers_bounds_and_calendar_words_are_found(code):
    """Each phrase of these files is recognised at its place."""
    folder = languages.load(code).resources / "lexicon"
    words = words_of(languages.load(code).resources)
    for name, table in (
        ("quantities", words.numbers),
        ("calendar", words.calendar),
        ("equipment", words.equipment),
    ):
        for entry in tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))["entry"]:
            for phrase in entry["words"]:
                found = table.at(tokens_of(phrase), 0)
                assert entry.get("kind") == "decimal" or (found and found[0] == len(phrase.split())), phrase


def test_longest_phrase_wins():
    """*au large de* is not *au*."""
    table = Phrases([("au", 1), ("au large de", 2)])

    assert table.at(tokens_of("au large de Belka"), 0) == (3, 2)
    assert table.at(tokens_of("au port"), 0) == (1, 1)
    assert table.ending(tokens_of("loin au large de"), 3) == (3, 2)
    assert table.at(tokens_of("port"), 0) is None
