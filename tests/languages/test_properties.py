"""Whatever the text, offsets are exact and every sentence is a tree."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ouidire import languages
from ouidire.model import Span

WORDS = [
    "Le maire", "serait", "d’après", "«", "»", "“", "”", '"', "…", ".", "!", ",", "(", ")", "J.-P.", "\u00a0", "\n", "\n\n", "e\u0301", "👩‍🚒",
    "was", "said", "in", "and", "by", "of", "the", "army", "U.S.", "that", "is", "being", "\x00", "\u200b", "-", "n'a pas", "12", "%", "#", "to",
    "before", "which", "there", "according", "SERAIT", "auraient", "-t-il", "’", "because", "while", "deny", "attack", "\u202b", "\ufeff",
]  # fmt: skip
TEXTS = (
    st.lists(st.sampled_from(WORDS) | st.text(max_size=6), min_size=1, max_size=40).map(" ".join).filter(bool)
)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def check(analysis, blocks):
    at = -1
    for token in analysis.tokens:
        assert analysis.text[token.start : token.end] == token.text
        assert token.start >= at
        at = token.end
        sentence = analysis.sentences[token.sent]
        assert sentence.first <= token.i < sentence.last
        assert sentence.first <= token.head < sentence.last
        assert (token.deprel == "root") == (token.head == token.i)
        assert len(list(analysis.ancestors(token.i))) <= sentence.last - sentence.first
    for sentence in analysis.sentences:
        roots = [t for t in analysis.tokens[sentence.first : sentence.last] if t.head == t.i]
        assert len(roots) == 1
        assert blocks[sentence.block].covers(sentence.span)
    for entity in analysis.entities:
        assert 0 <= entity.first < entity.last <= len(analysis.tokens)


@pytest.mark.parametrize("code", ["en", "fr"])
def test_any_text(code):
    """Quotation marks, emoji, control and combining characters in any order."""
    pack = languages.load(code)

    @SLOW
    @given(TEXTS)
    def run(text):
        blocks = (Span(0, len(text)),)
        check(pack.analyse(text, blocks), blocks)

    run()


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("text", ["   ", "\n", "...", "«", "!?", "👍👍", "\x00\x00", "a\u0301", "”»)"])
def test_odd_text(code, text):
    """Blocks without words give no sentence or a tree of punctuation."""
    blocks = (Span(0, len(text)),)
    check(languages.load(code).analyse(text, blocks), blocks)


@pytest.mark.parametrize("code", ["en", "fr"])
def test_no_blocks_and_many(code):
    """Nothing outside the blocks is read, and no sentence crosses one."""
    text = "Le maire dit.\n\nAn army left.\nx"
    pack = languages.load(code)
    blocks = (Span(0, 13), Span(15, 28))

    assert pack.analyse(text, ()).tokens == ()
    analysis = pack.analyse(text, blocks)
    check(analysis, blocks)
    assert [s.block for s in analysis.sentences] == [0, 1]
    assert max(t.end for t in analysis.tokens) == 28


@pytest.mark.parametrize("code", ["en", "fr"])
def test_huge_block(code):
    """A block of 100,000 characters is cut for the parser, with no token lost at the cuts."""
    text = ("The army’s ship left, d’après le maire" + " — " * 2) * 1000 + "x" * 60_000
    blocks = (Span(0, len(text)),)
    analysis = languages.load(code).analyse(text, blocks)

    check(analysis, blocks)
    covered = sum(t.end - t.start for t in analysis.tokens)
    assert covered == sum(1 for c in text if not c.isspace())
