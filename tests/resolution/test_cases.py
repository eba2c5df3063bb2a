"""Invented texts, one phenomenon each: who is meant, and which claim by *this claim*."""

import tomllib
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"


def cases(kind):
    """All cases of one kind, with their language."""
    found = []
    for file in sorted(CASES.glob(f"{kind}.*.toml")):
        language = file.name.split(".")[1]
        for n, case in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["case"]):
            marks = [pytest.mark.xfail(reason=case["open"])] if case.get("open") else []
            found.append(pytest.param(language, case, id=f"{language}-{n}", marks=marks))
    return found


def nth(text, words, n):
    """Offset of the n-th occurrence of some words."""
    at = -1
    for _ in range(n):
        at = text.index(words, at + 1)
    return at


def touches(span, start, end):
    """Whether a span shares a character with [start, end)."""
    return span.start < end and start < span.end


@pytest.mark.parametrize(("language", "case"), cases("claims"))
def test_claims_taken_up(reader, language, case):
    """The anaphor is found and points at its antecedent, or is stored without a link."""
    text = case["text"]
    extraction = reader(text, language)
    start = text.rindex(case["anaphor"])
    back = [b for b in extraction.back_references if touches(b.span, start, start + len(case["anaphor"]))]

    assert back, "not found"
    by_id = {a.id: a for a in extraction.assertions}
    if not case["antecedent"]:
        assert not back[0].assertions
        return
    assert not back[0].ambiguous
    quotes = [by_id[i].span.of(text) for i in back[0].assertions]
    assert quotes
    assert all(case["antecedent"] in q or q in case["antecedent"] for q in quotes), quotes


@pytest.mark.parametrize(("language", "case"), cases("speakers"))
def test_sources_are_resolved(reader, language, case):
    """Kind, name, referent and antecedent of a source are what the text gives."""
    text = case["text"]
    start = nth(text, case["words"], case.get("at", 1))
    sources = [
        hop.source
        for a in reader(text, language).assertions
        if a.attribution is not None
        for hop in a.attribution.chain
        if any(touches(s, start, start + len(case["words"])) for s in hop.source.spans)
    ]

    assert sources, "no source there"
    source = sources[0]
    if "kind" in case:
        assert source.kind == case["kind"]
    if "name" in case:
        assert (source.name or "") == case["name"]
    if "referent" in case:
        assert (source.referent or "") == case["referent"]
    if "antecedent" in case:
        assert source.antecedent is not None
        assert source.antecedent.of(text) == case["antecedent"]


@pytest.mark.parametrize(("language", "case"), cases("roles"))
def test_participants_are_resolved(reader, language, case):
    """A pronoun or *ces troupes* as a participant takes up the right words."""
    text = case["text"]
    start = text.rindex(case["words"])
    roles = [
        r
        for a in reader(text, language).assertions
        for r in a.proposition.roles
        if touches(r.span, start, start + len(case["words"]))
    ]

    assert roles, "no role there"
    found = {r.antecedent.of(text) if r.antecedent else "" for r in roles}
    assert found == {case["antecedent"]}
    if "referent" in case:
        assert {r.referent for r in roles} == {case["referent"]}


@pytest.mark.parametrize(("language", "case"), cases("denials"))
def test_denials_make_the_claim_of_their_antecedent(reader, language, case):
    """Who denies or confirms without words of their own says what the antecedent says."""
    text = case["text"]
    start = text.rindex(case["verb"])
    extraction = reader(text, language)
    by_id = {a.id: a for a in extraction.assertions}
    made = [
        a
        for a in extraction.assertions
        if a.attribution is not None
        and touches(a.attribution.cue.span, start, start + len(case["verb"]))
        and a.refers_to
    ]

    if not case["antecedent"]:
        assert not made
        return
    assert made, "no assertion"
    told = by_id[made[0].refers_to[0]]
    assert case["antecedent"] in told.span.of(text) or told.span.of(text) in case["antecedent"]
    assert made[0].act == case["act"]
    assert made[0].stance == ("contest" if case["act"] == "deny" else "support")
    assert made[0].proposition == told.proposition
    spans = made[0].attribution.chain[0].source.spans
    assert [s.of(text) for s in spans] == [case["source"]]
