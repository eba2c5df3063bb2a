"""What must hold whatever the articles: echoes, vague sources, retractions, order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ouidire.assessment import assess
from ouidire.codec import canonical
from ouidire.gazetteer import build_world
from ouidire.linking import cluster, copies, link
from ouidire.model import Act, Label, SourceKind, Support
from tests.assessment.test_origins import DOCTOR, MAYOR, MEDIA, REPORTS, WIRE, claim, told
from tests.linking import building as b

CHAINS = [(), (MAYOR,), (DOCTOR,), (REPORTS,), (MAYOR, WIRE), (DOCTOR, WIRE), (MEDIA, WIRE), (WIRE,)]
OUTLETS = ["A", "B", "C", "Gull News"]
DAYS = ["2031-05-04", "2031-05-05", "2031-05-06"]
SCALE = list(Support)
telling = st.tuples(st.sampled_from(OUTLETS), st.sampled_from(CHAINS), st.sampled_from(DAYS))
sets = st.lists(telling, min_size=1, max_size=5, unique=True)
QUIET = settings(max_examples=40, deadline=None)


def items_of(found):
    """Articles for (outlet, chain, day)."""
    return [told(outlet, *chain, day=day) for outlet, chain, day in found]


@QUIET
@given(sets, st.randoms())
def test_order_of_articles_changes_no_byte(found, random):
    """Any order, the same claims."""
    world = build_world([])

    def made(items):
        links = link(items, world)
        ids = [o.id for i in items for o in i.assertions]
        return canonical(assess(items, links, cluster(ids, links), copies(items), world))

    items = items_of(found)
    shuffled = list(items)
    random.shuffle(shuffled)

    assert made(items) == made(shuffled)


@QUIET
@given(sets)
def test_an_echo_raises_nothing(found):
    """Outlets that cite what an outlet of the set has published add neither origins nor support."""
    before = claim(*items_of(found))
    cited = b.source(found[0][0], kind=SourceKind.MEDIA_OUTLET, referent="ref:cited")
    echo = told("Echo Daily", cited, day="2031-05-06")
    after = claim(*items_of(found), echo)

    assert after.origins.lo <= before.origins.lo
    assert after.origins.hi <= before.origins.hi
    assert SCALE.index(after.status.support) <= SCALE.index(before.status.support)


@QUIET
@given(sets)
def test_the_same_source_elsewhere_raises_no_origin(found):
    """Repeating a chain in another outlet adds no root."""
    _outlet, chain, _ = found[0]
    if not chain or chain == (REPORTS,) or chain[0] is MEDIA:
        return
    before, after = (
        claim(*items_of(found)),
        claim(*items_of(found), told("Echo Daily", *chain, day="2031-05-06")),
    )

    assert (after.origins.lo, after.origins.hi) <= (before.origins.lo, before.origins.hi)


@QUIET
@given(sets)
def test_a_vague_source_never_raises_lo(found):
    """Unnamed sources and own voice leave the lower bound and the support where they were."""
    before = claim(*items_of(found))
    after = claim(*items_of(found), told("Vague Daily", REPORTS, day="2031-05-06"))

    assert after.origins.lo == before.origins.lo
    assert SCALE.index(after.status.support) <= max(SCALE.index(before.status.support), 1)


@QUIET
@given(sets)
def test_a_retraction_never_raises_support(found):
    """Taking back leaves at most what was there."""
    before = claim(*items_of(found))
    outlet, chain, _ = found[0]
    back = told(outlet, *chain, day="2031-05-07", act=Act.RETRACT, label=Label.RETRACTED)
    after = claim(*items_of(found), back)

    assert SCALE.index(after.status.support) <= SCALE.index(before.status.support)
    assert after.origins.hi <= before.origins.hi
