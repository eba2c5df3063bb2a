"""Clauses whose event is not named by their head: tolls, undisclosed numbers."""

from __future__ import annotations

from dataclasses import replace

from ouidire.extraction.propositions.events import Event
from ouidire.extraction.propositions.subjects import subject_of
from ouidire.extraction.propositions.tree import relation
from ouidire.extraction.propositions.words import Words
from ouidire.languages import Analysis, Token
from ouidire.model import Role

__all__ = ["by_participants", "reread"]

_FORCES = frozenset({"soldiers", "troops", "units", "fighters", "army"})
_CAPTIVES = frozenset(
    {"hostages", "prisoners", "soldiers", "civilians", "journalists", "children", "people", "women"}
)


def reread(analysis: Analysis, event: Event, inside: tuple[int, ...], words: Words, *, armed: bool) -> Event:
    """Return the event a clause is really about, where its head only frames it.

    Args:
        armed: Whether the unit names equipment, so that *use* is the use of a weapon.

    """
    if armed and event.type == "other.use":
        return replace(event, type="weapon.use")
    if _is_undisclosed(analysis, event, words):
        return replace(event, type="meta.undisclosed", noun=None, subject="theme")
    subject = subject_of(analysis, event.clause, words)
    toll = subject is not None and words.is_kind(subject, "toll")
    if toll and not event.type.startswith("casualty"):
        type_ = _counted_type(analysis, inside, words) or "casualty.killed"
        return replace(event, type=type_, subject="", noun=None)
    return event


def by_participants(type_: str, roles: tuple[Role, ...]) -> str:
    """Return the type as its participants make it: *soldiers* that go home withdraw, a *region* that is
    freed is retaken, a *hostage* that is liberated is released.
    """
    done_to = [r for r in roles if r.role in {"target", "theme"}]
    if type_ in {"return", "leave"} and any(r.role == "agent" and r.head in _FORCES for r in roles):
        return "military.withdraw"
    if type_ == "release" and any(r.reading == "place" for r in done_to):
        return "territory.retake"
    if type_ == "territory.retake" and any(r.head in _CAPTIVES for r in done_to):
        return "release"
    return type_


def _is_undisclosed(analysis: Analysis, event: Event, words: Words) -> bool:
    """*Le nombre de X n'a pas été divulgué*, *the number of X is unknown*, *remains unclear*."""
    token = analysis.tokens[event.clause]
    negated = any(words.is_kind(t, "negator") for t in analysis.children(event.clause))
    says_so = (words.is_kind(token, "disclose") and negated) or words.is_kind(token, "unknown")
    if not says_so:
        return False
    arguments = analysis.children(event.clause, "nsubj", "obj", "csubj", "ccomp")
    return any(_is_gap(analysis, t, words) for t in arguments) or not arguments


def _is_gap(analysis: Analysis, token: Token, words: Words) -> bool:
    if words.is_kind(token, "counted"):
        return True
    return any(words.is_kind(t, "counted") for t in analysis.children(token.i))


def _counted_type(analysis: Analysis, inside: tuple[int, ...], words: Words) -> str:
    """Type of the first victims named after the toll (*14 morts*, *20 blessés*)."""
    for k in inside:
        token = analysis.tokens[k]
        entry = words.nouns.get(token.lemma.lower()) or words.adjectives.get(token.lemma.lower())
        counted = entry is not None and entry.type.startswith("casualty.") and relation(token) != "nsubj"
        if counted and not words.is_kind(token, "toll") and not analysis.children(token.i, "nsubj"):
            return entry.type if entry else ""
    return ""
