"""Languages and moments: given, declared, or identified; exact, or not at all."""

import pytest

from ouidire.reading import ReadSettings, read_text
from ouidire.reading.language import decide, primary
from ouidire.reading.moment import parse_moment

FRENCH = "Le préfet a déclaré lundi que le bac resterait au port jusqu'à la fin de la tempête, selon la capitainerie."
ENGLISH = (
    "The prefect said on Monday that the ferry would stay in port until the storm had passed, officials said."
)
GERMAN = (
    "Der Präfekt erklärte am Montag, dass die Fähre bis zum Ende des Sturms im Hafen bleiben werde, hieß es."
)


@pytest.mark.parametrize(("text", "code"), [(FRENCH, "fr"), (ENGLISH, "en"), (GERMAN, "de")])
def test_languages_are_identified(text, code):
    """Installed or not."""
    assert decide(text, None, None).code == code


def test_a_given_language_is_never_doubted():
    """Not even against the words."""
    assert decide(FRENCH, "en", None).code == "en"


def test_a_declared_language_yields_to_clear_words():
    """Templates default to English; the words are French."""
    guess = decide(FRENCH * 3, None, "en-US")

    assert (guess.code, guess.overruled) == ("fr", "en-US")


def test_a_declared_language_stands_where_words_are_few():
    """Two words prove nothing."""
    assert decide("Paris, Velmont", None, "fr-BE").code == "fr"


def test_tags_are_reduced_to_their_primary_subtag():
    """BCP 47 and POSIX."""
    assert [primary(tag) for tag in ("fr-BE", "en_US", " FR ")] == ["fr", "en", "fr"]


def test_an_unsupported_language_is_kept_and_said():
    """German has no pack here: the article stays, with its language and an issue."""
    result = read_text(GERMAN, ReadSettings())

    assert (result.article.language, result.outcome) == ("de", "ok")
    assert [i.code for i in result.issues] == ["language:unsupported"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026-02-05", "2026-02-05T00:00:00+00:00"),
        ("2026-02-05T10:00:00+01:00", "2026-02-05T09:00:00+00:00"),
        ("2026-02-05T10:00:00Z", "2026-02-05T10:00:00+00:00"),
        ("2026-02-05 10:00", "2026-02-05T10:00:00+00:00"),
        ("Thu, 05 Feb 2026 10:00:00 +0100", "2026-02-05T09:00:00+00:00"),
    ],
)
def test_moments_become_utc(words, expected):
    """ISO 8601 and mail dates."""
    assert parse_moment(words).isoformat() == expected


@pytest.mark.parametrize(
    "words", ["", "yesterday", "05/02/2026 or so", "2026-13-01", "0000", "\0", "9" * 500]
)
def test_other_words_are_no_moment(words):
    """Nothing is guessed."""
    assert parse_moment(words) is None
