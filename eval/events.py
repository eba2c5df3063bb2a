"""CASE 2021 dev (task 2, fine-grained events): the family of what a snippet is about.

Its types are those of the ACLED codebook (2019) with five of its own (Haneczok et al. 2021, section 3):
ATTRIB (who is behind an attack), DIPLO, ORG_CRIME, MAN_MADE_DISASTER (accidents, industrial ones
too) and NATURAL_DISASTER (epidemics too). `MAPPING` was written from the definitions of the two
taxonomies alone: for each type the families in which an event of that definition falls. OTHER has
no definition, so its seven snippets are left out.

A snippet has one gold type and up to a dozen propositions. It counts as right where its leading
family is one of the type's: the family most of its typed propositions are of, the earlier on a tie;
families of speech, of what is undisclosed, of frames (*began*) and untyped ones lead only if alone.
ATTRIB is itself a speech act, so there any proposition of such an act counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from eval.data import jsonl
from eval.metrics import Row, bootstrap
from eval.product import extraction

__all__ = ["MAPPING", "confusion", "events", "leading"]

_VIOLENCE = ("attack", "casualty", "crime.murder")
MAPPING: dict[str, tuple[str, ...]] = {
    "ABDUCT_DISSAP": ("capture", "casualty.missing"),
    "AGREEMENT": ("agree", "ceasefire", "consult", "release", "military.surrender", "displacement.evacuate"),
    "AIR_STRIKE": ("attack", "casualty", "damage"),
    "ARMED_CLASH": ("combat", "attack", "casualty"),
    "ARREST": ("arrest",),
    "ART_MISS_ATTACK": ("attack", "casualty"),
    "ATTACK": (*_VIOLENCE, "abuse"),
    "ATTRIB": ("attack", "capture", "speech.claim_responsibility", "speech.accuse", "speech.deny"),
    "CHANGE_TO_GROUP_ACT": ("military", "territory.advance", "territory.infiltrate"),
    "CHEM_WEAP": ("attack", "weapon", "casualty"),
    "DIPLO": ("consult", "sanction", "agree", "visit", "politics.recognise"),
    "DISR_WEAP": ("attack.intercept", "crime.seize", "weapon", "military.demining", "science.discover"),
    "FORCE_AGAINST_PROTEST": ("protest", "coerce", "attack", "casualty", "abuse"),
    "GOV_REGAINS_TERIT": ("territory",),
    "GRENADE": ("attack", "casualty"),
    "HQ_ESTABLISHED": ("military", "construct"),
    "MAN_MADE_DISASTER": ("accident", "disaster", "casualty", "environment", "damage", "attack.explosive"),
    "MOB_VIOL": ("protest.riot", "protest", "attack", "abuse", "casualty", "damage", "combat"),
    "NATURAL_DISASTER": ("disaster", "health", "damage", "casualty", "displacement"),
    "NON_STATE_ACTOR_OVERTAKES_TER": ("territory",),
    "NON_VIOL_TERRIT_TRANSFER": ("territory", "military.withdraw"),
    "ORG_CRIME": ("crime", "arrest", "legal"),
    "PEACE_PROTEST": ("protest",),
    "PROPERTY_DISTRUCT": ("damage", "crime.theft", "crime.seize"),
    "PROTEST_WITH_INTER": ("protest", "arrest", "coerce"),
    "REM_EXPLOS": ("attack", "casualty"),
    "SEX_VIOL": ("abuse",),
    "SUIC_BOMB": ("attack", "casualty"),
    "VIOL_DEMONSTR": ("protest", "combat", "damage", "transport.halt"),
}
"""CASE type to the types (with all below them) an event of its definition may have."""

_FRAMES = frozenset({"other", "speech", "meta", "state", "event", "assessment"})


def leading(types: Iterable[str]) -> tuple[str, ...]:
    """Return the types of the leading family of a snippet, in text order; empty for no proposition."""
    found = list(types)
    typed = [t for t in found if _family(t) not in _FRAMES] or [t for t in found if _family(t) != "other"]
    counts = Counter(_family(t) for t in typed or found)
    if not counts:
        return ()
    best = max(counts, key=lambda family: counts[family])  # a Counter keeps text order
    return tuple(t for t in typed or found if _family(t) == best)


def events(data: Path) -> tuple[dict[str, float], list[Row]]:
    """Score the leading family of every snippet."""
    rows: list[Row] = []
    for item in jsonl(data / "events" / "case2021.dev.en.jsonl"):
        if item["label"] not in MAPPING:
            continue
        found = extraction(item["text"], item["lang"])["assertions"]
        types = [a["proposition"]["type"] for a in found]
        wanted = MAPPING[item["label"]]
        row = Row(item["id"], 1, int(bool(types)), int(_right(types, wanted)))
        row.extra["typed"] = float(any(_family(t) not in _FRAMES for t in types))
        row.extra["somewhere"] = float(any(_falls(t, wanted) for t in types))
        rows.append(row)
    low, high = bootstrap(rows, _share)
    return {
        "events.family": _share(rows),
        "events.family.low": low,
        "events.family.high": high,
        "events.somewhere": sum(r.extra["somewhere"] for r in rows) / len(rows),
        "events.typed": sum(r.extra["typed"] for r in rows) / len(rows),
        "events.n": len(rows),
    }, rows


def confusion(data: Path) -> list[str]:
    """Return the confusion table as lines: CASE type, n, right, then the leading families of the others."""
    table: dict[str, Counter[str]] = {}
    for item in jsonl(data / "events" / "case2021.dev.en.jsonl"):
        wanted = MAPPING.get(item["label"])
        if wanted is None:
            continue
        found = [a["proposition"]["type"] for a in extraction(item["text"], item["lang"])["assertions"]]
        types = leading(found)
        right = _right(found, wanted)
        key = "right" if right else _family(types[0]) if types else "nothing"
        table.setdefault(item["label"], Counter())[key] += 1
    lines = []
    for label in sorted(table):
        right = table[label].pop("right", 0)
        n = right + sum(table[label].values())
        others = ", ".join(f"{family} {k}" for family, k in table[label].most_common())
        lines.append(f"  {label:30} n {n:3} right {right:3}  {others}")
    return lines


def _share(rows: list[Row]) -> float:
    return sum(r.matched for r in rows) / len(rows)


def _family(type_: str) -> str:
    return type_.partition(".")[0]


def _right(types: list[str], wanted: Iterable[str]) -> bool:
    acts = [one for one in wanted if one.startswith("speech.")]
    return any(_falls(t, wanted) for t in leading(types)) or any(_falls(t, acts) for t in types)


def _falls(type_: str, wanted: Iterable[str]) -> bool:
    return any(type_ == one or type_.startswith(f"{one}.") for one in wanted)
