"""Claims are groups in which every pair is SAME; a person may join more, but not what excludes itself."""

from ouidire.linking import cluster
from ouidire.model import Link, Relation


def _link(a, b, relation=Relation.SAME, judge="table/1"):
    return Link(left=a, right=b, relation=relation, rows=(), judge=judge)


def test_every_pair_has_to_be_same():
    """Two out of three pairs are not enough."""
    links = [_link("a", "b"), _link("b", "c")]

    assert cluster("abc", links) == (("a", "b"), ("c",))
    assert cluster("abc", [*links, _link("a", "c")]) == (("a", "b", "c"),)


def test_a_person_joins_whole_groups():
    """One judgement on two of their members does."""
    links = [_link("a", "b"), _link("c", "d"), _link("b", "c", judge="ana")]

    assert cluster("abcd", links) == (("a", "b", "c", "d"),)
    assert cluster("dcba", links[::-1]) == (("a", "b", "c", "d"),)


def test_a_person_does_not_join_what_excludes_itself():
    """Where the table holds that two members contradict or update each other, the groups stay apart."""
    for relation in (Relation.CONTRADICTS, Relation.UPDATES, Relation.UPDATED_BY):
        links = [_link("a", "b"), _link("b", "c", judge="ana"), _link("a", "c", relation)]
        assert cluster("abc", links) == (("a", "b"), ("c",))


def test_two_people_who_differ_are_both_heard():
    """A pair judged anything but SAME keeps groups apart that another judgement would join."""
    for relation in (Relation.RELATED, Relation.UNRELATED):
        links = [_link("a", "b"), _link("b", "c", judge="ana"), _link("a", "c", relation, "ben")]
        assert cluster("abc", links) == (("a", "b"), ("c",))
