"""Sentences begin where a reader would say, and quotations stay whole."""

import tomllib
from importlib.resources import files

import pytest

from ouidire import languages


def rows():
    for code in languages.installed():
        file = files(f"ouidire.languages.{code}").joinpath("lexicon", "abbreviations.toml")
        if file.is_file():
            for entry in tomllib.loads(file.read_text(encoding="utf-8"))["entry"]:
                yield from ((code, text, 1) for text in entry.get("examples", ()))
                yield from ((code, text, 2) for text in entry.get("not_examples", ()))


@pytest.mark.parametrize(("code", "text", "count"), list(rows()))
def test_examples_of_the_lexicon(analyse, code, text, count):
    """An abbreviation's examples are one sentence, its counter-examples two."""
    assert len(analyse(code, text).sentences) == count


WHOLE = [
    ("fr", "Le maire a dit : « Partez ! Fuyez ! » avant de fuir.", 1),
    ("fr", "« La ville est tombée. Les troupes fuient », a dit le maire.", 1),
    ("fr", "« La ville est tombée. » Les troupes fuient.", 2),
    ("fr", "« La ville est tombée. Les troupes fuient. »", 2),
    ("fr", "J.-P. Orlec est venu. Il a parlé…  puis il est parti. Fin !", 3),
    ("fr", "Il a vu 3.000 hommes. 12 sont partis.", 2),
    ("en", '"It fell. We ran," the mayor said. "Nobody stayed."', 2),
    ("en", "Orlec paid 3.5 million. Nobody asked.", 2),
    ("en", "He asked: “Why? Who did it?” and left.", 1),
    ("en", 'An unclosed " quote. It goes on. And on.', 3),
]


@pytest.mark.parametrize(("code", "text", "count"), WHOLE)
def test_sentences(analyse, code, text, count):
    """Quotations tie what they span, if words outside them need it."""
    analysis = analyse(code, text)

    assert len(analysis.sentences) == count
    for sentence in analysis.sentences:
        tokens = analysis.tokens[sentence.first : sentence.last]
        assert [t.deprel for t in tokens].count("root") == 1


def test_a_very_long_sentence_is_cut(analyse):
    """A text without a full stop does not become one endless tree."""
    analysis = analyse("fr", "le maire et " * 2000)

    assert max(s.last - s.first for s in analysis.sentences) <= 240
