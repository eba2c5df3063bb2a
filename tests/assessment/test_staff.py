"""Words for an outlet's own people: the examples of the lexicons."""

import pytest

from ouidire import languages
from ouidire.assessment.staff import StaffEntry, is_own_staff
from ouidire.lexicon import load_entries
from ouidire.model import Source, SourceKind, Span

ENTRIES = [
    (code, entry)
    for code in ("en", "fr")
    for entry in load_entries(languages.load(code).resources / "lexicon" / "own_reporting.toml", StaffEntry)
]


@pytest.mark.parametrize(("code", "entry"), ENTRIES, ids=lambda x: getattr(x, "id", x))
def test_examples(code, entry):
    """Each example begins with own staff, each counter-example does not."""

    def own(text):
        source = Source(kind=SourceKind.ROLE, anonymity=2, spans=(Span(0, len(text)),))
        return is_own_staff(source, text, code)

    assert all(own(text) for text in entry.examples)
    assert not any(own(text) for text in entry.not_examples)
