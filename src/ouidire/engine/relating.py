"""How two statements relate, one pair or many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from ouidire import linking
from ouidire.codec import decode
from ouidire.engine.extracting import extract_text
from ouidire.errors import OuidireError, ReadError
from ouidire.gazetteer import World
from ouidire.model import Extraction, Issue, IssueLevel, Link

__all__ = ["Statement", "relate_lines", "relate_texts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A short text; `language` is found out where it is None."""

    text: str
    language: str | None = None
    published_at: datetime | None = None


def relate_texts(a: Statement, b: Statement, world: World | None = None) -> Link:
    """Judge how `a` relates to `b` by what each mainly says: "a RELATION b".

    Raises:
        ReadError: One of them is empty, in a language without a pack, or could not be extracted.

    """
    return linking.relate_statements(_read(a, world), _read(b, world))


def relate_lines(
    lines: Iterable[bytes], world: World | None = None
) -> Iterator[tuple[tuple[Issue, ...], str | None, Link | None]]:
    """Judge pairs given as JSON lines; a line that cannot be read is an issue with its number.

    Yields:
        Issues, the line's own id, and the link; the link is None where the line failed.

    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            id_, a, b = _pair(line)
            yield (), id_, relate_texts(a, b, world)
        except (ValueError, OuidireError) as exc:
            yield (_issue(f"not a pair: {exc}", number),), None, None
        except Exception as exc:  # noqa: BLE001 (the boundary: no line may stop a batch)
            yield (_issue(f"comparison failed: {type(exc).__name__}: {exc}", number),), None, None


def _read(statement: Statement, world: World | None) -> Extraction:
    found = extract_text(
        statement.text, language=statement.language, published_at=statement.published_at, world=world
    )
    for issue in found.issues:
        if issue.level is IssueLevel.ERROR or issue.code == "language:unsupported":
            raise ReadError(issue.message, code=issue.code, where=f"« {statement.text[:40]} »")
    return found


def _pair(line: bytes) -> tuple[str | None, Statement, Statement]:
    record: Any = orjson.loads(line)
    if not isinstance(record, dict) or "a" not in record or "b" not in record:
        raise ValueError("expected an object with a and b")
    id_ = record.get("id")
    return None if id_ is None else str(id_), _statement(record["a"]), _statement(record["b"])


def _statement(record: Any) -> Statement:
    if isinstance(record, str):
        return Statement(text=record)
    if not isinstance(record, dict):
        raise ValueError('expected {"text", "language"}')
    known = {key: record[key] for key in ("text", "language", "published_at") if record.get(key) is not None}
    return decode(known, Statement)


def _issue(message: str, number: int) -> Issue:
    return Issue(level=IssueLevel.ERROR, code="pair-failed", message=message, where=f"-#{number}")
