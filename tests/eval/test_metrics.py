"""The harness measures what it says it measures."""

import json

import pytest
from eval.metrics import Counts, Row, iou, match, overlap, upper_bound

from eval import gate


def test_iou_counts_code_points_of_both():
    """Half of the union shared is one half."""
    assert iou([[0, 10]], [[0, 5]]) == 0.5
    assert iou([[0, 2], [4, 6]], [[4, 6]]) == 0.5
    assert iou([], []) == 0.0


def test_overlap_needs_a_shared_code_point():
    """Spans that only touch do not overlap."""
    assert not overlap([[0, 3]], [[3, 5]])
    assert overlap([[0, 4]], [[3, 5]])


def test_match_is_one_to_one_and_prefers_the_better_fit():
    """A found item serves one gold item, the one it fits best."""
    gold = [{"s": [[0, 10]]}, {"s": [[0, 6]]}]
    found = [{"s": [[0, 6]]}]

    assert match(gold, found, lambda g, f: iou(g["s"], f["s"])) == [(1, 0)]


def test_counts_add_up_over_documents():
    """Micro average over documents."""
    counts = Counts.over([Row("a", 4, 2, 2), Row("b", 4, 6, 2)])

    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.5, 0.5)


def test_upper_bound_shrinks_with_n():
    """No errors in 10 says less than none in 300."""
    assert upper_bound(0, 300) < 0.01 < upper_bound(0, 10)
    assert upper_bound(0, 0) == 1.0


def test_a_floor_does_not_fall_unless_somebody_says_so(tmp_path, monkeypatch):
    """`--update` with a worse figure changes nothing."""
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"micro.labels": 0.9, "critical.rate": 0.0}))
    monkeypatch.setattr(gate, "FLOORS", floors)

    assert gate.raise_floors({"micro.labels": 0.8, "critical.rate": 0.0}, allow_regression=False)
    assert json.loads(floors.read_text())["micro.labels"] == 0.9
    assert gate.broken({"critical.rate": 0.1}) == ["critical.rate: 0.100, floor 0.000"]
    assert gate.raise_floors({"micro.labels": 0.8}, allow_regression=True) == []
    assert json.loads(floors.read_text())["micro.labels"] == pytest.approx(0.8)
