"""The same articles in any order and any batches give the same ledger, byte for byte."""

import random

import pytest

from ouidire.engine import open_ledger
from tests.conftest import EXAMPLES


def test_the_story_in_another_order(story_ledger, story_articles, tmp_path):
    """The whole story, shuffled, one article at a time with the world loaded last."""
    shuffled = story_articles[:]
    random.Random(7).shuffle(shuffled)
    with open_ledger(tmp_path / "shuffled.db") as other:
        other.load_world(EXAMPLES / "world.toml")
        for n, article in enumerate(shuffled):
            other.add(article)
            if n % 5 == 0:
                other.refresh()

        assert other.export() == story_ledger.export()


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize("seed", range(8))
def test_any_order_and_batch(folder, tmp_path, seed):
    """Order of files, size of batches and repeated adding leave no trace."""
    files = sorted(str(path) for path in folder.iterdir())
    with open_ledger(tmp_path / "base.db") as base:
        base.add(*files)
        expected = base.export()
    chance = random.Random(seed)
    queue = files * 2
    chance.shuffle(queue)
    with open_ledger(tmp_path / "other.db") as other:
        while queue:
            size = chance.randint(1, len(queue))
            batch, queue = queue[:size], queue[size:]
            other.add(*batch)

        assert other.export() == expected


def test_rebuilding_changes_nothing(story_path, story_ledger, tmp_path):
    """Made anew from the evidence, the derived state is the same."""
    before = story_ledger.export()
    story_ledger.rebuild()

    assert story_ledger.export() == before


def test_the_story_verifies(story_ledger):
    """Hashes, quoted words and the log hold for the whole story."""
    assert list(story_ledger.verify()) == []
