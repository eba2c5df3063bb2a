"""Article text as HTML with its assertions marked in place."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from ouidire.model import Assertion, Extraction, Passage, PassageRole
from ouidire.presentation import words

__all__ = ["article_html", "safe_link"]


def article_html(extraction: Extraction, claim_number: Mapping[str, int]) -> str:
    """Return the passages of an article, assertions as links to their claims, boilerplate greyed.

    Nested assertions nest; one that crosses the end of another, or of its passage, is cut there, so
    that the markup is always well formed and the words are always all there. Statements about who
    spoke are not marked, but can be linked to; every assertion has its id somewhere.

    Args:
        claim_number: Number of the claim each assertion id stands under.

    """
    out = []
    placed: set[str] = set()
    for passage in extraction.passages:
        tag, kind = _tag(passage)
        inside = [a for a in extraction.assertions if passage.span.start <= a.span.start < passage.span.end]
        placed.update(a.id for a in inside)
        body = _marked(extraction.article.text, passage, inside, claim_number)
        out.append(f'<{tag} class="{kind}">{body}</{tag}>')
    out += [_anchor(a) for a in extraction.assertions if a.id not in placed]
    return "\n".join(out)


def safe_link(url: str | None) -> str:
    """Return a URL that may stand in ``href``: http and https only, else empty."""
    return url if url and url.lower().startswith(("http://", "https://")) else ""


def _tag(passage: Passage) -> tuple[str, str]:
    tags = {PassageRole.HEADLINE: "h4", PassageRole.SUBHEAD: "h5"}
    return tags.get(passage.role, "p"), f"passage {passage.role.value}"


def _marked(text: str, passage: Passage, inside: list[Assertion], numbers: Mapping[str, int]) -> str:
    order = sorted(inside, key=lambda a: (a.span.start, -a.span.end, a.id))
    opened: list[tuple[int, str]] = []
    out: list[str] = []
    at = passage.span.start
    for item in order:
        at = _close(out, opened, text, at, item.span.start)
        end = min([item.span.end, passage.span.end, *(stop for stop, _ in opened)])
        out.append(escape(text[at : item.span.start]))
        at = max(at, item.span.start)
        if item.proposition.family == "speech":
            out.append(_anchor(item))
            continue
        out.append(_open(item, numbers))
        opened.append((end, "</mark>"))
    at = _close(out, opened, text, at, passage.span.end + 1)
    out.append(escape(text[at : passage.span.end]))
    return "".join(out)


def _anchor(item: Assertion) -> str:
    return f'<span id="{escape(item.id)}"></span>'


def _open(item: Assertion, numbers: Mapping[str, int]) -> str:
    label = words.LABEL[item.label] if item.label else ""
    tone = words.LABEL_TONE[item.label] if item.label else "flat"
    number = numbers.get(item.id)
    ref = (
        f'<a class="ref" href="#claim-{number}" aria-label="claim {number}, {label}">{number}</a>'
        if number
        else ""
    )
    return f'<mark id="{escape(item.id)}" class="{tone}" title="{label}">{ref}'


def _close(out: list[str], opened: list[tuple[int, str]], text: str, at: int, until: int) -> int:
    while opened and opened[-1][0] <= until:
        end, tag = opened.pop()
        if end > at:
            out.append(escape(text[at:end]))
            at = end
        out.append(tag)
    return at
