"""The label table, row by row."""

import pytest

from ouidire.assessment.label import label
from ouidire.model import (
    Act,
    Assertion,
    Attribution,
    Commitment,
    ConditionalKind,
    Cue,
    Factuality,
    HopRole,
    Marker,
    MarkerClass,
    PassageRole,
    Proposition,
    Relay,
    Source,
    SourceKind,
    Span,
)

HERE = Span(0, 4)


def made(act=None, *classes, polarity="+", conditional=None):
    """An assertion with a cue of this act (none: the author's voice) and these marker classes."""
    markers = tuple(Marker(span=HERE, class_=c, strength=2) for c in classes)
    hop = Relay(role=HopRole.ORIGIN, source=Source(kind=SourceKind.PERSON, anonymity=0))
    attribution = None
    if act is not None:
        cue = Cue(span=HERE, lemma="x", act=act, polarity=polarity)
        attribution = Attribution(cue=cue, content=(HERE,), chain=(hop,))
    return Assertion(
        id="a:1",
        span=HERE,
        passage=PassageRole.BODY,
        sentence=HERE,
        attribution=attribution,
        commitments=(Commitment(holder="author", factuality=Factuality.UNKNOWN, markers=markers),),
        conditional=conditional,
        proposition=Proposition(family="other", type="other"),
    )


ROWS = [
    (made(None, MarkerClass.CORRECTION), "RETRACTED", 1),
    (made(Act.RETRACT), "RETRACTED", 1),
    (made(Act.CONFIRM, MarkerClass.HYPOTHETICAL), "HYPOTHETICAL", 2),
    (made(None, MarkerClass.QUESTION), "QUESTION", 2),
    (made(Act.STIPULATE), "NORMATIVE", 3),
    (made(None, MarkerClass.DEONTIC), "NORMATIVE", 3),
    (made(None, MarkerClass.UNDISCLOSED, MarkerClass.NEGATION), "UNDISCLOSED", 4),
    (made(Act.UNKNOWN), "UNDISCLOSED", 4),
    (made(Act.CLAIM, MarkerClass.ANTIFACTIVE), "DENIED", 5),
    (made(Act.DENY), "DENIED", 6),
    (made(Act.VERIFY, polarity="-"), "UNVERIFIED", 7),
    (made(Act.SAY, MarkerClass.UNVERIFIED), "UNVERIFIED", 7),
    (made(Act.SAY, MarkerClass.REPORTATIVE), "HEDGED_REPORTED", 8),
    (made(Act.CONFIRM, conditional=ConditionalKind.HEARSAY), "HEDGED_REPORTED", 8),
    (made(None, conditional=ConditionalKind.UNCERTAIN), "NON_ASSERTED", 9),
    (made(None, conditional=ConditionalKind.FUTURE_IN_PAST), "NON_ASSERTED", 9),
    (made(Act.DOUBT), "DOUBTED", 10),
    (made(Act.SAY, MarkerClass.POSSIBLE, MarkerClass.PROBABLE), "POSSIBLE", 10),
    (made(None, MarkerClass.INFERENTIAL), "PROBABLE", 10),
    (made(None, MarkerClass.EXPECTED), "EXPECTED", 10),
    (made(Act.ADMIT), "CONFIRMED", 11),
    (made(Act.CONFIRM, polarity="-"), "ATTRIBUTED", 12),
    (made(Act.DENY, polarity="-"), "ATTRIBUTED", 12),
    (made(Act.ANNOUNCE, conditional=ConditionalKind.FUTURE_IN_PAST), "ATTRIBUTED", 12),
    (made(Act.SAY, MarkerClass.PRESUPPOSITION), "ATTRIBUTED", 12),
    (made(None, MarkerClass.PRESUPPOSITION), "PRESUPPOSED", 13),
    (made(None, MarkerClass.NEGATION, MarkerClass.DISTANCE), "ASSERTED", 14),
]


@pytest.mark.parametrize(
    ("assertion", "word", "row"), ROWS, ids=[f"{r}-{w}-{n}" for n, (_, w, r) in enumerate(ROWS)]
)
def test_first_row_that_fires(assertion, word, row):
    """The first row that fires gives the label and its number."""
    assert label(assertion) == (word, row)
