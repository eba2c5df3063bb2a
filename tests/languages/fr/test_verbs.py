"""French verb forms are looked up without a list of forms."""

import pytest

from ouidire.languages.fr.verbs import Reading, conditional, imperfect, readings


@pytest.mark.parametrize(("form", "infinitive", "slot"), [
    ("serait", "être", 2), ("auraient", "avoir", 5), ("utiliseraient", "utiliser", 5), ("irait", "aller", 2),
    ("appellerait", "appeler", 2), ("faudrait", "falloir", 2), ("saurait", "savoir", 2), ("verrions", "voir", 3),
])  # fmt: skip
def test_conditional(form, infinitive, slot):
    """Regular and irregular conditionals lead to their infinitive."""
    assert conditional(form) == Reading(infinitive, "C", slot)


@pytest.mark.parametrize(
    "form", ["retirait", "tirait", "marais", "français", "frais", "portrait", "opérait", "vrais", "espérions"]
)
def test_no_conditional(form):
    """Imperfects in -rait and nouns in -rais are no conditionals."""
    assert conditional(form) is None


def test_unknown_verb_is_judged_by_its_ending():
    """A verb newer than the lexicon still has a conditional."""
    assert conditional("googliserait") == Reading("googliser", "C", 2)
    assert imperfect("googliserait") == "googlisait"


def test_imperfect_keeps_the_person():
    """The stand-in has person and number of the original."""
    assert [imperfect(f) for f in ("serait", "feraient", "pourrions")] == ["était", "faisaient", "pouvions"]


def test_readings_name_every_verb_of_a_form():
    """An ambiguous form keeps all its verbs."""
    assert {r.infinitive for r in readings("suis")} == {"être", "suivre"}


def test_endless_form_is_no_verb():
    """A hostile string costs nothing."""
    assert readings("a" * 100_000) == ()
    assert conditional("a" * 100_000 + "erait") is None
