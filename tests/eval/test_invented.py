"""The invented variants: well formed, enough of each, and not getting worse."""

import hashlib
import json
from collections import Counter

import pytest
from eval.data import jsonl
from eval.invented import FOLDER, variants

from eval import gate
from ouidire.model import Label

HALVES = ("open", "held")
SECOND = ("second_open", "second_held")


@pytest.mark.parametrize("half", [*HALVES, *SECOND])
def test_every_item_points_into_its_text(half):
    """Claim, source and cue are words of the sentence, and labels are the product's own."""
    names = {label.value for label in Label}
    for item in jsonl(FOLDER / f"{half}.jsonl"):
        assert item["lang"] in ("fr", "en")
        assert {item["certainty"], *item.get("also", ())} <= names, item["id"]
        for part in (item["claim"], item["source"], item["cue"]):
            assert part is None or part in item["text"], item["id"]


def test_each_phenomenon_has_at_least_ten_variants_in_each_language():
    """What the gate rests on is many wordings, not one sentence."""
    counts = Counter(
        (item["phenomenon"], item["lang"]) for half in HALVES for item in jsonl(FOLDER / f"{half}.jsonl")
    )

    assert min(counts.values()) >= 10


def test_no_sentence_is_in_both_halves():
    """What is there to be counted must not have been there to be read."""
    read, unread = (
        {item["text"] for half in halves for item in jsonl(FOLDER / f"{half}.jsonl")}
        for halves in (("open", "second_open"), ("held", "second_held"))
    )

    assert not read & unread


def test_the_second_set_is_parted_by_its_ids():
    """Nobody chose which half an item fell into: the parity of the hash of its id did."""
    for parity, half in enumerate(SECOND):
        for item in jsonl(FOLDER / f"{half}.jsonl"):
            assert int(hashlib.sha256(item["id"].encode()).hexdigest(), 16) % 2 == parity


def test_variants_keep_their_floors():
    """Labels and critical errors of the open half are no worse than when the floors were set."""
    figures, rows = variants("variants")
    floors = json.loads(gate.FLOORS.read_text(encoding="utf-8"))

    assert set(floors) & set(figures), "no floor is set for the variants"
    assert len(rows) > 400
    assert not gate.broken(figures)
