"""Numbers and quantities: separators, words, bounds, what is counted."""

import pytest

from ouidire import languages
from ouidire.extraction.propositions.numbers import number_at
from ouidire.extraction.propositions.words import words_of
from ouidire.model import Span

NUMBERS = (
    ("fr", "10 000", 10000), ("fr", "10 000", 10000), ("fr", "1,5 million", 1500000), ("fr", "3.200", 3200),
    ("fr", "vingt et un", 21), ("fr", "quatre-vingt-dix-sept", 97), ("fr", "deux cent trente", 230),
    ("fr", "trois mille", 3000), ("fr", "soixante-douze", 72), ("fr", "mille deux cents", 1200),
    ("en", "10,000", 10000), ("en", "1.5 million", 1500000), ("en", "two hundred and five", 205),
    ("en", "twenty-one", 21), ("en", "three thousand", 3000), ("en", "a hundred", 100), ("en", "3.2", 3.2),
)  # fmt: skip

QUANTITIES = (
    ("fr", "Au moins dix soldats ont été tués.", 10, 10, None, "at_least", "soldiers"),
    ("en", "At least ten soldiers were killed.", 10, 10, None, "at_least", "soldiers"),
    ("fr", "Jusqu'à 300 maisons ont été détruites.", 300, None, 300, "at_most", "houses"),
    ("en", "Up to 300 houses were destroyed.", 300, None, 300, "at_most", "houses"),
    ("fr", "Environ 40 civils ont été blessés.", 40, 36, 44, "approx", "civilians"),
    ("en", "About 40 civilians were wounded.", 40, 36, 44, "approx", "civilians"),
    ("fr", "Plusieurs ponts ont été détruits.", None, 2, None, "vague", "bridges"),
    ("en", "Several bridges were destroyed.", None, 2, None, "vague", "bridges"),
    ("en", "Dozens of civilians were killed.", None, 20, None, "vague", "civilians"),
    ("fr", "Des dizaines de civils ont été tués.", None, 20, None, "vague", "civilians"),
    ("en", "Between 10 and 20 houses were damaged.", None, 10, 20, "range", "houses"),
    ("fr", "Un nombre inconnu de soldats a été tué.", None, None, None, "undisclosed", "soldiers"),
    ("fr", "Un soldat a été tué.", 1, 1, 1, "exact", "soldiers"),
    ("en", "A soldier was killed.", 1, 1, 1, "exact", "soldiers"),
)  # fmt: skip


@pytest.mark.parametrize(("code", "text", "value"), NUMBERS, ids=lambda c: str(c)[:30])
def test_numbers(code, text, value):
    """A number is read whole, whatever way it is written."""
    pack = languages.load(code)
    tokens = pack.analyse(text, (Span(0, len(text)),)).tokens
    found = number_at(tokens, 0, words_of(pack.resources))

    assert found is not None
    assert found.value == value
    assert found.length == len(tokens)


@pytest.mark.parametrize(
    ("code", "text", "n", "lo", "hi", "bound", "of"), QUANTITIES, ids=lambda c: str(c)[:30]
)
def test_quantities(say, code, text, n, lo, hi, bound, of):
    """Bounds open and close the interval; the class is the same in both languages."""
    found = say(code, text)[0].quantity

    assert found is not None
    assert (found.n, found.bound.value, found.of) == (n, bound, of)
    assert (found.lo, found.hi) == (pytest.approx(lo) if lo else lo, pytest.approx(hi) if hi else hi)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le bilan est passé à 14 morts."),
        ("en", "The death toll rose to 14."),
        ("en", "The toll climbed to 30 dead."),
    ],
)
def test_tolls_are_cumulative_updates(say, code, text):
    """A toll is a running total, and *rose to* overtakes an earlier one."""
    found = say(code, text)[0]

    assert found.type == "casualty.killed"
    assert found.update
    assert found.quantity.cumulative


def test_killed_is_not_wounded(say):
    """Two tolls of one event stay apart."""
    assert say("fr", "Dix civils ont été tués.")[0].type != say("fr", "Dix civils ont été blessés.")[0].type
