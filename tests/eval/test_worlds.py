"""The invented worlds: what follows from a script, counted by hand here once more."""

import pytest
from eval.world_scripts import Telling, Truth, script, truth
from eval.worlds import render


def t(outlet, kind, *chain, of=None):
    """A telling in English."""
    return Telling(outlet, kind, "en", chain, of)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([t("The Quay", "own")], Truth(1, 1, 1, "vague", "none")),
        (
            [t("The Quay", "named", "Ada Ruiz"), t("Le Phare", "named", "Bo Lind")],
            Truth(2, 2, 2, "corroborated", "none"),
        ),
        (
            [
                t("The Quay", "relayed", "Ada Ruiz", "Gull News"),
                t("Le Phare", "relayed", "Bo Lind", "Gull News"),
            ],
            Truth(2, 2, 1, "attributed", "none"),
        ),
        (
            [t("The Quay", "named", "Ada Ruiz"), t("Le Phare", "cited", "The Quay")],
            Truth(1, 1, 1, "attributed", "none"),
        ),
        ([t("The Quay", "own"), t("Le Phare", "copied", of=0)], Truth(1, 1, 1, "vague", "none")),
        ([t("The Quay", "own"), t("Quay Evening", "own")], Truth(1, 1, 1, "vague", "none")),
        (
            [t("The Quay", "confirmed", "Tomas Erl"), t("Le Phare", "named", "Piet Sand")],
            Truth(2, 2, 2, "confirmed_by_party", "none"),
        ),
        (
            [t("The Quay", "named", "Tomas Erl"), t("Le Phare", "named", "Mira Holt")],
            Truth(2, 2, 2, "confirmed_across_sides", "none"),
        ),
        (
            [t("The Quay", "named", "Ada Ruiz"), t("Le Phare", "retracted", "Ada Ruiz")],
            Truth(0, 0, 0, "none", "retracted"),
        ),
    ],
)
def test_truth(told, expected):
    """Origins, channels and status of small scripts."""
    assert truth(told) == expected


def test_a_seed_is_a_world():
    """The same seed gives the same articles; a copy has its original's sentences."""
    told = script(3)

    assert render(3, told) == render(3, script(3))
    assert len(render(3, told)) == len(told)
