"""The decision table, row by row, on hand-built pairs."""

from dataclasses import replace

import pytest

from ouidire.linking import locate, relate
from ouidire.model import Bound, Label, Relation
from tests.linking import building as b


def killed(
    n, *, of="soldiers", bound=b.Bound.EXACT, day=None, day_of="2031-05-04", where="x:port-ilsen", **more
):
    """A toll at a place; everything else equal unless said."""
    text = f"In Port Ilsen, {n} {of} were killed on that day."
    kind = more.pop("kind", "casualty.killed")
    cumulative = more.pop("cumulative", False)
    at = b.article(text, day=day_of, outlet=more.pop("outlet", "The Quay"))
    one = b.assertion(
        text,
        kind,
        roles=[b.role(text, "target", f"{n} {of}", head=of)],
        place=b.place(text, "Port Ilsen", where),
        quantity=b.many(text, f"{n} {of}", n, of, bound=bound, cumulative=cumulative),
        time=day,
        **more,
    )
    return locate([b.extraction(at, one)])[0]


def test_equal_in_all_is_same():
    """Row 9."""
    made = relate(killed(12), killed(12, outlet="Radio Gull"))

    assert (made.relation, made.rows) == (Relation.SAME, (9,))


def test_other_numbers_exclude_each_other():
    """Row 6: two exact counts of one thing on one day."""
    assert relate(killed(12), killed(14)).relation is Relation.CONTRADICTS


def test_running_total_given_later_updates():
    """Row 6: a cumulative number, later."""
    first, later = killed(12, cumulative=True), killed(14, cumulative=True, day_of="2031-05-06")

    assert relate(first, later).relation is Relation.UPDATES
    assert relate(later, first).relation is Relation.UPDATED_BY


def test_words_of_change_update_without_dates():
    """Row 6: *rose to* updates whatever the dates."""
    assert relate(killed(12, day_of=None), killed(14, day_of=None, update=True)).relation is Relation.UPDATES


def test_exact_entails_at_least():
    """Row 7: twelve is at least ten, and not the same as it."""
    least = killed(10, bound=Bound.AT_LEAST)

    assert relate(killed(12), least).relation is Relation.ENTAILS
    assert relate(least, killed(12)).relation is Relation.ENTAILED_BY


@pytest.mark.parametrize(("a", "c", "expected"), [(100, 108, "SAME"), (100, 140, "CONTRADICTS")])
def test_approximate_numbers_agree_within_a_tenth(a, c, expected):
    """Row 6: tolerance of ten per cent for rounded numbers only."""
    assert relate(killed(a, bound=Bound.APPROX), killed(c)).relation == expected


def test_civilians_are_people():
    """Row 7: a narrower class says more."""
    assert relate(killed(4, of="civilians"), killed(4, of="people")).relation is Relation.ENTAILS


def test_killed_are_not_wounded():
    """Row 2: unlike kinds of one family are related, never merged."""
    assert relate(killed(12), killed(12, kind="casualty.wounded")).relation is Relation.RELATED


def test_other_place_is_unrelated():
    """Row 3."""
    assert relate(killed(12), killed(12, where="x:port-wyn")).relation is Relation.UNRELATED


def test_other_day_at_the_same_place_is_related_not_same():
    """Row 3: another event of the kind, for a person to see."""
    text = "In Port Ilsen, 12 soldiers were killed on that day."
    third, ninth = (b.day(text, "that day", f"2031-05-0{n}", f"2031-05-{n + 1:02}") for n in (3, 9))

    assert (
        relate(killed(12, day=third), killed(12, day=ninth, day_of="2031-05-10")).relation is Relation.RELATED
    )


def test_denied_is_the_contrary():
    """Row 5: the same with the other polarity."""
    assert relate(killed(12), killed(12, polarity="-")).relation is Relation.CONTRADICTS


def test_number_fills_a_gap():
    """Row 4: the right gives what the left leaves open; the other way round it is only related."""
    gap = killed(1, bound=Bound.UNDISCLOSED)
    gap = replace(
        gap,
        assertion=replace(
            gap.assertion,
            proposition=replace(
                gap.assertion.proposition,
                quantity=replace(gap.assertion.proposition.quantity, n=None),
            ),
        ),
    )

    assert relate(gap, killed(12)).relation is Relation.FILLS_GAP
    assert relate(killed(12), gap).relation is Relation.RELATED


