"""Quantities by a table of invented sentences: number, bounds, and what is counted, in both languages."""

import tomllib
from pathlib import Path

import pytest

TABLE = tomllib.loads(Path(__file__).with_name("quantities.toml").read_text(encoding="utf-8"))
ROWS = [(code, *row) for code, rows in TABLE.items() for row in rows]


@pytest.mark.parametrize(("code", "text", "n", "lo", "hi", "bound", "what"), ROWS, ids=lambda c: str(c)[:40])
def test_what_a_sentence_counts(say, code, text, n, lo, hi, bound, what):
    """The number as stated, the interval its words leave open, and the class or unit it counts."""
    found = say(code, text)[0].quantity

    assert found is not None
    assert (found.bound.value, found.unit or found.of) == (bound, what)
    for value, wanted in ((found.n, n), (found.lo, lo), (found.hi, hi)):
        assert value == (None if wanted == "" else pytest.approx(wanted, rel=1e-4))


def test_both_languages_have_a_full_table():
    """Each language is asked as much as the other."""
    assert len(TABLE["fr"]) == len(TABLE["en"]) >= 60
