"""Drift inside an article and between articles."""

import pytest

from ouidire.assessment import assess, drifts_within
from ouidire.gazetteer import build_world
from ouidire.linking import cluster, copies, link
from ouidire.model import (
    Act,
    Bound,
    Commitment,
    Factuality,
    Label,
    Marker,
    MarkerClass,
    PassageRole,
    Source,
    SourceKind,
)
from tests.linking import building as b

BODY = "Norwegian divers are said to search the wreck near Ilsen."
HEAD = "Norwegian divers search the wreck near Ilsen."
NAMED = b.source("Ada Ruiz", spans=(b.Span(0, 3),))
RELAY = b.source("Gull News", kind=SourceKind.WIRE_AGENCY, spans=(b.Span(4, 8),))


def one(text, offset, whole, *, kind="military.reconnaissance", **more):
    """Divers at work, said somewhere in a longer text."""
    return b.assertion(
        whole,
        kind,
        quote=text,
        roles=[b.role(whole, "agent", "Norwegian divers", head="divers", referent="NOR", reading="group")],
        **more,
    )


def drifts(head, body):
    """Dimension and direction between a headline and a body of one article."""
    whole = f"{HEAD}\n{BODY}"
    title = one(HEAD, 0, whole, passage=PassageRole.HEADLINE, **head)
    story = one(BODY, len(HEAD) + 1, whole, **body)
    item = b.extraction(b.article(whole), title, story)
    found = drifts_within(item, link([item]))
    assert all(d.from_ == item.assertions[1].id and d.to == item.assertions[0].id for d in found)
    return [(d.dimension, d.direction.value) for d in found]


HEDGED = {
    "label": Label.HEDGED_REPORTED,
    "attribution": b.through(b.VAGUE),
}


def test_dropped_hedge():
    """The body hedges, the headline does not; an implicit source is no source to drop."""
    assert drifts({}, HEDGED) == [("hedge_dropped", "stronger")]


def test_added_hedge_is_weaker():
    """Both ways are shown."""
    assert drifts(HEDGED, {}) == [("hedge_dropped", "weaker")]


def test_dropped_source():
    """The body says who says so."""
    assert drifts({}, {"attribution": b.through(NAMED)}) == [("source_dropped", "stronger")]


def test_shortened_chain():
    """Two hops in the body, one in the headline."""
    chain = {"attribution": b.through(NAMED, RELAY)}

    assert drifts({"attribution": b.through(NAMED)}, chain) == [("chain_shortened", "stronger")]


def test_upgraded_modality():
    """Expected in the body, a fact in the headline."""
    assert drifts({}, {"label": Label.EXPECTED}) == [("modality_upgraded", "stronger")]


def test_no_drift_where_nothing_differs():
    """The same certainty, the same source."""
    assert drifts({}, {}) == []
    assert drifts(HEDGED, HEDGED) == []


def counted(quote, n, bound):
    """A number said in the shared text."""
    whole = f"{HEAD}\n{BODY}"
    return {"quantity": b.many(whole, quote, n, "divers", bound=bound)}


@pytest.mark.parametrize(
    ("bound", "n", "expected"),
    [
        (Bound.AT_LEAST, 9, [("number_sharpened", "stronger")]),
        (Bound.AT_MOST, 9, [("bound_dropped", "stronger")]),
        (Bound.EXACT, 9, []),
    ],
)
def test_numbers(bound, n, expected):
    """A bound that the headline drops."""
    head, body = counted("Norwegian divers", 9, Bound.EXACT), counted("Norwegian divers", n, bound)

    assert drifts(head, body) == expected


def test_the_strongest_passage_of_the_body_is_compared():
    """A headline that some passage of the body bears out has not drifted."""
    whole = f"{HEAD}\n{BODY}\nAda Ruiz saw it: Norwegian divers search the wreck."
    title = one(HEAD, 0, whole, passage=PassageRole.HEADLINE)
    hedged = one(BODY, 0, whole, **HEDGED)
    plain = one("Norwegian divers search the wreck.", 0, whole)
    item = b.extraction(b.article(whole), title, hedged, plain)

    assert drifts_within(item, link([item])) == ()


