"""Headlines in capitals are read like running text."""

from ouidire import languages
from ouidire.languages.casing import natural, small_words
from ouidire.model import Span

SMALL = small_words("Blast, he says: the dam was damaged near Oslo.")


def test_title_case_of_known_words_is_undone():
    """Words of the article lose their capital; names and running text keep theirs."""
    headline = ["Dam", "Near", "Orlec", "Damaged", ",", "He", "Says"]

    assert natural(headline, SMALL) == ["Dam", "near", "Orlec", "damaged", ",", "he", "says"]
    assert natural(["The", "mayor", "of", "Oslo", "left"], SMALL) == ["The", "mayor", "of", "Oslo", "left"]


def test_shouted_headline():
    """Capitals throughout leave a name its first."""
    assert natural(["DAM", "DAMAGED", "NEAR", "ORLEC"], SMALL) == ["Dam", "damaged", "near", "Orlec"]


def test_headline_keeps_its_text(analyse):
    """Tokens are the words as written; what they are is found all the same."""
    text = "Governor Says Army Damaged Hestrel Dam\n\nThe governor says the army damaged the dam."
    analysis = languages.load("en").analyse(text, (Span(0, 38), Span(40, len(text))))
    says = next(t for t in analysis.tokens if t.text == "Says")

    assert (says.lemma, says.upos, says.deprel) == ("say", "VERB", "root")
