"""JSON Schema of every shape, made from the model, so that the two cannot differ.

The codec's conventions are followed: a field called ``span`` is ``start``, ``end`` and ``quote``
beside its siblings, other spans are objects, a trailing underscore is dropped.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from ouidire import model
from ouidire.presentation import answers_schema, records, world_schema
from ouidire.presentation.citations import Citation

__all__ = ["NAMES", "json_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NATURAL = {"type": "integer", "minimum": 0}
_PAIR = {"type": "array", "prefixItems": [_NATURAL, _NATURAL], "items": False, "minItems": 2}
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    datetime: {"type": "string", "format": "date-time"},
}


def json_schema(name: str) -> dict[str, Any]:
    """Return the schema called `name` (JSON Schema 2020-12).

    Objects may have more keys than it names: shapes grow, they never change.

    Raises:
        KeyError: There is none; `NAMES` lists them.

    """
    maker = _Maker()
    body = NAMES[name](maker)
    title = (NAMES[name].__doc__ or "").strip().rstrip(".")
    return {"$schema": _DIALECT, "title": title, **body, "$defs": dict(sorted(maker.definitions.items()))}


class _Maker:
    """Turns types of the model into schemas and collects their definitions."""

    def __init__(self) -> None:
        self.definitions: dict[str, Any] = {}

    def of(self, type_: Any, *, quoted: bool) -> dict[str, Any]:
        """Return the schema of a value of `type_`; `quoted` where spans carry their words."""
        origin = get_origin(type_)
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(arm, quoted=quoted) for arm in get_args(type_)]}
        if type_ is types.NoneType:
            return {"type": "null"}
        if origin is tuple:
            return {"type": "array", "items": self.of(get_args(type_)[0], quoted=quoted)}
        if type_ is model.Span:
            return _span(quoted=quoted)
        if isinstance(type_, type) and issubclass(type_, StrEnum):
            return {"enum": [member.value for member in type_]}
        if dataclasses.is_dataclass(type_):
            return self._reference(type_, quoted=quoted)
        return dict(_PLAIN[type_])

    def _reference(self, type_: Any, *, quoted: bool) -> dict[str, Any]:
        name = type_.__name__ if quoted else f"{type_.__name__}Unquoted"
        if name not in self.definitions:
            self.definitions[name] = {}  # stops a type that holds itself
            self.definitions[name] = self.fields(type_, quoted=quoted)
        return {"$ref": f"#/$defs/{name}"}

    def fields(self, type_: Any, *, quoted: bool) -> dict[str, Any]:
        """Return the schema of a dataclass as an object, all keys required."""
        hints = get_type_hints(type_)
        properties: dict[str, Any] = {}
        for field in dataclasses.fields(type_):
            if field.name == "span" and hints["span"] is model.Span:
                properties |= _span(quoted=quoted)["properties"]
            elif type_ is model.AttributionRecord and hints[field.name] == tuple[model.Span, ...]:
                properties[field.name] = {"type": "array", "items": _PAIR}
            elif hints[field.name] is not bytes:
                properties[field.name.rstrip("_")] = self.of(hints[field.name], quoted=quoted)
        return _object(properties)


def _object(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}


def _span(*, quoted: bool) -> dict[str, Any]:
    properties: dict[str, Any] = {"start": _NATURAL, "end": _NATURAL}
    if quoted:
        properties["quote"] = {"type": "string", "minLength": 1}
    return _object(properties)


def _extraction(maker: _Maker) -> dict[str, Any]:
    """One line of ``ouidire extract``."""
    body = maker.fields(model.Extraction, quoted=True)
    body["properties"] = {"schema": {"const": records.EXTRACTION}, **body["properties"]}
    body["required"] = ["schema", *body["required"]]
    body["properties"]["passages"] = maker.of(tuple[model.Passage, ...], quoted=False)
    maker.definitions["Assertion"]["properties"]["sentence"] = _span(quoted=False)
    maker.definitions["Article"]["properties"]["title"] = {"type": ["string", "null"]}
    return body


def _article(maker: _Maker) -> dict[str, Any]:
    """One article, as it stands in an extraction."""
    body = maker.fields(model.Article, quoted=True)
    body["properties"]["title"] = {"type": ["string", "null"]}
    return body


def _claim(maker: _Maker) -> dict[str, Any]:
    """One element of ``ouidire claims -f json``."""
    body = maker.fields(model.Claim, quoted=False)
    body["properties"]["drifts"] = {"type": "array", "items": _drift(maker)}
    return body


def _claims(maker: _Maker) -> dict[str, Any]:
    """The whole of ``ouidire claims -f json``."""
    return {"type": "array", "items": _claim(maker)}


def _drift(maker: _Maker) -> dict[str, Any]:
    """One drift; its words are there where the article is at hand."""
    body = maker.fields(model.Drift, quoted=True)
    return body | {"required": [name for name in body["required"] if name != "words"]}


def _drifts(maker: _Maker) -> dict[str, Any]:
    """The whole of ``ouidire drift -f json``."""
    return {"type": "array", "items": _drift(maker)}


def _versions(maker: _Maker) -> dict[str, Any]:
    """The whole of ``ouidire versions -f json``."""
    body = maker.fields(model.Comparison, quoted=False)
    revision = maker.fields(model.Revision, quoted=False)
    revision["properties"] |= {"drifts": _drifts(maker)}
    body["properties"]["revisions"] = {"type": "array", "items": revision}
    return {"type": "array", "items": body}


def _why(maker: _Maker) -> dict[str, Any]:
    """The whole of ``ouidire why -f json``."""
    return {"type": "array", "items": maker.of(model.Evidence, quoted=False)}


def _issue(maker: _Maker) -> dict[str, Any]:
    """What was wrong with an input or a ledger."""
    return maker.fields(model.Issue, quoted=False)


def _relate(maker: _Maker) -> dict[str, Any]:
    """One pair judged by ``ouidire relate``."""
    relation = maker.of(model.Relation, quoted=False)
    rows = {"type": "array", "items": {"type": "integer"}}
    text = {"type": "string"}
    return _object({"id": text, "relation": relation, "rows": rows, "why": text}, optional=("id",))


def _dossier(maker: _Maker) -> dict[str, Any]:
    """A dossier written as .json."""
    text = {"type": "string"}
    return _object(
        {
            "schema": {"const": records.DOSSIER},
            "title": text,
            "as_of": text,
            "world": text,
            "claims": _claims(maker),
            "links": maker.of(tuple[model.Link, ...], quoted=False),
            "articles": {"type": "array", "items": _extraction(maker)},
            "issues": maker.of(tuple[model.Issue, ...], quoted=False),
        }
    )


def _input(_maker: _Maker) -> dict[str, Any]:
    """One line of JSONL input; unknown keys are kept as metadata."""
    texts = ("id", "url", "outlet", "owner", "author", "language", "title", "published_at", "text", "html")
    properties: dict[str, Any] = {name: {"type": ["string", "null"]} for name in texts}
    body = _object(properties, optional=texts)
    return body | {"anyOf": [{"required": ["text"]}, {"required": ["html"]}]}


def _pair(_maker: _Maker) -> dict[str, Any]:
    """One line of input to ``ouidire relate -``."""
    text = {"type": "string"}
    side = _object({"text": text, "language": text, "published_at": text}, ("language", "published_at"))
    return _object({"id": text, "a": side, "b": side}, optional=("id",))


def _export(maker: _Maker) -> dict[str, Any]:
    """One line of ``ouidire export --to jsonl``; `record` says which of the three it is."""
    text = {"type": "string"}
    claim, link = _claim(maker), maker.fields(model.Link, quoted=False)
    assertion = maker.fields(model.Assertion, quoted=True)
    assertion["properties"] |= {"article": text, "ref": text}
    arms = {"claim": claim, "assertion": assertion, "link": link}
    for name, arm in arms.items():
        arm["properties"] = {"record": {"const": name}, **arm["properties"]}
        arm["required"] = ["record", *arm["required"]]
    return {"oneOf": list(arms.values())}


def _sources(maker: _Maker) -> dict[str, Any]:
    """The whole of ``ouidire sources -f json``."""
    return {"type": "array", "items": maker.fields(Citation, quoted=False)}


def _decisions(maker: _Maker) -> dict[str, Any]:
    """The whole of ``ouidire judge -f json``."""
    arms = [maker.fields(noun, quoted=False) for noun in (model.Judgement, model.Ruling, model.Grade)]
    return {"type": "array", "items": {"anyOf": arms}}


def _recorded(maker: _Maker) -> dict[str, Any]:
    """One decision of the HTTP API, with its id."""
    return answers_schema.recorded(maker.of)


def _comparison(_maker: _Maker) -> dict[str, Any]:
    """Two articles side by side, as the HTTP API tells it."""
    return answers_schema.comparison()


def _moment(_maker: _Maker) -> dict[str, Any]:
    """A claim in time, as the HTTP API tells it."""
    return answers_schema.moment()


def _facets(_maker: _Maker) -> dict[str, Any]:
    """The counts of a search, as the HTTP API tells them."""
    return answers_schema.facets()


def _work(maker: _Maker) -> dict[str, Any]:
    """What came of something that the HTTP API was asked to write."""
    return answers_schema.work(maker.of)


def _review(_maker: _Maker) -> dict[str, Any]:
    """The whole of ``ouidire review -f json``."""
    text = {"type": "string"}
    texts = {"type": "array", "items": text}
    kind = {"enum": ["judgement", "link", "reference", "outlet"]}
    fields = {"kind": kind, "asks": text, "words": texts, "rests_on": texts, "weight": _NATURAL, "step": text}
    return {"type": "array", "items": _object(fields)}


def _tombstone(maker: _Maker) -> dict[str, Any]:
    """What ``ouidire erase -f json`` prints of an article."""
    return maker.fields(model.Tombstone, quoted=False)


def _world(_maker: _Maker) -> dict[str, Any]:
    """A world file, TOML or JSON: what a newsroom knows beforehand."""
    return world_schema.world()


NAMES: dict[str, Callable[[_Maker], dict[str, Any]]] = {
    "extraction": _extraction,
    "article": _article,
    "claim": _claim,
    "claims": _claims,
    "drift": _drift,
    "drifts": _drifts,
    "versions": _versions,
    "why": _why,
    "dossier": _dossier,
    "relate": _relate,
    "issue": _issue,
    "input": _input,
    "pair": _pair,
    "sources": _sources,
    "decisions": _decisions,
    "recorded": _recorded,
    "work": _work,
    "comparison": _comparison,
    "moment": _moment,
    "facets": _facets,
    "review": _review,
    "tombstone": _tombstone,
    "export": _export,
    "world": _world,
}
"""Every schema by name."""
