"""Who is said to have confirmed what: a title's act of confirming against those the body tells of.

The body may say that Y confirmed a thing in May and X corroborated it later; a title that says
"X confirmed it" upgrades the act, swaps the authority, drops the time, or widens the content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ouidire.assessment.strength import ACT_RANK, SAY_RANK
from ouidire.model import Act, Assertion, Direction, Drift, Extraction, HopRole, PassageRole, Source, Span

__all__ = ["speech_drifts"]

_TITLES = frozenset({PassageRole.HEADLINE, PassageRole.TAKEAWAY})
_WEIGHTY = frozenset(
    {Act.CONFIRM, Act.ADMIT, Act.VERIFY, Act.CLAIM_RESPONSIBILITY, Act.CORROBORATE, Act.ANNOUNCE}
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A content with the act and speaker it is attributed to.

    Attributes:
        event: The speech event's own assertion where there is one, else the content's.

    """

    content: Assertion
    event: Assertion
    act: Act
    speaker: Source


def speech_drifts(extraction: Extraction) -> Iterator[Drift]:
    """Yield the differences between titles and body in who confirmed what."""
    said = _said(extraction)
    body = [s for s in said if s.event.passage not in _TITLES and s.act in _WEIGHTY]
    for title in (s for s in said if s.event.passage in _TITLES and s.act in _WEIGHTY):
        about = [b for b in body if _one_matter(title.content, b.content)]
        own = [b for b in about if _same_speaker(b.speaker, title.speaker)]
        if own and not any(b.act is title.act for b in own):
            source = max(own, key=lambda b: (_rank(b.act), b.event.id))
            yield from _against(source, title, [b for b in about if b not in own])
        elif about and not own:
            others = [b for b in about if b.act is title.act]
            if others:
                best = min(others, key=lambda b: (b.event.span, b.event.id))
                yield _drift(best, title, "authority_swapped", Direction.CHANGED)


def _said(extraction: Extraction) -> list[_Said]:
    events: dict[str, Assertion] = {}
    for one in sorted(extraction.assertions, key=lambda a: a.id):
        if one.proposition.family == "speech":
            for about in one.refers_to:
                events.setdefault(about, one)
    return [made for one in extraction.assertions if (made := _one(one, events.get(one.id, one))) is not None]


def _one(content: Assertion, event: Assertion) -> _Said | None:
    attribution = content.attribution
    if attribution is None or content.proposition.family == "speech" or attribution.cue.polarity == "-":
        return None
    speaker = next((h.source for h in attribution.chain if h.role is HopRole.ORIGIN and h.source.spans), None)
    return None if speaker is None else _Said(content, event, attribution.cue.act, speaker)


def _one_matter(a: Assertion, b: Assertion) -> bool:
    """Whether two contents speak of one matter: one family and, where both name one, one actor."""
    if a.proposition.family != b.proposition.family or a.proposition.family == "other":
        return False
    agents = [{r.referent or r.head for r in x.proposition.roles if r.role == "agent"} - {""} for x in (a, b)]
    return not (agents[0] and agents[1]) or bool(agents[0] & agents[1])


def _same_speaker(a: Source, b: Source) -> bool:
    if a.referent is not None and b.referent is not None:
        return a.referent == b.referent
    return a.name is not None and a.name == b.name


def _rank(act: Act) -> int:
    return ACT_RANK.get(act, SAY_RANK)


def _against(source: _Said, title: _Said, others: Sequence[_Said]) -> Iterator[Drift]:
    up = _rank(title.act) > _rank(source.act)
    yield _drift(source, title, "act_upgraded", Direction.STRONGER if up else Direction.WEAKER)
    if not up:
        return
    if any(b.act is title.act or _rank(b.act) >= _rank(title.act) for b in others):
        yield _drift(source, title, "authority_swapped", Direction.CHANGED)
    timed = any(_has_time(x) for x in (source, *others))
    if timed and not _has_time(title):
        yield _drift(source, title, "time_dropped", Direction.STRONGER)
    if _is_broader(title.content, [source.content, *(b.content for b in others)]):
        yield _drift(source, title, "scope_broadened", Direction.STRONGER)


def _has_time(said: _Said) -> bool:
    return said.event.proposition.time is not None or said.content.proposition.time is not None


def _is_broader(title: Assertion, body: Iterable[Assertion]) -> bool:
    """Whether the title's content leaves out what every telling of the body gives."""
    own = _parts(title)
    given = [_parts(one) for one in body]
    return bool(given) and all(own < parts for parts in given)


def _parts(one: Assertion) -> frozenset[str]:
    proposition = one.proposition
    parts = {f"role:{r.role}" for r in proposition.roles}
    parts |= {"place"} if proposition.place is not None else set()
    parts |= {"time"} if proposition.time is not None else set()
    parts |= {f"type:{n}" for n in range(len(proposition.type.split(".")))}
    return frozenset(parts)


def _drift(source: _Said, title: _Said, dimension: str, direction: Direction) -> Drift:
    return Drift(
        from_=source.event.id,
        to=title.event.id,
        dimension=dimension,
        direction=direction,
        words=_words(title, dimension),
    )


def _words(title: _Said, dimension: str) -> tuple[Span, ...]:
    attribution = title.content.attribution
    if dimension == "act_upgraded" and attribution is not None:
        return (attribution.cue.span,)
    if dimension == "authority_swapped":
        return title.speaker.spans
    return (title.content.span,)
