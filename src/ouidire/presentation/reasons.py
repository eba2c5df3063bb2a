"""Why a label, a link, an origin or a status is what it is, in one sentence each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ouidire.model import Assertion, Claim, Evidence, Extraction, Label, Link, MarkerClass
from ouidire.presentation import words
from ouidire.presentation.messages import Spoken, plain, say

__all__ = ["deciding", "of_assertion", "of_claim", "of_label", "of_link"]

_ROWS: Spoken[int] = Spoken(
    {
        1: "it is withdrawn or corrected",
        2: "it is only supposed or asked, not said",
        3: "it says what is to be, not what was: a rule",
        4: "the text says that this is not made known",
        5: "the author rejects it",
        6: "%(cue)s denies it",
        7: "the text says that it could not be verified",
        8: "it is passed on as hearsay",
        9: "it stands in a conditional or under other words that leave open whether it is so",
        10: "it is said with less than certainty",
        11: "%(cue)s confirms it, without a hedge",
        12: "%(cue)s attributes it, and nothing hedges it",
        13: "the sentence takes it for granted",
        14: "the author says so, with no sign of doubt and no source",
    }
)
"""The rows of the label table; ``%(cue)s`` is the cue in quotation marks."""

_CLASSES = {
    1: {MarkerClass.CORRECTION},
    2: {MarkerClass.HYPOTHETICAL, MarkerClass.QUESTION},
    3: {MarkerClass.DEONTIC},
    4: {MarkerClass.UNDISCLOSED},
    5: {MarkerClass.ANTIFACTIVE},
    7: {MarkerClass.UNVERIFIED},
    8: {MarkerClass.CONDITIONAL, MarkerClass.REPORTATIVE},
    9: {MarkerClass.CONDITIONAL, MarkerClass.OPEN},
    10: {MarkerClass.DOUBT, MarkerClass.PROBABLE, MarkerClass.POSSIBLE, MarkerClass.EXPECTED},
    13: {MarkerClass.PRESUPPOSITION},
}
"""Which markers each row reads, to quote them."""


def of_label(assertion: Assertion, text: str) -> Evidence:
    """Explain the label of an assertion by its row and the words that made it fire.

    Args:
        text: Of the article.

    """
    label = assertion.label or Label.ASSERTED
    cue = assertion.attribution.cue.span.of(text) if assertion.attribution else say("the author")
    row = _ROWS.get(assertion.label_rule) or say("no row was applied")
    says = row % {"cue": f"« {cue} »"}
    decided = deciding(assertion, text)
    quoted = f" ({', '.join(f'« {word} »' for word in decided)})" if decided else ""
    return Evidence(
        of="label",
        rule=f"L{assertion.label_rule}/1",
        says=f"{label.value if plain() else words.LABEL[label]}: {says}{quoted}.",
        rests_on=(assertion.id,),
    )


def deciding(assertion: Assertion, text: str) -> tuple[str, ...]:
    """Return the words of the article's `text` that made the label what it is, each once; often none."""
    wanted = _CLASSES.get(assertion.label_rule, set())
    found = dict.fromkeys(
        marker.span.of(text)
        for commitment in assertion.commitments
        for marker in commitment.markers
        if marker.class_ in wanted
    )
    return tuple(found)


def of_link(link: Link, words: Mapping[str, str] | None = None) -> Evidence:
    """Explain how two assertions were judged.

    Args:
        words: Quoted words by assertion id; ids stand for those that are missing.

    """
    left, right = (f"« {words[id_]} »" if words and id_ in words else id_ for id_ in (link.left, link.right))
    rows = ", ".join(f"M{row}" for row in link.rows) or "M0"
    why = f": {link.why}" if link.why else ""
    return Evidence(
        of="link",
        rule=f"{rows} ({link.judge})",
        says=f"{left} {link.relation.value} {right}{why}",
        rests_on=(link.left, link.right),
    )


def of_assertion(
    assertion: Assertion,
    extraction: Extraction,
    links: Sequence[Link],
    *,
    words: Mapping[str, str] | None = None,
) -> Iterator[Evidence]:
    """Explain an assertion: its label, then each of its `links`; `words` as for `of_link`."""
    yield of_label(assertion, extraction.article.text)
    for link in links:
        if assertion.id in {link.left, link.right}:
            yield of_link(link, words)


def of_claim(
    claim: Claim, extractions: tuple[Extraction, ...], links: tuple[Link, ...]
) -> Iterator[Evidence]:
    """Explain a claim: labels of its assertions, links inside it, then what was derived from them."""
    members = {occurrence.id for occurrence in claim.assertions}
    for item in extractions:
        for one in item.assertions:
            if one.id in members:
                yield of_label(one, item.article.text)
    for link in links:
        if link.left in members and link.right in members:
            yield of_link(link, {one.id: one.quote for one in claim.assertions})
    yield from claim.evidence
