"""The French gold: well formed, and matched as PolNeAR is."""

import pytest
from eval.attribution import fits
from eval.french import ARTICLES, GOLD, articles, marked


@pytest.mark.parametrize("gold", [GOLD, ARTICLES])
@pytest.mark.parametrize("reader", ["a", "b"])
def test_marks_have_a_cue_and_a_content(reader, gold):
    """Each mark has a cue and a content of spans in order, and a known kind."""
    marks = [m for sentence in marked(reader, gold).values() for m in sentence]
    assert len(marks) > 100
    for mark in marks:
        assert mark["cue"]
        assert mark["content"]
        assert mark["kind"] in {"speech", "belief", "attitude"}
        for role in ("source", "cue", "content"):
            assert all(start < end for start, end in mark[role])
            assert mark[role] == sorted(mark[role])


def test_readers_marked_the_same_sentences():
    """Both readers have one line for each sentence."""
    assert list(marked("a")) == list(marked("b"))
    assert list(marked("a", ARTICLES)) == list(marked("b", ARTICLES))
    assert len(marked("a", ARTICLES)) == 20


def test_articles_that_are_not_the_marked_ones_are_left_out(tmp_path):
    """Texts are told by their digest, so marks never meet another text."""
    for key in marked("a", ARTICLES):
        (tmp_path / f"{key}.txt").write_text("Le maire dit que le pont tient.", encoding="utf-8")
    figures, rows = articles(tmp_path)
    assert rows == []
    assert figures["articles.a.n"] == 0


def test_cues_must_meet_and_contents_overlap_by_half():
    """A relation fits where cues share a character and contents half of their characters."""
    gold = {"cue": [[0, 5]], "content": [[10, 20]]}
    assert fits(gold, {"cue": [[4, 8]], "content": [[10, 15]]}) == 0.5
    assert fits(gold, {"cue": [[5, 8]], "content": [[10, 20]]}) == 0
    assert fits(gold, {"cue": [[4, 8]], "content": [[10, 14]]}) == 0
