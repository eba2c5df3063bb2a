"""What changed between two states of a ledger's claims, in a sentence each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ouidire.model import Claim, Contest

__all__ = ["Change", "changes"]

_SPEECH = "speech"
_ORDER = ("contest", "support", "label", "origins", "joined", "split", "gone", "reports", "echoes", "new")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something a person who watches a ledger wants to know.

    Attributes:
        kind: contest, support, label, origins, joined, split, gone, reports, echoes or new.
        claim: Id of the claim as it is now; for `gone`, as it was.
        says: What changed, without the claim's words.

    """

    kind: str
    claim: str
    gloss: str
    says: str


def changes(before: Sequence[Claim], after: Sequence[Claim]) -> tuple[Change, ...]:
    """Return what changed: first what became of claims there were, then what is new, in reading order.

    A claim is known again by its assertions, since its id follows from them. Claims that only say
    who spoke are passed over.
    """
    home = {one.id: claim for claim in before for one in claim.assertions}
    heirs: dict[str, list[Claim]] = defaultdict(list)
    out: list[Change] = []
    for claim in after:
        olds = _ancestors(claim, home)
        for old in olds:
            heirs[old.id].append(claim)
        if claim.family != _SPEECH:
            out += _of(claim, olds)
    for old in before:
        if old.family != _SPEECH:
            out += _fate(old, heirs.get(old.id, []))
    return tuple(sorted(out, key=lambda change: _ORDER.index(change.kind)))


def _ancestors(claim: Claim, home: Mapping[str, Claim]) -> list[Claim]:
    found = {home[one.id].id: home[one.id] for one in claim.assertions if one.id in home}
    return [found[key] for key in sorted(found)]


def _of(claim: Claim, olds: Sequence[Claim]) -> Iterator[Change]:
    if not olds:
        yield _change("new", claim, f"new: {claim.label.value}, {_support(claim)}")
        return
    if len(olds) > 1:
        yield _change("joined", claim, f"{len(olds)} claims are one now")
        return
    old = olds[0]
    known = {one.id for one in old.assertions}
    added = [one for one in claim.assertions if one.id not in known]
    echoes = sum(one.echo_of is not None for one in added)
    if echoes:
        yield _change("echoes", claim, _counted(echoes, "new echo", "new echoes"))
    if len(added) > echoes:
        yield _change("reports", claim, _counted(len(added) - echoes, "new report", "new reports"))
    yield from _moved(claim, old)


def _moved(claim: Claim, old: Claim) -> Iterator[Change]:
    if claim.status.contest is not old.status.contest:
        contest = claim.status.contest
        says = f"now {_plain(contest.value)}" if contest is not Contest.NONE else "no longer contested"
        yield _change("contest", claim, says)
    if claim.status.support is not old.status.support:
        yield _change("support", claim, f"now {_support(claim)}, was {_support(old)}")
    if (claim.origins.lo, claim.origins.hi) != (old.origins.lo, old.origins.hi):
        yield _change("origins", claim, f"origins now {_bounds(claim)}, were {_bounds(old)}")
    if claim.label is not old.label:
        yield _change("label", claim, f"now {claim.label.value}, was {old.label.value}")


def _fate(old: Claim, heirs: Sequence[Claim]) -> Iterator[Change]:
    if not heirs:
        yield _change("gone", old, "no longer there")
    elif len(heirs) > 1:
        yield _change("split", heirs[0], f"one claim is {len(heirs)} now")


def _change(kind: str, claim: Claim, says: str) -> Change:
    return Change(kind=kind, claim=claim.id, gloss=claim.gloss, says=says)


def _bounds(claim: Claim) -> str:
    return f"[{claim.origins.lo},{claim.origins.hi}]"


def _support(claim: Claim) -> str:
    return _plain(claim.status.support.value) if claim.status.support.value != "none" else "unsupported"


def _plain(value: str) -> str:
    return value.replace("_", " ")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
