"""``ouidire serve`` hands the ledger to the server, on this machine alone unless it is told otherwise."""

import pytest
from starlette.testclient import TestClient

from ouidire.errors import LedgerError


@pytest.fixture
def served(monkeypatch):
    """Catch what would be served, ask it for a page, and stop."""
    caught = {}

    def run(app, **settings):
        caught.update(settings)
        names = ("127.0.0.1", "evil.example", "desk.example")
        caught["answers"] = {
            n: TestClient(app, base_url=f"http://{n}").get("/about").status_code for n in names
        }

    monkeypatch.setattr("uvicorn.run", run)
    return caught


def test_it_listens_on_this_machine(of_story, served):
    """Loopback and port 8017; a foreign host name is refused."""
    result = of_story("serve")

    assert result.status == 0
    assert (served["host"], served["port"]) == ("127.0.0.1", 8017)
    assert served["answers"] == {"127.0.0.1": 200, "evil.example": 421, "desk.example": 421}
    assert "http://127.0.0.1:8017/ shows 14 articles" in result.err


def test_further_names_are_allowed_one_by_one(of_story, served):
    """``--allow-host`` names another."""
    of_story("serve", "--host", "0.0.0.0", "--port", "9000", "--allow-host", "desk.example")

    assert (served["host"], served["port"]) == ("0.0.0.0", 9000)
    assert served["answers"]["desk.example"] == 200
    assert served["answers"]["evil.example"] == 421


def test_it_makes_no_ledger(run, served):
    """Where there is none, it says how to make one."""
    with pytest.raises(LedgerError, match="ouidire add"):
        run("serve", "--ledger", "none.db")
    assert not served


def test_it_writes_when_it_is_told_to(of_story, served):
    """``--write`` opens the pages that decide and add, under the name that is given."""
    result = of_story("serve", "--write", "--as", "Ida Brask")

    assert result.status == 0
    assert "pages write, as Ida Brask" in result.err


@pytest.mark.parametrize(
    "options",
    [["--host", "0.0.0.0"], ["--token", "short"], ["--host", "192.0.2.1", "--token", "short"]],
)
def test_nothing_is_written_from_a_network_without_a_token(of_story, served, options):
    """Neither pages on a network, nor a token that is guessed."""
    result = of_story("serve", "--write", *options)

    assert result.status == 2
    assert not served


def test_programs_write_from_a_network_with_a_token(of_story, served):
    """Pages do not."""
    result = of_story("serve", "--write", "--host", "0.0.0.0", "--token", "x" * 16)

    assert result.status == 0
    assert "programs write, as" in result.err
    assert "pages" not in result.err
