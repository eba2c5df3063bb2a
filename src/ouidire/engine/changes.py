"""What changed between two states of a ledger's claims, in a sentence each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ouidire.model import Claim, Contest, Label, Support
from ouidire.presentation import words
from ouidire.presentation.messages import Spoken, plain, plural, say

__all__ = ["Change", "changes"]

_SPEECH = "speech"
_PLAIN: Spoken[Any] = Spoken(
    {value: value.value.replace("_", " ") for value in (*Support, *Contest)} | {Support.NONE: "unsupported"}
)
_ORDER = ("contest", "support", "label", "origins", "joined", "split", "gone", "reports", "echoes", "new")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something a person who watches a ledger wants to know.

    Attributes:
        kind: contest, support, label, origins, joined, split, gone, reports, echoes or new.
        claim: Id of the claim as it is now; for `gone`, as it was.
        message: What changed, as a message with room for `values`; several things in one kind
            are counted by `n`.

    """

    kind: str
    claim: str
    gloss: str
    message: str
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)
    many: str = ""

    @property
    def says(self) -> str:
        """What changed, in the language that is read, without the claim's words."""
        values = {name: _word(value) for name, value in self.values.items()}
        return plural(self.message, self.many, self.values["n"]) if self.many else say(self.message, **values)


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
        yield _change("new", claim, "new: %(label)s, %(now)s", label=claim.label, now=claim.status.support)
        return
    if len(olds) > 1:
        yield _change("joined", claim, "%(n)s claims are one now", n=len(olds))
        return
    old = olds[0]
    known = {one.id for one in old.assertions}
    added = [one for one in claim.assertions if one.id not in known]
    echoes = sum(one.echo_of is not None for one in added)
    if echoes:
        yield _counted("echoes", claim, echoes, "%(n)s new echo", "%(n)s new echoes")
    if len(added) > echoes:
        yield _counted("reports", claim, len(added) - echoes, "%(n)s new report", "%(n)s new reports")
    yield from _moved(claim, old)


def _moved(claim: Claim, old: Claim) -> Iterator[Change]:
    if claim.status.contest is not old.status.contest:
        contest = claim.status.contest
        if contest is Contest.NONE:
            yield _change("contest", claim, "no longer contested")
        else:
            yield _change("contest", claim, "now %(now)s", now=contest)
    if claim.status.support is not old.status.support:
        now, was = claim.status.support, old.status.support
        yield _change("support", claim, "now %(now)s, was %(was)s", now=now, was=was)
    if (claim.origins.lo, claim.origins.hi) != (old.origins.lo, old.origins.hi):
        now_, were = _bounds(claim), _bounds(old)
        yield _change("origins", claim, "origins now %(now)s, were %(was)s", now=now_, was=were)
    if claim.label is not old.label:
        yield _change("label", claim, "now %(now)s, was %(was)s", now=claim.label, was=old.label)


def _fate(old: Claim, heirs: Sequence[Claim]) -> Iterator[Change]:
    if not heirs:
        yield _change("gone", old, "no longer there")
    elif len(heirs) > 1:
        yield _change("split", heirs[0], "one claim is %(n)s now", n=len(heirs))


def _change(kind: str, claim: Claim, message: str, **values: Any) -> Change:
    return Change(kind=kind, claim=claim.id, gloss=claim.gloss, message=message, values=values)


def _counted(kind: str, claim: Claim, n: int, one: str, many: str) -> Change:
    return Change(kind=kind, claim=claim.id, gloss=claim.gloss, message=one, values={"n": n}, many=many)


def _bounds(claim: Claim) -> str:
    return f"[{claim.origins.lo},{claim.origins.hi}]"


def _word(value: Any) -> Any:
    if isinstance(value, Label):
        return value.value if plain() else words.LABEL[value]
    return _PLAIN[value] if isinstance(value, Support | Contest) else value
