"""Headlines and transcripts: *Minister: the bridge is safe*, *Le maire : « … »*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ouidire.extraction.relations.drafts import Draft
from ouidire.extraction.relations.entries import Cues
from ouidire.extraction.relations.quotations import Quotations
from ouidire.extraction.relations.tree import trim
from ouidire.languages import Analysis, Token
from ouidire.model import Act, Passage, PassageRole, Span

__all__ = ["colon_drafts", "signature_drafts"]

_MAX_SPEAKER = 8
_DASHES = frozenset({"-", "–", "—", "―", "--"})


def colon_drafts(
    analysis: Analysis, cues: Cues, quotes: Quotations, passages: Sequence[Passage]
) -> Iterator[Draft]:
    """Yield a draft for each passage that begins with a speaker and a colon."""
    starts = {p.span.start: p for p in passages if p.role is not PassageRole.BOILERPLATE}
    for sentence in analysis.sentences:
        passage = starts.get(sentence.span.start)
        if passage is None:
            continue
        colon = _colon(analysis, sentence.first, sentence.last)
        if colon is None:
            continue
        quoted = quotes.at(analysis.tokens[colon + 1].start) is not None
        speaker = _speaker(analysis, cues, sentence.first, colon, quoted=quoted)
        inside = [t.i for t in analysis.within(passage.span) if t.i > colon]
        last = inside[-1] if inside else colon
        content = trim(analysis, range(colon + 1, last + 1))
        if speaker is not None and content:
            yield Draft(
                cue=(colon,),
                head=colon,
                lemma=":",
                act=Act.SAY,
                construction="colon",
                content=content,
                source=speaker.i,
                speaker=True,
                quotable=True,
                entry="colon",
            )


def signature_drafts(
    analysis: Analysis, cues: Cues, quotes: Quotations, passages: Sequence[Passage]
) -> Iterator[Draft]:
    """Yield a draft for each passage that is a quotation, a dash, and a name (*"p" — X*)."""
    for passage in passages:
        inside = quotes.between(passage.span.start, passage.span.end)
        if passage.role is PassageRole.BOILERPLATE or not inside:
            continue
        tokens = (
            analysis.within(Span(inside[-1].end, passage.span.end))
            if inside[-1].end < passage.span.end
            else ()
        )
        tokens = _name_only(tokens)
        if not 2 <= len(tokens) <= _MAX_SPEAKER or tokens[0].text not in _DASHES:
            continue
        if analysis.text[passage.span.start : inside[0].start].strip() or any(t.is_verbal for t in tokens):
            continue
        speaker = _speaker(analysis, cues, tokens[1].i, tokens[-1].i + 1, quoted=True)
        content = [t.i for t in analysis.within(Span(passage.span.start, inside[-1].end))]
        if speaker is not None and content:
            yield Draft(
                cue=(tokens[0].i,),
                head=tokens[0].i,
                lemma=tokens[0].text,
                act=Act.SAY,
                construction="colon",
                content=tuple(content),
                source=speaker.i,
                speaker=True,
                quotable=True,
                entry="signature",
            )


def _name_only(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Cut a signature after the name, where a comma and what was spoken about follow (*— X, on the strike*)."""
    for n, token in enumerate(tokens):
        if token.text == "," and n + 1 < len(tokens) and tokens[n + 1].upos in {"ADP", "SCONJ"}:
            return tokens[:n] if n > 1 else tokens
    return tokens


def _colon(analysis: Analysis, first: int, last: int) -> int | None:
    for i in range(first + 1, min(last - 1, first + _MAX_SPEAKER + 1)):
        if analysis.tokens[i].text == ":":
            return i
        if analysis.tokens[i].is_verbal or (
            analysis.tokens[i].upos == "PUNCT" and analysis.tokens[i].text != ","
        ):
            return None
    return None


def _speaker(analysis: Analysis, cues: Cues, first: int, colon: int, *, quoted: bool) -> Token | None:
    """Return the head of the words before the colon where they name somebody who can speak.

    A proper name that is no known person or body counts only before a quotation or in capitals: it
    may be the topic (*Hestrel: the dam failed*).
    """
    named = {i for e in analysis.entities if e.label in {"PER", "ORG"} for i in range(e.first, e.last)}
    for i in range(first, colon):
        token = analysis.tokens[i]
        if first <= token.head < colon and token.head != i:
            continue
        if cues.source(token) is not None or i in named:
            return token
        if token.upos == "PROPN" and (quoted or token.text.isupper()):
            return token
    return None
