"""Derived state is replaced as a whole and found by words, facets and ids."""

from datetime import date

import pytest

from ouidire import storage
from ouidire.errors import UnknownId
from ouidire.storage import Derived, Facet, Shown, Told
from tests.presentation import builders


@pytest.fixture
def filled(store):
    """A store with the claims of the hand-made dossier."""
    dossier = builders.dossier()
    facets = []
    for claim in dossier.claims:
        facets += [
            Facet(claim=claim.id, kind="assertion", value=claim.assertions[0].id),
            Facet(claim=claim.id, kind="article", value=claim.assertions[0].article),
            Facet(claim=claim.id, kind="actor", value="le maire d'Évran"),
            Facet(claim=claim.id, kind="day", value="2026-03-13"),
        ]
    shown = tuple(
        Shown(
            claim=claim,
            place=f"{n:03}",
            names="le maire d'Évran",
            facets=tuple(f for f in facets if f.claim == claim.id),
        )
        for n, claim in enumerate(dossier.claims)
    )
    told = tuple(Told(item=item) for item in dossier.extractions)
    storage.replace(
        store, Derived(claims=shown, links=dossier.links, copies=(), articles=told, fingerprint="f")
    )
    return store, dossier


def test_claims_come_back_in_reading_order(filled):
    """Order and content survive."""
    store, dossier = filled

    assert storage.claims(store) == dossier.claims
    assert storage.fingerprint(store) == "f"


def test_replacing_leaves_nothing_behind(filled):
    """The second state is the whole state."""
    store, _ = filled
    empty = Derived(claims=(), links=(), copies=(), articles=(), fingerprint="g")
    storage.replace(store, empty)

    assert storage.claims(store) == ()
    assert storage.search(store, "ponts") == frozenset()
    assert storage.export(store) == b"\n"


@pytest.mark.parametrize("query", ["evran", "Évran", "EVRAN maire", "mai"])
def test_search_folds_case_and_accents_and_completes_the_last_word(filled, query):
    """A name is found as a person would type it."""
    store, dossier = filled

    assert storage.search(store, query) == {claim.id for claim in dossier.claims}


@pytest.mark.parametrize("query", ['"', "AND OR NOT", "NEAR(", "*", "a:b -c", "\x00", "évran) OR (x"])
def test_a_query_is_words_never_syntax(filled, query):
    """No query is an error of the search engine."""
    storage.search(filled[0], query)


def test_words_of_an_article_lead_to_its_claims(filled):
    """Where no claim has the words, those of the articles that have them are found."""
    store, dossier = filled

    assert storage.search(store, "suivez") == {claim.id for claim in dossier.claims}


def test_facets_and_days(filled):
    """Facets match by part, days by inclusive range."""
    store, dossier = filled
    every = {claim.id for claim in dossier.claims}

    assert storage.with_facet(store, "actor", "ÉVRAN") == every
    assert storage.within_days(store, date(2026, 3, 13), date(2026, 3, 13)) == every
    assert storage.within_days(store, date(2026, 3, 14), None) == frozenset()


def test_ids_may_be_shortened_while_they_are_unique(filled):
    """The beginning of an id is enough, with or without its prefix."""
    store, dossier = filled
    full = dossier.claims[0].id

    assert storage.full_id(store, full) == full
    with pytest.raises(UnknownId, match="no claim"):
        storage.full_id(store, "c:nothing")
