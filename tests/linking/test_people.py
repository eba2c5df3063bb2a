"""Names of people: one bearer or two, and what else must not be taken for a name they share."""

import pytest

from ouidire.linking import link, locate
from ouidire.linking.fit import Fit
from ouidire.linking.people import is_one_person
from ouidire.linking.roles import role_fit
from ouidire.linking.setting import Setting
from ouidire.model import Relation
from tests.linking import building as b


def story(*bearers, place="ilsen"):
    """A setting in a place, with the bearers of one surname it names."""
    last = bearers[0].rpartition(" ")[2] if bearers else ""
    return Setting(frozenset({place}), bearers={last: frozenset(f"ref:{x}" for x in bearers)})


@pytest.mark.parametrize(
    ("one", "another", "expected"),
    [
        ("aron velk", "aron t velk", True),
        ("aron velk", "aron tomas velk", True),
        ("aron velk", "mira velk", False),
        ("aron tomas velk", "aron emil velk", False),
        ("aron velk", "aron solven", False),
    ],
)
def test_full_names(one, another, expected):
    """Initials and middle names make no difference, first and last names do."""
    assert is_one_person(f"ref:{one}", f"ref:{another}", (Setting(), Setting())) is expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ((story("aron velk"), story("velk")), True),
        ((story("aron velk"), story("velk", place="novska")), False),
        ((story("aron velk", "mira velk"), story("velk")), False),
    ],
)
def test_surname_alone(settings, expected):
    """Only in one story, and only where there is one bearer."""
    assert is_one_person("ref:aron velk", "ref:velk", settings) is expected


def arrested(text, who, head, *, referent=None, reading=None):
    """Somebody was arrested."""
    role = b.role(text, "target", who, head=head, referent=referent, reading=reading)
    return b.extraction(b.article(text), b.assertion(text, "arrest", roles=[role]))


def fit(left, right):
    """How the targets of two arrests compare."""
    sides = [locate([x])[0] for x in (left, right)]
    return role_fit(*[(x, x.assertion.proposition.roles[0]) for x in sides])


def test_a_title_is_no_common_name():
    """*Mr Orlo* and *Mr Vasch* have a title in common, and nothing else."""
    made = [
        arrested(f"Mr {n} was arrested.", f"Mr {n}", n.lower(), referent=f"ref:{n.lower()}", reading="person")
        for n in ("Orlo", "Vasch")
    ]

    assert fit(*made) is Fit.DISJOINT


def test_things_of_two_classes_that_bear_one_name():
    """The Hestrel dam is not the Hestrel bank."""
    made = [
        arrested(
            f"Hestrel {n} closed.",
            f"Hestrel {n}",
            n.lower(),
            referent=f"ref:hestrel {n.lower()}",
            reading="organisation",
        )
        for n in ("Dam", "Bank")
    ]

    assert fit(*made) is not Fit.EQUAL


def test_whom_a_name_describes_may_have_another():
    """A goalkeeper from Orle may be called Velk; soldiers of two states are not the same."""
    keeper = arrested("An Orle goalkeeper was arrested.", "An Orle goalkeeper", "goalkeeper")
    velk = arrested(
        "Tarn Velk was arrested.", "Tarn Velk", "velk", referent="ref:tarn velk", reading="person"
    )
    dutch = arrested("Some Dutch soldiers were arrested.", "Dutch soldiers", "soldiers")
    swede = arrested("Some Orlean soldiers were arrested.", "Orlean soldiers", "soldiers")

    assert fit(keeper, velk) is Fit.OPEN
    assert fit(dutch, swede) is Fit.DISJOINT


def test_a_bare_event_noun_is_of_no_event_in_particular():
    """*The death* in two stories of one town may be two deaths."""
    text = "Ilsen mourns. The death was sudden."
    made = [
        b.extraction(
            b.article(text, outlet=outlet),
            b.assertion(text, "casualty.killed", quote="The death"),
            b.assertion(text, "other", quote="Ilsen mourns", place=b.place(text, "Ilsen", "x:ilsen")),
        )
        for outlet in "AB"
    ]
    home = {one.id: (item.article.id, one.proposition.type) for item in made for one in item.assertions}
    found = {home[x.left][1]: x.relation for x in link(made) if home[x.left][1] == home[x.right][1]}

    assert found.get("casualty.killed") is not Relation.SAME
