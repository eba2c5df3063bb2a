"""Who is cited in a ledger, by which outlets, and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ouidire.model import Act, Claim, Extraction, Grade, HopRole, Reliability, Source

__all__ = ["Citation", "citations", "lines"]

_CONFIRMING = frozenset({Act.CONFIRM, Act.CORROBORATE, Act.VERIFY, Act.ADMIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One source as a ledger's articles cite it. Counts are of assertions; none of them says how good it is.

    Attributes:
        name: What the articles call it most often, by name where they name it.
        anonymity: The least veiled that it is cited; grades as of `Source`.
        said: Assertions that come from it first; `echoed` of them repeat another article's.
        relayed: Assertions that came through it from someone else.
        confirmed: Of `said`, those by which it confirms, corroborates, verifies or admits.
        outlets: Who cites it; `through` those who passed its words on. Both sorted.
        reliability: The Admiralty letter a person set, F where nobody did; `graded_by` is who.

    """

    name: str
    referent: str | None
    kind: str
    anonymity: int
    said: int
    echoed: int
    relayed: int
    confirmed: int
    denied: int
    retracted: int
    outlets: tuple[str, ...]
    through: tuple[str, ...]
    reliability: Reliability = Reliability.F
    graded_by: str = ""

    @property
    def key(self) -> str:
        """Return what decisions about it name it by: its referent, else its name."""
        return self.referent or self.name


@dataclass
class _Tally:
    names: list[str] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    echoed: int = 0
    relayed: int = 0
    outlets: set[str] = field(default_factory=set)
    through: set[str] = field(default_factory=set)


def citations(
    items: Sequence[Extraction],
    claims: Sequence[Claim],
    name: str = "",
    grades: Mapping[str, Grade] | None = None,
) -> tuple[Citation, ...]:
    """Return who is cited, most cited first.

    Args:
        name: Only those whose name, words or referent hold this, case folded; all where empty.
        grades: By the `key` of the source.

    """
    echoes = {one.id for claim in claims for one in claim.assertions if one.echo_of}
    tallies: dict[str, _Tally] = {}
    for item in sorted(items, key=lambda item: item.article.id):
        _count(item, echoes, tallies)
    wanted = name.casefold()
    found = [
        _citation(tally)
        for key, tally in tallies.items()
        if wanted in key.casefold() or any(wanted in said.casefold() for said in tally.names)
    ]
    found = [_graded(one, (grades or {}).get(one.key)) for one in found]
    return tuple(sorted(found, key=lambda c: (-c.said, -c.relayed, c.name, c.referent or "", c.kind)))


def _count(item: Extraction, echoes: set[str], tallies: dict[str, _Tally]) -> None:
    outlet = item.article.outlet or item.article.ref
    for one in item.assertions:
        chain = one.attribution.chain if one.attribution else ()
        called = [(relay, _words(relay.source, item.article.text)) for relay in chain]
        for relay, words in called:
            if not words:
                continue
            source = relay.source
            tally = tallies.setdefault(
                source.referent or f"{words.casefold()}\n{source.kind.value}", _Tally()
            )
            tally.names += [words, *([source.name] if source.name else [])]
            tally.sources.append(source)
            tally.outlets.add(outlet)
            if relay.role is HopRole.ORIGIN:
                tally.acts.append(one.act)
                tally.echoed += one.id in echoes
                tally.through |= {other for hop, other in called if hop.role is HopRole.RELAY and other}
            else:
                tally.relayed += 1


def _words(source: Source, text: str) -> str:
    return source.name or " ".join(" ".join(span.of(text) for span in source.spans).split())


def _citation(tally: _Tally) -> Citation:
    kinds = Counter(source.kind.value for source in tally.sources)
    named = Counter([s.name for s in tally.sources if s.name] or tally.names)
    return Citation(
        name=max(sorted(named), key=lambda name: (named[name], len(name))),
        referent=tally.sources[0].referent,
        kind=max(sorted(kinds), key=kinds.__getitem__),
        anonymity=min(source.anonymity for source in tally.sources),
        said=len(tally.acts),
        echoed=tally.echoed,
        relayed=tally.relayed,
        confirmed=_acts(tally, *_CONFIRMING),
        denied=_acts(tally, Act.DENY),
        retracted=_acts(tally, Act.RETRACT),
        outlets=tuple(sorted(tally.outlets)),
        through=tuple(sorted(tally.through)),
    )


def _graded(one: Citation, grade: Grade | None) -> Citation:
    if grade is None:
        return one
    return replace(one, reliability=grade.reliability, graded_by=grade.judge)


def _acts(tally: _Tally, *wanted: Act) -> int:
    return sum(act in wanted for act in tally.acts)


def lines(found: Sequence[Citation]) -> Iterator[str]:
    """Yield one line for each: what it is called, what it did how often, who cites it."""
    for one in found:
        counts = ("said", "echoed", "relayed", "confirmed", "denied", "retracted")
        told = ", ".join(f"{what} {n}" for what in counts if (n := getattr(one, what)))
        grade = f"; graded {one.reliability.value} by {one.graded_by}" if one.graded_by else ""
        yield f"{one.name} ({one.kind.replace('_', ' ')}): {told}; cited by {', '.join(one.outlets)}{grade}"
