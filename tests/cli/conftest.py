"""Runs commands in this process."""

import json
from dataclasses import dataclass

import pytest
from typer.testing import CliRunner

from ouidire.cli import app
from ouidire.errors import OuidireError


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self):
        """Standard output as one JSON value."""
        return json.loads(self.out)

    @property
    def lines(self):
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run ``ouidire …`` in an empty folder; refusals raise, as `main` expects."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OUIDIRE_LEDGER", raising=False)

    def call(*words, given=None):
        result = CliRunner().invoke(app, [str(word) for word in words], input=given)
        if isinstance(result.exception, OuidireError):
            raise result.exception
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return call


@pytest.fixture
def of_story(run, story_path):
    """Run a command on the sample story."""

    def call(command, *words):
        return run(command, "--ledger", story_path, *words)

    return call
