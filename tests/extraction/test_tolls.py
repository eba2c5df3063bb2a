"""Counts side by side in one clause become propositions of their own, under the same words of doubt."""

import pytest

import ouidire

CASES = (
    ("fr", "Un séisme a fait trois morts et douze blessés mardi à Karvel.", {"killed": 3, "wounded": 12}),
    ("fr", "L'explosion a fait au moins trois morts, douze blessés et deux disparus.",
     {"killed": 3, "wounded": 12, "missing": 2}),
    ("fr", "Le bilan est de quatre morts et onze disparus.", {"killed": 4, "missing": 11}),
    ("fr", "Trois personnes ont été tuées et douze autres blessées.", {"killed": 3, "wounded": 12}),
    ("en", "Three people were killed and twelve injured in the blast.", {"killed": 3, "wounded": 12}),
    ("en", "The blast killed three people and wounded twelve others.", {"killed": 3, "wounded": 12}),
)  # fmt: skip


@pytest.mark.parametrize(("code", "text", "tolls"), CASES, ids=lambda c: str(c)[:40])
def test_each_toll_is_a_proposition(code, text, tolls):
    """Killed, wounded and missing stay apart, each with its own number."""
    found = ouidire.extract(text, language=code, published_at="2025-05-07").assertions
    counted = {
        a.proposition.type.partition(".")[2]: a.proposition.quantity.n
        for a in found
        if a.proposition.family == "casualty"
    }

    assert counted == tolls


def test_a_further_toll_keeps_time_source_and_doubt():
    """What stands over the clause stands over all its counts."""
    text = "Selon le maire d'Orle, l'attaque de mardi aurait fait trois morts et une dizaine de blessés."
    killed, wounded = ouidire.extract(text, language="fr", published_at="2025-05-07").assertions

    assert wounded.span.of(text) == "une dizaine de blessés"
    assert wounded.proposition.quantity.n == 10
    assert (wounded.label, wounded.attribution) == (killed.label, killed.attribution)
    assert wounded.id != killed.id
    assert wounded.proposition.time == killed.proposition.time


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Trois soldats ont été tués et deux chars détruits."),
        ("fr", "Trois morts ont été retrouvés mardi."),
        ("en", "Three soldiers were killed in two attacks."),
    ],
)
def test_other_numbers_are_no_tolls(code, text):
    """Only a second count of casualties of another kind makes a second unit."""
    assert len(ouidire.extract(text, language=code).assertions) == 1
