"""From what was typed to the places that are read: files, folders, globs, standard input."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ouidire.errors import ReadError

__all__ = ["SUFFIXES", "Place", "expand", "suffix_of"]

SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
}
_ABOUT = re.compile(
    r"(?:readme|licen[cs]e|copying|notice|authors|contributing|changelog|code[_-]of[_-]conduct|citation)"
    r"(?:[._-][a-z]{2,5})?",
    re.IGNORECASE,
)
"""Stems of text files that speak of the folder they lie in, a language's tag behind them or not."""

_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{1,20}://")


@dataclass(frozen=True, slots=True)
class Place:
    """One thing to read, or the reason why it is not.

    Attributes:
        name: As the user will see it: the path as given or found, or ``"-"``.
        media_type: By its suffix; empty where the suffix says nothing.
        refusal: Set where it must not be opened.

    """

    name: str
    media_type: str = ""
    refusal: ReadError | None = None


def suffix_of(name: str) -> str:
    """Return the suffix that tells the format, lower-case, ``.gz`` looked through."""
    stem = name[:-3] if name.lower().endswith(".gz") else name
    return Path(stem).suffix.lower()


def expand(sources: Iterable[str]) -> Iterator[Place]:
    """Yield the places that `sources` name, each once, folders and globs in sorted order."""
    seen: set[str] = set()
    for source in sources:
        for place in _expand_one(source):
            if place.name not in seen:
                seen.add(place.name)
                yield place


def _expand_one(source: str) -> Iterator[Place]:
    if source == "-":
        yield Place("-")
    elif _URL.match(source):
        yield _refused(source, "fetching is not enabled; save the page and add the file", "fetch:disabled")
    elif "\0" in source or not source:
        yield _refused(source, "not a path; give a file, folder, glob or -", "path:invalid")
    elif Path(source).is_dir():
        yield from _folder(source)
    elif os.path.lexists(source):
        yield _file(source, chosen=True)
    elif glob.has_magic(source):
        yield from _glob(source)
    else:
        yield _refused(source, "no such file; check the path", "path:missing")


def _glob(pattern: str) -> Iterator[Place]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 (patterns may be absolute)
    if not matches:
        yield _refused(pattern, "no file matches; quote the pattern or check it", "path:missing")
    for match in matches:
        if Path(match).is_dir():
            if not pattern.endswith("**"):  # ``**`` lists the files below by itself
                yield from _folder(match)
        else:
            yield _file(match, chosen=False)


def _folder(root: str) -> Iterator[Place]:
    found = False
    for folder, subfolders, names in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                found = True
                yield _file(str(Path(folder, name)), chosen=False)
    if not found:
        yield _refused(root, "no files in this folder; check the path", "path:empty")


def _file(name: str, *, chosen: bool) -> Place:
    """Describe a file; one met in a folder needs a suffix we know, one named by the user does not."""
    if not Path(name).is_file():
        return _refused(name, "not a regular file; give a file, folder, glob or -", "path:irregular")
    media_type = SUFFIXES.get(suffix_of(name), "")
    if not chosen and (why := _passed_over(name, media_type)):
        return _refused(name, why, "type:skipped")
    return Place(name, media_type)


def _passed_over(name: str, media_type: str) -> str:
    """Return why a file met in a folder is no article; empty where it may be one."""
    if media_type in {"", "text/plain", "text/markdown"} and _ABOUT.fullmatch(Path(name).stem):
        return "a file about its folder, not an article; name the file itself to have it read"
    if not media_type and suffix_of(name) == ".toml":
        return "not an article; a world file is put in force with --world FILE"
    if not media_type:
        return f"not a kind of file that is read; known: {' '.join(sorted(SUFFIXES))}, each also with .gz"
    return ""


def _refused(name: str, message: str, code: str) -> Place:
    return Place(name, refusal=ReadError(message, code=code, where=name))
