"""Pages: text, metadata, standfirst and key points, and nothing lost without a word."""

import gzip
from datetime import UTC, datetime

import pytest

LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "Organization", "@id": "#org", "name": "The Skerry Post"},
{"@type": "NewsArticle", "headline": "Storm shuts Velmont", "datePublished": "2026-02-05T10:00:00+01:00",
 "author": [{"@type": "Person", "name": "Jane Morrow"}, {"@type": "Person", "name": "Paul Ostric"}],
 "publisher": {"@id": "#org"}, "inLanguage": "en-GB"}]}</script>"""


def test_metadata_from_schema_org(read_bytes, page):
    """Headline, outlet by reference, authors, date in UTC, canonical address, language."""
    head = LD + '<link rel="canonical" href="https://skerry.example/storm">'

    (result,) = read_bytes("a.html", page(head=head).encode())
    article = result.article

    assert (article.title, article.outlet, article.author) == (
        "Storm shuts Velmont",
        "The Skerry Post",
        "Jane Morrow, Paul Ostric",
    )
    assert article.published_at == datetime(2026, 2, 5, 9, tzinfo=UTC)
    assert (article.url, article.ref, article.language) == (
        "https://skerry.example/storm",
        "https://skerry.example/storm",
        "en",
    )


def test_metadata_from_opengraph_and_what_is_given(read_bytes, page):
    """OpenGraph where there is no JSON-LD; what the caller gives wins."""
    head = (
        '<meta property="og:site_name" content="The Skerry Post"><meta property="og:url" content="https://s.example/1">'
        '<meta property="article:published_time" content="2026-02-05">'
    )

    (own,) = read_bytes("a.html", page(head=head).encode())
    (given,) = read_bytes(
        "a.html", page(head=head).encode(), outlet="The Delta Post", url="https://d.example/2"
    )

    assert (own.article.outlet, own.article.url) == ("The Skerry Post", "https://s.example/1")
    assert own.article.published_at == datetime(2026, 2, 5, tzinfo=UTC)
    assert (given.article.outlet, given.article.url) == ("The Delta Post", "https://d.example/2")


def test_a_time_element_gives_the_hour(read_bytes, page):
    """Where only the page's body is dated, to the minute if it says so."""
    body = page(before="<time datetime='2026-02-05T10:00:00+01:00'>5 February 2026</time>")

    (result,) = read_bytes("a.html", body.encode())

    assert result.article.published_at == datetime(2026, 2, 5, 9, tzinfo=UTC)


def test_a_date_in_the_text_is_not_the_article_s(read_bytes, page):
    """An article about the past is not from the past: undated is a value."""
    body = page("<p>The first ferry sank on 26 April 1925 near the Velmont light, an old report says.</p>")

    (result,) = read_bytes("a.html", body.encode())

    assert result.article.published_at is None


def test_text_is_title_then_body_in_order(read_bytes, page):
    """One block per line, the title first and once."""
    (result,) = read_bytes("a.html", page().encode())
    lines = result.article.text.split("\n")

    assert lines[0] == "Storm shuts Velmont"
    assert [line.split()[2] for line in lines[1:7]] == [str(n) for n in range(6)]
    assert "zqxj" in lines[7]
    assert (result.outcome, result.issues) == ("ok", ())


@pytest.mark.parametrize(
    "before",
    [
        '<div class="article__takeaways"><h2>Key points</h2><ul><li>The ferry line between Velmont and Skarra is shut.</li>'
        "<li>The harbour office may reopen it on Tuesday at noon.</li></ul></div>",
        "<h2>Key points</h2><ul><li>The ferry line between Velmont and Skarra is shut.</li>"
        "<li>The harbour office may reopen it on Tuesday at noon.</li></ul>",
    ],
)
def test_key_points_are_in_the_text_before_the_body(read_bytes, page, before):
    """They stand where they stand in the page, as list items."""
    (result,) = read_bytes("a.html", page(before=before).encode())
    text = result.article.text

    assert "- The ferry line between Velmont and Skarra is shut." in text
    assert text.index("may reopen") < text.index("Ferry number 0")


def test_a_standfirst_named_by_the_description_is_recovered(read_bytes, page):
    """What the page's description repeats belongs to the article, wherever an extractor draws the line."""
    words = "The ferry line is shut until Tuesday after a storm damaged two piers in the old harbour"
    head = f'<meta name="description" content="{words}">'
    before = f'<header><div class="hero"><div><span>{words}</span></div></div></header>'

    (result,) = read_bytes("a.html", page(head=head, before=before).encode())

    assert words in result.article.text


@pytest.mark.parametrize("depth", [300, 1500, 5000])
def test_deep_nesting_never_loses_text_in_silence(read_bytes, page, depth):
    """The tail is there, or the outcome is partial."""
    inner = "<p>The inner sentinel kwvu stands in many boxes, the harbour office said on Monday.</p>"

    (result,) = read_bytes("a.html", page("<div>" * depth + inner + "</div>" * depth).encode())

    text = result.article.text if result.article else ""
    assert ("zqxj" in text and "kwvu" in text) or result.outcome in ("partial", "refused")
    assert result.outcome == "ok" or result.issues


