"""Candidates, links, judgements and clusters over sets of articles."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ouidire.linking import cluster, inverse, link
from ouidire.model import Judgement, Link, Relation
from tests.linking import building as b


def toll(n, outlet, day="2031-05-04", *, where="x:ilsen"):
    """An article that gives a toll at a place."""
    text = f"In Ilsen {n} people were killed."
    one = b.assertion(
        text,
        "casualty.killed",
        roles=[b.role(text, "target", f"{n} people", head="people")],
        place=b.place(text, "Ilsen", where),
        quantity=b.many(text, f"{n} people", n, "people"),
    )
    return b.extraction(b.article(text, outlet=outlet, day=day), one)


def test_same_event_in_two_outlets_is_linked():
    """Two articles of one day about one place."""
    (made,) = link([toll(7, "A"), toll(7, "B")])

    assert made.relation is Relation.SAME
    assert made.left < made.right


def test_articles_a_season_apart_are_not_compared():
    """The block ends with the reach of a story."""
    assert link([toll(7, "A"), toll(7, "B", "2031-09-04")]) == ()


def test_articles_two_weeks_apart_are_not_merged():
    """Without a stated day, only articles of a few days speak of one event."""
    (made,) = link([toll(7, "A"), toll(7, "B", "2031-05-18")])

    assert made.relation is Relation.RELATED


def test_order_of_articles_changes_nothing():
    """Linking is a function of the set."""
    items = [toll(7, "A"), toll(7, "B"), toll(9, "C"), toll(7, "D", "2031-05-05"), toll(7, "E", None)]
    first = link(items)

    assert all(link(p) == first for p in list(permutations(items))[::17])


def test_a_person_overrules_the_table():
    """The judgement stands as the link, with its judge."""
    items = [toll(7, "A"), toll(7, "B")]
    (made,) = link(items)
    ruling = Judgement(
        left=made.right, right=made.left, relation=Relation.RELATED, judge="ada", made_at="2031-06-01"
    )
    (ruled,) = link(items, None, [ruling])

    assert (ruled.relation, ruled.judge, ruled.left) == (Relation.RELATED, "ada", made.left)


def same(a, c):
    """A SAME link between two one-letter ids."""
    return Link(left=min(a, c), right=max(a, c), relation=Relation.SAME, rows=(9,))


def test_clusters_are_complete():
    """A chain of tolerances is no claim: a=b and b=c do not make a=c."""
    assert cluster("abc", [same("a", "b"), same("b", "c")]) == (("a", "b"), ("c",))


@given(st.sets(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")), max_size=15), st.randoms())
def test_clusters_do_not_depend_on_order_and_hold_only_same_pairs(pairs, random):
    """Whatever the order of links, the same partition, complete inside."""
    links = [same(a, c) for a, c in sorted(pairs) if a != c]
    shuffled = list(links)
    random.shuffle(shuffled)
    found = cluster("abcdefg", links)
    judged = {(m.left, m.right) for m in links}

    assert found == cluster("gfedcba", shuffled)
    assert sorted(x for group in found for x in group) == list("abcdefg")
    assert all((x, y) in judged for group in found for x in group for y in group if x < y)
    assert all(x < y for group in found for x, y in pairwise(group))


def _speech(outlet, who, what, *, act="deny"):
    """A sentence in which somebody denies that something happened, with its content."""
    text = f"{who} denied that {what}."
    content = b.assertion(
        text, "attack.drone", quote=what, place=b.place(text, what.split()[-1], f"place:{what.split()[-1]}")
    )
    speech = b.assertion(
        text,
        f"speech.{act}",
        roles=[b.role(text, "speaker", who, head="", referent=f"ref:{who}")],
        refers_to=(content.id,),
    )
    return b.extraction(b.article(text, outlet=outlet), content, speech)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Tarn", "a drone hit Novska"), ("Vell", "a drone hit Belka"), None),
        (("Tarn", "a drone hit Novska"), ("Tarn", "a drone hit Belka"), None),
        (("Tarn", "a drone hit Novska"), ("Vell", "a drone hit Novska"), Relation.RELATED),
        (("Tarn", "a drone hit Novska"), ("Tarn", "a drone hit Novska"), Relation.SAME),
    ],
)
def test_acts_of_speech_are_linked_by_their_matter(one, other, expected):
    """Other speakers about other things have nothing to do with each other."""
    items = [_speech("A", *one), _speech("B", *other)]
    events = {x.id for i in items for x in i.assertions if x.proposition.family == "speech"}
    found = [made.relation for made in link(items) if {made.left, made.right} <= events]

    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("lede", "expected"),
    [
        ("Crews reached the Ilsen Dam at noon.", Relation.SAME),
        ("Crews reached the Ilsen Dam and the Novska Dam at noon.", Relation.ENTAILED_BY),
    ],
)
def test_a_definite_description_takes_up_the_only_one_its_article_names(lede, expected):
    """*The dam* is the Ilsen dam where no other dam is named, and any dam where two are."""
    text = f"{lede} A boat struck the dam in Ilsen."
    dams = [f"the {n} Dam" for n in ("Ilsen", "Novska") if n in lede]
    named = [
        b.assertion(text, "other", quote=lede, roles=[b.role(text, "theme", d, head="dams")]) for d in dams
    ]
    bare = _struck(text, "the dam")
    full = "A boat struck the Ilsen Dam in Ilsen."
    items = [
        b.extraction(b.article(text, outlet="A"), bare, *named),
        b.extraction(b.article(full, outlet="B"), _struck(full, "the Ilsen Dam")),
    ]
    ids = [next(a.id for a in i.assertions if a.proposition.family == "damage") for i in items]
    (made,) = (x for x in link(items) if {x.left, x.right} == set(ids))
    relation = made.relation if made.left == ids[0] else inverse(made.relation)

    assert relation is expected


def _struck(text, dam):
    """That a boat struck a dam."""
    return b.assertion(
        text,
        "damage",
        quote=text[text.index("A boat") :],
        place=b.place(text[text.index("in Ilsen") :], "Ilsen", "x:ilsen"),
        roles=[b.role(text, "target", dam, head="dams")],
    )
