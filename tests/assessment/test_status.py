"""The status of a claim over time, rule by rule."""

from ouidire.assessment import assess
from ouidire.gazetteer import build_world
from ouidire.linking import cluster, copies, link
from ouidire.model import Act, Contest, Label, Stance, Support
from tests.assessment.test_origins import DOCTOR, MAYOR, REPORTS, claim, told
from tests.linking import building as b

TEXT = "Norway sank the tanker Brenn off Ilsen."
WORLD = build_world(
    [
        (
            "w",
            {
                "names": {"NOR": ["Norway"], "SWE": ["Sweden"], "FIN": ["Finland"]},
                "sides": {"WEST": ["NOR"], "EAST": ["SWE", "FIN"]},
                "opposed": [["WEST", "EAST"]],
                "parties": ["NOR", "SWE"],
            },
        )
    ]
)
NORWAY, SWEDEN, FINLAND = (
    b.source(n, referent=r) for n, r in (("Oslo", "NOR"), ("Stockholm", "SWE"), ("Helsinki", "FIN"))
)


def sank(outlet, *sources, day="2031-05-04", act=Act.SAY, label=None, stance=Stance.SUPPORT):
    """An article that tells of an attack by Norway."""
    one = b.assertion(
        TEXT,
        "attack",
        roles=[
            b.role(TEXT, "agent", "Norway", head="norway", referent="NOR", reading="state"),
            b.role(TEXT, "target", "the tanker Brenn", head="ships"),
        ],
        place=b.place(TEXT, "Ilsen", "x:ilsen"),
        attribution=b.through(*sources, act=act) if sources else None,
        label=label,
        stance=stance,
    )
    return b.extraction(b.article(TEXT, outlet=outlet, day=day), one)


def denied(outlet, who, day="2031-05-05"):
    """A denial of the same."""
    return sank(outlet, who, day=day, act=Act.DENY, label=Label.DENIED, stance=Stance.CONTEST)


def steps(made):
    """The timeline as date, support, contest, rule."""
    return [(s.date, s.support.value, s.contest.value, s.rule) for s in made.timeline]


def test_vague_then_attributed_then_corroborated():
    """R1, R2, R5 in the order of days."""
    made = claim(told("A", REPORTS), told("B", MAYOR, day="2031-05-05"), told("C", DOCTOR, day="2031-05-06"))

    assert steps(made) == [
        ("2031-05-04", "vague", "none", 1),
        ("2031-05-05", "attributed", "none", 2),
        ("2031-05-06", "corroborated", "none", 5),
    ]


def test_denial_by_the_accused():
    """R8: the only contradiction comes from the side that is said to have done it."""
    made = claim(sank("A", SWEDEN), denied("B", NORWAY), world=WORLD)

    assert made.status.contest is Contest.DENIED_BY_ACCUSED


def test_denial_by_another_disputes():
    """R7: somebody else says that it is not so."""
    made = claim(sank("A", SWEDEN), denied("B", FINLAND), world=WORLD)

    assert made.status.contest is Contest.DISPUTED


def test_an_unnamed_denial_disputes_nothing():
    """R7 needs an identifiable source."""
    assert claim(sank("A", SWEDEN), denied("B", REPORTS), world=WORLD).status.contest is Contest.NONE


def test_a_denial_that_is_given_up_ends():
    """Who denied and then admits no longer contests."""
    made = claim(
        sank("A", SWEDEN),
        denied("B", NORWAY),
        sank("C", NORWAY, day="2031-05-07", act=Act.ADMIT, label=Label.CONFIRMED),
        world=WORLD,
    )

    assert made.status.contest is Contest.NONE
    assert made.status.support is Support.CONFIRMED_ACROSS_SIDES


def test_confirmed_by_a_party():
    """R3 needs a named principal of an involved side, and a confirming act."""
    made = claim(sank("A", SWEDEN, act=Act.CONFIRM, label=Label.CONFIRMED), world=WORLD)

    assert (made.status.support, made.timeline[-1].rule) == (Support.CONFIRMED_BY_PARTY, 3)


