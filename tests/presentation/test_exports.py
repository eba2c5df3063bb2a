"""Tables for other programs do no harm there."""

import csv
import io

import pytest

from ouidire.presentation import exports
from tests.presentation import builders


def test_the_table_has_its_columns():
    """One row for each assertion under a claim, header first."""
    dossier = builders.dossier()
    rows = list(csv.DictReader(io.StringIO(exports.as_csv(dossier).decode())))

    assert tuple(rows[0]) == exports.COLUMNS
    assert len(rows) == sum(len(claim.assertions) for claim in dossier.claims)


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-2 degrees", "@SUM(A1)", "|calc", "%0", "\tx", "\rx", "＝1"]
)
def test_no_cell_is_a_formula(words):
    """What a spreadsheet would run is text."""
    assert exports._harmless({"quote": words, "n": -1}) == {"quote": f"'{words}", "n": -1}
    assert exports._harmless({"quote": f"« {words} »", "polarity": "+"}) == {
        "quote": f"« {words} »",
        "polarity": "+",
    }
