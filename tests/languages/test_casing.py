"""Headlines in capitals are read like running text."""

from ouidire import languages
from ouidire.languages.casing import natural, words_in_use
from ouidire.model import Span

SMALL, NAMES = words_in_use("Blast, he says: the dam was damaged near Oslo.")


def is_small(word):
    return word in SMALL


def test_title_case_of_known_words_is_undone():
    """Words of the article lose their capital; names and running text keep theirs."""
    headline = ["Dam", "Near", "Orlec", "Damaged", ",", "He", "Says"]

    assert natural(headline, is_small) == ["Dam", "near", "Orlec", "damaged", ",", "he", "says"]
    assert natural(["The", "mayor", "of", "Oslo", "left"], is_small) == ["The", "mayor", "of", "Oslo", "left"]


def test_shouted_headline():
    """Capitals throughout leave a name its first."""
    assert natural(["DAM", "DAMAGED", "NEAR", "ORLEC"], is_small) == ["Dam", "damaged", "near", "Orlec"]


def test_names_of_the_article():
    """A capital in running text makes a name; one in a headline or at a line's start does not."""
    small, names = words_in_use("Brook Finds Lost Bridge\nThe mayor, Brook, left.\nFloods came.")

    assert names == {"brook"}
    assert "mayor" in small


def test_headline_keeps_its_text(analyse):
    """Tokens are the words as written; what they are is found all the same."""
    text = "Governor Says Army Damaged Hestrel Dam\n\nThe governor says the army damaged the dam."
    analysis = languages.load("en").analyse(text, (Span(0, 38), Span(40, len(text))))
    says = next(t for t in analysis.tokens if t.text == "Says")

    assert (says.lemma, says.upos, says.deprel) == ("say", "VERB", "root")
