"""Plain text and Markdown are read without a character changed."""

from datetime import UTC, datetime

from ouidire.reading import ReadSettings, read_text

MARKDOWN = """---
title: The ferry stays
outlet: The Skerry Post
author: Jane Morrow
url: https://skerry.example/ferry
date: 2026-02-05T10:00:00+01:00
language: en
id: ferry-1
---
# The ferry stays

The ferry stayed in port.
"""


def test_text_is_kept_as_given(read_bytes):
    """Line ends, spaces and odd characters of a text file all stay."""
    text = "Premier\r\n\r\n  deuxi\u00e8me\u00a0: \U0001f6a2\tfin\n"

    (result,) = read_bytes("a.txt", text.encode(), language="fr")

    assert result.outcome == "ok"
    assert result.article.text == text
    assert result.article.title == ""
    assert result.article.published_at is None


def test_the_same_text_read_from_a_file_and_at_hand_has_one_id(read_bytes):
    """`read_text` and `read` agree."""
    text = "Le bac reste au port."

    (result,) = read_bytes("a.txt", text.encode(), language="fr", outlet="Le Large")
    direct = read_text(text, ReadSettings(language="fr", outlet="Le Large"))

    assert direct.article.id == result.article.id


def test_title_and_outlet_make_another_article():
    """The same words from another outlet, or under another title, are another article."""
    a = read_text("Le bac reste au port.", ReadSettings(language="fr", outlet="Le Large"))
    b = read_text("Le bac reste au port.", ReadSettings(language="fr", outlet="Le Phare"))
    c = read_text("Le bac reste au port.", ReadSettings(language="fr", outlet="Le Large"), title="Bac")

    assert len({a.article.id, b.article.id, c.article.id}) == 3
    assert c.article.text == "Bac\nLe bac reste au port."


def test_markdown_front_matter_and_heading(read_bytes):
    """Front matter is metadata; the level-one heading is the title; the rest is the text."""
    (result,) = read_bytes("a.md", MARKDOWN.encode())
    article = result.article

    assert article.text == "The ferry stays\n\nThe ferry stayed in port.\n"
    assert (article.outlet, article.author, article.ref) == ("The Skerry Post", "Jane Morrow", "ferry-1")
    assert article.published_at == datetime(2026, 2, 5, 9, tzinfo=UTC)
    assert result.issues == ()


def test_a_rule_is_not_front_matter(read_bytes):
    """Three hyphens that are never closed are text."""
    text = "---\nThe ferry stayed in port, the harbour office said.\n"

    (result,) = read_bytes("a.md", text.encode(), language="en")

    assert result.article.text == text


def test_settings_win_over_front_matter(read_bytes):
    """What the caller gives is not overruled by the file."""
    (result,) = read_bytes("a.md", MARKDOWN.encode(), outlet="The Delta Post")

    assert result.article.outlet == "The Delta Post"


def test_an_unreadable_date_leaves_the_article_undated(read_bytes):
    """Rather undated than misdated, and it is said."""
    (result,) = read_bytes("a.md", b"---\ndate: last Tuesday\nlanguage: en\n---\nThe ferry stayed.\n")

    assert result.article.published_at is None
    assert [issue.code for issue in result.issues] == ["date:unreadable"]


def test_control_characters_are_kept_and_said():
    """A NUL stays where it was, so that offsets hold."""
    result = read_text("The fer\0ry stayed in port.", ReadSettings(language="en"))

    assert result.article.text == "The fer\0ry stayed in port."
    assert [issue.code for issue in result.issues] == ["characters:control"]


def test_lone_surrogates_are_replaced_and_said():
    """No encoding can hold them; one U+FFFD each keeps every offset."""
    result = read_text("The fer\ud800ry stayed.", ReadSettings(language="en"))

    assert result.article.text == "The fer\ufffdry stayed."
    assert [issue.code for issue in result.issues] == ["characters:surrogate"]


def test_nothing_to_read_is_a_failure(read_bytes):
    """An empty file leaves an issue, not an article."""
    (result,) = read_bytes("a.txt", b" \n\n")

    assert (result.outcome, result.article) == ("failed", None)
    assert [issue.code for issue in result.issues] == ["empty"]
