"""What people decided is kept as it was said."""

import pytest

from ouidire.model import Anchor, Grade, Judgement, Relation, Reliability, Ruling, RulingKind, Span
from ouidire.storage import add_decision, decision_ids, decisions

PLACE = Anchor(article="sha256:1", span=Span(3, 9), words="le mur")
JUDGEMENT = Judgement(
    left="a:1", right="a:2", relation=Relation.SAME, judge="ana", made_at="2026-03-12", left_at=PLACE
)
RULING = Ruling(
    kind=RulingKind.NOT_A_COPY, left="sha256:1", right="sha256:2", judge="ana", made_at="2026-03-12"
)
GRADE = Grade(source="Hydrorle", reliability=Reliability.B, judge="ana", made_at="2026-03-12")


@pytest.mark.parametrize("decision", [JUDGEMENT, RULING, GRADE], ids=lambda d: type(d).__name__)
def test_a_decision_comes_back(store, decision):
    """Each kind is kept whole, apart from the others, and once."""
    first = add_decision(store, decision)
    second = add_decision(store, decision)

    assert decisions(store, type(decision)) == (decision,)
    assert first == second
    assert decision_ids(store) == (first,)
    others = {Judgement, Ruling, Grade} - {type(decision)}
    assert [decisions(store, noun) for noun in others] == [(), ()]
