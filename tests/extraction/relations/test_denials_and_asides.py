"""Denials of things, clauses beside what is said, relative pronouns, interview channels."""

from __future__ import annotations

import pytest

from tests.extraction.relations.conftest import Read

DENIALS = [
    ("fr", "La Suède dément la frappe.", "La Suède", "la frappe"),
    ("fr", "La milice dément avoir tiré sur le convoi.", "La milice", "avoir tiré sur le convoi"),
    (
        "fr",
        "L'entreprise rejette les accusations de corruption.",
        "L'entreprise",
        "les accusations de corruption",
    ),
    ("fr", "Le parti se défend d'avoir triché.", "Le parti", "d'avoir triché"),
    ("fr", "Le préfet a écarté l'hypothèse d'un attentat.", "Le préfet", "l'hypothèse d'un attentat"),
    (
        "fr",
        "La compagnie Velmar, qui dément toute fuite, a porté plainte.",
        "La compagnie Velmar",
        "toute fuite",
    ),
    ("en", "The vice-president denied any role.", "The vice-president", "any role"),
    ("en", "Velmar, which denies any leak, has sued.", "Velmar", "any leak"),
    ("en", "The accusations were rejected by the militia.", "the militia", "The accusations"),
]


@pytest.mark.parametrize(("language", "text", "source", "content"), DENIALS)
def test_denials(read: Read, language: str, text: str, source: str, content: str) -> None:
    """Whoever denies is the source, and what they deny the content."""
    found = [s for s in read(language, text) if s.act == "deny"]
    assert [(s.chain, s.content) for s in found] == [([source], content)]


REFUSALS = [
    ("en", "The judge denied bail."),
    ("en", "The clinic denied patients access to their files."),
    ("fr", "Le Sénat a rejeté le projet de loi."),
    ("fr", "La mer a rejeté trois corps."),
]


@pytest.mark.parametrize(("language", "text"), REFUSALS)
def test_refusing_a_thing_is_no_denial(read: Read, language: str, text: str) -> None:
    """Bail, bills and bodies are no claims."""
    assert read(language, text) == []


BESIDE = [
    ("Le barrage a cédé lundi, a annoncé la préfecture.", "la préfecture", "Le barrage a cédé lundi"),
    ("La centrale, assure l'exploitant, ne présente aucun danger.", "l'exploitant", "La centrale … ne présente aucun danger"),
    ("« Nous avons perdu dix hommes. Nous resterons », a-t-elle expliqué lundi.", "elle", "« Nous avons perdu dix hommes. Nous resterons »"),
    ("« L'armée avance », assure à la radio le colonel Brandt.", "le colonel Brandt", "« L'armée avance »"),
    ("Selon un rapport, trois ponts ont été détruits.", "un rapport", "trois ponts ont été détruits"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content"), BESIDE)
def test_beside(read: Read, text: str, source: str, content: str) -> None:
    """A clause of saying beside what is said is the cue, and all around it the content."""
    found = read("fr", text)
    assert [(s.chain[0], s.content) for s in found] == [(source, content)]


def test_two_frames_have_a_clause_each(read: Read) -> None:
    """Neither source says what the other does."""
    text = "Trois personnes sont mortes, selon la police, et dix ont été blessées, selon l'hôpital."
    found = [(s.chain, s.content) for s in read("fr", text)]
    assert found == [
        (["la police"], "Trois personnes sont mortes"),
        (["l'hôpital"], "dix ont été blessées"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Sollicitée par l'AFP, l'entreprise n'a pas souhaité réagir."),
        ("fr", "Contacté par Le Courrier, le préfet n'a pas répondu."),
        ("en", "Contacted by The Courier, the prefect did not respond."),
    ],
)
def test_being_asked_is_no_claim(read: Read, language: str, text: str) -> None:
    """How the words came about is told, and nothing is claimed."""
    assert read(language, text) == []


def test_a_hop_names_its_own_verb(read: Read) -> None:
    """The relay's cue is *cités par*, its lemma *citer*."""
    relation = read("fr", "D'après des témoins cités par la radio publique, la digue a cédé.")[0].relation
    assert [hop.cue_lemma for hop in relation.chain] == [None, "citer"]


def test_quoted_as_saying(read: Read) -> None:
    """Who is quoted says it."""
    found = read("en", "The Norda agency quoted the captain as saying the freighter had sunk.")
    assert [s.chain for s in found if s.act == "say"] == [["the captain"]]


def test_accused_by_somebody_of_something(read: Read) -> None:
    """The accuser ends where the accusation begins."""
    found = read("fr", "Le maire est accusé par le parquet d'avoir touché des pots-de-vin.")
    assert [(s.chain, s.content) for s in found] == [
        (["le parquet"], "Le maire … d'avoir touché des pots-de-vin")
    ]
