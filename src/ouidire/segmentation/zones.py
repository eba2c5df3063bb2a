"""Roles of paragraphs in their order: takeaways, lede, body, subheads, and what is not the article."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from ouidire.languages import LanguagePack
from ouidire.model import Article, Credit, Passage, PassageRole, Span
from ouidire.segmentation.credit_lines import CreditFound, credit_line, dateline, trailing_credit
from ouidire.segmentation.entries import Vocabulary, vocabulary
from ouidire.segmentation.lines import FINAL, Paragraph, paragraphs
from ouidire.segmentation.shapes import (
    after_takeaway_heading,
    entry_for,
    is_headline,
    is_subhead,
    is_sundry,
    opens_list,
)
from ouidire.text import fold

__all__ = ["credits", "passages"]

_LAST = 3  # a bare name in brackets is a credit in so many last paragraphs
_LOOK_AHEAD = 100  # paragraphs; a longer list of key points is none
_POINT_WORDS = 45
_POINT_LINES = 8
_RUNNING = (PassageRole.LEDE, PassageRole.BODY)


def passages(article: Article, pack: LanguagePack) -> tuple[Passage, ...]:
    """Return the zones of an article's text in order, one per paragraph; they never overlap.

    List and heading markers, and white space, belong to no passage. A dateline before a paragraph
    and a credit in brackets after it are passages of their own (boilerplate).
    """
    words = vocabulary(pack)
    known = _known(article)
    head, body = _parts(article, words, known)
    roles = _Roles(words, known).of(body)
    found = [Passage(role=PassageRole.HEADLINE, span=Span(p.start, p.end)) for p in head]
    last = _last_running(body, roles)
    for n, (paragraph, (role, offset)) in enumerate(zip(body, roles, strict=True)):
        first = paragraph.start + offset
        if role in _RUNNING:
            found.extend(_running(paragraph, role, words, last=n in last))
        elif offset:
            found.append(_passage(PassageRole.SUBHEAD, article.text, paragraph.start, first))
            found.append(_passage(role, article.text, first, paragraph.end))
        else:
            found.append(_passage(role, article.text, first, paragraph.end))
    return tuple(found)


def credits(article: Article, found: tuple[Passage, ...], pack: LanguagePack) -> tuple[Credit, ...]:  # noqa: A001
    """Return what the article as a whole credits: datelines, credit lines, brackets at the end.

    Args:
        found: The article's passages.

    """
    words = vocabulary(pack)
    credited: list[Credit] = []
    for passage in found:
        if passage.role is not PassageRole.BOILERPLATE:
            continue
        text = passage.span.of(article.text)
        credit = (
            dateline(text + " .", words)
            or trailing_credit(text, words, last=True)
            or credit_line(text, words)
        )
        bare = _bare(text, words) if credit is None else credit
        if bare is not None and bare.names:
            start = passage.span.start
            span = Span(start + bare.start, start + min(bare.end, len(text)))
            credited.extend(Credit(span=span, name=name) for name in bare.names)
    return tuple(credited)


def _bare(text: str, words: Vocabulary) -> CreditFound | None:
    """Read a passage that is a bracket split off the end of a paragraph."""
    return trailing_credit(f".{text}", words, last=True) if text.startswith("(") else None


class _Roles:
    """Walks the paragraphs once; what came before decides what one can be."""

    def __init__(self, words: Vocabulary, known: frozenset[str]) -> None:
        self._words = words
        self._known = known
        self._takeaways = 0  # how many paragraphs to come are key points
        self._links = False
        self._lede = False

    def of(self, body: tuple[Paragraph, ...]) -> list[tuple[PassageRole, int]]:
        """Return for each paragraph its role and how much of its start is a heading of key points."""
        roles: list[tuple[PassageRole, int]] = []
        leading = _leading_list(body, self._words, self._known)
        for n, paragraph in enumerate(body):
            role, offset = self._role(paragraph, body[n + 1 : n + 1 + _LOOK_AHEAD], in_list=n in leading)
            self._lede = self._lede or role is PassageRole.LEDE
            roles.append((role, offset))
        return roles

    def _role(
        self, paragraph: Paragraph, following: tuple[Paragraph, ...], *, in_list: bool
    ) -> tuple[PassageRole, int]:
        if entry_for(paragraph, "correction", self._words):
            self._takeaways, self._links = 0, False
            return PassageRole.BODY, 0
        heading = after_takeaway_heading(paragraph, self._words)
        if heading is not None:
            alone = heading == len(paragraph.text)
            self._takeaways, self._links = _points_after(following) if alone else 0, False
            return (PassageRole.SUBHEAD, 0) if alone else (PassageRole.TAKEAWAY, heading)
        if self._is_takeaway(in_list=in_list):
            return PassageRole.TAKEAWAY, 0
        if is_sundry(paragraph, self._words, self._known):
            self._links = opens_list(paragraph, self._words)
            return PassageRole.BOILERPLATE, 0
        if self._links and not paragraph.text.endswith(FINAL):
            return PassageRole.BOILERPLATE, 0
        self._links = False
        if entry_for(paragraph, "caption", self._words):
            return PassageRole.CAPTION, 0
        if is_subhead(paragraph) and _heads_something(paragraph, following):
            return PassageRole.SUBHEAD, 0
        return (PassageRole.BODY if self._lede or paragraph.bullet else PassageRole.LEDE), 0

    def _is_takeaway(self, *, in_list: bool) -> bool:
        """Whether a paragraph is a key point: of a leading list, or below a heading of key points."""
        if self._takeaways:
            self._takeaways -= 1
            return True
        return in_list


def _points_after(following: tuple[Paragraph, ...]) -> int:
    """Count the key points below their heading: a list, or two to eight short lines in one block with it."""
    listed = _run(following, lambda p: p.bullet)
    if listed:
        return listed
    lines = _run(following, lambda p: not p.apart)
    short = all(len(p.text.split()) <= _POINT_WORDS for p in following[:lines])
    return lines if short and 1 < lines <= _POINT_LINES and lines < len(following) else 0


def _run(following: tuple[Paragraph, ...], fits: Callable[[Paragraph], bool]) -> int:
    return sum(1 for _ in takewhile(fits, following))


def _parts(
    article: Article, words: Vocabulary, known: frozenset[str]
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Split into the headline's lines and the rest; a first line may be a headline without a title."""
    text, title = article.text, article.title
    if title and text.startswith(title):
        cut = len(title)
        return paragraphs(text[:cut]), paragraphs(text, cut)
    body = paragraphs(text)
    if not body or after_takeaway_heading(body[0], words) is not None or is_sundry(body[0], words, known):
        return (), body
    dated = len(body) > 1 and dateline(body[1].text, words) is not None
    shaped = is_headline(body[0], body[1:_LOOK_AHEAD], dated=dated)
    cut = 1 if shaped and not entry_for(body[0], "correction", words) else 0
    return body[:cut], body[cut:]


