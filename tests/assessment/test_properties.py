"""What must hold whatever the articles: echoes, vague sources, retractions, order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ouidire.assessment import assess
from ouidire.assessment.strength import RANK
from ouidire.codec import canonical
from ouidire.gazetteer import build_world
from ouidire.linking import cluster, copies, link
from ouidire.model import Act, Label, SourceKind, Support
from tests.assessment.test_origins import DOCTOR, MAYOR, MEDIA, REPORTS, TEXT, WIRE, claim, told
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


BODY = (
    " The ferry Alda ran aground off Morrow that evening with many on board."
    " Two tugs from the harbour reached her before midnight and held her against the heavy swell."
    " The pilot Nils Orme was brought ashore at Vell Point with a broken arm."
)


def long(outlet, chain, day, text):
    """An article with a body that can be copied."""
    return told(outlet, *chain, day=day, text=text)


@QUIET
@given(sets, st.sampled_from(["verbatim", "shuffled", "shortened"]))
def test_a_copy_raises_nothing(found, how):
    """A copy of an article of the set, word for word or reworked, adds neither origins nor support."""
    outlet, chain, day = found[0]
    items = [long(outlet, chain, day, TEXT + BODY), *items_of(found[1:])]
    parts = BODY.strip().split(". ")
    body = {
        "verbatim": BODY,
        "shuffled": " " + ". ".join(parts[::-1]).rstrip(".") + ".",
        "shortened": BODY[:170],
    }[how]
    before, after = claim(*items), claim(*items, long("Copy Daily", chain, "2031-05-07", TEXT + body))

    assert after.origins.lo <= before.origins.lo
    assert after.origins.hi <= before.origins.hi
    assert SCALE.index(after.status.support) <= SCALE.index(before.status.support)


@QUIET
@given(sets)
def test_a_translation_raises_nothing(found):
    """A translated copy adds neither origins nor support."""
    outlet, chain, day = found[0]
    french = TEXT + (
        " Le ferry Alda s’est échoué au large de Morrow ce soir-là avec beaucoup de monde à bord."
        " Deux remorqueurs du port l’ont rejoint avant minuit."
        " Le pilote Nils Orme a été ramené à terre à Vell Point, un bras cassé."
    )
    items = [long(outlet, chain, day, TEXT + BODY), *items_of(found[1:])]
    copy = told("La Copie", *chain, day="2031-05-07", text=french, language="fr")
    before, after = claim(*items), claim(*items, copy)

    assert after.origins.lo <= before.origins.lo
    assert after.origins.hi <= before.origins.hi
    assert SCALE.index(after.status.support) <= SCALE.index(before.status.support)


@QUIET
@given(sets, st.integers(0, 4))
def test_removing_a_hedge_never_lowers_certainty(found, at):
    """The label of a claim is at least as strong when one telling drops its hedge."""
    outlet, chain, day = found[at % len(found)]
    rest = [item for n, item in enumerate(items_of(found)) if n != at % len(found)]
    hedged = claim(*rest, told(outlet, *chain, day=day, label=Label.HEDGED_REPORTED))
    firm = claim(*rest, told(outlet, *chain, day=day))

    assert RANK[firm.label] >= RANK[hedged.label]


def test_who_is_named_answers_whichever_telling_counts_as_the_first():
    """An outlet's own words and its words from a named person: the person's stand, hedged or not."""
    own = told("A", day="2031-05-04")
    hedged = claim(own, told("A", MAYOR, day="2031-05-04", label=Label.HEDGED_REPORTED))
    firm = claim(own, told("A", MAYOR, day="2031-05-04"))

    assert hedged.label is Label.HEDGED_REPORTED
    assert firm.label is Label.ATTRIBUTED
