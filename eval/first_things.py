"""Entities, references, equipment and quantities of the first case, as shares of its gold.

A mention of an entity counts as found where a place, a participant or a source overlaps it whose
referent fits: for a state its ISO code or that of a body of it; for a place one of its kind; for a
person or agency a referent that no other has. Groups and documents without a name (*des médias
ukrainiens*, *l'article 4*) have no identity to be right about: they count where a participant or a
source overlaps them. A reference is found where the
antecedent (or the claim, unambiguously) is one of the gold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from eval.metrics import overlap
from ouidire.gazetteer.countries import alpha2_of
from ouidire.gazetteer.names import state_of
from ouidire.gazetteer.places import ancestors

__all__ = ["missed_entities", "things"]

_NAMED = frozenset({"PERSON", "WIRE_AGENCY"})
_WHERE: dict[str, Callable[[str], bool]] = {
    "PLACE_CITY": lambda referent: referent.startswith("gn:"),
    "PLACE_REGION": lambda referent: referent[2:3] == "-",
    "PLACE_COUNTRY": lambda referent: len(referent) == 2,
    "PLACE_FEATURE": lambda referent: referent.startswith(("border:", "coast:", "front:")),
}


def things(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, float]:
    """Return the shares by name."""
    judged = _entities(gold, found)
    references = [_reference(ref, gold, found) for ref in gold["claim_refs"]]
    return {
        "first.entities": sum(right for *_, right in judged) / len(judged),
        "first.entities.n": len(judged),
        "first.references.all": sum(references),
        "first.references.n": len(references),
        "first.equipment": _covered(gold["equipment"], _spans(found, "equipment")),
        "first.quantities": _covered(gold["quantities"][:2], _spans(found, "quantity")),
    }


def missed_entities(gold: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """Return the mentions that were not found, with their entity."""
    return [f"{name}: {words}" for name, words, right in _entities(gold, found) if not right]


def _entities(gold: dict[str, Any], found: dict[str, Any]) -> list[tuple[str, str, bool]]:
    named, spans = _named(found), _spoken(found)
    used: dict[str, set[str]] = defaultdict(set)
    for entity in gold["entities"]:
        for mention in entity["mentions"]:
            for referent in _over(mention, named):
                used[referent].add(entity["id"] if entity["type"] in _NAMED else "")
    judged = []
    for entity in gold["entities"]:
        for mention in entity["mentions"]:
            over = _over(mention, named)
            if entity["type"] in _NAMED:
                right = any(r.startswith("ref:") and used[r] <= {entity["id"], ""} for r in over)
            elif entity["type"] in _WHERE:
                right = any(_WHERE[entity["type"]](r) for r in over)
            elif "iso2" in entity:
                right = any(_state(r) == entity["iso2"] for r in over)
            else:
                right = overlap([_at(mention)], spans)
            judged.append((entity["canonical"], mention["text"], right))
    return judged


def _spoken(found: dict[str, Any]) -> list[list[int]]:
    """The spans of all participants, sources and places."""
    spans = [_at(p) for p in found["places"]]
    for assertion in found["assertions"]:
        spans += [_at(r) for r in assertion["proposition"]["roles"]]
        for hop in (assertion["attribution"] or {"chain": ()})["chain"]:
            spans += [_at(s) for s in hop["source"]["spans"]]
    return spans


def _named(found: dict[str, Any]) -> list[tuple[int, int, str]]:
    """Everything with a referent or an antecedent: (start, end, referent)."""
    listed = [(p["start"], p["end"], p["referent"]) for p in found["places"] if p["referent"]]
    for assertion in found["assertions"]:
        proposition = assertion["proposition"]
        for role in proposition["roles"]:
            if role["referent"]:
                listed.append((role["start"], role["end"], role["referent"]))
        if proposition["place"] and proposition["place"]["referent"]:
            place = proposition["place"]
            listed.append((place["start"], place["end"], place["referent"]))
        for hop in (assertion["attribution"] or {"chain": ()})["chain"]:
            source = hop["source"]
            if source["referent"]:
                listed += [(s["start"], s["end"], source["referent"]) for s in source["spans"]]
    return listed


def _over(mention: dict[str, Any], named: list[tuple[int, int, str]]) -> list[str]:
    return [r for s, e, r in named if s < mention["end"] and mention["start"] < e]


def _state(referent: str) -> str:
    """The ISO 3166 alpha-2 code of the state a referent is, lies in, or is a body of; empty for none."""
    code = alpha2_of(state_of(referent) or referent)
    whole = ancestors(referent)
    return code or (referent if len(referent) == 2 else whole[-1] if whole else "")


def _reference(ref: dict[str, Any], gold: dict[str, Any], found: dict[str, Any]) -> bool:
    anaphor = [[ref["anaphor"]["start"], ref["anaphor"]["end"]]]
    if "antecedent_entity" in ref:
        entity = next(e for e in gold["entities"] if e["id"] == ref["antecedent_entity"])
        mentions = [[m["start"], m["end"]] for m in entity["mentions"]]
        roles = [r for a in found["assertions"] for r in a["proposition"]["roles"]]
        hops = [
            h["source"] for a in found["assertions"] for h in (a["attribution"] or {"chain": ()})["chain"]
        ]
        taken = [r["antecedent"] for r in roles if r["antecedent"] and overlap([_at(r)], anaphor)]
        taken += [s["antecedent"] for s in hops if s["antecedent"] and overlap([_at(s["spans"][0])], anaphor)]
        if taken:
            return any(overlap([_at(t)], mentions) for t in taken)
        own = any(r["start"] == anaphor[0][0] and r["referent"] for r in roles)
        return own and ref["anaphor"]["text"].count(" ") > 1  # a full phrase that names them itself
    claims = [[c["start"], c["end"]] for c in gold["claims"] if c["id"] in ref["antecedent_claims"]]
    spans = {a["id"]: [_at(a)] for a in found["assertions"]}
    return any(
        overlap([_at(back)], anaphor)
        and back["assertions"]
        and not back["ambiguous"]
        and all(overlap(spans[i], claims) for i in back["assertions"])
        for back in found["back_references"]
    )


def _at(item: dict[str, Any]) -> list[int]:
    return [item["start"], item["end"]]


def _spans(found: dict[str, Any], field: str) -> list[list[int]]:
    values = [a["proposition"][field] for a in found["assertions"] if a["proposition"][field]]
    flat = [v for value in values for v in (value if isinstance(value, list) else [value])]
    return [_at(v) for v in flat]


def _covered(items: list[dict[str, Any]], spans: list[list[int]]) -> float:
    return sum(overlap([_at(i)], spans) for i in items) / max(1, len(items))
