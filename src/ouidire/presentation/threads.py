"""Claims in the order a person reads them: gathered into threads, the most contested and most told first.

A thread is a set of claims that are tied by a contradiction, an update, an implication, a filled gap
or a difference of wording; mere relatedness ties nothing. Nothing is merged: each claim keeps its
number, label and status.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter

from ouidire.model import Contest, Dossier, Relation, Support
from ouidire.presentation import words
from ouidire.presentation.differences import DriftView
from ouidire.presentation.messages import day_words, say
from ouidire.presentation.view import ClaimView, claim_views

__all__ = ["Sheet", "Thread", "lay_out"]

_LOOSE = frozenset({Relation.RELATED, Relation.UNRELATED})
_STEPS = tuple(Support)


@dataclass(frozen=True)
class Thread:
    """Claims that belong together, by the day each is first said."""

    claims: tuple[ClaimView, ...]

    @cached_property
    def lead(self) -> ClaimView:
        """The claim that stands for the thread: the best supported that nobody contests, then the most told."""
        return max(
            self.claims,
            key=lambda v: (
                not v.best.takes_up,
                v.claim.status.contest in {Contest.NONE, Contest.SUPERSEDED},
                _STEPS.index(v.claim.status.support),
                v.tone in {"confirmed", "attributed"},
                len({o.article.id for o in v.occurrences}),
                len(v.best.quote.split()) > 2,
                -v.number,
            ),
        )

    @cached_property
    def drifts(self) -> tuple[DriftView, ...]:
        """Every pair of wordings that differ, each once."""
        each = {(d.before.assertion.id, d.after.assertion.id): d for v in self.claims for d in v.drifts}
        return tuple(each.values())

    @cached_property
    def articles(self) -> int:
        """In how many articles it is told."""
        return len({o.article.id for v in self.claims for o in v.occurrences})

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """Who publishes it, sorted."""
        return tuple(sorted({outlet for v in self.claims for outlet in v.outlets}))

    @cached_property
    def _remarkable(self) -> int:
        contested = any(v.contested for v in self.claims)
        supported = any(v.supported for v in self.claims)
        return 4 * contested + 2 * bool(self.drifts) + 2 * supported

    @property
    def weight(self) -> int:
        """How much there is to see: what is contested, then what differs or is more than attributed, then how often told."""
        return self._remarkable + min(self.articles, 4) + min(len(self.claims), 6) // 2

    @property
    def major(self) -> bool:
        """Whether there is more to it than one article saying it, and perhaps others echoing that."""
        told = {o.article.id for v in self.claims for o in v.occurrences if o.echo is None}
        return len(self.claims) > 1 or len(told) > 1 or self._remarkable > 0

    @property
    def days(self) -> tuple[str, str]:
        """First and last day on which it is said; empty where no day is known."""
        known = sorted(o.said for v in self.claims for o in v.occurrences if o.said)
        return (known[0], known[-1]) if known else ("", "")

    @property
    def extent(self) -> str:
        """How often, where and when it is told."""
        first, last = (day_words(day) for day in self.days)
        when = ", " + (say("%(first)s to %(last)s", first=first, last=last) if last != first else first)
        return say(
            "%(claims)s in %(articles)s of %(outlets)s",
            claims=words.count(len(self.claims), "claim"),
            articles=words.count(self.articles, "article"),
            outlets=words.count(len(self.outlets), "outlet"),
        ) + (when if first else "")


@dataclass(frozen=True)
class Sheet:
    """A dossier laid out: what every rendering draws from.

    Attributes:
        speech: Statements about who spoke, as claims of their own, in the order of the dossier.

    """

    dossier: Dossier
    threads: tuple[Thread, ...]
    speech: tuple[ClaimView, ...]

    @cached_property
    def claims(self) -> tuple[ClaimView, ...]:
        """All claims but those of `speech`, by number."""
        return tuple(view for thread in self.threads for view in thread.claims)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Number of each claim by its id, those of `speech` too."""
        return {view.claim.id: view.number for view in (*self.claims, *self.speech)}

    @property
    def major(self) -> tuple[Thread, ...]:
        """The threads with more to them than one telling."""
        return tuple(thread for thread in self.threads if thread.major)

    @property
    def single(self) -> tuple[ClaimView, ...]:
        """The claims that one article makes and others at most echo."""
        return tuple(thread.lead for thread in self.threads if not thread.major)

    def tied(self, view: ClaimView, *, loose: bool = False) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """Return the numbers of the claims that `view` is tied to, by kind of tie in words.

        Args:
            loose: Those that are merely related, instead of all others.

        """
        found: dict[str, list[int]] = {}
        for relation, other in view.relations:
            if (relation in _LOOSE) is loose and other.id in self.numbers:
                found.setdefault(words.RELATION[relation], []).append(self.numbers[other.id])
        return tuple((says, tuple(sorted(numbers))) for says, numbers in found.items())


def lay_out(dossier: Dossier) -> Sheet:
    """Gather the claims of a dossier into threads, order and number them."""
    views = claim_views(dossier)
    said = [v for v in views if v.claim.family != "speech"]
    threads = [Thread(tuple(sorted(group, key=lambda v: (*v.first, v.number)))) for group in _groups(said)]
    threads.sort(key=lambda t: (-t.weight, min(v.number for v in t.claims)))
    numbered: list[Thread] = []
    at = 0
    for thread in (*(t for t in threads if t.major), *(t for t in threads if not t.major)):
        numbered.append(Thread(tuple(replace(v, number=at + n) for n, v in enumerate(thread.claims, 1))))
        at += len(thread.claims)
    speech = (v for v in views if v.claim.family == "speech")
    return Sheet(dossier, tuple(numbered), tuple(replace(v, number=at + n) for n, v in enumerate(speech, 1)))


def _groups(views: Sequence[ClaimView]) -> list[list[ClaimView]]:
    """Return the connected components, in the order of their first claims."""
    ties: dict[str, set[str]] = {v.claim.id: set() for v in views}
    holder: dict[int, str] = {}
    for view in views:
        near = {other.id for relation, other in view.relations if relation not in _LOOSE}
        for drift in view.drifts:
            near.add(holder.setdefault(id(drift), view.claim.id))
        for other in near & ties.keys():
            ties[view.claim.id].add(other)
            ties[other].add(view.claim.id)
    order = {v.claim.id: (n, v) for n, v in enumerate(views)}
    seen: set[str] = set()
    groups = []
    for view in views:
        if view.claim.id not in seen:
            reached = _reach(view.claim.id, ties)
            seen |= reached
            groups.append([v for _, v in sorted((order[i] for i in reached), key=itemgetter(0))])
    return groups


def _reach(start: str, ties: Mapping[str, set[str]]) -> set[str]:
    reached, queue = {start}, [start]
    while queue:
        for other in ties[queue.pop()] - reached:
            reached.add(other)
            queue.append(other)
    return reached
