"""Translated copies are told apart by a harness that counts what it says it counts."""

import json

from eval import translations as made


def test_every_copy_and_every_alarm_is_counted(tmp_path, monkeypatch):
    """On sentences of our own, with a detector that says yes to all, recall is 1 and all others are alarms."""
    folder = tmp_path / "linking"
    folder.mkdir()
    rows = [{"id": str(n), "en": f"Bridge {n} fell.", "fr": f"Le pont {n} a cédé."} for n in range(400)]
    (folder / "pud.dev.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    monkeypatch.setattr(made, "MANY", 6)
    monkeypatch.setattr(
        made,
        "_article",
        lambda _n, language, _told: type("E", (), {"article": type("A", (), {"language": language})})(),
    )
    monkeypatch.setattr(made, "_is_copy", lambda _a, _b: True)

    figures, rows = made.translations(tmp_path)

    assert (figures["translated.recall"], figures["translated.n"], len(rows)) == (1.0, 6, 6)
    assert figures["translated.false_alarms"] == figures["translated.pairs_apart"] > 0
    assert figures["translated.f1"] < 1
