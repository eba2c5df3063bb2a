"""The published schemas say what the records are, no more and no less."""

import copy
import tomllib

import jsonschema
import pytest

from ouidire.gazetteer.world_file import PARTS
from ouidire.model import Drift, Issue, IssueLevel, Link, Relation
from ouidire.presentation import reasons, records
from ouidire.presentation.schema import NAMES, json_schema
from tests.conftest import EXAMPLES
from tests.presentation import builders


def closed(name):
    """The schema, made strict: a key it does not name is a fault of ours."""
    schema = copy.deepcopy(json_schema(name))
    queue = [schema]
    while queue:
        node = queue.pop()
        if isinstance(node, dict):
            if "properties" in node and node.get("type") == "object":
                node["additionalProperties"] = False
            queue.extend(node.values())
        elif isinstance(node, list):
            queue.extend(node)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture(scope="module")
def dossier():
    return builders.dossier()


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_valid_and_says_what_it_is(name):
    """Schemas are schemas, and every reference in them resolves."""
    schema = json_schema(name)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"]


def test_extraction(dossier):
    """A line of extract fits."""
    for item in dossier.extractions:
        closed("extraction").validate(records.extraction(item))


def test_claims_and_drifts(dossier):
    """Claims fit, with and without the articles at hand."""
    texts = {one.id: item.article.text for item in dossier.extractions for one in item.assertions}
    for known in (None, texts):
        closed("claims").validate([records.claim(claim, known) for claim in dossier.claims])
    drift: Drift = dossier.extractions[0].drifts[0]
    closed("drift").validate(records.drift(drift, dossier.extractions[0].article.text))


def test_dossier_why_relate_issue(dossier):
    """The other outputs fit."""
    closed("dossier").validate(records.dossier(dossier))
    closed("why").validate(
        records.evidence(reasons.of_claim(dossier.claims[0], dossier.extractions, dossier.links))
    )
    link = Link(left="a:1", right="a:2", relation=Relation.SAME, rows=(9,), why="all equal")
    closed("relate").validate(records.related(link))
    closed("relate").validate(records.related(link, "7"))
    closed("issue").validate(records.issue(Issue(level=IssueLevel.INFO, code="x", message="y")))


def test_a_drift_without_its_text_has_the_four_keys_of_the_contract(dossier):
    """Spans without their words are left out."""
    assert list(records.drift(dossier.extractions[0].drifts[0])) == ["from", "to", "dimension", "direction"]


def test_the_extraction_line_follows_the_contract(dossier):
    """The keys of the interface contract are there, in its order, with its conventions."""
    record = records.extraction(dossier.extractions[0])

    assert list(record) == [
        "schema", "article", "passages", "assertions", "attributions", "back_references", "drifts", "credits", "times",
        "places", "issues",
    ]  # fmt: skip
    assert record["schema"] == "ouidire.extraction/1"
    assert set(record["passages"][0]) == {"role", "start", "end"}
    assert set(record["assertions"][0]["sentence"]) == {"start", "end"}
    for assertion in record["assertions"]:
        text = record["article"]["text"]
        assert text[assertion["start"] : assertion["end"]] == assertion["quote"]


def test_no_title_is_null(dossier):
    """An article without a title says so."""
    item = dossier.extractions[0]
    fields = {name: getattr(item.article, name) for name in item.article.__slots__}
    bare = type(item)(article=type(item.article)(**fields | {"title": ""}), passages=(), assertions=())

    assert records.extraction(bare)["article"]["title"] is None


def test_input_and_pair():
    """Inputs may leave out what the contract makes optional."""
    closed("input").validate({"text": "Le pont est fermé.", "title": None})
    closed("pair").validate({"a": {"text": "x", "language": "fr"}, "b": {"text": "y"}})
    assert not closed("input").is_valid({"title": "x"})


def test_world():
    """The sample world fits, no part is missing, and nonsense is refused."""
    schema = closed("world")
    schema.validate(tomllib.loads((EXAMPLES / "world.toml").read_text(encoding="utf-8")))
    schema.validate(
        {
            "names": {"SKCG": ["Skarra Coastguard", "Fergus Dallow"]},
            "opposed": [["BRESMOR", "SKARRA"], {"sides": ["A", "B"], "since": "2026-01-01"}],
            "same_principal": {"SKMIN": "SKGOV", "X": {"value": "Y", "until": "2026-01-01"}},
            "wires": ["Agence Méridienne"],
        }
    )

    assert list(json_schema("world")["properties"]) == list(PARTS)
    for wrong in ({"wires": "Boréale"}, {"opposed": [["A"]]}, {"names": {"A": ""}}, {"nothing": 1}):
        assert not schema.is_valid(wrong)
