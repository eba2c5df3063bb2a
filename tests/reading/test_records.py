"""JSON lines: one document each, bad ones recorded with their number."""

import gzip
import json

import pytest


def lines(*records):
    return b"".join(
        json.dumps(r).encode() + b"\n" if not isinstance(r, bytes) else r + b"\n" for r in records
    )


GOOD = {
    "id": "n1",
    "url": "https://skerry.example/1",
    "outlet": "The Skerry Post",
    "owner": "Skerry Group",
    "language": "en",
    "title": "Ferry stays",
    "published_at": "2026-02-05",
    "text": "The ferry stayed in port.",
    "desk": "harbour",
}


def test_a_record_becomes_an_article(read_bytes):
    """Title, one line feed, and the text as given; the record's own values; unknown keys stay in the bytes."""
    (result,) = read_bytes("a.jsonl", lines(GOOD))
    article = result.article

    assert result.outcome == "ok"
    assert article.text == "Ferry stays\nThe ferry stayed in port."
    assert (article.ref, article.url, article.outlet, article.owner) == (
        "n1",
        "https://skerry.example/1",
        "The Skerry Post",
        "Skerry Group",
    )
    assert article.published_at.isoformat() == "2026-02-05T00:00:00+00:00"
    assert b'"desk"' in result.capture.body
    assert result.place.endswith("a.jsonl#1")


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (b'{"text": "open', "json:line"),
        (b"not json at all", "json:line"),
        (b"[1, 2]", "json:record"),
        (b'{"title": "no text"}', "json:record"),
        (b'{"text": 12}', "json:record"),
        (b'{"text": "x", "deep": ' + b"[" * 200 + b"]" * 200 + b"}", "json:record"),
        (b'{"text": "x", "deep": ' + b"[" * 5000 + b"]" * 5000 + b"}", "json:line"),
        (b'{"text": "  "}', "empty"),
    ],
)
def test_a_bad_line_is_an_issue_and_the_rest_is_read(read_bytes, bad, code):
    """The issue names the line; its neighbours are read."""
    results = read_bytes("a.jsonl", lines(GOOD, bad, {**GOOD, "id": "n3"}))

    assert [r.outcome for r in results] == ["ok", "failed", "ok"]
    assert results[1].issues[-1].code == code
    assert results[1].place.endswith("#2")
    assert results[2].article.ref == "n3"


def test_lone_surrogates_in_json_are_replaced(read_bytes):
    """An escape that no text can hold costs one character, not the line."""
    (result,) = read_bytes("a.jsonl", b'{"language": "en", "text": "The fer\\ud800ry stayed in port."}\n')

    assert result.article.text == "The fer\ufffdry stayed in port."
    assert [i.code for i in result.issues] == ["characters:surrogate"]


def test_invalid_utf8_costs_characters_not_the_line(read_bytes):
    """Latin-1 in a JSON line is decoded and said."""
    (result,) = read_bytes(
        "a.jsonl", '{"language": "fr", "text": "Le bac a été amarré à Velmont."}'.encode("latin-1")
    )

    assert "amarré" in result.article.text
    assert [i.code for i in result.issues] == ["charset:damaged"]


def test_a_field_of_another_type_is_left_out(read_bytes):
    """A title that is a list is no title; the rest of the record stands."""
    (result,) = read_bytes("a.jsonl", lines({**GOOD, "title": ["x"]}))

    assert result.article.title == ""
    assert [i.code for i in result.issues] == ["json:field"]


def test_compressed_lines_and_blank_ones(read_bytes):
    """`.jsonl.gz` reads the same; blank lines count but are skipped."""
    body = gzip.compress(lines(GOOD) + b"\n  \n" + lines({**GOOD, "id": "n2"}))

    results = read_bytes("a.jsonl.gz", body)

    assert [r.article.ref for r in results] == ["n1", "n2"]
    assert results[1].place.endswith("#4")


def test_a_truncated_archive_gives_what_it_holds(read_bytes):
    """Whole lines are read, the broken end is an issue of its own."""
    records = [
        {**GOOD, "id": f"n{n}", "text": f"Ferry {n * 7919} stayed in port {n * 104729}."} for n in range(300)
    ]
    body = gzip.compress(lines(*records))

    results = read_bytes("a.jsonl.gz", body[: len(body) // 2])

    assert sum(r.outcome == "ok" for r in results) > 20
    assert results[-1].issues[0].code == "gzip:damaged"


def test_an_overlong_line_is_skipped_without_being_held(read_bytes, monkeypatch):
    """A line over the limit is refused by number; the next is read."""
    monkeypatch.setattr("ouidire.reading.records.JSON_LINE_BYTES", 500)

    results = read_bytes("a.jsonl", lines(GOOD, {"text": "x" * 5000}, {**GOOD, "id": "n3"}))

    assert [r.outcome for r in results] == ["ok", "refused", "ok"]
    assert results[1].issues[0].code == "limit:line"


def test_html_in_a_record(read_bytes, page):
    """A record may hold a page; what the record says wins over what the page says."""
    (result,) = read_bytes(
        "a.jsonl", lines({"id": "h", "title": "Record's title", "html": page(), "language": "en"})
    )

    assert result.article.title == "Record's title"
    assert result.article.text.startswith("Record's title\n")
    assert "zqxj" in result.article.text
