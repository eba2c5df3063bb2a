"""The workbench over the sample story, and over dossiers built by hand."""

import contextlib
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ouidire.engine import open_ledger
from ouidire.engine.snapshot import Snapshot
from ouidire.storage import Store, decision_ids
from ouidire.storage.sqlite import driver
from ouidire.web import Writing, create_app

BASE = "http://127.0.0.1:8017"
TOKEN = "a-token-for-programs"


class Held:
    """Stands for a ledger that holds one dossier, and what was decided on it."""

    def __init__(self, dossier, folder):
        self._store = Store(Path(folder) / "held.db")
        self._dossier = dossier

    def state(self):
        return f"held {len(decision_ids(self._store))}"

    def size(self):
        return len(self._dossier.extractions)

    def refresh(self):
        """Nothing is ever stale here."""

    def snapshot(self):
        return Snapshot(self._store, self.state(), self._dossier)


def client_of(ledger):
    """Return a client that asks as a browser on this machine does."""
    return TestClient(create_app(ledger), base_url=BASE, follow_redirects=False)


def writing_client(ledger, *, by="Ada", pages=True, token=TOKEN):
    """Return a client of a server that writes, and that is also asked as ledger.example."""
    app = create_app(ledger, ("ledger.example",), Writing(by=by, pages=pages, token=token))
    return TestClient(app, base_url=BASE, follow_redirects=False)


def copied(story_path, folder):
    path = folder / "story.db"
    with sqlite_copy(story_path) as connection:
        connection.execute("VACUUM INTO ?", (str(path),))
    return path


@contextlib.contextmanager
def sqlite_copy(path):
    """Open a ledger file with the build of SQLite that the program uses."""
    module, _ = driver()
    connection = module.connect(str(path), isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


@pytest.fixture
def writable(story_path, tmp_path):
    """The sample story in a ledger of its own, served for writing; with the path of that ledger."""
    path = copied(story_path, tmp_path)
    with open_ledger(path) as ledger:
        yield writing_client(ledger), path


@pytest.fixture(scope="module")
def writable_once(story_path, tmp_path_factory):
    """The same for tests after which nothing is written, with the ledger."""
    path = copied(story_path, tmp_path_factory.mktemp("once"))
    with open_ledger(path) as ledger:
        yield writing_client(ledger), ledger


@pytest.fixture
def fresh(tmp_path):
    """An empty ledger, served for writing."""
    with open_ledger(tmp_path / "fresh.db") as ledger:
        ledger.refresh()
        yield writing_client(ledger)


@pytest.fixture(scope="session")
def story_app(story_ledger):
    """The sample story as an application."""
    return create_app(story_ledger)


@pytest.fixture
def client(story_app):
    """The sample story, served; each test asks as a browser that knows nothing yet."""
    return TestClient(story_app, base_url=BASE, follow_redirects=False)


@pytest.fixture
def held(tmp_path):
    """Serve a dossier; give each call its own folder."""

    def serve(dossier, by=""):
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        ledger = Held(dossier, folder)
        client = writing_client(ledger, by=by) if by else client_of(ledger)
        client.ledger = ledger
        return client

    return serve


@pytest.fixture(scope="session")
def addresses(story_app):
    """One address of every page, and one for every claim, article and source of the story."""
    client = TestClient(story_app, base_url=BASE)
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
        "/decisions",
        "/storyline",
        "/storyline?clock=said&q=drone",
        "/compare",
        f"/compare?a={articles[0]['id']}&b={articles[1]['id']}",
        "/about",
    ]
    found += [f"/claims/{claim['id']}" for claim in claims]
    found += [f"/articles/{article['id']}" for article in articles]
    found += [f"/sources/{one['referent'] or one['name'].lower()}" for one in sources]
    return found
