"""The OpenAPI 3.1 document, made from the route table and the schemas of ``ouidire schema``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ouidire
from ouidire.presentation.schema import json_schema
from ouidire.web.operations import Operation
from ouidire.web.parameters import Parameter
from ouidire.web.problems import PROBLEM
from ouidire.web.writing import Deed

__all__ = ["document"]

_PROBLEM = {
    "type": "object",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "parameter": {"type": "string"},
    },
    "required": ["type", "title", "status", "detail"],
}


def document(operations: Sequence[Operation], base: str, deeds: Sequence[Deed] = ()) -> dict[str, Any]:
    """Return the description of `operations` and `deeds`, which stand under `base`."""
    schemas: dict[str, Any] = {"problem": _PROBLEM}
    paths = {base + operation.path: {"get": _described(operation, schemas)} for operation in operations}
    for deed in deeds:
        paths.setdefault(base + deed.path, {})["post"] = _written(deed, schemas)
    components: dict[str, Any] = {"schemas": schemas}
    if deeds:
        components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Ouï-dire",
            "version": ouidire.__version__,
            "summary": "Who said it, through whom, how surely.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": components,
    }


def _described(operation: Operation, schemas: dict[str, Any]) -> dict[str, Any]:
    parameters = [_parameter(parameter) for parameter in operation.parameters]
    if "{id}" in operation.path:
        says = "An id, or a beginning of one that no other has."
        schema = {"type": "string", "minLength": 1}
        parameters.insert(
            0, {"name": "id", "in": "path", "required": True, "description": says, "schema": schema}
        )
    answers = {
        "200": _answer(operation, schemas),
        "304": {"description": "As you have it: see If-None-Match."},
    }
    answers["404"] = _fault("Nothing has this id.")
    answers["414"] = _fault("The address is too long.")
    answers["421"] = _fault("This server does not answer for that host.")
    if operation.paged:
        answers["409"] = _fault("The cursor names no place in this list (any more).")
    if operation.parameters:
        answers["400"] = _fault("A parameter does not fit; `parameter` names it.")
    return {
        "operationId": operation.name,
        "summary": operation.says,
        "parameters": parameters,
        "responses": dict(sorted(answers.items())),
    }


def _written(deed: Deed, schemas: dict[str, Any]) -> dict[str, Any]:
    body = {
        "type": "object",
        "properties": {field.name: dict(field.schema) | {"description": field.says} for field in deed.fields},
        "required": list(deed.required),
        "additionalProperties": False,
    }
    answer = {"description": "Taken; `Location` is where to ask what came of it."}
    content = {"application/json": {"schema": _schema(deed.answers, schemas)}}
    faults = {
        "400": "The body does not fit; `parameter` names the key.",
        "401": "No token, or another one.",
        "403": "This server lets no program write.",
        "409": "The ledger has no such thing, or several.",
        "411": "The body does not say how long it is.",
        "413": "The body is too long.",
        "414": "The address is too long.",
        "421": "This server does not answer for that host.",
    }
    location = {"Location": {"schema": {"type": "string"}}}
    return {
        "operationId": deed.name,
        "summary": deed.says,
        "security": [{"token": []}],
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        "responses": {
            "202": answer | {"content": content, "headers": location},
            **{status: _fault(says) for status, says in faults.items()},
        },
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": "query",
        "description": parameter.says,
        "schema": dict(parameter.schema),
    }


def _answer(operation: Operation, schemas: dict[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = {"description": operation.says}
    said["content"] = {operation.media: {"schema": _schema(operation.answers, schemas)}}
    said["headers"] = {"ETag": {"schema": {"type": "string"}}}
    if operation.paged:
        text, number = {"schema": {"type": "string"}}, {"schema": {"type": "integer"}}
        said["headers"] |= {"Link": text | {"description": "The next part."}, "X-Total-Count": number}
    return said


def _schema(name: str, schemas: dict[str, Any]) -> dict[str, Any]:
    if not name:
        return {"type": "string"}
    if name.endswith("[]"):
        return {"type": "array", "items": _schema(name.removesuffix("[]"), schemas)}
    if name not in schemas:
        body = json_schema(name)
        del body["$schema"]
        for inner, schema in body.pop("$defs").items():
            schemas[f"{name}.{inner}"] = _moved(schema, name)
        schemas[name] = _moved(body, name)
    return {"$ref": f"#/components/schemas/{name}"}


def _moved(schema: Any, name: str) -> Any:
    """Point references at where the definitions stand here."""
    if isinstance(schema, dict):
        return {
            key: value.replace("#/$defs/", f"#/components/schemas/{name}.")
            if key == "$ref"
            else _moved(value, name)
            for key, value in schema.items()
        }
    return [_moved(item, name) for item in schema] if isinstance(schema, list) else schema


def _fault(says: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/problem"}
    return {"description": says, "content": {PROBLEM: {"schema": schema}}}
