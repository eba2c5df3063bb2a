"""What programs may write: with a token, checked, described, and told what came of it."""

import jsonschema
import pytest

from ouidire.presentation.schema import json_schema

from .conftest import TOKEN, writing_client
from .test_writing import OWN, PROGRAM, _done, _question


@pytest.mark.parametrize(
    "shown", [{}, {"authorization": "Bearer wrong"}, {"authorization": f"Basic {TOKEN}"}]
)
def test_programs_show_their_token(writable_once, shown):
    """401 without it, whatever the origin; 403 where the server has none."""
    client, ledger = writable_once
    body = {"a": "a:1", "b": "a:2", "relation": "SAME"}
    answer = client.post("/api/v1/judgements", json=body, headers=OWN | shown)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"
    bare = writing_client(ledger, token="")
    assert bare.post("/api/v1/judgements", json=body, headers=PROGRAM).status_code == 403


def test_programs_judge_grade_and_withdraw(writable):
    """Each answers 202 with the decision and where to ask what came of it, as described."""
    client, _ = writable
    fields, _ = _question(client)
    body = {"a": fields["a"], "b": fields["b"], "relation": "SAME"}
    answer = client.post("/api/v1/judgements", json=body, headers=PROGRAM)
    assert answer.status_code == 202
    jsonschema.validate(answer.json(), json_schema("work"))
    found = _done(client, answer.headers["location"].rpartition("/")[2])
    jsonschema.validate(found, json_schema("work"))
    assert any(change["kind"] == "joined" for change in found["changes"])

    id_ = found["recorded"]["id"]
    (known,) = client.get("/api/v1/decisions").json()
    jsonschema.validate(known, json_schema("recorded"))
    assert (known["id"], known["holds"]) == (id_, True)
    answer = client.post("/api/v1/withdrawals", json={"decision": id_}, headers=PROGRAM)
    _done(client, answer.json()["id"])
    assert not any(
        one["holds"] for one in client.get("/api/v1/decisions").json() if one["noun"] == "Judgement"
    )
    name = client.get("/api/v1/sources").json()[0]["name"]
    answer = client.post("/api/v1/grades", json={"source": name, "letter": "C"}, headers=PROGRAM)
    assert answer.status_code in {202, 409}, answer.text


@pytest.mark.parametrize(
    ("body", "at"),
    [
        (b"{", None),
        (b"[]", None),
        (b'{"a": 1}', "a"),
        (b'{"who": "x"}', None),
        (b'{"a": "\\ud800"}', None),
        (b"\xff", None),
    ],
)
def test_bodies_of_programs_are_checked(writable_once, body, at):
    """Half a JSON, no object, no string, an unknown key."""
    client, _ = writable_once
    answer = client.post("/api/v1/judgements", content=body, headers=PROGRAM)
    assert answer.status_code == 400
    assert answer.json().get("parameter") == at


def test_description_covers_what_is_written(writable_once):
    """Every deed has its body, its answers and the token that it asks for; a server that reads describes none."""
    from ouidire.web.api_deeds import DEEDS

    client, _ = writable_once
    document = client.get("/api/v1/openapi.json").json()
    for deed in DEEDS:
        told = document["paths"][f"/api/v1{deed.path}"]["post"]
        body = told["requestBody"]["content"]["application/json"]["schema"]
        assert list(body["properties"]) == [field.name for field in deed.fields]
        assert told["security"] == [{"token": []}]
        assert {"202", "400", "401", "403", "409", "413"} <= told["responses"].keys()


def test_description_of_a_server_that_reads_writes_nothing(client):
    """No POST in it."""
    document = client.get("/api/v1/openapi.json").json()
    assert all(set(path) == {"get"} for path in document["paths"].values())
