"""Judging, grading, reviewing and erasing from the command line, on a copy of the sample story."""

import shutil

import pytest

from ouidire.errors import UnknownId
from tests.presentation.test_schema import closed


@pytest.fixture
def mine(run, story_path, tmp_path):
    """Run a command on a ledger of our own."""
    path = tmp_path / "mine.db"
    shutil.copy(story_path, path)
    shutil.copytree(f"{story_path}.objects", f"{path}.objects")

    def call(command, *words, given=None):
        return run(command, "--ledger", path, *words, given=given)

    return call


def test_a_judgement_is_told_with_what_it_changed(mine):
    """Two claims become one; the list of decisions names who and why; taken back, they are two again."""
    claims = [c for c in mine("claims", "-f", "json").json if c["family"] != "speech"]
    a, b = (next(c for c in claims if c["family"] == family) for family in ("damage", "attack"))
    sides = (a["assertions"][0]["id"], b["assertions"][0]["id"])

    said = mine("judge", *sides, "same", "--by", "ana", "--because", "one blast").out
    assert "SAME" in said
    assert "by ana: one blast" in said
    assert "claims are one now" in said

    made = mine("judge", "-f", "json").json
    closed("decisions").validate(made)
    assert [(d["judge"], d["relation"], d["withdrawn"]) for d in made] == [("ana", "SAME", False)]
    assert made[0]["left_at"]["words"]

    assert "one claim is 2 now" in mine("judge", *sides, "SAME", "--by", "ana", "--withdraw").out
    assert [c["id"] for c in mine("claims", "-f", "json").json if c["family"] != "speech"] == [
        c["id"] for c in claims
    ]


def test_two_articles_may_be_no_copies(mine):
    """A copy that a person rejects is no longer shown, and its echo counts by itself."""
    copy = next(c for claim in mine("claims", "-f", "json").json for c in claim["copies"])

    mine("judge", copy["from"], copy["to"], "NOT_A_COPY", "--by", "ana")

    left = [c for claim in mine("claims", "-f", "json").json for c in claim["copies"]]
    assert copy not in left


def test_two_sources_may_be_one_origin(mine):
    """Sources judged one origin stand under a claim as one root at most."""
    claims = mine("claims", "-f", "json").json
    roots = next(c["origins"]["roots"] for c in claims if len(c["origins"]["roots"]) > 1)

    said = mine("judge", roots[0], roots[1], "SAME_ORIGIN", "--by", "ana").out

    assert "SAME_ORIGIN" in said
    assert not [c for c in mine("claims", "-f", "json").json if set(roots[:2]) <= set(c["origins"]["roots"])]


def test_a_letter_is_shown_with_who_set_it(mine):
    """F until a person says otherwise; the newest letter holds."""
    assert {s["reliability"] for s in mine("sources", "-f", "json").json} == {"F"}

    mine("grade", "Hydrorle", "d", "--by", "ben")
    mine("grade", "Hydrorle", "B", "--by", "ana", "--because", "its gauges are public")

    every = mine("sources", "Hydrorle", "-f", "json").json
    closed("sources").validate(every)
    assert [(s["reliability"], s["graded_by"]) for s in every if s["name"] == "Hydrorle"] == [("B", "ana")]
    assert "graded B by ana" in mine("sources", "Hydrorle").out
    assert len(mine("judge", "-f", "json").json) == 2


def test_a_letter_needs_a_source(mine):
    """A name that nobody bears is refused; so is a letter that is none."""
    with pytest.raises(UnknownId, match="no source is called so"):
        mine("grade", "Nobody Atall", "B")
    refused = mine("grade", "Hydrorle", "G")
    assert refused.status == 2


def test_review_asks_what_it_cannot_tell(mine):
    """Each question has words, what it rests on, and a step; the weightiest come first."""
    found = mine("review", "-f", "json").json
    closed("review").validate(found)

    assert {one["kind"] for one in found} <= {"link", "reference"}  # the world file knows all outlets
    assert all(one["asks"] and one["words"] and one["step"] for one in found)
    weights = [one["weight"] for one in found]
    assert weights == sorted(weights, reverse=True)
    assert len(mine("review", "--limit", "1").out.splitlines()) <= 4


def test_a_judged_pair_is_no_longer_asked_about(mine):
    """What a person settled leaves the queue."""
    links = [one for one in mine("review", "-f", "json").json if one["kind"] == "link"]
    assert links
    a, b = links[0]["rests_on"]
    mine("judge", a, b, "RELATED", "--by", "ana")

    assert links[0]["rests_on"] not in [one["rests_on"] for one in mine("review", "-f", "json").json]


def test_erasing_asks_first(mine):
    """Without a yes nothing happens."""
    article = mine("claims", "-f", "json").json[0]["assertions"][0]["article"]
    before = mine("claims", "-f", "json").out

    refused = mine("erase", article, "--because", "a court order", given="n\n")

    assert refused.status != 0
    assert mine("claims", "-f", "json").out == before


def test_erased_for_good(mine):
    """A tombstone is printed, claims change, the ledger verifies, the article is unknown."""
    article = mine("claims", "-f", "json").json[0]["assertions"][0]["article"]

    stone = mine(
        "erase", article, "--because", "a court order", "--by", "R. Moal", "--yes", "-f", "json"
    ).json
    closed("tombstone").validate(stone[0])

    assert stone[0]["article"] == article
    assert article not in mine("claims", "-f", "json").out
    assert "all holds" in mine("verify").out
    with pytest.raises(UnknownId):
        mine("erase", article, "--because", "again", "--yes")


def test_adding_tells_what_changed(run, story_articles):
    """A ledger that had claims says what became of them."""
    first, *rest = sorted(story_articles)
    assert "\nc:" not in run("add", first, "--ledger", "two.db").out
    said = run("add", *rest, "--ledger", "two.db").out

    assert "new echo" in said or "new report" in said
    assert run("claims", "--ledger", "two.db", "--changed-since", "2026-03-20").out
    assert not run("claims", "--ledger", "two.db", "--changed-since", "2031-01-01").out
