"""Every entry of the segmentation lexicons matches its examples and spares its counter-examples."""

import pytest

from ouidire import languages
from ouidire.segmentation.credit_lines import credit_line
from ouidire.segmentation.entries import KINDS, PLACES, RESTS, Vocabulary, vocabulary
from ouidire.segmentation.lines import paragraphs
from ouidire.segmentation.shapes import after_takeaway_heading, entry_for

ENTRIES = [
    (code, entry) for code in languages.installed() for entry in vocabulary(languages.load(code)).entries
]
NAMES = ("determiner", "joiner", "linker")


def matches(code, entry, text):
    """Whether the entry, and it alone beside the words of names, takes a line."""
    helpers = tuple(e for e in vocabulary(languages.load(code)).entries if e.kind in NAMES)
    words = Vocabulary((entry, *helpers))
    if entry.kind in ("credit", "photo"):
        return credit_line(text, words, kind=entry.kind) is not None
    (paragraph,) = paragraphs(text)
    if entry.kind == "takeaways":
        return after_takeaway_heading(paragraph, words) is not None
    return entry_for(paragraph, entry.kind, words) is not None


@pytest.mark.parametrize(("code", "entry"), ENTRIES, ids=[entry.id for _, entry in ENTRIES])
def test_examples(code, entry):
    """Examples match, counter-examples do not, and the entry is well formed."""
    assert entry.id.startswith(f"{code}.")
    assert entry.kind in KINDS
    assert entry.place in PLACES
    assert entry.rest in RESTS
    assert entry.forms
    assert entry.examples or entry.kind in NAMES
    assert [text for text in entry.examples if not matches(code, entry, text)] == []
    assert [text for text in entry.not_examples if matches(code, entry, text)] == []


def test_every_language_has_the_same_kinds():
    """What one language can tell apart, all can."""
    kinds = {code: {e.kind for c, e in ENTRIES if c == code} for code in languages.installed()}

    assert {frozenset(k) for k in kinds.values()} == {frozenset(KINDS)}
