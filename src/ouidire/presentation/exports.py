"""A ledger's claims, assertions and links as JSON lines or CSV; equal ledgers give equal bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import orjson

from ouidire.codec import encode
from ouidire.model import Assertion, Claim, Dossier, Extraction, HopRole
from ouidire.presentation import records

__all__ = ["COLUMNS", "FORMATS", "as_csv", "as_jsonl", "each_jsonl"]

COLUMNS = (
    "claim", "claim_label", "support", "contest", "origins_lo", "origins_hi",
    "assertion", "label", "act", "stance", "echo_of", "quote", "start", "end",
    "origin", "relays", "family", "type", "polarity",
    "article", "ref", "url", "outlet", "language", "published_at",
)  # fmt: skip
"""Of the CSV, in this order: a row is an assertion as it stands under its claim."""

_FORMULA = tuple("=+-@|%\t\r＝＋－＠")


def as_jsonl(dossier: Dossier) -> bytes:
    """Return one object a line, with its `record` first: claims, then assertions, then links, by id."""
    return b"".join(each_jsonl(dossier))


def each_jsonl(dossier: Dossier) -> Iterator[bytes]:
    """Yield the lines of `as_jsonl` one by one."""
    texts = {one.id: item.article.text for item, one in _assertions(dossier)}
    for claim in sorted(dossier.claims, key=lambda claim: claim.id):
        yield _line("claim", records.claim(claim, texts))
    for item, one in _assertions(dossier):
        told = {"article": item.article.id, "ref": item.article.ref, **encode(one, item.article.text)}
        yield _line("assertion", told)
    for link in sorted(dossier.links, key=lambda link: (link.left, link.right)):
        yield _line("link", encode(link))


def _line(kind: str, told: Mapping[str, Any]) -> bytes:
    return orjson.dumps({"record": kind, **told}) + b"\n"


def as_csv(dossier: Dossier) -> bytes:
    """Return a table of `COLUMNS` with a header, in UTF-8.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    known = {one.id: (item, one) for item, one in _assertions(dossier)}
    rows = [
        {**_claim_cells(claim), "echo_of": occurrence.echo_of, **_cells(*known[occurrence.id])}
        for claim in dossier.claims
        for occurrence in claim.assertions
        if occurrence.id in known
    ]
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_harmless(row) for row in sorted(rows, key=lambda r: (r["claim"], r["assertion"])))
    return out.getvalue().encode()


FORMATS: dict[str, Callable[[Dossier], bytes]] = {"jsonl": as_jsonl, "csv": as_csv}
"""Every format by name."""


def _assertions(dossier: Dossier) -> Iterator[tuple[Extraction, Assertion]]:
    found = [(one.id, n, m) for n, x in enumerate(dossier.extractions) for m, one in enumerate(x.assertions)]
    for _, n, m in sorted(found):
        yield dossier.extractions[n], dossier.extractions[n].assertions[m]


def _claim_cells(claim: Claim) -> dict[str, Any]:
    return {
        "claim": claim.id,
        "claim_label": claim.label.value,
        "support": claim.status.support.value,
        "contest": claim.status.contest.value,
        "origins_lo": claim.origins.lo,
        "origins_hi": claim.origins.hi,
    }


def _article_cells(item: Extraction) -> dict[str, Any]:
    told = encode(item.article)
    wanted = ("ref", "url", "outlet", "language", "published_at")
    return {"article": item.article.id} | {key: told[key] for key in wanted}


def _cells(item: Extraction, one: Assertion) -> dict[str, Any]:
    text = item.article.text
    hops: dict[HopRole, list[str]] = {HopRole.ORIGIN: [], HopRole.RELAY: []}
    for relay in one.attribution.chain if one.attribution else ():
        words = relay.source.name or " … ".join(span.of(text) for span in relay.source.spans)
        hops[relay.role].append(words)
    return _article_cells(item) | {
        "assertion": one.id,
        "label": one.label.value if one.label else "",
        "act": one.act.value,
        "stance": one.stance.value,
        "quote": one.span.of(text),
        "start": one.span.start,
        "end": one.span.end,
        "origin": "; ".join(hops[HopRole.ORIGIN]),
        "relays": "; ".join(hops[HopRole.RELAY]),
        "family": one.proposition.family,
        "type": one.proposition.type,
        "polarity": one.proposition.polarity,
    }


def _harmless(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: f"'{value}"
        if isinstance(value, str) and len(value) > 1 and value.startswith(_FORMULA)
        else value
        for key, value in row.items()
    }
