"""Article text as HTML with its assertions marked in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from ouidire.model import Assertion, Extraction, Passage, PassageRole, Span
from ouidire.presentation import words
from ouidire.presentation.messages import say
from ouidire.presentation.occurrences import cut

__all__ = ["article_html", "safe_link"]


def article_html(
    extraction: Extraction, claim_number: Mapping[str, int], links: Mapping[str, str] | None = None
) -> str:
    """Return the passages of an article, assertions as links to their claims, boilerplate greyed.

    Nested assertions nest; one that crosses the end of another, or of its passage, is cut there, so
    that the markup is always well formed and the words are always all there. Statements about who
    spoke are not marked, but can be linked to; every assertion has its id somewhere.

    Args:
        claim_number: Number of the claim each assertion id stands under.
        links: Where the number of an assertion leads; to the claim in the same page where it is None.
            With it, the words for sources and the cues are marked too.

    """
    out = []
    placed: set[str] = set()
    writer = _Writer(extraction.article.text, claim_number, links, _speaking(extraction) if links else ())
    for passage in extraction.passages:
        tag, kind = _tag(passage, "h4" if links is None else "h2")
        inside = [a for a in extraction.assertions if passage.span.start <= a.span.start < passage.span.end]
        placed.update(a.id for a in inside)
        role = "" if links is None else f' data-role="{escape(words.PASSAGE[passage.role])}"'
        out.append(f'<{tag} class="{kind}"{role}>{writer.marked(passage, inside)}</{tag}>')
    out += [_anchor(a) for a in extraction.assertions if a.id not in placed]
    return "\n".join(out)


def safe_link(url: str | None) -> str:
    """Return a URL that may stand in ``href``: http and https only, else empty."""
    return url if url and url.lower().startswith(("http://", "https://")) else ""


def _tag(passage: Passage, headline: str) -> tuple[str, str]:
    tags = {PassageRole.HEADLINE: headline, PassageRole.SUBHEAD: f"h{int(headline[1]) + 1}"}
    return tags.get(passage.role, "p"), f"passage {passage.role.value}"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes one article; `speaking` are the words for sources and the cues, in text order."""

    text: str
    numbers: Mapping[str, int]
    links: Mapping[str, str] | None
    speaking: Sequence[tuple[Span, str]]

    def marked(self, passage: Passage, inside: list[Assertion]) -> str:
        """Return the words of a passage with its assertions marked."""
        order = sorted(inside, key=lambda a: (a.span.start, -a.span.end, a.id))
        opened: list[tuple[int, str]] = []
        out: list[str] = []
        at = passage.span.start
        for item in order:
            at = self._close(out, opened, at, item.span.start)
            end = min([item.span.end, passage.span.end, *(stop for stop, _ in opened)])
            out.append(self._words(at, item.span.start))
            at = max(at, item.span.start)
            if item.proposition.family == "speech":
                out.append(_anchor(item))
                continue
            out.append(self._open(item))
            opened.append((end, "</mark>"))
        at = self._close(out, opened, at, passage.span.end + 1)
        out.append(self._words(at, passage.span.end))
        return "".join(out)

    def _words(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        inside = (pair for pair in self.speaking if pair[0].start < end and pair[0].end > start)
        pieces = cut(self.text, Span(start, end), inside)
        return "".join(
            f'<span class="{piece.part}">{escape(piece.words)}</span>' if piece.part else escape(piece.words)
            for piece in pieces
        )

    def _open(self, item: Assertion) -> str:
        label = words.LABEL[item.label] if item.label else ""
        tone = words.LABEL_TONE[item.label] if item.label else "flat"
        number = self.numbers.get(item.id)
        link = f"#claim-{number}" if self.links is None else self.links.get(item.id, "")
        called = say("claim %(number)s, %(label)s", number=number, label=label)
        says = f'aria-label="{escape(called)}">{number}</a>'
        ref = f'<a class="ref" href="{escape(link)}" {says}' if number and link else ""
        return f'<mark id="{escape(item.id)}" class="{tone}" title="{escape(label)}">{ref}'

    def _close(self, out: list[str], opened: list[tuple[int, str]], at: int, until: int) -> int:
        while opened and opened[-1][0] <= until:
            end, tag = opened.pop()
            if end > at:
                out.append(self._words(at, end))
                at = end
            out.append(tag)
        return at


def _speaking(extraction: Extraction) -> list[tuple[Span, str]]:
    """Return the words for sources and the cues of an article; where two overlap the cue comes last."""
    chains = [one.attribution for one in extraction.assertions if one.attribution]
    sources = {span for found in chains for hop in found.chain for span in hop.source.spans}
    cues = {found.cue.span for found in chains} | {h.cue.span for f in chains for h in f.chain if h.cue}
    return [(span, "source") for span in sorted(sources)] + [(span, "cue") for span in sorted(cues)]


def _anchor(item: Assertion) -> str:
    return f'<span id="{escape(item.id)}"></span>'
