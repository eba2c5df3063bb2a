"""Clauses whose event is not named by their head: tolls, undisclosed numbers."""

from __future__ import annotations

from dataclasses import replace

from ouidire.extraction.propositions.events import Event
from ouidire.extraction.propositions.subjects import subject_of
from ouidire.extraction.propositions.tree import relation
from ouidire.extraction.propositions.words import Words
from ouidire.languages import Analysis, Token
from ouidire.model import Role

__all__ = ["by_equipment", "by_participants", "reread", "with_mode"]

# Equipment that says how an attack was made; longest prefix first.
_MODES = (
    ("drone", "attack.drone"),
    ("missile", "attack.missile"),
    ("artillery", "attack.artillery"),
    ("aircraft", "attack.air"),
    ("explosive", "attack.explosive"),
    ("ground", "attack.ground"),
    ("tank", "attack.ground"),
    ("firearm", "attack.ground"),
    ("ship", "attack.naval"),
    ("cyber", "attack.cyber"),
    ("weapon.chemical", "attack.chemical"),
)

_FORCES = frozenset({"soldiers", "troops", "units", "fighters", "army"})
_ARMS = frozenset({"drones", "missiles", "shells", "bombs"})
_ARMAMENTS = _ARMS | {"weapons", "mines", "tanks", "explosives"}
_CIVILIANS = frozenset(
    {"protesters", "residents", "students", "workers", "families", "journalists", "people"}
)
# What crowds do that says nothing of why: they block, close, arrive, leave, take part.
_UNSAID = frozenset({"arrive", "leave", "transport", "event"})
_FIRING = frozenset({"weapon.use", "attack.ground", "attack", "other.use", "other.fire"})
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


def by_participants(event: Event, type_: str, roles: tuple[Role, ...], words: Words) -> str:
    """Return the type as its participants make it: *soldiers* that go home withdraw, a *region* that is
    freed is retaken, a *hostage* that is liberated is released, a *hill* that is captured is territory,
    *protesters* who pour into the streets protest.
    """
    done_to = [r for r in roles if r.role in {"target", "theme"}]
    agents = {r.head for r in roles if r.role == "agent"}
    # what forces capture and only its name tells of is a place sooner than a body
    named = bool(agents & _FORCES) and any(r.reading == "organisation" for r in done_to)
    ground = any(_is_ground(r, words) for r in done_to) or (named and type_ == "capture")
    if type_ in {"return", "leave"} and agents & _FORCES:
        return "military.withdraw"
    if type_ in {"capture", "crime.seize", "release"} and ground:
        return "territory.retake" if type_ == "release" else "territory.take"
    heads = {r.head for r in done_to}
    if type_ == "capture" and heads and heads <= _ARMAMENTS:
        return "crime.seize"
    if type_ == "attack.intercept" and heads & words.people:
        return "arrest"
    if type_ == "territory.retake" and any(r.head in _CAPTIVES for r in done_to):
        return "release"
    if type_ == "territory.lose" and done_to and not _is_ground(done_to[0], words):
        return _fallen(event, type_, done_to[0].head, words)
    if "protesters" in agents and type_.partition(".")[0] in _UNSAID | {"other"}:
        return "protest"
    if type_ == "military.participate" and agents & _CIVILIANS:
        return "other.participate"
    return type_


def _is_ground(role: Role, words: Words) -> bool:
    return role.reading == "place" or role.head in words.kinds.get("ground", ())


def by_equipment(type_: str, kinds: tuple[str, ...]) -> str:
    """Return the type as what it is done with makes it: water cannon and tear gas disperse a crowd."""
    if type_ in _FIRING and kinds and all(kind == "crowd" for kind in kinds):
        return "protest.disperse"
    return "attack.chemical" if type_ == "weapon.use" and "weapon.chemical" in kinds else type_


def _fallen(event: Event, type_: str, head: str, words: Words) -> str:
    """What fell: a price, a bomb, a person, or something else than a town (*the town fell*)."""
    if event.predicate not in words.kinds.get("falling", ()):
        return type_
    if head in words.kinds.get("measure", ()):
        return "economy.fall"
    if head in _ARMS:
        return "attack"
    return "accident" if head in words.people else "other.fall"


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


def with_mode(type_: str, equipment: tuple[str, ...]) -> str:
    """Return an attack's type made precise by what it was made with; other types unchanged."""
    if type_ not in {"attack", "attack.artillery"}:
        return type_
    for prefix, mode in _MODES:
        if any(kind == prefix or kind.startswith(f"{prefix}.") for kind in equipment):
            return mode
    return type_
