"""Evidence goes in once, whole, and stays."""

import pytest
from sqlalchemy.exc import IntegrityError

from ouidire.model import Grade, Issue, IssueLevel, Reliability
from ouidire.storage import Document, Store, add_decision, log, tables
from tests.storage.conftest import document, extraction

GRADE = Grade(source="Hydrorle", reliability=Reliability.B, judge="ana", made_at="2026-03-12")


def test_a_document_comes_back_as_it_went_in(store):
    """Article, outcome and place survive; the original is kept by its hash."""
    given = document()

    assert store.add(given)

    (found,) = store.documents()
    assert found.article == given.article
    assert (found.id, found.place, found.outcome) == (given.id, "a.txt", "ok")
    assert store.objects.get(given.capture.sha256) == given.capture.body


def test_adding_again_changes_nothing(store):
    """The same bytes from the same place add nothing, not even to the log."""
    store.add(document())
    before = _count(store)

    assert not store.add(document())
    assert _count(store) == before


def test_two_versions_of_one_url_are_two_documents(store):
    """A later edit of a page stands beside the first."""
    url = "https://large.example/ponts"
    store.add(document(url=url))
    store.add(document(url=url, text="Ponts\nDeux ponts ont été détruits."))

    assert len({found.article.id for found in store.documents()}) == 2


def test_every_outcome_is_recorded_with_its_issues(store):
    """A document that was refused is there, and says why."""
    issue = Issue(level=IssueLevel.ERROR, code="limit:size", message="too large", where="big.txt")
    store.add(Document(place="big.txt", outcome="refused", issues=(issue,)))

    (found,) = store.documents()
    assert (found.outcome, found.issues, found.article) == ("refused", (issue,), None)


def test_an_extraction_comes_back_whole(store):
    """What was found survives storage, the article joined again."""
    given = document()
    store.add(given)
    found = extraction(given)
    store.add_extraction(given.id, found, made_by="1", world="w")

    (kept,) = store.documents()
    assert store.extraction(kept, made_by="1", world="w") == found


def test_the_extraction_of_this_program_is_preferred_to_a_newer_one(store):
    """A fitting version wins; where none fits, the newest does."""
    given = document()
    store.add(given)
    full = extraction(given)
    bare = type(full)(article=full.article, passages=(), assertions=())
    store.add_extraction(given.id, full, made_by="1", world="w")
    store.add_extraction(given.id, bare, made_by="2", world="w")

    (kept,) = store.documents()
    assert store.extraction(kept, made_by="1", world="w") == full
    assert store.extraction(kept, made_by="9", world="w") == bare


def test_of_world_files_with_one_name_the_newest_is_in_force(store):
    """Loading a file again after a change replaces it; the old one stays recorded."""
    assert store.add_world("w.toml", "{}")
    assert not store.add_world("w.toml", "{}")
    assert store.add_world("w.toml", '{"wires":["Agence"]}')

    assert [world.body for world in store.worlds()] == ['{"wires":["Agence"]}']


@pytest.mark.parametrize("table", [table.name for table in tables.EVIDENCE])
@pytest.mark.parametrize("statement", ["UPDATE {} SET {} = 1", "DELETE FROM {}"])
def test_evidence_cannot_be_changed(store, table, statement):
    """The database itself refuses to change or delete evidence."""
    given = document()
    store.add(given)
    store.add_extraction(given.id, extraction(given), made_by="1", world="w")
    store.add_world("w", "{}")
    add_decision(store, GRADE)
    with store.writing() as connection, connection.begin():
        log.append_new(connection, tables.tombstones, {"id": "e:1", "article": "sha256:1", "body": "{}"})
    column = tables.metadata.tables[table].columns.keys()[0]

    with pytest.raises(IntegrityError, match="only ever added to"), store.writing() as connection:
        connection.exec_driver_sql(statement.format(table, column))


def test_it_is_there_after_closing(path):
    """Another process finds what was added."""
    with Store(path) as first:
        first.add(document())
    with Store(path) as second:
        assert second.has(document().id)


def _count(store):
    with store.engine.connect() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM log").scalar_one()
