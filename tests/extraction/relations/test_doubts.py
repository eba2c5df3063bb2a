"""Doubts in all their wordings, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.extraction.relations.conftest import Read

DOUBTS = [
    ("fr", "Une contre-expertise jette le doute sur la thèse du suicide.", "la thèse du suicide"),
    ("fr", "La version officielle a été remise en cause par deux experts.", "La version officielle"),
    ("fr", "Deux ingénieurs mettent en doute la solidité du pont.", "la solidité du pont"),
    ("fr", "Cette promesse laisse les riverains sceptiques.", "Cette promesse"),
    ("fr", "Les habitants peinent à croire que l'usine rouvrira.", "que l'usine rouvrira"),
    (
        "fr",
        "Les riverains ont accueilli la promesse d'une digue avec scepticisme.",
        "la promesse d'une digue",
    ),
    ("en", "Two engineers cast serious doubt on the safety of the dam.", "the safety of the dam"),
    ("en", "The memo calls the existence of the ledger into question.", "the existence of the ledger"),
    ("en", "Aid groups are sceptical of the official toll.", "the official toll"),
    ("en", "Investors find it hard to believe that the firm knew nothing.", "that the firm knew nothing"),
    ("en", "Traders took the forecast with a pinch of salt.", "the forecast"),
    ("en", "The figures left investors unconvinced.", "The figures"),
]


@pytest.mark.parametrize(("language", "text", "content"), DOUBTS)
def test_doubts(read: Read, language: str, text: str, content: str) -> None:
    """Whatever is doubted is the content, before its verb or after it."""
    assert [s.content for s in read(language, text) if s.act == "doubt"] == [content]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La réforme remet en cause la retraite à soixante ans."),
        ("fr", "Le ministre laisse sa voiture au garage."),
        ("en", "Police questioned the driver on Monday."),
        ("en", "They took the train with their children."),
    ],
)
def test_no_doubts(read: Read, language: str, text: str) -> None:
    """Reforms, questions to persons and objects of everyday verbs are not doubted."""
    assert read(language, text) == []


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Few analysts believe the truce will last.", "-"),
        ("A few analysts believe the truce will last.", "+"),
        ("The mayor does not believe that the dam will hold.", "-"),
    ],
)
def test_hardly_anyone(read: Read, text: str, polarity: str) -> None:
    """*Few* denies the cue, *a few* counts those who speak."""
    assert [s.polarity for s in read("en", text)] == [polarity]
