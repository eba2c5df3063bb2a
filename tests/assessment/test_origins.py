"""Counting origins: the worked examples, one by one, each through the whole of `assess`."""

from ouidire.assessment import assess
from ouidire.gazetteer import build_world
from ouidire.linking import cluster, copies, link
from ouidire.model import Act, Label, Source, SourceKind
from tests.linking import building as b

TEXT = "In Ilsen 7 people were killed."
LISTED = {"outlets": {name: {"kind": "newspaper"} for name in "ABC"}}
WORLD = build_world([("w", LISTED)])


def told(outlet, *sources, day="2031-05-04", act=Act.SAY, label=None, text=TEXT, **more):
    """An article of an outlet that tells the claim through a chain, or in its own voice."""
    attribution = b.through(*sources, act=act) if sources else None
    one = b.assertion(
        text,
        "casualty.killed",
        roles=[b.role(text, "target", "7 people", head="people")],
        place=b.place(text, "Ilsen", "x:ilsen"),
        quantity=b.many(text, "7 people", 7, "people"),
        attribution=attribution,
        label=label,
        quote="In Ilsen 7 people were killed",
    )
    return b.extraction(b.article(text, outlet=outlet, day=day, **more), one)


def claim(*items, world=WORLD):
    """The one claim of a set of articles."""
    links = link(items, world)
    ids = [one.id for item in items for one in item.assertions]
    (made,) = assess(items, links, cluster(ids, links), copies(items), world)
    return made


def counts(made):
    """Origins and channels as they are written in the specification."""
    return [made.origins.lo, made.origins.hi], made.channels


WIRE = b.source("Gull News", kind=SourceKind.WIRE_AGENCY, referent="ref:gull")
MAYOR, DOCTOR = b.source("Ada Ruiz"), b.source("Bo Lind")
REPORTS = b.VAGUE
MEDIA = b.source(None, kind=SourceKind.MEDIA_COLLECTIVE, anonymity=3, referent="ref:media")


def test_ten_outlets_of_one_wire_are_one_origin():
    """[1,1], one channel, the wire being what all depend on."""
    made = claim(*(told(f"Outlet {n}", WIRE) for n in range(10)))

    assert counts(made) == ([1, 1], 1)
    assert made.bottleneck == ("Gull News",)
    assert sum(o.echo_of is not None for o in made.assertions) == 9


def test_two_speakers_to_two_outlets_are_two():
    """[2,2], two channels."""
    assert counts(claim(told("A", MAYOR), told("B", DOCTOR))) == ([2, 2], 2)


def test_two_vague_sources_may_be_one():
    """[1,2], two channels."""
    assert counts(claim(told("A", REPORTS), told("B", REPORTS))) == ([1, 2], 2)


LONG = TEXT + (
    " The ferry Alda ran aground off Cape Morrow on Tuesday evening with many on board."
    " Two tugs from the harbour reached her before midnight and held her against the heavy swell."
)


def test_an_undeclared_copy_is_no_origin():
    """[1,1], one channel."""
    made = claim(told("A", text=LONG), told("B", text=LONG, day="2031-05-05"))

    assert counts(made) == ([1, 1], 1)
    assert [c.declared for c in made.copies] == [False]


def test_two_roots_through_one_wire_are_two_origins_and_one_channel():
    """[2,2], one channel."""
    made = claim(told("A", MAYOR, WIRE), told("B", DOCTOR, WIRE))

    assert counts(made) == ([2, 2], 1)
    assert made.bottleneck == ("Gull News",)


def test_a_vague_root_behind_a_wire_is_one():
    """[1,1], one channel."""
    made = claim(told("A", MEDIA, WIRE))

    assert counts(made) == ([1, 1], 1)
    assert made.bottleneck == ("Gull News",)


def test_two_named_speakers_in_one_article_are_two():
    """[2,2], one channel: who publishes both may be wrong about both."""
    first, second = told("A", MAYOR, act=Act.ANNOUNCE), told("A", DOCTOR, act=Act.CORROBORATE)
    both = b.extraction(first.article, *first.assertions, *second.assertions)

    assert counts(claim(both)) == ([2, 2], 1)


def test_outlets_no_table_knows_may_be_one_house():
    """Two of them are one channel, and add none to one that is known."""
    assert counts(claim(told("Z", MAYOR), told("Y", DOCTOR))) == ([2, 2], 1)
    assert counts(claim(told("A", MAYOR), told("Y", DOCTOR))) == ([2, 2], 1)
    assert counts(claim(told(None, MAYOR), told(None, DOCTOR, day="2031-05-05"))) == ([2, 2], 1)


