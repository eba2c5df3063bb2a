"""An erased article leaves hashes, a reason and a name, and nothing of what it said."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from ouidire.codec import canonical
from ouidire.model import Anchor, Judgement, Relation, Span
from ouidire.storage import Erasing, Store, add_decision, decisions, erase, migrations, tombstones, verify
from tests.storage.conftest import document, extraction

SECRET = "Evrard Quilleborne"


@pytest.fixture
def two(store):
    """Two documents; the first names somebody who asks to be left out."""
    first = document("1", place="1.txt", text=f"Le pont est tombé, a dit {SECRET}. Deux blessés.")
    second = document("2", place="2.txt")
    store.add(first)
    store.add(second)
    store.add_extraction(second.id, extraction(second), made_by="1", world="w")
    for given, words in ((first, SECRET), (second, "pont")):
        at = Anchor(article=given.article.id, span=Span(0, len(words)), words=words)
        ruled = Judgement(
            left="a:1", right="a:2", relation=Relation.SAME, judge="ana", made_at=words, left_at=at
        )
        add_decision(store, ruled)
    return first, second


def _ask(given):
    return Erasing(
        article=given.article.id, because="a person's right", asked_by="R. Moal", made_at="2026-04-01"
    )


def _faults(store):
    return {i.code for i in verify(store, lambda _type, body, article: article.text == body.decode())}


def _bytes(path):
    return b"".join(p.read_bytes() for p in path.parent.rglob("*") if p.is_file())


def test_nothing_of_it_is_left(store, path, two):
    """Neither the file, its free pages and its log, nor the originals hold a word of it."""
    first, second = two
    assert SECRET.encode() in _bytes(path)

    stone = erase(store, _ask(first))

    assert SECRET.encode() not in _bytes(path)
    assert tombstones(store) == (stone,)
    assert (stone.because, stone.asked_by) == ("a person's right", "R. Moal")
    assert stone.captures == (first.capture.sha256,)
    assert store.counting() == (second.id,)
    assert [d.outcome for d in store.documents()].count("erased") == 1
    assert [j.made_at for j in decisions(store, Judgement)] == ["pont"]


def test_the_ledger_still_verifies(store, two):
    """The chain holds across the gap, the other article as well; evidence is guarded again."""
    erase(store, _ask(two[0]))

    assert _faults(store) == set()
    with pytest.raises(Exception, match="only ever added to"), store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM documents")


def test_what_comes_back_behind_its_back_is_found(store, two):
    """An original put back, or a text written into its row, is a fault."""
    first, _ = two
    erase(store, _ask(first))
    store.objects.put(first.capture.body)
    assert _faults(store) == {"original:kept"}

    store.objects.remove(first.capture.sha256)
    statement = text("UPDATE documents SET body = :body WHERE outcome = 'erased'")
    with store.writing() as connection, connection.begin():
        connection.exec_driver_sql("DROP TRIGGER documents_no_update")
        connection.execute(statement, {"body": canonical(first.article).decode()})
    assert _faults(store) == {"evidence:restored"}


def test_an_article_that_is_not_there(store, two):
    """Nothing happens, and nothing is left behind."""
    missing = replace(_ask(two[0]), article="sha256:0")

    assert erase(store, missing) is None
    assert tombstones(store) == ()


def test_a_ledger_of_the_first_schema_learns_to_erase(path):
    """One written before there were tombstones is brought up, and its evidence stays guarded."""
    given = document("1", place="1.txt")
    with Store(path) as old:
        old.add(given)
        with old.writing() as connection, connection.begin():
            connection.exec_driver_sql("DROP TABLE tombstones")
            connection.exec_driver_sql("PRAGMA user_version=1")

    with Store(path) as opened:
        assert erase(opened, _ask(given)) is not None
        assert _faults(opened) == set()
        with opened.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA user_version").scalar() == migrations.SCHEMA
