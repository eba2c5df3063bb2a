"""Settings: the file ``ouidire.toml`` of the current folder, the environment, the command line.

The later of these wins.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ouidire.errors import ConfigError

__all__ = ["FILE", "Settings", "settings"]

FILE = "ouidire.toml"
_KEYS = {"ledger": str, "world": list}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for every command.

    Attributes:
        ledger: Path of the SQLite file.
        world: World files, later ones winning.

    """

    ledger: Path = Path("ouidire.db")
    world: tuple[Path, ...] = ()


def settings(
    *,
    ledger: str | None = None,
    world: tuple[Path, ...] = (),
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """Put settings together; what the caller gives wins over everything.

    Args:
        folder: Where the settings file is looked for; the current folder by default.

    Raises:
        ConfigError: The file cannot be read, or the ledger is of a kind this version does not open.

    """
    environment = os.environ if environment is None else environment
    base = folder or Path.cwd()
    told = _file(base / FILE)
    chosen = ledger or environment.get("OUIDIRE_LEDGER") or told.get("ledger")
    worlds = world or tuple(base / name for name in told.get("world", ()))
    return Settings(ledger=_path(chosen) if chosen else Settings().ledger, world=worlds)


def _path(ledger: str) -> Path:
    scheme, separator, rest = ledger.partition("://")
    if not separator:
        return Path(ledger)
    if scheme == "sqlite":
        return Path(rest.removeprefix("/"))
    raise ConfigError(f"no ledger of kind {scheme!r} here yet @ {scheme}://…; give the path of a SQLite file")


def _file(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as exc:
        raise ConfigError(f"{exc} @ {path}; correct it or remove it") from exc
    for key, value in told.items():
        if key not in _KEYS or not isinstance(value, _KEYS[key]):
            raise ConfigError(f"{key} is unknown or of the wrong kind @ {path}; keys: {', '.join(_KEYS)}")
    return told
