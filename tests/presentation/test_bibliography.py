"""Articles as references: what a reader needs to find them again, and nothing that acts."""

import json
import re

from ouidire.presentation.bibliography import bibtex, csl

from .builders import dossier

CAPTURED = "2031-05-06T07:08:09Z"


def _made(title="Ponts", outlets=("Le Nord", "Le Sud"), url="https://lenord.example/1"):
    part = dossier(title, outlets, url)
    return part.extractions, part.claims, {part.extractions[0].article.id: CAPTURED}


def test_csl_items_hold_outlet_title_days_quotes_and_hash():
    """One item an article, as JSON."""
    items = csl(*_made())
    first = items[0]

    assert json.loads(json.dumps(items)) == items
    assert (first["type"], first["title"], first["container-title"]) == (
        "article-newspaper",
        "Ponts",
        "Le Nord",
    )
    assert first["issued"] == {"date-parts": [[2026, 3, 13]]}
    assert first["accessed"] == {"date-parts": [[2031, 5, 6]]}
    assert first["URL"] == "https://lenord.example/1"
    assert "trois ponts ont été détruits" in first["annote"]
    assert first["archive_location"].startswith("sha256:")
    assert "accessed" not in items[1]


def test_bibtex_entries_are_closed_and_told_apart():
    """A key each; braces even, whatever stands in a title."""
    text = bibtex(
        *_made("A {nasty} 100 % title \\ with $ & # _ ^ ~ \t} @misc{x,", url="https://x.example/{a}\\b")
    )

    keys = re.findall(r"^@article\{([^,]+),$", text, re.MULTILINE)
    assert len(keys) == len(set(keys)) == 2
    bare = re.sub(r"\\[{}]", "", text)
    assert bare.count("{") == bare.count("}")
    assert len(re.findall(r"^@", text, re.MULTILINE)) == 2
    assert "https://x.example/%7Ba%7D%5Cb" in text
    assert "urldate = {2031-05-06}" in text
    assert "date = {2026-03-13}" in text