def test_allies_are_one_side():
    """R11: two origins, one side."""
    made = claim(sank("A", SWEDEN), sank("B", FINLAND), world=WORLD)

    assert (made.origins.lo, made.sides) == (2, 1)


def test_opposing_sides_agree():
    """R6."""
    made = claim(sank("A", SWEDEN), sank("B", NORWAY), world=WORLD)

    assert made.status.support is Support.CONFIRMED_ACROSS_SIDES
    assert made.sides == 2


def test_retraction_cuts_every_path_through_the_origin():
    """R9: nothing is left of a claim whose only origin withdrew it."""
    made = claim(
        told("A", MAYOR),
        told("B", MAYOR, day="2031-05-05"),
        told("C", MAYOR, day="2031-05-06", act=Act.RETRACT, label=Label.RETRACTED),
    )

    assert (made.status.support, made.status.contest) == (Support.NONE, Contest.RETRACTED)
    assert made.timeline[-1].date == "2031-05-06"


def test_a_correction_by_the_publisher_leaves_the_others():
    """R9: what another origin says still stands."""
    made = claim(
        told("A"), told("B", MAYOR, day="2031-05-05"), told("A", day="2031-05-06", label=Label.RETRACTED)
    )

    assert (made.status.support, made.status.contest) == (Support.ATTRIBUTED, Contest.NONE)


def test_undated_comes_last():
    """An undated telling is never first."""
    made = claim(told("A", MAYOR, day=None), told("B", REPORTS))

    assert steps(made) == [("2031-05-04", "vague", "none", 1), ("", "attributed", "none", 2)]


def test_a_later_total_supersedes():
    """The number that was overtaken says so."""

    def toll(n, day):
        text = f"In Ilsen {n} people were killed."
        one = b.assertion(
            text,
            "casualty.killed",
            roles=[b.role(text, "target", f"{n} people", head="people")],
            place=b.place(text, "Ilsen", "x:ilsen"),
            quantity=b.many(text, f"{n} people", n, "people", cumulative=True),
            attribution=b.through(MAYOR),
        )
        return b.extraction(b.article(text, day=day), one)

    items = [toll(7, "2031-05-04"), toll(9, "2031-05-05")]
    links = link(items)
    ids = [i.assertions[0].id for i in items]
    made = assess(items, links, cluster(ids, links), copies(items), build_world([]))
    old, new = sorted(made, key=lambda c: c.as_of)

    assert steps(old)[-1][3] == 15
    assert (old.status.contest, new.status.contest) == (Contest.SUPERSEDED, Contest.NONE)
    assert [r.relation for r in old.relations] == ["UPDATED_BY"]
    assert [r.relation for r in new.relations] == ["UPDATES"]


def test_hedges_give_no_firm_label():
    """A claim told only with hedges is never shown as asserted or confirmed."""
    made = claim(
        told("A", REPORTS, label=Label.HEDGED_REPORTED), told("B", REPORTS, label=Label.NON_ASSERTED)
    )

    assert made.label in {Label.HEDGED_REPORTED, Label.NON_ASSERTED}


def test_a_possibility_supports_nothing():
    """That it may be so is not that somebody says so."""
    assert claim(told("A", MAYOR, label=Label.POSSIBLE)).status.support is Support.NONE


def test_a_confirmation_reaches_what_follows_from_it():
    """R12: who confirms the fuller claim confirms the barer one, and adds no origin to it."""
    bare = "A tanker sank off Ilsen."
    full = "On Monday the tanker sank off Ilsen."

    def sinking(text, who, act, **more):
        one = b.assertion(
            text,
            "accident.sink",
            roles=[b.role(text, "target", "tanker", head="ships", referent="ref:brenn", reading="thing")],
            place=b.place(text, "Ilsen", "x:ilsen"),
            attribution=b.through(who, act=act),
            **more,
        )
        return b.extraction(b.article(text, outlet=who.name), one)

    items = [
        sinking(bare, MAYOR, Act.SAY),
        sinking(full, SWEDEN, Act.CONFIRM, time=b.day(full, "Monday", "2031-05-03", "2031-05-04")),
    ]
    links = link(items, WORLD)
    ids = [i.assertions[0].id for i in items]
    made = assess(items, links, cluster(ids, links), copies(items), WORLD)
    (barer,) = [c for c in made if c.gloss == bare]

    assert barer.status.support is Support.CONFIRMED_BY_PARTY
    assert [rule for *_, rule in steps(barer)][-1] in {3, 12}
    assert barer.origins.hi == 1


