"""What people decide holds, is taken back, and survives another extractor."""

from dataclasses import replace

import pytest

from ouidire.engine import Verdict, open_ledger
from ouidire.engine.deciding import decided, in_force
from ouidire.errors import UnknownId
from ouidire.model import Anchor, Judgement, Relation, Ruling, RulingKind, Span

SAME = Verdict(says="SAME", by="ana", because="one bridge")


def _judgement(says=Relation.SAME, judge="ana", at="1", **more):
    return Judgement(left="a:1", right="a:2", relation=says, judge=judge, made_at=at, **more)


def test_the_newest_holds():
    """Of two people the later one is followed."""
    later = _judgement(Relation.RELATED, "ben", "2")

    assert in_force([later, _judgement()]) == (later,)


def test_taking_back_restores_the_other():
    """Who takes a judgement back takes back his or her own only."""
    taken = _judgement(Relation.RELATED, "ben", "3", withdrawn=True)

    assert in_force([taken, _judgement(Relation.RELATED, "ben", "2"), _judgement()]) == (_judgement(),)
    assert in_force([_judgement(), _judgement(at="2", withdrawn=True)]) == ()


def test_kinds_do_not_meet():
    """A ruling on two articles is no ruling on two sources, whatever their names."""
    one = Ruling(kind=RulingKind.NOT_A_COPY, left="x", right="y", judge="ana", made_at="1")
    other = replace(one, kind=RulingKind.SAME_ORIGIN, made_at="2", withdrawn=True)

    assert in_force([one, other]) == (one,)


@pytest.fixture
def bridges(plain, ledger, folder):
    """A ledger of three claims, and the ids of the two about bridges."""
    ledger.add(str(folder))
    ids = [c.assertions[0].id for c in ledger.claims() if "pont" in c.gloss]
    return ledger, ids


def test_same_joins_two_claims_and_can_be_taken_back(bridges):
    """A person's SAME overrules the table; withdrawn, all is as before."""
    ledger, (a, b) = bridges
    before = ledger.export()

    ledger.judge(a, b, SAME)
    assert ledger.claim(a).id == ledger.claim(b).id
    assert "ana" in " ".join(e.says for e in ledger.why(a))

    ledger.judge(b, a, replace(SAME, withdrawn=True))
    assert ledger.export() == before
    assert [d.withdrawn for d in ledger.decisions()] == [False, True]


def test_the_order_of_sides_does_not_matter(bridges, tmp_path, folder):
    """A judged with B is B judged with A, but for who was asked first."""
    ledger, (a, b) = bridges
    ledger.judge(b, a, SAME)

    assert {one.id for one in ledger.claim(a).assertions} == {a, b}


def test_a_judgement_finds_its_words_again(bridges):
    """Where another extractor gives another id to the same words, they are judged still."""
    ledger, (a, b) = bridges
    ledger.judge(a, b, SAME)
    items = tuple(
        replace(item, assertions=tuple(replace(one, id=f"a:new{one.id[2:]}") for one in item.assertions))
        for item in ledger.extractions()
    )

    people = decided(ledger._store, items)

    assert [(j.left, j.right) for j in people.judgements] == [(f"a:new{a[2:]}", f"a:new{b[2:]}")]
    assert people.lost == ()


def test_a_judgement_that_fits_no_more_is_put_up_for_review(bridges):
    """It is neither dropped nor guessed at."""
    ledger, (a, b) = bridges
    ledger.judge(a, b, SAME)
    items = tuple(replace(item, assertions=()) for item in ledger.extractions())

    people = decided(ledger._store, items)

    assert people.judgements == ()
    assert [(j.left, j.right) for j in people.lost] == [(a, b)]


def test_words_that_two_assertions_share_alike_are_not_guessed(bridges):
    """Two candidates are none."""
    ledger, (a, b) = bridges
    ledger.judge(a, b, SAME)
    items = tuple(
        replace(
            item,
            assertions=tuple(replace(one, id=f"a:{n}{one.id[2:]}") for n in "12" for one in item.assertions),
        )
        for item in ledger.extractions()
    )

    assert decided(ledger._store, items).judgements == ()


def test_ledgers_with_the_same_decisions_are_one(plain, folder, tmp_path):
    """When articles and decisions came does not matter: the export is the same, byte by byte."""
    exports = []
    for name, order in (("one", "012"), ("two", "210")):
        with open_ledger(tmp_path / f"{name}.db") as opened:
            for n in order:
                opened.add(str(folder / f"{n}.md"))
            ids = sorted(c.assertions[0].id for c in opened.claims() if "pont" in c.gloss)
            opened.judge(*ids[:: 1 if name == "one" else -1], SAME)
            exports.append(opened.export().replace(opened.decisions()[0].made_at.encode(), b"WHEN"))

    assert exports[0] == exports[1]


@pytest.mark.parametrize(
    ("a", "b", "says", "message"),
    [
        ("a:0", "a:1", "SAME", "no claim or assertion"),
        ("{a}", "{a}", "SAME", "both are one"),
        ("0.md", "nowhere.md", "NOT_A_COPY", "no article is called so"),
        ("Hydrorle", "Mira", "SAME_ORIGIN", "no source is called so"),
    ],
)
def test_what_is_not_there_cannot_be_judged(bridges, a, b, says, message, monkeypatch, folder):
    """The refusal says what is missing."""
    ledger, (one, _) = bridges
    monkeypatch.chdir(folder)

    with pytest.raises(UnknownId, match=message):
        ledger.judge(a.format(a=one), b.format(a=one), Verdict(says=says, by="ana"))
    assert ledger.decisions() == ()


def test_an_anchor_names_article_span_and_words(bridges):
    """What is recorded says which words were judged."""
    ledger, (a, b) = bridges
    made = ledger.judge(a, b, SAME)
    items = {one.id: item.article for item in ledger.extractions() for one in item.assertions}

    for id_, at in ((a, made.left_at), (b, made.right_at)):
        assert isinstance(at, Anchor)
        assert at == Anchor(article=items[id_].id, span=Span(0, len(items[id_].text)), words=items[id_].text)