def test_an_attribute_flood_is_refused(read_bytes, page):
    """Fifty thousand attributes on one tag cost a parser seconds; the scan before it costs nothing."""
    flood = "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x</p>"

    (result,) = read_bytes("a.html", page(flood).encode())

    assert (result.outcome, result.issues[0].code) == ("refused", "limit:tag")


def test_a_long_attribute_value_is_no_flood(read_bytes, page):
    """Images and paths inside a page are long and harmless."""
    image = f'<img src="data:image/png;base64,{"A" * 200_000}">'

    (result,) = read_bytes("a.html", page(image).encode())

    assert result.outcome == "ok"
    assert "zqxj" in result.article.text


def test_a_cell_span_bomb_does_not_multiply_text(read_bytes, page):
    """Six kilobytes of table stay six kilobytes."""
    table = "<table>" + "<tr><td colspan=99999999 rowspan=99999999>cell</td></tr>" * 100 + "</table>"

    (result,) = read_bytes("a.html", page(table).encode())

    assert "zqxj" in result.article.text
    assert len(result.article.text) < 20_000


def test_wrong_charset_is_read_from_the_bytes_and_said(read_bytes, page):
    """UTF-8 that claims to be Latin-1."""
    body = page("<p>Le préfet a démenti, a déclaré la capitainerie de Velmont lundi matin à l’aube.</p>")
    body = body.replace("<head>", '<head><meta charset="iso-8859-1">')

    (result,) = read_bytes("a.html", body.encode(), language="en")

    assert "préfet a démenti" in result.article.text
    assert [i.code for i in result.issues] == ["charset:declared"]


def test_nul_characters_do_not_end_the_page(read_bytes, page):
    """libxml2 would stop there."""
    body = page("<p>The har\0bour office said on Monday that the piers would be rebuilt.</p>")

    (result,) = read_bytes("a.html", body.encode())

    assert "zqxj" in result.article.text


@pytest.mark.parametrize(
    "body", [b"", b"<", b"<!-- never closed", b"<html></html>", b"\0\0\0", b"<script>x" * 50]
)
def test_pages_without_text_fail_with_a_reason(read_bytes, body):
    """Each has an outcome and an issue; none raises."""
    (result,) = read_bytes("a.html", body)

    assert result.outcome != "ok" or result.article.text.strip()
    assert result.outcome == "ok" or result.issues


def test_a_page_with_a_title_alone_is_partial(read_bytes):
    """Everything after an open script is script; a reader sees the title only."""
    (result,) = read_bytes("a.html", b"<html lang=en><title>Storm shuts Velmont</title><script><p>Lost</p>")

    assert result.outcome in ("partial", "failed")
    assert result.issues


def test_external_entities_are_not_read(read_bytes, page, tmp_path):
    """Neither files nor the network are reached from a page."""
    (tmp_path / "canary").write_text("canary-text-mwqz")
    body = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/canary">]>' + page(
        "<p>&x; said the mayor of Velmont to reporters.</p>"
    )

    (result,) = read_bytes("a.html", body.encode())

    assert "mwqz" not in (result.article.text if result.article else "")


def test_a_compressed_page(read_bytes, page):
    """`.html.gz` is a page."""
    (result,) = read_bytes("a.html.gz", gzip.compress(page().encode()))

    assert "zqxj" in result.article.text


def test_a_script_in_metadata_that_is_no_json_costs_nothing(read_bytes, page):
    """Broken or bottomless JSON-LD is passed over."""
    head = f'<script type="application/ld+json">{"[" * 50_000}</script><script type="application/ld+json">{{"@type": 1}}</script>'

    (result,) = read_bytes("a.html", page(head=head).encode())

    assert result.article.title == "Storm shuts Velmont"


def test_a_title_without_a_heading_loses_its_outlet(read_bytes):
    """*Title | Outlet* is the title where the outlet is known."""
    body = (
        "<html lang=en><head><title>Storm shuts Velmont | The Skerry Post</title>"
        "<meta property='og:site_name' content='The Skerry Post'></head><body>"
        + "<p>The ferry stayed in the port of Velmont on Monday, the harbour office said in a notice.</p>"
        * 3
    )

    (result,) = read_bytes("a.html", body.encode())

    assert result.article.title == "Storm shuts Velmont"


def test_text_stated_for_machines_that_was_not_read_is_missed(read_bytes, page):
    """A page that hides its body behind a script says so in JSON-LD; then the outcome is partial."""
    words = " ".join(f"Pier {n} of Skarra was rebuilt by crew {n * 7} in {n} days." for n in range(40))
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Storm shuts Velmont",'
        f'"articleBody": "{words}"}}</script>'
    )

    (result,) = read_bytes("a.html", page(head=head).encode())

    assert result.outcome == "partial"
    assert [i.code for i in result.issues] == ["html:left-out"]