def _known(article: Article) -> frozenset[str]:
    return frozenset(fold(name).strip() for name in (article.author, article.outlet) if name and name.strip())


def _leading_list(body: tuple[Paragraph, ...], words: Vocabulary, known: frozenset[str]) -> frozenset[int]:
    """Return the indices of a list of two or more points that stands before any paragraph."""
    found: list[int] = []
    for n, paragraph in enumerate(body):
        if paragraph.bullet:
            if not is_sundry(paragraph, words, known):
                found.append(n)
        elif found:
            return frozenset(found) if len(found) > 1 else frozenset()
        elif not is_sundry(paragraph, words, known) and not is_subhead(paragraph):
            return frozenset()
    return frozenset()  # nothing but a list: there is no body it could sum up


def _heads_something(paragraph: Paragraph, following: tuple[Paragraph, ...]) -> bool:
    """Whether a short line heads a paragraph, rather than being one of a run of short lines."""
    if paragraph.heading:
        return True
    return bool(following) and not is_subhead(following[0])


def _last_running(body: tuple[Paragraph, ...], roles: list[tuple[PassageRole, int]]) -> frozenset[int]:
    running = [n for n in range(len(body)) if roles[n][0] in _RUNNING]
    return frozenset(running[-_LAST:])


def _running(paragraph: Paragraph, role: PassageRole, words: Vocabulary, *, last: bool) -> list[Passage]:
    """Cut the dateline and the bracketed credit off a paragraph of the article."""
    text, start, end = paragraph.text, paragraph.start, paragraph.end
    out: list[Passage] = []
    found = dateline(text, words, lede=role is PassageRole.LEDE)
    if found and start + found.head < end:
        out.append(_passage(PassageRole.BOILERPLATE, text, 0, found.head, base=start))
        start += found.head
    tail = trailing_credit(text, words, last=last)
    cut = paragraph.start + tail.start if tail else end
    if cut <= start:
        tail, cut = None, end
    out.append(_passage(role, text, start - paragraph.start, cut - paragraph.start, base=paragraph.start))
    if tail:
        out.append(_passage(PassageRole.BOILERPLATE, text, tail.start, len(text), base=paragraph.start))
    return out


def _passage(role: PassageRole, text: str, start: int, end: int, *, base: int = 0) -> Passage:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return Passage(role=role, span=Span(base + start, base + end))
