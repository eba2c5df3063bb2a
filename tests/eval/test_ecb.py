"""The ECB+ set: texts as printed, and what counts as a false merge."""

from eval.ecb import Linked, Mention, _b3, _rows, _share, plain

from ouidire.model import Link, Relation
from tests.linking import building as b

TEXT = "`` He 's gone , '' Velk said ( in Ilsen ) ."


def test_texts_are_put_back_as_printed():
    """Quotes, clitics and punctuation; every offset finds its word again."""
    text, at = plain(TEXT)

    assert text == '"He\'s gone," Velk said (in Ilsen).'
    for word in ("He", "'s", "gone", "Velk", "said", "in", "Ilsen"):
        start = TEXT.index(word)
        assert text[at[start] : at[start + len(word)]].strip() == word


def toy(same, claims):
    """Three mentions: two of one event, one of another course of events of the topic."""
    text = "A quake struck Ilsen."
    items = [
        b.extraction(b.article(text, outlet=o), b.assertion(text, "disaster", predicate="strike"))
        for o in "XYZ"
    ]
    ones = [item.assertions[0] for item in items]
    mentions = tuple(
        Mention(item.article.ref, "1", sub, chain, "struck", one)
        for item, one, (sub, chain) in zip(items, ones, [("1a", "q"), ("1a", "q"), ("1b", "r")], strict=True)
    )
    links = tuple(Link(left=ones[i].id, right=ones[j].id, relation=Relation.SAME, rows=(9,)) for i, j in same)
    return _rows(
        Linked(mentions, links, {one.id: n for one, n in zip(ones, claims, strict=True)}, tuple(items))
    )


def test_right_claims_score_in_full():
    """One link, of one event; the other course is apart."""
    rows = toy([(0, 1)], [0, 0, 1])

    assert (_b3(rows), _share("wrong", "same")(rows), _share("kept_apart", "pairs_apart")(rows)) == (1, 0, 1)


def test_a_wrong_merge_costs():
    """A link across the two courses is a false merge and not kept apart."""
    rows = toy([(0, 1), (0, 2)], [0, 0, 0])

    assert _b3(rows) < 1
    assert _share("wrong", "same")(rows) == 0.5
    assert _share("kept_apart", "pairs_apart")(rows) == 0