def test_missing_role_makes_the_fuller_entail_the_barer():
    """Row 8, and the other way round where both are negative."""
    full, bare = killed(12), killed(12)
    bare = replace(
        bare, assertion=replace(bare.assertion, proposition=replace(bare.assertion.proposition, place=None))
    )
    deny = [
        replace(x, assertion=replace(x.assertion, proposition=replace(x.assertion.proposition, polarity="-")))
        for x in (full, bare)
    ]

    assert relate(full, bare).relation is Relation.ENTAILS
    assert relate(*deny).relation is Relation.ENTAILED_BY


def test_norm_and_event_are_never_merged():
    """Row 1."""
    made = relate(killed(12, label=Label.NORMATIVE), killed(12))

    assert (made.relation, made.rows) == (Relation.RELATED, (1,))


def test_condition_is_never_merged_with_what_happened():
    """Row 1: nobody says of a condition that it is so."""
    assert relate(killed(12, label=Label.HYPOTHETICAL), killed(12)).relation is Relation.RELATED


def test_expected_is_not_happened():
    """What is to come is another claim than what has come."""
    assert relate(killed(12, prospective=True), killed(12)).relation is Relation.RELATED


def test_certainty_is_no_part_of_identity():
    """A hedged and an asserted telling are one claim."""
    assert relate(killed(12, label=Label.HEDGED_REPORTED), killed(12)).relation is Relation.SAME


def presence(text, quote, kind, *, day="2031-05-04", where="in"):
    """Troops somewhere, or gone from there."""
    one = b.assertion(
        text,
        kind,
        roles=[b.role(text, "agent", quote, head="troops", referent="NLD", reading="group")],
        place=b.place(text, "Ilsen", "x:ilsen", where),
    )
    return locate([b.extraction(b.article(text, day=day), one)])[0]


def test_leaving_ends_presence():
    """Row 2: a state and what ends it contradict as of one time, and update later."""
    here = presence("Dutch troops are in Ilsen.", "Dutch troops", "military.presence")
    gone = presence("Dutch troops left Ilsen.", "Dutch troops", "leave", where="from")
    later = presence("Dutch troops left Ilsen.", "Dutch troops", "leave", where="from", day="2031-05-09")

    assert relate(here, gone).relation is Relation.CONTRADICTS
    assert relate(here, later).relation is Relation.UPDATES


def test_some_leaving_ends_nothing():
    """Row 2: that some left does not contradict that there are some."""
    here = presence("Dutch troops are in Ilsen.", "Dutch troops", "military.presence")
    some = presence("Some Dutch troops left Ilsen.", "Some Dutch troops", "leave", where="from")

    assert relate(here, some).relation is Relation.RELATED


def struck(text, quote, referent, *, by="state"):
    """Somebody struck a depot."""
    one = b.assertion(
        text,
        "attack",
        roles=[
            b.role(text, "agent", quote, head=quote.lower(), referent=referent, reading=by),
            b.role(text, "target", "a depot", head="depots"),
        ],
        place=b.place(text, "Ilsen", "x:ilsen"),
    )
    return locate([b.extraction(b.article(text), one)])[0]


def test_one_event_has_one_doer():
    """Row 3: same target, place and time, two doers."""
    left = struck("Norway struck a depot in Ilsen.", "Norway", "NOR")
    right = struck("Sweden struck a depot in Ilsen.", "Sweden", "SWE")

    assert relate(left, right).relation is Relation.CONTRADICTS


def test_words_beyond_the_frame_make_a_difference():
    """Row 7: *including a child* is in no role, and still says more."""
    short = "The blast killed 4 people."
    long = "The blast killed 4 people, including a child."
    made = [
        locate(
            [
                b.extraction(
                    b.article(t),
                    b.assertion(t, "casualty.killed", quantity=b.many(t, "4 people", 4, "people")),
                )
            ]
        )[0]
        for t in (short, long)
    ]

    assert relate(*made).relation is Relation.ENTAILED_BY
