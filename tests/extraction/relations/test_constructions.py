"""Nouns of saying under a verb, who is brought to speak, papers and their authors, what was only asked for."""

from __future__ import annotations

import pytest

from tests.extraction.relations.conftest import Read

RELATIONS = [
    ("fr", "Le syndicat a lancé un appel à la grève.", "request", "Le syndicat", "la grève"),
    ("fr", "Les accusations portées par la maire ont choqué.", "accuse", "la maire", "Les accusations"),
    ("fr", "Le juge Holt se déclare incompétent.", "say", "Le juge Holt", "incompétent"),
    ("fr", "La mairie a informé les riverains de la coupure.", "say", "La mairie", "de la coupure"),
    ("fr", "La fissure est mentionnée dans le rapport.", "say", "le rapport", "La fissure"),
    ("fr", "Je le répète, la digue tiendra.", "insist", "Je", "la digue tiendra"),
    ("fr", "Les fuites dont le maire a parlé inquiètent.", "mention", "le maire", "Les fuites dont"),
    ("fr", "Le juge a contraint le préfet à reconnaître que la caisse est vide.", "admit", "le préfet", "que la caisse est vide"),
    ("en", "The judge forced the mayor to admit that the vault was empty.", "admit", "the mayor", "that the vault was empty"),
    ("en", "Analysts said the port has helped the town, noting the depth of the canal.", "say", "Analysts", "the depth of the canal"),
    ("en", "The council issued a statement saying that the dam holds.", "say", "The council", "that the dam holds"),
    ("en", 'The mayor was quoted by the Delta Post: "The dam holds."', "relay", "The mayor", '"The dam holds."'),
    ("en", "The police, neighbours allege, were slow.", "claim", "neighbours", "The police … were slow"),
    ("en", "Boreal, citing two officials, reported that the dam had failed.", "report", "two officials", "that the dam had failed"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "act", "source", "content"), RELATIONS)
def test_who_says_what(read: Read, language: str, text: str, act: str, source: str, content: str) -> None:
    """One of the relations has this act, this first speaker and this content."""
    found = [(s.act, s.chain[0], s.content) for s in read(language, text)]
    assert (act, source, content) in found


NO_SOURCES = [
    ("en", "The mayor said the port was shut, citing the loss of two ships.", "the loss of two ships"),
    ("en", '"He is sharp. One of the best," Deputy Mira Holt said in an interview.', "One of the best"),
]


@pytest.mark.parametrize(("language", "text", "wrong"), NO_SOURCES)
def test_who_does_not_speak(read: Read, language: str, text: str, wrong: str) -> None:
    """A reason cited and words inside the quotation are nobody's speaker."""
    assert all(wrong not in s.chain for s in read(language, text))


NOTHING = [
    ("fr", "Le gardien a fait appel à un serrurier."),
    ("fr", "Le tribunal a condamné les prévenus."),
    ("fr", "Le vote a eu lieu selon les formes."),
    ("en", "The claim that he made surprised the council."),
]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_false_friends(read: Read, language: str, text: str) -> None:
    """Idioms, sentences of a court, manners and relatives about a claim attribute nothing."""
    assert read(language, text) == []


NOT_SAID = [
    ("fr", "Le juge a demandé au préfet de confirmer que la caisse est vide.", "confirm"),
    ("en", "The judge asked the mayor to confirm that the vault was empty.", "confirm"),
    ("en", "The mayor stopped short of saying that the dam had failed.", "say"),
]


@pytest.mark.parametrize(("language", "text", "act"), NOT_SAID)
def test_what_was_not_said(read: Read, language: str, text: str, act: str) -> None:
    """Whoever is asked to confirm p, or stops short of saying it, has not done so."""
    assert all(s.act != act for s in read(language, text))


def test_a_quotation_in_straight_single_marks(read: Read) -> None:
    """It is one stretch with all its sentences; an apostrophe closes nothing."""
    found = read("en", "The note said, 'The farmers' dam holds. I thank you all.'")
    assert [s.content for s in found if s.act == "say"] == ["'The farmers' dam holds. I thank you all.'"]
