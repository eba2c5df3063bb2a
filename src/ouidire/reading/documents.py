"""Opens a place and sends its bytes to the reader of their format; never raises for an input."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

from ouidire.errors import ReadError
from ouidire.model import Capture
from ouidire.reading.gunzip import MAGIC, Gunzip
from ouidire.reading.identity import Draft, capture, failure, finish
from ouidire.reading.limits import DECODED_BYTES, INPUT_BYTES
from ouidire.reading.page import html_draft
from ouidire.reading.plain import markdown_draft, text_draft
from ouidire.reading.records import read_lines
from ouidire.reading.result import Outcome, ReadResult, ReadSettings, error, info, warning
from ouidire.reading.sniff import sniff
from ouidire.reading.sources import SUFFIXES, Place, expand, suffix_of

__all__ = ["read", "read_bytes", "read_text"]

_REFUSALS = ("limit:", "type:", "fetch:", "path:")


def read(sources: Iterable[str], settings: ReadSettings) -> Iterator[ReadResult]:
    """Read documents from files, folders, globs and standard input (``"-"``).

    Folders are walked recursively, in sorted order. Nothing an input does stops the rest.

    Yields:
        One result per document met, refused and failed ones included, in a stable order.

    """
    for place in expand(sources):
        if place.refusal is not None:
            yield _fault(place.refusal, place.name)
        else:
            yield from _guarded(place.name, _read_place(place, settings))


def read_bytes(body: bytes, name: str, settings: ReadSettings) -> Iterator[ReadResult]:
    """Read the documents of a file that is at hand; what they become is that of the same file on disk.

    Args:
        name: What it is called; its ending tells the format where the bytes do not.

    """
    yield from _guarded(
        name,
        _read_stream(
            cast("BinaryIO", io.BytesIO(body)), Place(name, SUFFIXES.get(suffix_of(name), "")), settings
        ),
    )


def _guarded(name: str, results: Iterator[ReadResult]) -> Iterator[ReadResult]:
    """Pass results on; what breaks becomes the result for `name`."""
    try:
        yield from results
    except ReadError as exc:
        yield _fault(exc, name)
    except OSError as exc:
        problem = error("path:unreadable", f"cannot be read: {exc.strerror or exc}", name)
        yield failure(name, problem)
    except Exception as exc:  # noqa: BLE001 (the boundary: no input may stop a batch)
        problem = error("reader:crash", f"the reader failed: {type(exc).__name__}: {exc}", name)
        yield failure(name, problem)


def read_text(
    text: str, settings: ReadSettings, *, title: str | None = None, ref: str | None = None
) -> ReadResult:
    """Read a text that is at hand; its id is that of the same text in a file."""
    body = text.encode("utf-8", "surrogatepass")
    had = capture(body, ref or settings.url or "-", "text/plain")
    return finish(Draft(body=text, title=title or "", ref=had.place), had, settings)


def _fault(exc: ReadError, name: str) -> ReadResult:
    if exc.code == "type:skipped":  # met in a folder, not asked for
        return failure(name, info(exc.code, exc.message, name), refused=True)
    return failure(name, error(exc.code, exc.message, name), refused=exc.code.startswith(_REFUSALS))


def _read_place(place: Place, settings: ReadSettings) -> Iterator[ReadResult]:
    if place.name == "-":
        yield from _read_stream(cast("BinaryIO", sys.stdin.buffer), place, settings)
        return
    with open(place.name, "rb") as stream:
        yield from _read_stream(stream, place, settings)


def _read_stream(raw: BinaryIO, place: Place, settings: ReadSettings) -> Iterator[ReadResult]:
    stream = _buffered(raw)
    packed: Gunzip | None = None
    if stream.peek(2)[:2] == MAGIC:
        packed = Gunzip(cast("BinaryIO", stream), place.name)
        stream = io.BufferedReader(packed, 65_536)
        if stream.peek(2)[:2] == MAGIC:
            raise ReadError("gzip inside gzip; unpack it first", code="limit:layers", where=place.name)
    media_type = sniff(stream.peek(4096)[:4096], place)
    if media_type == "application/jsonl":
        yield from read_lines(stream, place.name, settings)
        if packed and packed.fault:
            yield failure(place.name, error("gzip:damaged", packed.fault, place.name))
        return
    limit = DECODED_BYTES if packed else INPUT_BYTES
    body = stream.read(limit + 1)
    if len(body) > limit:
        raise ReadError(f"larger than {limit} bytes; split it", code="limit:size", where=place.name)
    result = _read_document(capture(body, place.name, media_type), settings)
    yield _with_gzip_fault(result, packed.fault if packed else "")


def _buffered(raw: BinaryIO) -> io.BufferedReader:
    return raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", raw))


def _read_document(had: Capture, settings: ReadSettings) -> ReadResult:
    draft: Draft | ReadResult
    if had.media_type == "text/html":
        draft = html_draft(had.body, had, settings)
    elif had.media_type == "text/markdown":
        draft = markdown_draft(had, settings)
    else:
        draft = text_draft(had, settings)
    return finish(draft, had, settings) if isinstance(draft, Draft) else draft


def _with_gzip_fault(result: ReadResult, fault: str) -> ReadResult:
    if not fault:
        return result
    issue = warning("gzip:damaged", f"{fault}; what came before it was read", result.place)
    outcome = Outcome.PARTIAL if result.outcome is Outcome.OK else result.outcome
    return ReadResult(
        capture=result.capture,
        article=result.article,
        issues=(*result.issues, issue),
        outcome=outcome,
        place=result.place,
    )
