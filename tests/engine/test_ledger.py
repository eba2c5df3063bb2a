"""A ledger as people use it: adding, asking, and what happens when things go wrong."""

import shutil
from datetime import date

import pytest

from ouidire.engine import Wanted, open_ledger
from ouidire.engine.rebuild import rebuild
from ouidire.errors import LedgerError, UnknownId
from ouidire.reading import ReadSettings

pytestmark = pytest.mark.usefixtures("plain")


def test_articles_become_claims(ledger, folder):
    """What is added can be asked for at once."""
    added = ledger.add(str(folder))

    assert [(item.outcome, item.new, item.assertions) for item in added] == [("ok", True, 1)] * 3
    assert len(ledger.claims()) == 3


def test_adding_again_does_no_work(ledger, folder, plain):
    """The same files are recognised before anything is extracted."""
    ledger.add(str(folder))
    ledger.claims()
    before = ledger.export()
    del plain[:]

    assert [item.new for item in ledger.add(str(folder))] == [False] * 3
    assert plain == []
    assert ledger.export() == before


def test_one_failing_document_does_not_stop_the_rest(ledger, folder):
    """It leaves an issue, and the others are read."""
    (folder / "1.md").write_text("EXPLODE", encoding="utf-8")
    added = ledger.add(str(folder), str(folder / "absent.txt"))

    assert [item.outcome for item in added][:3] == ["ok", "ok", "ok"]
    assert added[3].outcome in {"failed", "refused"}
    assert {issue.code for issue in added[1].issues} >= {"extraction-failed"}
    assert len(ledger.claims()) == 2
    assert "extraction-failed" in {issue.code for issue in ledger.dossier().issues}


def test_a_language_without_a_pack_is_kept_without_claims(ledger, tmp_path, monkeypatch):
    """The article is there, and an issue says why nothing was taken from it."""
    monkeypatch.undo()
    path = tmp_path / "lv.md"
    path.write_text(
        "---\nlanguage: lv\n---\nTilts ir slēgts kopš rīta, paziņoja pilsētas dome.\n", encoding="utf-8"
    )
    (added,) = ledger.add(str(path))

    assert added.outcome == "ok"
    assert "language:unsupported" in {issue.code for issue in added.issues}
    assert [item.article.language for item in ledger.extractions()] == ["lv"]


def test_filters(ledger, folder):
    """Words, days, labels and status narrow the list."""
    ledger.add(str(folder))

    assert len(ledger.claims(Wanted(query="pont"))) == 2
    assert len(ledger.claims(Wanted(query="pont", since=date(2026, 3, 11)))) == 1
    assert len(ledger.claims(Wanted(label="asserted"))) == 3
    assert ledger.claims(Wanted(label="DENIED")) == ()
    assert ledger.claims(Wanted(language="en")) == ()
    assert ledger.claims(Wanted(query="pont", status="retracted")) == ()


def test_a_claim_is_found_by_a_short_id_and_by_its_assertion(ledger, folder):
    """What a person pastes is enough."""
    ledger.add(str(folder))
    claim = ledger.claims()[0]

    assert ledger.claim(claim.id[:12]) == claim
    assert ledger.claim(claim.assertions[0].id) == claim
    with pytest.raises(UnknownId):
        ledger.claim("c:no")


def test_why_answers_in_sentences(ledger, folder):
    """A label says which row gave it."""
    ledger.add(str(folder))
    claim = ledger.claims()[0]
    reasons = ledger.why(claim.id)

    assert [r.says for r in reasons if r.rule == "L14/1"] == [
        "ASSERTED: the author says so, with no sign of doubt and no source."
    ]
    assert ledger.why(claim.assertions[0].id)[0].rule == "L14/1"


def test_a_file_in_two_folders_is_one_article(ledger, folder, tmp_path):
    """Whichever copy came first, the same one counts."""
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    ledger.add(str(folder), str(other))
    with open_ledger(tmp_path / "second.db") as second:
        second.add(str(other), str(folder))

        assert second.export() == ledger.export()
    assert len(ledger.claims()) == 3


def test_a_new_world_is_taken_into_account(ledger, folder, tmp_path, plain):
    """After a world is put in force articles are read with it; what was found before is kept."""
    ledger.add(str(folder))
    ledger.claims()
    world = tmp_path / "world.toml"
    world.write_text('wires = ["Agence Méridienne"]\n', encoding="utf-8")
    del plain[:]

    assert ledger.load_world(world)
    assert not ledger.load_world(world)
    assert ledger.dossier().world == "world.toml"
    assert len(plain) == 3


def test_an_interrupted_batch_is_completed(ledger, folder, tmp_path):
    """A reader who stops half-way leaves a ledger that a second run completes."""
    next(ledger.adding([str(folder)], ReadSettings()))
    ledger.add(str(folder))
    with open_ledger(tmp_path / "second.db") as second:
        second.add(str(folder))

        assert second.export() == ledger.export()


def test_verify_reads_the_originals_again(ledger, folder):
    """Everything holds after adding; every text is found in its original."""
    (folder / "page.html").write_text(
        "<html lang=fr><title>Pont</title><article><h1>Pont</h1><p>Le pont est fermé depuis mardi.</p></article>",
        encoding="utf-8",
    )
    (folder / "lines.jsonl").write_text(
        '{"title": "Gare", "text": "La gare est ouverte."}\n', encoding="utf-8"
    )
    (folder / "latin.txt").write_bytes("Le marché est fermé à midi.".encode("latin-1"))
    ledger.add(str(folder))
    ledger.refresh()

    assert len(ledger.extractions()) == 6
    assert list(ledger.verify()) == []


def test_a_ledger_is_not_made_by_asking(tmp_path):
    """A mistyped path does not leave an empty ledger behind."""
    with pytest.raises(LedgerError, match="ouidire add"):
        open_ledger(tmp_path / "absent.db", create=False)
    assert not (tmp_path / "absent.db").exists()


def test_a_text_can_be_added(ledger):
    """Text at hand is an article like any other."""
    assert ledger.add_text("Le pont est fermé.", language="fr", ref="note 1")

    assert [claim.gloss for claim in ledger.claims()] == ["Le pont est fermé."]


def test_articles_of_an_older_program_are_counted(ledger, folder, monkeypatch, plain):
    """What an upgrade would find anew is known, and a rebuild does it."""
    ledger.add(str(folder))
    assert ledger.outdated() == 0

    for module in ("adding", "ledger", "rebuild"):
        monkeypatch.setattr(f"ouidire.engine.{module}.made_by", lambda: "ouidire 9.9.9 abc")
    assert ledger.outdated() == 3
    (folder / "new.txt").write_text("La gare est rouverte.", encoding="utf-8")
    ledger.add(str(folder))
    assert ledger.outdated() == 3
    assert len(plain) == 4

    ledger.rebuild()
    assert ledger.outdated() == 0
    assert len(plain) == 7


def test_new_rules_of_linking_are_applied_at_once(ledger, folder, monkeypatch, plain):
    """Claims are derived: a program with other rules makes them anew without extracting again."""
    ledger.add(str(folder))
    ledger.refresh()
    whole = rebuild(ledger._store)
    monkeypatch.setattr("ouidire.engine.rebuild.assessed_by", lambda: "ouidire 9.9.9 abc def")
    made = []
    monkeypatch.setattr("ouidire.engine.refreshing.rebuild", lambda store: made.append(store) or whole)
    ledger.refresh()

    assert len(made) == 1
    assert len(plain) == 3