def test_an_agency_is_one_under_all_its_names():
    """*AFP* and *Agence France-Presse* are one root."""
    short, full = (
        b.source(n, kind=SourceKind.WIRE_AGENCY, referent=f"ref:{n}") for n in ("AFP", "Agence France-Presse")
    )
    assert counts(claim(told("A", short), told("B", full))) == ([1, 1], 1)


OWN = "Our correspondent saw that in Ilsen 7 people were killed."


def seen(outlet):
    """An article whose own reporter saw it."""
    staff = Source(kind=SourceKind.MEDIA_OUTLET, anonymity=2, spans=(b.words(OWN, "Our correspondent"),))
    one = b.assertion(
        OWN,
        "casualty.killed",
        roles=[b.role(OWN, "target", "7 people", head="people")],
        place=b.place(OWN, "Ilsen", "x:ilsen"),
        quantity=b.many(OWN, "7 people", 7, "people"),
        attribution=b.through(staff, act=Act.WITNESS),
        quote="in Ilsen 7 people were killed",
    )
    return b.extraction(b.article(OWN, outlet=outlet), one)


def test_own_reporting_counts_where_a_person_has_reviewed_the_outlet():
    """R14: *our correspondent saw* is an origin of a reviewed outlet, and else a vague root."""
    world = build_world([("w", {"outlets": {"A": {"kind": "newspaper", "reviewed": True}}})])
    plain, reviewed = claim(seen("A")), claim(seen("A"), world=world)

    assert (plain.status.support, reviewed.status.support) == ("vague", "attributed")
    assert claim(seen("A"), told("B", MAYOR), world=world).origins.lo == 2
    assert claim(seen("A"), told("B", MAYOR)).origins.lo == 1


def test_own_voice_is_a_vague_root():
    """Two outlets that give no source: [1,2]."""
    assert counts(claim(told("A"), told("B"))) == ([1, 2], 2)


def test_a_vague_source_adds_nothing_to_a_known_one():
    """[1,2]: lo stays with the known root."""
    assert counts(claim(told("A", MAYOR), told("B", REPORTS)))[0] == [1, 2]


def test_a_ministry_and_its_spokesman_are_one():
    """Same principal, same origin."""
    world = build_world([("w", {"same_principal": {"ref:spokesman": "ref:ministry"}})])
    ministry = b.source("Ministry", kind=SourceKind.ORGANISATION, referent="ref:ministry")
    spokesman = b.source("Per Holm", referent="ref:spokesman")

    assert counts(claim(told("A", ministry), told("B", spokesman), world=world)) == ([1, 1], 1)


def test_outlets_of_one_owner_are_one():
    """Two papers of one house, each in its own voice."""
    made = claim(told("A", owner="House"), told("B", owner="House"))

    assert counts(made) == ([1, 1], 1)


def test_outlets_that_cite_each_other_are_flagged_and_vouch_for_nobody():
    """A ring is cut at its newest edge and stays vague."""
    a, c = (b.source(n, kind=SourceKind.MEDIA_OUTLET, referent=f"ref:{n}") for n in ("Radio A", "Le B"))
    made = claim(told("Radio A", c, day="2031-05-04"), told("Le B", a, day="2031-05-05"))

    assert made.circular == (("Le B", "Radio A"),)
    assert made.origins.lo == made.origins.hi == 1
    assert made.status.support == "vague"


def test_a_relay_whose_own_article_is_there_is_followed_upstream():
    """B cites A; A's article names its source: one root."""
    a = b.source("Radio A", kind=SourceKind.MEDIA_OUTLET, referent="ref:a")
    made = claim(told("Radio A", MAYOR), told("Le B", a, day="2031-05-05"))

    assert counts(made) == ([1, 1], 1)
    assert made.origins.roots == ("Ada Ruiz",)


def test_a_headline_is_no_second_origin():
    """The own voice of an article that names its source elsewhere repeats that source."""
    head = told("A", label=Label.ASSERTED)
    body = told("A", MAYOR)
    made = claim(b.extraction(body.article, *body.assertions, *head.assertions))

    assert counts(made) == ([1, 1], 1)
    assert made.label is Label.ATTRIBUTED


def test_every_count_says_why():
    """Evidence in a sentence, resting on assertions of the claim."""
    made = claim(told("A", MAYOR), told("B", REPORTS))
    ids = {o.id for o in made.assertions}

    assert {e.of for e in made.evidence} >= {"label", "origins", "status"}
    assert all(e.says and set(e.rests_on) <= ids for e in made.evidence)
