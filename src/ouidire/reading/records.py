"""JSON lines: each line its own document; a bad line is an issue, the rest is read."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import orjson

from ouidire.model import Capture, Issue
from ouidire.reading.charset import decode_bytes
from ouidire.reading.identity import Draft, capture, failure, finish
from ouidire.reading.limits import JSON_DEPTH, JSON_LINE_BYTES
from ouidire.reading.moment import parse_moment
from ouidire.reading.page import html_draft
from ouidire.reading.plain import undated
from ouidire.reading.result import ReadResult, ReadSettings, error, warning

__all__ = ["read_lines"]

_STRINGS = ("url", "outlet", "owner", "author", "language", "title", "published_at")
_MEDIA_TYPE = "application/json"


def read_lines(stream: io.BufferedIOBase, name: str, settings: ReadSettings) -> Iterator[ReadResult]:
    """Read one document per line; blank lines are skipped.

    Args:
        name: The file; a line's place is ``name#NUMBER``, counted from 1.

    Raises:
        ReadError: The stream below refuses to go on (a decompression bomb).

    """
    number = 0
    while line := stream.readline(JSON_LINE_BYTES + 1):
        number += 1
        place = f"{name}#{number}"
        if len(line) > JSON_LINE_BYTES and not line.endswith(b"\n"):
            _skip_line(stream)
            message = f"line {number} is over {JSON_LINE_BYTES} bytes; split the record"
            yield failure(place, error("limit:line", message, place), refused=True)
            continue
        line = line.rstrip(b"\r\n")
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield _read_line(capture(line, place, _MEDIA_TYPE), number, settings)


def _skip_line(stream: io.BufferedIOBase) -> None:
    while (rest := stream.readline(JSON_LINE_BYTES)) and not rest.endswith(b"\n"):
        pass


def _read_line(had: Capture, number: int, settings: ReadSettings) -> ReadResult:
    try:
        record, issues = _parse(had, number)
    except (ValueError, RecursionError) as exc:
        message = f"line {number} is not JSON: {str(exc)[:200]}; put one object on each line"
        return failure(had.place, error("json:line", message, had.place), had=had)
    fault = _fault(record)
    if fault:
        message = f"line {number}: {fault}"
        return failure(had.place, error("json:record", message, had.place), had=had)
    draft = _draft(record, had, settings, issues)
    if isinstance(draft, Draft):
        return finish(draft, had, settings)
    return draft


def _parse(had: Capture, number: int) -> tuple[Any, list[Issue]]:
    """Parse strictly, and where that fails leniently, saying what was wrong.

    Raises:
        ValueError: It is no JSON at all.
        RecursionError: It is nested too deep for the parser.

    """
    try:
        return orjson.loads(had.body), []
    except orjson.JSONDecodeError as strict:
        if not had.body.lstrip().startswith(b"{"):
            raise
        decoded = decode_bytes(had.body)
        if decoded.replaced == 0 and decoded.charset == "utf-8" and b"\\u" not in had.body:
            raise
        try:
            record = json.loads(decoded.text)  # takes lone surrogates, which are replaced later
        except ValueError:
            raise strict from None
        if decoded.charset == "utf-8" and not decoded.replaced:
            return record, []
        message = f"line {number} is not valid UTF-8; read as {decoded.charset}"
        return record, [warning("charset:damaged", message, had.place)]


def _fault(record: Any) -> str:
    """Say what keeps a parsed line from being a record; empty where nothing does."""
    if not isinstance(record, dict):
        return "not an object; put one object on each line"
    if _deeper_than(record, JSON_DEPTH):
        return f"nested deeper than {JSON_DEPTH}"
    if not isinstance(record.get("text"), str) and not isinstance(record.get("html"), str):
        return 'neither "text" nor "html" is a string; give one of them'
    return ""


def _deeper_than(value: Any, limit: int) -> bool:
    level = [value]
    for _ in range(limit + 1):
        below: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                below.extend(item.values())
            elif isinstance(item, list):
                below.extend(item)
        if not below:
            return False
        level = below
    return True


def _draft(
    record: dict[str, Any], had: Capture, settings: ReadSettings, issues: list[Issue]
) -> Draft | ReadResult:
    fields: dict[str, str | None] = {}
    for key in _STRINGS:
        value = record.get(key)
        if value is not None and not isinstance(value, str):
            issues.append(warning("json:field", f'"{key}" is not a string; left out', had.place))
            value = None
        fields[key] = value or None
    words = fields.pop("published_at")
    moment = parse_moment(words) if words else None
    if words and moment is None:
        issues.append(undated(words, had.place))
    given = record.get("id")
    ref = (
        str(given)
        if isinstance(given, str | int) and given != ""
        else fields["url"] or settings.url or had.place
    )
    draft = Draft(
        body=record["text"] if isinstance(record.get("text"), str) else "",
        title=fields["title"] or "",
        ref=ref,
        url=fields["url"],
        outlet=fields["outlet"],
        owner=fields["owner"],
        author=fields["author"],
        given_language=fields["language"],
        published_at=moment,
        issues=tuple(issues),
    )
    if isinstance(record.get("text"), str):
        return draft
    return html_draft(record["html"].encode("utf-8", "surrogatepass"), had, settings, known=draft)
