"""The words of the interface in the reader's language: English as the code has it, others from catalogues.

A catalogue is a gettext file in ``locale/``, read as it is; the English words are its keys. Commands
and files are plain: English, with ISO dates. A page says in which language it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date as day_of
from functools import lru_cache
from gettext import c2py
from importlib.resources import files
from typing import Any, Generic, TypeVar

__all__ = [
    "LANGUAGES",
    "SOURCE",
    "Spoken",
    "catalogue",
    "day_words",
    "language",
    "language_name",
    "number",
    "own_name",
    "plain",
    "plural",
    "read_in",
    "say",
    "sayings",
]

K = TypeVar("K")
SOURCE = "en"
"""The language of the words in the code."""

LANGUAGES = (
    SOURCE,
    *sorted(f.name.removesuffix(".po") for f in (files(__package__) / "locale").iterdir() if f.name.endswith(".po")),
)  # fmt: skip
"""Every language that the pages can be read in."""

_reading: ContextVar[str] = ContextVar("reading", default="")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language: by English words, and which plural a number takes."""

    words: Mapping[str, str | tuple[str, ...]]
    form: Callable[[int], int]


@contextmanager
def read_in(tag: str) -> Iterator[None]:
    """Say what is inside in the language `tag`, with its dates and numbers; empty for plain words."""
    token = _reading.set(tag)
    try:
        yield
    finally:
        _reading.reset(token)


def language() -> str:
    """Return the language that is read now."""
    return _reading.get() or SOURCE


def plain() -> bool:
    """Whether words are plain, for commands and files: English, with ISO dates and names of values."""
    return not _reading.get()


def say(message: str, /, **values: Any) -> str:
    """Return a message in the language that is read, with `values` put in."""
    found = catalogue(language()).words.get(message, message)
    text = found if isinstance(found, str) else found[0]
    return text % values if values else text


def plural(one: str, many: str, n: int, /, **values: Any) -> str:
    """Return the message that fits `n`; ``%(n)s`` in it is the number."""
    known = catalogue(language())
    found = known.words.get(one)
    text = found[known.form(n)] if isinstance(found, tuple) else one if n == 1 else many
    return text % {"n": number(n), **values}


def number(n: int) -> str:
    """Return a whole number as the language groups its digits."""
    if plain():
        return str(n)
    from babel.numbers import format_decimal

    return str(format_decimal(n, locale=language()))


def day_words(iso: str) -> str:
    """Return an ISO year, month or day as the language writes it; anything else as it is."""
    if plain() or not iso:
        return iso
    from babel.dates import format_date, format_skeleton

    parts = iso.split("-")
    try:
        full = day_of.fromisoformat("-".join((*parts, "01", "01")[:3]))
    except ValueError:
        return iso
    if len(parts) == 3:
        return str(format_date(full, "medium", locale=_locale()))
    return str(format_skeleton("yMMM", full, locale=_locale())) if len(parts) == 2 else iso


def _locale() -> str:
    """Return the locale of the language that is read: of those of English the one that puts the day first."""
    return "en_GB" if language() == SOURCE else language()


def language_name(tag: str) -> str:
    """Return what the language that is read calls the language `tag`; the tag itself where it has no name for it."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(tag.replace("-", "_")).get_display_name(language())
    except (UnknownLocaleError, ValueError):
        return tag
    return name or tag


@lru_cache(maxsize=None)
def own_name(tag: str) -> str:
    """Return what a language calls itself."""
    from babel import Locale

    name = Locale.parse(tag).get_display_name(tag) or tag
    return name[:1].upper() + name[1:]


class Spoken(Mapping[K, str], Generic[K]):
    """Words by value, looked up in the language that is read; `plain` are the English ones."""

    def __init__(self, plain: Mapping[K, str]) -> None:
        self.plain = plain
        _SPOKEN.append(self)

    def __getitem__(self, key: K) -> str:
        plain = self.plain[key]
        return say(plain) if plain else ""

    def __iter__(self) -> Iterator[K]:
        return iter(self.plain)

    def __len__(self) -> int:
        return len(self.plain)


_SPOKEN: list[Spoken[Any]] = []


def sayings() -> Iterator[str]:
    """Yield the English words of every table there is, empty ones left out."""
    for table in _SPOKEN:
        yield from (words for words in table.plain.values() if words)


@lru_cache(maxsize=None)
def catalogue(tag: str) -> Catalogue:
    """Return the words of a language; none for English, or for one that has no catalogue."""
    if tag == SOURCE or tag not in LANGUAGES:
        return Catalogue({}, lambda n: int(n != 1))
    from babel.messages.pofile import read_po

    with (files(__package__) / "locale" / f"{tag}.po").open("rb") as stream:
        found = read_po(stream, locale=tag, abort_invalid=True)
    words: dict[str, str | tuple[str, ...]] = {}
    for message in found:
        if message.id and message.string and not message.fuzzy:
            key = message.id if isinstance(message.id, str) else message.id[0]
            words[key] = message.string if isinstance(message.string, str) else tuple(message.string)
    return Catalogue(words, c2py(found.plural_expr))
