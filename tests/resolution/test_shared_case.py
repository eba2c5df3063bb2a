"""A measure on a hand-annotated article kept outside of the project (skipped where it is absent)."""

import json
import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("OUIDIRE_SHARED", Path(__file__).parents[3] / "shared"))
CASE = SHARED / "cases" / "kursk"


def overlap(a, b):
    """Whether two spans (objects or dicts) share a character."""
    return a.start < b["end"] and b["start"] < a.end


def found(ref, gold, extraction):
    """Whether the extraction gives a reference the antecedent the annotator gave it."""
    if "antecedent_entity" in ref:
        entity = next(e for e in gold["entities"] if e["id"] == ref["antecedent_entity"])
        mentions = entity["mentions"]
        things = [r for a in extraction.assertions for r in a.proposition.roles]
        taken = [t.antecedent for t in things if overlap(t.span, ref["anaphor"]) and t.antecedent]
        sources = [h.source for a in extraction.assertions if a.attribution for h in a.attribution.chain]
        taken += [s.antecedent for s in sources if s.antecedent and overlap(s.spans[0], ref["anaphor"])]
        own = [t for t in things if t.span.start == ref["anaphor"]["start"] and t.referent]
        return any(overlap(t, m) for t in taken for m in mentions) or (
            not taken and bool(own) and ref["anaphor"]["text"].count(" ") > 1
        )
    claims = [c for c in gold["claims"] if c["id"] in ref["antecedent_claims"]]
    by_id = {a.id: a for a in extraction.assertions}
    return any(
        overlap(back.span, ref["anaphor"])
        and back.assertions
        and not back.ambiguous
        and all(any(overlap(by_id[i].span, c) for c in claims) for i in back.assertions)
        for back in extraction.back_references
    )


@pytest.mark.skipif(not CASE.is_dir(), reason="the shared cases are not here")
def test_references_of_the_case(reader):
    """At least ten of the eleven references between claims and entities are found."""
    gold = json.loads((CASE / "gold.json").read_text(encoding="utf-8"))
    extraction = reader((CASE / "article.txt").read_text(encoding="utf-8"))

    right = {r["id"]: found(r, gold, extraction) for r in gold["claim_refs"]}

    assert sum(right.values()) >= 10, right
