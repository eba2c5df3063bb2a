"""What may be asked for, how it is read, and how it is described: one table for pages, API and OpenAPI."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from starlette.datastructures import QueryParams

from ouidire.engine import Wanted
from ouidire.model import Contest, Label, Support
from ouidire.web.problems import Problem

__all__ = [
    "ARTICLE",
    "DAY",
    "DONE",
    "FILTERS",
    "LANGUAGE",
    "NAME",
    "PAGING",
    "SPEECH",
    "Page",
    "Parameter",
    "one_of",
    "page_of",
    "read",
    "read_day",
    "read_language",
    "wanted",
    "words_up_to",
]

T = TypeVar("T")
MOST = 1_000
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LANGUAGE = r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3})?$"
_STATUSES = [value.value for value in dict.fromkeys((*Support, *Contest))]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that may be asked for in a query.

    Attributes:
        schema: JSON Schema of its values.
        reads: Turns its words into a value; raises ValueError with what is allowed.
        blank: Whether it may be left empty, as forms do, to ask for nothing.

    """

    name: str
    says: str
    schema: Mapping[str, Any]
    reads: Callable[[str], Any]
    blank: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list, and where the next begins; `next` is empty at the end."""

    items: tuple[Any, ...]
    total: int
    next: str


def read(parameters: Sequence[Parameter], given: QueryParams) -> dict[str, Any]:
    """Return the value of every parameter that is given.

    Raises:
        Problem: One does not fit, or is given more than once (400).

    """
    found = {}
    for parameter in parameters:
        words, *more = given.getlist(parameter.name) or [""]
        if more:
            raise Problem(400, "given more than once", at=parameter.name)
        if words or (parameter.name in given and not parameter.blank):
            try:
                found[parameter.name] = parameter.reads(words)
            except ValueError as exc:
                raise Problem(400, str(exc), at=parameter.name) from exc
    return found


def wanted(asked: Mapping[str, Any]) -> Wanted:
    """Return which claims are asked for."""
    names = {"q": "query"} | {parameter.name: parameter.name for parameter in FILTERS[1:]}
    return Wanted(**{names[name]: value for name, value in asked.items() if name in names})


def page_of(
    items: Sequence[T], asked: Mapping[str, Any], id_of: Callable[[T], str], *, size: int = 50
) -> Page:
    """Return the part of `items` that is asked for; a cursor names the item before it.

    Raises:
        Problem: The cursor's item is not among them (any more).

    """
    start = 0
    if after := asked.get("cursor"):
        place = next((n for n, item in enumerate(items) if id_of(item) == after), None)
        if place is None:
            raise Problem(409, "no such place in this list (any more); begin again without it", at="cursor")
        start = place + 1
    stop = start + asked.get("limit", size)
    part = tuple(items[start:stop])
    more = _cursor(id_of(part[-1])) if part and stop < len(items) else ""
    return Page(part, len(items), more)


def _cursor(id_: str) -> str:
    return base64.urlsafe_b64encode(id_.encode()).decode().rstrip("=")


def _after(words: str) -> str:
    try:
        return base64.b64decode(words + "=" * (-len(words) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        return "\0"  # no item is called so


def words_up_to(most: int) -> Callable[[str], str]:
    """Return a reader of words that refuses more than `most` characters."""

    def reads(words: str) -> str:
        if len(words) > most:
            raise ValueError(f"over {most} characters; give fewer")
        return words

    return reads


def one_of(values: Sequence[str]) -> Callable[[str], str]:
    """Return a reader that refuses all but `values`."""

    def reads(words: str) -> str:
        if words not in values:
            raise ValueError(f"no such value; there are: {', '.join(values)}")
        return words

    return reads


def read_day(words: str) -> date:
    """Read an ISO day."""
    try:
        if _DAY.fullmatch(words):
            return date.fromisoformat(words)
    except ValueError:
        pass
    raise ValueError("no day; write it as 2026-02-05")


def read_language(words: str) -> str:
    """Read a language tag."""
    if not re.fullmatch(_LANGUAGE, words):
        raise ValueError("no language tag; give one like fr")
    return words


def _limit(words: str) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", words) or not 1 <= int(words) <= MOST:
        raise ValueError(f"no number from 1 to {MOST}")
    return int(words)


_TEXT = {"type": "string", "maxLength": 200}
LANGUAGE = {"type": "string", "pattern": _LANGUAGE}
"""Schema of a language tag that may be left empty."""

DAY = {"anyOf": [{"type": "string", "format": "date"}, {"const": ""}]}
"""Schema of a day that may be left empty."""

FILTERS = (
    Parameter(
        "q",
        "Words that stand in a claim, its speakers or places; else in its articles.",
        _TEXT,
        words_up_to(200),
    ),
    Parameter(
        "status", "Support or contest.", {"type": "string", "enum": ["", *_STATUSES]}, one_of(_STATUSES)
    ),
    Parameter("label", "Label of the claim.", {"type": "string", "enum": ["", *Label]}, one_of(list(Label))),
    Parameter("actor", "Who speaks or acts, as written or by id.", _TEXT, words_up_to(200)),
    Parameter("place", "Where, as written or by id.", _TEXT, words_up_to(200)),
    Parameter("outlet", "Who publishes it, as written.", _TEXT, words_up_to(200)),
    Parameter("since", "First day of publication.", DAY, read_day),
    Parameter("until", "Last day of publication.", DAY, read_day),
    Parameter("changed_since", "Day on or after which its status changed.", DAY, read_day),
    Parameter(
        "language",
        "Of an article that says it, e.g. fr.",
        LANGUAGE,
        read_language,
    ),
)
PAGING = (
    Parameter(
        "limit", "How many at most.", {"type": "integer", "minimum": 1, "maximum": MOST}, _limit, blank=False
    ),
    Parameter(
        "cursor",
        "Where to go on: as the answer before gives it.",
        {"type": "string", "pattern": "^[A-Za-z0-9_-]*$"},
        _after,
    ),
)
SPEECH = Parameter(
    "speech",
    "Also claims that only say who spoke.",
    {"type": "string", "enum": ["", "1"]},
    one_of(["1"]),
)
NAME = Parameter("name", "Words of the name, or the id.", _TEXT, words_up_to(200))
ARTICLE = Parameter("article", "Id of an article, or the beginning of it.", _TEXT, words_up_to(200))
DONE = Parameter(
    "done",
    "Id of an errand whose outcome is told.",
    {"type": "string", "pattern": "^[A-Za-z0-9_-]{0,40}$"},
    words_up_to(40),
)
