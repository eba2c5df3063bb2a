"""The HTTP API: the shapes of the command line, described by what it serves."""

import os
from xml.etree import ElementTree as ET

import jsonschema
import orjson
import pytest

from ouidire.presentation.schema import json_schema
from ouidire.web.api import BASE, OPERATIONS

from .conftest import TOKEN

CASES = int(os.environ.get("OUIDIRE_CASES", "10"))
LISTS = ["claims", "sources", "drifts"]


def _get(client, path, code=200, **asked):
    answer = client.get(BASE + path, params=asked)
    assert answer.status_code == code, (path, answer.text[:300])
    return answer


def _first(client, kind):
    return _get(client, f"/{kind}", limit=1).json()[0]["id"]


@pytest.mark.parametrize("name", LISTS)
def test_lists_have_the_shapes_of_the_command_line(client, name):
    """Each list is what ``ouidire NAME -f json`` prints."""
    answer = _get(client, f"/{name}", limit=1000)

    jsonschema.validate(answer.json(), json_schema(name))
    assert len(answer.json()) == int(answer.headers["x-total-count"]) > 0


def test_single_things_have_their_shapes(client):
    """One claim, its reasons, one article, a dossier, each line of the export."""
    claim, article = _first(client, "claims"), _first(client, "articles")

    jsonschema.validate(_get(client, f"/claims/{claim}").json(), json_schema("claim"))
    jsonschema.validate(_get(client, f"/claims/{claim}/why").json(), json_schema("why"))
    jsonschema.validate(_get(client, f"/articles/{article}").json(), json_schema("extraction"))
    jsonschema.validate(_get(client, "/dossier.json", q="barrage").json(), json_schema("dossier"))
    check = jsonschema.Draft202012Validator(json_schema("export"))
    for line in _get(client, "/export.jsonl").content.splitlines()[::20]:
        check.validate(orjson.loads(line))


def test_answers_equal_the_ledgers_own(client, story_ledger):
    """The API works nothing out: claims and reasons are the ledger's."""
    from ouidire.presentation import records

    claims = story_ledger.claims()
    assert [c["id"] for c in _get(client, "/claims", limit=1000).json()] == [c.id for c in claims]
    for claim in claims[:10]:
        assert _get(client, f"/claims/{claim.id}/why").json() == records.evidence(story_ledger.why(claim.id))
        one = claim.assertions[0].id
        assert _get(client, f"/claims/{one}/why").json() == records.evidence(story_ledger.why(one))


def test_every_filter_narrows(client):
    """Filters are those of ``ouidire claims``."""
    every = {c["id"] for c in _get(client, "/claims", limit=1000).json()}
    for asked in (
        {"q": "barrage"},
        {"status": "disputed"},
        {"label": "DENIED"},
        {"actor": "Hydrorle"},
        {"place": "Hestrel"},
        {"since": "2026-04-01"},
        {"until": "2026-03-12"},
        {"language": "en"},
        {"changed_since": "2026-04-01"},
    ):
        found = {c["id"] for c in _get(client, "/claims", limit=1000, **asked).json()}
        assert found < every, asked
        assert found, asked


def test_pages_join_to_the_whole(client):
    """Following ``Link`` gives every claim once, in order."""
    whole = [c["id"] for c in _get(client, "/claims", limit=1000).json()]
    found, address = [], f"{BASE}/claims?limit=40"
    while address:
        answer = client.get(address)
        found += [c["id"] for c in answer.json()]
        address = answer.headers.get("link", "").partition(">")[0].lstrip("<")
    assert found == whole


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ("/claims", "status", "sure"),
        ("/claims", "label", "denied"),
        ("/claims", "since", "12 March"),
        ("/claims", "until", "2026-02-31"),
        ("/claims", "limit", ""),
        ("/claims", "label", ["DENIED", "DENIED"]),
        ("/claims", "limit", "0"),
        ("/claims", "limit", "1001"),
        ("/claims", "limit", "²"),
        ("/claims", "language", "français"),
        ("/claims", "q", "x" * 201),
    ],
)
def test_bad_questions_are_named(client, path, name, value):
    """A problem of type 400 that names the parameter and repeats none of its words."""
    answer = _get(client, path, 400, **{name: value})

    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["parameter"] == name
    assert answer.json()["status"] == 400
    assert str(value) not in answer.json()["detail"].split()


