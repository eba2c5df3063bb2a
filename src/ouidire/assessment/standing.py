"""The words and the label a claim is shown with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ouidire.assessment.strength import RANK
from ouidire.assessment.tellings import Telling
from ouidire.model import Label

__all__ = ["claim_label", "clearest"]

# Labels outside the scale, weakest first: they stand only where nothing else is told.
_OFF_SCALE = (
    Label.QUESTION,
    Label.UNDISCLOSED,
    Label.NORMATIVE,
    Label.RETRACTED,
    Label.DENIED,
)


def clearest(told: Sequence[Telling], repeats: Mapping[str, str]) -> Telling:
    """Return the telling whose words say most by themselves: in the story, no pronoun, most details."""
    return min(told, key=lambda t: (t.in_title, _leans(t), -_details(t), t.id in repeats, *_short(t)))


def _leans(telling: Telling) -> bool:
    return any(getattr(r, "antecedent", None) is not None for r in telling.assertion.proposition.roles)


def _details(telling: Telling) -> int:
    p = telling.assertion.proposition
    return len(p.roles) + sum(x is not None for x in (p.time, p.place, p.quantity))


def _short(telling: Telling) -> tuple[int, str]:
    return len(telling.assertion.span), telling.id


def claim_label(told: Sequence[Telling], repeats: Mapping[str, str]) -> Label:
    """Return the label of the strongest telling by somebody identifiable.

    Titles and echoes do not count where the story itself is there, so a headline that drops a
    hedge lifts nothing. Without an identifiable source the weakest telling stands: nobody is known
    who would answer for more.
    """
    by_id = {t.id: t for t in told}
    news = [t for t in told if t.id not in repeats or _names_more(t, by_id.get(repeats[t.id]))]
    firsts = [t for t in news if not t.in_title]
    story = firsts or [t for t in told if not t.in_title] or list(told)
    scaled = [t for t in story if t.label in RANK]
    if not scaled:
        return min((t.label for t in story), key=_off_scale)
    identified = [t for t in scaled if _is_identified(t)]
    if identified:
        return max((t.label for t in identified), key=lambda x: (RANK[x], x.value))
    return min((t.label for t in scaled), key=_caution)


def _is_identified(telling: Telling) -> bool:
    return bool(telling.chain) and telling.chain[0].known


def _names_more(telling: Telling, first: Telling | None) -> bool:
    """Whether a telling alone names somebody identifiable, so that it does more than repeat the other."""
    return first is not None and _is_identified(telling) and not _is_identified(first)


def _caution(label: Label) -> tuple[int, str]:
    return RANK[label], label.value


def _off_scale(label: Label) -> int:
    return _OFF_SCALE.index(label) if label in _OFF_SCALE else len(_OFF_SCALE)