STAYING = "Soldiers are stationed in Ilsen."


def stationed(outlet, day, *sources):
    """An article that tells of a presence, which lasts."""
    one = b.assertion(
        STAYING,
        "military.presence",
        roles=[b.role(STAYING, "agent", "Soldiers", head="soldiers")],
        place=b.place(STAYING, "Ilsen", "x:ilsen"),
        attribution=b.through(*sources) if sources else None,
    )
    return b.extraction(b.article(STAYING, outlet=outlet, day=day), one)


def of_all(*items, world=WORLD):
    """Every claim of a set of articles."""
    links = link(items, world)
    ids = [one.id for item in items for one in item.assertions]
    return assess(items, links, cluster(ids, links), copies(items), world)


def test_a_state_ages():
    """R13: thirty days after it was last reported it says so; reported again, it does not."""
    old, later = stationed("A", "2031-05-04", MAYOR), sank("B", NORWAY, day="2031-06-20")
    (made,) = [c for c in of_all(old, later) if c.family == "military"]

    assert steps(made)[-1] == ("2031-06-03", "attributed", "none", 13)
    assert "last reported 2031-05-04" in made.evidence[-1].says
    again = stationed("C", "2031-05-30", MAYOR)
    (made,) = [c for c in of_all(old, again, later) if c.family == "military"]
    assert all(rule != 13 for *_, rule in steps(made))


def test_an_event_does_not_age():
    """What happened once stays so."""
    made = [c for c in of_all(sank("A", NORWAY), stationed("B", "2031-07-04")) if c.family == "attack"]

    assert [rule for *_, rule in steps(made[0])] == [2]


def test_what_ends_a_contest_is_named_by_its_rule():
    """A denial taken back ends by R9, one that is given up by the rule that it was made under."""
    back = sank("C", NORWAY, day="2031-05-06", act=Act.RETRACT, label=Label.RETRACTED, stance=Stance.CONTEST)
    admitted = sank("C", NORWAY, day="2031-05-06", act=Act.CONFIRM, label=Label.CONFIRMED)
    told_by = sank("A", FINLAND)
    one = of_all(told_by, denied("B", NORWAY), admitted, world=build_world([]))
    (made,) = one

    assert steps(made)[1][1:] == ("attributed", "denied_by_accused", 8)
    assert steps(made)[2][2] == "none"
    assert {s[3] for s in steps(of_all(told_by, denied("B", NORWAY), back)[0])} <= {2, 7, 8, 9}


def test_what_nobody_could_verify_is_not_lifted_by_what_says_more():
    """R12 stops where the claim itself is told as unverified; the fuller claim stands beside it."""
    bare, full = "A tanker sank off Ilsen.", "On Monday the tanker sank off Ilsen."

    def sinking(text, outlet, who=None, act=Act.CONFIRM, label=None, **more):
        one = b.assertion(
            text,
            "accident.sink",
            roles=[b.role(text, "target", "tanker", head="ships", referent="ref:brenn", reading="thing")],
            place=b.place(text, "Ilsen", "x:ilsen"),
            attribution=None if who is None else b.through(who, act=act),
            label=label,
            **more,
        )
        return b.extraction(b.article(text, outlet=outlet), one)

    monday = b.day(full, "Monday", "2031-05-03", "2031-05-04")
    made = of_all(
        sinking(bare, "A", REPORTS, Act.SAY),
        sinking(bare, "B", label=Label.UNVERIFIED, stance=Stance.NEUTRAL),
        sinking(full, "C", SWEDEN, time=monday),
    )
    (barer,) = [c for c in made if c.gloss == bare]

    assert (barer.label, barer.status.support) == (Label.UNVERIFIED, Support.VAGUE)
