"""Two articles side by side: every sentence once, in order, matched by words, in translation or by claim."""

import jsonschema
import pytest

from ouidire.engine import open_ledger
from ouidire.linking.reuse import Likeness, align
from ouidire.presentation.schema import json_schema
from tests.presentation.dom import tree

from .conftest import client_of

FIRST = (
    "The bridge at Tornby is closed, police said. Nobody was hurt. The mayor, Ida Brask, asked people to stay away. "
    "A crane will lift the pillar on Friday. Ferries run every hour until then."
)
SECOND = (
    "Nobody was hurt. The bridge at Tornby was closed on Monday, police said. "
    "The mayor, Ida Brask, asked people to stay at home. Trucks use the old road."
)


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """One page, read twice, changed in between; and an article of another outlet."""
    folder = tmp_path_factory.mktemp("two")
    from ouidire.reading import ReadSettings

    with open_ledger(folder / "two.db") as ledger:
        for n, text in enumerate((FIRST, SECOND)):
            (folder / f"v{n}.txt").write_text(text, encoding="utf-8")
            settings = ReadSettings(
                outlet="The Tornby Post", url="https://post.example/bridge", language="en", published_at=None
            )
            ledger.add(str(folder / f"v{n}.txt"), settings=settings)
        ledger.refresh()
        yield ledger


def _found(client):
    return {a["text"]: a["id"] for a in client.get("/api/v1/articles").json()}


def test_sentences_are_matched_by_their_words(two):
    """Changed, unchanged and moved sentences find each other; what only one has stands alone."""
    view = two.snapshot()
    by_text = {a.text: view.extraction(a.id) for a in view.articles}
    left, right = by_text[FIRST], by_text[SECOND]
    pairs = {p.left.of(FIRST): (p.right.of(SECOND), p.how, p.moved) for p in align(left, right)}

    bridge = "The bridge at Tornby is closed, police said."
    assert pairs[bridge][0] == "The bridge at Tornby was closed on Monday, police said."
    assert pairs[bridge][1] is Likeness.REWORDED
    assert pairs["Nobody was hurt."][:2] == ("Nobody was hurt.", Likeness.VERBATIM)
    assert sorted((pairs[bridge][2], pairs["Nobody was hurt."][2])) == [False, True]
    assert "A crane will lift the pillar on Friday." not in pairs


def test_alignment_reads_the_same_from_either_side(two):
    """Which is left changes nothing but the sides."""
    view = two.snapshot()
    a, b = (view.extraction(x.id) for x in view.articles)
    there = {(p.left, p.right, p.how) for p in align(a, b)}
    back = {(p.right, p.left, p.how) for p in align(b, a)}
    assert there == back


def test_page_holds_every_sentence_once(two):
    """All words of both articles are there, differing ones marked, the versions told as such."""
    client = client_of(two)
    ids = _found(client)
    page = tree(client.get("/compare", params={"a": ids[FIRST], "b": ids[SECOND]}).text)
    rows = page.all("div", role="row")[1:]
    left = " ".join(row.children[0].text.strip() for row in rows)
    right = " ".join(row.children[2].text.strip() for row in rows)

    for sentence in FIRST.split(". "):
        assert left.count(sentence.rstrip(".")) == 1
    for sentence in SECOND.split(". "):
        assert right.count(sentence.rstrip(".")) == 1
    assert "Two versions of one page." in page.text
    assert {e.text for e in page.all("em", class_="differs")} >= {"on Monday"}
    chosen = tree(client.get("/compare").text)
    assert any("/compare?a=" in (a.attrs["href"] or "") for a in chosen.all("a"))


def test_translations_stand_side_by_side(client):
    """The copied article of the story, in two languages, with the hedge that got lost on the way."""
    copy = next(
        x
        for c in client.get("/api/v1/claims?limit=1000").json()
        for x in c["copies"]
        if x["kind"] == "translated"
    )
    asked = {"a": copy["from"], "b": copy["to"]}
    answer = client.get("/api/v1/compare", params=asked).json()
    jsonschema.validate(answer, json_schema("comparison"))
    told = [row for row in answer["rows"] if row["how"] == "translated"]
    assert len(told) >= len(copy["evidence"])
    assert any(row["claims"] for row in told)
    page = tree(client.get("/compare", params=asked).text)
    assert page.all("div", class_="drift")
    assert page.all("span", class_="warn")


def test_any_two_articles_can_be_compared(client):
    """Without a word in common nothing breaks: every sentence stands alone, or is tied by a claim."""
    ids = [a["id"] for a in client.get("/api/v1/articles").json()]
    for other in ids[1:6]:
        answer = client.get("/api/v1/compare", params={"a": ids[0], "b": other}).json()
        lefts = [row["left"]["start"] for row in answer["rows"] if row["left"]]
        assert lefts == sorted(set(lefts))
        rights = [row["right"]["start"] for row in answer["rows"] if row["right"]]
        assert len(rights) == len(set(rights))
        assert client.get("/compare", params={"a": ids[0], "b": other}).status_code == 200
    assert client.get("/compare", params={"a": ids[0], "b": "sha256:0000000"}).status_code == 404
    assert client.get("/api/v1/compare", params={"a": ids[0]}).status_code == 404
