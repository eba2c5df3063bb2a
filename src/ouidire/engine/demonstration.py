"""The bundled story, and a ledger that starts empty."""

from __future__ import annotations

import shutil
from pathlib import Path

from ouidire.engine.ledger import Ledger, open_ledger
from ouidire.errors import ConfigError

__all__ = ["fresh", "story"]


def story() -> Path:
    """Return the folder of the sample articles: in the installed package, else in the checkout.

    Raises:
        ConfigError: They are in neither.

    """
    package = Path(__file__).parents[1]
    for folder in (package / "_examples", package.parents[1] / "examples"):
        if (folder / "world.toml").is_file():
            return folder
    raise ConfigError(f"the sample story is missing @ {package / '_examples'}; install ouidire again")


def fresh(path: Path) -> Ledger:
    """Open a new ledger at `path`; one that a demonstration left there is thrown away."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)
    shutil.rmtree(path.with_name(f"{path.name}.objects"), ignore_errors=True)
    return open_ledger(path)
