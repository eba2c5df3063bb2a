"""The ten tasks of ``docs/how-to/ten-tasks.md``, by following what is on the page and nothing else."""

import re
from pathlib import Path

import pytest

from tests.presentation.dom import tree

DOC = Path(__file__).parents[2] / "docs" / "how-to" / "ten-tasks.md"
STEP = re.compile(r"^- (search|open|read) `([^`]+)`(?:: `([^`]+)`)?$", re.MULTILINE)
TASKS = {
    part.partition("\n")[0]: STEP.findall(part) for part in DOC.read_text(encoding="utf-8").split("\n## ")[1:]
}
MOST = 4
HEADINGS = ("h1", "h2", "h3", "dt", "summary", "caption")


def _plain(words):
    return " ".join(words.split())


class _Reader:
    """Somebody at a page: sees it, follows a link in it, fills the field at its top."""

    def __init__(self, client):
        self._client = client
        self.clicks = 0
        self._go("/", clicks=0)

    def _go(self, address, clicks=1, **asked):
        answer = self._client.get(address, params=asked or None, follow_redirects=True)
        assert answer.status_code == 200, address
        self.page = tree(answer.text)
        self.clicks += clicks

    def search(self, words):
        form = self.page.all("form", role="search")[0]
        assert form.all("button")
        self._go(form.attrs["action"], **{form.all("input")[0].attrs["name"]: words})

    def open(self, words):
        links = [a for a in self.page.all("a") if words in _plain(a.text)]
        assert links, words
        self._go(links[0].attrs["href"])

    def read(self, heading, words):
        """Whether words stand below a heading: in the part of the page that it opens."""
        found = [n for tag in HEADINGS for n in self.page.all(tag) if _plain(n.text).startswith(heading)]
        assert found, heading
        assert any(words in _plain(n.parent.text) for n in found), (heading, words)


def test_there_are_ten():
    """Each has its steps and ends with something to read."""
    assert len(TASKS) == 10
    assert all(steps and steps[-1][0] == "read" for steps in TASKS.values())


@pytest.mark.parametrize("task", TASKS)
def test_task_is_done_in_four_clicks(client, task):
    """From the first page, by its links and its search field alone."""
    client.cookies.clear()
    reader = _Reader(client)
    for verb, words, answer in TASKS[task]:
        if verb == "read":
            reader.read(words, answer)
        else:
            getattr(reader, verb)(words)
    assert 1 <= reader.clicks <= MOST
