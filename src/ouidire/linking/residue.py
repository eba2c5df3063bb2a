"""What two assertions say beyond what was compared, within one language.

Propositions hold only what extraction understood. Where one side's words are all the other's and
more (*four people* / *four people, including a child*), it says more, whatever the table compared.
"""

from __future__ import annotations

from collections.abc import Sequence

from ouidire.linking.fit import Fit
from ouidire.linking.located import Located
from ouidire.linking.names import STEM, fold, names_in
from ouidire.linking.words import content_words
from ouidire.model import Span

__all__ = ["residue_fit"]


def residue_fit(left: Located, right: Located) -> Fit:
    """Compare the words of two assertions; hedges, cues and counts are left out.

    ``OPEN`` where each gives a name that the other lacks, for events no lexicon names, of which
    nothing but the words is known, and across languages for those of which only one participant is.
    """
    if _named_apart(left, right):
        return Fit.OPEN
    if left.language != right.language:
        return Fit.OPEN if _is_bare(left) or _is_bare(right) else Fit.EQUAL
    more_left = _content(left) - _all_words(right)
    more_right = _content(right) - _all_words(left)
    least = 2 if _is_hedged(left) or _is_hedged(right) else 1
    if bool(more_left) != bool(more_right) and len(more_left | more_right) >= least:
        return Fit.LEFT if more_left else Fit.RIGHT
    unnamed = left.assertion.proposition.family == "other"
    return Fit.OPEN if unnamed and more_left else Fit.EQUAL


def _named_apart(left: Located, right: Located) -> bool:
    """Whether no one named takes part, and each gives a name beside what was compared that the other lacks."""
    if any(r.referent is not None for x in (left, right) for r in x.assertion.proposition.roles):
        return False
    return _has_names_beyond(left, right) and _has_names_beyond(right, left)


def _has_names_beyond(item: Located, other: Located) -> bool:
    """Whether a name outside the compared parts has its first letters nowhere in the other's sentence."""
    p = item.assertion.proposition
    parts = (*p.roles, *p.equipment, *(x for x in (p.place, p.time, p.quantity) if x is not None))
    names = names_in(_without(item, [*_framing(item), *(part.span for part in parts)]))
    there = fold(f"{other.words(other.assertion.sentence)} {other.words(other.assertion.span)}")
    return any(name[:STEM] not in there for name in names)


def _is_bare(item: Located) -> bool:
    """Whether nothing but a general word and at most one participant is known of an event."""
    proposition = item.assertion.proposition
    return proposition.family == "other" and len({role.role for role in proposition.roles}) < 2


def _is_hedged(item: Located) -> bool:
    """Whether a hedge may have taken the verb with it, so that one word more means nothing."""
    return any(c.markers for c in item.assertion.commitments)


def _all_words(item: Located) -> frozenset[str]:
    return content_words(item.words(item.assertion.sentence), item.language) | content_words(
        item.words(item.assertion.span), item.language
    )


def _content(item: Located) -> frozenset[str]:
    p = item.assertion.proposition
    counted = [x.span for x in (p.quantity, p.time) if x is not None]
    return content_words(_without(item, [*_framing(item), *counted]), item.language)


def _framing(item: Located) -> list[Span]:
    """Hedges, cues and sources: how it is told, not what."""
    one = item.assertion
    apart = [m.span for c in one.commitments for m in c.markers]
    if one.attribution is not None:
        apart.append(one.attribution.cue.span)
        apart.extend(s for hop in one.attribution.chain for s in hop.source.spans)
    return apart


def _without(item: Located, apart: Sequence[Span]) -> str:
    """The words of an assertion with some stretches blanked; its first word, if it begins the sentence, small."""
    one = item.assertion
    said = list(item.words(one.span))
    for span in apart:
        for n in range(max(span.start, one.span.start), min(span.end, one.span.end)):
            said[n - one.span.start] = " "
    if one.span.start == one.sentence.start and said:
        said[0] = said[0].lower()
    return "".join(said)
