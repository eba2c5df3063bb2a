"""Erasing through a ledger: the rest is made anew, and the article stays away."""

import pytest

from ouidire.errors import UnknownId


@pytest.fixture
def filled(plain, ledger, folder):
    ledger.add(str(folder))
    return ledger


def test_what_rested_on_it_is_made_anew(filled, folder, tmp_path):
    """Its claim is gone; the others stand as if it had never been read."""
    stone = filled.erase(str(folder / "0.md"), by="R. Moal", because="court order")

    assert not [c for c in filled.claims() if "nord" in c.gloss]
    assert len(filled.claims()) == 2
    assert filled.size() == 2
    assert (stone.asked_by, stone.because) == ("R. Moal", "court order")
    assert list(filled.verify()) == []


def test_it_is_not_read_again(filled, folder):
    """The same article is refused, with the reason; the others are there already."""
    filled.erase(str(folder / "0.md"), by="R. Moal", because="court order")

    added = {item.place.rpartition("/")[2]: item for item in filled.add(str(folder))}

    assert added["0.md"].outcome == "refused"
    assert [(i.code, "court order" in i.message) for i in added["0.md"].issues] == [("evidence:erased", True)]
    assert not any(item.new for item in added.values())
    assert filled.size() == 2


def test_what_is_not_there_cannot_be_erased(filled, tmp_path):
    """The refusal comes before anything is touched."""
    before = filled.export()

    with pytest.raises(UnknownId, match="no article is called so"):
        filled.erase("nowhere.md", by="R. Moal", because="none")
    assert filled.export() == before


def test_one_of_several_has_to_be_named(plain, ledger, tmp_path):
    """A file of two articles is not erased by its name."""
    path = tmp_path / "two.jsonl"
    path.write_text('{"id": "1", "text": "Un pont."}\n{"id": "2", "text": "Deux ponts."}\n', encoding="utf-8")
    ledger.add(str(path))

    with pytest.raises(UnknownId, match="2 articles are called so"):
        ledger.erase(str(path), by="R. Moal", because="none")
    ledger.erase(f"{path}#1", by="R. Moal", because="none")

    assert ledger.size() == 1
    assert list(ledger.verify()) == []
