"""What a cue announces: after a colon, in quotation marks, or after a comma (*Je le répète, p*)."""

from __future__ import annotations

from ouidire.extraction.relations.contents import Found
from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.quotations import Quotations
from ouidire.extraction.relations.tree import QUOTE_MARKS, is_finite, trim
from ouidire.extraction.relations.verbs import Match, children
from ouidire.languages import Analysis

__all__ = ["follows_colon", "follows_comma", "quoted_after"]

_OPENING = frozenset({"—", "–", ";"})
"""What announces a quotation as a colon does."""


def follows_comma(analysis: Analysis, cues: Cues, match: Match, cue: tuple[int, ...]) -> Found | None:
    """Return the clause after a short opening whose object stands for it (*Je le répète, la digue tient*)."""
    sentence = analysis.sentence_of(cue[-1])
    comma = cue[-1] + 1
    said = any(t.i < match.head and cues.has("it", t) for t in children(analysis, match, "obj"))
    if not said or comma + 1 >= sentence.last or analysis.tokens[comma].text not in {",", ":", "—", "–"}:
        return None
    before = analysis.tokens[sentence.first : cue[0]]
    if any(t.is_verbal or t.upos == "SCONJ" or t.text == "," for t in before):
        return None
    rest = analysis.tokens[comma + 1 : sentence.last]
    subject = any(t.deprel.startswith("nsubj") for t in rest)
    if not subject or not any(is_finite(analysis, t) for t in rest):
        return None
    return Found(trim(analysis, range(comma + 1, sentence.last)), "clausal")


def quoted_after(analysis: Analysis, quotes: Quotations, cue: tuple[int, ...]) -> Found | None:
    """Return a quotation that begins after the cue in its sentence, no verb between."""
    sentence = analysis.sentence_of(cue[-1])
    end = analysis.tokens[cue[-1]].end
    for quote in quotes.between(end, sentence.span.end):
        if quote.start < end:
            continue
        between = [t for t in analysis.tokens[cue[-1] + 1 : sentence.last] if t.start < quote.start]
        if any(t.is_verbal for t in between):
            return None
        inside = [
            t.i for t in analysis.tokens[cue[-1] + 1 : sentence.last] if quote.start <= t.start < quote.end
        ]
        worded = any(analysis.tokens[i].upos != "PUNCT" for i in inside)
        return Found(trim(analysis, inside), "quote") if worded else None
    return None


def follows_colon(analysis: Analysis, cue: tuple[int, ...]) -> Found | None:
    """Return what follows a colon (or a mark like it) after the cue; an empty content where the sentence ends there."""
    sentence = analysis.sentence_of(cue[-1])
    for k in range(cue[-1] + 1, sentence.last):
        token = analysis.tokens[k]
        if token.text == ":" or (token.text in _OPENING and _before_quote(analysis, k)):
            return Found(trim(analysis, range(k + 1, sentence.last)), "colon")
        if token.is_verbal:
            return None
    return None


def _before_quote(analysis: Analysis, k: int) -> bool:
    """Whether a quotation mark comes next, in this sentence or the next."""
    return k + 1 < len(analysis.tokens) and analysis.tokens[k + 1].text in QUOTE_MARKS
