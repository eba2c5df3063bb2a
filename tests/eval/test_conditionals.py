"""The conditionals two readers labelled: well formed, and only scored on the sentences they read."""

import json

import pytest
from eval.conditionals_blind import agreement, conditionals_blind, labelled


@pytest.mark.parametrize("reader", ["a", "b"])
def test_labels_are_known_and_say_where_the_form_stands(reader):
    labels = labelled(reader)
    assert len(labels) == 190
    assert {row["label"] for row in labels.values()} <= {"REP", "MOD", "HYP", "FIP", "NONE"}
    assert all(row["at"] >= 0 and row["form"] and len(row["sha256"]) == 64 for row in labels.values())


def test_readers_labelled_the_same_forms():
    one, other = labelled("a"), labelled("b")
    assert [(k, r["form"], r["at"]) for k, r in one.items()] == [
        (k, r["form"], r["at"]) for k, r in other.items()
    ]


def test_agreement_is_cohens():
    one = {str(n): {"label": label} for n, label in enumerate("AABB")}
    other = {str(n): {"label": label} for n, label in enumerate("ABBB")}
    share, kappa = agreement(one, other)
    assert share == 0.75
    assert kappa == pytest.approx(0.5)


def test_another_sentence_under_a_known_id_is_left_out(tmp_path):
    texts = tmp_path / "conditionals.jsonl"
    item = {"id": "c001", "before": "", "sentence": "Le pont serait fermé.", "form": "serait", "at": 8}
    texts.write_text(json.dumps(item), encoding="utf-8")
    figures, rows = conditionals_blind(texts)
    assert rows == []
    assert figures["blind.n"] == 0
