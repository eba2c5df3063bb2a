"""The fold keeps offsets, surrogates are replaced one for one, quotations are found."""

from hypothesis import given
from hypothesis import strategies as st

from ouidire.text import fold, quoted, replace_surrogates, untoward


@given(st.text())
def test_fold_keeps_the_length(text):
    """Offset n of the folded text is offset n of the text."""
    assert len(fold(text)) == len(text)


def test_fold_makes_apostrophes_spaces_and_case_plain():
    """Two typings of the same words are one after folding."""
    assert fold("L\u2019Agence\u00a0X") == fold("l'agence x")


def test_fold_keeps_a_character_whose_lower_case_is_longer():
    """U+0130 lowers to two code points; it stays as it is."""
    assert len(fold("\u0130stanbul")) == 8


@given(st.text(alphabet=st.characters(codec=None, categories=("Cs", "Ll"))))
def test_replacing_surrogates_keeps_the_length_and_encodes(text):
    """What is left can be written as UTF-8, and no offset has moved."""
    clean, count = replace_surrogates(text)

    assert len(clean) == len(text)
    assert clean.encode() or not text
    assert count == sum("\ud800" <= c <= "\udfff" for c in text)


def test_untoward_counts_controls_but_not_white_space():
    """Tabs and line ends are text; a bell is not."""
    assert untoward("a\tb\r\nc\x07d\x00") == 2


def test_quoted_finds_the_outermost_marks():
    """Guillemets and curly quotation marks; one that is never closed opens nothing."""
    text = "Il dit « non » puis “maybe” puis « rien"

    assert [text[a:b] for a, b in quoted(text)] == ["« non »", "“maybe”"]