@pytest.mark.parametrize("cursor", ["!", "Yzpub3RoaW5n", "AA", "_w"])
def test_cursors_that_no_longer_fit_are_a_conflict(client, cursor):
    """The list may have changed since; whoever pages begins again."""
    for path in ("/claims", "/articles", "/sources", "/drifts"):
        assert _get(client, path, 409, cursor=cursor).json()["parameter"] == "cursor"


@pytest.mark.parametrize("path", ["/claims/c:0000000", "/claims/x/why", "/articles/y", "/nothing"])
def test_unknown_things_are_problems(client, path):
    """404 as ``application/problem+json``."""
    answer = _get(client, path, 404)

    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["title"] == "Not Found"


def test_dossiers_come_as_files(client):
    """HTML is handed over to be kept, never run under this origin."""
    answer = _get(client, "/dossier.html", q="barrage")

    assert answer.headers["content-disposition"].startswith("attachment")
    assert "text/html" in answer.headers["content-type"]
    assert _get(client, "/dossier.md").text.startswith("# ")


def test_feed_follows_a_search(client):
    """Entries are status changes of the search, newest first, each leading to its claim."""
    root = ET.fromstring(_get(client, "/feed.atom", label="DENIED").content)
    name = "{http://www.w3.org/2005/Atom}"
    entries = root.findall(f"{name}entry")
    days = [entry.findtext(f"{name}updated") for entry in entries]
    wanted = {
        f"http://127.0.0.1:8017/claims/{c['id']}" for c in _get(client, "/claims", label="DENIED").json()
    }

    assert days == sorted(days, reverse=True)
    assert {entry.find(f"{name}link").attrib["href"] for entry in entries} <= wanted
    ids = [entry.findtext(f"{name}id") for entry in entries]
    assert len(ids) == len(set(ids)) > 0


def test_description_covers_every_operation(client):
    """The OpenAPI document names each path, its parameters and a schema for its answer."""
    document = _get(client, "/openapi.json").json()

    assert document["openapi"].startswith("3.1")
    for operation in OPERATIONS:
        told = document["paths"][BASE + operation.path]["get"]
        query = [p["name"] for p in told["parameters"] if p["in"] == "query"]
        assert query == [p.name for p in operation.parameters]
        assert operation.media in told["responses"]["200"]["content"]
    for schema in document["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("writes", [False, True])
def test_schemathesis_finds_no_fault(client, fresh, writes):
    """Generated requests are answered as described; ten for each operation here, without and with writing."""
    schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
    from hypothesis import HealthCheck, given, settings
    from schemathesis.specs.openapi import checks

    app = fresh.app if writes else client.app
    own = {"host": "127.0.0.1"} | ({"authorization": f"Bearer {TOKEN}"} if writes else {})
    schema = schemathesis.openapi.from_asgi(f"{BASE}/openapi.json", app, headers=own)
    for result in schema.get_all_operations():
        operation = result.ok()

        @settings(max_examples=CASES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def check(case):
            # It would try without the token, which stays in `own`; test_writing_programs tries that.
            case.call_and_validate(headers=own, excluded_checks=[checks.ignored_auth])

        check()


def test_references_come_as_files(client):
    """CSL-JSON and BibTeX of the articles of a search, each article once."""
    found = _get(client, "/citations.json", q="drone")
    ids = [one["id"] for one in found.json()]
    assert len(ids) == len(set(ids)) > 0
    assert found.headers["content-disposition"].startswith("attachment")
    assert _get(client, "/citations.bib", q="drone").text.count("@article{") == len(ids)
