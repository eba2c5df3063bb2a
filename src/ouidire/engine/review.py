"""What a person should look at: what the program was unsure of, ordered by how much depends on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ouidire.engine.deciding import decided
from ouidire.engine.worlds import stored
from ouidire.gazetteer import World
from ouidire.gazetteer.outlets import known_outlet
from ouidire.model import Claim, Extraction, Judgement, Link
from ouidire.storage import Store

__all__ = ["Open", "questions", "queue"]

_DOUBTED = 10
"""Row of the decision table that fires where a pair is alike and nothing says it is one event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """An open question.

    Attributes:
        kind: judgement, link, reference or outlet.
        asks: The question, in one sentence.
        words: The words it is about, as the articles have them.
        rests_on: Ids of assertions or articles.
        weight: How many assertions depend on the answer.
        step: A command that settles it.

    """

    kind: str
    asks: str
    words: tuple[str, ...]
    rests_on: tuple[str, ...]
    weight: int
    step: str


def questions(
    store: Store, items: Sequence[Extraction], claims: Sequence[Claim], links: Sequence[Link]
) -> tuple[Open, ...]:
    """Return the open questions of a ledger whose derived state is given; see `queue`."""
    world, _ = stored(store)
    return queue(items, claims, links, decided(store, items).lost, world)


def queue(
    items: Sequence[Extraction],
    claims: Sequence[Claim],
    links: Sequence[Link],
    lost: Sequence[Judgement],
    world: World,
) -> tuple[Open, ...]:
    """Return the open questions: judgements that lost their words first, then the weightiest."""
    size = {one.id: len(claim.assertions) for claim in claims for one in claim.assertions}
    quotes = {one.id: one.quote for claim in claims for one in claim.assertions}
    found = [
        *(_lost(one) for one in lost),
        *_links(links, claims, size, quotes),
        *_references(items, size),
        *_outlets(items, world),
    ]
    return tuple(sorted(found, key=lambda o: (o.kind != "judgement", -o.weight, o.kind, o.rests_on)))


def _lost(one: Judgement) -> Open:
    places = [at for at in (one.left_at, one.right_at) if at is not None]
    return Open(
        kind="judgement",
        asks=f"{one.judge} judged these {one.relation.value}; no assertion bears the words of one any more",
        words=tuple(at.words for at in places),
        rests_on=(one.left, one.right),
        weight=2,
        step=f"ouidire judge A B {one.relation.value}",
    )


def _links(
    links: Sequence[Link], claims: Sequence[Claim], size: Mapping[str, int], quotes: Mapping[str, str]
) -> Iterator[Open]:
    """Yield one question for each pair of claims, on the smallest pair of assertions in doubt."""
    home = {one.id: claim.id for claim in claims for one in claim.assertions}
    asked: set[tuple[str, ...]] = set()
    for one in links:
        pair = tuple(sorted((home.get(one.left, ""), home.get(one.right, ""))))
        if _DOUBTED not in one.rows or "" in pair or pair[0] == pair[1] or pair in asked:
            continue
        asked.add(pair)
        yield Open(
            kind="link",
            asks=f"the same claim? {one.why}",
            words=(quotes[one.left], quotes[one.right]),
            rests_on=(one.left, one.right),
            weight=size[one.left] + size[one.right],
            step=f"ouidire judge {one.left[:14]} {one.right[:14]} SAME",
        )


def _references(items: Sequence[Extraction], size: Mapping[str, int]) -> Iterator[Open]:
    for item in items:
        for reference in item.back_references:
            if reference.ambiguous:
                yield Open(
                    kind="reference",
                    asks=f"what do these words stand for? {len(reference.assertions)} claims fit alike",
                    words=(reference.span.of(item.article.text),),
                    rests_on=reference.assertions,
                    weight=sum(size.get(id_, 1) for id_ in reference.assertions),
                    step=f"ouidire show {reference.assertions[0][:14]}" if reference.assertions else "",
                )


def _outlets(items: Sequence[Extraction], world: World) -> Iterator[Open]:
    """Yield outlets of which no table says whose they are: they never count as a further house for sure."""
    told = Counter[str]()
    where: dict[str, list[str]] = {}
    for item in items:
        outlet = item.article.outlet
        if not outlet or item.article.owner or world.outlet(outlet) or known_outlet(outlet):
            continue
        if not world.is_wire(outlet):
            told[outlet] += len(item.assertions)
            where.setdefault(outlet, []).append(item.article.id)
    for outlet in sorted(told):
        yield Open(
            kind="outlet",
            asks=f"whose is {outlet}? No table knows",
            words=(outlet,),
            rests_on=tuple(sorted(where[outlet])),
            weight=told[outlet],
            step="ouidire world load FILE, with its owner under [outlets]",
        )
