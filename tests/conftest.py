"""What several folders of tests share: the sample story in a ledger, read once."""

from pathlib import Path

import pytest

from ouidire.engine import open_ledger

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="session")
def story_articles():
    """Paths of the sample articles, as a person would name them."""
    return sorted(str(path) for path in EXAMPLES.glob("[0-9]*.md"))


@pytest.fixture(scope="session")
def story_path(tmp_path_factory, story_articles):
    """A ledger file that holds the sample story."""
    path = tmp_path_factory.mktemp("story") / "story.db"
    with open_ledger(path) as ledger:
        ledger.load_world(EXAMPLES / "world.toml")
        for item in ledger.add(*story_articles):
            assert item.outcome == "ok", item
            assert "extraction-failed" not in {issue.code for issue in item.issues}, item
        ledger.refresh()
    return path


@pytest.fixture(scope="session")
def story_ledger(story_path):
    """The sample story, open."""
    with open_ledger(story_path) as ledger:
        yield ledger
