"""The same event told in French and in English gives the same proposition."""

import tomllib
from pathlib import Path

import pytest

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))["pair"]


def shape(found):
    """What linking compares."""
    q = found.quantity
    number = None if q is None else q.n if q.n is not None else q.lo if q.lo is not None else "-"
    return {
        "type": found.type,
        "polarity": found.polarity,
        "prospective": found.prospective,
        "update": found.update,
        "states": sorted({r.referent for r in found.roles if r.referent and len(r.referent) == 3}),
        "place": found.place.referent if found.place else None,
        "time": found.time.value if found.time else None,
        "quantity": [number, q.bound.value, q.of or "-"] if q else None,
        "equipment": sorted(e.type for e in found.equipment),
    }


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: p["en"][:40])
def test_both_languages_agree(say, pair):
    """Type, states, place, time, quantity, polarity and equipment are equal, and as written."""
    french, english = shape(say("fr", pair["fr"])[0]), shape(say("en", pair["en"])[0])

    assert french == english
    assert {k: french[k] for k in pair if k in french} == {k: v for k, v in pair.items() if k in french}


def test_there_are_enough_pairs():
    """At least forty, no sentence twice."""
    sentences = [pair[code] for pair in PAIRS for code in ("fr", "en")]

    assert len(PAIRS) >= 40
    assert len(set(sentences)) == len(sentences)
