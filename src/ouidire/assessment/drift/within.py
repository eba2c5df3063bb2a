"""Drift inside one article: what headline and takeaways make of the body, and what is taken for granted.

For each assertion of a headline or takeaway the one assertion of the body is sought that it most
plausibly sums up; of equals the strongest is taken, so that a difference is shown only where no
passage of the body says as much.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ouidire.assessment.drift.dimensions import differences
from ouidire.assessment.drift.loaded import adopted, loaded_between
from ouidire.assessment.drift.speech import speech_drifts
from ouidire.assessment.drift.summing import left_over, overlap
from ouidire.assessment.strength import HEDGED, RANK
from ouidire.model import Article, Assertion, Drift, Extraction, Label, Link, PassageRole, Relation

__all__ = ["drifts_within", "is_compared"]

_TITLES = frozenset({PassageRole.HEADLINE, PassageRole.TAKEAWAY})
_STORY = frozenset({PassageRole.LEDE, PassageRole.BODY})
_SCORE = {
    Relation.SAME: 6,
    Relation.ENTAILS: 5,
    Relation.ENTAILED_BY: 5,
    Relation.UPDATES: 3,
    Relation.UPDATED_BY: 3,
    Relation.RELATED: 2,
}
_ONE_CLAIM = frozenset({Relation.SAME, Relation.ENTAILS, Relation.ENTAILED_BY})

# Share of words that makes two clauses with one actor tell of one thing.
OVERLAP = 0.5

Links = Mapping[tuple[str, str], Link]


def is_compared(a: Assertion, b: Assertion) -> bool:
    """Whether `drifts_within` asks how two assertions of an article relate; the order does not matter."""
    for one, other in ((a, b), (b, a)):
        if one.passage in _TITLES and other.passage in _STORY:
            return True
        if one.label is Label.PRESUPPOSED and other.label in HEDGED:
            return True
    return False


def drifts_within(extraction: Extraction, links: Sequence[Link]) -> tuple[Drift, ...]:
    """Return the differences inside one article, sorted.

    `from_` is the body's assertion and `to` the headline's or takeaway's; for what the body takes
    for granted, `from_` is the hedged assertion and `to` the one that presupposes it.
    """
    index = {(link.left, link.right): link for link in links}
    index |= {(link.right, link.left): link for link in links}
    story = [a for a in extraction.assertions if a.passage in _STORY]
    plain = [a for a in story if a.proposition.family != "speech"]
    found: list[Drift] = []
    titles = [a for a in extraction.assertions if a.passage in _TITLES and a.proposition.family != "speech"]
    found.extend(_against_story(titles, plain, index, extraction.article))
    found.extend(_presupposed(plain, index))
    found.extend(speech_drifts(extraction))
    found.extend(adopted(extraction))
    return _tidy(found)


def _against_story(
    titles: Sequence[Assertion], story: Sequence[Assertion], links: Links, article: Article
) -> Iterable[Drift]:
    text = article.text
    matched = {t.id: best for t in titles if (best := _best(t, story, links, text)) is not None}
    taken = {best.id for best in matched.values()}
    for title in titles:
        best = matched.get(title.id)
        if best is None:
            continue
        found = differences(best, title)
        yield from found
        yield from loaded_between((best, article), (title, article))
        rest = left_over(title, best, [a for a in story if a.id not in taken], text) if found else None
        if rest is not None:
            yield from differences(rest, title)


def _best(title: Assertion, story: Iterable[Assertion], links: Links, text: str) -> Assertion | None:
    """Return the assertion of the body that a title most plausibly sums up, None where none is near."""
    scored = [(_score(title, body, links, text), body) for body in story]
    near = [(score, body) for score, body in scored if score > 0]
    if not near:
        return None
    return min(near, key=lambda p: (-p[0], -RANK.get(p[1].label or Label.NON_ASSERTED, 0), p[1].span))[1]


def _score(title: Assertion, body: Assertion, links: Links, text: str) -> float:
    link = links.get((title.id, body.id))
    if link is None or link.relation not in _SCORE or title.proposition.polarity != body.proposition.polarity:
        return 0.0
    alike_words = overlap(title.span.of(text), body.span.of(text))
    if link.relation is Relation.RELATED and not _near(title, body, link, alike_words):
        return 0.0
    shared = {(r.role, r.referent or r.head) for r in title.proposition.roles} & {
        (r.role, r.referent or r.head) for r in body.proposition.roles
    }
    alike = title.proposition.type == body.proposition.type
    return _SCORE[link.relation] + alike + 0.5 * len(shared) + 2 * alike_words


def _near(title: Assertion, body: Assertion, link: Link, alike_words: float) -> bool:
    """Whether two assertions that are only related tell of one thing: one kind of event, one actor."""
    a, b = title.proposition, body.proposition
    if (link.rows and link.rows[-1] in {1, 3, 4}) or a.family == "other" or a.prospective != b.prospective:
        return False
    agents = [{r.referent or r.head for r in p.roles if r.role == "agent"} - {""} for p in (a, b)]
    if agents[0] and agents[1]:
        return bool(agents[0] & agents[1]) and (_kin(a.type, b.type) or alike_words >= OVERLAP)
    return a.type == b.type


def _kin(a: str, b: str) -> bool:
    return a == b or a.startswith(b + ".") or b.startswith(a + ".")


def _presupposed(story: Sequence[Assertion], links: Links) -> Iterable[Drift]:
    """What the body reports with a hedge in one place and takes for granted in another."""
    for taken in (a for a in story if a.label is Label.PRESUPPOSED):
        for hedged in (a for a in story if a.label in HEDGED):
            link = links.get((hedged.id, taken.id))
            if link is not None and link.relation in _ONE_CLAIM:
                yield from (d for d in differences(hedged, taken) if d.dimension == "presupposition_upgrade")


def _tidy(found: Iterable[Drift]) -> tuple[Drift, ...]:
    unique = {(d.to, d.from_, d.dimension): d for d in found}
    return tuple(unique[key] for key in sorted(unique))
