"""Whatever the text: passages in order, without overlap, and no word of it lost."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ouidire import languages
from ouidire.model import Article
from ouidire.segmentation import credits, passages  # noqa: A004
from ouidire.segmentation.lines import paragraphs

PIECES = st.sampled_from(
    [
        "Key points",
        "- ",
        "• ",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "# ",
        "Read more: ",
        "By Jane Morrow",
        "(AFP)",
        "VELMONT (Agency X) — ",
        "Source: ",
        "«",
        "»",
        '"',
        "(",
        ")",
        "The ferry stayed.",
        "Avec ",
        "Boréale",
        "\u2028",
        "\x00",
        "\ufeff",
        "—",
        "’",
        "2026",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=30).map("".join)
)


@settings(deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(languages.installed()))
def test_passages_are_ordered_disjoint_and_cover_all_words(title, text, language):
    """What no passage covers is white space, list marks and heading marks only."""
    whole = f"{title}\n{text}" if title else text
    article = Article(id="x", ref="x", language=language, title=title, text=whole)
    pack = languages.load(language)

    found = passages(article, pack)

    spans = [p.span for p in found]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.of(whole) for s in spans)
    covered = {i for s in spans for i in range(s.start, s.end)}
    left = "".join(c for i, c in enumerate(whole) if i not in covered)
    assert not any(c.isalnum() for c in left)
    assert all(0 <= c.span.start < c.span.end <= len(whole) for c in credits(article, found, pack))
    assert all(c.name in c.span.of(whole) for c in credits(article, found, pack))


@given(TEXTS)
def test_paragraphs_point_into_the_text(text):
    """Offsets are exact."""
    assert all(text[p.start : p.end] == p.text for p in paragraphs(text))
