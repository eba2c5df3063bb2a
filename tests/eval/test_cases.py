"""Gold beside found: told by construction, printed and drawn."""

import pytest
from eval.cases import Case, by_construction, chosen, construction, page, printed

TEXT = "The dam, said Oda <b>Ferrec</b>, “is safe”. Reports say it is not."


def _record(source, cue, content):
    spans = [
        [TEXT.index(words), TEXT.index(words) + len(words)] if words else None
        for words in (source, cue, content)
    ]
    return {role: [s] if s else [] for role, s in zip(("source", "cue", "content"), spans, strict=True)}


GOLD = [_record("Oda <b>Ferrec</b>", "said", "“is safe”"), _record("Reports", "say", "it is not")]
EXTRA = _record("", "said", "The dam")
CASE = Case("d1", TEXT, GOLD, [GOLD[1], EXTRA], [(1, 0)])


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (GOLD[0], "direct, cue first"),
        (GOLD[1], "indirect, cue first"),
        (EXTRA, "indirect, cue last, no source"),
        (_record("Oda", "said", TEXT[:43]), "mixed, cue inside"),
    ],
)
def test_construction(record, name):
    """The surface alone decides."""
    assert construction(TEXT, record) == name


def test_counts_by_construction():
    """Every gold and every found relation is counted once."""
    rows = {name: counts for name, *counts in by_construction([CASE])}

    assert rows == {
        "direct, cue first": [1, 0, 0],
        "indirect, cue first": [1, 1, 1],
        "indirect, cue last, no source": [0, 1, 0],
    }


def test_printed():
    """What was missed, then what was found beyond the gold."""
    lines = list(printed(CASE))

    assert lines[0] == "d1: gold 2, found 2, matched 1"
    assert [line.split()[0] for line in lines[1:]] == ["-", "+"]
    assert "– | said | The dam" in lines[2]


def test_chosen():
    """By id, or the worst first."""
    other = Case("d2", TEXT, GOLD, GOLD, [(0, 0), (1, 1)])

    assert chosen([other, CASE], ["d2"]) == [other]
    assert chosen([other, CASE], ["worst"]) == [CASE, other]
    assert chosen([other, CASE], ["d3"]) == []


def test_page():
    """Each relation stands there once, and what the text says of markup stays text."""
    drawn = page([CASE])

    assert [drawn.count(f"<p class={kind}><") for kind in ("missed", "spurious")] == [1, 1]
    assert "&lt;b&gt;Ferrec" in drawn
    assert "<b>Ferrec" not in drawn
