"""The workbench over the sample story, and over dossiers built by hand."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ouidire.engine.snapshot import Snapshot
from ouidire.storage import Store
from ouidire.web import create_app

BASE = "http://127.0.0.1:8017"


class Held:
    """Stands for a ledger that holds one dossier."""

    def __init__(self, dossier, folder):
        self._store = Store(Path(folder) / "held.db")
        self._dossier = dossier

    def state(self):
        return "held"

    def size(self):
        return len(self._dossier.extractions)

    def snapshot(self):
        return Snapshot(self._store, "held", self._dossier)


def client_of(ledger):
    """Return a client that asks as a browser on this machine does."""
    return TestClient(create_app(ledger), base_url=BASE, follow_redirects=False)


@pytest.fixture(scope="session")
def client(story_ledger):
    """The sample story, served."""
    return client_of(story_ledger)


@pytest.fixture
def held(tmp_path):
    """Serve a dossier; give each call its own folder."""

    def serve(dossier):
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        return client_of(Held(dossier, folder))

    return serve


@pytest.fixture(scope="session")
def addresses(client):
    """One address of every page, and one for every claim, article and source of the story."""
    claims = client.get("/api/v1/claims?limit=1000").json()
    articles = client.get("/api/v1/articles?limit=1000").json()
    sources = client.get("/api/v1/sources?limit=1000").json()
    found = [
        "/",
        "/search",
        "/search?q=barrage&label=ATTRIBUTED",
        "/articles",
        "/sources",
        "/review",
        "/about",
    ]
    found += [f"/claims/{claim['id']}" for claim in claims]
    found += [f"/articles/{article['id']}" for article in articles]
    found += [f"/sources/{one['referent'] or one['name'].lower()}" for one in sources]
    return found
