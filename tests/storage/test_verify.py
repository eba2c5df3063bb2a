"""Whatever is changed behind the ledger's back is found."""

import pytest

from ouidire.storage import Store, tables, verify
from tests.storage.conftest import document, extraction


@pytest.fixture
def kept(store):
    """Two documents with what was found in them."""
    for ref in "12":
        given = document(ref, place=f"{ref}.txt")
        store.add(given)
        store.add_extraction(given.id, extraction(given), made_by="1", world="w")
    return store


def _codes(store):
    return {issue.code for issue in verify(store, lambda _type, body, article: article.text == body.decode())}


def _behind_its_back(store, statement):
    with store.writing() as connection, connection.begin():
        for table in tables.EVIDENCE:
            for verb in ("update", "delete"):
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table.name}_no_{verb}")
        connection.exec_driver_sql(statement)


def test_a_whole_ledger_passes(kept):
    """Nothing is wrong where nothing was touched."""
    assert _codes(kept) == set()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE documents SET place = 'elsewhere.txt'", "evidence:changed"),
        ("UPDATE extractions SET made_by = 'somebody'", "evidence:changed"),
        ("DELETE FROM extractions", "evidence:changed"),
        ("UPDATE log SET digest = 'ab' WHERE n = 2", "log:broken"),
        ("DELETE FROM log WHERE n = 3", "log:broken"),
        ("INSERT INTO judgements VALUES ('j:1', '{}')", "log:absent"),
        ("UPDATE documents SET body = replace(body, 'détruits', 'touchés')", "text:differs"),
        ("UPDATE documents SET body = replace(body, 'Suivez-nous', '')", "text:differs"),
    ],
)
def test_a_change_is_found(kept, statement, code):
    """Rows changed, removed or slipped in are reported."""
    _behind_its_back(kept, statement)

    assert code in _codes(kept)


def test_a_changed_original_is_found(kept):
    """One flipped bit of a stored original is reported."""
    path = next(p for p in kept.objects.root.rglob("*") if p.is_file())
    body = bytearray(path.read_bytes())
    body[0] ^= 1
    path.write_bytes(bytes(body))

    assert "original:changed" in _codes(kept)


def test_a_missing_original_is_found(kept):
    """An original that is gone is reported."""
    next(p for p in kept.objects.root.rglob("*") if p.is_file()).unlink()

    assert "original:missing" in _codes(kept)


def test_spans_outside_the_text_are_found(kept):
    """An extraction whose spans do not fit its article is reported."""
    given = document("1", place="1.txt")
    broken = extraction(given)
    text = given.article.text
    longer = type(given.article)(
        **{name: getattr(given.article, name) for name in given.article.__slots__} | {"text": text * 3}
    )
    moved = type(broken)(
        article=longer,
        passages=(
            type(broken.passages[0])(role="body", span=type(broken.passages[0].span)(0, len(text) * 2)),
        ),
        assertions=(),
    )
    kept.add_extraction(given.id, moved, made_by="2", world="w")

    assert _codes(kept) == {"span:outside"}


def test_opening_again_keeps_the_chain(path):
    """Entries of a later session follow those of the first."""
    for ref in "12":
        with Store(path) as store:
            store.add(document(ref, place=f"{ref}.txt"))
    with Store(path) as store:
        assert _codes(store) == set()
