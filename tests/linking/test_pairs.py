"""How invented statements relate, from the words to the relation: every row of the decision table."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ouidire.engine.relating import Statement, relate_texts
from ouidire.linking import inverse
from ouidire.model import Relation

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))["pair"]
DAY = "2031-05-07"


def sides(pair):
    """Both statements of a pair."""
    return [
        Statement(
            text=pair[side],
            language=language,
            published_at=datetime.fromisoformat(pair.get(f"day_{side}", DAY)).replace(tzinfo=UTC),
        )
        for side, language in zip("ab", pair["l"].split(), strict=True)
    ]


@pytest.mark.parametrize("pair", [pytest.param(p, id=p["id"]) for p in PAIRS])
def test_pair(pair):
    """The relation is the expected one; where `not` is given, at least not that one."""
    made = relate_texts(*sides(pair)).relation
    if "not" in pair:
        assert made != pair["not"]
    else:
        assert made == pair["rel"]


@pytest.mark.parametrize("pair", [pytest.param(p, id=p["id"]) for p in PAIRS if "rel" in p][::3])
def test_pair_read_from_the_other_side(pair):
    """A relation has its inverse; only a gap is filled from one side."""
    there, back = relate_texts(*sides(pair)).relation, relate_texts(*sides(pair)[::-1]).relation
    expected = Relation.RELATED if there is Relation.FILLS_GAP else inverse(there)

    assert back is expected


def test_every_relation_is_expected_several_times():
    """No row of the table rests on one pair."""
    expected = [p["rel"] for p in PAIRS if "rel" in p]

    for relation in Relation:
        turned = {relation, inverse(relation)}
        assert sum(r in turned for r in expected) >= 4
