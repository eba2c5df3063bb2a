"""Times by a table of invented sentences, through the public reader: tense, what was mentioned before, ends."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

import ouidire
from ouidire import languages
from ouidire.extraction.propositions import times
from ouidire.model import Article, Span

WEDNESDAY = datetime(2025, 5, 7, 12, tzinfo=UTC)
TABLE = tomllib.loads(Path(__file__).with_name("times.toml").read_text(encoding="utf-8"))
ROWS = [(code, text, rows) for code, table in TABLE.items() for text, *rows in table]


def read(code, text, published=WEDNESDAY):
    """All times of a text."""
    pack = languages.load(code)
    article = Article(id="sha256:0", ref="t", language=code, text=text, published_at=published)
    return times(pack.analyse(text, (Span(0, len(text)),)), article, pack)


@pytest.mark.parametrize(("code", "text", "rows"), ROWS, ids=lambda c: str(c)[:48])
def test_all_times_of_a_text(code, text, rows):
    """Value, half-open interval and anchor, in text order."""
    found = [[t.value, t.begin or "", t.until or "", t.anchor] for t in read(code, text)]

    assert found == rows


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Elle a 26 ans."),
        ("fr", "Une femme de 26 ans est morte."),
        ("fr", "Un enfant âgé de trois mois a survécu."),
        ("fr", "Marie Mai chante."),
        ("fr", "Il a vendu 2018 chaises."),
        ("en", "A two-year-old boy survived."),
        ("en", "A child aged three months survived."),
        ("en", "They may march again."),
        ("en", "Anna May sings."),
        ("en", "He sold 2018 chairs."),
        ("en", "Prices fell by about a quarter."),
    ],
)
def test_ages_names_and_counts_are_no_times(code, text):
    """What only looks like a time is left alone."""
    assert read(code, text) == ()


@pytest.mark.parametrize(
    ("code", "text"), [("fr", "Il partira mardi ou le 3 mai."), ("en", "He left in May.")]
)
def test_an_undated_article_keeps_what_it_cannot_know(code, text):
    """No day of publication, no interval: an X stands for what is not known."""
    for found in read(code, text, None):
        assert "X" in found.value
        assert (found.begin, found.until) == (None, None)


def test_types_tell_how_long_from_how_often():
    """A length, a set, a clock time and a date are told apart, as in TIMEX3."""
    text = "They met every week for two months. They met at 3 p.m. on Tuesday. They met in May."
    kinds = [t.type for t in read("en", text)]

    assert kinds == ["SET", "DURATION", "TIME", "DATE"]


@pytest.mark.parametrize(
    ("code", "text"), [("fr", "Elle a purgé trois ans de prison."), ("en", "It was a 12-hour flight.")]
)
def test_a_measure_is_no_time_of_the_event(code, text):
    """A length that only measures something is listed among the times, and is not when it happened."""
    found = ouidire.extract(text, language=code, published_at="2025-05-07")

    assert [t.type for t in found.times] == ["DURATION"]
    assert [a.proposition.time for a in found.assertions] == [None]


ASPECTS = (
    ("fr", "Les soldats sont toujours présents à Orle.", "still"),
    ("fr", "Les soldats sont déjà partis.", "already"),
    ("fr", "Les soldats ont à nouveau tiré.", "again"),
    ("fr", "Les soldats tirent régulièrement.", "regularly"),
    ("fr", "Les soldats sont partis.", None),
    ("en", "The soldiers are still in Orle.", "still"),
    ("en", "The soldiers have already left.", "already"),
    ("en", "The soldiers fired again.", "again"),
    ("en", "The soldiers are no longer in Orle.", "no_longer"),
    ("en", "The soldiers left.", None),
)  # fmt: skip


@pytest.mark.parametrize(("code", "text", "aspect"), ASPECTS, ids=lambda c: str(c)[:40])
def test_aspect(say, code, text, aspect):
    """Words that say how an event stands to what went before."""
    assert say(code, text)[0].aspect == aspect