def confirming(text, who, act, passage=PassageRole.BODY, time=None, **more):
    """A content under a confirming act, with the speech event around it."""
    content = b.assertion(
        text,
        "military.participate",
        quote=more.pop("quote"),
        roles=[b.role(text, "agent", "Norwegian troops", head="troops", referent="NOR", reading="group")],
        attribution=b.through(who, act=act),
        passage=passage,
        label=Label.CONFIRMED,
        **more,
    )
    event = b.assertion(
        text, f"speech.{act}", passage=passage, refers_to=(content.id,), quote=text.split("\n")[0], time=time
    )
    return content, event


def test_who_confirmed_what():
    """The body: Holm confirmed in May, Ruiz corroborated. The takeaway: Ruiz confirmed."""
    text = "Ruiz confirms Norwegian troops\nHolm confirmed it on 3 May.\nRuiz corroborated it."
    ruiz = b.source("Ruiz", spans=(b.words(text, "Ruiz"),))
    holm = b.source("Holm", spans=(b.words(text, "Holm"),))
    day = b.day(text, "3 May", "2031-05-03", "2031-05-04")
    title = confirming(text, ruiz, Act.CONFIRM, PassageRole.TAKEAWAY, quote="Norwegian troops")
    first = confirming(
        text, holm, Act.CONFIRM, quote="Holm confirmed it", time=day, place=b.place(text, "3", "x:a")
    )
    second = confirming(
        text, ruiz, Act.CORROBORATE, quote="Ruiz corroborated it", place=b.place(text, "3", "x:a")
    )
    item = b.extraction(b.article(text), *title, *first, *second)
    found = drifts_within(item, link([item]))

    assert {d.dimension for d in found} == {
        "act_upgraded",
        "authority_swapped",
        "scope_broadened",
        "time_dropped",
    }
    assert {(d.from_, d.to) for d in found} == {(item.assertions[5].id, item.assertions[1].id)}


def test_a_copy_that_drops_the_hedge():
    """Translation and copy against the original, under the claim they carry."""
    more = (
        " The ferry Alda ran aground off Cape Morrow on Tuesday evening with many on board."
        " Two tugs from the harbour reached her before midnight and held her in the swell."
    )
    said = "In Ilsen 7 people are said to be dead after the long night at the pier." + more
    flat = "In Ilsen 7 people are dead after the long night at the pier." + more

    def item(text, outlet, day, label):
        quote = text.split(" after")[0]
        hedge = ()
        if label is Label.HEDGED_REPORTED:
            mark = Marker(span=b.words(text, "are said to be"), class_=MarkerClass.REPORTATIVE, strength=2)
            hedge = (Commitment(holder="author", factuality=Factuality.UNKNOWN, markers=(mark,)),)
        made = b.assertion(
            text,
            "casualty.killed",
            quote=quote,
            roles=[b.role(text, "target", "7 people", head="people")],
            place=b.place(text, "Ilsen", "x:ilsen"),
            quantity=b.many(text, "7 people", 7, "people"),
            label=label,
            commitments=hedge,
        )
        return b.extraction(b.article(text, outlet=outlet, day=day), made)

    items = [
        item(said, "A", "2031-05-04", Label.HEDGED_REPORTED),
        item(flat, "B", "2031-05-05", Label.ASSERTED),
    ]
    links = link(items)
    ids = [i.assertions[0].id for i in items]
    (made,) = assess(items, links, cluster(ids, links), copies(items), build_world([]))

    assert [(d.dimension, d.direction.value) for d in made.drifts] == [("hedge_dropped", "stronger")]
    assert made.label is Label.HEDGED_REPORTED


def test_a_vague_source_with_words_is_a_source():
    """*Some reports* are words that a headline can drop."""
    reports = Source(kind=SourceKind.UNSPECIFIED_REPORTS, anonymity=5, spans=(b.Span(0, 4),))
    body = {"label": Label.HEDGED_REPORTED, "attribution": b.through(reports)}

    assert drifts({}, body) == [("hedge_dropped", "stronger"), ("source_dropped", "stronger")]
