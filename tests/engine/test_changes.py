"""What a watcher is told, in a sentence each."""

from dataclasses import replace

from ouidire.engine.changes import changes
from ouidire.model import Claim, Contest, Label, Occurrence, OriginCount, Status, Support


def _occurrence(id_, echo_of=None):
    return Occurrence(
        id=id_, article="sha256:1", ref="1", quote="le mur", label=Label.ASSERTED, echo_of=echo_of
    )


def _claim(*members, id_="c:1", **more):
    fields = {
        "gloss": "le mur est tombé",
        "label": Label.ATTRIBUTED,
        "family": "damage",
        "as_of": "2026-03-12",
        "origins": OriginCount(lo=1, hi=1),
        "channels": 1,
        "sides": 0,
        "status": Status(support=Support.ATTRIBUTED, contest=Contest.NONE),
    }
    return Claim(id=id_, assertions=members, **(fields | more))


A, B, C = (_occurrence(f"a:{n}") for n in "abc")
ECHO = _occurrence("a:e", echo_of="a:a")


def _says(before, after):
    return [(change.kind, change.says) for change in changes(before, after)]


def test_nothing():
    """The same claims, nothing to say."""
    assert changes([_claim(A)], [_claim(A)]) == ()


def test_an_echo_is_no_report():
    """Echoes and reports are counted apart; a new id is no change by itself."""
    assert _says([_claim(A)], [_claim(A, ECHO, B, id_="c:2")]) == [
        ("reports", "1 new report"),
        ("echoes", "1 new echo"),
    ]


def test_a_claim_now_disputed():
    """Each axis that moved is named with what it was."""
    now = _claim(
        A,
        status=Status(support=Support.CORROBORATED, contest=Contest.DISPUTED),
        origins=OriginCount(lo=1, hi=2),
        label=Label.CONFIRMED,
    )

    assert _says([_claim(A)], [now]) == [
        ("contest", "now disputed"),
        ("support", "now corroborated, was attributed"),
        ("label", "now CONFIRMED, was ATTRIBUTED"),
        ("origins", "origins now [1,2], were [1,1]"),
    ]
    assert ("contest", "no longer contested") in _says([now], [_claim(A)])


def test_joined_split_and_gone():
    """What a judgement or an erasure does to claims."""
    one, other = _claim(A), _claim(B, id_="c:2")
    both = _claim(A, B, id_="c:3")

    assert _says([one, other], [both]) == [("joined", "2 claims are one now")]
    assert _says([both], [one, other]) == [("split", "one claim is 2 now")]
    assert _says([one, other], [one]) == [("gone", "no longer there")]


def test_new_comes_last_and_speech_is_passed_over():
    """What became of known claims matters more than what is new."""
    known = _claim(A, status=Status(support=Support.ATTRIBUTED, contest=Contest.RETRACTED))
    fresh = _claim(C, id_="c:0")
    spoken = replace(fresh, id="c:9", family="speech", assertions=(_occurrence("a:s"),))

    assert [kind for kind, _ in _says([_claim(A)], [fresh, spoken, known])] == ["contest", "new"]
