"""The sample story shows what it was written to show: every scripted relation found, none invented."""

import tomllib
from pathlib import Path

import pytest

from ouidire.codec import encode

ROOT = Path(__file__).parents[2]
SCRIPT = tomllib.loads((Path(__file__).parent / "script.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def story(story_ledger):
    """Articles by file name, claims, copies of the read story."""
    items = {}
    for extraction in story_ledger.extractions():
        found = encode(extraction, extraction.article.text)
        items[Path(found["article"]["ref"]).stem if "/" not in found["article"]["ref"] else _stem(found)] = (
            found
        )
    claims = [encode(claim) for claim in story_ledger.claims()]
    return items, claims


def _stem(found):
    """Find the file an article was read from by its title, since `ref` is its URL."""
    for path in sorted((ROOT / "examples").glob("*.md")):
        if f"\n# {found['article']['title']}\n" in path.read_text(encoding="utf-8"):
            return path.stem
    raise AssertionError(found["article"]["title"])


def named(found, words, *, speech=False):
    """Return the shortest assertion whose quote holds the words."""
    holding = [
        a
        for a in found["assertions"]
        if words in a["quote"] and (a["proposition"]["family"] == "speech") == speech
    ]
    assert holding, f"no assertion holds {words!r}; there are {[a['quote'] for a in found['assertions']]}"
    return min(holding, key=lambda a: a["end"] - a["start"])


def claim_of(claims, assertion):
    """Return the claim an assertion stands under."""
    return next(c for c in claims if any(a["id"] == assertion["id"] for a in c["assertions"]))


def sources(assertion):
    """Return the words or names of the hops, first speaker first."""
    chain = assertion["attribution"]["chain"] if assertion["attribution"] else []
    return [" ".join([s["quote"] for s in h["source"]["spans"]] + [h["source"]["name"] or ""]) for h in chain]


@pytest.mark.parametrize("row", SCRIPT["label"], ids=lambda r: f"{r['article'][:2]}-{r['label']}")
def test_label_and_chain(story, row):
    """The words carry the label and the chain they were written with."""
    found = named(story[0][row["article"]], row["words"])

    assert found["label"] == row["label"]
    if "chain" in row:
        hops = sources(found)
        assert len(row["chain"]) == len(hops), hops
        assert all(want in hop for want, hop in zip(row["chain"], hops, strict=True)), hops


@pytest.mark.parametrize("row", SCRIPT["boilerplate"], ids=lambda r: r["article"][:2])
def test_boilerplate(story, row):
    """Lines that are not part of the article are marked, and make no claims."""
    found = story[0][row["article"]]
    at = found["article"]["text"].index(row["words"])
    role = next(p["role"] for p in found["passages"] if p["start"] <= at < p["end"])

    assert role == "boilerplate"
    assert not [a for a in found["assertions"] if a["start"] <= at < a["end"]]


@pytest.mark.parametrize("row", SCRIPT["copy"], ids=lambda r: r["kind"])
def test_copy(story, row):
    """A copy is found with its direction and kind."""
    items, claims = story
    ends = (items[row["from"]]["article"]["id"], items[row["to"]]["article"]["id"])
    copies = [c for claim in claims for c in claim["copies"] if (c["from"], c["to"]) == ends]

    assert copies
    assert copies[0]["kind"] == row["kind"]
    assert copies[0]["declared"] == row["declared"]
    assert copies[0]["evidence"]


def test_no_copy_is_invented(story):
    """Only the scripted copies between different outlets are found."""
    items, claims = story
    outlet = {x["article"]["id"]: x["article"]["outlet"] for x in items.values()}
    scripted = {(items[r["from"]]["article"]["id"], items[r["to"]]["article"]["id"]) for r in SCRIPT["copy"]}
    found = {(c["from"], c["to"]) for claim in claims for c in claim["copies"]}

    assert {pair for pair in found - scripted if outlet[pair[0]] != outlet[pair[1]]} == set()


@pytest.mark.parametrize("row", SCRIPT["drift"], ids=lambda r: r["dimension"])
def test_drift(story, row):
    """The takeaway is shown as stronger than the body."""
    found = story[0][row["article"]]
    quotes = {a["id"]: a["quote"] for a in found["assertions"]}
    hits = [
        d
        for d in found["drifts"]
        if row["from"] in quotes[d["from"]]
        and row["to"] in quotes[d["to"]]
        and d["dimension"] == row["dimension"]
    ]

    assert hits
    assert hits[0]["direction"] == row["direction"]


@pytest.mark.parametrize("row", SCRIPT["same"], ids=lambda r: f"{r['a'][0][:2]}-{r['b'][0][:2]}")
def test_same_claim(story, row, request):
    """The same claim in two articles, or two languages, is one claim."""
    if "missing" in row:
        request.applymarker(pytest.mark.xfail(reason=row["missing"], strict=True))
    items, claims = story
    a, b = (claim_of(claims, named(items[article], words)) for article, words in (row["a"], row["b"]))

    assert a["id"] == b["id"]


@pytest.mark.parametrize("row", SCRIPT["entails"], ids=lambda r: f"{r['a'][0][:2]}-{r['b'][0][:2]}")
def test_fuller_claim_entails_the_barer(story, row):
    """One that says more is linked, not merged."""
    items, claims = story
    a, b = (claim_of(claims, named(items[article], words)) for article, words in (row["a"], row["b"]))

    assert {"claim": b["id"], "relation": "ENTAILS", "rows": [8]} in a["relations"]


@pytest.mark.parametrize("row", SCRIPT["apart"], ids=lambda r: r["why"])
def test_different_claims_stay_apart(story, row):
    """What differs is not merged."""
    items, claims = story
    a, b = (claim_of(claims, named(items[article], words)) for article, words in (row["a"], row["b"]))

    assert a["id"] != b["id"]


@pytest.mark.parametrize("row", SCRIPT["origins"], ids=lambda r: r["a"][0][:2])
def test_origins(story, row):
    """Origins are counted, not articles."""
    items, claims = story
    found = claim_of(claims, named(items[row["a"][0]], row["a"][1]))["origins"]

    assert (found["lo"], found["hi"]) == (row["lo"], row["hi"])


@pytest.mark.parametrize("row", SCRIPT["relation"], ids=lambda r: r["stance"])
def test_stance(story, row):
    """A denial contests."""
    assert named(story[0][row["a"][0]], row["a"][1])["stance"] == row["stance"]
